//! Prose as Markdown.

use super::annotated::{Annotated, AnyMark, AnyStyle, Piece, pieces};
use crate::library::{Alignment, CELL_BREAK, Form, Library, Prose, Style, Target};

/// Prose as Markdown; `href` writes where a link leads, `sign` the label of a note.
pub fn prose_markdown(
    library: &Library,
    prose: &Prose,
    href: &dyn Fn(&Target) -> String,
    sign: &dyn Fn(usize) -> String,
) -> String {
    let is_table = matches!(prose.form, Form::Table { .. });
    let mut text = String::new();
    let mut in_code = prose.form == Form::Code;
    // Where the words of each open mark begin.
    let mut begins = Vec::new();
    let annotated = Annotated::from(prose);
    let marks = annotated.marks(library);
    for piece in pieces(prose, &marks) {
        match piece {
            Piece::Text(words) if is_table => {
                let words = if in_code {
                    words.to_owned()
                } else {
                    escaped(words)
                };
                text.push_str(&words.replace('|', "\\|"));
            }
            Piece::Text(words) if in_code => text.push_str(words),
            Piece::Text(words) => text.push_str(&escaped(words)),
            Piece::Break(CELL_BREAK) => text.push_str(" | "),
            Piece::Break(_) if is_table => text.push_str(" |\n| "),
            Piece::Break(_) => text.push_str("\\\n"),
            Piece::Open(AnyMark {
                style: AnyStyle::Own(style),
                ..
            }) => {
                in_code = in_code || *style == Style::Code;
                text.push_str(match style {
                    Style::Link(_) => "[",
                    style => delimiter(*style),
                });
                begins.push(text.len());
            }
            Piece::Close(AnyMark {
                style: AnyStyle::Own(style),
                ..
            }) => {
                in_code = in_code && *style != Style::Code;
                let is_empty = begins.pop() == Some(text.len());
                match style {
                    Style::Link(target) => {
                        text.push_str("](");
                        text.push_str(&href(&library[*target]));
                        text.push(')');
                    }
                    // Marks around nothing, such as an empty line, would be read as signs.
                    style if is_empty => text.truncate(text.len() - delimiter(*style).len()),
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
    match &prose.form {
        Form::Running | Form::Verse { .. } | Form::Image(_) => text,
        Form::Code => fenced(&text),
        Form::Table { columns } => table(&text, columns),
    }
}

/// Lines of code between lines of backticks, more of them than stand anywhere in it.
fn fenced(code: &str) -> String {
    let runs = code.split(|sign| sign != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default().max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

/// The rows of a table, with the line below its head that makes it one.
fn table(rows: &str, columns: &[Alignment]) -> String {
    let rule = columns.iter().map(|alignment| match alignment {
        Alignment::Start => " --- |",
        Alignment::Center => " :-: |",
        Alignment::End => " --: |",
    });
    let rule: String = rule.collect();
    let rows = format!("| {rows} |");
    let (head, body) = rows.split_once('\n').unwrap_or((&rows, ""));
    format!("{head}\n|{rule}\n{body}").trim_end().to_owned()
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

/// Words with what Markdown would read as markup escaped.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '&' | '!'
        ) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}
