//! Verdicts: whether a paragraph has a counterpart in another document.

use std::collections::HashMap;
use std::ops::{Add, Range};

use super::corpus::{Corpus, SectionAt};
use crate::library::Library;
use crate::library::concordance::{End, Link, Strength};
use crate::library::part::Part;

/// What the strongest link to another document says of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// No link meets it.
    #[default]
    None,
    /// Only links of strength 1 do.
    Weak,
    /// A link of strength 2 or 3 does.
    Counterpart,
}

impl Verdict {
    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weak => "weak",
            Self::Counterpart => "counterpart",
        }
    }

    /// Its wording on pages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "No counterpart",
            Self::Weak => "Weak counterpart only",
            Self::Counterpart => "Counterpart",
        }
    }
}

impl From<Strength> for Verdict {
    fn from(strength: Strength) -> Self {
        match strength {
            Strength::Weak => Self::Weak,
            Strength::Clear | Strength::Close => Self::Counterpart,
        }
    }
}

/// The verdicts of some paragraphs, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Paragraphs with a counterpart.
    pub counterpart: usize,
    /// Paragraphs with a weak counterpart only.
    pub weak: usize,
    /// Paragraphs without any.
    pub none: usize,
    /// The words of all these paragraphs.
    pub words: usize,
    /// Those that stand inside a passage quoted by a link of strength 2 or 3 to another document.
    pub quoted: usize,
}

impl Tally {
    /// How many paragraphs there are.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.counterpart + self.weak + self.none
    }

    /// The share of quoted words in whole per cents, rounded; 0 where there is no word.
    #[must_use]
    pub fn quoted_per_cent(&self) -> usize {
        (self.quoted * 200 + self.words)
            .checked_div(self.words * 2)
            .unwrap_or_default()
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            counterpart: self.counterpart + other.counterpart,
            weak: self.weak + other.weak,
            none: self.none + other.none,
            words: self.words + other.words,
            quoted: self.quoted + other.quoted,
        }
    }
}

/// The verdicts of all paragraphs of a library, each against every other document.
///
/// A link that names a whole section counts for the verdict of no paragraph; the words that it
/// quotes count as quoted where they stand in a paragraph.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    /// By document, section and paragraph.
    paragraphs: Vec<Vec<Vec<Paragraph>>>,
}

/// What is known of one paragraph; for each document, and for all together at the end.
#[derive(Debug, Clone, Default)]
struct Paragraph {
    words: usize,
    verdicts: Vec<Verdict>,
    quoted: Vec<usize>,
}

/// A paragraph by its place, and the document that is looked at from there.
type Key = (SectionAt, usize, usize);

impl Verdicts {
    /// The verdicts that the concordance leads to.
    #[must_use]
    pub fn of(library: &Library, corpus: &Corpus) -> Self {
        let evidence = Evidence::of(library, corpus);
        let others = library.documents.len();
        let mut paragraphs: Vec<Vec<Vec<Paragraph>>> = library
            .documents
            .iter()
            .map(|document| vec![Vec::new(); document.sections.len()])
            .collect();
        for unit in corpus.units() {
            let Part::Paragraph(ordinal) = unit.part else {
                continue;
            };
            let key = |other| (unit.section, ordinal, other);
            let mut verdicts: Vec<Verdict> = (0..others)
                .map(|other| {
                    evidence
                        .verdicts
                        .get(&key(other))
                        .copied()
                        .unwrap_or_default()
                })
                .collect();
            verdicts.push(verdicts.iter().max().copied().unwrap_or_default());
            let ranges: Vec<&[Range<usize>]> = (0..others)
                .map(|other| {
                    evidence
                        .quoted
                        .get(&key(other))
                        .map_or(&[][..], Vec::as_slice)
                })
                .collect();
            let mut quoted: Vec<usize> = ranges
                .iter()
                .map(|&ranges| covered(corpus, &unit.words, &[ranges]))
                .collect();
            quoted.push(covered(corpus, &unit.words, &ranges));
            paragraphs[unit.section.document][unit.section.section].push(Paragraph {
                words: unit.words.len(),
                verdicts,
                quoted,
            });
        }
        Self { paragraphs }
    }

    /// The verdict of a paragraph, by its ordinal from 1: against one document by its place, or
    /// against all others.
    #[must_use]
    pub fn paragraph(&self, at: SectionAt, ordinal: usize, against: Option<usize>) -> Verdict {
        let document = self.paragraphs.get(at.document);
        let section = document.and_then(|sections| sections.get(at.section));
        let place = ordinal.checked_sub(1);
        let found = section.zip(place).and_then(|(section, at)| section.get(at));
        found
            .and_then(|one| column(&one.verdicts, against))
            .unwrap_or_default()
    }

    /// The tally of some sections of a document, such as one (`at..at + 1`), or one with all below
    /// it (`document.subtree(at)`).
    #[must_use]
    pub fn tally(&self, document: usize, sections: Range<usize>, against: Option<usize>) -> Tally {
        let all = self.paragraphs.get(document).map_or(&[][..], Vec::as_slice);
        let chosen = all.get(sections).unwrap_or_default();
        chosen
            .iter()
            .flatten()
            .map(|paragraph| paragraph.tally(against))
            .fold(Tally::default(), Add::add)
    }

    /// The tally of a whole document.
    #[must_use]
    pub fn document(&self, document: usize, against: Option<usize>) -> Tally {
        let sections = self.paragraphs.get(document).map_or(0, Vec::len);
        self.tally(document, 0..sections, against)
    }
}

impl Paragraph {
    fn tally(&self, against: Option<usize>) -> Tally {
        let verdict = column(&self.verdicts, against).unwrap_or_default();
        Tally {
            counterpart: usize::from(verdict == Verdict::Counterpart),
            weak: usize::from(verdict == Verdict::Weak),
            none: usize::from(verdict == Verdict::None),
            words: self.words,
            quoted: column(&self.quoted, against).unwrap_or_default(),
        }
    }
}

/// The value for one document, or the last, which is for all together.
fn column<T: Copy>(values: &[T], against: Option<usize>) -> Option<T> {
    let (all, each) = values.split_last()?;
    match against {
        None => Some(*all),
        Some(document) => each.get(document).copied(),
    }
}

/// What the links across documents say, by paragraph and the document at their other end.
#[derive(Default)]
struct Evidence {
    verdicts: HashMap<Key, Verdict>,
    quoted: HashMap<Key, Vec<Range<usize>>>,
}

impl Evidence {
    fn of(library: &Library, corpus: &Corpus) -> Self {
        let mut evidence = Self::default();
        let links = &library.concordance.links;
        for link in links.iter().filter(|link| link.crosses()) {
            for end in [End::From, End::To] {
                evidence.add(link, end, corpus);
            }
        }
        evidence
    }

    fn add(&mut self, link: &Link, end: End, corpus: &Corpus) {
        let here = link.passage(end);
        let there = corpus.place(&link.passage(end.other()).reference);
        let (Some(at), Some(other)) = (corpus.place(&here.reference), there) else {
            return;
        };
        if let Some(ordinal) = here.reference.paragraph {
            let verdict = self.verdicts.entry((at, ordinal, other.document));
            let verdict = verdict.or_default();
            *verdict = (*verdict).max(link.strength.into());
        }
        if let Part::Paragraph(ordinal) = here.spot.part
            && link.strength >= Strength::Clear
        {
            let ranges = self.quoted.entry((at, ordinal, other.document));
            ranges.or_default().push(here.spot.range.clone());
        }
    }
}

/// How many words of a unit lie in any of the ranges, whole or in part.
fn covered(corpus: &Corpus, words: &Range<usize>, ranges: &[&[Range<usize>]]) -> usize {
    words
        .clone()
        .filter(|&place| {
            let word = corpus.bytes(&(place..place + 1));
            let touches = |range: &Range<usize>| word.start < range.end && range.start < word.end;
            ranges.iter().any(|ranges| ranges.iter().any(touches))
        })
        .count()
}
