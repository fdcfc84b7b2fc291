//! What is rendered when it is asked for: what depends on a query, and comparisons that no link
//! joins. The list is short, and it stands here.

use std::ops::Range;

use super::compare::ComparePage;
use super::compare_data::ComparisonData;
use super::compare_index::{self, CompareIndex};
use super::comparison::Comparison;
use super::opensearch::OpenSearch;
use super::search::{PER_PAGE, SearchPage};
use super::search_data::{RefusedData, SearchData, SuggestionsData};
use super::{DATA, Resource, Site, comparison_format, html, json_of, text};
use crate::library::address;
use crate::library::pair::pairs;
use crate::search::Answer;
use crate::search::query::LONGEST;

/// No search has so many pages; a higher number is not counted with.
const LAST_PAGE: usize = 100_000;

/// What becomes of a search.
pub enum Searched {
    /// The query names one place: its address.
    Place(String),
    /// The page or data of what it finds.
    Answer(Resource),
    /// It is not read; this says why.
    Refused(Resource),
}

impl Site {
    /// The page or data of a comparison that is no resource, by its own path.
    #[must_use]
    pub fn made(&self, path: &str) -> Option<Resource> {
        if self.comparison(path)? != path {
            return None;
        }
        let (page, end) = comparison_format(path);
        let (first, second) = address::compared_pair(page)?;
        let edition = self.edition();
        let comparison = Comparison::new(edition, &first, &second)?;
        if end == DATA {
            return Some(json_of(&ComparisonData::new(&comparison)));
        }
        let pairs = pairs(&self.library);
        let page = ComparePage::new(edition, &comparison, &pairs);
        Some(html(edition, &page))
    }

    /// Where the comparison of two chosen sections stands, else the page that says what is wrong
    /// with the choice.
    pub fn chosen(&self, first: &str, second: &str) -> Result<String, Resource> {
        let library = &self.library;
        let sections = compare_index::choice(first).zip(compare_index::choice(second));
        let place = sections.and_then(|(first, second)| address::compare(library, &first, &second));
        place.ok_or_else(|| {
            let pairs = pairs(library);
            let edition = self.edition();
            html(
                edition,
                &CompareIndex::faulty(edition, &pairs, [first, second]),
            )
        })
    }

    /// The page of what a query finds, of several the one with this number from 1, or the last.
    #[must_use]
    pub fn search(&self, query: &str, page: usize) -> Searched {
        let edition = self.edition();
        if too_long(query) {
            return Searched::Refused(html(edition, &SearchPage::too_long(edition)));
        }
        let (answer, page) = self.answer(query, page);
        if let [place] = answer.places.as_slice()
            && let Some(place) = address::of(&self.library, place)
        {
            return Searched::Place(place);
        }
        let page = SearchPage::new(edition, query, &answer, page);
        Searched::Answer(html(edition, &page))
    }

    /// The same as data.
    #[must_use]
    pub fn search_data(&self, query: &str, page: usize) -> Searched {
        if too_long(query) {
            let error = format!("a query has at most {LONGEST} characters");
            return Searched::Refused(json_of(&RefusedData { error }));
        }
        let (answer, _) = self.answer(query, page);
        Searched::Answer(json_of(&SearchData::new(self.edition(), query, &answer)))
    }

    fn answer(&self, query: &str, page: usize) -> (Answer, usize) {
        let answer = |page: usize| {
            let shown: Range<usize> = (page - 1) * PER_PAGE..page * PER_PAGE;
            self.search.answer(&self.library, query, &shown)
        };
        let page = page.clamp(1, LAST_PAGE);
        let first = answer(page);
        let last = first.total.div_ceil(PER_PAGE).max(1);
        if page > last {
            (answer(last), last)
        } else {
            (first, page)
        }
    }

    /// What is offered while a query is typed.
    #[must_use]
    pub fn suggest(&self, query: &str) -> Resource {
        let offered = if too_long(query) {
            Vec::new()
        } else {
            self.search.suggest(&self.library, query)
        };
        json_of(&SuggestionsData::new(self.edition(), query, &offered))
    }

    /// How a browser learns to search this site, which is reached at this origin where its base is
    /// not known.
    #[must_use]
    pub fn opensearch(&self, origin: &str) -> Resource {
        let base = self.base.as_ref().map(|base| base.whole(""));
        let base = base.as_deref().unwrap_or(origin);
        let body = askama::Template::render(&OpenSearch::new(&self.library, base));
        let media_type = "application/opensearchdescription+xml";
        text(media_type, body.unwrap_or_default())
    }
}

fn too_long(query: &str) -> bool {
    query.chars().count() > LONGEST
}
