//! What a chat or a social network shows of a link.

use std::collections::BTreeMap;

use super::Site;
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

/// The name of the site's own card.
const SITE: &str = "site";

/// What a card shows: the site's name, the genre, the title, the makers, the colours.
type Facts = [String; 5];

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

impl Site {
    /// What each card has to show, by the name of the card: the site's name, the genre, the title,
    /// the makers, and the names of the colours in a row. `cargo xtask pictures` draws them.
    #[must_use]
    pub fn cards(&self) -> BTreeMap<String, Facts> {
        let library = &self.library;
        let documents = library.documents.iter();
        let own = documents.map(|one| (one.id.to_string(), facts_of_document(library, one)));
        own.chain([(SITE.to_owned(), facts_of_site(library))])
            .collect()
    }
}

/// The card of a document, if there is one that shows what the document says of itself.
fn of_document(library: &Library, document: &Document) -> Option<Card> {
    let facts = facts_of_document(library, document);
    let name = drawn(document.id.as_str(), &facts)?;
    let [_, _, title, makers, _] = facts;
    let alt = format!("{title}. {makers}");
    Some(Card { name, alt })
}

fn facts_of_document(library: &Library, document: &Document) -> Facts {
    let metadata = &document.metadata;
    [
        library.settings.title.clone(),
        metadata.genre.clone(),
        typographic(&metadata.title, None),
        makers(metadata),
        metadata.colour.name().to_owned(),
    ]
}

/// The card of the site: its own, if it shows the site's words, else one without words.
fn of_site(library: &Library) -> Card {
    let facts = facts_of_site(library);
    match drawn(SITE, &facts) {
        Some(name) => {
            let [site, _, tagline, _, _] = facts;
            let alt = format!("{site}: {tagline}");
            Card { name, alt }
        }
        None => Card {
            name: "card.png".to_owned(),
            alt: "An open book on a stand".to_owned(),
        },
    }
}

fn facts_of_site(library: &Library) -> Facts {
    let settings = &library.settings;
    let documents = library.documents.iter();
    let colours: Vec<&str> = documents.map(|one| one.metadata.colour.name()).collect();
    [
        settings.title.clone(),
        String::new(),
        typographic(&settings.tagline, None),
        String::new(),
        colours.join(" "),
    ]
}

/// The card of this name, if what it shows is what it has to show.
fn drawn(name: &str, facts: &Facts) -> Option<String> {
    let shown = assets::text(&format!("card-{name}.txt"))?;
    (shown == facts.join("\n")).then(|| format!("card-{name}.png"))
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
