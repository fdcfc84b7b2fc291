//! The passages of a handout as its sheet shows them.

use crate::library::{Citable, Document, Place, Section, Target};
use crate::site::context::RenderContext;
use crate::site::exports::pieces::{PieceWriter, TextPiece};
use crate::site::text::Quotes;

use super::entry::{Entry, Passage};

/// A passage with all its words.
pub struct PassagePart<'a> {
    /// `Strategy II.2.p1`.
    pub name: String,
    /// What its section is called, where that is not its own heading.
    pub from: Option<&'a str>,
    pub document: &'a Document,
    pub pieces: Vec<TextPiece<'a>>,
}

/// The passages of each entry, one or two; notes are counted through all of them.
pub fn passage_parts<'a>(ctx: RenderContext<'a>, entries: &[Entry]) -> Vec<Vec<PassagePart<'a>>> {
    let href = |target: &Target| {
        Some(match target {
            Target::Place(place) => ctx.in_context(*place).to_string(),
            Target::Site(path) => path.to_string(),
            Target::Elsewhere(url) => url.clone(),
            Target::Nowhere => return None,
        })
    };
    let mut writer = PieceWriter::new(ctx.library, Quotes::Typographic, &href);
    let mut part = |passage: Passage| {
        write(ctx, &mut writer, passage);
        PassagePart {
            name: passage.name(ctx),
            from: section_above(ctx, passage).map(|section| section.title.as_str()),
            document: &ctx.library[passage.document(ctx.library)],
            pieces: writer.take(),
        }
    };
    let parts = entries
        .iter()
        .map(|entry| entry.passages().map(&mut part).collect());
    parts.collect()
}

fn write<'a>(ctx: RenderContext<'a>, writer: &mut PieceWriter<'_, 'a>, passage: Passage) {
    match passage {
        // Its own heading comes after the sheet's title.
        Passage::Place(Place::Section(id)) => writer.section(&ctx.library[id], 2),
        Passage::Place(Place::Epigraph(id)) => writer.citable(Citable::Epigraph(id)),
        Passage::Place(Place::Paragraph(id)) => writer.citable(Citable::Paragraph(id)),
        Passage::Range(range) => {
            for id in range.paragraphs() {
                writer.citable(Citable::Paragraph(id));
            }
        }
    }
}

/// The section that a passage begins in, if it is not that section itself.
pub fn section_above(ctx: RenderContext<'_>, passage: Passage) -> Option<&Section> {
    match passage {
        Passage::Place(Place::Section(_)) => None,
        passage => Some(&ctx.library[ctx.library.section_of(passage.first())]),
    }
}
