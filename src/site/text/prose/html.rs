//! Prose as inline HTML.

use std::collections::BTreeSet;

use askama::Template;

use super::annotated::{Annotated, AnnotationStyle, AnyMark, AnyStyle, Piece, pieces};
use super::frame::{Frame, FramePiece, Row};
use super::notes::NoteSign;
use crate::library::{Alignment, Form, Library, Place, Prose, Style, Target};
use crate::site::href::Href;
use crate::site::language::{Typeset, typographic};
use crate::site::routes::{Format, Route};

/// Prose as inline HTML, with typographic quotes.
///
/// Its text is the words and nothing else, so that they are found, selected and copied as they were
/// written: what the editors add (the letters of notes, the numbers of quoted passages) stands in
/// attributes, from which the style sheet takes what it shows.
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
    /// A quoted passage, or a part of one.
    OpenQuoted,
    /// The numbers of the passages that end here, in order: `1`, or `1,3`.
    QuotedEnd(String),
    Close(&'static str),
    OpenLink {
        href: String,
        external: bool,
    },
    OpenTerm {
        href: String,
        expansion: Option<String>,
    },
    Note(NoteSign),
    /// A line, a row or a cell begins or ends.
    Frame(FramePiece),
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
        let marks = annotated.marks(library);
        let mut writer = Writer {
            library,
            prose: annotated.prose,
            place,
            at: 0,
            typeset: Typeset::new(&annotated.prose.text, annotated.language),
            in_code: annotated.prose.form == Form::Code,
            ended: BTreeSet::new(),
            shown: Vec::new(),
            frame: Frame::of(annotated.prose),
        };
        writer.frame(Frame::open);
        for piece in pieces(annotated.prose, &marks) {
            writer.write(piece);
        }
        writer.number_ended();
        writer.frame(Frame::close);
        Self {
            pieces: writer.shown,
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
            language: annotated.language,
        };
        // There is no link whose place could be asked for.
        Self::new(library, &bare, "", &|_| Href::to(library, Route::Home))
    }

    /// The signs of a prose's notes alone.
    pub fn signs(prose: &Prose, owner: &str) -> Self {
        let notes = 0..prose.notes.len();
        Self {
            pieces: notes
                .map(|note| Shown::Note(NoteSign::of(prose, note)))
                .collect(),
            owner: owner.to_owned(),
        }
    }
}

/// What is known while a prose is written from left to right.
struct Writer<'w, 'a> {
    library: &'a Library,
    prose: &'w Prose,
    place: &'w dyn Fn(Place) -> Href<'a>,
    /// How many bytes of the text are written.
    at: usize,
    typeset: Typeset<'w>,
    in_code: bool,
    /// The passages that end here and whose numbers are not written yet.
    ended: BTreeSet<usize>,
    shown: Vec<Shown>,
    frame: Frame,
}

impl Writer<'_, '_> {
    fn frame(&mut self, write: impl FnOnce(&mut Frame) -> Vec<FramePiece>) {
        let pieces = write(&mut self.frame).into_iter();
        self.shown.extend(pieces.map(Shown::Frame));
    }

    fn write(&mut self, piece: Piece<'_>) {
        if !matches!(piece, Piece::Close(_)) {
            self.number_ended();
        }
        let shown = match piece {
            Piece::Text(text) => self.words(text),
            Piece::Open(mark) => self.open(mark),
            Piece::Close(mark) => self.close(mark),
            Piece::Note(place) => Shown::Note(NoteSign::of(self.prose, place)),
            Piece::Break(sign) => {
                self.at += sign.len_utf8();
                return self.frame(|frame| frame.cross(sign));
            }
        };
        self.shown.push(shown);
    }

    /// The numbers of the passages that end here, once, behind all of them.
    fn number_ended(&mut self) {
        let numbers = std::mem::take(&mut self.ended).into_iter();
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        if !numbers.is_empty() {
            self.shown.push(Shown::QuotedEnd(numbers.join(",")));
        }
    }

    fn words(&mut self, text: &str) -> Shown {
        let range = self.at..self.at + text.len();
        self.at = range.end;
        Shown::Text(if self.in_code {
            text.to_owned()
        } else {
            self.typeset.shown(range).into_owned()
        })
    }

    fn close(&mut self, mark: &AnyMark) -> Shown {
        self.in_code = self.in_code && mark.style != AnyStyle::Own(Style::Code);
        if let AnyStyle::Added(AnnotationStyle::Quoted(number)) = mark.style
            && mark.range.end <= self.at
        {
            self.ended.insert(number);
        }
        Shown::Close(element(mark.style))
    }

    fn open(&mut self, mark: &AnyMark) -> Shown {
        match mark.style {
            AnyStyle::Own(Style::Link(target)) => self.open_link(&self.library[target]),
            AnyStyle::Added(AnnotationStyle::Term(term)) => {
                let expansion = self.library[term].expansion.as_ref().map(|one| &one.text);
                let words = &self.prose.text[mark.range.clone()];
                let expansion = expansion.filter(|text| *text != words);
                Shown::OpenTerm {
                    href: Href::to(self.library, Route::Term(term, Format::Html)).to_string(),
                    expansion: expansion.map(|text| typographic(text).into_owned()),
                }
            }
            AnyStyle::Added(AnnotationStyle::Quoted(_)) => Shown::OpenQuoted,
            style => {
                self.in_code = self.in_code || style == AnyStyle::Own(Style::Code);
                Shown::Open(element(style))
            }
        }
    }

    fn open_link(&self, target: &Target) -> Shown {
        Shown::OpenLink {
            href: match target {
                Target::Place(place) => (self.place)(*place).to_string(),
                Target::Site(path) => path.to_string(),
                Target::Elsewhere(url) => url.clone(),
                Target::Nowhere => String::new(),
            },
            external: matches!(target, Target::Elsewhere(_)),
        }
    }
}

fn element(style: AnyStyle) -> &'static str {
    match style {
        AnyStyle::Own(Style::Emphasis) => "em",
        AnyStyle::Own(Style::Strong) => "strong",
        AnyStyle::Own(Style::Label) => "b",
        AnyStyle::Own(Style::Code) => "code",
        AnyStyle::Own(Style::Link(_)) | AnyStyle::Added(AnnotationStyle::Term(_)) => "a",
        AnyStyle::Added(AnnotationStyle::Shared) => "mark",
        AnyStyle::Added(AnnotationStyle::Quoted(_)) => "span",
    }
}
