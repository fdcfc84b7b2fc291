//! From the parser's block nodes to sections and their blocks.

use comrak::nodes::{AstNode, ListType, NodeValue};

use super::heading::{Headings, part};
use super::inlines::{Inlines, Place};
use super::positions::Positions;
use super::problem::Problem;
use super::sink::Sink;
use crate::library::kind::Kind;
use crate::library::prose::{Prose, Style};
use crate::library::reference::{Reference, Slug};
use crate::library::section::{Block, List, Paragraph, Quotation, Section};

/// The level of a document's highest headings; level 1 is its title.
const TOP: u8 = 2;

/// How deep lists may nest: far deeper than anyone reads.
const DEEPEST: usize = 12;

/// Builds the sections of one document.
pub struct Sections<'a> {
    document: &'a Slug,
    positions: &'a Positions<'a>,
    sink: &'a Sink,
    headings: Headings<'a>,
    inlines: Inlines<'a>,
    built: Vec<Section>,
    /// The level of the last heading, whether or not it made a section.
    level: u8,
    /// Whether the last heading made a section, to which text belongs.
    open: bool,
    /// How many lists are open.
    depth: usize,
    /// How many paragraphs the last section has so far.
    paragraphs: usize,
}

impl<'a> Sections<'a> {
    /// For the document with this id; `inlines` knows its footnotes.
    pub fn new(
        document: &'a Slug,
        kinds: &'a [Kind],
        positions: &'a Positions<'a>,
        sink: &'a Sink,
        inlines: Inlines<'a>,
    ) -> Self {
        Self {
            document,
            positions,
            sink,
            headings: Headings::new(kinds, positions, sink),
            inlines,
            built: Vec::new(),
            level: TOP - 1,
            open: false,
            depth: 0,
            paragraphs: 0,
        }
    }

    /// Reads every block; the sections come back with what the inlines met.
    pub fn build<'b>(mut self, root: &'b AstNode<'b>) -> (Vec<Section>, Inlines<'a>) {
        for node in root.children() {
            self.top_level(node);
        }
        (self.built, self.inlines)
    }

    fn top_level<'b>(&mut self, node: &'b AstNode<'b>) {
        let ast = node.data();
        match &ast.value {
            NodeValue::Heading(heading) => self.heading(node, heading.level),
            NodeValue::FootnoteDefinition(_) => {}
            _ if self.level < TOP => {
                let span = self.positions.first_line(ast.sourcepos);
                self.sink.at(span, Problem::OutsideSection);
            }
            _ => {
                let place = self.built.last().map(|section| section.reference.clone());
                let block = self.block(node, place.as_ref());
                if self.open
                    && let (Some(block), Some(section)) = (block, self.built.last_mut())
                {
                    section.blocks.push(block);
                }
            }
        }
    }

    fn heading<'b>(&mut self, node: &'b AstNode<'b>, level: u8) {
        let ast = node.data();
        let line = self.positions.first_line(ast.sourcepos);
        if level < TOP {
            self.sink.at(line.clone(), Problem::TitleHeading);
        } else if level > self.level + 1 {
            let from = self.level;
            self.sink
                .at(line.clone(), Problem::SkippedLevel { from, to: level });
        }
        self.level = level.max(TOP);
        let names = self.headings.names(&ast);
        let heading = self.inlines.prose(node, Place::Elsewhere);
        if heading
            .marks
            .iter()
            .any(|mark| matches!(mark.style, Style::Link(_)))
        {
            // Headings are links themselves, in the contents and above the section.
            let problem = Problem::Unsupported("a link in a heading");
            self.sink.at(line.clone(), problem);
        }
        if heading.text.trim().is_empty() {
            self.sink.at(line, Problem::EmptyHeading);
        }
        self.open = names.is_some();
        self.paragraphs = 0;
        let Some(names) = names else { return };
        let at = self.built.len();
        let parent = self.built.iter().rposition(|above| above.level < level);
        if let Some(parent) = parent {
            self.built[parent].children.push(at);
        }
        let (number, title) = part(&heading.text, &names.number);
        self.built.push(Section {
            reference: Reference {
                document: self.document.clone(),
                section: names.number,
                paragraph: None,
            },
            slug: names.slug,
            kind: names.kind,
            heading,
            number,
            title,
            level,
            parent,
            children: Vec::new(),
            blocks: Vec::new(),
        });
    }

    /// A block of a section. Where the section itself is broken its blocks are read all the same,
    /// for what is wrong in them.
    fn block<'b>(&mut self, node: &'b AstNode<'b>, section: Option<&Reference>) -> Option<Block> {
        let ast = node.data();
        let unsupported = match &ast.value {
            NodeValue::Paragraph => {
                let prose = self.inlines.prose(node, Place::Paragraph);
                self.paragraphs += 1;
                let reference = section?.with_paragraph(self.paragraphs);
                return Some(Block::Paragraph(Paragraph { reference, prose }));
            }
            NodeValue::BlockQuote => return Some(Block::Quotation(self.quotation(node))),
            NodeValue::List(_) if self.depth == DEEPEST => {
                let span = self.positions.first_line(ast.sourcepos);
                self.sink.at(span, Problem::TooDeep(DEEPEST));
                return None;
            }
            NodeValue::List(list) => {
                self.depth += 1;
                let ordered = list.list_type == ListType::Ordered;
                let start = ordered.then_some(list.start);
                let items = node
                    .children()
                    .map(|item| {
                        if let NodeValue::TaskItem(_) = item.data().value {
                            let span = self.positions.first_line(item.data().sourcepos);
                            self.sink.at(span, Problem::Unsupported("a task in a list"));
                        }
                        let blocks = item.children();
                        blocks
                            .filter_map(|child| self.block(child, section))
                            .collect()
                    })
                    .collect();
                self.depth -= 1;
                return Some(Block::List(List { start, items }));
            }
            NodeValue::HtmlBlock(_) => {
                let span = self.positions.first_line(ast.sourcepos);
                self.sink.at(span, Problem::RawHtml);
                return None;
            }
            NodeValue::FootnoteDefinition(_) => return None,
            NodeValue::CodeBlock(_) => "a code block",
            NodeValue::ThematicBreak => "a thematic break",
            NodeValue::Table(_) => "a table",
            NodeValue::Heading(_) => "a heading inside a list",
            _ => "this block",
        };
        let span = self.positions.first_line(ast.sourcepos);
        self.sink.at(span, Problem::Unsupported(unsupported));
        None
    }

    fn quotation<'b>(&mut self, node: &'b AstNode<'b>) -> Quotation {
        let mut paragraphs: Vec<Prose> = Vec::new();
        for child in node.children() {
            let ast = child.data();
            if matches!(ast.value, NodeValue::Paragraph) {
                paragraphs.push(self.inlines.prose(child, Place::Elsewhere));
            } else {
                let span = self.positions.first_line(ast.sourcepos);
                let what = "anything but paragraphs in a quotation";
                self.sink.at(span, Problem::Unsupported(what));
            }
        }
        let attributed = paragraphs.len() > 1
            && paragraphs
                .last()
                .is_some_and(|last| last.text.starts_with('—'));
        let attribution = if attributed { paragraphs.pop() } else { None };
        Quotation {
            paragraphs,
            attribution,
        }
    }
}
