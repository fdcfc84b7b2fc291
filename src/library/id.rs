//! Ids: the places of things in a library, as numbers that cannot be mistaken for each other.
//!
//! An id is given out when a library is put together and is good for that library only. Ids of one
//! sort are dense and follow the reading order, so that a table with a value for each is a plain
//! vector ([`IdMap`]) and a document's sections are a range ([`IdRange`]).

use std::marker::PhantomData;
use std::ops::{Index, IndexMut, Range};

/// A number that names one thing of its sort.
pub trait Id: Copy + Ord {
    /// The id of the thing at this place.
    fn new(index: usize) -> Self;

    /// The place of the thing, counted from 0.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl Id for $name {
            fn new(index: usize) -> Self {
                Self(narrow(index))
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A document, in the order in which pages show them.
    DocumentId
    /// A section of any document, in reading order, the documents one after the other.
    SectionId
    /// A counted paragraph of any section, in reading order.
    ParagraphId
    /// A quotation that opens a section, in reading order.
    EpigraphId
    /// A paragraph or the attribution of a quotation that is set off from the text.
    QuotationLineId
    /// A kind of section, in the order of declaration.
    KindId
    /// A page of the editors', by name.
    PageId
    /// A headed stretch of one page of the editors', counted within it.
    PageSectionId
    /// Where a link in a text or page leads.
    TargetId
    /// A term, in the order of its file.
    TermId
    /// A link of the concordance, in the order of its file.
    LinkId
    /// An image, in the order of the names of their files.
    ImageId
    /// A formula of the concordance, in the order of its file.
    FormulaId
    /// A silence of the concordance, in the order of its file.
    SilenceId
    /// An actor, in the order of its file.
    ActorId
}

/// A count as 32 bits: what has four billion parts does not fit in the memory this would need.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A run of ids, such as the sections of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdRange<I> {
    start: u32,
    end: u32,
    of: PhantomData<I>,
}

impl<I: Id> IdRange<I> {
    /// The ids of the things at these places.
    #[must_use]
    pub fn new(places: Range<usize>) -> Self {
        Self {
            start: narrow(places.start),
            end: narrow(places.end),
            of: PhantomData,
        }
    }

    /// A run of one.
    #[must_use]
    pub fn only(id: I) -> Self {
        Self::new(id.index()..id.index() + 1)
    }

    /// The places of the things it names.
    #[must_use]
    pub fn places(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many ids it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.places().len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.places().is_empty()
    }

    /// Whether it has this one.
    #[must_use]
    pub fn contains(self, id: I) -> bool {
        self.places().contains(&id.index())
    }

    /// The first.
    #[must_use]
    pub fn first(self) -> Option<I> {
        self.into_iter().next()
    }

    /// The last.
    #[must_use]
    pub fn last(self) -> Option<I> {
        self.into_iter().next_back()
    }

    /// The one at this place of the run, counted from 0.
    #[must_use]
    pub fn get(self, nth: usize) -> Option<I> {
        self.into_iter().nth(nth)
    }

    /// The same run in a longer row, in which it begins so much later.
    #[must_use]
    pub(super) fn moved(self, by: usize) -> Self {
        Self::new(self.start as usize + by..self.end as usize + by)
    }
}

impl<I: Id> IntoIterator for IdRange<I> {
    type Item = I;
    type IntoIter = std::iter::Map<Range<usize>, fn(usize) -> I>;

    fn into_iter(self) -> Self::IntoIter {
        self.places().map(I::new)
    }
}

/// A value for each id of a sort.
///
/// # Panics
/// Looking up an id of another library may panic, as for a vector that is too short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdMap<I, T> {
    values: Vec<T>,
    of: PhantomData<I>,
}

impl<I: Id, T: Clone> IdMap<I, T> {
    /// The same value for so many ids.
    #[must_use]
    pub fn filled(count: usize, value: T) -> Self {
        Self::from(vec![value; count])
    }
}

impl<I: Id, T> IdMap<I, T> {
    /// The values, in the order of their ids.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// The ids with their values, in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        let values = self.values.iter().enumerate();
        values.map(|(place, value)| (I::new(place), value))
    }

    /// The values of a run of ids.
    #[must_use]
    pub fn of(&self, ids: IdRange<I>) -> &[T] {
        &self.values[ids.places()]
    }

    /// The values, in the order of their ids, taken out of the map.
    pub fn into_values(self) -> impl Iterator<Item = T> {
        self.values.into_iter()
    }

    /// Adds a value, which gets the next id.
    pub fn push(&mut self, value: T) -> I {
        self.values.push(value);
        I::new(self.values.len() - 1)
    }
}

impl<I, T> From<Vec<T>> for IdMap<I, T> {
    /// The values in the order of their ids.
    fn from(values: Vec<T>) -> Self {
        Self {
            values,
            of: PhantomData,
        }
    }
}

impl<I, T> Default for IdMap<I, T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<I: Id, T> FromIterator<T> for IdMap<I, T> {
    fn from_iter<V: IntoIterator<Item = T>>(values: V) -> Self {
        Self::from(Vec::from_iter(values))
    }
}

impl<I: Id, T> Index<I> for IdMap<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.values[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for IdMap<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.values[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::{Id, IdMap, IdRange, SectionId};

    #[test]
    fn a_run_of_ids_names_its_places() {
        let run = IdRange::<SectionId>::new(2..5);
        assert_eq!(run.len(), 3);
        assert_eq!(run.first(), Some(SectionId::new(2)));
        assert_eq!(run.last(), Some(SectionId::new(4)));
        assert!(run.contains(SectionId::new(3)) && !run.contains(SectionId::new(5)));
        assert_eq!(run.moved(10).places(), 12..15);
        assert_eq!(IdRange::<SectionId>::new(3..3).first(), None);
    }

    #[test]
    fn a_map_has_a_value_for_each_id() {
        let mut map: IdMap<SectionId, char> = "abc".chars().collect();
        let added = map.push('d');
        map[SectionId::new(0)] = 'z';
        assert_eq!(map[added], 'd');
        assert_eq!(map.of(IdRange::new(0..2)), ['z', 'b']);
    }
}
