//! What is said of a reference to something that the texts do not have, and what is nearest to it.

use super::context::RenderContext;
use crate::library::{Document, DocumentId, KindId, Place, Section, SectionId, pluralize};
use crate::search::{Missing, is_number};

/// What there is instead of what was asked for: `II.2 has 3 paragraphs.`
pub fn said(ctx: RenderContext<'_>, missing: &[Missing]) -> String {
    let sentences = missing.iter().map(|one| sentence(ctx, one));
    let sentences: Vec<String> = sentences.collect();
    sentences.join(" ")
}

/// The places nearest to what was asked for: the last of those that there are.
pub fn nearest(ctx: RenderContext<'_>, missing: &[Missing]) -> Vec<Place> {
    let library = ctx.library;
    let mut found: Vec<Place> = Vec::new();
    for one in missing {
        match one {
            Missing::Paragraph(section) => {
                let last = library[*section].paragraphs.last();
                found.push(last.map_or((*section).into(), Place::from));
            }
            Missing::Part(section) => {
                let last = library[*section].children.last();
                found.push(last.copied().unwrap_or(*section).into());
            }
            Missing::Root(document) => {
                found.extend(last_root(ctx, *document).map(|root| Place::from(root.id)));
            }
            Missing::OfKind(kind, documents) => {
                let documents = documents.iter().map(|&id| &library[id]);
                let last = documents.filter_map(|one| library.sections_of(one, *kind).last());
                found.extend(last.map(|section| Place::from(section.id)));
            }
        }
    }
    found
}

fn sentence(ctx: RenderContext<'_>, missing: &Missing) -> String {
    let library = ctx.library;
    match missing {
        Missing::Paragraph(section) => {
            let section = &library[*section];
            let number = &section.reference.section;
            match section.paragraphs.len() {
                0 => format!("{number} has no paragraphs of its own."),
                count => format!("{number} has {}.", pluralize(count, "paragraph")),
            }
        }
        Missing::Part(section) => parts(ctx, *section),
        Missing::Root(document) => {
            let document = &library[*document];
            let Some(last) = last_root(ctx, document.id) else {
                return String::new();
            };
            let kind = library[last.kind].singular.to_lowercase();
            let in_text = &document.metadata.in_text;
            format!(
                "The last {kind} of {in_text} is {}.",
                last.reference.section
            )
        }
        Missing::OfKind(kind, documents) => of_kind(ctx, *kind, documents),
    }
}

/// `Chapter II ends at II.4.`
fn parts(ctx: RenderContext<'_>, section: SectionId) -> String {
    let section = &ctx.library[section];
    let kind = &ctx.library[section.kind].singular;
    let number = &section.reference.section;
    match section.children.last() {
        Some(&last) => {
            let last = &ctx.library[last].reference.section;
            format!("{kind} {number} ends at {last}.")
        }
        None => format!("{kind} {number} has no numbered parts."),
    }
}

/// The last numbered section of the highest level.
fn last_root(ctx: RenderContext<'_>, document: DocumentId) -> Option<&Section> {
    let roots = ctx.library.roots(&ctx.library[document]);
    roots
        .filter(|root| is_number(root.reference.section.as_str()))
        .last()
}

/// `The strategy has 4 principles, and so has the paper.`
fn of_kind(ctx: RenderContext<'_>, kind: KindId, documents: &[DocumentId]) -> String {
    let library = ctx.library;
    let documents: Vec<&Document> = documents.iter().map(|&id| &library[id]).collect();
    let count = |document: &Document| {
        let count = library.sections_of(document, kind).count();
        let noun = library[kind].noun(count);
        match count {
            0 => format!("no {noun}"),
            count => format!("{count} {noun}"),
        }
    };
    let name = |document: &Document| capitalized(&document.metadata.in_text);
    match documents.as_slice() {
        [one, other] if count(one) == count(other) => {
            let also = &other.metadata.in_text;
            format!("{} has {}, and so has {also}.", name(one), count(one))
        }
        documents => {
            let documents = documents.iter();
            let sentences = documents.map(|one| format!("{} has {}.", name(one), count(one)));
            sentences.collect::<Vec<String>>().join(" ")
        }
    }
}

fn capitalized(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    first.chain(signs.as_str().chars()).collect()
}
