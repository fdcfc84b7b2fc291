//! Documents and sections as Markdown: clean text with references, for notes and other programs.

use crate::library::{
    Block, Citable, Document, Form, Item, ItemMark, ParagraphId, Place, Prose, Quotation,
    QuotationLineId, Section, Target,
};
use crate::site::context::RenderContext;
use crate::site::quotes::typographic;
use crate::site::routes::Route;
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
            writer.quotation(&library[id].quotation, &QuotationIds::of(section));
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
        if !heading.is_empty() {
            self.block(&format!("{} {heading}", "#".repeat(level)));
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
        let mut inner = Writer::new(self.ctx);
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
        let Self { ctx, .. } = *self;
        let href = |target: &Target| match target {
            Target::Place(place) => ctx.below_base(&ctx.in_context(*place)),
            Target::Site(path) => ctx.below_base(path),
            Target::Elsewhere(url) => url.clone(),
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
