//! The blocks of a source that adopting looks at: headings, paragraphs, and text taken for code.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeCodeBlock, NodeValue};
use comrak::{Arena, parse_document};

use crate::content::text::{Positions, markdown_options, plain_text};

/// A block of the source that stands in no other.
#[derive(Debug, Clone)]
pub enum Block {
    Heading(SourceHeading),
    /// The bytes of a paragraph.
    Paragraph(Range<usize>),
    /// The bytes of lines that are code only by their indentation.
    Indented(Range<usize>),
    /// Anything else.
    Other,
}

/// A heading as the source has it.
#[derive(Debug, Clone)]
pub struct SourceHeading {
    /// The bytes of all of it.
    pub range: Range<usize>,
    pub level: u8,
    /// Its words with their markup, without attributes.
    pub words: String,
    /// Its words alone.
    pub text: String,
    /// The id that it has.
    pub id: Option<String>,
    /// The reference that it has.
    pub number: Option<String>,
    /// The kind that it has.
    pub kind: Option<String>,
}

/// The blocks of a source from byte `start` on, in order.
pub fn blocks(source: &str, start: usize) -> Vec<Block> {
    let positions = Positions::new(source, start);
    let arena = Arena::new();
    let root = parse_document(&arena, &source[start..], &markdown_options());
    let nodes: Vec<_> = root.children().collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(&node) = nodes.get(at) {
        let underlined = underlined_item(node, nodes.get(at + 1).copied(), source, &positions);
        if let Some((heading, used)) = underlined {
            blocks.push(Block::Heading(heading));
            at += used;
        } else {
            blocks.push(block(node, &positions));
            at += 1;
        }
    }
    blocks
}

/// `1. Scope` with a line below it, which Markdown takes for an item and a break; and how many nodes
/// it is.
fn underlined_item<'b>(
    node: &'b AstNode<'b>,
    next: Option<&'b AstNode<'b>>,
    source: &str,
    positions: &Positions<'_>,
) -> Option<(SourceHeading, usize)> {
    let is_list = matches!(node.data().value, NodeValue::List(_));
    if !is_list || node.children().count() != 1 {
        return None;
    }
    let range = positions.span(node.data().sourcepos);
    let is_line = |line: &str, sign: char| line.len() > 2 && line.chars().all(|c| c == sign);
    let lines: Vec<&str> = source[range.clone()]
        .trim_end()
        .lines()
        .map(str::trim)
        .collect();
    let (words, level, end, used) = match lines.as_slice() {
        [words, line] if is_line(line, '=') => (*words, 1, range.end, 1),
        [words] => {
            let below = positions.span(next?.data().sourcepos);
            let is_below = source[range.end..below.start].matches('\n').count() <= 1
                && !source[range.clone()].ends_with("\n\n");
            let line = source[below.clone()].trim();
            if !is_below || !is_line(line, '-') {
                return None;
            }
            (*words, 2, below.end, 2)
        }
        _ => return None,
    };
    let is_numbered = words.starts_with(|c: char| c.is_ascii_digit());
    let heading = SourceHeading {
        range: range.start..end,
        level,
        words: words.to_owned(),
        text: words.to_owned(),
        id: None,
        number: None,
        kind: None,
    };
    is_numbered.then_some((heading, used))
}

fn block<'b>(node: &'b AstNode<'b>, positions: &Positions<'_>) -> Block {
    let ast = node.data();
    let range = positions.span(ast.sourcepos);
    match &ast.value {
        NodeValue::Heading(heading) => {
            let attributes = ast.attrs.as_deref();
            let source = positions.source(ast.sourcepos);
            let pairs = attributes
                .map(|one| one.pairs.as_slice())
                .unwrap_or_default();
            let number = pairs.iter().find(|(key, _)| key == "ref");
            Block::Heading(SourceHeading {
                range,
                level: heading.level,
                words: heading_words(source, heading.setext, attributes.is_some()),
                text: plain_text(node),
                id: attributes.and_then(|one| one.id.clone()),
                number: number.map(|(_, number)| number.clone()),
                kind: attributes.and_then(|one| one.classes.first().cloned()),
            })
        }
        NodeValue::Paragraph => match unspaced(&range, positions.source(ast.sourcepos)) {
            Some(heading) => Block::Heading(heading),
            None => Block::Paragraph(range),
        },
        NodeValue::CodeBlock(code) if is_indented(code) => Block::Indented(range),
        _ => Block::Other,
    }
}

/// `####Purposes`, which is a heading to its writer and none to Markdown.
fn unspaced(range: &Range<usize>, source: &str) -> Option<SourceHeading> {
    let words = source.trim().trim_start_matches('#');
    let level = u8::try_from(source.trim().len() - words.len()).ok()?;
    let is_heading = (2..=6).contains(&level)
        && !words.contains('\n')
        && words.starts_with(char::is_alphanumeric);
    is_heading.then(|| SourceHeading {
        range: range.clone(),
        level,
        words: words.trim_end_matches('#').trim().to_owned(),
        text: words.trim_end_matches('#').trim().to_owned(),
        id: None,
        number: None,
        kind: None,
    })
}

fn is_indented(code: &NodeCodeBlock) -> bool {
    !code.fenced
}

/// The words of a heading, in whichever of the two ways it is written.
fn heading_words(source: &str, underlined: bool, has_attributes: bool) -> String {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let lines = if underlined {
        &lines[..lines.len().saturating_sub(1)]
    } else {
        &lines[..]
    };
    let mut words = lines.join(" ");
    if !underlined {
        words = words.trim_start_matches('#').trim().to_owned();
    }
    if has_attributes && let Some(at) = words.rfind('{') {
        words.truncate(at);
    }
    let bare = words.trim_end();
    let closed = bare.trim_end_matches('#');
    let is_closing =
        !underlined && closed.len() < bare.len() && (closed.is_empty() || closed.ends_with(' '));
    if is_closing {
        closed.trim_end().to_owned()
    } else {
        bare.to_owned()
    }
}
