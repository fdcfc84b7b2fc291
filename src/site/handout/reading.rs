//! From what was typed to what is meant: references as they are read everywhere, matches by their ids, and
//! two passages joined as a pair.

use super::entry::{Entry, Passage};
use crate::library::{End, Library, LinkCode, LinkId, Place};
use crate::search::{Missing, Named, Search};
use crate::site::routes::{PAIRED, Resolution, Route, path_of_address};

/// What may stand between the two passages of a pair, beside the sign of the site's own addresses.
const JOINTS: [&str; 10] = [
    PAIRED, "|", "↔", "⇄", "→", "&", " versus ", " vs. ", " vs ", " and ",
];

/// Those that stand in no title.
const SIGNS: [char; 5] = ['~', '|', '↔', '⇄', '→'];

/// Why a text names nothing that could stand on a handout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is no reference to anything here.
    Unknown,
    /// It is one to something that the texts do not have.
    Missing(Vec<Missing>),
    /// It may mean any of these.
    Several(Vec<Place>),
}

/// What a text was found to name.
pub struct Read {
    /// What stands on the handout; `None` where nothing could be read.
    pub entry: Option<Entry>,
    /// What could not be read: of a pair either side, by its words.
    pub unread: Vec<(String, Unread)>,
}

/// Where references are looked up.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub library: &'a Library,
    pub search: &'a Search,
}

impl Reader<'_> {
    /// The texts that stand one after the other where more than two are joined; else the text itself.
    pub fn in_a_row(self, text: &str) -> Vec<&str> {
        let sides: Vec<&str> = text.split(SIGNS).map(str::trim).collect();
        let is_row = sides.len() > 2 && sides.iter().all(|side| !side.is_empty());
        if is_row && !(is_address(text) && self.entry(text).is_ok()) {
            sides
        } else {
            vec![text]
        }
    }

    /// What a text names.
    pub fn read(self, text: &str) -> Read {
        match (split(text), self.entry(text)) {
            (Some(_), Ok(entry)) if is_address(text) => Read::of(entry),
            (Some(sides), _) => self.pair(sides),
            (None, Ok(entry)) => Read::of(entry),
            (None, Err(why)) => Read {
                entry: None,
                unread: vec![(text.to_owned(), why)],
            },
        }
    }

    /// What two joined texts name: a pair, or what is left of it.
    fn pair(self, sides: [&str; 2]) -> Read {
        let mut found: Vec<Passage> = Vec::new();
        let mut unread = Vec::new();
        for side in sides {
            match self.entry(side) {
                Ok(entry) => found.extend(entry.passages().take(1)),
                Err(why) => unread.push((side.to_owned(), why)),
            }
        }
        let entry = match found.as_slice() {
            &[first, second] => Some(paired(first, second)),
            found => found.first().map(|&only| Entry::Single(only)),
        };
        Read { entry, unread }
    }

    /// What a text names as a whole.
    fn entry(self, text: &str) -> Result<Entry, Unread> {
        if let Some(link) = LinkCode::parse(&text.to_ascii_lowercase()) {
            let link = self.library.link(link).ok_or(Unread::Unknown)?;
            return Ok(self.link(link));
        }
        if let Some(entry) = self.address(text) {
            return Ok(entry);
        }
        match self.search.named(self.library, text) {
            Named::Places(places) => match places.as_slice() {
                &[place] => Ok(Entry::Single(Passage::Place(place))),
                _ => Err(Unread::Several(places)),
            },
            Named::Range(range) => Ok(Entry::Single(Passage::Range(range))),
            Named::Pairs(pairs) => match pairs.as_slice() {
                &[(first, second)] => Ok(paired(place(first), place(second))),
                _ => Err(Unread::Unknown),
            },
            Named::Missing(missing) => Err(Unread::Missing(missing)),
            Named::Nothing => Err(Unread::Unknown),
        }
    }

    /// What an address of the site shows: a passage, a match or a comparison.
    fn address(self, text: &str) -> Option<Entry> {
        let rooted = format!("/{text}");
        let path = path_of_address(text).unwrap_or(&rooted);
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let slashes = path.match_indices('/').map(|(at, _)| &path[at..]);
        let mut found = slashes.filter_map(|path| Route::resolve(self.library, path));
        match found.next()? {
            Resolution::Range(range) => Some(Entry::Single(Passage::Range(range))),
            Resolution::Found(route) | Resolution::Moved(route) => match route {
                Route::Link(link) => Some(self.link(link)),
                Route::Comparison(first, second, _) => Some(paired(place(first), place(second))),
                // With a fragment it may name a paragraph: that is read with the reference.
                _ => None,
            },
        }
    }

    /// The two places that a match quotes.
    fn link(self, link: LinkId) -> Entry {
        let [from, to] = [End::From, End::To].map(|end| self.library[link].passage(end).place);
        paired(Passage::Place(from), Passage::Place(to))
    }
}

impl Read {
    fn of(entry: Entry) -> Self {
        Self {
            entry: Some(entry),
            unread: Vec::new(),
        }
    }
}

/// Two passages side by side; one, where they are the same.
fn paired(first: Passage, second: Passage) -> Entry {
    if first == second {
        Entry::Single(first)
    } else {
        Entry::Pair(first, second)
    }
}

fn place(place: impl Into<Place>) -> Passage {
    Passage::Place(place.into())
}

/// Whether a text is one address, in whose path a sign may stand that joins elsewhere.
fn is_address(text: &str) -> bool {
    text.matches("://").count() == 1 && !text.contains(['|', ' '])
}

/// The two sides of the first joint in a text, if there is something on both.
fn split(text: &str) -> Option<[&str; 2]> {
    let joints = JOINTS.iter().filter_map(|joint| text.split_once(joint));
    let mut sides = joints.map(|(first, second)| [first.trim(), second.trim()]);
    sides.find(|sides| sides.iter().all(|side| !side.is_empty()))
}
