//! Paragraphs and epigraphs as JSON, in the shape that ARCHITECTURE.md states.

use schemars::JsonSchema;
use serde::Serialize;

use super::text::{LinkData, ParagraphData, links};
use crate::library::Citable;
use crate::site::context::RenderContext;
use crate::site::terms::terms_in;

/// A paragraph as in its section's data, with `document`, `section`, `previous`, `next`, `links` and
/// `terms`; others stand in it by reference, terms by slug.
#[derive(Serialize, JsonSchema)]
pub struct CitableData<'a> {
    #[serde(flatten)]
    own: ParagraphData<'a>,
    /// The slug of the document.
    document: &'a str,
    section: String,
    previous: Option<String>,
    next: Option<String>,
    /// Every link that names it, once.
    links: Vec<LinkData<'a>>,
    /// The terms that stand in it.
    terms: Vec<&'a str>,
}

impl<'a> CitableData<'a> {
    /// The data of a paragraph or epigraph.
    pub fn new(ctx: RenderContext<'a>, citable: Citable) -> Self {
        let library = ctx.library;
        let section = &library[library.section_of(citable.into())];
        let reference = |citable: Citable| library.reference(citable.into()).to_string();
        let terms = terms_in(ctx, section.id, library.parts_of(citable));
        Self {
            own: match citable {
                Citable::Epigraph(id) => ParagraphData::of_epigraph(ctx, &library[id]),
                Citable::Paragraph(id) => ParagraphData::new(ctx, &library[id]),
            },
            document: library[section.document].slug.as_str(),
            section: section.reference.to_string(),
            previous: library.citable_before(citable).map(reference),
            next: library.citable_after(citable).map(reference),
            links: links(ctx, ctx.study.links.at(citable.into())),
            terms: terms.map(|term| term.slug.as_str()).collect(),
        }
    }
}
