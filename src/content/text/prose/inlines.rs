//! From the parser's inline nodes to prose.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};

use super::footnotes::Footnotes;
use super::line_ends::is_space;
use super::links::{Destination, LinkHome, PendingLink, destination, passage_destination};
use super::positions::Positions;
use crate::content::diagnostics::{Problem, Sink};
use crate::library::{CELL_BREAK, Form, Id, LINE_BREAK, Mark, Note, Prose, Slug, Style, TargetId};

/// How deep emphasis and links may nest: far deeper than anyone reads.
const DEEPEST: usize = 24;

/// What is refused on a page, where it is defined and where it is used.
pub const FOOTNOTE_ON_PAGE: &str = "a footnote on a page";

/// What the inlines of one file share: its footnotes and its links.
pub struct Inlines<'a> {
    positions: &'a Positions<'a>,
    pub(super) sink: Sink<'a>,
    pub(super) footnotes: Footnotes,
    depth: usize,
    /// Where its links stand.
    home: LinkHome<'a>,
    /// The id of the first link's target.
    first_target: usize,
    /// The links met so far, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// Where words stand, which decides how some marks in them are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum InlineContext {
    /// A paragraph of a document: strong text at its start is its run-in head.
    Paragraph,
    /// The same where each end of a line in the source is one in the text.
    Verse,
    /// A heading of a document, which is one line.
    Heading,
    /// A line of a quotation, a term or a cell of a document.
    Elsewhere,
    /// A footnote, which has none of its own.
    Footnote,
    /// A page of the editors', which has no footnotes.
    Page,
}

impl<'a> Inlines<'a> {
    /// For a document whose blocks are the children of `root`; its targets count from 0.
    pub fn of_document<'b>(
        root: &'b AstNode<'b>,
        document: &'a Slug,
        positions: &'a Positions<'a>,
        sink: Sink<'a>,
    ) -> Self {
        let mut inlines = Self::of_page(0, positions, sink);
        inlines.home = LinkHome::Document(document);
        for (_, name) in definitions(root) {
            inlines.footnotes.declare(&name);
        }
        for (node, name) in definitions(root) {
            inlines.define(node, name);
        }
        inlines
    }

    /// For a page whose targets count from `first_target`.
    pub fn of_page(first_target: usize, positions: &'a Positions<'a>, sink: Sink<'a>) -> Self {
        Self {
            positions,
            sink,
            footnotes: Footnotes::default(),
            depth: 0,
            home: LinkHome::Page,
            first_target,
            links: Vec::new(),
        }
    }

    fn define<'b>(&mut self, node: &'b AstNode<'b>, name: String) {
        let mut body = Prose::default();
        for child in node.children() {
            if !matches!(child.data().value, NodeValue::Paragraph) {
                let span = self.positions.first_line(child.data().sourcepos);
                let what = "anything but paragraphs in a footnote";
                self.sink.report_at(span, Problem::Unsupported(what));
                continue;
            }
            if !body.text.is_empty() {
                body.text.push(' ');
            }
            self.collect(child, InlineContext::Footnote, &mut body);
        }
        if !self.footnotes.define(&name, body) {
            let span = self.positions.first_line(node.data().sourcepos);
            self.sink.report_at(span, Problem::DuplicateFootnote(name));
        }
    }

    /// The prose of a heading, a paragraph or a cell.
    pub fn prose<'b>(&mut self, node: &'b AstNode<'b>, context: InlineContext) -> Prose {
        self.prose_of(node.children(), 0, context)
    }

    /// The prose of some of a paragraph's nodes, of which the first is a text that begins with so many
    /// bytes too much.
    pub fn prose_of<'b>(
        &mut self,
        nodes: impl IntoIterator<Item = &'b AstNode<'b>>,
        skip: usize,
        context: InlineContext,
    ) -> Prose {
        let mut prose = Prose::default();
        let mut skip = Some(skip).filter(|skip| *skip > 0);
        for node in nodes {
            match (&node.data().value, skip.take()) {
                (NodeValue::Text(text), Some(skip)) => {
                    let start = self.positions.span(node.data().sourcepos).start;
                    let rest = text.get(skip..).unwrap_or_default();
                    self.collect_text(rest, context, start + skip, &mut prose);
                }
                _ => self.collect_node(node, context, &mut prose),
            }
        }
        if matches!(context, InlineContext::Paragraph | InlineContext::Verse) {
            mark_label(&mut prose);
        }
        prose
    }

    /// The prose of a table: cells in rows.
    pub fn table<'b>(&mut self, node: &'b AstNode<'b>, form: Form) -> Prose {
        let mut prose = Prose {
            form,
            ..Prose::default()
        };
        for (row_place, row) in node.children().enumerate() {
            if row_place > 0 {
                prose.text.push(LINE_BREAK);
            }
            for (place, cell) in row.children().enumerate() {
                if place > 0 {
                    prose.text.push(CELL_BREAK);
                }
                let start = prose.text.len();
                self.collect(cell, InlineContext::Elsewhere, &mut prose);
                // What would part cells or rows is a space in one, of the same length.
                let words = prose.text.split_off(start);
                let breaks = [CELL_BREAK, LINE_BREAK];
                prose.text.push_str(&words.replace(breaks, " "));
            }
        }
        prose
    }

    /// The target of a reference that has to name a passage, at these bytes of the file.
    pub fn passage(&mut self, reference: &str, span: Range<usize>) -> Option<TargetId> {
        let destination = passage_destination(reference, &span, self.sink)?;
        Some(self.link(destination, span))
    }

    /// Reports the footnotes that no text refers to.
    pub fn report_unused<'b>(&self, root: &'b AstNode<'b>) {
        for (node, name) in definitions(root) {
            if !self.footnotes.is_used(&name) {
                let sign = format!("[^{name}]");
                let span = self.positions.phrase(node.data().sourcepos, &sign);
                self.sink.report_at(span, Problem::UnusedFootnote(name));
            }
        }
    }

    fn collect<'b>(&mut self, parent: &'b AstNode<'b>, context: InlineContext, prose: &mut Prose) {
        if self.depth == DEEPEST {
            let span = self.positions.first_line(parent.data().sourcepos);
            return self.sink.report_at(span, Problem::TooDeep(DEEPEST));
        }
        self.depth += 1;
        for node in parent.children() {
            self.collect_node(node, context, prose);
        }
        self.depth -= 1;
    }

    fn collect_node<'b>(
        &mut self,
        node: &'b AstNode<'b>,
        context: InlineContext,
        prose: &mut Prose,
    ) {
        let ast = node.data();
        let span = self.positions.span(ast.sourcepos);
        match &ast.value {
            NodeValue::Text(text) => self.collect_text(text, context, span.start, prose),
            NodeValue::SoftBreak | NodeValue::LineBreak if context == InlineContext::Heading => {
                prose.text.push(' ');
            }
            NodeValue::LineBreak => prose.text.push(LINE_BREAK),
            NodeValue::SoftBreak if context == InlineContext::Verse => prose.text.push(LINE_BREAK),
            NodeValue::SoftBreak => {
                if is_space(prose.text.chars().next_back(), first_sign_after(node)) {
                    prose.text.push(' ');
                }
            }
            NodeValue::Escaped => self.collect(node, context, prose),
            NodeValue::Code(code) => {
                let start = prose.text.len();
                prose.text.push_str(&code.literal);
                prose.marks.push(mark(start, prose, Style::Code));
            }
            NodeValue::Emph => self.collect_marked(node, context, prose, Style::Emphasis),
            NodeValue::Strong => self.collect_marked(node, context, prose, Style::Strong),
            NodeValue::Link(link) => {
                if !link.title.is_empty() {
                    let problem = Problem::Unsupported("the title of a link");
                    self.sink.report_at(span.clone(), problem);
                }
                let destination = destination(&link.url, self.home, &span, self.sink);
                self.collect_link(node, context, prose, destination, span);
            }
            NodeValue::FootnoteReference(footnote) => {
                self.collect_note(&footnote.name, context, prose, span);
            }
            NodeValue::HtmlInline(_) => self.sink.report_at(span, Problem::RawHtml),
            NodeValue::Image(_) => {
                let problem = if context == InlineContext::Page {
                    Problem::Unsupported("an image on a page")
                } else {
                    Problem::InlineImage
                };
                self.sink.report_at(span, problem);
            }
            _ => {
                self.sink
                    .report_at(span, Problem::Unsupported("this markup"));
            }
        }
    }

    fn collect_marked<'b>(
        &mut self,
        node: &'b AstNode<'b>,
        context: InlineContext,
        prose: &mut Prose,
        style: Style,
    ) {
        let start = prose.text.len();
        let at = prose.marks.len();
        self.collect(node, context, prose);
        // A mark around nothing marks nothing.
        if prose.text.len() > start {
            prose.marks.insert(at, mark(start, prose, style));
        }
    }

    fn collect_link<'b>(
        &mut self,
        node: &'b AstNode<'b>,
        context: InlineContext,
        prose: &mut Prose,
        destination: Option<Destination>,
        span: Range<usize>,
    ) {
        let Some(destination) = destination else {
            return self.collect(node, context, prose);
        };
        let target = self.link(destination, span);
        let earlier = prose.notes.len();
        self.collect_marked(node, context, prose, Style::Link(target));
        // A note's sign is a link too, and links do not nest: it stands after this one.
        let end = prose.text.len();
        for note in prose.notes.iter_mut().skip(earlier) {
            note.at = end;
        }
    }

    /// Keeps a link, and gives it the next target.
    pub(super) fn link(&mut self, destination: Destination, span: Range<usize>) -> TargetId {
        let target = TargetId::new(self.first_target + self.links.len());
        self.links.push(PendingLink {
            file: self.sink.file(),
            span,
            destination,
        });
        target
    }

    fn collect_note(
        &mut self,
        name: &str,
        context: InlineContext,
        prose: &mut Prose,
        span: Range<usize>,
    ) {
        let body = self.footnotes.cite(name);
        match context {
            InlineContext::Paragraph
            | InlineContext::Verse
            | InlineContext::Heading
            | InlineContext::Elsewhere => {
                let at = prose.text.len();
                prose.notes.push(Note { at, body });
            }
            InlineContext::Footnote => self.sink.report_at(span, Problem::NestedFootnote),
            // The definition is refused, without which this would be no sign.
            InlineContext::Page => {}
        }
    }
}

/// The first character of what stands after a node.
fn first_sign_after<'b>(node: &'b AstNode<'b>) -> Option<char> {
    let next = node.next_sibling()?;
    next.descendants()
        .find_map(|node| match &node.data().value {
            NodeValue::Text(text) => text.chars().next(),
            NodeValue::Code(code) => code.literal.chars().next(),
            _ => None,
        })
}

/// The definitions of footnotes below a node, with their names.
fn definitions<'b>(root: &'b AstNode<'b>) -> impl Iterator<Item = (&'b AstNode<'b>, String)> {
    root.descendants().filter_map(|node| {
        let NodeValue::FootnoteDefinition(definition) = &node.data().value else {
            return None;
        };
        Some((node, definition.name.clone()))
    })
}

pub(super) fn mark(start: usize, prose: &Prose, style: Style) -> Mark {
    let range = start..prose.text.len();
    Mark { range, style }
}

/// Strong text at the start of a paragraph, with text after it, is its run-in head.
fn mark_label(prose: &mut Prose) {
    let length = prose.text.len();
    if let Some(first) = prose.marks.first_mut()
        && first.style == Style::Strong
        && first.range.start == 0
        && first.range.end < length
    {
        first.style = Style::Label;
    }
}
