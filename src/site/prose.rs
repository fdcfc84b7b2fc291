//! Prose as HTML and as Markdown: its text cut at every mark and note.

use std::collections::HashSet;

use askama::Template;

use super::quotes::typographic;
use crate::library::prose::{Mark, Prose, Style, Target};

/// A piece of a prose, in order: marks open and close around text, and notes stand between.
pub enum Piece<'a> {
    /// Words, as they stand in the source.
    Text(&'a str),
    /// A mark begins.
    Open(&'a Mark),
    /// A mark ends.
    Close(&'a Mark),
    /// The sign of the note with this place in the prose's notes.
    Note(usize),
}

/// The pieces of a prose. Of marks that meet in a place, the inner closes first; of marks that
/// cross, the later to end is closed with the other and opened again, so that pieces always nest.
pub fn pieces(prose: &Prose) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut marks = prose.marks.iter().peekable();
    let mut notes = prose.notes.iter().enumerate().peekable();
    let mut at = 0;
    loop {
        if let Some(outermost) = open.iter().position(|mark| mark.range.end <= at) {
            let closed = open.split_off(outermost);
            pieces.extend(closed.iter().rev().map(|mark| Piece::Close(mark)));
            open.extend(closed.into_iter().filter(|mark| mark.range.end > at));
            pieces.extend(open[outermost..].iter().map(|mark| Piece::Open(mark)));
        }
        while let Some((place, _)) = notes.next_if(|(_, note)| note.at <= at) {
            pieces.push(Piece::Note(place));
        }
        while let Some(mark) = marks.next_if(|mark| mark.range.start <= at) {
            pieces.push(Piece::Open(mark));
            open.push(mark);
        }
        let ends = open.iter().map(|mark| mark.range.end);
        let next = ends
            .chain(marks.peek().map(|mark| mark.range.start))
            .chain(notes.peek().map(|(_, note)| note.at))
            .filter(|&next| next > at)
            .min()
            .unwrap_or(prose.text.len());
        if next <= at {
            break;
        }
        pieces.push(Piece::Text(&prose.text[at..next]));
        at = next;
    }
    pieces.extend(open.into_iter().rev().map(Piece::Close));
    pieces
}

/// The letter of a note: `a`, `b` … `z`, `aa`.
pub fn note_letter(place: usize) -> String {
    let last = char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => last.to_string(),
        above => note_letter(above - 1) + &last.to_string(),
    }
}

/// Prose as inline HTML, with typographic quotes.
#[derive(Template)]
#[template(path = "prose.html")]
struct ProseHtml<'a> {
    pieces: Vec<Shown<'a>>,
}

/// A piece as the template needs it.
enum Shown<'a> {
    Text(String),
    Open(&'static str),
    /// A quoted passage, or the rest of one; `first` where it begins.
    OpenQuoted {
        card: usize,
        link: &'a str,
        first: bool,
        /// Whether a tick stands there; not inside a link, since a tick is one.
        tick: bool,
    },
    Close(&'static str),
    OpenLink {
        href: String,
        external: bool,
    },
    OpenTerm {
        path: &'a str,
        expansion: Option<String>,
    },
    Note {
        letter: String,
        owner: &'a str,
    },
}

/// The inline HTML of a prose. `owner` is the id of the element that it stands in, from which its
/// notes take theirs; `href` says where a link leads.
pub fn html(prose: &Prose, owner: &str, href: &dyn Fn(&Target) -> String) -> String {
    let mut before = None;
    let mut in_code = false;
    let mut begun: HashSet<&str> = HashSet::new();
    let mut links = 0;
    let pieces = pieces(prose)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => {
                let shown = if in_code {
                    text.to_owned()
                } else {
                    typographic(text, before)
                };
                before = shown.chars().next_back();
                Shown::Text(shown)
            }
            Piece::Open(mark) => match &mark.style {
                Style::Code => {
                    in_code = true;
                    Shown::Open("code")
                }
                Style::Link(target) => {
                    links += 1;
                    Shown::OpenLink {
                        href: href(target),
                        external: matches!(target, Target::Elsewhere(_)),
                    }
                }
                Style::Term { path, expansion } => {
                    links += 1;
                    Shown::OpenTerm {
                        path,
                        expansion: expansion.as_ref().map(|text| typographic(text, None)),
                    }
                }
                Style::Quoted { card, link } => Shown::OpenQuoted {
                    card: *card,
                    link,
                    tick: links == 0 && !begun.contains(link.as_str()),
                    first: begun.insert(link),
                },
                style => Shown::Open(element(style)),
            },
            Piece::Close(mark) => {
                in_code = in_code && mark.style != Style::Code;
                if matches!(mark.style, Style::Link(_) | Style::Term { .. }) {
                    links -= 1;
                }
                Shown::Close(element(&mark.style))
            }
            Piece::Note(place) => Shown::Note {
                letter: note_letter(place),
                owner,
            },
        })
        .collect();
    ProseHtml { pieces }.to_string()
}

fn element(style: &Style) -> &'static str {
    match style {
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Label => "b",
        Style::Code => "code",
        Style::Link(_) | Style::Term { .. } => "a",
        Style::Shared => "mark",
        Style::Quoted { .. } => "span",
    }
}

/// Prose as Markdown; `sign` writes the label of a note.
pub fn markdown(
    prose: &Prose,
    href: &dyn Fn(&Target) -> String,
    sign: &dyn Fn(usize) -> String,
) -> String {
    let mut text = String::new();
    let mut in_code = false;
    for piece in pieces(prose) {
        if let Piece::Open(mark) | Piece::Close(mark) = &piece
            && mark.style == Style::Code
        {
            in_code = !in_code;
        }
        match piece {
            Piece::Text(words) if in_code => text.push_str(words),
            Piece::Text(words) => escape(words, &mut text),
            Piece::Open(mark) => text.push_str(match mark.style {
                Style::Emphasis => "*",
                Style::Strong | Style::Label => "**",
                Style::Code => "`",
                Style::Link(_) | Style::Term { .. } => "[",
                Style::Shared | Style::Quoted { .. } => "",
            }),
            Piece::Close(mark) => match &mark.style {
                Style::Emphasis => text.push('*'),
                Style::Strong | Style::Label => text.push_str("**"),
                Style::Code => text.push('`'),
                Style::Link(target) => {
                    text.push_str("](");
                    text.push_str(&href(target));
                    text.push(')');
                }
                Style::Term { path, .. } => {
                    text.push_str("](");
                    text.push_str(path);
                    text.push(')');
                }
                Style::Shared | Style::Quoted { .. } => {}
            },
            Piece::Note(place) => {
                text.push_str("[^");
                text.push_str(&sign(place));
                text.push(']');
            }
        }
    }
    text
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

#[cfg(test)]
mod tests {
    use super::{html, markdown, note_letter};
    use crate::library::prose::{Mark, Note, Prose, Style, Target};

    fn sample() -> Prose {
        Prose {
            text: "Head: a \"quoted *word*\" & link".to_owned(),
            marks: vec![
                Mark {
                    range: 0..5,
                    style: Style::Label,
                },
                Mark {
                    range: 6..23,
                    style: Style::Emphasis,
                },
                Mark {
                    range: 8..23,
                    style: Style::Strong,
                },
                Mark {
                    range: 26..30,
                    style: Style::Link(Target::Page("/x?a&b".to_owned())),
                },
            ],
            notes: vec![Note {
                at: 7,
                body: Prose::plain("[sic] so"),
            }],
        }
    }

    fn href(target: &Target) -> String {
        match target {
            Target::Page(path) => path.clone(),
            _ => String::new(),
        }
    }

    #[test]
    fn marks_nest_in_html_and_text_is_escaped() {
        insta::assert_snapshot!(html(&sample(), "II.p1", &href));
    }

    #[test]
    fn marks_are_written_back_as_markdown() {
        insta::assert_snapshot!(markdown(&sample(), &href, &|place| note_letter(place)));
    }

    #[test]
    fn marks_that_cross_are_split() {
        let shared = sample().marked([3..11, 20..25, 24..28], &Style::Shared);
        insta::assert_snapshot!(html(&shared, "II.p1", &href));
    }

    #[test]
    fn a_slice_keeps_the_marks_that_reach_into_it() {
        let slice = sample().slice(&(3..12));
        insta::assert_snapshot!(html(&slice, "II.p1", &href));
    }

    #[test]
    fn note_letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52].map(note_letter), ["a", "z", "aa", "ba"]);
    }
}
