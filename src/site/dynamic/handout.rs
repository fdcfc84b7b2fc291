//! The handout that a query asks for.

use super::Outcome;
use crate::site::base_url::BaseUrl;
use crate::site::built_site::Site;
use crate::site::context::RenderContext;
use crate::site::data::{Problem, ProblemData};
use crate::site::handout::{ChoicePage, Handout, HandoutPage, handout_markdown};
use crate::site::render::{RenderError, html, markdown, problem_json};
use crate::site::routes::{HandoutFormat, HandoutHref, HandoutQuery, Route};

impl Site {
    /// The handout with the passages that a query asks for, as far as they are there; the form where the
    /// query asks for it, or where nothing is left to be shown. Where the base of the site is not known, its
    /// addresses begin with the origin at which it is reached, `http://127.0.0.1:8080`, if that is.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn handout(
        &self,
        query: &HandoutQuery,
        format: HandoutFormat,
        origin: Option<&str>,
    ) -> Result<Outcome, RenderError> {
        let ctx = self.context();
        let reached: Option<BaseUrl> = origin.and_then(|origin| origin.parse().ok());
        let ctx = RenderContext {
            base: ctx.base.or(reached.as_ref()),
            ..ctx
        };
        let library = self.library();
        if let Some(document) = &query.document {
            return Ok(match ChoicePage::choosing_from(ctx, document, query) {
                Ok(page) => Outcome::Answer(html(ctx, &page)?),
                Err(page) => Outcome::NotFound(html(ctx, &*page)?),
            });
        }
        // The form is sent to the page alone; programs write as they please.
        if query.is_untidy && format == HandoutFormat::Html {
            let tidy = HandoutHref::of_query(library, format, query);
            return Ok(Outcome::SeeOther(tidy.to_string()));
        }
        let handout = Handout::gather(library, self.search_index(), query);
        let has_entries = !handout.entries.is_empty();
        let page = match format {
            HandoutFormat::Html if has_entries => html(ctx, &HandoutPage::new(ctx, &handout))?,
            HandoutFormat::Html => html(ctx, &ChoicePage::instead_of(ctx, query, &handout))?,
            HandoutFormat::Markdown if has_entries => markdown(handout_markdown(ctx, &handout)),
            HandoutFormat::Markdown => {
                let problem = if handout.is_missing() {
                    Problem::NotFound
                } else {
                    Problem::BadRequest
                };
                let path = self.path(Route::Handout(format));
                let faults = handout.faults.iter().map(|fault| fault.says(ctx));
                let faults: Vec<String> = faults.collect();
                problem_json(&ProblemData::new(ctx, problem, &path).because(faults.join(" ")))?
            }
        };
        Ok(if has_entries {
            Outcome::Answer(page)
        } else if handout.is_missing() {
            Outcome::NotFound(page)
        } else {
            Outcome::Refused(page)
        })
    }
}
