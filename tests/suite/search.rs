//! Queries with the sections that they must find, written from the texts: `queries.toml`.

use lectern::library::{Library, Place};
use lectern::search::{Answer, Search};
use serde::Deserialize;

use crate::support::real;

#[derive(Deserialize)]
struct Cases {
    queries: Vec<Case>,
}

/// A query and what it must find.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    query: String,
    /// Sections that must be among the first three.
    #[serde(default)]
    top: Vec<String>,
    /// The section that must come first.
    first: Option<String>,
    /// The sections that must be found, and no other.
    only: Option<Vec<String>>,
    /// That no section is found.
    #[serde(default)]
    nothing: bool,
    /// Sections that must not be found.
    #[serde(default)]
    absent: Vec<String>,
    /// The paragraph that the first of the sections above must point to.
    paragraph: Option<String>,
    /// The one place that the query names.
    goes_to: Option<String>,
    /// The places that it may mean.
    offers: Option<Vec<String>>,
    /// What the query was taken for.
    corrected: Option<String>,
}

/// What an answer has, by reference.
struct Names {
    sections: Vec<String>,
    paragraphs: Vec<String>,
    places: Vec<String>,
}

impl Names {
    fn of(library: &Library, answer: &Answer) -> Self {
        let name = |place: Place| library.reference(place).to_string();
        let results = || answer.results.iter();
        Self {
            sections: results().map(|one| name(one.section.into())).collect(),
            paragraphs: results().map(|one| name(one.place(library))).collect(),
            places: answer.named.places().iter().copied().map(name).collect(),
        }
    }
}

/// What is wrong with an answer, if anything.
fn faults(case: &Case, answer: &Answer, names: &Names) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            faults.push(what);
        }
    };
    let first_three = &names.sections[..names.sections.len().min(3)];
    for wanted in &case.top {
        check(
            first_three.contains(wanted),
            format!("{wanted} not among {first_three:?}"),
        );
    }
    if let Some(wanted) = &case.first {
        let first = names.sections.first();
        check(
            first == Some(wanted),
            format!("{wanted} not first of {first_three:?}"),
        );
    }
    if let Some(wanted) = &case.only {
        let mut found = names.sections.clone();
        let mut wanted = wanted.clone();
        found.sort();
        wanted.sort();
        check(found == wanted, format!("found {found:?}, not {wanted:?}"));
    }
    if case.nothing {
        check(names.sections.is_empty(), format!("found {first_three:?}"));
    }
    for unwanted in &case.absent {
        check(
            !names.sections.contains(unwanted),
            format!("{unwanted} found"),
        );
    }
    if let Some(wanted) = &case.paragraph {
        let section = wanted
            .rsplit_once(".p")
            .map_or(wanted.as_str(), |(section, _)| section);
        let at = names.sections.iter().position(|one| one == section);
        let found = at.map(|at| &names.paragraphs[at]);
        check(
            found == Some(wanted),
            format!("points to {found:?}, not {wanted}"),
        );
    }
    if let Some(wanted) = &case.goes_to {
        let found = &names.places;
        check(
            *found == [wanted.clone()],
            format!("names {found:?}, not {wanted}"),
        );
        let result = names.paragraphs.first();
        check(
            result == Some(wanted),
            format!("{result:?} first, not {wanted}"),
        );
    }
    if let Some(wanted) = &case.offers {
        let found = &names.places;
        check(found == wanted, format!("names {found:?}, not {wanted:?}"));
    }
    if let Some(wanted) = &case.corrected {
        let found = &answer.corrected;
        check(
            found.as_ref() == Some(wanted),
            format!("taken for {found:?}, not {wanted}"),
        );
    }
    faults
}

#[test]
fn every_query_finds_what_it_must() {
    let library = real().library();
    let search = Search::of(library);
    let cases: Cases = toml::from_str(include_str!("queries.toml")).unwrap();
    assert!(cases.queries.len() >= 200, "queries are lost");
    let mut report = Vec::new();
    for case in &cases.queries {
        let answer = search.answer(library, &case.query, &(0..1000));
        let names = Names::of(library, &answer);
        for fault in faults(case, &answer, &names) {
            report.push(format!("{}: {fault}", case.query));
        }
    }
    assert!(
        report.is_empty(),
        "{} faults\n{}",
        report.len(),
        report.join("\n")
    );
}
