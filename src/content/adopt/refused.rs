//! What the loader refuses of a text, by its own word: each is taken out, or freed of its markup.
//!
//! Nothing here knows what a document can hold. The loader is asked, what it reports is mended at the
//! place that it names, and it is asked again; so a loader that learns to keep more is followed.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::edits::{Edited, Edits};
use super::taken::{Fate, TakenList};
use crate::content::diagnostics::{Diagnostic, HeadingFault, Problem};
use crate::content::text::{Positions, markdown_options, plain_text};

/// How often the loader is asked. What is taken out can bring to light what stood behind it.
const ROUNDS: usize = 24;

/// Takes out of a text what `ask` reports of it, until it reports nothing; what it still reports is
/// returned.
pub fn take_refused(
    edits: &mut Edits<'_>,
    taken: &mut TakenList,
    ask: &dyn Fn(&str) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut last = Vec::new();
    for round in 0..ROUNDS {
        let edited = edits.apply();
        let mut found = ask(&edited.text);
        found.retain(Diagnostic::is_error);
        if found.is_empty() {
            return found;
        }
        // Where mending did nothing, the whole block goes.
        let is_stuck = found == last || round + 4 > ROUNDS;
        let mender = Mender {
            edited: &edited,
            body: body_start(&edited.text),
            is_stuck,
        };
        if !mender.mend(&found, edits, taken) {
            return found;
        }
        last = found;
    }
    let mut left = ask(&edits.apply().text);
    left.retain(Diagnostic::is_error);
    left
}

/// Where the text begins behind its front matter.
fn body_start(text: &str) -> usize {
    crate::content::toml::split_toml(text).map_or(0, |(_, body)| body.start)
}

/// How one thing is mended.
struct Mend {
    /// The bytes of the text.
    range: Range<usize>,
    /// What stands there instead.
    with: String,
    fate: Fate,
}

struct Mender<'a> {
    edited: &'a Edited,
    body: usize,
    is_stuck: bool,
}

impl Mender<'_> {
    /// Mends each thing that was found once; false if nothing could be.
    fn mend(&self, found: &[Diagnostic], edits: &mut Edits<'_>, taken: &mut TakenList) -> bool {
        let text = &self.edited.text;
        let positions = Positions::new(text, self.body);
        let arena = Arena::new();
        let root = parse_document(&arena, &text[self.body..], &markdown_options());
        let nodes = Nodes::of(root, &positions);
        let mut mended = false;
        let mut until = 0;
        let mut found: Vec<&Diagnostic> = found.iter().filter(|one| one.span.is_some()).collect();
        found.sort_by_key(|one| one.span.as_ref().map(|span| span.start));
        for diagnostic in found {
            // The front matter was not taken from the source.
            let Some(span) = diagnostic
                .span
                .as_ref()
                .filter(|span| span.start >= self.body)
            else {
                continue;
            };
            let Some(mend) = self.mend_of(&diagnostic.problem, span, &nodes) else {
                continue;
            };
            // What stands in something that was mended in this round waits for the next.
            if mend.range.start < until {
                continue;
            }
            until = mend.range.end.max(mend.range.start + 1);
            let source = self.edited.source_of(&mend.range);
            taken.add(source.clone(), mend.fate, reason(&diagnostic.problem));
            edits.mend(self.edited, &mend.range, &mend.with);
            mended = true;
        }
        mended
    }

    fn mend_of(&self, problem: &Problem, span: &Range<usize>, nodes: &Nodes<'_>) -> Option<Mend> {
        let text = &self.edited.text;
        let removed = |range: Range<usize>, with: &str| {
            Some(Mend {
                range,
                with: with.to_owned(),
                fate: Fate::Removed,
            })
        };
        let block = || nodes.top_block(span).and_then(|range| removed(range, ""));
        if self.is_stuck {
            return block();
        }
        match problem {
            Problem::RawHtml => match nodes.inline(span) {
                Some(node) if is_html(node) => removed(
                    span.clone(),
                    if parts_words(&text[span.clone()]) {
                        " "
                    } else {
                        ""
                    },
                ),
                _ => nodes.block(span).and_then(|range| removed(range, "")),
            },
            Problem::UnsafeLink(_)
            | Problem::UnknownPage { .. }
            | Problem::UnknownReference { .. }
            | Problem::UnknownId { .. } => nodes.link_words(span).map(|words| Mend {
                range: span.clone(),
                with: words,
                fate: Fate::Unmarked,
            }),
            // The sign stays as it was typed.
            Problem::UndefinedFootnote { .. } => Some(Mend {
                range: span.start..span.start + 1,
                with: "\\[".to_owned(),
                fate: Fate::Unmarked,
            }),
            Problem::UnusedFootnote(_) | Problem::DuplicateFootnote(_) => {
                nodes.footnote(span).and_then(|range| removed(range, ""))
            }
            Problem::Heading(faults) => self.heading(faults.faults.as_slice(), span, nodes),
            Problem::Unsupported(_) if nodes.inline(span).is_some() => match nodes.words(span) {
                Some(words) => Some(Mend {
                    range: span.clone(),
                    with: words,
                    fate: Fate::Unmarked,
                }),
                None => removed(span.clone(), ""),
            },
            _ => nodes.block(span).and_then(|range| removed(range, "")),
        }
        .or_else(block)
    }

    /// A heading whose words are kept without their links; one without words goes.
    fn heading(
        &self,
        faults: &[HeadingFault],
        span: &Range<usize>,
        nodes: &Nodes<'_>,
    ) -> Option<Mend> {
        let (range, words) = nodes.heading(span)?;
        if faults.contains(&HeadingFault::Empty) {
            return Some(Mend {
                range,
                with: String::new(),
                fate: Fate::Removed,
            });
        }
        let line = &self.edited.text[range.clone()];
        let marks = line.len() - line.trim_start_matches('#').len();
        let attributes = line.rfind('{').filter(|_| line.trim_end().ends_with('}'));
        let attributes = attributes.map_or("", |at| &line[at..]);
        Some(Mend {
            with: format!("{} {} {attributes}", &line[..marks], escaped(&words)),
            range,
            fate: Fate::Unmarked,
        })
    }
}

/// Whether a tag keeps the words around it apart: a number that stands higher is none of the word
/// before it.
fn parts_words(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).to_lowercase();
    ["br", "sup", "sub"].iter().any(|one| {
        let rest = name.strip_prefix(one);
        rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
    })
}

/// Why something is refused, without the names that stand in it anyway.
fn reason(problem: &Problem) -> String {
    match problem {
        Problem::Unsupported(what) => (*what).to_owned(),
        problem => problem.to_string(),
    }
}

/// Words that read as nothing but words.
fn escaped(words: &str) -> String {
    let signs = words.chars().flat_map(|c| {
        let is_markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '{' | '}');
        is_markup.then_some('\\').into_iter().chain([c])
    });
    signs.collect()
}

fn is_html(node: &AstNode<'_>) -> bool {
    matches!(node.data().value, NodeValue::HtmlInline(_))
}

/// The nodes of a text, with their bytes.
struct Nodes<'b>(Vec<(Range<usize>, &'b AstNode<'b>)>);

impl<'b> Nodes<'b> {
    fn of(root: &'b AstNode<'b>, positions: &Positions<'_>) -> Self {
        let nodes = root.descendants().skip(1);
        let mut nodes: Vec<_> = nodes
            .map(|node| (positions.span(node.data().sourcepos), node))
            .collect();
        // Of nodes that begin together, the outer comes first, as it does in the tree.
        nodes.sort_by_key(|(range, _)| range.start);
        Self(nodes)
    }

    /// The nodes that begin at a byte, the outer first.
    fn at(&self, start: usize) -> impl Iterator<Item = &(Range<usize>, &'b AstNode<'b>)> {
        let first = self.0.partition_point(|(range, _)| range.start < start);
        self.0[first..]
            .iter()
            .take_while(move |(range, _)| range.start == start)
    }

    /// The inline that has just these bytes.
    fn inline(&self, span: &Range<usize>) -> Option<&'b AstNode<'b>> {
        let mut at = self.at(span.start);
        at.find(|(range, node)| range == span && !node.data().value.block())
            .map(|(_, node)| *node)
    }

    /// The outermost block that begins there; of a list with tasks, the item.
    fn block(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let blocks = || {
            self.at(span.start)
                .filter(|(_, node)| node.data().value.block())
        };
        let is_item = |node: &AstNode<'_>| matches!(node.data().value, NodeValue::TaskItem(_));
        let item = blocks().find(|(_, node)| is_item(node));
        item.or_else(|| blocks().next())
            .map(|(range, _)| range.clone())
    }

    /// The block of the first order that has these bytes in it.
    fn top_block(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let before = self
            .0
            .partition_point(|(range, _)| range.start <= span.start);
        let (_, node) = self.0.get(before.checked_sub(1)?)?;
        let top = node
            .ancestors()
            .take_while(|one| one.parent().is_some())
            .last()?;
        let top = self.0.iter().find(|(_, one)| std::ptr::eq(*one, top));
        top.map(|(range, _)| range.clone())
    }

    /// The words of the link that has just these bytes, with their markup.
    fn link_words(&self, span: &Range<usize>) -> Option<String> {
        let node = self.inline(span)?;
        matches!(
            node.data().value,
            NodeValue::Link(_) | NodeValue::WikiLink(_)
        )
        .then(|| escaped(&plain_text(node)))
    }

    /// The words of an inline that has just these bytes; `None` of an image.
    fn words(&self, span: &Range<usize>) -> Option<String> {
        let node = self.inline(span)?;
        (!matches!(node.data().value, NodeValue::Image(_))).then(|| escaped(&plain_text(node)))
    }

    fn footnote(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let is_note =
            |node: &AstNode<'_>| matches!(node.data().value, NodeValue::FootnoteDefinition(_));
        let mut at = self.at(span.start);
        at.find(|(_, node)| is_note(node))
            .map(|(range, _)| range.clone())
    }

    fn heading(&self, span: &Range<usize>) -> Option<(Range<usize>, String)> {
        let before = self
            .0
            .partition_point(|(range, _)| range.start <= span.start);
        let mut before = self.0[..before].iter().rev();
        let is_heading = |node: &AstNode<'_>| matches!(node.data().value, NodeValue::Heading(_));
        let (range, node) = before.find(|(_, node)| is_heading(node))?;
        (range.end >= span.start).then(|| (range.clone(), plain_text(node)))
    }
}
