//! Links from the text to the terms: the first mention of each in its section.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::prose::{Annotation, AnnotationStyle};
use crate::library::{ParagraphId, Part, Prose, Section, Style, TermId};
use crate::site::context::RenderContext;

struct Mention {
    paragraph: ParagraphId,
    range: Range<usize>,
    term: TermId,
}

/// The links to terms in the paragraphs of a section: the first mention of each that can be a link.
///
/// Headings and quotations hold no such links, and neither do run-in heads and the words of other
/// links. So a paragraph reads the same on every page.
pub fn term_links(
    ctx: RenderContext<'_>,
    section: &Section,
) -> HashMap<ParagraphId, Vec<Annotation>> {
    let mut linked = HashSet::new();
    let mut links: HashMap<ParagraphId, Vec<Annotation>> = HashMap::new();
    for mention in outermost_mentions(ctx, section) {
        let prose = &ctx.library[mention.paragraph].prose;
        if can_link(prose, &mention.range) && linked.insert(mention.term) {
            links
                .entry(mention.paragraph)
                .or_default()
                .push(Annotation {
                    range: mention.range,
                    style: AnnotationStyle::Term(mention.term),
                });
        }
    }
    links
}

/// The mentions of all terms that link, in reading order, without those inside a longer one, as UN
/// in "UN Charter".
fn outermost_mentions(ctx: RenderContext<'_>, section: &Section) -> Vec<Mention> {
    let occurrences = &ctx.study.occurrences;
    let terms = occurrences.terms_in(section.id).iter().copied();
    let mut mentions: Vec<Mention> = terms
        .filter(|&term| ctx.library[term].kind.links_in_text())
        .flat_map(|term| {
            let spans = occurrences.term(term).in_section(ctx.library, section.id);
            spans.iter().filter_map(move |span| match span.part {
                Part::Paragraph(paragraph) => Some(Mention {
                    paragraph,
                    range: span.range.clone(),
                    term,
                }),
                Part::Heading(_) | Part::Quotation(_) => None,
            })
        })
        .collect();
    mentions.sort_by_key(|one| (one.paragraph, one.range.start, Reverse(one.range.end)));
    let mut last: Option<(ParagraphId, usize)> = None;
    mentions.retain(|one| {
        let inside = last
            .is_some_and(|(paragraph, end)| paragraph == one.paragraph && one.range.start < end);
        if !inside {
            last = Some((one.paragraph, one.range.end));
        }
        !inside
    });
    mentions
}

/// Whether a link around these bytes would meet no other link, note or run-in head, and would nest
/// with every mark.
fn can_link(prose: &Prose, range: &Range<usize>) -> bool {
    let nests = prose.marks.iter().all(|mark| {
        let other = &mark.range;
        let apart = other.end <= range.start || range.end <= other.start;
        let around = other.start <= range.start && range.end <= other.end;
        let within = range.start <= other.start && other.end <= range.end;
        match mark.style {
            Style::Emphasis | Style::Strong | Style::Code => apart || around || within,
            Style::Label | Style::Link(_) => apart,
        }
    });
    let mut notes = prose.notes.iter();
    nests && notes.all(|note| note.at <= range.start || range.end <= note.at)
}
