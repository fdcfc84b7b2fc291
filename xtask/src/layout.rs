//! Where the words of a card stand.

use std::error::Error;

use askama::Template;

use crate::draw::Artist;

/// The width that lines may take.
const MEASURE: u16 = 1024;

/// The sizes that a title is tried in, each with how many lines there is room for.
const SIZES: [(u16, usize); 5] = [(76, 3), (66, 4), (56, 4), (48, 5), (40, 5)];

/// The light colours of documents in `static/css/tokens.css`.
const COLOURS: [(&str, &str); 8] = [
    ("vermilion", "#9c2f1a"),
    ("ink", "#1d4f91"),
    ("moss", "#3f6212"),
    ("plum", "#74307f"),
    ("teal", "#0f5c5c"),
    ("ochre", "#7a4f00"),
    ("rose", "#97234f"),
    ("slate", "#44526b"),
];

/// The card of a document or of the site.
#[derive(Template)]
#[template(path = "card.svg")]
pub struct Card<'a> {
    icon: &'a str,
    /// The site's name.
    site: &'a str,
    /// Left out where the site's name leaves it no room.
    genre: &'a str,
    bands: Vec<Band>,
    title: Vec<Line>,
    foot: Vec<Line>,
}

/// The card of a site that has none of its own: the icon and no word.
#[derive(Template)]
#[template(path = "plain.svg")]
pub struct Plain<'a> {
    pub icon: &'a str,
}

/// The icon on a ground, as the home screens of phones show it.
#[derive(Template)]
#[template(path = "touch.svg")]
pub struct Touch<'a> {
    pub icon: &'a str,
}

struct Band {
    y: usize,
    height: usize,
    fill: &'static str,
}

struct Line {
    text: String,
    size: u16,
    y: usize,
}

impl<'a> Card<'a> {
    /// Sets the title as large as it fits.
    pub fn new(
        facts: &'a [String; 5],
        icon: &'a str,
        artist: &Artist,
    ) -> Result<Self, Box<dyn Error>> {
        let [publisher, genre, title, makers, colours] = facts;
        let width = |text: &str, size, weight| artist.width(text, size, weight);
        let head = width(publisher, 40, 600)? + width(genre, 32, 400)?;
        let genre = if head <= f32::from(MEASURE - 120) {
            genre
        } else {
            ""
        };
        let (mut size, mut lines) = (0, 0);
        for choice in SIZES {
            (size, lines) = choice;
            let width = |text: &str| width(text, size, 600);
            if wrapped(title, MEASURE, width)?.len() <= lines {
                break;
            }
        }
        let title = cut(balanced(title, size, 600, artist)?, lines);
        let foot = cut(balanced(makers, 32, 400, artist)?, 2);
        let top = 566 - 42 * foot.len().saturating_sub(1);
        let colours: Vec<&str> = colours.split_whitespace().collect();
        let height = 630 / colours.len().max(1);
        let bands = colours.iter().enumerate().map(|(at, colour)| Band {
            y: at * height,
            height,
            fill: fill(colour),
        });
        Ok(Self {
            icon,
            site: publisher,
            genre,
            bands: bands.collect(),
            title: set(title, size, 240),
            foot: set(foot, 32, top),
        })
    }
}

fn fill(colour: &str) -> &'static str {
    let known = COLOURS.iter().find(|(name, _)| *name == colour);
    known.map_or("#1e1d1a", |(_, fill)| fill)
}

/// Breaks a text into as few lines as it takes, of much the same length.
fn balanced(
    text: &str,
    size: u16,
    weight: u16,
    artist: &Artist,
) -> Result<Vec<String>, Box<dyn Error>> {
    let width = |text: &str| artist.width(text, size, weight);
    let mut best = wrapped(text, MEASURE, width)?;
    for measure in (300..MEASURE).rev().step_by(32) {
        let narrower = wrapped(text, measure, width)?;
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
    }
    Ok(best)
}

/// Breaks a text where the measure is full; a word longer than that is broken too.
fn wrapped(
    text: &str,
    measure: u16,
    width: impl Fn(&str) -> Result<f32, Box<dyn Error>>,
) -> Result<Vec<String>, Box<dyn Error>> {
    let fits =
        |text: &str| -> Result<bool, Box<dyn Error>> { Ok(width(text)? <= f32::from(measure)) };
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if fits(&longer)? {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if !fits(&format!("{line}{letter}"))? {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

/// As many lines as there is room for; an ellipsis says that there were more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // It takes the room of the last word.
            let kept = last.rsplit_once(' ').map_or("", |(kept, _)| kept);
            *last = format!("{} …", kept.trim_end_matches(','));
        }
    }
    lines
}

fn set(lines: Vec<String>, size: u16, top: usize) -> Vec<Line> {
    let step = usize::from(size) * 6 / 5;
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(at, text)| Line {
            text,
            size,
            y: top + at * step,
        })
        .collect()
}
