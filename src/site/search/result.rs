//! A section as a search result.

use std::ops::Range;

use super::context::{Piece, pieces};
use super::link::Link;
use super::snippet::{snippet, text_fragments};
use crate::library::part::Part;
use crate::library::prose::Prose;
use crate::library::section::Section;
use crate::library::{Library, address};
use crate::search::Found;
use crate::search::entries::Source;

/// A section as a result.
pub struct ResultPart {
    /// The colour of its document.
    pub colour: &'static str,
    /// The short title of its document.
    pub document: String,
    /// The language of its words.
    pub language: String,
    /// The reference of the section.
    pub reference: String,
    /// Its heading, with the hits marked.
    pub heading: Vec<Piece>,
    /// The address of the section.
    pub href: String,
    /// The sections above it.
    pub crumbs: Vec<Link>,
    /// The fragment of the best passage.
    pub place: String,
    /// Some words of it, with the hits marked.
    pub words: Option<Vec<Piece>>,
    /// Whether these are an editors' note.
    pub note: bool,
    /// The address of just these words.
    pub href_words: String,
    /// What was asked for and is not in it.
    pub missing: String,
}

impl ResultPart {
    /// The result for a section that was found.
    pub fn new(library: &Library, found: &Found) -> Self {
        let document = &library.documents[found.section.document];
        let section = &document.sections[found.section.section];
        let href = address::section(section);
        let place = found.reference(library).fragment();
        let above = document.ancestors(found.section.section);
        let crumbs = above
            .iter()
            .map(|&up| Link::to_section(&document.sections[up]));
        let shown = shown_passage(section, found);
        let fragments = match (&found.source, &shown) {
            (Source::Part(_), Some(shown)) => text_fragments(shown.prose, shown.hits),
            _ => String::new(),
        };
        Self {
            colour: document.metadata.colour.name(),
            document: document.metadata.short_title.clone(),
            language: document.metadata.language.clone(),
            reference: section.reference.to_string(),
            heading: marked(section.heading_text(), &found.in_heading),
            crumbs: crumbs.collect(),
            words: shown.map(|shown| snippet(shown.part, shown.prose, shown.hits)),
            note: matches!(found.source, Source::Note(..)),
            href_words: format!("{href}#{place}{fragments}"),
            href,
            place,
            missing: found.missing.join(", "),
        }
    }
}

/// The passage that a result shows under its heading.
struct Shown<'a> {
    part: Part,
    prose: &'a Prose,
    hits: &'a [Range<usize>],
}

/// What is shown of a section: where only the heading has the words, how its text begins.
fn shown_passage<'a>(section: &'a Section, found: &'a Found) -> Option<Shown<'a>> {
    let (part, prose, hits): (Part, _, &[_]) = match &found.source {
        Source::Part(Part::Heading) | Source::Page(_) | Source::Aside => {
            let first = section.paragraphs().into_iter().next()?;
            (Part::Paragraph(1), &first.prose, &[])
        }
        Source::Part(part) => (*part, section.part(*part)?, &found.hits),
        Source::Note(part, at) => {
            let note = section.part(*part)?.notes.get(*at)?;
            (Part::Paragraph(1), &note.body, &found.hits)
        }
    };
    Some(Shown { part, prose, hits })
}

fn marked(text: &str, hits: &[Range<usize>]) -> Vec<Piece> {
    let marks: Vec<_> = hits.iter().map(|hit| (hit.clone(), "mark")).collect();
    pieces(text, &(0..text.len()), &marks)
}
