//! Prose as Markdown.

use super::annotated::{Annotated, AnyMark, AnyStyle, Piece, pieces};
use crate::library::{Library, Prose, Style, Target};

/// Prose as Markdown; `href` writes where a link leads, `sign` the label of a note.
pub fn prose_markdown(
    library: &Library,
    prose: &Prose,
    href: &dyn Fn(&Target) -> String,
    sign: &dyn Fn(usize) -> String,
) -> String {
    let mut text = String::new();
    let mut in_code = false;
    let annotated = Annotated::from(prose);
    let marks = annotated.marks(library);
    for piece in pieces(prose, &marks) {
        match piece {
            Piece::Text(words) if in_code => text.push_str(words),
            Piece::Text(words) => escape(words, &mut text),
            Piece::Open(AnyMark {
                style: AnyStyle::Own(style),
                ..
            }) => {
                in_code = in_code || *style == Style::Code;
                text.push_str(match style {
                    Style::Link(_) => "[",
                    style => delimiter(*style),
                });
            }
            Piece::Close(AnyMark {
                style: AnyStyle::Own(style),
                ..
            }) => {
                in_code = in_code && *style != Style::Code;
                match style {
                    Style::Link(target) => {
                        text.push_str("](");
                        text.push_str(&href(&library[*target]));
                        text.push(')');
                    }
                    style => text.push_str(delimiter(*style)),
                }
            }
            // Markdown has none of a page's annotations.
            Piece::Open(_) | Piece::Close(_) => {}
            Piece::Note(place) => {
                text.push_str("[^");
                text.push_str(&sign(place));
                text.push(']');
            }
        }
    }
    text
}

/// What stands around words of a style in Markdown.
fn delimiter(style: Style) -> &'static str {
    match style {
        Style::Emphasis => "*",
        Style::Strong | Style::Label => "**",
        Style::Code => "`",
        Style::Link(_) => "",
    }
}

/// Escapes what Markdown would read as markup.
fn escape(words: &str, text: &mut String) {
    for c in words.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '&' | '!'
        ) {
            text.push('\\');
        }
        text.push(c);
    }
}
