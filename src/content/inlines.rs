//! From the parser's inline nodes to prose.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};

use super::links::{self, Pending};
use super::positions::Positions;
use super::problem::Problem;
use super::sink::Sink;
use crate::library::near::nearest;
use crate::library::prose::{Mark, Note, Prose, Style, Target};

/// What the inlines of one document share: its footnotes and its links.
pub struct Inlines<'a> {
    positions: &'a Positions<'a>,
    sink: &'a Sink,
    definitions: BTreeMap<String, Prose>,
    names: BTreeSet<String>,
    used: BTreeSet<String>,
    depth: usize,
    /// The links met so far.
    pub links: Vec<Pending>,
}

/// How deep emphasis and links may nest: far deeper than anyone reads.
const DEEPEST: usize = 24;

/// How emphasis at the start of a paragraph is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Strong text at the start is a run-in head.
    Paragraph,
    /// It is strong text.
    Elsewhere,
    /// The same, and no footnote may stand here.
    Note,
}

impl<'a> Inlines<'a> {
    /// For a document whose blocks are the children of `root`.
    pub fn new<'b>(root: &'b AstNode<'b>, positions: &'a Positions<'a>, sink: &'a Sink) -> Self {
        let mut inlines = Self {
            positions,
            sink,
            definitions: BTreeMap::new(),
            names: BTreeSet::new(),
            used: BTreeSet::new(),
            depth: 0,
            links: Vec::new(),
        };
        let definitions: Vec<(&AstNode<'b>, String)> = root
            .descendants()
            .filter_map(|node| match &node.data().value {
                NodeValue::FootnoteDefinition(definition) => Some((node, definition.name.clone())),
                _ => None,
            })
            .collect();
        // Known before any is read, so that a slip in one can be set right by another's name.
        inlines.names = definitions.iter().map(|(_, name)| key(name)).collect();
        for (node, name) in definitions {
            inlines.define(node, &name);
        }
        inlines
    }

    fn define<'b>(&mut self, node: &'b AstNode<'b>, name: &str) {
        let mut body = Prose::default();
        for child in node.children() {
            if !matches!(child.data().value, NodeValue::Paragraph) {
                let span = self.positions.first_line(child.data().sourcepos);
                self.sink.at(
                    span,
                    Problem::Unsupported("anything but paragraphs in a footnote"),
                );
                continue;
            }
            if !body.text.is_empty() {
                body.text.push(' ');
            }
            self.collect(child, Place::Note, &mut body);
        }
        if self.definitions.insert(key(name), body).is_some() {
            let span = self.positions.first_line(node.data().sourcepos);
            self.sink
                .at(span, Problem::DuplicateFootnote(name.to_owned()));
        }
    }

    /// The prose of a heading or paragraph.
    pub fn prose<'b>(&mut self, node: &'b AstNode<'b>, place: Place) -> Prose {
        let mut prose = Prose::default();
        self.collect(node, place, &mut prose);
        if place == Place::Paragraph {
            name_label(&mut prose);
        }
        prose
    }

    /// Reports the footnotes that no text refers to.
    pub fn report_unused<'b>(&self, root: &'b AstNode<'b>) {
        for node in root.descendants() {
            if let NodeValue::FootnoteDefinition(definition) = &node.data().value
                && !self.used.contains(&key(&definition.name))
            {
                let name = definition.name.clone();
                let sign = format!("[^{name}]");
                let span = self.positions.phrase(node.data().sourcepos, &sign);
                self.sink.at(span, Problem::UnusedFootnote(name));
            }
        }
    }

    fn collect<'b>(&mut self, parent: &'b AstNode<'b>, place: Place, prose: &mut Prose) {
        if self.depth == DEEPEST {
            let span = self.positions.first_line(parent.data().sourcepos);
            return self.sink.at(span, Problem::TooDeep(DEEPEST));
        }
        self.depth += 1;
        for node in parent.children() {
            let ast = node.data();
            let span = self.positions.span(ast.sourcepos);
            match &ast.value {
                NodeValue::Text(text) => {
                    self.find_undefined(text, span);
                    prose.text.push_str(text);
                }
                NodeValue::SoftBreak | NodeValue::LineBreak => prose.text.push(' '),
                NodeValue::Escaped => self.collect(node, place, prose),
                NodeValue::Code(code) => {
                    let start = prose.text.len();
                    prose.text.push_str(&code.literal);
                    prose.marks.push(mark(start, prose, Style::Code));
                }
                NodeValue::Emph => self.collect_marked(node, place, prose, Style::Emphasis),
                NodeValue::Strong => self.collect_marked(node, place, prose, Style::Strong),
                NodeValue::Link(link) => {
                    let target = links::read(&link.url, &span, self.sink);
                    self.collect_link(node, place, prose, target, span);
                }
                NodeValue::WikiLink(link) => {
                    let target = links::read_wiki(&link.url, &span, self.sink);
                    self.collect_link(node, place, prose, target, span);
                }
                NodeValue::FootnoteReference(footnote) => {
                    self.collect_note(&footnote.name, place, prose, span);
                }
                NodeValue::HtmlInline(_) => self.sink.at(span, Problem::RawHtml),
                NodeValue::Image(_) => self.sink.at(span, Problem::Unsupported("an image")),
                _ => self.sink.at(span, Problem::Unsupported("this markup")),
            }
        }
        self.depth -= 1;
    }

    fn collect_marked<'b>(
        &mut self,
        node: &'b AstNode<'b>,
        place: Place,
        prose: &mut Prose,
        style: Style,
    ) {
        let start = prose.text.len();
        let at = prose.marks.len();
        self.collect(node, place, prose);
        // A mark around nothing marks nothing.
        if prose.text.len() > start {
            prose.marks.insert(at, mark(start, prose, style));
        }
    }

    fn collect_link<'b>(
        &mut self,
        node: &'b AstNode<'b>,
        place: Place,
        prose: &mut Prose,
        target: Option<Target>,
        span: Range<usize>,
    ) {
        let Some(target) = target else {
            return self.collect(node, place, prose);
        };
        self.links.push(Pending {
            file: self.sink.file(),
            span,
            target: target.clone(),
        });
        let first = prose.notes.len();
        self.collect_marked(node, place, prose, Style::Link(target));
        // A note's sign is a link too, and links do not nest: it stands after this one.
        let end = prose.text.len();
        for note in &mut prose.notes[first..] {
            note.at = end;
        }
    }

    fn collect_note(&mut self, name: &str, place: Place, prose: &mut Prose, span: Range<usize>) {
        let key = key(name);
        self.used.insert(key.clone());
        if place == Place::Note {
            return self.sink.at(span, Problem::NestedFootnote);
        }
        let body = self.definitions.get(&key).cloned().unwrap_or_default();
        let at = prose.text.len();
        prose.notes.push(Note { at, body });
    }

    /// The parser leaves `[^name]` without a definition in the text as it is typed.
    fn find_undefined(&self, text: &str, span: Range<usize>) {
        let mut from = 0;
        while let Some(open) = text[from..].find("[^") {
            let start = from + open;
            let Some(length) = text[start..].find(']') else {
                return;
            };
            from = start + length + 1;
            let name = &text[start + 2..from - 1];
            if name.is_empty() || name.contains(char::is_whitespace) {
                continue;
            }
            let near = nearest(name, self.names.iter().map(String::as_str)).map(str::to_owned);
            let name = name.to_owned();
            let sign = span.start + start..span.start + from;
            self.sink
                .at(sign, Problem::UndefinedFootnote { name, near });
        }
    }
}

/// Footnote labels are alike when they differ in letter case only.
fn key(name: &str) -> String {
    name.to_lowercase()
}

fn mark(start: usize, prose: &Prose, style: Style) -> Mark {
    let range = start..prose.text.len();
    Mark { range, style }
}

/// Strong text at the start of a paragraph, with text after it, is its run-in head.
fn name_label(prose: &mut Prose) {
    let length = prose.text.len();
    if let Some(first) = prose.marks.first_mut()
        && first.style == Style::Strong
        && first.range.start == 0
        && first.range.end < length
    {
        first.style = Style::Label;
    }
}
