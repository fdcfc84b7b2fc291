//! Prose as inline HTML.

use std::collections::HashSet;

use askama::Template;

use super::annotated::{Annotated, AnnotationStyle, AnyMark, AnyStyle, Piece, pieces};
use super::notes::note_letter;
use crate::library::{Library, LinkId, Place, Prose, Style, Target};
use crate::site::concordance::card_id;
use crate::site::href::Href;
use crate::site::quotes::typographic;
use crate::site::routes::{Format, Route};

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
