//! A link of the concordance as a reader meets it: from one end, with the other's words.

use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::concordance::{End, Link, Passage, Relation};

/// A link, seen from the passage at one of its ends. Shown by `templates/parts/card.html`.
pub struct Card {
    /// The id of its element: `link-17`, by its place in the concordance.
    pub id: String,
    /// The relation as a verb whose subject is the other passage: `is narrower than`.
    pub verb: &'static str,
    /// The page of all links of the relation.
    pub relation_href: String,
    /// `weak`, `clear` or `close`.
    pub strength: &'static str,
    /// The same from 1 to 3.
    pub weight: usize,
    /// The passage that the card is read from.
    pub own: Quoted,
    /// The passage at the other end.
    pub other: Quoted,
    /// Why the editors set them side by side.
    pub reason: String,
    /// The comparison of the two sections; `None` inside one section.
    pub compare: Option<String>,
}

/// A quoted passage with its place.
pub struct Quoted {
    /// `Strategy II.2.p1`: the document's short title and the number.
    pub name: String,
    /// Where it stands.
    pub href: String,
    /// The colour of its document.
    pub colour: &'static str,
    /// The words, with typographic quotes.
    pub words: String,
}

impl Card {
    /// The link at this place of the concordance, read from one of its ends.
    pub fn new(library: &Library, place: usize, link: &Link, own: End) -> Self {
        let (from, to) = (link.passage(own), link.passage(own.other()));
        Self {
            id: id(place),
            verb: link.relation.verb(own.other()),
            relation_href: address::relation(link.relation),
            strength: link.strength.name(),
            weight: link.strength.number(),
            own: Quoted::new(library, from),
            other: Quoted::new(library, to),
            reason: typographic(&link.reason, None),
            compare: address::compare(library, &from.reference, &to.reference),
        }
    }

    /// Whether it is one of the thin links, which fold away.
    pub fn is_weak(&self) -> bool {
        self.weight == 1
    }
}

/// The id of a link's card, by its place in the concordance.
pub fn id(place: usize) -> String {
    format!("link-{}", place + 1)
}

impl Quoted {
    /// This passage.
    pub fn new(library: &Library, passage: &Passage) -> Self {
        let reference = &passage.reference;
        let metadata = library
            .document(&reference.document)
            .map(|document| &document.metadata);
        let short = metadata.map_or("", |metadata| metadata.short_title.as_str());
        Self {
            name: format!("{short} {}", reference.fragment()),
            href: address::of(library, reference).unwrap_or_default(),
            colour: metadata.map_or("", |metadata| metadata.colour.name()),
            words: typographic(&passage.text, None),
        }
    }
}

/// The noun for links of a relation: `parallels`, `differences`.
pub fn relation_noun(relation: Relation) -> &'static str {
    match relation {
        Relation::Parallels => "Parallels",
        Relation::Narrows => "Narrower passages",
        Relation::Broadens => "Broader passages",
        Relation::Implements => "Passages carried out",
        Relation::Differs => "Differences",
    }
}
