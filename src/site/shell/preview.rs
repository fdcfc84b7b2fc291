//! What a chat or a social network shows of a link.

use std::collections::BTreeMap;

use super::byline::year;
use crate::library::{Document, Library, Metadata};
use crate::site::assets::{self, Asset};
use crate::site::base_url::BaseUrl;
use crate::site::language::typographic;

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
    /// Its whole address, since previews are made elsewhere.
    pub url: String,
    /// What it shows, in words: `The House and Its Rules. 1912`.
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

/// The name of the site's own card.
const SITE: &str = "site";

/// What a card shows: the site's name, the genre, the title, the makers, the colours in a row.
pub type CardFacts = [String; 5];

/// What each card has to show, by the name of the card. `cargo xtask pictures` draws them.
pub fn card_facts(library: &Library) -> BTreeMap<String, CardFacts> {
    let documents = library.documents().iter();
    let own = documents.map(|one| (one.slug.to_string(), facts_of_document(library, one)));
    own.chain([(SITE.to_owned(), facts_of_site(library))])
        .collect()
}

/// The card of a document, if there is one that shows what the document says of itself.
fn of_document(library: &Library, document: &Document) -> Option<PreviewCard> {
    let facts = facts_of_document(library, document);
    let asset = drawn(document.slug.as_str(), &facts)?;
    let [_, _, title, makers, _] = facts;
    let alt = format!("{title}. {makers}");
    Some(PreviewCard { asset, alt })
}

fn facts_of_document(library: &Library, document: &Document) -> CardFacts {
    let metadata = &document.metadata;
    [
        library.settings.title.clone(),
        metadata.genre.clone(),
        typographic(&metadata.title).into_owned(),
        makers(metadata),
        metadata.colour.name().to_owned(),
    ]
}

/// The card of the site: its own, if it shows the site's words, else one without words.
fn of_site(library: &Library) -> Option<PreviewCard> {
    let facts = facts_of_site(library);
    if let Some(asset) = drawn(SITE, &facts) {
        let [site, _, tagline, _, _] = facts;
        let alt = format!("{site}: {tagline}");
        return Some(PreviewCard { asset, alt });
    }
    Some(PreviewCard {
        asset: Asset::named("card.png")?,
        alt: "An open book on a stand".to_owned(),
    })
}

fn facts_of_site(library: &Library) -> CardFacts {
    let settings = &library.settings;
    let documents = library.documents().iter();
    let colours: Vec<&str> = documents.map(|one| one.metadata.colour.name()).collect();
    [
        settings.title.clone(),
        String::new(),
        typographic(&settings.tagline).into_owned(),
        String::new(),
        colours.join(" "),
    ]
}

/// The card of this name, if what it shows is what it has to show.
fn drawn(name: &str, facts: &CardFacts) -> Option<Asset> {
    let shown = assets::text(&format!("card-{name}.txt"))?;
    if shown != facts.join("\n") {
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
    typographic(&parts.join(", ")).into_owned()
}
