//! A section as a search result.

use std::ops::Range;

use askama::Template;

use super::fragments::text_fragments;
use super::snippet::snippet;
use crate::library::{Document, Part, Prose, Section};
use crate::search::{SearchResult, TextSource};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::terms::{Piece, pieces};

/// A section as a result.
#[derive(Template)]
#[template(path = "search/result.html")]
pub struct ResultPart<'a> {
    document: &'a Document,
    section: &'a Section,
    /// The heading, with the hits marked.
    heading: Vec<Piece<'a>>,
    href: Href<'a>,
    /// The sections above it.
    crumbs: Vec<Link<'a>>,
    /// The best passage: `II.2.p1`, or the section's own `II.2`.
    fragment: String,
    /// Some words of the passage, with the hits marked.
    words: Option<Vec<Piece<'a>>>,
    /// Whether these are an editors' note.
    is_note: bool,
    /// The address that has a browser highlight the hits.
    href_words: Href<'a>,
    /// What was asked for and is not in it.
    missing: &'a [String],
}

impl<'a> ResultPart<'a> {
    /// The result for a section that was found.
    pub fn new(ctx: RenderContext<'a>, found: &'a SearchResult) -> Self {
        let library = ctx.library;
        let section = &library[found.section];
        let href = ctx.section(section.id);
        let fragment = library.reference(found.place(library)).fragment();
        let crumbs = library.ancestors(section).into_iter();
        let shown = shown_passage(ctx, section, found);
        let fragments = match (found.source, &shown) {
            (TextSource::Part(_), Some(shown)) => text_fragments(shown.prose, shown.hits),
            _ => String::new(),
        };
        Self {
            document: &library[section.document],
            section,
            heading: marked(section.heading_text(), &found.in_heading),
            crumbs: crumbs
                .map(|above| Link::new(ctx.section(above.id), above.heading_text()))
                .collect(),
            words: shown.map(|shown| snippet(shown.prose, shown.hits)),
            is_note: matches!(found.source, TextSource::Note { .. }),
            href_words: href.clone().at(format!("{fragment}{fragments}")),
            href,
            fragment,
            missing: &found.missing,
        }
    }

    /// Where the best passage stands, without what a browser is to highlight.
    pub fn passage(&self) -> Href<'a> {
        self.href.clone().at(self.fragment.clone())
    }

    /// The words that are shown of the best passage, without marks.
    pub fn plain_words(&self) -> String {
        let pieces = self.words.iter().flatten();
        pieces.map(|piece| &*piece.text).collect()
    }
}

/// The passage that a result shows under its heading.
struct ShownPassage<'a> {
    prose: &'a Prose,
    hits: &'a [Range<usize>],
}

/// What is shown of a section: where only the heading has the words, how its text begins.
fn shown_passage<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    found: &'a SearchResult,
) -> Option<ShownPassage<'a>> {
    if let TextSource::Part(Part::Heading(_)) = found.source {
        let first = ctx.library[section.paragraphs].first()?;
        return Some(ShownPassage {
            prose: &first.prose,
            hits: &[],
        });
    }
    Some(ShownPassage {
        prose: found.source.prose(ctx.library),
        hits: &found.hits,
    })
}

fn marked<'a>(text: &'a str, hits: &[Range<usize>]) -> Vec<Piece<'a>> {
    let marks: Vec<_> = hits.iter().map(|hit| (hit.clone(), "mark")).collect();
    pieces(text, &(0..text.len()), &marks)
}
