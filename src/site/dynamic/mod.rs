//! What depends on a query: searches, suggestions, a chosen pair of sections, handouts; and the pages for what
//! cannot be served. The list is short, and it stands here.

mod addresses;
mod citing;
mod handout;

use std::ops::Range;

use super::built_site::Site;
use super::compare::{CompareIndex, PartnersPage, chosen_section};
use super::data::{Problem, ProblemData, SearchData, SuggestionsData};
use super::pages::{ErrorPage, NotFound};
use super::render::{RenderError, html, json, problem_json};
use super::resource::Resource;
use super::routes::{Format, Route, Slot, before_data_ending, decoded};
use super::search::{PER_PAGE, SearchHref, SearchPage};
use crate::library::SectionId;
use crate::search::query::{LONGEST, is_control};
use crate::search::{Answer, Named};

/// No search has so many pages; a higher number is not counted with.
const LAST_PAGE: usize = 100_000;

/// What becomes of a request that asks something.
#[derive(Debug)]
pub enum Outcome {
    /// It is answered by another address of the site, below the base.
    SeeOther(String),
    /// It has a page or data of its own.
    Answer(Resource),
    /// What it asks for is not there; this says so.
    NotFound(Resource),
    /// It is not understood; this says why.
    Refused(Resource),
}

impl Site {
    /// Where the comparison of two chosen sections stands, the first on the left; else the page that
    /// says what is wrong with the choice.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn chosen(&self, first: &str, second: &str) -> Result<Outcome, RenderError> {
        let sections = [first, second].map(|name| self.section_meant(name));
        if let [Some(first), Some(second)] = sections
            && first != second
        {
            let route = Route::Comparison(first, second, Format::Html);
            return Ok(Outcome::SeeOther(self.path(route)));
        }
        let ctx = self.context();
        let [first, second] = [first, second].map(without_controls);
        let page = html(ctx, &CompareIndex::faulty(ctx, [&first, &second], sections))?;
        Ok(Outcome::Refused(page))
    }

    /// The page on which a partner is chosen for one section, which is kept on its side of the
    /// comparison; else the page that says what is wrong with the choice.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn partners(&self, slot: Slot, name: &str) -> Result<Outcome, RenderError> {
        let ctx = self.context();
        if let Some(section) = self.section_meant(name) {
            let page = PartnersPage::new(ctx, slot, &self.library()[section]);
            return html(ctx, &page).map(Outcome::Answer);
        }
        let name = without_controls(name);
        let chosen = match slot {
            Slot::First => [&name, ""],
            Slot::Second => ["", &name],
        };
        html(ctx, &CompareIndex::faulty(ctx, chosen, [None, None])).map(Outcome::Refused)
    }

    /// The section that a choice for a comparison means: one that the form knows, else the one
    /// place that the search box would go to.
    fn section_meant(&self, name: &str) -> Option<SectionId> {
        let library = self.library();
        chosen_section(library, name).or_else(|| {
            if is_too_long(name) {
                return None;
            }
            match self.search_index().named(library, name).places() {
                &[place] => Some(library.section_of(place)),
                _ => None,
            }
        })
    }

    /// The page of what a query finds, of several the one with this number from 1. A number beyond the
    /// last leads to the last, and a query that names one place to that.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn search(&self, query: &str, page: usize) -> Result<Outcome, RenderError> {
        let ctx = self.context();
        if is_too_long(query) {
            return html(ctx, &SearchPage::too_long(ctx, self.search_help())).map(Outcome::Refused);
        }
        if let Some(path) = self.pasted(query).or_else(|| self.coded_path(query)) {
            return Ok(Outcome::SeeOther(path));
        }
        let named = self.search_index().named(self.library(), query);
        if let Some(path) = self.named_path(&named) {
            return Ok(Outcome::SeeOther(path));
        }
        let page = page.clamp(1, LAST_PAGE);
        let answer = self.answer(query, page);
        let last = answer.total.div_ceil(PER_PAGE).max(1);
        if page > last {
            // No second search for one address: whoever goes there asks for it.
            let last = SearchHref::new(ctx, query).at_page(last);
            return Ok(Outcome::SeeOther(last.to_string()));
        }
        let shown = without_controls(query);
        let page = SearchPage::new(ctx, &shown, &answer, page, self.search_help());
        html(ctx, &page).map(Outcome::Answer)
    }

    /// The same as data. Beyond the last page there are no results.
    ///
    /// # Errors
    /// If JSON cannot be written, which is a fault of the program.
    pub fn search_data(&self, query: &str, page: usize) -> Result<Outcome, RenderError> {
        if is_too_long(query) {
            let detail = format!("A query has at most {LONGEST} characters.");
            let path = self.path(Route::Search(Format::Json));
            let problem = ProblemData::new(self.context(), Problem::BadRequest, &path);
            return problem_json(&problem.because(detail)).map(Outcome::Refused);
        }
        let answer = self.answer(query, page.clamp(1, LAST_PAGE));
        json(&SearchData::new(self.context(), query, &answer)).map(Outcome::Answer)
    }

    /// What a query finds, with the results of this page alone: there may be none.
    fn answer(&self, query: &str, page: usize) -> Answer {
        let shown: Range<usize> = (page - 1) * PER_PAGE..page * PER_PAGE;
        self.search_index().answer(self.library(), query, &shown)
    }

    /// What is offered while a query is typed.
    ///
    /// # Errors
    /// If JSON cannot be written, which is a fault of the program.
    pub fn suggest(&self, query: &str) -> Result<Resource, RenderError> {
        let offered = if is_too_long(query) {
            Vec::new()
        } else {
            self.search_index().suggest(self.library(), query)
        };
        json(&SuggestionsData::new(self.context(), query, &offered))
    }

    /// The page for a path that leads nowhere: it offers the nearest.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn not_found(&self, path: &str) -> Result<Resource, RenderError> {
        let ctx = self.context();
        html(ctx, &ErrorPage::not_found(ctx, self.nothing_at(path)))
    }

    /// The same for a program.
    ///
    /// # Errors
    /// If JSON cannot be written, which is a fault of the program.
    pub fn not_found_problem(&self, path: &str) -> Result<Resource, RenderError> {
        let found = self.nothing_at(before_data_ending(path).unwrap_or(path));
        problem_json(&ProblemData::not_found(self.context(), path, &found))
    }

    /// What is told to a program, of which nothing more is known than its sort and the path that was
    /// asked for.
    ///
    /// # Errors
    /// If JSON cannot be written, which is a fault of the program.
    pub fn problem(&self, problem: Problem, path: &str) -> Result<Resource, RenderError> {
        problem_json(&ProblemData::new(self.context(), problem, path))
    }

    fn nothing_at(&self, path: &str) -> NotFound<'_> {
        let asked = decoded(path).unwrap_or_default();
        let asked = asked.trim_matches('/');
        // Below a page that is no text, only the end of the path can name a place of one.
        let end = asked.rsplit('/').next().unwrap_or(asked);
        let read = |text: &str| self.search_index().named(self.library(), text);
        let named = match read(asked) {
            Named::Nothing => read(end),
            named => named,
        };
        NotFound::new(self.context(), path, &named)
    }

    /// The page for any other error.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn error_page(&self, status: u16, reason: &str) -> Result<Resource, RenderError> {
        let ctx = self.context();
        html(ctx, &ErrorPage::status(ctx, status, reason))
    }
}

fn is_too_long(query: &str) -> bool {
    query.chars().count() > LONGEST
}

/// What was typed as a page may show it.
fn without_controls(typed: &str) -> String {
    typed.chars().filter(|sign| !is_control(*sign)).collect()
}
