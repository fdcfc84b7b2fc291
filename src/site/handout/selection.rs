//! Which of the entries that were asked for stand on a handout, so that no words stand twice without need.

use super::entry::{Entry, Passage};
use super::fault::Fault;
use crate::library::Library;

/// What stands, in the order in which it was asked for, and what is said of the rest.
pub struct Selection {
    pub entries: Vec<Entry>,
    pub faults: Vec<Fault>,
}

/// An entry or a fault, and at which place it was asked for.
type At<T> = (usize, T);

struct Selecting<'a> {
    library: &'a Library,
    most_words: usize,
    words: usize,
    shown: Vec<At<Entry>>,
    faults: Vec<At<Fault>>,
}

impl Selection {
    /// Of these entries, with at most so many words.
    pub fn of(library: &Library, asked: &[Entry], most_words: usize) -> Self {
        let mut selecting = Selecting {
            library,
            most_words,
            words: 0,
            shown: Vec::new(),
            faults: Vec::new(),
        };
        let (mut left, repeated) = distinct(library, asked);
        while !left.is_empty() {
            left = selecting.take_outermost(&left);
        }
        selecting.say_repeated(repeated);
        let Selecting {
            mut shown,
            mut faults,
            ..
        } = selecting;
        shown.sort_by_key(|(at, _)| *at);
        faults.sort_by_key(|(at, _)| *at);
        let entries: Vec<Entry> = shown.into_iter().map(|(_, entry)| entry).collect();
        let mut faults: Vec<Fault> = faults.into_iter().map(|(_, fault)| fault).collect();
        faults.extend(twice(library, &entries).into_iter().map(Fault::Twice));
        Self { entries, faults }
    }
}

impl Selecting<'_> {
    /// Takes the entries that stand in no other, as far as there is room; of the others, those are left
    /// that do not stand in what was taken.
    fn take_outermost(&mut self, entries: &[At<Entry>]) -> Vec<At<Entry>> {
        let is_inner = |entry: Entry| {
            let mut others = entries.iter().filter(|(_, one)| *one != entry);
            others.any(|(_, one)| one.holds(self.library, entry))
        };
        let (inner, outer): (Vec<At<Entry>>, Vec<At<Entry>>) =
            entries.iter().partition(|(_, entry)| is_inner(*entry));
        for (at, entry) in outer {
            let words = self.words + entry.word_count(self.library);
            if words > self.most_words {
                let fault = Fault::TooManyWords(entry, self.most_words);
                self.faults.push((at, fault));
            } else {
                self.words = words;
                self.shown.push((at, entry));
            }
        }
        let mut left = Vec::new();
        for (at, entry) in inner {
            let mut shown = self.shown.iter().map(|(_, one)| *one);
            match shown.find(|one| one.holds(self.library, entry)) {
                Some(outer) => self.faults.push((at, Fault::Held(entry, outer))),
                None => left.push((at, entry)),
            }
        }
        left
    }

    /// Says of those that stand that they were asked for again.
    fn say_repeated(&mut self, repeated: Vec<At<Entry>>) {
        let stands = |entry: Entry| {
            let mut shown = self.shown.iter();
            shown.any(|(_, one)| one.is_same(self.library, entry))
        };
        let said = repeated.into_iter().filter(|(_, entry)| stands(*entry));
        let said = said.map(|(at, entry)| (at, Fault::Repeated(entry)));
        self.faults.extend(said);
    }
}

/// Each entry once, where it was first asked for, and once each that was asked for again.
fn distinct(library: &Library, asked: &[Entry]) -> (Vec<At<Entry>>, Vec<At<Entry>>) {
    let mut first: Vec<At<Entry>> = Vec::new();
    let mut again: Vec<At<Entry>> = Vec::new();
    for (at, &entry) in asked.iter().enumerate() {
        let is_in = |known: &[At<Entry>]| known.iter().any(|(_, one)| one.is_same(library, entry));
        if !is_in(&first) {
            first.push((at, entry));
        } else if !is_in(&again) {
            again.push((at, entry));
        }
    }
    (first, again)
}

/// The passages that stand whole in more than one place of the handout, each once.
fn twice(library: &Library, entries: &[Entry]) -> Vec<Passage> {
    let passages = entries.iter().flat_map(|entry| entry.passages());
    let passages: Vec<Passage> = passages.collect();
    let mut found: Vec<Passage> = Vec::new();
    for (at, &passage) in passages.iter().enumerate() {
        let mut others = passages
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        if others.any(|(_, one)| one.holds(library, passage)) && !found.contains(&passage) {
            found.push(passage);
        }
    }
    found
}
