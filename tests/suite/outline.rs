//! The structure of both texts.

use std::fmt::Write as _;

use lectern::library::{Document, Library, Target};

use crate::support::real;

#[test]
fn outline_of_both_texts() {
    let library = real().library();
    let mut outline = format!("{}\n", library.summary());
    for document in library.documents() {
        outline.push_str(&outline_of(library, document));
    }
    insta::assert_snapshot!("the_outline_of_both_texts", outline);
}

fn outline_of(library: &Library, document: &Document) -> String {
    let mut outline = format!(
        "\n{} ({} words)\n",
        document.metadata.title,
        library.length(document.sections).words
    );
    for section in &library[document.sections] {
        let depth = usize::from(section.level) * 2 - 2;
        let paragraphs = &library[section.paragraphs];
        let labels = paragraphs
            .iter()
            .filter(|p| p.prose.label().is_some())
            .count();
        let notes: usize = paragraphs.iter().map(|p| p.prose.notes.len()).sum();
        writeln!(
            outline,
            "{:depth$}{} {} /{} [{}] {} ¶{}{}{}",
            "",
            section.reference,
            library[section.kind].class,
            section.slug,
            section.number.as_deref().unwrap_or("-"),
            section.title,
            paragraphs.len(),
            if labels > 0 {
                format!(", {labels} labelled")
            } else {
                String::new()
            },
            if notes > 0 {
                format!(", {notes} noted")
            } else {
                String::new()
            },
        )
        .unwrap();
    }
    outline
}

#[test]
fn citations_of_the_paper_lead_to_its_references_and_no_other_bracket_does() {
    let library = real().library();
    let mut cited = Vec::new();
    for paragraph in library.paragraphs() {
        for target in paragraph.prose.targets() {
            if let Target::Place(place) = library[target] {
                let reference = library.reference(place);
                cited.push(format!("{} -> {reference}", paragraph.reference));
            }
        }
    }
    assert_eq!(
        cited,
        [
            "research/1.p1 -> research/references.p1",
            "research/1.p1 -> research/references.p2",
            "research/1.p1 -> research/references.p3",
        ]
    );
}
