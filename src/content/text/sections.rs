//! From the parser's nodes to sections.

use comrak::nodes::{AstNode, NodeValue};

use super::heading::TOP;
use super::heading_names::Names;
use super::heading_number::split_number;
use super::headings::Headings;
use super::nesting::nesting;
use super::numbering::{Numbering, readings};
use super::prose::{InlineContext, Inlines, Positions};
use crate::content::diagnostics::{Problem, Sink};
use crate::library::{
    DocumentId, DocumentText, Epigraph, EpigraphId, Id, IdRange, Image, ItemMark, Paragraph,
    ParagraphId, PrintedNumber, Prose, Quotation, QuotationLineId, Reference, ReferencePart,
    Section, SectionId, Slug,
};

/// What the opening of a document is called whose text begins before its first heading.
const OPENING: &str = "opening";

/// Its title, in the brackets of what editors supply.
const OPENING_TITLE: &str = "[Opening]";

/// The sections of one document, as they are read.
pub struct Sections<'a> {
    document: &'a Slug,
    pub(super) positions: &'a Positions<'a>,
    sink: Sink<'a>,
    headings: Headings<'a>,
    pub(super) images: &'a [Image],
    pub(super) inlines: Inlines<'a>,
    pub(super) text: DocumentText,
    /// The level of the last heading, whether or not it made a section.
    level: u8,
    /// Whether the last heading made a section, to which text belongs.
    open: bool,
    /// How many blocks are open that hold others.
    pub(super) depth: usize,
    /// The number of the next line, in a section of verse whose lines are counted.
    pub(super) next_line: Option<usize>,
    /// The numbers of the items that are open, from the outermost.
    items: Vec<String>,
    /// What is printed before the next paragraph.
    marks: Vec<String>,
    /// The numbers in the words of the section's own paragraphs.
    numbering: Numbering,
}

impl<'a> Sections<'a> {
    /// For the document with this slug; `inlines` knows its footnotes.
    pub fn new(
        document: &'a Slug,
        headings: Headings<'a>,
        images: &'a [Image],
        positions: &'a Positions<'a>,
        sink: Sink<'a>,
        inlines: Inlines<'a>,
    ) -> Self {
        Self {
            document,
            positions,
            sink,
            headings,
            images,
            inlines,
            text: DocumentText::default(),
            level: TOP - 1,
            open: false,
            depth: 0,
            next_line: None,
            items: Vec::new(),
            marks: Vec::new(),
            numbering: Numbering::default(),
        }
    }

    /// Reads every block; the text comes back with what the inlines met.
    pub fn read<'b>(mut self, root: &'b AstNode<'b>) -> (DocumentText, Inlines<'a>) {
        for node in root.children() {
            self.top_level(node, root);
        }
        nest(&mut self.text.sections);
        self.text.targets = self.inlines.links.len();
        (self.text, self.inlines)
    }

    fn top_level<'b>(&mut self, node: &'b AstNode<'b>, root: &'b AstNode<'b>) {
        match &node.data().value {
            NodeValue::Heading(heading) => return self.heading(node, heading.level),
            NodeValue::FootnoteDefinition(_) => return,
            NodeValue::HtmlBlock(_) | NodeValue::ThematicBreak => {}
            _ if self.level < TOP => self.opening(node, root),
            _ => {}
        }
        let mut blocks = Vec::new();
        self.block(node, &mut blocks);
        if let Some(section) = self.open_section() {
            section.blocks.extend(blocks);
        }
    }

    /// Opens the section of what stands before the first heading.
    fn opening<'b>(&mut self, node: &'b AstNode<'b>, root: &'b AstNode<'b>) {
        self.level = TOP;
        let names = self.headings.opening(OPENING, root);
        self.open = names.is_some();
        match names {
            Some(names) => self.push_section(names, Prose::default(), TOP),
            None => self.report(node, Problem::OutsideSection),
        }
    }

    pub(super) fn open_section(&mut self) -> Option<&mut Section> {
        self.text.sections.last_mut().filter(|_| self.open)
    }

    /// Reports a problem at the first line of a block.
    pub(super) fn report<'b>(&self, node: &'b AstNode<'b>, problem: Problem) {
        let line = self.positions.first_line(node.data().sourcepos);
        self.sink.report_at(line, problem);
    }

    fn heading<'b>(&mut self, node: &'b AstNode<'b>, level: u8) {
        self.level = level.max(TOP);
        let names = self.headings.next_names();
        let heading = self.inlines.prose(node, InlineContext::Heading);
        self.open = names.is_some();
        if let Some(names) = names {
            self.push_section(names, heading, level);
        }
    }

    fn push_section(&mut self, names: Names, heading: Prose, level: u8) {
        let (number, title) = if heading.text.is_empty() {
            (None, OPENING_TITLE.to_owned())
        } else {
            split_number(&heading.text, &names.number)
        };
        self.next_line = names.first_line;
        self.numbering = Numbering::default();
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

    /// Keeps a counted paragraph of the open section, with the number that is printed before it.
    pub(super) fn add_paragraph(&mut self, prose: Prose) -> Option<ParagraphId> {
        let number = self.printed_number(&prose);
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
            number,
            prose,
        };
        self.text.paragraphs.push(paragraph);
        Some(id)
    }

    /// The number of a paragraph: that of the item which it opens, or one in its own words.
    fn printed_number(&mut self, prose: &Prose) -> Option<PrintedNumber> {
        let is_in_item = self.depth > 0 || !self.items.is_empty();
        let marks = std::mem::take(&mut self.marks);
        if !is_in_item && let Some((readings, end)) = readings(&prose.text) {
            if self.numbering.add(&readings).is_none() {
                self.numbering.begin(readings.first()?.clone());
            }
            return Some(PrintedNumber {
                printed: prose.text.get(..end)?.trim_end().to_owned(),
                path: self.numbering.path().collect(),
                in_words: true,
            });
        }
        let around = self.numbering.path();
        (!marks.is_empty()).then(|| PrintedNumber {
            printed: marks.join(" "),
            path: around.chain(self.items.iter().cloned()).collect(),
            in_words: false,
        })
    }

    /// Goes into an item of a list, with what is printed before it.
    pub(super) fn open_item(&mut self, mark: Option<&ItemMark>) {
        if let Some(mark) = mark {
            self.items.push(mark.key());
            self.marks.push(mark.printed().to_owned());
        }
    }

    /// Leaves it.
    pub(super) fn close_item(&mut self, mark: Option<&ItemMark>) {
        if mark.is_some() {
            self.items.pop();
            self.marks.clear();
        }
    }

    /// Makes a quotation the epigraph of the open section.
    pub(super) fn add_epigraph(&mut self, quotation: Quotation) {
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

/// The lines from one to another.
pub(super) fn run(first: usize, end: usize) -> IdRange<QuotationLineId> {
    IdRange::new(first..end)
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
