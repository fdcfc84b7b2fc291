//! Prose as HTML and as Markdown: its text cut at every mark and note.

use std::collections::HashSet;
use std::ops::Range;

use askama::Template;

use crate::library::{Library, LinkId, Mark, Place, Prose, Style, Target, TermId};
use crate::site::concordance::card_id;
use crate::site::href::Href;
use crate::site::quotes::typographic;
use crate::site::routes::{Format, Route};

/// A prose with what a page marks in it, beside the marks of its own. The page's may cross these and
/// each other.
#[derive(Debug, Clone)]
pub struct Annotated<'a> {
    /// The words, with their own marks and notes.
    pub prose: &'a Prose,
    /// What the page marks in them.
    pub annotations: Vec<Annotation>,
}

/// A stretch of a prose that a page marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// The bytes of the prose's text.
    pub range: Range<usize>,
    /// What is said of them.
    pub style: AnnotationStyle,
}

/// What a page says of a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnotationStyle {
    /// They name a term, and lead to its page.
    Term(TermId),
    /// A link of the concordance quotes them, whose card stands beside the paragraph.
    Quoted {
        /// Which of the paragraph's cards, from 1.
        card: usize,
        /// The link.
        link: LinkId,
    },
    /// A text that stands beside this one has them too.
    Shared,
}

impl<'a> From<&'a Prose> for Annotated<'a> {
    fn from(prose: &'a Prose) -> Self {
        Self {
            prose,
            annotations: Vec::new(),
        }
    }
}

impl Annotated<'_> {
    /// The same with more stretches marked.
    #[must_use]
    pub fn with(
        mut self,
        ranges: impl IntoIterator<Item = Range<usize>>,
        style: AnnotationStyle,
    ) -> Self {
        let added = ranges.into_iter().map(|range| Annotation { range, style });
        self.annotations.extend(added);
        self
    }

    /// All marks in the order in which they open, of two that open together the outer first.
    fn marks(&self) -> Vec<AnyMark> {
        let own = |mark: &Mark| AnyMark {
            range: mark.range.clone(),
            style: AnyStyle::Own(mark.style),
        };
        let added = |one: &Annotation| AnyMark {
            range: one.range.clone(),
            style: AnyStyle::Added(one.style),
        };
        let own = self.prose.marks.iter().map(own);
        let mut marks: Vec<AnyMark> = own.chain(self.annotations.iter().map(added)).collect();
        marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        marks
    }
}

struct AnyMark {
    range: Range<usize>,
    style: AnyStyle,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AnyStyle {
    Own(Style),
    Added(AnnotationStyle),
}

/// A piece of a prose, in order: marks open and close around text, and notes stand between.
#[derive(Clone, Copy)]
enum Piece<'a> {
    /// Words, as they stand in the source.
    Text(&'a str),
    /// A mark begins.
    Open(&'a AnyMark),
    /// A mark ends.
    Close(&'a AnyMark),
    /// The sign of the note with this place in the prose's notes.
    Note(usize),
}

/// The pieces of a prose with these marks. Of marks that meet in a place, the inner closes first; of
/// marks that cross, the later to end is closed with the other and opened again, so that pieces
/// always nest.
fn pieces<'a>(prose: &'a Prose, marks: &'a [AnyMark]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut open: Vec<&AnyMark> = Vec::new();
    let mut marks = marks.iter().peekable();
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
#[template(path = "text/prose.html")]
pub struct ProseHtml {
    pieces: Vec<Shown>,
    /// The id of the element that it stands in, from which its notes take theirs.
    owner: String,
}

/// A piece as the template needs it.
enum Shown {
    Text(String),
    Open(&'static str),
    /// A quoted passage, or the rest of one; `first` where it begins.
    OpenQuoted {
        card: usize,
        id: String,
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
        href: String,
        expansion: Option<String>,
    },
    Note(String),
}

impl ProseHtml {
    /// A prose that stands in the element with the id `owner`; `place` says where the sections and
    /// paragraphs are that it links to.
    pub fn new<'a>(
        library: &'a Library,
        annotated: &Annotated<'_>,
        owner: &str,
        place: &dyn Fn(Place) -> Href<'a>,
    ) -> Self {
        let marks = annotated.marks();
        let mut writer = Writer {
            library,
            text: &annotated.prose.text,
            place,
            before: None,
            in_code: false,
            links: 0,
            begun: HashSet::new(),
        };
        let pieces = pieces(annotated.prose, &marks);
        Self {
            pieces: pieces
                .into_iter()
                .map(|piece| writer.shown(piece))
                .collect(),
            owner: owner.to_owned(),
        }
    }

    /// The words with their marks, but neither links nor the signs of notes: for a heading that is a
    /// link itself, and for words that are quoted.
    pub fn bare(library: &Library, annotated: &Annotated<'_>) -> Self {
        let mut prose = annotated.prose.clone();
        prose.notes.clear();
        prose
            .marks
            .retain(|mark| !matches!(mark.style, Style::Link(_)));
        let bare = Annotated {
            prose: &prose,
            annotations: annotated.annotations.clone(),
        };
        // There is no link whose place could be asked for.
        Self::new(library, &bare, "", &|_| Href::to(library, Route::Home))
    }

    /// The signs of a prose's notes alone.
    pub fn signs(prose: &Prose, owner: &str) -> Self {
        let notes = 0..prose.notes.len();
        Self {
            pieces: notes.map(|note| Shown::Note(note_letter(note))).collect(),
            owner: owner.to_owned(),
        }
    }
}

/// What is known while a prose is written from left to right.
struct Writer<'w, 'a> {
    library: &'a Library,
    text: &'w str,
    place: &'w dyn Fn(Place) -> Href<'a>,
    /// The character that was shown last.
    before: Option<char>,
    in_code: bool,
    /// How many links are open.
    links: usize,
    /// The links of the concordance of whose passage some has been shown.
    begun: HashSet<LinkId>,
}

impl Writer<'_, '_> {
    fn shown(&mut self, piece: Piece<'_>) -> Shown {
        match piece {
            Piece::Text(text) => {
                let shown = if self.in_code {
                    text.to_owned()
                } else {
                    typographic(text, self.before).into_owned()
                };
                self.before = shown.chars().next_back();
                Shown::Text(shown)
            }
            Piece::Open(mark) => self.open(mark),
            Piece::Close(mark) => {
                self.in_code = self.in_code && mark.style != AnyStyle::Own(Style::Code);
                self.links -= usize::from(is_link(mark.style));
                Shown::Close(element(mark.style))
            }
            Piece::Note(place) => Shown::Note(note_letter(place)),
        }
    }

    fn open(&mut self, mark: &AnyMark) -> Shown {
        let shown = match mark.style {
            AnyStyle::Own(Style::Link(target)) => self.open_link(&self.library[target]),
            AnyStyle::Added(AnnotationStyle::Term(term)) => {
                let expansion = self.library[term].expansion.as_ref().map(|one| &one.text);
                let words = &self.text[mark.range.clone()];
                let expansion = expansion.filter(|text| *text != words);
                Shown::OpenTerm {
                    href: Href::to(self.library, Route::Term(term, Format::Html)).to_string(),
                    expansion: expansion.map(|text| typographic(text, None).into_owned()),
                }
            }
            AnyStyle::Added(AnnotationStyle::Quoted { card, link }) => Shown::OpenQuoted {
                card,
                id: card_id(link),
                tick: self.links == 0 && !self.begun.contains(&link),
                first: self.begun.insert(link),
            },
            style => {
                self.in_code = self.in_code || style == AnyStyle::Own(Style::Code);
                Shown::Open(element(style))
            }
        };
        self.links += usize::from(is_link(mark.style));
        shown
    }

    fn open_link(&self, target: &Target) -> Shown {
        Shown::OpenLink {
            href: match target {
                Target::Place(place) => (self.place)(*place).to_string(),
                Target::Site(path) => path.to_string(),
                Target::Elsewhere(url) => url.clone(),
            },
            external: matches!(target, Target::Elsewhere(_)),
        }
    }
}

fn is_link(style: AnyStyle) -> bool {
    matches!(
        style,
        AnyStyle::Own(Style::Link(_)) | AnyStyle::Added(AnnotationStyle::Term(_))
    )
}

fn element(style: AnyStyle) -> &'static str {
    match style {
        AnyStyle::Own(Style::Emphasis) => "em",
        AnyStyle::Own(Style::Strong) => "strong",
        AnyStyle::Own(Style::Label) => "b",
        AnyStyle::Own(Style::Code) => "code",
        AnyStyle::Own(Style::Link(_)) | AnyStyle::Added(AnnotationStyle::Term(_)) => "a",
        AnyStyle::Added(AnnotationStyle::Shared) => "mark",
        AnyStyle::Added(AnnotationStyle::Quoted { .. }) => "span",
    }
}

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
    let marks = annotated.marks();
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

#[cfg(test)]
mod tests {
    use super::{Annotated, AnnotationStyle, ProseHtml, note_letter, prose_markdown};
    use crate::library::{
        Date, Id, KindId, Library, Mark, Note, Prose, Settings, SitePath, Style, Target, TargetId,
    };
    use crate::site::href::Href;

    /// A library of which nothing but the target of the sample's link is looked up.
    fn library() -> Library {
        let settings = Settings {
            title: String::new(),
            tagline: String::new(),
            description: String::new(),
            edition: String::new(),
            edition_date: Date {
                year: 2000,
                month: 1,
                day: 1,
            },
            editors: String::new(),
            contact: None,
            compare_kind: KindId::new(0),
            nav: Vec::new(),
            searches: Vec::new(),
        };
        let mut library = Library::new(settings, Vec::new());
        let path = SitePath::parse("/x?a&b").unwrap();
        library.set_targets(vec![Target::Site(path)]);
        library
    }

    fn sample() -> Prose {
        let mark = |range, style| Mark { range, style };
        Prose {
            text: "Head: a \"quoted *word*\" & link".to_owned(),
            marks: vec![
                mark(0..5, Style::Label),
                mark(6..23, Style::Emphasis),
                mark(8..23, Style::Strong),
                mark(26..30, Style::Link(TargetId::new(0))),
            ],
            notes: vec![Note {
                at: 7,
                body: Prose::plain("[sic] so"),
            }],
        }
    }

    fn html(words: &Annotated<'_>) -> String {
        let place = |_| Href::here("a place");
        ProseHtml::new(&library(), words, "II.p1", &place).to_string()
    }

    #[test]
    fn marks_nest_in_html_and_text_is_escaped() {
        insta::assert_snapshot!(html(&(&sample()).into()));
    }

    #[test]
    fn marks_are_written_back_as_markdown() {
        let href = |target: &Target| match target {
            Target::Site(path) => path.to_string(),
            Target::Place(_) | Target::Elsewhere(_) => "elsewhere".to_owned(),
        };
        insta::assert_snapshot!(prose_markdown(&library(), &sample(), &href, &note_letter));
    }

    #[test]
    fn marks_that_cross_are_split() {
        let sample = sample();
        let shared =
            Annotated::from(&sample).with([3..11, 20..25, 24..28], AnnotationStyle::Shared);
        insta::assert_snapshot!(html(&shared));
    }

    #[test]
    fn a_slice_keeps_the_marks_that_reach_into_it() {
        let slice = sample().slice(&(3..12));
        insta::assert_snapshot!(html(&(&slice).into()));
    }

    #[test]
    fn note_letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52].map(note_letter), ["a", "z", "aa", "ba"]);
    }
}
