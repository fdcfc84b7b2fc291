//! Documents and sections as Markdown: clean text with references, for notes and other programs.

use super::byline::byline;
use super::edition::Edition;
use super::prose::{markdown, note_letter};
use crate::library::address;
use crate::library::document::Document;
use crate::library::prose::{Prose, Target};
use crate::library::section::{Block, List, Section};

/// A section and everything below it.
pub fn section(edition: Edition<'_>, document: &Document, at: usize) -> String {
    let top = usize::from(document.sections[at].level);
    let mut writer = Writer::new(edition);
    for section in &document.sections[document.subtree(at)] {
        writer.section(section, usize::from(section.level) - top + 1);
    }
    writer.close(document)
}

/// A whole document.
pub fn document(edition: Edition<'_>, document: &Document) -> String {
    let mut writer = Writer::new(edition);
    writer.block(&format!("# {}", document.metadata.title));
    let byline = byline(&document.metadata);
    if !byline.is_empty() {
        writer.block(&byline);
    }
    for section in &document.sections {
        writer.section(section, usize::from(section.level));
    }
    writer.close(document)
}

struct Writer<'a> {
    edition: Edition<'a>,
    text: String,
    notes: Vec<String>,
    /// How many quotations the section has had so far.
    quotations: usize,
}

impl<'a> Writer<'a> {
    fn new(edition: Edition<'a>) -> Self {
        Self {
            edition,
            text: String::new(),
            notes: Vec::new(),
            quotations: 0,
        }
    }

    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn section(&mut self, section: &Section, level: usize) {
        let heading = self.prose(&section.heading, &section.reference.fragment());
        self.block(&format!("{} {heading}", "#".repeat(level)));
        self.block(&format!("`{}`", section.reference));
        self.quotations = 0;
        self.blocks(&section.blocks, &section.reference.fragment());
    }

    fn blocks(&mut self, blocks: &[Block], section: &str) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let text = self.prose(&paragraph.prose, &paragraph.reference.fragment());
                    self.block(&first_line_safe(&text));
                }
                Block::Quotation(quotation) => {
                    let proses: Vec<&Prose> = quotation.proses().collect();
                    self.quotations += 1;
                    let quotation = format!("{section}-quotation-{}", self.quotations);
                    let lines: Vec<String> = proses
                        .into_iter()
                        .enumerate()
                        .map(|(place, prose)| {
                            let owner = format!("{quotation}-{}", place + 1);
                            format!("> {}", first_line_safe(&self.prose(prose, &owner)))
                        })
                        .collect();
                    self.block(&lines.join("\n>\n"));
                }
                Block::List(list) => self.list(list, section),
            }
        }
    }

    fn list(&mut self, list: &List, section: &str) {
        for (place, item) in list.items.iter().enumerate() {
            let bullet = match list.start {
                Some(start) => format!("{}. ", start + place),
                None => "- ".to_owned(),
            };
            let mut inner = Writer::new(self.edition);
            inner.quotations = self.quotations;
            inner.blocks(item, section);
            self.quotations = inner.quotations;
            let indent = " ".repeat(bullet.len());
            let lines: Vec<String> = inner
                .text
                .trim_end()
                .lines()
                .map(|line| format!("{indent}{line}").trim_end().to_owned())
                .collect();
            self.block(&format!("{bullet}{}", lines.join("\n").trim_start()));
            self.notes.append(&mut inner.notes);
        }
    }

    fn prose(&mut self, prose: &Prose, owner: &str) -> String {
        let href = |target: &Target| match target {
            Target::Reference(reference) => {
                let place = address::of(self.edition.library, reference);
                let place = place.unwrap_or_else(|| address::short(reference));
                self.edition.below_base(&place)
            }
            Target::Page(path) => self.edition.below_base(path),
            Target::Elsewhere(url) => url.clone(),
        };
        let sign = |place: usize| format!("{owner}.{}", note_letter(place));
        let text = markdown(prose, &href, &sign);
        let notes = prose.notes.iter().enumerate().map(|(place, note)| {
            format!("[^{}]: {}", sign(place), markdown(&note.body, &href, &sign))
        });
        self.notes.extend(notes);
        text
    }

    fn close(mut self, document: &Document) -> String {
        for note in std::mem::take(&mut self.notes) {
            self.block(&note);
        }
        self.block("---");
        let metadata = &document.metadata;
        let source = [format!("*{}*", metadata.title), byline(metadata)];
        let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
        self.block(&format!("From {}.", source.join(". ")));
        self.text
    }
}

/// Escapes a beginning that Markdown would read as a list: `1.`, `-`, `+`.
fn first_line_safe(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &text[..digits]);
    }
    if digits == 0 && text.starts_with(['-', '+', '>', '=', '~']) {
        return format!("\\{text}");
    }
    text.to_owned()
}
