//! Verdicts: whether a paragraph has a counterpart in another document.

use std::ops::{Add, Range};

use super::corpus::Corpus;
use crate::library::{EpigraphId, IdMap, IdRange, Library, ParagraphId, Part, Place, Strength};

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
            Self::None => "No match",
            Self::Weak => "Only a loose match",
            Self::Counterpart => "Match",
        }
    }
}

impl From<Option<Strength>> for Verdict {
    /// The verdict where the strongest link has this strength.
    fn from(strongest: Option<Strength>) -> Self {
        match strongest {
            None => Self::None,
            Some(Strength::Loose) => Self::Weak,
            Some(Strength::Clear | Strength::Close) => Self::Counterpart,
        }
    }
}

/// The verdicts of some paragraphs, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Paragraphs with a counterpart.
    pub counterpart: usize,
    /// Those of them with a link of strength 3.
    pub close: usize,
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
    /// Paragraphs with a link of strength 2, and none closer.
    #[must_use]
    pub fn clear(&self) -> usize {
        self.counterpart - self.close
    }

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
            close: self.close + other.close,
            weak: self.weak + other.weak,
            none: self.none + other.none,
            words: self.words + other.words,
            quoted: self.quoted + other.quoted,
        }
    }
}

/// The verdicts of all paragraphs of a library against all other documents; those of an apparatus,
/// such as a list of references, have none and are counted nowhere.
///
/// A link that names a whole section counts for the verdict of no paragraph; the words that it
/// quotes count as quoted where they stand in a paragraph. An epigraph has a verdict, and is in no
/// tally.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    /// `None` for a paragraph of an apparatus.
    paragraphs: IdMap<ParagraphId, Option<Evidence>>,
    /// The strength of the strongest link of each.
    epigraphs: IdMap<EpigraphId, Option<Strength>>,
}

/// What is known of one paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    /// The strength of its strongest link.
    strongest: Option<Strength>,
    words: usize,
    /// How many of its words clear and close links quote.
    quoted: usize,
}

impl Verdicts {
    /// The verdicts that the concordance leads to.
    #[must_use]
    pub fn of(library: &Library, corpus: &Corpus) -> Self {
        let count = library.paragraphs().len();
        let evidence = library.paragraphs().iter().map(|paragraph| {
            let is_apparatus = library[paragraph.section].is_apparatus;
            (!is_apparatus).then(Evidence::default)
        });
        let mut paragraphs: IdMap<ParagraphId, Option<Evidence>> = evidence.collect();
        let mut epigraphs = IdMap::filled(library.epigraphs().len(), None);
        let mut quoted: IdMap<ParagraphId, Vec<Range<usize>>> = IdMap::filled(count, Vec::new());
        for link in library.links().iter().filter(|link| library.crosses(link)) {
            for passage in [&link.from, &link.to] {
                let strongest = match passage.place {
                    Place::Section(_) => None,
                    Place::Epigraph(id) => Some(&mut epigraphs[id]),
                    Place::Paragraph(id) => paragraphs[id].as_mut().map(|one| &mut one.strongest),
                };
                if let Some(strongest) = strongest {
                    *strongest = (*strongest).max(Some(link.strength));
                }
                if let Part::Paragraph(id) = passage.span.part
                    && link.strength >= Strength::Clear
                {
                    quoted[id].push(passage.span.range.clone());
                }
            }
        }
        for unit in corpus.units() {
            if let Part::Paragraph(id) = unit.part
                && let Some(evidence) = &mut paragraphs[id]
            {
                evidence.words = unit.words.len();
                evidence.quoted = covered(corpus, &unit.words, &quoted[id]);
            }
        }
        Self {
            paragraphs,
            epigraphs,
        }
    }

    /// The verdict of a paragraph; `None` in an apparatus.
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> Option<Verdict> {
        self.paragraphs[id].map(Evidence::verdict)
    }

    /// The verdict of an epigraph.
    #[must_use]
    pub fn epigraph(&self, id: EpigraphId) -> Verdict {
        self.epigraphs[id].into()
    }

    /// The verdict of an epigraph or paragraph; `None` for a section, which has a tally, and in an
    /// apparatus.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<Verdict> {
        match place {
            Place::Section(_) => None,
            Place::Epigraph(id) => Some(self.epigraph(id)),
            Place::Paragraph(id) => self.paragraph(id),
        }
    }

    /// The tally of some paragraphs, such as a section's own, without those of an apparatus.
    #[must_use]
    pub fn tally(&self, paragraphs: IdRange<ParagraphId>) -> Tally {
        let evidence = self.paragraphs.of(paragraphs).iter().flatten();
        evidence
            .map(|evidence| evidence.tally())
            .fold(Tally::default(), Add::add)
    }
}

impl Evidence {
    fn verdict(self) -> Verdict {
        self.strongest.into()
    }

    fn tally(self) -> Tally {
        let verdict = self.verdict();
        Tally {
            counterpart: usize::from(verdict == Verdict::Counterpart),
            close: usize::from(self.strongest == Some(Strength::Close)),
            weak: usize::from(verdict == Verdict::Weak),
            none: usize::from(verdict == Verdict::None),
            words: self.words,
            quoted: self.quoted,
        }
    }
}

/// How many words of a unit lie in any of the ranges, whole or in part.
fn covered(corpus: &Corpus, words: &Range<usize>, ranges: &[Range<usize>]) -> usize {
    words
        .clone()
        .filter(|&place| {
            let word = corpus.bytes(&(place..place + 1));
            let touches = |range: &Range<usize>| word.start < range.end && range.start < word.end;
            ranges.iter().any(touches)
        })
        .count()
}
