//! A prose with what a page marks in it, cut at every mark and note.

use std::ops::Range;

use crate::library::{Language, Library, Mark, Prose, Style, Target, TermId};

/// A prose with what a page marks in it, beside the marks of its own. The page's may cross these and
/// each other.
#[derive(Debug, Clone)]
pub struct Annotated<'a> {
    /// The words, with their own marks and notes.
    pub prose: &'a Prose,
    /// What the page marks in them.
    pub annotations: Vec<Annotation>,
    /// Their language; `None` for the editors' English.
    pub language: Option<&'a Language>,
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
    /// A match quotes them: the number of the passage, counted from 1.
    Quoted(usize),
    /// A text that stands beside this one has them too.
    Shared,
}

impl<'a> From<&'a Prose> for Annotated<'a> {
    fn from(prose: &'a Prose) -> Self {
        Self {
            prose,
            annotations: Vec::new(),
            language: None,
        }
    }
}

impl<'a> Annotated<'a> {
    /// The same as words of a text in this language.
    #[must_use]
    pub fn in_language(self, language: &'a Language) -> Self {
        Self {
            language: Some(language),
            ..self
        }
    }

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

    /// All marks but links that lead nowhere, in the order in which they open, of two that open
    /// together the outer first.
    pub(super) fn marks(&self, library: &Library) -> Vec<AnyMark> {
        let own = |mark: &Mark| AnyMark {
            range: mark.range.clone(),
            style: AnyStyle::Own(mark.style),
        };
        let added = |one: &Annotation| AnyMark {
            range: one.range.clone(),
            style: AnyStyle::Added(one.style),
        };
        let leads_nowhere = |mark: &&Mark| match mark.style {
            Style::Link(target) => library[target] == Target::Nowhere,
            _ => false,
        };
        let own = self
            .prose
            .marks
            .iter()
            .filter(|mark| !leads_nowhere(mark))
            .map(own);
        let mut marks: Vec<AnyMark> = own.chain(self.annotations.iter().map(added)).collect();
        marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        marks
    }
}

pub(super) struct AnyMark {
    pub(super) range: Range<usize>,
    pub(super) style: AnyStyle,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AnyStyle {
    Own(Style),
    Added(AnnotationStyle),
}

/// A piece of a prose, in order: marks open and close around text, and notes stand between.
#[derive(Clone, Copy)]
pub(super) enum Piece<'a> {
    /// Words, as they stand in the source.
    Text(&'a str),
    /// A line, a row or a cell ends, and the next begins: the character of the text that says so.
    Break(char),
    /// A mark begins.
    Open(&'a AnyMark),
    /// A mark ends.
    Close(&'a AnyMark),
    /// The sign of the note with this place in the prose's notes.
    Note(usize),
}

/// The pieces of a prose with these marks. Of marks that meet in a place, the inner closes first; of
/// marks that cross, the later to end is closed with the other and opened again, so that pieces
/// always nest. A mark that reaches over the end of a line or a cell is closed and opened again too.
pub(super) fn pieces<'a>(prose: &'a Prose, marks: &'a [AnyMark]) -> Vec<Piece<'a>> {
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
        if let Some(sign) = break_at(prose, at) {
            pieces.extend(open.iter().rev().map(|mark| Piece::Close(mark)));
            pieces.push(Piece::Break(sign));
            at += sign.len_utf8();
            open.retain(|mark| mark.range.end > at);
            pieces.extend(open.iter().map(|mark| Piece::Open(mark)));
            continue;
        }
        while let Some(mark) = marks.next_if(|mark| mark.range.start <= at) {
            pieces.push(Piece::Open(mark));
            open.push(mark);
        }
        let ends = open.iter().map(|mark| mark.range.end);
        let rest = &prose.text[at..];
        let next_break = rest.find(|sign| prose.form.breaks_at(sign));
        let next = ends
            .chain(next_break.map(|place| at + place))
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

/// The character at this byte, if it parts lines, rows or cells.
fn break_at(prose: &Prose, at: usize) -> Option<char> {
    let sign = prose.text[at..].chars().next()?;
    prose.form.breaks_at(sign).then_some(sign)
}
