//! What a chat or a social network shows of a link.

use super::assets;
use super::base_url::BaseUrl;
use super::byline::year;
use super::quotes::typographic;
use crate::library::Library;
use crate::library::document::Document;
use crate::library::metadata::Metadata;

/// The head's elements for previews. Shown by `templates/parts/preview.html`.
pub struct Preview {
    /// The page's one address.
    pub url: String,
    /// The page's title, without the site's name.
    pub title: String,
    /// What the page is, in the words of Open Graph: `website`, `article`.
    pub kind: &'static str,
    /// The address of the picture.
    pub image: String,
    /// What the picture shows, in words.
    pub alt: String,
}

/// A picture that stands for a document or for the whole site.
pub struct Card {
    /// The name of its file.
    name: String,
    /// What it shows, in words.
    alt: String,
}

impl Preview {
    /// Of a page at this path, which may belong to a document.
    pub fn new(
        library: &Library,
        base: &BaseUrl,
        path: &str,
        title: String,
        document: Option<&Document>,
    ) -> Self {
        let own = document.and_then(|document| of_document(library, document));
        let card = own.unwrap_or_else(|| of_site(library));
        Self {
            url: base.whole(path),
            title,
            kind: if document.is_some() {
                "article"
            } else {
                "website"
            },
            image: base.whole(&assets::path(&card.name).unwrap_or_default()),
            alt: card.alt,
        }
    }
}

/// The card of a document, if there is one that shows what the document says of itself.
fn of_document(library: &Library, document: &Document) -> Option<Card> {
    let metadata = &document.metadata;
    let title = typographic(&metadata.title, None);
    let makers = makers(metadata);
    let genre = &metadata.genre;
    let facts = [genre, &title, &makers, metadata.colour.name()];
    drawn(library, document.id.as_str(), facts).map(|name| Card {
        name,
        alt: format!("{title}. {makers}"),
    })
}

/// The card of the site: its own, if it shows the site's words, else one without words.
fn of_site(library: &Library) -> Card {
    let settings = &library.settings;
    let tagline = typographic(&settings.tagline, None);
    let documents = library.documents.iter();
    let colours: Vec<&str> = documents.map(|one| one.metadata.colour.name()).collect();
    match drawn(library, "site", ["", &tagline, "", &colours.join(" ")]) {
        Some(name) => Card {
            name,
            alt: format!("{}: {tagline}", settings.title),
        },
        None => Card {
            name: "card.png".to_owned(),
            alt: "An open book on a stand".to_owned(),
        },
    }
}

/// The card of this name, if what it shows is what is asked for. `build/facts.rs` wrote it down.
fn drawn(library: &Library, name: &str, facts: [&str; 4]) -> Option<String> {
    let [genre, title, makers, colours] = facts;
    let site = library.settings.title.as_str();
    let wanted = [site, genre, title, makers, colours].join("\n");
    let shown = assets::text(&format!("card-{name}.txt"))?;
    (shown == wanted).then(|| format!("card-{name}.png"))
}

/// `Fang Binxing, Du Aning, 2016`.
fn makers(metadata: &Metadata) -> String {
    let authors = metadata.authors.iter().map(|author| author.name.clone());
    let mut parts: Vec<String> = authors.collect();
    if parts.is_empty() {
        parts.extend(metadata.issuer.clone());
    }
    parts.extend(year(metadata));
    typographic(&parts.join(", "), None)
}
