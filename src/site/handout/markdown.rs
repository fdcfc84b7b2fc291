//! A handout as Markdown, to be pasted into a mail or a notebook.

use super::entry::{Entry, Passage};
use super::gathered::Handout;
use super::passage_part::section_above;
use super::sources::Sources;
use crate::cite::Run;
use crate::library::{Citable, Place};
use crate::site::context::RenderContext;
use crate::site::data::MarkdownWriter;
use crate::site::language::typographic;
use crate::site::routes::{HandoutFormat, HandoutHref};

/// The file of a handout that has something on it.
pub fn handout_markdown(ctx: RenderContext<'_>, handout: &Handout) -> String {
    let mut writer = MarkdownWriter::new(ctx);
    let title = writer.escaped(handout.shown_title());
    writer.block(&format!("# {title}"));
    for line in handout.note.lines().filter(|line| !line.trim().is_empty()) {
        writer.words(line.trim());
    }
    for (nth, entry) in (1..).zip(&handout.entries) {
        writer.label_notes(format!("{nth}-"));
        write_entry(ctx, &mut writer, *entry);
    }
    writer.notes();
    write_sources(ctx, &mut writer, handout);
    if let Some(comment) = comment(ctx, handout) {
        writer.block(&comment);
    }
    writer.finish()
}

/// The file where nothing was asked for: how one asks.
pub fn markdown_help(ctx: RenderContext<'_>) -> String {
    let library = ctx.library;
    let first = library
        .paragraphs()
        .first()
        .map(|one| one.reference.to_string());
    let example = HandoutHref::new(library, HandoutFormat::Markdown, first);
    let mut writer = MarkdownWriter::new(ctx);
    writer.block("# Handout");
    writer.block(&format!(
        "This address takes references and sends their passages: {}.",
        linked(ctx, &ctx.whole_address(&example.to_string()))
    ));
    writer.finish()
}

fn write_entry(ctx: RenderContext<'_>, writer: &mut MarkdownWriter<'_>, entry: Entry) {
    let level = match entry {
        Entry::Single(_) => 2,
        Entry::Pair(first, second) => {
            writer.block(&format!("## {} with {}", first.name(ctx), second.name(ctx)));
            3
        }
    };
    for passage in entry.passages() {
        write_passage(ctx, writer, passage, level);
    }
}

fn write_passage(
    ctx: RenderContext<'_>,
    writer: &mut MarkdownWriter<'_>,
    passage: Passage,
    level: usize,
) {
    let library = ctx.library;
    if let Some(section) = section_above(ctx, passage) {
        let title = writer.escaped(&typographic(&section.title));
        writer.block(&format!(
            "{} {}: {title}",
            "#".repeat(level),
            passage.name(ctx)
        ));
        writer.block(&format!("`{}`", passage.reference(library)));
    }
    match passage {
        Passage::Place(Place::Section(id)) => writer.subtree(&library[id], level),
        Passage::Place(Place::Epigraph(id)) => writer.citable(Citable::Epigraph(id)),
        Passage::Place(Place::Paragraph(id)) => writer.citable(Citable::Paragraph(id)),
        Passage::Range(range) => {
            for id in range.paragraphs() {
                writer.citable(Citable::Paragraph(id));
            }
        }
    }
}

fn write_sources(ctx: RenderContext<'_>, writer: &mut MarkdownWriter<'_>, handout: &Handout) {
    let sources = Sources::of(ctx, handout);
    writer.block("## Sources");
    let works: Vec<String> = sources
        .works
        .iter()
        .map(|work| format!("- {}", in_markdown(writer, work)))
        .collect();
    writer.block(&works.join("\n"));
    writer.block("## Addresses");
    let addresses = sources.addresses.iter();
    let addresses: Vec<String> = addresses
        .map(|one| format!("- {}: {}", one.name, linked(ctx, &one.shown)))
        .collect();
    writer.block(&addresses.join("\n"));
    writer.block(&format!("This handout: {}", linked(ctx, &sources.own)));
}

/// A citation, its titles in italics.
fn in_markdown(writer: &MarkdownWriter<'_>, work: &[Run]) -> String {
    let runs = work.iter().map(|run| {
        let text = writer.escaped(&run.text);
        if run.is_italic {
            format!("*{text}*")
        } else {
            text
        }
    });
    runs.collect()
}

/// An address, which is a link where it is whole.
fn linked(ctx: RenderContext<'_>, address: &str) -> String {
    match ctx.base {
        Some(_) => format!("<{address}>"),
        None => format!("`{address}`"),
    }
}

/// What of the request is not on the handout, where a reader of the file sees it and a reader of what is
/// made from it does not.
fn comment(ctx: RenderContext<'_>, handout: &Handout) -> Option<String> {
    if handout.faults.is_empty() {
        return None;
    }
    let says = handout.faults.iter().map(|fault| fault.says(ctx));
    let says: Vec<String> = says.collect();
    // Nothing in it may end the comment.
    let says = says.join("\n").replace(['<', '>'], "").replace("--", "- -");
    Some(format!("<!--\n{says}\n-->"))
}
