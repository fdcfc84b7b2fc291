//! Where in the documents the results are.

use crate::library::{Document, Part, SectionId};
use crate::search::Answer;
use crate::site::context::RenderContext;
use crate::site::html::Html;
use crate::site::terms::{SectionCount, Strip};

/// Where in a document the results are.
pub struct Spread<'a> {
    pub document: &'a Document,
    pub strip: Html<Strip<'a>>,
}

/// One for each of the first few documents that have results; `query` is in quotes.
pub fn spreads<'a>(ctx: RenderContext<'a>, query: &str, answer: &Answer) -> Vec<Spread<'a>> {
    let document = |section: SectionId| ctx.library[section].document;
    let chunks = answer
        .spread
        .chunk_by(|(a, _), (b, _)| document(*a) == document(*b));
    let spreads = chunks.map(|chunk| {
        let document = &ctx.library[document(chunk[0].0)];
        let counts: Vec<SectionCount> = chunk
            .iter()
            .map(|&(section, count)| SectionCount {
                first: Part::Heading(section),
                count,
            })
            .collect();
        let in_text = &document.metadata.in_text;
        let name = format!("Where {query} stands in {in_text}");
        Spread {
            document,
            strip: Html(Strip::new(ctx, name, document, &counts)),
        }
    });
    spreads.collect()
}
