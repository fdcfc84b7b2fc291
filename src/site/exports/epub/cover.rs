//! The cover of a book: its title in the colours of its documents.

use askama::Template;

use super::sheet::Sheet;
use crate::library::{Colour, Document};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::language::typographic;
use crate::site::shell::byline;

/// How many letters of a title fit a line.
const TITLE_WIDTH: usize = 20;
/// How many of the line of its makers.
const MAKERS_WIDTH: usize = 44;

/// The picture.
#[derive(Template)]
#[template(path = "exports/epub/cover.svg")]
pub struct Cover {
    site: String,
    lines: Vec<Line>,
    title_zh: Option<String>,
    makers: Vec<Line>,
    bands: Vec<Band>,
    /// Whether its title runs from right to left.
    is_mirrored: bool,
    /// What it shows, in words.
    pub alt: String,
}

/// A line of text, and how far down it stands.
struct Line {
    y: usize,
    text: String,
}

/// A stripe of a colour.
struct Band {
    y: usize,
    height: usize,
    colour: &'static str,
}

/// The page that shows it.
#[derive(Template)]
#[template(path = "exports/epub/cover.xml")]
pub struct CoverPage<'a> {
    sheet: Sheet<'a>,
    alt: &'a str,
}

impl<'a> CoverPage<'a> {
    /// The page of a cover.
    pub fn new(sheet: Sheet<'a>, cover: &'a Cover) -> Self {
        Self {
            sheet,
            alt: &cover.alt,
        }
    }
}

impl Cover {
    /// Of a document.
    pub fn of_document(ctx: RenderContext<'_>, document: &Document) -> Self {
        let metadata = &document.metadata;
        Self {
            title_zh: metadata.title_zh.clone(),
            is_mirrored: metadata.language.is_right_to_left(),
            ..Self::new(ctx, &metadata.title, &byline(metadata), &[metadata.colour])
        }
    }

    /// Of the library: with the colours of its first few documents.
    pub fn of_library(ctx: RenderContext<'_>) -> Self {
        let settings = &ctx.library.settings;
        let documents = ctx.library.documents().iter();
        let colours: Vec<Colour> = documents.map(|one| one.metadata.colour).take(6).collect();
        Self::new(ctx, &settings.tagline, &settings.editors, &colours)
    }

    fn new(ctx: RenderContext<'_>, title: &str, makers: &str, colours: &[Colour]) -> Self {
        let site = &ctx.library.settings.title;
        let title = typographic(title);
        let makers = typographic(makers);
        let height = 240 / colours.len().max(1);
        let bands = colours.iter().enumerate().map(|(nth, colour)| Band {
            y: nth * height,
            height,
            colour: hex(*colour),
        });
        Self {
            site: site.clone(),
            lines: lines(&title, TITLE_WIDTH, 480, 112),
            title_zh: None,
            is_mirrored: false,
            makers: lines(&makers, MAKERS_WIDTH, 1300, 54),
            bands: bands.collect(),
            alt: if makers.is_empty() {
                format!("{title}. {site}")
            } else {
                format!("{title}. {makers}. {site}")
            },
        }
    }
}

impl Cover {
    /// How far down the Chinese title stands: below the other.
    fn zh_y(&self) -> usize {
        self.lines.last().map_or(480, |line| line.y + 120)
    }
}

/// The words in lines of so many letters, the first this far down. What has no blanks is broken where a
/// line is full.
fn lines(words: &str, width: usize, top: usize, step: usize) -> Vec<Line> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        for (nth, piece) in pieces(word, width).into_iter().enumerate() {
            match lines.last_mut() {
                Some(line) if nth == 0 && width_of(line) + 1 + width_of(&piece) <= width => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(nth, text)| Line {
            y: top + nth * step,
            text,
        })
        .collect()
}

/// A word in pieces that fit a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for sign in word.chars() {
        match pieces.last_mut() {
            Some(piece) if width_of(piece) + width_of_sign(sign) <= width => piece.push(sign),
            _ => pieces.push(sign.into()),
        }
    }
    pieces
}

/// How many letters a text is wide.
fn width_of(text: &str) -> usize {
    text.chars().map(width_of_sign).sum()
}

/// A sign of Chinese, Japanese or Korean is as wide as two letters.
fn width_of_sign(sign: char) -> usize {
    let is_wide = matches!(
        sign,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}'
    );
    1 + usize::from(is_wide)
}

/// The colours of the style sheet by day.
fn hex(colour: Colour) -> &'static str {
    match colour {
        Colour::Vermilion => "#9c2f1a",
        Colour::Ink => "#1d4f91",
        Colour::Moss => "#3f6212",
        Colour::Plum => "#74307f",
        Colour::Teal => "#0f5c5c",
        Colour::Ochre => "#7a4f00",
        Colour::Rose => "#97234f",
        Colour::Slate => "#44526b",
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn no_line_is_wider_than_the_cover() {
        for (title, expected) in [
            ("An Order for the House", vec!["An Order for the", "House"]),
            (
                "中华人民共和国网络安全法",
                vec!["中华人民共和国网络安", "全法"],
            ),
            ("关于 Wi-Fi 的规定", vec!["关于 Wi-Fi 的规定"]),
            (
                "Das Rindfleischetikettierungsgesetz",
                vec!["Das", "Rindfleischetikettie", "rungsgesetz"],
            ),
        ] {
            let lines = lines(title, 20, 0, 1).into_iter().map(|line| line.text);
            assert_eq!(lines.collect::<Vec<String>>(), expected);
        }
    }
}
