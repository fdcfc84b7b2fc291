//! How many matches a paragraph has, in a line.

use std::collections::BTreeSet;

use super::ends::across;
use crate::library::{Document, DocumentId, Library, Place, pluralize};
use crate::site::context::RenderContext;
use crate::study::link_index::LinkEnd;
use crate::study::verdicts::Verdict;

/// `Paper: 9 matches`, `Only a loose match in the paper`, `No match in the paper`. `None` for a
/// section, and where no match joins two texts.
pub fn match_line(ctx: RenderContext<'_>, place: Place) -> Option<String> {
    let library = ctx.library;
    let verdict = ctx.study.verdicts.at(place)?;
    if !ctx.study.links.crosses() {
        return None;
    }
    let ends = across(ctx, place);
    let document = &library[library[library.section_of(place)].document];
    let others = others_in_text(library, document);
    Some(match verdict {
        Verdict::None => format!("No match in {others}"),
        Verdict::Weak if ends.len() == 1 => format!("Only a loose match in {others}"),
        Verdict::Weak => counted(library, document, &ends, Some("loose")),
        Verdict::Counterpart => counted(library, document, &ends, None),
    })
}

/// `Paper: 9 matches`; of more than two texts `9 matches in 3 texts`.
fn counted(library: &Library, document: &Document, ends: &[LinkEnd], sort: Option<&str>) -> String {
    let matches = matches(ends.len(), sort);
    if let Some(other) = only_other(library, document) {
        return format!("{}: {matches}", other.metadata.short_title);
    }
    let texts = ends.iter().map(|met| {
        let section = library.section_at(&library[met.link], met.end.other());
        library[section].document
    });
    let texts: BTreeSet<DocumentId> = texts.collect();
    format!("{matches} in {}", pluralize(texts.len(), "text"))
}

/// `1 match`, `9 matches`, and of one sort `2 loose matches`.
fn matches(count: usize, sort: Option<&str>) -> String {
    let noun = if count == 1 { "match" } else { "matches" };
    match sort {
        Some(sort) => format!("{count} {sort} {noun}"),
        None => format!("{count} {noun}"),
    }
}

/// The other texts of the library in the middle of a sentence: `the paper`, `other texts`.
pub fn others_in_text<'a>(library: &'a Library, document: &Document) -> &'a str {
    only_other(library, document).map_or("other texts", |other| &other.metadata.in_text)
}

/// The other document, where there are two.
fn only_other<'a>(library: &'a Library, document: &Document) -> Option<&'a Document> {
    let documents = library.documents().iter();
    let mut others = documents.filter(|other| other.id != document.id);
    others.next().filter(|_| others.next().is_none())
}
