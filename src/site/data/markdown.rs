//! Documents and sections as Markdown: clean text with references, for notes and other programs.

use crate::library::{Block, Citable, Document, List, Place, Prose, Quotation, Section, Target};
use crate::site::context::RenderContext;
use crate::site::quotes::typographic;
use crate::site::shell::byline;
use crate::site::text::{QuotationIds, note_letter, prose_markdown};

/// A section and everything below it, with headings from level 1.
pub fn section_markdown(ctx: RenderContext<'_>, section: &Section) -> String {
    let mut writer = Writer::new(ctx);
    for part in &ctx.library[section.subtree] {
        let depth = usize::from(part.level) - usize::from(section.level);
        writer.section(part, depth + 1);
    }
    writer.close(&ctx.library[section.document])
}

/// A paragraph or epigraph, with its reference and its address.
pub fn citable_markdown(ctx: RenderContext<'_>, citable: Citable) -> String {
    let library = ctx.library;
    let place = Place::from(citable);
    let reference = library.reference(place);
    let section = &library[library.section_of(place)];
    let mut writer = Writer::new(ctx);
    match citable {
        Citable::Paragraph(id) => writer.paragraph(&library[id].prose, &reference.fragment()),
        Citable::Epigraph(id) => {
            let mut ids = QuotationIds::new(&section.reference);
            writer.quotation(&library[id].quotation, &mut ids);
        }
    }
    let address = ctx.place(place).to_string();
    writer.block(&format!("`{reference}` {}", ctx.whole_address(&address)));
    writer.close(&library[section.document])
}

/// A whole document, with its title for the heading of level 1.
pub fn document_markdown(ctx: RenderContext<'_>, document: &Document) -> String {
    let mut writer = Writer::new(ctx);
    writer.block(&format!("# {}", document.metadata.title));
    let byline = byline(&document.metadata);
    if !byline.is_empty() {
        writer.block(&typographic(&byline, None));
    }
    for section in &ctx.library[document.sections] {
        writer.section(section, usize::from(section.level));
    }
    writer.close(document)
}

/// What has been written so far.
struct Writer<'a> {
    ctx: RenderContext<'a>,
    text: String,
    /// The notes, which follow after everything.
    notes: Vec<String>,
}

impl<'a> Writer<'a> {
    fn new(ctx: RenderContext<'a>) -> Self {
        Self {
            ctx,
            text: String::new(),
            notes: Vec::new(),
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
        let reference = &section.reference;
        let heading = self.prose(&section.heading, &reference.fragment());
        self.block(&format!("{} {heading}", "#".repeat(level)));
        self.block(&format!("`{reference}`"));
        self.blocks(&section.blocks, &mut QuotationIds::new(reference));
    }

    fn blocks(&mut self, blocks: &[Block], quotation_ids: &mut QuotationIds<'_>) {
        let library = self.ctx.library;
        for block in blocks {
            match block {
                Block::Paragraph(id) => {
                    let paragraph = &library[*id];
                    self.paragraph(&paragraph.prose, &paragraph.reference.fragment());
                }
                Block::Quotation(quotation) => self.quotation(quotation, quotation_ids),
                Block::List(list) => self.list(list, quotation_ids),
            }
        }
    }

    fn paragraph(&mut self, prose: &Prose, owner: &str) {
        let text = self.prose(prose, owner);
        self.block(&first_line_safe(&text));
    }

    fn quotation(&mut self, quotation: &Quotation, quotation_ids: &mut QuotationIds<'_>) {
        let lines = quotation_ids.next_lines(quotation).map(|(line, owner)| {
            let text = self.prose(&self.ctx.library[line].prose, &owner);
            format!("> {}", first_line_safe(&text))
        });
        let lines: Vec<String> = lines.collect();
        self.block(&lines.join("\n>\n"));
    }

    fn list(&mut self, list: &List, quotation_ids: &mut QuotationIds<'_>) {
        for (nth, item) in list.items.iter().enumerate() {
            let bullet = match list.start {
                Some(start) => format!("{}. ", start + nth),
                None => "- ".to_owned(),
            };
            let mut inner = Writer::new(self.ctx);
            inner.blocks(item, quotation_ids);
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

    /// The words of a prose; its notes, which take their labels from its `owner`, are put aside.
    fn prose(&mut self, prose: &Prose, owner: &str) -> String {
        let Self { ctx, .. } = *self;
        let href = |target: &Target| match target {
            Target::Place(place) => ctx.below_base(&ctx.in_context(*place)),
            Target::Site(path) => ctx.below_base(path),
            Target::Elsewhere(url) => url.clone(),
            Target::Nowhere => String::new(),
        };
        let sign = |nth: usize| format!("{owner}.{}", note_letter(nth));
        let markdown = |prose: &Prose| prose_markdown(ctx.library, prose, &href, &sign);
        let notes = prose.notes.iter().enumerate();
        let notes = notes.map(|(nth, note)| format!("[^{}]: {}", sign(nth), markdown(&note.body)));
        self.notes.extend(notes);
        markdown(prose)
    }

    /// The notes, and where the words come from.
    fn close(mut self, document: &Document) -> String {
        for note in std::mem::take(&mut self.notes) {
            self.block(&note);
        }
        self.block("---");
        let metadata = &document.metadata;
        let byline = byline(metadata);
        let source = [
            format!("*{}*", metadata.title),
            typographic(&byline, None).into_owned(),
        ];
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
