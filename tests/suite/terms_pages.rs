//! The pages of terms and actors, and the links from the text to them.

use std::collections::BTreeMap;

use lectern::library::Term;
use lectern::site::{Format, Outcome, Route, TextFormat};
use scraper::Html;
use serde_json::Value;

use crate::support::{all, all_in, attribute, real, scholarly, snapshot, text, the, the_in, words};

fn path(term: &Term) -> String {
    real().site.path(Route::Term(term.id, Format::Html))
}

/// Where the links of a page that a selector names lead.
fn hrefs<'a>(page: &'a Html, selector: &str) -> Vec<&'a str> {
    let links = all(page, selector).into_iter();
    links.map(|link| attribute(link, "href")).collect()
}

#[test]
fn page_of_a_term_reads_as_a_whole() {
    snapshot(real(), "term", "/terms/icann");
    snapshot(real(), "term.json", "/terms/icann.json");
}

#[test]
fn every_occurrence_stands_in_its_sentence() {
    let occurrences = &real().site.study().occurrences;
    for term in real().library().terms() {
        let found = occurrences.term(term.id);
        let data = real().data(&format!("{}.json", path(term)));
        let shown = data["occurrences"].as_array().unwrap();
        assert_eq!(shown.len(), found.in_text.len(), "{}", term.label);
        for one in shown {
            let sentence: Vec<char> = one["sentence"].as_str().unwrap().chars().collect();
            let place = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
            let words: String = sentence[place("start")..place("end")].iter().collect();
            let plain = |text: &str| text.replace('’', "'").to_lowercase();
            let is_form = |words: &str| term.forms.iter().any(|form| plain(form) == plain(words));
            // A name may have its abbreviation in brackets behind it.
            let both = words
                .strip_suffix(')')
                .and_then(|both| both.split_once(" ("));
            let known = match both {
                Some((name, abbreviation)) => is_form(name) && is_form(abbreviation),
                None => is_form(&words),
            };
            assert!(known, "{}: {words} is no form", term.label);
        }
        let page = real().page(&path(term));
        assert_eq!(all(&page, "mark").len(), found.total(), "{}", term.label);
    }
}

#[test]
fn counts_are_those_of_the_study() {
    let library = real().library();
    let occurrences = &real().site.study().occurrences;
    let index = real().page("/terms");
    let rows = all(&index, "table.index tr:has(td)").into_iter();
    let figures: BTreeMap<&str, Vec<usize>> = rows
        .map(|row| {
            let figures = all_in(row, ".figure").into_iter().map(words);
            let figures = figures.map(|figure| figure.parse().unwrap());
            (attribute(the_in(row, "th a"), "href"), figures.collect())
        })
        .collect();
    assert_eq!(figures.len(), library.terms().len());
    for term in library.terms() {
        let found = occurrences.term(term.id);
        let counts: Vec<usize> = library
            .documents()
            .iter()
            .map(|document| found.in_document(document.id).map_or(0, |one| one.count))
            .collect();
        assert_eq!(counts.iter().sum::<usize>(), found.total());

        let data = real().data(&format!("{}.json", path(term)));
        let in_data = data["counts"].as_array().unwrap().iter();
        let in_data: Vec<&Value> = in_data.map(|one| &one["count"]).collect();
        assert_eq!(in_data, counts, "{}", term.label);

        assert_eq!(figures[path(term).as_str()], counts, "{}", term.label);
    }
}

#[test]
fn chinese_of_a_term_stands_in_the_index_and_on_its_page() {
    let index = real().page("/terms");
    let in_index = all(&index, "table.index tr:has(td)").into_iter();
    let in_index: BTreeMap<&str, String> = in_index
        .map(|row| (attribute(the_in(row, "th a"), "href"), words(row)))
        .collect();
    let terms = real().library().terms().iter();
    for (term, zh) in terms.filter_map(|term| Some((term, term.zh.as_deref()?))) {
        assert!(in_index[path(term).as_str()].contains(zh), "{zh}");
        let page = real().page(&path(term));
        assert_eq!(words(the(&page, ".facts .zh")), zh);
    }
}

#[test]
fn keywords_of_a_term_find_it_and_no_page_shows_them() {
    let path = "/terms/hra";
    let page = scholarly().page(path);
    let facts = words(the(&page, ".facts"));
    assert!(facts.contains("Also calledthe assembly"), "{facts}");
    for path in [path, "/terms/hra.json", "/terms"] {
        assert!(!scholarly().body(path).contains("house council"), "{path}");
    }
    let Ok(Outcome::Answer(results)) = scholarly().site.search("house council", 1) else {
        panic!("no results");
    };
    assert!(text(&results).contains(path));
}

#[test]
fn an_actor_has_its_clauses_by_text_and_kind() {
    let page = real().page("/actors");
    let china = the(&page, "[aria-labelledby='actor-china']");
    let tallies: Vec<String> = all_in(china, "summary").into_iter().map(words).collect();
    assert_eq!(
        tallies,
        [
            "Strategy 61 commitments, 15 claims, 3 prohibitions",
            "Paper 1 commitment, 44 recommendations, 5 claims, 2 prohibitions"
        ]
    );
    let kinds: Vec<String> = all_in(china, "h3").into_iter().map(words).collect();
    let in_strategy = ["Commitments", "Claims", "Prohibitions"];
    let in_paper = ["Commitments", "Recommendations", "Claims", "Prohibitions"];
    assert_eq!(kinds, [&in_strategy[..], &in_paper].concat());
    let united_nations = the(&page, "[aria-labelledby='actor-united-nations']");
    let term = the_in(united_nations, ".legend a");
    assert_eq!(attribute(term, "href"), "/terms/united-nations");
}

#[test]
fn first_mention_in_a_section_links_and_the_next_does_not() {
    let library = real().library();
    let occurrences = &real().site.study().occurrences;
    let mut linked = 0;
    let leaves = library.sections().iter();
    for section in leaves.filter(|section| section.children.is_empty()) {
        let path = real()
            .site
            .path(Route::Section(section.id, TextFormat::Html));
        let page = real().page(&path);
        let (in_text, listed) = (hrefs(&page, ".text a.term"), hrefs(&page, ".terms-here a"));
        for term in library.terms() {
            let to_term = |hrefs: &[&str]| {
                hrefs
                    .iter()
                    .filter(|href| **href == self::path(term))
                    .count()
            };
            let times = to_term(&in_text);
            assert!(times <= 1, "{path} links {times} times to {}", term.label);
            linked += times;
            let used = occurrences.terms_in(section.id).contains(&term.id);
            assert!(times == 0 || used && term.kind.links_in_text(), "{path}");
            assert_eq!(
                to_term(&listed),
                usize::from(used),
                "{path}: {}",
                term.label
            );
        }
    }
    assert!(linked > 50, "only {linked} links");
    // The paragraph names ICANN twice, and its name in full before.
    let page = real().page("/strategy/actions/governance-reform");
    assert_eq!(all(&page, "a.term[href='/terms/icann']").len(), 1);
}

#[test]
fn every_clause_of_an_actor_is_on_the_page_and_in_the_data() {
    let library = real().library();
    let page = real().page("/actors");
    let data = real().data("/actors.json");
    let actors = library.actors.actors.values();
    let in_data = data["actors"].as_array().unwrap();
    assert_eq!(in_data.len(), actors.len());
    for (actor, in_data) in actors.iter().zip(in_data) {
        let section = the(&page, &format!("[aria-labelledby='actor-{}']", actor.slug));
        let marks = all_in(section, ".contexts mark").into_iter();
        let mut marks: Vec<String> = marks.map(|mark| straight(&words(mark))).collect();
        let in_data = in_data["acts"].as_array().unwrap().iter();
        let mut in_data: Vec<String> = in_data
            .map(|act| straight(act["words"].as_str().unwrap()))
            .collect();
        let count = real().site.study().acts_of(library, actor.id).len();
        assert_eq!(in_data.len(), count, "{}", actor.label);
        marks.sort_unstable();
        in_data.sort_unstable();
        assert_eq!(marks, in_data, "{}", actor.label);
    }
}

fn straight(text: &str) -> String {
    text.replace(['‘', '’'], "'").replace(['“', '”'], "\"")
}
