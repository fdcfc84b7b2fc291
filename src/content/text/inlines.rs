//! From the parser's inline nodes to prose.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};

use super::footnotes::{Footnotes, signs};
use super::links::{Destination, PendingLink, destination, passage_destination, wiki_destination};
use super::positions::Positions;
use crate::content::diagnostics::{Problem, Sink};
use crate::library::{Id, Mark, Note, Prose, Style, TargetId};

/// How deep emphasis and links may nest: far deeper than anyone reads.
const DEEPEST: usize = 24;

/// What is refused on a page, where it is defined and where it is used.
pub const FOOTNOTE_ON_PAGE: &str = "a footnote on a page";

/// What the inlines of one file share: its footnotes and its links.
pub struct Inlines<'a> {
    positions: &'a Positions<'a>,
    sink: Sink<'a>,
    footnotes: Footnotes,
    depth: usize,
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
    /// A heading or quotation of a document.
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
        positions: &'a Positions<'a>,
        sink: Sink<'a>,
    ) -> Self {
        let mut inlines = Self::of_page(0, positions, sink);
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

    /// The prose of a heading, paragraph or cell.
    pub fn prose<'b>(&mut self, node: &'b AstNode<'b>, context: InlineContext) -> Prose {
        let mut prose = Prose::default();
        self.collect(node, context, &mut prose);
        if context == InlineContext::Paragraph {
            mark_label(&mut prose);
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
            NodeValue::Text(text) => {
                self.report_undefined(text, context, span.start);
                prose.text.push_str(text);
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => prose.text.push(' '),
            NodeValue::Escaped => self.collect(node, context, prose),
            NodeValue::Code(code) => {
                let start = prose.text.len();
                prose.text.push_str(&code.literal);
                prose.marks.push(mark(start, prose, Style::Code));
            }
            NodeValue::Emph => self.collect_marked(node, context, prose, Style::Emphasis),
            NodeValue::Strong => self.collect_marked(node, context, prose, Style::Strong),
            NodeValue::Link(link) => {
                let destination = destination(&link.url, &span, self.sink);
                self.collect_link(node, context, prose, destination, span);
            }
            NodeValue::WikiLink(link) if !link.embed => {
                let destination = wiki_destination(&link.url, &span, self.sink);
                self.collect_link(node, context, prose, destination, span);
            }
            NodeValue::FootnoteReference(footnote) => {
                self.collect_note(&footnote.name, context, prose, span);
            }
            NodeValue::HtmlInline(_) => self.sink.report_at(span, Problem::RawHtml),
            NodeValue::Image(_) | NodeValue::WikiLink(_) => {
                self.sink.report_at(span, Problem::Unsupported("an image"));
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
    fn link(&mut self, destination: Destination, span: Range<usize>) -> TargetId {
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
            InlineContext::Paragraph | InlineContext::Elsewhere => {
                let at = prose.text.len();
                prose.notes.push(Note { at, body });
            }
            InlineContext::Footnote => self.sink.report_at(span, Problem::NestedFootnote),
            // The definition is refused, without which this would be no sign.
            InlineContext::Page => {}
        }
    }

    /// Reports the signs of footnotes in a text that begins at this byte of the file.
    fn report_undefined(&self, text: &str, context: InlineContext, start: usize) {
        for (range, name) in signs(text) {
            let problem = if context == InlineContext::Page {
                Problem::Unsupported(FOOTNOTE_ON_PAGE)
            } else {
                Problem::UndefinedFootnote {
                    name: name.to_owned(),
                    near: self
                        .sink
                        .may_suggest()
                        .then(|| self.footnotes.suggest(name))
                        .flatten(),
                }
            };
            let sign = start + range.start..start + range.end;
            self.sink.report_at(sign, problem);
        }
    }
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

fn mark(start: usize, prose: &Prose, style: Style) -> Mark {
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
