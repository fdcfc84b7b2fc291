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
    root.children()
        .map(|node| block(node, &positions))
        .collect()
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
        NodeValue::Paragraph => Block::Paragraph(range),
        NodeValue::CodeBlock(code) if is_indented(code) => Block::Indented(range),
        _ => Block::Other,
    }
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
