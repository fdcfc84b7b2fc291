//! What a chat or a social network shows of a link.

use super::byline::year;
use crate::library::{Document, Library, Metadata};
use crate::site::assets::{self, Asset};
use crate::site::base_url::BaseUrl;
use crate::site::quotes::typographic;

/// The head's elements for previews. Shown by `templates/shell/preview.html`.
pub struct Preview {
    /// The page's one address.
    pub url: String,
    /// What the page is, in the words of Open Graph: `website`, `article`.
    pub kind: &'static str,
    /// The picture that stands for it.
    pub image: Option<PreviewImage>,
}

/// A picture that stands for a document or for the whole site.
pub struct PreviewImage {
    /// Its address.
    pub url: String,
    /// What it shows, in words.
    pub alt: String,
}

/// The same before its address is known.
struct PreviewCard {
    asset: Asset,
    alt: String,
}

impl Preview {
    /// Of a page at this path, which may belong to a document.
    pub fn new(library: &Library, base: &BaseUrl, path: &str, document: Option<&Document>) -> Self {
        let own = document.and_then(|document| of_document(library, document));
        let card = own.or_else(|| of_site(library));
        Self {
            url: base.whole(path),
            kind: if document.is_some() {
                "article"
            } else {
                "website"
            },
            image: card.map(|card| PreviewImage {
                url: base.whole(card.asset.path()),
                alt: card.alt,
            }),
        }
    }
}

/// The card of a document, if there is one that shows what the document says of itself.
fn of_document(library: &Library, document: &Document) -> Option<PreviewCard> {
    let metadata = &document.metadata;
    let title = typographic(&metadata.title, None);
    let makers = makers(metadata);
    let genre = &metadata.genre;
    let facts = [genre.as_str(), &title, &makers, metadata.colour.name()];
    drawn(library, document.slug.as_str(), facts).map(|asset| PreviewCard {
        asset,
        alt: format!("{title}. {makers}"),
    })
}

/// The card of the site: its own, if it shows the site's words, else one without words.
fn of_site(library: &Library) -> Option<PreviewCard> {
    let settings = &library.settings;
    let tagline = typographic(&settings.tagline, None);
    let documents = library.documents().iter();
    let colours: Vec<&str> = documents.map(|one| one.metadata.colour.name()).collect();
    let own = drawn(library, "site", ["", &tagline, "", &colours.join(" ")]);
    let own = own.map(|asset| PreviewCard {
        asset,
        alt: format!("{}: {tagline}", settings.title),
    });
    own.or_else(|| {
        Some(PreviewCard {
            asset: Asset::named("card.png")?,
            alt: "An open book on a stand".to_owned(),
        })
    })
}

/// The card of this name, if what it shows is what is asked for. `build/facts.rs` wrote it down.
fn drawn(library: &Library, name: &str, facts: [&str; 4]) -> Option<Asset> {
    let [genre, title, makers, colours] = facts;
    let site = library.settings.title.as_str();
    let wanted = [site, genre, title, makers, colours].join("\n");
    let shown = assets::text(&format!("card-{name}.txt"))?;
    if shown != wanted {
        return None;
    }
    Asset::named(&format!("card-{name}.png"))
}

/// `Fang Binxing, Du Aning, 2016`.
fn makers(metadata: &Metadata) -> String {
    let authors = metadata.authors.iter().map(|author| author.name.clone());
    let mut parts: Vec<String> = authors.collect();
    if parts.is_empty() {
        parts.extend(metadata.issuer.clone());
    }
    parts.extend(year(metadata));
    typographic(&parts.join(", "), None).into_owned()
}
