//! What holds of the comparison of any two sections, whether links join them, one stands below the
//! other, or neither, and in whichever order they are named.

use std::collections::{BTreeMap, BTreeSet};

use lectern::library::{End, IdRange, Library, SectionId};
use lectern::site::{Format, Resolution, Route};
use serde_json::Value;

use crate::support::{RenderedSite, scholarly, sound, text};

/// Every pair of two sections, in both orders.
fn pairs(library: &Library) -> Vec<[SectionId; 2]> {
    let ids = || library.sections().iter().map(|section| section.id);
    let pairs = ids().flat_map(|a| ids().map(move |b| [a, b]));
    pairs.filter(|[a, b]| a != b).collect()
}

fn path([a, b]: [SectionId; 2], library: &Library) -> String {
    let [a, b] = [a, b].map(|id| {
        let reference = &library[id].reference;
        format!("{}-{}", reference.document, reference.section)
    });
    format!("/compare/{a}/{b}")
}

/// The data of the comparison at a path, which may be one that leads on.
fn data(rendered: &RenderedSite, path: &str) -> Value {
    let site = &rendered.site;
    let (Resolution::Found(route) | Resolution::Moved(route)) =
        site.resolve(&format!("{path}.json")).unwrap()
    else {
        panic!("{path} leads to a paragraph");
    };
    serde_json::from_str(text(&site.render(route).unwrap())).unwrap()
}

/// The paragraphs that stand whole in a comparison, each with how often it does.
fn whole_paragraphs(data: &Value) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in data["rows"].as_array().unwrap() {
        for side in [&row["first"], &row["second"]] {
            let reference = side["ref"].as_str().unwrap_or_default();
            if side["whole"] == true && reference.contains(".p") {
                *counts.entry(reference.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}

/// The paragraphs that a comparison has to show: of each section its own, else those below it.
fn expected(library: &Library, sections: [SectionId; 2]) -> BTreeMap<String, usize> {
    let shown = sections.into_iter().flat_map(|id| {
        let section = &library[id];
        if section.paragraphs.is_empty() {
            section.subtree
        } else {
            IdRange::only(id)
        }
    });
    let paragraphs = shown.flat_map(|id| &library[library[id].paragraphs]);
    paragraphs
        .map(|paragraph| (paragraph.reference.to_string(), 1))
        .collect()
}

#[test]
fn each_paragraph_stands_whole_once() {
    for rendered in [scholarly(), sound()] {
        let library = rendered.library();
        for pair in pairs(library) {
            let path = path(pair, library);
            let whole = whole_paragraphs(&data(rendered, &path));
            assert_eq!(whole, expected(library, pair), "{path}");
        }
    }
}

#[test]
fn both_orders_have_a_page_and_share_the_data() {
    for rendered in [scholarly(), sound()] {
        let (site, library) = (&rendered.site, rendered.library());
        for pair in pairs(library) {
            let path = path(pair, library);
            let page = Route::Comparison(pair[0], pair[1], Format::Html);
            assert_eq!(site.resolve(&path), Some(Resolution::Found(page)), "{path}");
            assert!(!text(&site.render(page).unwrap()).is_empty(), "{path}");
            let data = Route::comparison(pair[0], pair[1], Format::Json).unwrap();
            let leads = if pair[0] < pair[1] {
                Resolution::Found(data)
            } else {
                Resolution::Moved(data)
            };
            let path = format!("{path}.json");
            assert_eq!(site.resolve(&path), Some(leads), "{path}");
        }
    }
}

#[test]
fn comparisons_that_are_listed_are_those_that_links_join() {
    let rendered = scholarly();
    let library = rendered.library();
    let links = library.links().iter();
    let joined = links.map(|link| End::BOTH.map(|end| library.section_at(link, end)));
    let joined: BTreeSet<String> = joined
        .filter(|[a, b]| a != b)
        .flat_map(|[a, b]| [path([a, b], library), path([b, a], library)])
        .collect();
    let listed = rendered.pages().map(|(path, _)| path);
    let listed: BTreeSet<String> = listed
        .filter(|path| path.starts_with("/compare/"))
        .map(str::to_owned)
        .collect();
    assert_eq!(listed, joined);
    assert!(listed.len() > 2);
}
