//! The tables of the texts: sections and paragraphs.

use super::writer::table;
use crate::library::{Citable, Length, Part, Place, Prose};
use crate::site::context::RenderContext;
use crate::site::data::citable_text;
use crate::site::fixity::FixedWords;

/// A row for each section; `paragraphs` and `words` are its own, without those of its children, and
/// `sha256` is that of the JSON, with them.
pub fn sections(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let library = ctx.library;
    let rows = library.sections().iter().map(|section| {
        let length: Length = library.proses(section).map(Prose::length).sum();
        let parent = section.parent.map(|parent| &library[parent].reference);
        [
            section.reference.to_string(),
            library[section.document].slug.to_string(),
            section.number.clone().unwrap_or_default(),
            library[section.kind].class.to_string(),
            section.title.clone(),
            parent.map(ToString::to_string).unwrap_or_default(),
            section.paragraphs.len().to_string(),
            length.total().to_string(),
            FixedWords::from(section.id).sha256(library),
            address(ctx, section.id.into()),
        ]
    });
    let heads = [
        "ref",
        "document",
        "number",
        "kind",
        "title",
        "parent",
        "paragraphs",
        "words",
        "sha256",
        "url",
    ];
    table(heads, rows)
}

/// A row for each epigraph and paragraph. `number` is what the source prints before it; `coverage` says for each document that was compared with its
/// own how close the closest match there is; `sha256` is that of the JSON.
pub fn paragraphs(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let library = ctx.library;
    let sections = library.sections().iter();
    let citables = sections.flat_map(|section| library.citables(section.id));
    let rows = citables.map(|citable| {
        let place = Place::from(citable);
        let section = &library[library.section_of(place)];
        let parts = library.parts_of(citable);
        let proses = || parts.iter().map(|&part: &Part| library.prose(part));
        let text = citable_text(library, citable);
        let notes = proses().flat_map(|prose| &prose.notes);
        let notes: Vec<&str> = notes.map(|note| note.body.text.as_str()).collect();
        let (kind, paragraph) = match citable {
            Citable::Epigraph(_) => ("epigraph", None),
            Citable::Paragraph(id) => ("paragraph", Some(&library[id])),
        };
        let number = paragraph.and_then(|one| one.number.as_ref());
        let label = paragraph.and_then(|one| one.prose.label());
        let length: Length = proses().map(Prose::length).sum();
        [
            library.reference(place).to_string(),
            library[section.document].slug.to_string(),
            section.reference.to_string(),
            kind.to_owned(),
            number.map(|one| one.printed.clone()).unwrap_or_default(),
            label.unwrap_or_default().to_owned(),
            text.to_string(),
            length.total().to_string(),
            notes.join("\n"),
            coverage(ctx, place),
            FixedWords::from(place).sha256(library),
            address(ctx, place),
        ]
    });
    let heads = [
        "ref", "document", "section", "kind", "number", "label", "text", "words", "notes",
        "coverage", "sha256", "url",
    ];
    table(heads, rows)
}

/// `research close`, or several such.
fn coverage(ctx: RenderContext<'_>, place: Place) -> String {
    let covered = ctx.study.coverage.of_place(ctx.library, place);
    let named = covered.map(|(other, one)| format!("{} {}", ctx.library[other].slug, one.name()));
    named.collect::<Vec<_>>().join("; ")
}

fn address(ctx: RenderContext<'_>, place: Place) -> String {
    ctx.whole_address(&ctx.place(place).to_string())
        .into_owned()
}
