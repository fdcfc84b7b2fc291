//! Every page and file that the site has, by path. A new kind of page has its line here.

use std::collections::BTreeMap;
use std::thread;

use super::actors::{ActorsData, ActorsPage};
use super::compare::ComparePage;
use super::compare_data::ComparisonData;
use super::compare_index::CompareIndex;
use super::comparison::Comparison;
use super::concordance::ConcordancePage;
use super::concordance_json::ConcordanceData;
use super::document::DocumentPage;
use super::edition::Edition;
use super::full::FullPage;
use super::home::Home;
use super::json::{DocumentData, SectionData};
use super::links::LinksPage;
use super::listing::Listing;
use super::page::WrittenPage;
use super::search::SearchPage;
use super::section::SectionPage;
use super::silences::SilencesPage;
use super::term::{TermData, TermPage};
use super::terms::TermsPage;
use super::{Resource, assets, html, joined, json_of, markdown, markdown_of, robots};
use crate::library::address;
use crate::library::document::Document;
use crate::library::pair::pairs;

/// Comparisons are half of the work: they are rendered beside the rest.
pub fn resources(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    thread::scope(|scope| {
        let comparisons = scope.spawn(|| comparisons(edition));
        let mut resources = pages(edition);
        resources.extend(joined(comparisons));
        resources
    })
}

fn pages(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    let library = edition.library;
    let mut resources = BTreeMap::new();
    let mut add = |path: String, resource: Resource| {
        resources.insert(path, resource);
    };
    add(address::HOME.to_owned(), html(edition, &Home::new(edition)));
    add(
        address::SEARCH.to_owned(),
        html(edition, &SearchPage::empty(edition)),
    );
    for page in &library.pages {
        add(
            address::page(page),
            html(edition, &WrittenPage::new(edition, page)),
        );
    }
    for kind in library.shared_kinds() {
        add(
            address::kind(kind),
            html(edition, &Listing::of_all(edition, kind)),
        );
    }
    for document in &library.documents {
        add_document(edition, document, &mut add);
    }
    add_index(edition, &mut add);
    if !library.concordance.links.is_empty() {
        add_concordance(edition, &mut add);
    }
    add(address::ROBOTS.to_owned(), robots::robots());
    for (path, resource) in assets::all(edition.base.is_some()) {
        add(path, resource);
    }
    resources
}

/// The pages of terms and actors, where the library has any.
fn add_index(edition: Edition<'_>, add: &mut impl FnMut(String, Resource)) {
    let Edition { library, study, .. } = edition;
    for (at, term) in library.terms.iter().enumerate() {
        let path = address::term(term);
        let Some(found) = study.occurrences.term(at) else {
            continue;
        };
        add(
            format!("{path}.json"),
            json_of(&TermData::new(edition, at, found)),
        );
        add(path, html(edition, &TermPage::new(edition, at, found)));
    }
    if !library.terms.is_empty() {
        add(
            address::TERMS.to_owned(),
            html(edition, &TermsPage::new(edition)),
        );
    }
    if !library.actors.actors.is_empty() {
        let path = address::ACTORS;
        add(format!("{path}.json"), json_of(&ActorsData::new(edition)));
        add(path.to_owned(), html(edition, &ActorsPage::new(edition)));
    }
}

fn add_concordance(edition: Edition<'_>, add: &mut impl FnMut(String, Resource)) {
    let library = edition.library;
    let whole = address::CONCORDANCE.to_owned();
    add(
        format!("{whole}.json"),
        json_of(&ConcordanceData::new(edition)),
    );
    add(whole, html(edition, &ConcordancePage::new(edition)));
    let all = LinksPage::new(edition, None);
    add(address::LINKS.to_owned(), html(edition, &all));
    for relation in library.concordance.relations() {
        let page = LinksPage::new(edition, Some(relation));
        add(address::relation(relation), html(edition, &page));
    }
    if !library.concordance.silences.is_empty() {
        let page = SilencesPage::new(edition);
        add(address::SILENCES.to_owned(), html(edition, &page));
    }
}

/// The pairs of sections that the editors' links join; any other is made when it is asked for.
fn comparisons(edition: Edition<'_>) -> BTreeMap<String, Resource> {
    let library = edition.library;
    let mut resources = BTreeMap::new();
    let mut add = |path: String, resource: Resource| {
        resources.insert(path, resource);
    };
    let pairs = pairs(library);
    add(
        address::COMPARE.to_owned(),
        html(edition, &CompareIndex::new(edition, &pairs)),
    );
    for pair in &pairs {
        let (first, second) = (&pair.first.reference, &pair.second.reference);
        let path = address::compare(library, first, second);
        let comparison = Comparison::new(edition, first, second);
        let (Some(path), Some(comparison)) = (path, comparison) else {
            continue;
        };
        let page = html(edition, &ComparePage::new(edition, &comparison, &pairs));
        let data = json_of(&ComparisonData::new(&comparison));
        add(format!("{path}.json"), data);
        add(path, page);
    }
    resources
}

fn add_document(edition: Edition<'_>, document: &Document, add: &mut impl FnMut(String, Resource)) {
    let library = edition.library;
    let about = address::document(document);
    add(
        format!("{about}.json"),
        json_of(&DocumentData::new(edition, document)),
    );
    add(
        format!("{about}.md"),
        markdown_of(markdown::document(edition, document)),
    );
    add(about, html(edition, &DocumentPage::new(edition, document)));
    add(
        address::full(document),
        html(edition, &FullPage::new(edition, document)),
    );
    for kind in library.kinds_of(document) {
        let listing = Listing::of_document(edition, document, kind);
        add(address::listing(document, kind), html(edition, &listing));
    }
    for (at, section) in document.sections.iter().enumerate() {
        let path = address::section(section);
        add(
            format!("{path}.json"),
            json_of(&SectionData::new(edition, document, at)),
        );
        add(
            format!("{path}.md"),
            markdown_of(markdown::section(edition, document, at)),
        );
        add(
            path,
            html(edition, &SectionPage::new(edition, document, at)),
        );
    }
}
