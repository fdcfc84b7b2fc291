//! What the style sheets name, against the templates and scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{read_dir, read_to_string};
use std::path::Path;

use regex::Regex;

/// All files below a folder of the repository whose names end so, one after another.
fn text_of(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut texts = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|one| one == ending) {
                texts.push(read_to_string(path).unwrap());
            }
        }
    }
    texts
}

/// The classes in the templates, each with the names of the elements that have it. What an
/// expression adds is left out.
fn classes_of_templates() -> BTreeMap<String, BTreeSet<String>> {
    let expression = Regex::new(r"(?s)\{%.*?%\}|\{\{.*?\}\}").unwrap();
    let element = Regex::new(r#"<([a-z][a-z0-9]*)[^<>]*? class="([^"]*)""#).unwrap();
    let mut classes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for template in text_of("templates", "html") {
        let template = expression.replace_all(&template, " ");
        for found in element.captures_iter(&template) {
            for class in found[2].split_whitespace() {
                let elements = classes.entry(class.to_owned()).or_default();
                elements.insert(found[1].to_owned());
            }
        }
    }
    classes
}

/// A style of a whole page would dress the small part of another page that shares its class.
#[test]
fn a_class_of_a_page_belongs_to_no_part_of_a_page() {
    let classes = classes_of_templates();
    let of_pages = classes.iter().filter(|(_, on)| on.contains("main"));
    let shared: Vec<_> = of_pages.filter(|(_, on)| on.len() > 1).collect();
    assert!(shared.is_empty(), "{shared:?}");
    assert!(classes.len() > 100, "the templates are read");
}

#[test]
fn every_class_that_is_styled_is_used() {
    let comment = Regex::new(r#"(?s)/\*.*?\*/|"[^"]*""#).unwrap();
    let class = Regex::new(r"\.([a-z][a-z0-9-]*)").unwrap();
    let used = [text_of("templates", "html"), text_of("static", "js")].concat();
    let word = Regex::new(r"[a-z][a-z0-9-]*").unwrap();
    let words: BTreeSet<&str> = used
        .iter()
        .flat_map(|text| word.find_iter(text).map(|found| found.as_str()))
        .collect();
    let styles = text_of("static/css", "css").concat();
    let styles = comment.replace_all(&styles, "");
    let unused: BTreeSet<&str> = class
        .captures_iter(&styles)
        .map(|found| found.get(1).unwrap().as_str())
        .filter(|class| !words.contains(class))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
