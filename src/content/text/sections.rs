//! From the parser's block nodes to sections and their blocks.

use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};

use super::heading::{Headings, TOP};
use super::heading_number::split_number;
use super::inlines::{InlineContext, Inlines};
use super::nesting::nesting;
use super::positions::Positions;
use crate::content::diagnostics::{Problem, Sink};
use crate::library::{
    Block, DocumentId, DocumentText, Epigraph, EpigraphId, Id, IdRange, List, Paragraph,
    ParagraphId, Prose, Quotation, QuotationLine, QuotationLineId, Reference, ReferencePart,
    Section, SectionId, Slug,
};

/// How deep lists may nest: far deeper than anyone reads.
const DEEPEST: usize = 12;

/// The sections of one document, as they are read.
pub struct Sections<'a> {
    document: &'a Slug,
    positions: &'a Positions<'a>,
    sink: Sink<'a>,
    headings: Headings,
    inlines: Inlines<'a>,
    text: DocumentText,
    /// The level of the last heading, whether or not it made a section.
    level: u8,
    /// Whether the last heading made a section, to which text belongs.
    open: bool,
    /// How many lists are open.
    depth: usize,
}

impl<'a> Sections<'a> {
    /// For the document with this slug; `inlines` knows its footnotes.
    pub fn new(
        document: &'a Slug,
        headings: Headings,
        positions: &'a Positions<'a>,
        sink: Sink<'a>,
        inlines: Inlines<'a>,
    ) -> Self {
        Self {
            document,
            positions,
            sink,
            headings,
            inlines,
            text: DocumentText::default(),
            level: TOP - 1,
            open: false,
            depth: 0,
        }
    }

    /// Reads every block; the text comes back with what the inlines met.
    pub fn read<'b>(mut self, root: &'b AstNode<'b>) -> (DocumentText, Inlines<'a>) {
        for node in root.children() {
            self.top_level(node);
        }
        nest(&mut self.text.sections);
        self.text.targets = self.inlines.links.len();
        (self.text, self.inlines)
    }

    fn top_level<'b>(&mut self, node: &'b AstNode<'b>) {
        let ast = node.data();
        match &ast.value {
            NodeValue::Heading(heading) => self.heading(node, heading.level),
            NodeValue::FootnoteDefinition(_) => {}
            _ if self.level < TOP => self.report(node, Problem::OutsideSection),
            _ => {
                let block = self.block(node);
                if let (Some(block), Some(section)) = (block, self.open_section()) {
                    section.blocks.push(block);
                }
            }
        }
    }

    fn open_section(&mut self) -> Option<&mut Section> {
        self.text.sections.last_mut().filter(|_| self.open)
    }

    /// Reports a problem at the first line of a block.
    fn report<'b>(&self, node: &'b AstNode<'b>, problem: Problem) {
        let line = self.positions.first_line(node.data().sourcepos);
        self.sink.report_at(line, problem);
    }

    fn heading<'b>(&mut self, node: &'b AstNode<'b>, level: u8) {
        self.level = level.max(TOP);
        let names = self.headings.next_names();
        let heading = self.inlines.prose(node, InlineContext::Elsewhere);
        self.open = names.is_some();
        let Some(names) = names else { return };
        let (number, title) = split_number(&heading.text, &names.number);
        let id = SectionId::new(self.text.sections.len());
        let next = self.text.paragraphs.len();
        self.text.sections.push(Section {
            id,
            // The library sets it, as it moves all ids to their places there.
            document: DocumentId::new(0),
            reference: Reference {
                document: self.document.clone(),
                section: names.number,
                part: ReferencePart::Whole,
            },
            slug: names.slug,
            kind: names.kind,
            heading,
            number,
            title,
            level,
            parent: None,
            children: Vec::new(),
            subtree: IdRange::only(id),
            blocks: Vec::new(),
            epigraph: None,
            paragraphs: IdRange::new(next..next),
            is_apparatus: false,
        });
    }

    /// A block of the open section. Where there is none, since its heading is broken, blocks are
    /// read all the same, for what is wrong in them.
    fn block<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Block> {
        let problem = match &node.data().value {
            NodeValue::Paragraph => return self.paragraph(node),
            NodeValue::BlockQuote => return self.quotation(node),
            NodeValue::List(_) if self.depth == DEEPEST => Problem::TooDeep(DEEPEST),
            NodeValue::List(list) => return Some(Block::List(self.list(node, list))),
            NodeValue::FootnoteDefinition(_) => return None,
            NodeValue::HtmlBlock(_) => Problem::RawHtml,
            NodeValue::CodeBlock(_) => Problem::Unsupported("a code block"),
            NodeValue::ThematicBreak => Problem::Unsupported("a thematic break"),
            NodeValue::Table(_) => Problem::Unsupported("a table"),
            NodeValue::Heading(_) => Problem::Unsupported("a heading inside a list"),
            _ => Problem::Unsupported("this block"),
        };
        self.report(node, problem);
        None
    }

    fn paragraph<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Block> {
        let prose = self.inlines.prose(node, InlineContext::Paragraph);
        let id = ParagraphId::new(self.text.paragraphs.len());
        let section = self.open_section()?;
        let first = section.paragraphs.places().start;
        section.paragraphs = IdRange::new(first..id.index() + 1);
        let paragraph = Paragraph {
            id,
            section: section.id,
            reference: section
                .reference
                .with(ReferencePart::Paragraph(section.paragraphs.len())),
            prose,
        };
        self.text.paragraphs.push(paragraph);
        Some(Block::Paragraph(id))
    }

    fn list<'b>(&mut self, node: &'b AstNode<'b>, list: &NodeList) -> List {
        self.depth += 1;
        let items = node.children().map(|item| {
            if let NodeValue::TaskItem(_) = item.data().value {
                self.report(item, Problem::Unsupported("a task in a list"));
            }
            let blocks = item.children();
            blocks.filter_map(|block| self.block(block)).collect()
        });
        let items = items.collect();
        self.depth -= 1;
        let numbered = list.list_type == ListType::Ordered;
        List {
            start: numbered.then_some(list.start),
            items,
        }
    }

    fn quotation<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Block> {
        let mut lines: Vec<Prose> = Vec::new();
        for child in node.children() {
            if matches!(child.data().value, NodeValue::Paragraph) {
                lines.push(self.inlines.prose(child, InlineContext::Elsewhere));
            } else {
                let what = "anything but paragraphs in a quotation";
                self.report(child, Problem::Unsupported(what));
            }
        }
        let opens_section = self.depth == 0;
        let section = self.open_section()?;
        let opens_section = opens_section && section.blocks.is_empty() && !lines.is_empty();
        let section = section.id;
        let is_attribution = |line: &Prose| line.text.starts_with('—');
        let attributed = lines.len() > 1 && lines.last().is_some_and(is_attribution);
        let first = self.text.quotation_lines.len();
        for prose in lines {
            let id = QuotationLineId::new(self.text.quotation_lines.len());
            let line = QuotationLine { id, section, prose };
            self.text.quotation_lines.push(line);
        }
        let end = self.text.quotation_lines.len() - usize::from(attributed);
        let quotation = Quotation {
            paragraphs: IdRange::new(first..end),
            attribution: attributed.then(|| QuotationLineId::new(end)),
        };
        if opens_section {
            self.epigraph(quotation);
        }
        Some(Block::Quotation(quotation))
    }

    /// Makes a quotation the epigraph of the open section.
    fn epigraph(&mut self, quotation: Quotation) {
        let id = EpigraphId::new(self.text.epigraphs.len());
        let Some(section) = self.open_section() else {
            return;
        };
        section.epigraph = Some(id);
        let epigraph = Epigraph {
            id,
            section: section.id,
            reference: section.reference.with(ReferencePart::Epigraph),
            quotation,
        };
        self.text.epigraphs.push(epigraph);
    }
}

/// Tells each section what it is part of, and what its parts are.
fn nest(sections: &mut [Section]) {
    let levels: Vec<u8> = sections.iter().map(|section| section.level).collect();
    let outline = nesting(&levels);
    for (at, (section, nesting)) in sections.iter_mut().zip(&outline).enumerate() {
        section.parent = nesting.parent.map(SectionId::new);
        section.subtree = IdRange::new(at..nesting.end);
    }
    for (at, nesting) in outline.into_iter().enumerate() {
        if let Some(parent) = nesting.parent.and_then(|parent| sections.get_mut(parent)) {
            parent.children.push(SectionId::new(at));
        }
    }
}
