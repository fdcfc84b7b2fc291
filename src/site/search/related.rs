//! Searches for related wordings.

use super::href::SearchHref;
use crate::search::Answer;
use crate::site::context::RenderContext;

/// A search for a related wording.
pub struct RelatedLink<'a> {
    pub href: SearchHref<'a>,
    pub label: &'a str,
    pub count: usize,
}

/// The searches that are offered beside an answer.
pub fn related<'a>(ctx: RenderContext<'a>, answer: &'a Answer) -> Vec<RelatedLink<'a>> {
    let related = answer.related.iter().map(|one| RelatedLink {
        href: SearchHref::new(ctx, one.query.as_str()),
        label: &one.text,
        count: one.count,
    });
    related.collect()
}
