//! The list of the terms that a section uses.

use crate::library::{Part, Section, SectionId, Term};
use crate::site::context::RenderContext;
use crate::site::href::Link;

/// A term of the page. `terms/here.html` shows a list of them, by the name `terms`; who includes it
/// needs the filters in scope.
pub struct TermHere<'a> {
    /// Its page, by its name.
    pub link: Link<'a>,
    /// What it stands for, where its name does not say so.
    pub expansion: Option<&'a str>,
}

impl<'a> TermHere<'a> {
    /// The terms of these sections, each once, by label.
    pub fn all(ctx: RenderContext<'a>, sections: &'a [Section]) -> Vec<Self> {
        let sections = sections.iter();
        let terms = sections.flat_map(|section| terms_of(ctx, section.id));
        Self::by_label(ctx, terms.collect())
    }

    /// The terms of these parts of a section, each once, by label.
    pub fn in_parts(ctx: RenderContext<'a>, section: SectionId, parts: Vec<Part>) -> Vec<Self> {
        Self::by_label(ctx, terms_in(ctx, section, parts).collect())
    }

    fn by_label(ctx: RenderContext<'a>, mut terms: Vec<&'a Term>) -> Vec<Self> {
        let collation = ctx.library.collation();
        terms.sort_by(|a, b| {
            let by_label = collation.compare(&a.label, &b.label);
            by_label.then_with(|| a.slug.cmp(&b.slug))
        });
        terms.dedup_by_key(|term| term.id);
        let terms = terms.into_iter().map(|term| Self {
            link: ctx.term_link(term),
            expansion: untold_expansion(term),
        });
        terms.collect()
    }
}

/// The terms that stand in a section, its children left out, in the order of the library.
pub fn terms_of(ctx: RenderContext<'_>, section: SectionId) -> impl Iterator<Item = &Term> {
    let terms = ctx.study.occurrences.terms_in(section).iter();
    terms.map(move |&term| &ctx.library[term])
}

/// The terms that stand in some parts of a section, in the order of the library.
pub fn terms_in(
    ctx: RenderContext<'_>,
    section: SectionId,
    parts: Vec<Part>,
) -> impl Iterator<Item = &Term> {
    terms_of(ctx, section).filter(move |term| {
        let found = ctx.study.occurrences.term(term.id);
        let mut spans = found.in_section(ctx.library, section).iter();
        spans.any(|span| parts.contains(&span.part))
    })
}

/// A term's expansion, where its label does not hold it already.
pub(super) fn untold_expansion(term: &Term) -> Option<&str> {
    let expansion = term.expansion.as_ref()?;
    (!term.label.contains(&expansion.text)).then_some(expansion.text.as_str())
}
