//! The contents of a document as boxes to tick.

use askama::Template;

use crate::library::{Citable, Document, Language, Library, Place, Reference, Section, pluralize};
use crate::site::context::RenderContext;
use crate::site::cut::shortened;
use crate::site::filters;
use crate::site::html::Html;

/// How many characters of a paragraph tell which one it is.
const OPENING: usize = 70;

/// A level of the contents, with the levels below it.
#[derive(Template)]
#[template(path = "handout/contents.html")]
pub struct Boxes<'a> {
    sections: Vec<SectionBox<'a>>,
}

struct SectionBox<'a> {
    reference: &'a Reference,
    /// As printed, number included.
    heading: &'a str,
    language: &'a Language,
    /// `3 paragraphs`.
    size: String,
    /// The epigraph and the paragraphs.
    parts: Vec<PartBox<'a>>,
    below: Option<Html<Boxes<'a>>>,
}

struct PartBox<'a> {
    reference: &'a Reference,
    opening: String,
}

impl<'a> Boxes<'a> {
    /// All of a document's.
    pub fn of(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        Self::level(ctx, ctx.library.roots(document))
    }

    fn level(ctx: RenderContext<'a>, sections: impl Iterator<Item = &'a Section>) -> Self {
        let sections = sections.map(|section| section_box(ctx, section));
        Self {
            sections: sections.collect(),
        }
    }
}

fn section_box<'a>(ctx: RenderContext<'a>, section: &'a Section) -> SectionBox<'a> {
    let library = ctx.library;
    let children = section.children.iter().map(|&child| &library[child]);
    let below = Boxes::level(ctx, children);
    let parts = library.citables(section.id);
    SectionBox {
        reference: &section.reference,
        heading: section.heading_text(),
        language: library.language_at(section.id.into()),
        size: pluralize(section.paragraphs.len(), "paragraph"),
        parts: parts.map(|part| part_box(library, part)).collect(),
        below: (!below.sections.is_empty()).then_some(Html(below)),
    }
}

fn part_box(library: &Library, citable: Citable) -> PartBox<'_> {
    let place = Place::from(citable);
    let words = &library.prose(library.part_of(place)).text;
    PartBox {
        reference: library.reference(place),
        opening: shortened(words, OPENING).into_owned(),
    }
}
