//! How many matches a paragraph has, in a line.

use std::collections::BTreeSet;

use super::ends::across;
use crate::library::{Document, DocumentId, Library, Place, pluralize};
use crate::site::context::RenderContext;
use crate::study::coverage::Coverage;
use crate::study::link_index::LinkEnd;

/// `Paper: 9 matches`, `Paper: 1 loose match`, `No match in the paper`. `None` for a section, and
/// where nobody compared the text.
pub fn match_line(ctx: RenderContext<'_>, place: Place) -> Option<String> {
    let library = ctx.library;
    // A section and an apparatus have no coverage, a text that nobody compared has none either.
    ctx.study.coverage.of_place(library, place).next()?;
    let document = &library[library[library.section_of(place)].document];
    let ends = across(ctx, place);
    if ends.is_empty() {
        return Some(format!(
            "No match in {}",
            others_in_text(library, document)?
        ));
    }
    let links = ends.iter().map(|met| Coverage::of(&library[met.link]));
    let told = sorts(&links.collect::<Vec<_>>());
    Some(match only_other(library, document) {
        Some(other) => format!("{}: {told}", other.metadata.short_title),
        None => format!("{told} in {}", texts(library, &ends)),
    })
}

/// `9 matches`; where none is clear or close, of which sorts they are: `1 loose match`, `2 matches
/// that differ`, `1 loose match, 2 that differ`.
fn sorts(links: &[Coverage]) -> String {
    let count = |own| links.iter().filter(|one| **one == own).count();
    let (loose, differs) = (count(Coverage::Loose), count(Coverage::Differs));
    if loose + differs < links.len() {
        return matches(links.len(), None);
    }
    let verb = if differs == 1 { "differs" } else { "differ" };
    match (loose, differs) {
        (_, 0) => matches(loose, Some("loose")),
        (0, _) => format!("{} that {verb}", matches(differs, None)),
        _ => format!("{}, {differs} that {verb}", matches(loose, Some("loose"))),
    }
}

/// The texts where the other ends of some links stand: `3 texts`.
fn texts(library: &Library, ends: &[LinkEnd]) -> String {
    let texts = ends.iter().map(|met| {
        let section = library.section_at(&library[met.link], met.end.other());
        library[section].document
    });
    let texts: BTreeSet<DocumentId> = texts.collect();
    pluralize(texts.len(), "text")
}

/// `1 match`, `9 matches`, and of one sort `2 loose matches`.
fn matches(count: usize, sort: Option<&str>) -> String {
    let noun = if count == 1 { "match" } else { "matches" };
    match sort {
        Some(sort) => format!("{count} {sort} {noun}"),
        None => format!("{count} {noun}"),
    }
}

/// The texts that a document was compared with, in the middle of a sentence: `the paper`; `None` where
/// nobody compared it.
pub fn others_in_text<'a>(library: &'a Library, document: &Document) -> Option<&'a str> {
    library.compared.with(document.id).next()?;
    let only = only_other(library, document);
    Some(only.map_or("the texts compared with it", |other| {
        &other.metadata.in_text
    }))
}

/// The document that one was compared with, if it is no more.
fn only_other<'a>(library: &'a Library, document: &Document) -> Option<&'a Document> {
    let mut others = library.compared.with(document.id);
    let other = others.next()?;
    others.next().is_none().then(|| &library[other])
}

#[cfg(test)]
mod tests {
    use super::sorts;
    use crate::study::coverage::Coverage::{Clear, Differs, Loose};

    #[test]
    fn what_is_neither_clear_nor_close_is_told_by_its_sort() {
        for (links, told) in [
            (vec![Clear, Loose, Differs], "3 matches"),
            (vec![Loose], "1 loose match"),
            (vec![Loose, Loose], "2 loose matches"),
            (vec![Differs], "1 match that differs"),
            (
                vec![Differs, Loose, Differs],
                "1 loose match, 2 that differ",
            ),
        ] {
            assert_eq!(sorts(&links), told);
        }
    }
}
