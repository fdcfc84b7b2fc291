//! Coverage: how closely a paragraph is matched in each document that was compared with its own.

use std::collections::HashMap;
use std::ops::{Add, Range};

use super::corpus::Corpus;
use crate::library::{
    DocumentId, End, IdMap, IdRange, Library, Link, ParagraphId, Part, Place, Relation, Strength,
};

/// What the closest link between a paragraph and one other document comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coverage {
    /// No link joins them.
    #[default]
    None,
    /// Only links that say how they differ.
    Differs,
    /// A loose link.
    Loose,
    /// A clear one.
    Clear,
    /// A close one.
    Close,
}

impl Coverage {
    /// What a link comes to by itself.
    #[must_use]
    pub fn of(link: &Link) -> Self {
        match (link.relation, link.strength) {
            (Relation::Differs, _) => Self::Differs,
            (_, Strength::Loose) => Self::Loose,
            (_, Strength::Clear) => Self::Clear,
            (_, Strength::Close) => Self::Close,
        }
    }

    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Differs => "differs",
            Self::Loose => "loose",
            Self::Clear => "clear",
            Self::Close => "close",
        }
    }
}

/// Paragraphs by their coverage in one other document, and how many of their words are quoted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Paragraphs with a close link.
    pub close: usize,
    /// Those with a clear one at best.
    pub clear: usize,
    /// Those with a loose one at best.
    pub loose: usize,
    /// Those with such links only as say how they differ.
    pub differs: usize,
    /// Those without any.
    pub none: usize,
    /// The words of all these paragraphs.
    pub words: usize,
    /// Those that a clear or close link quotes.
    pub quoted: usize,
}

impl Tally {
    /// How many paragraphs there are.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.close + self.clear + self.loose + self.differs + self.none
    }

    /// The share of quoted words in whole per cents, rounded; 0 where there is no word.
    #[must_use]
    pub fn quoted_per_cent(&self) -> usize {
        (self.quoted * 200 + self.words)
            .checked_div(self.words * 2)
            .unwrap_or_default()
    }

    fn of_paragraph(coverage: Coverage, words: usize, quoted: usize) -> Self {
        let count = |own| usize::from(coverage == own);
        Self {
            close: count(Coverage::Close),
            clear: count(Coverage::Clear),
            loose: count(Coverage::Loose),
            differs: count(Coverage::Differs),
            none: count(Coverage::None),
            words,
            quoted,
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            close: self.close + other.close,
            clear: self.clear + other.clear,
            loose: self.loose + other.loose,
            differs: self.differs + other.differs,
            none: self.none + other.none,
            words: self.words + other.words,
            quoted: self.quoted + other.quoted,
        }
    }
}

/// The coverage of all paragraphs and epigraphs in the documents that were compared with theirs.
///
/// A link that names a whole section counts for none of its paragraphs; the words that it quotes
/// count as quoted where they stand in a paragraph. An epigraph is in no tally. What stands in an
/// apparatus, such as a list of references, has no coverage and is counted nowhere.
#[derive(Debug, Clone, Default)]
pub struct CoverageIndex {
    /// Of the places that links name, by the document at the other end.
    met: HashMap<(Place, DocumentId), Coverage>,
    words: IdMap<ParagraphId, usize>,
    /// How many words of a paragraph clear and close links to a document quote.
    quoted: HashMap<(ParagraphId, DocumentId), usize>,
}

impl CoverageIndex {
    /// What the concordance comes to.
    #[must_use]
    pub fn of(library: &Library, corpus: &Corpus) -> Self {
        let mut met: HashMap<(Place, DocumentId), Coverage> = HashMap::new();
        let mut passages: HashMap<(ParagraphId, DocumentId), Vec<Range<usize>>> = HashMap::new();
        for link in library.links().iter().filter(|link| library.crosses(link)) {
            let coverage = Coverage::of(link);
            for end in End::BOTH {
                let passage = link.passage(end);
                let other = library[library.section_at(link, end.other())].document;
                let best = met.entry((passage.place, other)).or_default();
                *best = coverage.max(*best);
                if let Part::Paragraph(id) = passage.span.part
                    && coverage >= Coverage::Clear
                {
                    let range = passage.span.range.clone();
                    passages.entry((id, other)).or_default().push(range);
                }
            }
        }
        let mut places: IdMap<ParagraphId, Range<usize>> =
            IdMap::filled(library.paragraphs().len(), 0..0);
        for unit in corpus.units() {
            if let Part::Paragraph(id) = unit.part {
                places[id] = unit.words.clone();
            }
        }
        let quoted = passages.into_iter().map(|(key, ranges)| {
            let count = covered(corpus, &places[key.0], &ranges);
            (key, count)
        });
        Self {
            met,
            quoted: quoted.collect(),
            words: places.values().iter().map(Range::len).collect(),
        }
    }

    /// How closely an epigraph or paragraph is matched in another document; `None` where nobody
    /// compared the two, for a section, which has a tally, and in an apparatus.
    #[must_use]
    pub fn at(&self, library: &Library, place: Place, other: DocumentId) -> Option<Coverage> {
        let section = &library[library.section_of(place)];
        let is_counted = !matches!(place, Place::Section(_))
            && !section.is_apparatus
            && library.compared.has(section.document, other);
        is_counted.then(|| self.met.get(&(place, other)).copied().unwrap_or_default())
    }

    /// The same for every document that was compared with the place's own, in the order of the
    /// library.
    pub fn of_place(
        &self,
        library: &Library,
        place: Place,
    ) -> impl Iterator<Item = (DocumentId, Coverage)> {
        let document = library[library.section_of(place)].document;
        let others = library.compared.with(document);
        others.filter_map(move |other| Some((other, self.at(library, place, other)?)))
    }

    /// The tally of some paragraphs, such as a section's own, against one other document; of nothing
    /// where nobody compared the two.
    #[must_use]
    pub fn tally(
        &self,
        library: &Library,
        paragraphs: IdRange<ParagraphId>,
        other: DocumentId,
    ) -> Tally {
        let tallies = paragraphs.into_iter().filter_map(|id| {
            let coverage = self.at(library, id.into(), other)?;
            let quoted = self.quoted.get(&(id, other)).copied().unwrap_or_default();
            Some(Tally::of_paragraph(coverage, self.words[id], quoted))
        });
        tallies.fold(Tally::default(), Add::add)
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
