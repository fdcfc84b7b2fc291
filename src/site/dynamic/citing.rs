//! What is cited with the day on which it was read.

use super::{Outcome, is_too_long, without_controls};
use crate::cite::Cited;
use crate::library::Date;
use crate::site::built_site::Site;
use crate::site::citing::{CiteFault, CitedAs, CitingPage};
use crate::site::render::{RenderError, html};
use crate::site::routes::CitationFormat;

impl Site {
    /// The page of a thing in every style, with the day on which it was read, if one is given; else the
    /// page that says what is wrong with what was asked.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn cite(&self, of: &str, accessed: &str) -> Result<Outcome, RenderError> {
        let ctx = self.context();
        let [of, accessed] = [of, accessed].map(without_controls);
        let asked = CitedAs {
            of: &of,
            accessed: &accessed,
        };
        let refused = |fault| {
            let page = CitingPage::faulty(ctx, asked, fault);
            html(ctx, &page).map(Outcome::Refused)
        };
        let Some(cited) = self.cited_by_name(&of) else {
            return refused(CiteFault::Unknown);
        };
        let day = Date::parse(&accessed);
        if day.is_none() && !accessed.is_empty() {
            return refused(CiteFault::Day);
        }
        html(ctx, &CitingPage::answer(ctx, asked, cited, day)).map(Outcome::Answer)
    }

    /// A thing for programs that keep references, with the day on which it was read.
    ///
    /// # Errors
    /// If the item cannot be written, which is a fault of the program.
    pub fn citation_accessed(
        &self,
        cited: Cited,
        format: CitationFormat,
        accessed: &str,
    ) -> Result<Outcome, RenderError> {
        match Date::parse(accessed) {
            Some(day) => {
                let citation = self.citation(cited, format, Some(day))?;
                Ok(Outcome::Answer(citation))
            }
            None => self.error_page(400, "Bad Request").map(Outcome::Refused),
        }
    }

    /// What has this name, or else is the one place that the search box would go to.
    fn cited_by_name(&self, name: &str) -> Option<Cited> {
        let library = self.library();
        if is_too_long(name) {
            return None;
        }
        Cited::parse(library, name.trim()).or_else(|| {
            match self.search_index().named(library, name).places() {
                &[place] => Some(place.into()),
                _ => None,
            }
        })
    }
}
