//! A section as a search result.

use std::ops::Range;

use askama::Template;

use super::fragments::text_fragments;
use super::snippet::snippet;
use crate::library::{Document, Language, Part, Section};
use crate::search::{FoundPassage, SearchResult, TextSource};
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
    /// The passages that fit best, in reading order.
    passages: Vec<PassagePart<'a>>,
    /// The others.
    more: Vec<PassagePart<'a>>,
    /// What was asked for and is not in it.
    missing: &'a [String],
}

/// A passage that was found, with the sentence that has the words.
pub struct PassagePart<'a> {
    /// `II.2.p1`, or the section's own `II.2`.
    pub fragment: String,
    /// Some words of the passage, with the hits marked.
    pub words: Vec<Piece<'a>>,
    /// Whether these are an editors' note.
    pub is_note: bool,
    /// Where it stands.
    pub href: Href<'a>,
    /// The address that has a browser highlight the hits.
    pub href_words: Href<'a>,
}

impl<'a> ResultPart<'a> {
    /// The result for a section that was found.
    pub fn new(ctx: RenderContext<'a>, found: &'a SearchResult) -> Self {
        let library = ctx.library;
        let section = &library[found.section];
        let language = library.language_at(found.section.into());
        let crumbs = library.ancestors(section).into_iter();
        let passage = |one: &'a FoundPassage| PassagePart::new(ctx, one.source, &one.hits);
        let (best, more): (Vec<_>, Vec<_>) = found.passages.iter().partition(|one| one.is_best);
        let mut passages: Vec<PassagePart<'a>> = best.into_iter().map(passage).collect();
        if passages.is_empty() {
            passages.extend(opening(ctx, section, found));
        }
        Self {
            document: &library[section.document],
            section,
            heading: marked(section.heading_text(), &found.in_heading, language),
            href: ctx.section(section.id),
            crumbs: crumbs.map(|above| ctx.heading_link(above)).collect(),
            passages,
            more: more.into_iter().map(passage).collect(),
            missing: &found.missing,
        }
    }
}

impl<'a> PassagePart<'a> {
    /// A passage with these hits.
    pub fn new(ctx: RenderContext<'a>, source: TextSource, hits: &[Range<usize>]) -> Self {
        let library = ctx.library;
        let place = library.place_of(source.part());
        let fragment = library.reference(place).fragment();
        let prose = source.prose(library);
        let is_note = matches!(source, TextSource::Note { .. });
        let language = (!is_note).then(|| library.language_at(place));
        let fragments = match source {
            TextSource::Part(Part::Heading(_)) | TextSource::Note { .. } => String::new(),
            TextSource::Part(_) => text_fragments(prose, hits, language),
        };
        let href = ctx.section(library.section_of(place));
        Self {
            words: snippet(prose, hits, language, &library.words),
            is_note,
            href_words: href.clone().at(format!("{fragment}{fragments}")),
            href: href.at(fragment.clone()),
            fragment,
        }
    }

    /// The words that are shown, without marks.
    pub fn plain_words(&self) -> String {
        self.words.iter().map(|piece| &*piece.text).collect()
    }
}

/// How a section begins, where only its heading or its number fits; or the place that was named.
fn opening<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    found: &'a SearchResult,
) -> Option<PassagePart<'a>> {
    if !matches!(found.source, TextSource::Part(Part::Heading(_))) {
        return Some(PassagePart::new(ctx, found.source, &found.hits));
    }
    let first = section.paragraphs.first()?;
    Some(PassagePart::new(
        ctx,
        TextSource::Part(Part::Paragraph(first)),
        &[],
    ))
}

fn marked<'a>(text: &'a str, hits: &[Range<usize>], language: &Language) -> Vec<Piece<'a>> {
    let marks: Vec<_> = hits.iter().map(|hit| (hit.clone(), "mark")).collect();
    pieces(text, &(0..text.len()), &marks, Some(language))
}
