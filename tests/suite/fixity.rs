//! By what a reader can tell that words are the same: one hash, wherever it is said.

use lectern::library::{Library, Place};
use lectern::site::hash::sha256;
use lectern::site::{FixedWords, Format, Route, TextFormat};
use serde_json::Value;

use crate::support::{real, sites, text};

fn json(route: Route) -> Value {
    serde_json::from_str(text(&real().site.render(route).unwrap())).unwrap()
}

fn hash_of(library: &Library, reference: &str) -> String {
    FixedWords::parse(library, reference)
        .unwrap()
        .sha256(library)
}

#[test]
fn hash_is_that_of_the_words_that_a_reader_copies() {
    let library = real().library();
    let words = FixedWords::parse(library, "strategy/II.4")
        .unwrap()
        .text(library);
    let start = "4. The Principle of Shared Benefits ";
    assert!(words.starts_with(start), "{words}");
    // As on the page, with its curly quotes and in lines.
    let copied = words.replace(". ", ".\n\n").replace('\'', "’");
    let straight = copied.replace('’', "'");
    let again = straight.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(sha256(again.as_bytes()), hash_of(library, "strategy/II.4"));
}

#[test]
fn words_of_a_section_are_those_of_all_below_it() {
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let roots = library.roots(document);
            let texts = roots.map(|root| FixedWords::from(root.id).text(library));
            let all = FixedWords::from(document.id).text(library);
            assert_eq!(texts.collect::<Vec<_>>().join(" "), all);
        }
        for section in library.sections() {
            let text = FixedWords::from(section.id).text(library);
            for paragraph in library.paragraphs_in(section.subtree) {
                let own = FixedWords::from(paragraph.id).text(library);
                assert!(
                    text.contains(&own),
                    "{own} is missing in {}",
                    section.reference
                );
            }
        }
    }
}

#[test]
fn page_and_data_say_the_same() {
    let library = real().library();
    let document = library.document("strategy").unwrap();
    let section = library.section_by_number(document, "II.2").unwrap();
    let paragraph = library[library[section].paragraphs].first().unwrap().id;
    for (route, reference) in [
        (Route::Document(document, TextFormat::Json), "strategy"),
        (Route::Section(section, TextFormat::Json), "strategy/II.2"),
        (
            Route::Paragraph(paragraph, TextFormat::Json),
            "strategy/II.2.p1",
        ),
    ] {
        assert_eq!(
            json(route)["sha256"],
            hash_of(library, reference),
            "{reference}"
        );
    }
    for (route, reference) in [
        (Route::Document(document, TextFormat::Html), "strategy"),
        (Route::Cite(section), "strategy/II.2"),
        (
            Route::of_place(Place::from(paragraph), TextFormat::Html),
            "strategy/II.2.p1",
        ),
    ] {
        let page = text(&real().site.render(route).unwrap()).to_owned();
        assert!(page.contains(&hash_of(library, reference)), "{reference}");
    }
    assert_eq!(
        json(Route::Concordance(Format::Json))["sha256"],
        Value::Null
    );
}
