//! The concordance as a whole: where the texts correspond, and where they do not.

use askama::Template;

use super::figures::{COLUMNS, Figures};
use super::ledger::Ledger;
use super::links::matches;
use super::map::{Drawing, NodeTarget};
use super::section_pairs::{PairTable, document_pairs};
use crate::library::{Document, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, LinkFilter, Route};
use crate::site::shell::{Head, Shell, thousands};

/// The distance of the diagram's rows: two lines of a title.
const ROW: f64 = 30.0;
/// How many pairs of documents have a diagram and a table.
const MOST_PAIRS: usize = 6;
/// How many documents have a ledger.
const MOST_LEDGERS: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "concordance/page.html")]
pub struct ConcordancePage<'a> {
    shell: Shell<'a>,
    all_links: Href<'a>,
    /// `423 matches`.
    matches: String,
    phrases: Option<Phrases<'a>>,
    figures: Figures<'a>,
    silences: Option<Href<'a>>,
    /// The editors' page on how the links were made.
    method: Option<Href<'a>>,
    /// Where the page does not show everything.
    rest: Option<Rest<'a>>,
    pairs: Vec<PairTable<'a>>,
    ledgers: Vec<Ledger<'a>>,
}

/// How many links rest on formulas, which the figures count once each.
struct Phrases<'a> {
    /// `44 of the 439 matches`.
    resting: String,
    /// `11 set phrases`, as a link to them.
    all: Link<'a>,
    /// The one that most links rest on.
    largest: &'a str,
}

/// What the page shows of what there is, and where the rest is found.
struct Rest<'a> {
    /// `the first 6 of 45 pairs of texts`.
    pairs: String,
    /// `the first 6 of 10 texts`.
    ledgers: String,
    texts: Href<'a>,
    compare: Href<'a>,
}

impl<'a> ConcordancePage<'a> {
    /// The concordance of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let head = Head::new(
            Route::Concordance(Format::Html),
            "Concordance",
            "Where the texts correspond, section by section, and how closely each is matched.",
        );
        let count = library.links().len();
        let method = library.page("method").map(Route::Page);
        let all = |_: &_| true;
        let pairs = document_pairs(ctx, all);
        let documents = library.documents().iter();
        let documents: Vec<&Document> = documents
            .filter(|document| has_figures(ctx, document))
            .collect();
        let drawing = Drawing {
            row: ROW,
            title: "Where the sections match",
            nodes: NodeTarget::Row,
        };
        let shown_pairs = pairs.iter().take(MOST_PAIRS);
        let shown_pairs = shown_pairs.map(|pair| PairTable::new(ctx, pair, &drawing, all));
        let shown_documents = documents.iter().take(MOST_LEDGERS);
        Self {
            shell: Shell::new(ctx, head),
            all_links: ctx.href(Route::links(LinkFilter::ALL)),
            matches: format!("{} {}", thousands(count), matches(count)),
            phrases: Phrases::new(ctx),
            figures: Figures::new(ctx),
            silences: (!library.silences().is_empty()).then(|| ctx.href(Route::Silences)),
            method: method.map(|method| ctx.href(method)),
            rest: Rest::new(ctx, pairs.len(), documents.len()),
            pairs: shown_pairs.collect(),
            ledgers: shown_documents
                .filter_map(|document| Ledger::new(ctx, document))
                .collect(),
        }
    }
}

/// Whether a document may have a ledger: it was compared with another, or links stand in it.
fn has_figures(ctx: RenderContext<'_>, document: &Document) -> bool {
    let compared = &ctx.library.compared;
    let mut sections = document.sections.into_iter();
    !document.paragraphs.is_empty()
        && (compared.with(document.id).next().is_some()
            || sections.any(|section| !ctx.study.links.in_section(section).is_empty()))
}

impl<'a> Phrases<'a> {
    /// `None` where the editors declare none.
    fn new(ctx: RenderContext<'a>) -> Option<Self> {
        let formulas = ctx.library.formulas();
        let largest = formulas.iter().rev().max_by_key(|one| one.links.len())?;
        let resting: usize = formulas.iter().map(|one| one.links.len()).sum();
        let count = ctx.library.links().len();
        Some(Self {
            resting: format!(
                "{} of the {} {}",
                thousands(resting),
                thousands(count),
                matches(count)
            ),
            all: Link::new(
                ctx.href(Route::links(LinkFilter::Formulas(None))),
                pluralize(formulas.len(), "set phrase"),
            ),
            largest: &largest.words,
        })
    }
}

impl<'a> Rest<'a> {
    /// `None` where there are no more than the page shows.
    fn new(ctx: RenderContext<'a>, pairs: usize, documents: usize) -> Option<Self> {
        let some = pairs > MOST_PAIRS || documents > MOST_LEDGERS;
        some.then(|| Self {
            pairs: share(pairs, MOST_PAIRS, "pair of texts", "pairs of texts"),
            ledgers: share(documents, MOST_LEDGERS, "text", "texts"),
            texts: ctx.href(Route::Texts),
            compare: ctx.href(Route::Compare),
        })
    }
}

/// `the first 6 of 45 pairs`, `all 5 pairs`, `the only pair`, `no pair`.
fn share(count: usize, most: usize, singular: &str, plural: &str) -> String {
    match count {
        0 => format!("no {singular}"),
        1 => format!("the only {singular}"),
        _ if count > most => format!("the first {most} of {count} {plural}"),
        _ => format!("all {count} {plural}"),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn what_is_shown_is_told_from_what_there_is() {
        let pairs = |count| share(count, 6, "pair", "pairs");
        assert_eq!(pairs(0), "no pair");
        assert_eq!(pairs(1), "the only pair");
        assert_eq!(pairs(6), "all 6 pairs");
        assert_eq!(pairs(45), "the first 6 of 45 pairs");
    }
}
