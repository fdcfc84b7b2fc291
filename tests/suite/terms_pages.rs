//! The pages of terms and actors, and the links from the text to them.

use lectern::library::address;
use lectern::site::{Site, render};
use lectern::study::Study;
use serde_json::Value;

use crate::support::{body, embedded, snapshot};

fn data(site: &Site, path: &str) -> Value {
    serde_json::from_str(&body(site, &format!("{path}.json"))).unwrap()
}

#[test]
fn the_page_of_a_term() {
    let site = render(embedded());
    snapshot(&site, "term", "/terms/icann");
    snapshot(&site, "term.json", "/terms/icann.json");
}

#[test]
fn every_occurrence_stands_in_its_sentence() {
    let library = embedded();
    let study = Study::of(&library);
    let site = render(library.clone());
    for (at, term) in library.terms.iter().enumerate() {
        let found = study.occurrences.term(at).unwrap();
        let path = address::term(term);
        let data = data(&site, &path);
        let occurrences = data["occurrences"].as_array().unwrap();
        assert_eq!(occurrences.len(), found.in_text.len(), "{path}");
        for one in occurrences {
            let sentence: Vec<char> = one["sentence"].as_str().unwrap().chars().collect();
            let place = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
            let words: String = sentence[place("start")..place("end")].iter().collect();
            let plain = |text: &str| text.replace('’', "'").to_lowercase();
            let known = term.forms.iter().any(|form| plain(form) == plain(&words));
            assert!(known, "{path}: {words} is no form");
        }
        let marked = body(&site, &path).matches("<mark>").count();
        assert_eq!(marked, found.total(), "{path} marks every occurrence once");
        for (place, count) in found.per_document.iter().enumerate() {
            assert_eq!(data["counts"][place]["count"], *count, "{path}");
        }
    }
}

#[test]
fn the_index_shows_the_counts_of_the_study() {
    let library = embedded();
    let study = Study::of(&library);
    let page = body(&render(library.clone()), address::TERMS);
    let index = page.split_once("</table>").unwrap().0;
    for (at, term) in library.terms.iter().enumerate() {
        let link = format!("href=\"{}\"", address::term(term));
        let row = index
            .split_once(&link)
            .unwrap()
            .1
            .split_once("</tr>")
            .unwrap()
            .0;
        let figures: Vec<usize> = row
            .split("<span class=\"figure")
            .skip(1)
            .map(|rest| rest.split(['>', '<']).nth(1).unwrap().parse().unwrap())
            .collect();
        assert_eq!(
            figures,
            study.occurrences.term(at).unwrap().per_document,
            "{link}"
        );
    }
}

#[test]
fn the_first_mention_in_a_section_links_and_the_next_does_not() {
    let library = embedded();
    let study = Study::of(&library);
    let site = render(library.clone());
    let mut linked = 0;
    for document in &library.documents {
        for (at, section) in document.sections.iter().enumerate() {
            if document.subtree(at).len() > 1 {
                continue;
            }
            let page = body(&site, &address::section(section));
            let place = study.place(&section.reference).unwrap();
            let text = page.split_once("<div class=\"text\"").unwrap().1;
            let text = text
                .split_once("<details class=\"terms-here\"")
                .map_or(text, |parts| parts.0);
            for (number, term) in library.terms.iter().enumerate() {
                let link = format!("<a class=\"term\" href=\"{}\"", address::term(term));
                let times = text.matches(&link).count();
                assert!(times <= 1, "{} links {times} times", section.reference);
                linked += times;
                let used = study.occurrences.terms_in(place).contains(&number);
                assert!(times == 0 || used && term.kind.links_in_text());
                let listed = page.contains(&format!("<li><a href=\"{}\"", address::term(term)));
                assert_eq!(listed, used, "{}: {}", section.reference, term.label);
            }
        }
    }
    assert!(linked > 50, "only {linked} links");
    // The paragraph names ICANN twice, and its name in full before.
    let page = body(&site, "/strategy/actions/governance-reform");
    assert_eq!(
        page.matches("class=\"term\" href=\"/terms/icann\"").count(),
        1
    );
}

#[test]
fn every_sentence_of_an_actor_is_on_the_page() {
    let library = embedded();
    let study = Study::of(&library);
    let site = render(library.clone());
    let page = body(&site, address::ACTORS);
    assert_eq!(page.matches("<mark>").count(), study.actor_sentences.len());
    let data = data(&site, address::ACTORS);
    for (at, actor) in library.actors.actors.iter().enumerate() {
        let sentences = data["actors"][at]["sentences"].as_array().unwrap();
        assert_eq!(
            sentences.len(),
            study.sentences_of(at).count(),
            "{}",
            actor.label
        );
    }
}
