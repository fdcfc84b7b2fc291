//! Links from the text to the terms: the first mention of each in its section.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use super::edition::Edition;
use crate::library::address;
use crate::library::part::Part;
use crate::library::prose::{Mark, Prose, Style};
use crate::library::section::Paragraph;

/// A mention: the ordinal of its paragraph, its bytes, and the term's place in the library.
type Mention = (usize, Range<usize>, usize);

/// The paragraph's prose, with a link where it holds the first mention of a term in its section.
///
/// Headings and quotations hold no such links, and neither do run-in heads and the words of other
/// links: the first mention that can be a link is it. So a paragraph reads the same on every page.
pub fn linked<'a>(edition: Edition<'_>, paragraph: &'a Paragraph) -> Cow<'a, Prose> {
    let prose = &paragraph.prose;
    let marks: Vec<Mark> = first_mentions(edition, paragraph)
        .into_iter()
        .filter(|(ordinal, ..)| Some(*ordinal) == paragraph.reference.paragraph)
        .map(|(_, range, term)| {
            let term = &edition.library.terms[term];
            let expansion = term.expansion.as_ref().map(|one| one.text.clone());
            let style = Style::Term {
                path: address::term(term),
                expansion: expansion.filter(|text| *text != prose.text[range.clone()]),
            };
            Mark { range, style }
        })
        .collect();
    if marks.is_empty() {
        return Cow::Borrowed(prose);
    }
    let mut linked = prose.clone();
    linked.marks.extend(marks);
    // Marks stand in the order in which they open, the outer first.
    linked
        .marks
        .sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end)));
    Cow::Owned(linked)
}

/// The first mention of each term in the section of a paragraph.
fn first_mentions(edition: Edition<'_>, paragraph: &Paragraph) -> Vec<Mention> {
    let Edition { library, study, .. } = edition;
    let Some(at) = study.place(&paragraph.reference) else {
        return Vec::new();
    };
    let section = &library.documents[at.document].sections[at.section];
    let proses: Vec<&Prose> = section.paragraphs().iter().map(|one| &one.prose).collect();
    let mut mentions: Vec<Mention> = Vec::new();
    for &term in study.occurrences.terms_in(at) {
        let named = library.terms[term].kind.links_in_text();
        let Some(occurrences) = study.occurrences.term(term).filter(|_| named) else {
            continue;
        };
        mentions.extend(occurrences.in_section(at).filter_map(|one| {
            let Part::Paragraph(ordinal) = one.spot.part else {
                return None;
            };
            Some((ordinal, one.spot.range.clone(), term))
        }));
    }
    mentions.sort_by_key(|(ordinal, range, _)| (*ordinal, range.start, Reverse(range.end)));
    // A name inside a longer one, as UN in "UN Charter", is not a link of its own.
    let mut last = (0, 0);
    mentions.retain(|(ordinal, range, _)| {
        let inside = last.0 == *ordinal && range.start < last.1;
        if !inside {
            last = (*ordinal, range.end);
        }
        !inside
    });
    let mut met = HashSet::new();
    mentions.retain(|(ordinal, range, term)| {
        let prose = proses.get(ordinal - 1);
        prose.is_some_and(|prose| can_link(prose, range)) && met.insert(*term)
    });
    mentions
}

/// Whether a link around these bytes would meet no other link, note or run-in head, and would nest
/// with every mark.
fn can_link(prose: &Prose, range: &Range<usize>) -> bool {
    let marks = prose.marks.iter().all(|mark| {
        let other = &mark.range;
        let apart = other.end <= range.start || range.end <= other.start;
        let around = other.start <= range.start && range.end <= other.end;
        let within = range.start <= other.start && other.end <= range.end;
        match mark.style {
            Style::Emphasis | Style::Strong | Style::Code => apart || around || within,
            Style::Label | Style::Link(_) | Style::Term { .. } => apart,
            Style::Shared | Style::Quoted { .. } => true,
        }
    });
    let notes = prose.notes.iter();
    marks
        && notes
            .into_iter()
            .all(|note| note.at <= range.start || range.end <= note.at)
}
