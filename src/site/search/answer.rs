//! What a query finds, as its page shows it.

use super::actors::{NamedActor, named_actors};
use super::href::SearchLink;
use super::instead::{MissingPart, comparisons};
use super::narrowing::{Narrowing, narrowings};
use super::near_terms::near_terms;
use super::notices::notices;
use super::paging::Paging;
use super::quoted::quoted;
use super::related::{RelatedLink, related};
use super::result::ResultPart;
use super::spread::{Spread, spreads};
use crate::library::{DocumentId, PageId, PageSectionId, TermId, pluralize};
use crate::search::{Answer, Named};
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::pages::heading_id;
use crate::site::routes::{Route, TextFormat};

/// How many results a page has.
pub const PER_PAGE: usize = 10;

/// The results of one page and what stands beside them.
pub struct AnswerPart<'a> {
    pub corrected: Option<SearchLink<'a>>,
    /// How the query was read, a sentence each.
    pub notices: Vec<String>,
    /// What is said of a reference to something that the texts do not have.
    pub missing: Option<MissingPart<'a>>,
    /// The comparisons that the query may mean.
    pub comparisons: Vec<Link<'a>>,
    /// Whether the query names several places.
    pub several: bool,
    /// Related wordings, each with how many passages have it.
    pub related: Vec<RelatedLink<'a>>,
    pub narrowings: Vec<Narrowing<'a>>,
    pub spreads: Vec<Spread<'a>>,
    /// `19 passages in 12 sections`.
    pub total: String,
    /// The number of the first result of the page, from 1.
    pub first: usize,
    pub results: Vec<Html<ResultPart<'a>>>,
    pub paging: Option<Paging<'a>>,
    /// Terms that may have been meant, where no section is found.
    pub near: Vec<Link<'a>>,
    pub terms: Vec<Link<'a>>,
    /// The actors that the query names.
    pub actors: Vec<NamedActor<'a>>,
    pub documents: Vec<Link<'a>>,
    pub pages: Vec<Link<'a>>,
}

impl<'a> AnswerPart<'a> {
    /// The part for an answer whose results are those of this page, counted from 1.
    pub fn new(ctx: RenderContext<'a>, query: &'a str, answer: &'a Answer, page: usize) -> Self {
        let corrected = answer.corrected.as_deref();
        let results = answer.results.iter();
        let result = |one| Html(ResultPart::new(ctx, one));
        let term = |&term: &TermId| ctx.term_link(&ctx.library[term]);
        Self {
            missing: MissingPart::of(ctx, &answer.named),
            comparisons: comparisons(ctx, &answer.named),
            related: related(ctx, answer),
            corrected: corrected.map(|query| SearchLink::new(ctx, query)),
            notices: notices(ctx.library, answer),
            several: answer.named.places().len() > 1,
            narrowings: narrowings(ctx, query, answer).collect(),
            spreads: spreads(ctx, &quoted(query), answer),
            total: total(answer),
            first: (page - 1) * PER_PAGE + 1,
            results: results.map(result).collect(),
            paging: Paging::new(ctx, query, page, answer.total.div_ceil(PER_PAGE)),
            near: if answer.total == 0 && answer.named == Named::Nothing {
                near_terms(ctx.library, query).iter().map(term).collect()
            } else {
                Vec::new()
            },
            terms: answer.terms.iter().map(term).collect(),
            actors: named_actors(ctx, query, &answer.terms),
            documents: answer.documents.iter().map(|&id| about(ctx, id)).collect(),
            pages: answer
                .pages
                .iter()
                .map(|&(page, section)| page_link(ctx, page, section))
                .collect(),
        }
    }
}

/// How much was found.
fn total(answer: &Answer) -> String {
    let sections = pluralize(answer.total, "section");
    match answer.passages {
        Some(passages) => format!("{} in {sections}", pluralize(passages, "passage")),
        None => sections,
    }
}

/// A link to what is known about a document.
fn about(ctx: RenderContext<'_>, document: DocumentId) -> Link<'_> {
    let label = format!("About {}", ctx.library[document].metadata.in_text);
    Link::new(ctx.href(Route::Document(document, TextFormat::Html)), label)
}

/// A link to a page of the editors', or to one of its headings.
fn page_link(ctx: RenderContext<'_>, id: PageId, section: Option<PageSectionId>) -> Link<'_> {
    let page = &ctx.library[id];
    let href = ctx.href(Route::Page(id));
    let heading = section.and_then(|section| {
        let heading = page.sections[section].heading.as_ref()?;
        Some((heading_id(page, section)?, heading))
    });
    match heading {
        Some((id, heading)) => Link::new(href.at(id), format!("{}: {}", page.title, heading.text)),
        None => Link::new(href, &page.title),
    }
}
