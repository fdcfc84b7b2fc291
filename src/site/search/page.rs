//! The page of a search: what a query finds, and how to go on.

use askama::Template;

use super::answer::AnswerPart;
use super::help::SearchHelp;
use super::href::{SearchHref, SearchLink};
use super::quoted::quoted;
use crate::search::Answer;
use crate::search::query::LONGEST;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

/// The page.
#[derive(Template)]
#[template(path = "search/page.html")]
pub struct SearchPage<'a> {
    shell: Shell<'a>,
    title: String,
    /// Why the query was not read.
    fault: Option<String>,
    /// `None` before anything is asked.
    answer: Option<AnswerPart<'a>>,
    /// The index of terms, where there is no result.
    terms_index: Option<Href<'a>>,
    /// Queries that show what the box takes, where there is no result.
    examples: Vec<SearchLink<'a>>,
    help_is_open: bool,
    help: Html<&'a SearchHelp>,
}

impl<'a> SearchPage<'a> {
    /// The page before anything is asked.
    pub fn empty(ctx: RenderContext<'a>, help: &'a SearchHelp) -> Self {
        let description = "Find a reference, a heading, a phrase or the answer to a question in \
                           the texts.";
        let head = Head::new(Route::Search(Format::Html), "Search", description);
        Self {
            shell: Shell::new(ctx, head),
            title: "Search the texts".to_owned(),
            fault: None,
            answer: None,
            terms_index: terms_index(ctx),
            examples: examples(ctx),
            help_is_open: true,
            help: Html(help),
        }
    }

    /// The page for a query that is too long to be read.
    pub fn too_long(ctx: RenderContext<'a>, help: &'a SearchHelp) -> Self {
        let description = "A query that is too long to be read.";
        let head = Head::new(Route::Search(Format::Html), "Search", description);
        Self {
            shell: Shell::new(ctx, head.without_address()).not_indexed(""),
            fault: Some(format!(
                "This query is too long: {LONGEST} characters are the most. A phrase of a few \
                 words finds a place as well."
            )),
            ..Self::empty(ctx, help)
        }
    }

    /// The page of an answer: its results are those of this page, counted from 1.
    pub fn new(
        ctx: RenderContext<'a>,
        query: &'a str,
        answer: &'a Answer,
        page: usize,
        help: &'a SearchHelp,
    ) -> Self {
        let title = title(query, answer);
        let description = format!("What the texts have on {}.", quoted(query));
        let search = Route::Search(Format::Html);
        let head = Head::new(search, title.clone(), description).without_address();
        let address = SearchHref::new(ctx, query).at_page(page).to_string();
        let nothing = answer.total == 0;
        Self {
            shell: Shell::new(ctx, head)
                .not_indexed(query)
                .found_at(ctx.whole_address(&address).into_owned()),
            title,
            fault: None,
            answer: Some(AnswerPart::new(ctx, query, answer, page)),
            terms_index: terms_index(ctx).filter(|_| nothing),
            examples: if nothing { examples(ctx) } else { Vec::new() },
            help_is_open: nothing,
            help: Html(help),
        }
    }
}

fn title(query: &str, answer: &Answer) -> String {
    let query = quoted(query);
    if answer.named.is_missing() {
        format!("There is no {query}")
    } else if answer.total == 0 && !answer.has_nothing_asked() {
        format!("No results for {query}")
    } else {
        format!("Results for {query}")
    }
}

fn terms_index(ctx: RenderContext<'_>) -> Option<Href<'_>> {
    let has_terms = !ctx.library.terms().is_empty();
    has_terms.then(|| ctx.href(Route::Terms))
}

fn examples(ctx: RenderContext<'_>) -> Vec<SearchLink<'_>> {
    let searches = ctx.library.settings.searches.iter();
    searches.map(|query| SearchLink::new(ctx, query)).collect()
}
