//! The concordance in a book: a chapter for the matches of each chapter of the texts.

use askama::Template;

use super::contents::Entry;
use super::places::{PlaceLink, Places};
use super::sheet::Sheet;
use crate::library::{Language, Link, Section};
use crate::site::concordance::capitalized;
use crate::site::exports::pieces::element_id;
use crate::site::filters;
use crate::site::language::typeset;
use crate::site::shell::thousands;
use crate::study::link_index::LinkEnd;

/// What a match is, before the first of them.
#[derive(Template)]
#[template(path = "exports/epub/concordance.xml")]
pub struct ConcordancePage {
    sheet: Sheet<'static>,
    count: String,
}

impl ConcordancePage {
    /// Where it stands in a book.
    pub const FILE: &str = "concordance.xhtml";

    /// The page for the matches of a library.
    pub fn new(places: &Places<'_>) -> Self {
        Self {
            sheet: Sheet {
                title: "Matches".to_owned(),
                language: None,
            },
            count: thousands(places.ctx.library.links().len()),
        }
    }

    /// Its line in the contents, with those of its chapters below it.
    pub fn entry(&self, below: Vec<Entry>) -> Entry {
        Entry {
            href: Self::FILE.to_owned(),
            label: self.sheet.title.clone(),
            language: None,
            below,
        }
    }
}

/// The matches whose first passage stands in a section of the highest level or below it.
#[derive(Template)]
#[template(path = "exports/epub/matches.xml")]
pub struct MatchesChapter<'a> {
    sheet: Sheet<'a>,
    id: String,
    matches: Vec<MatchPart<'a>>,
}

struct MatchPart<'a> {
    link: &'a Link,
    /// The passage that comes first in the texts, and the other.
    passages: [QuotedPart<'a>; 2],
    /// What the first does with the other: `says the same as`.
    verb: &'static str,
}

struct QuotedPart<'a> {
    place: PlaceLink,
    words: &'a str,
    language: &'a Language,
}

impl MatchPart<'_> {
    /// `Close`.
    fn strength(&self) -> String {
        capitalized(self.link.strength.name())
    }
}

impl<'a> MatchesChapter<'a> {
    /// All of them in reading order.
    pub fn all(places: &Places<'a>) -> Vec<Self> {
        let library = places.ctx.library;
        let links = places.ctx.study.links.in_reading_order();
        let root = |met: &LinkEnd| {
            let section = library.section_at(&library[met.link], met.end);
            library.root(&library[section]).id
        };
        let chapters = links.chunk_by(|a, b| root(a) == root(b));
        chapters
            .filter_map(|links| Some(Self::new(places, &library[root(links.first()?)], links)))
            .collect()
    }

    fn new(places: &Places<'a>, root: &'a Section, links: &[LinkEnd]) -> Self {
        let library = places.ctx.library;
        let matches = links.iter().map(|met| {
            let link = &library[met.link];
            let quoted = |end| {
                let passage = link.passage(end);
                QuotedPart {
                    place: places.named(passage.place),
                    words: passage.text.as_str(),
                    language: library.language_at(passage.place),
                }
            };
            MatchPart {
                link,
                passages: [quoted(met.end), quoted(met.end.other())],
                verb: link.relation.verb(met.end),
            }
        });
        let metadata = &library[root.document].metadata;
        let document = capitalized(&metadata.in_text);
        let heading = typeset(root.heading_text(), Some(&metadata.language));
        Self {
            sheet: Sheet {
                title: format!("{document}: {heading}"),
                language: None,
            },
            id: element_id(&root.reference),
            matches: matches.collect(),
        }
    }

    pub fn file(&self) -> String {
        format!("matches-{}.xhtml", self.id)
    }

    pub fn entry(&self) -> Entry {
        Entry {
            href: self.file(),
            label: self.sheet.title.clone(),
            language: None,
            below: Vec::new(),
        }
    }
}
