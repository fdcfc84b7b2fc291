//! Documents and sections as Markdown: clean text with references, for notes and other programs.

use crate::library::{
    Block, Citable, Document, Form, Item, ItemMark, ParagraphId, Place, Prose, Quotation,
    QuotationLineId, Section, Target,
};
use crate::site::context::RenderContext;
use crate::site::language::typographic;
use crate::site::routes::Route;
use crate::site::shell::byline;
use crate::site::text::{QuotationIds, note_letter, prose_markdown};

/// A section and everything below it, with headings from level 1.
pub fn section_markdown(ctx: RenderContext<'_>, section: &Section) -> String {
    let mut writer = MarkdownWriter::new(ctx);
    writer.subtree(section, 1);
    writer.close(&ctx.library[section.document])
}

/// A paragraph or epigraph, with its reference and its address.
pub fn citable_markdown(ctx: RenderContext<'_>, citable: Citable) -> String {
    let library = ctx.library;
    let place = Place::from(citable);
    let reference = library.reference(place);
    let section = &library[library.section_of(place)];
    let mut writer = MarkdownWriter::new(ctx);
    writer.citable(citable);
    let address = ctx.place(place).to_string();
    writer.block(&format!("`{reference}` {}", ctx.whole_address(&address)));
    writer.close(&library[section.document])
}

/// A whole document, with its title for the heading of level 1.
pub fn document_markdown(ctx: RenderContext<'_>, document: &Document) -> String {
    let mut writer = MarkdownWriter::new(ctx);
    writer.block(&format!("# {}", document.metadata.title));
    let byline = byline(&document.metadata);
    if !byline.is_empty() {
        writer.block(&typographic(&byline));
    }
    for section in &ctx.library[document.sections] {
        writer.section(section, usize::from(section.level));
    }
    writer.close(document)
}

/// Writes texts as Markdown.
pub struct MarkdownWriter<'a> {
    ctx: RenderContext<'a>,
    text: String,
    /// The notes, which follow after everything.
    notes: Vec<String>,
    /// What the labels of notes begin with, where passages of several texts could meet.
    label: String,
}

impl<'a> MarkdownWriter<'a> {
    /// For an empty file.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        Self {
            ctx,
            text: String::new(),
            notes: Vec::new(),
            label: String::new(),
        }
    }

    /// From here on the labels of notes begin so.
    pub fn label_notes(&mut self, label: String) {
        self.label = label;
    }

    /// Writes a block of Markdown, a blank line before it.
    pub fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Writes a paragraph of words without any mark.
    pub fn words(&mut self, text: &str) {
        let text = self.escaped(text);
        self.block(&line_safe(&text));
    }

    /// Words without any mark, with what Markdown would read as one escaped.
    pub fn escaped(&self, text: &str) -> String {
        let nowhere = |_: &Target| String::new();
        prose_markdown(
            self.ctx.library,
            &Prose::plain(text),
            &nowhere,
            &note_letter,
        )
    }

    /// Writes a section and all below it; its own heading has this level.
    pub fn subtree(&mut self, section: &Section, level: usize) {
        for part in &self.ctx.library[section.subtree] {
            let depth = usize::from(part.level) - usize::from(section.level);
            self.section(part, level + depth);
        }
    }

    /// Writes a paragraph or epigraph.
    pub fn citable(&mut self, citable: Citable) {
        let library = self.ctx.library;
        match citable {
            Citable::Paragraph(id) => {
                let paragraph = &library[id];
                self.paragraph(&paragraph.prose, &paragraph.reference.fragment());
            }
            Citable::Epigraph(id) => {
                let section = &library[library[id].section];
                self.quotation(&library[id].quotation, &QuotationIds::of(section));
            }
        }
    }

    /// Writes the notes on what stands above.
    pub fn notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.block(&note);
        }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    fn section(&mut self, section: &Section, level: usize) {
        let reference = &section.reference;
        let heading = self.prose(&section.heading, &reference.fragment());
        if !heading.is_empty() {
            self.block(&format!("{} {heading}", "#".repeat(level.min(6))));
        }
        self.block(&format!("`{reference}`"));
        self.blocks(&section.blocks, &QuotationIds::of(section), &Self::counted);
    }

    fn blocks<L: Copy>(
        &mut self,
        blocks: &[Block<L>],
        ids: &QuotationIds,
        leaf: &dyn Fn(&mut Self, L),
    ) {
        for block in blocks {
            match block {
                Block::Paragraph(id) => leaf(self, *id),
                Block::Quotation(quotation) => self.quotation(quotation, ids),
                Block::List(list) => {
                    for item in &list.items {
                        self.item(item, ids, leaf);
                    }
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        leaf(self, definition.term);
                        for meaning in &definition.meanings {
                            self.within(":   ", "    ", |inner| {
                                inner.blocks(meaning, ids, leaf);
                            });
                        }
                    }
                }
                Block::Rule => self.block("* * *"),
            }
        }
    }

    fn counted(&mut self, id: ParagraphId) {
        let paragraph = &self.ctx.library[id];
        self.paragraph(&paragraph.prose, &paragraph.reference.fragment());
    }

    fn paragraph(&mut self, prose: &Prose, owner: &str) {
        let text = self.prose(prose, owner);
        match prose.form {
            Form::Running | Form::Verse { .. } => {
                let lines: Vec<String> = text.lines().map(line_safe).collect();
                self.block(&lines.join("\n"));
            }
            Form::Code | Form::Table { .. } => self.block(&text),
            Form::Image(id) => {
                let path = self.ctx.href(Route::Image(id)).to_string();
                let address = self.ctx.below_base(&path);
                self.block(&format!("![{text}]({address})"));
            }
        }
    }

    fn quotation(&mut self, quotation: &Quotation, ids: &QuotationIds) {
        let library = self.ctx.library;
        let line = |writer: &mut Self, line: QuotationLineId| {
            writer.paragraph(&library[line].prose, ids.of_line(line));
        };
        self.within("> ", "> ", |inner| {
            inner.blocks(&quotation.blocks, ids, &line);
            if let Some(attribution) = quotation.attribution {
                line(inner, attribution);
            }
        });
    }

    fn item<L: Copy>(&mut self, item: &Item<L>, ids: &QuotationIds, leaf: &dyn Fn(&mut Self, L)) {
        let printed = item.mark.as_ref().map_or("-", ItemMark::printed);
        let first = format!("{printed} ");
        // What Markdown takes for no list stands before the words as the text that it is.
        let is_bullet = !printed.starts_with(|sign: char| sign == '(' || sign.is_alphabetic());
        let indent = if is_bullet { first.len() } else { 0 };
        self.within(&first, &" ".repeat(indent), |inner| {
            inner.blocks(&item.blocks, ids, leaf);
        });
    }

    /// Writes blocks that stand inside another: before their first line stands `first`, before each
    /// other line `next`.
    fn within(&mut self, first: &str, next: &str, write: impl FnOnce(&mut Self)) {
        let mut inner = MarkdownWriter::new(self.ctx);
        inner.label_notes(self.label.clone());
        write(&mut inner);
        let lines = inner.text.trim_end().lines().enumerate();
        let lines = lines.map(|(nth, line)| {
            let before = if nth == 0 { first } else { next };
            format!("{before}{line}").trim_end().to_owned()
        });
        let lines: Vec<String> = lines.collect();
        self.block(&lines.join("\n"));
        self.notes.append(&mut inner.notes);
    }

    /// The words of a prose; its notes, which take their labels from its `owner`, are put aside.
    fn prose(&mut self, prose: &Prose, owner: &str) -> String {
        let Self { ctx, ref label, .. } = *self;
        let href = |target: &Target| match target {
            Target::Place(place) => ctx.below_base(&ctx.in_context(*place)),
            Target::Site(path) => ctx.below_base(path),
            Target::Elsewhere(url) => url.clone(),
            Target::Nowhere => String::new(),
        };
        let sign = |nth: usize| format!("{label}{owner}.{}", note_letter(nth));
        let markdown = |prose: &Prose| prose_markdown(ctx.library, prose, &href, &sign);
        let notes = prose.notes.iter().enumerate();
        let notes = notes.map(|(nth, note)| format!("[^{}]: {}", sign(nth), markdown(&note.body)));
        self.notes.extend(notes);
        markdown(prose)
    }

    /// The notes, and where the words come from.
    fn close(mut self, document: &Document) -> String {
        self.notes();
        self.block("---");
        let metadata = &document.metadata;
        let byline = byline(metadata);
        let source = [
            format!("*{}*", metadata.title),
            typographic(&byline).into_owned(),
        ];
        let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
        self.block(&format!("From {}.", source.join(". ")));
        self.text
    }
}

/// Escapes a beginning of a line that Markdown would read as a list or the like: `1.`, `-`, `+`.
fn line_safe(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &text[..digits]);
    }
    if digits == 0 && text.starts_with(['-', '+', '>', '=', '~', ':', '|']) {
        return format!("\\{text}");
    }
    text.to_owned()
}
