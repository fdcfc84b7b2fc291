//! The references of headings, from the numbers that they print.

use std::collections::{HashMap, HashSet};

use super::slug::slug_of;
use crate::library::{Kind, Number, OWN_PARTS};

/// A heading, as its reference is made from it.
pub struct Numbered<'a> {
    pub level: u8,
    pub kind: &'a str,
    /// Whether no word of it names its kind.
    pub is_plain: bool,
    /// The number that it prints.
    pub number: Option<&'a str>,
    /// The words after the number; where there are none, the whole heading.
    pub title: &'a str,
    /// The heading that it stands under.
    pub parent: Option<usize>,
    /// The reference that it has.
    pub own: Option<&'a Number>,
}

/// What the numbers of one sort of heading refer to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Each stands once in the document: `5`.
    Document,
    /// Each stands once, but another sort has the same: `chapter.5`.
    Kind,
    /// They begin anew under each parent: `II.5`.
    Parent,
}

/// The headings that are counted together.
type Sort<'a> = (&'a str, Option<u8>);

/// How many numbers of a sort may stand twice, as a slip of the source, of so many.
const SLIPS: usize = 20;

/// The longest reference that is made from words.
const LONGEST: usize = 30;

/// A reference for each heading, no two of them alike in any letter case.
pub fn references(headings: &[Numbered<'_>], declared: &[Kind]) -> Vec<String> {
    let mut taken = Taken::of(headings, declared);
    let scopes = scopes(headings, &taken);
    let mut beginnings = Beginnings::of(headings);
    let mut numbers: Vec<String> = Vec::new();
    for heading in headings {
        let parent = heading.parent.map(|parent| numbers[parent].clone());
        let number = match (heading.own, heading.number) {
            (Some(own), _) => own.to_string(),
            (None, Some(number)) => {
                let next = beginnings.go_on(heading, number);
                let wanted = next.filter(|next| !taken.has(next));
                let wanted = wanted.unwrap_or_else(|| match scopes.get(&sort(heading)) {
                    Some(Scope::Parent) => within(parent.as_deref(), heading.kind, number),
                    Some(Scope::Kind) => of_kind(heading.kind, number),
                    Some(Scope::Document) | None => number.to_owned(),
                });
                taken.free(&wanted)
            }
            (None, None) => {
                let wanted = of_words(heading.title, heading.kind);
                match parent {
                    Some(parent) if taken.has(&wanted) => taken.free(&format!("{parent}.{wanted}")),
                    _ => taken.free(&wanted),
                }
            }
        };
        beginnings.learn(heading);
        numbers.push(number);
    }
    numbers
}

fn sort<'a>(heading: &Numbered<'a>) -> Sort<'a> {
    (heading.kind, heading.is_plain.then_some(heading.level))
}

/// What precedes the printed numbers in references, `II.` in `II.5`, learned from the headings of the same sort and parent
/// that have references.
#[derive(Default)]
struct Beginnings<'a>(HashMap<(Sort<'a>, Option<usize>), &'a str>);

impl<'a> Beginnings<'a> {
    /// Those of the first headings.
    fn of(headings: &[Numbered<'a>]) -> Self {
        let mut beginnings = Self::default();
        for heading in headings.iter().rev() {
            beginnings.learn(heading);
        }
        beginnings
    }

    /// From now on, the next ones go on from this heading.
    fn learn(&mut self, heading: &Numbered<'a>) {
        if let (Some(own), Some(number)) = (heading.own, heading.number)
            && let Some(before) = own.as_str().strip_suffix(number)
            && (before.is_empty() || before.ends_with('.'))
        {
            self.0.insert((sort(heading), heading.parent), before);
        }
    }

    /// The reference that goes on from the neighbours of a heading.
    fn go_on(&self, heading: &Numbered<'a>, number: &str) -> Option<String> {
        let before = self.0.get(&(sort(heading), heading.parent))?;
        Some(format!("{before}{number}"))
    }
}

/// What is known of all headings of a sort.
struct SortNumbers<'a> {
    of: Sort<'a>,
    /// In lower case.
    numbers: Vec<String>,
    parents: HashSet<Option<usize>>,
}

/// The headings with numbers of which references are to be made, by their sorts, the largest first.
fn sorts<'a>(headings: &[Numbered<'a>]) -> Vec<SortNumbers<'a>> {
    let mut sorts: Vec<SortNumbers<'a>> = Vec::new();
    let mut places: HashMap<Sort<'a>, usize> = HashMap::new();
    for heading in headings {
        let (None, Some(number)) = (heading.own, heading.number) else {
            continue;
        };
        let place = *places.entry(sort(heading)).or_insert_with(|| {
            sorts.push(SortNumbers {
                of: sort(heading),
                numbers: Vec::new(),
                parents: HashSet::new(),
            });
            sorts.len() - 1
        });
        sorts[place].numbers.push(number.to_lowercase());
        sorts[place].parents.insert(heading.parent);
    }
    sorts.sort_by_key(|one| std::cmp::Reverse(one.numbers.len()));
    sorts
}

/// What the numbers of each sort refer to. The largest sort keeps its numbers; another one that has
/// the same numbers is told by its kind.
fn scopes<'a>(headings: &[Numbered<'a>], taken: &Taken) -> HashMap<Sort<'a>, Scope> {
    let sorts = sorts(headings);
    let mut sizes: HashMap<Sort<'_>, usize> = HashMap::new();
    for heading in headings.iter().filter(|one| one.number.is_some()) {
        *sizes.entry(sort(heading)).or_default() += 1;
    }
    let mut used: HashSet<String> = HashSet::new();
    let scopes = sorts.into_iter().map(
        |SortNumbers {
             of: sort,
             numbers,
             parents,
         }| {
            let distinct: HashSet<&String> = numbers.iter().collect();
            let again = numbers.len() - distinct.len();
            // All stand under one of several numbered parents: the others would begin anew.
            let only_parent = match parents.iter().collect::<Vec<_>>()[..] {
                [&Some(parent)] => Some(&headings[parent]).filter(|one| one.number.is_some()),
                _ => None,
            };
            let is_counted_there = only_parent.is_some_and(|parent| {
                let siblings = sizes.get(&self::sort(parent)).copied().unwrap_or_default();
                siblings > 1 && matches!(numbers[0].as_str(), "1" | "i" | "a")
            });
            let scope = if again * SLIPS > numbers.len() || is_counted_there {
                Scope::Parent
            } else if distinct
                .iter()
                .any(|&one| used.contains(one) || taken.has(one))
            {
                // Their parents tell them apart, where they have any that can be told.
                let is_numbered =
                    |parent: &Option<usize>| parent.is_some_and(|at| headings[at].number.is_some());
                if parents.iter().all(is_numbered) {
                    Scope::Parent
                } else {
                    Scope::Kind
                }
            } else {
                used.extend(numbers);
                Scope::Document
            };
            (sort, scope)
        },
    );
    scopes.collect()
}

/// A number below that of its parent, unless it has that in it already: `2.1` below `2`.
fn within(parent: Option<&str>, kind: &str, number: &str) -> String {
    match parent {
        Some(parent) if number.starts_with(&format!("{parent}.")) => number.to_owned(),
        Some(parent) => format!("{parent}.{number}"),
        None => of_kind(kind, number),
    }
}

fn of_kind(kind: &str, number: &str) -> String {
    format!("{}.{number}", kind.replace('-', ""))
}

/// The first telling words of a title, or else the kind.
fn of_words(title: &str, kind: &str) -> String {
    let slug = slug_of(title).unwrap_or_default();
    let words = || slug.split('-').filter(|word| !word.is_empty());
    let long: Vec<&str> = words().filter(|word| word.len() > 3).take(2).collect();
    let first = || words().take(2).collect::<Vec<_>>();
    let words = if long.is_empty() { first() } else { long };
    let mut wanted = words.join(".");
    wanted.truncate(LONGEST);
    let wanted = wanted.trim_end_matches('.');
    let wanted = if wanted.is_empty() {
        kind.replace('-', "")
    } else {
        wanted.to_owned()
    };
    // It may read as a paragraph or a file: `p3`, `json`.
    if Number::parse(&wanted).is_some() {
        wanted
    } else {
        format!("{}1", wanted.replace('.', ""))
    }
}

/// The references that are taken, in lower case.
struct Taken {
    taken: HashSet<String>,
    /// How often a reference was wanted that was taken.
    again: HashMap<String, u32>,
}

impl Taken {
    fn of(headings: &[Numbered<'_>], declared: &[Kind]) -> Self {
        let own = headings.iter().filter_map(|one| one.own);
        let own = own.map(|number| number.as_str().to_lowercase());
        let kinds = declared.iter().map(|kind| kind.path.to_string());
        let parts = OWN_PARTS.iter().map(|part| (*part).to_owned());
        Self {
            taken: own.chain(kinds).chain(parts).collect(),
            again: HashMap::new(),
        }
    }

    fn has(&self, number: &str) -> bool {
        self.taken.contains(&number.to_lowercase())
    }

    /// The reference that is wanted, or one like it: `9b` for a second `9`, `notes2` for second notes.
    fn free(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_lowercase()) {
            return wanted.to_owned();
        }
        let is_number = wanted.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
        loop {
            let again = self.again.entry(wanted.to_lowercase()).or_insert(1);
            *again += 1;
            let letter = char::from_digit(*again + 9, 36).filter(|_| is_number && *again < 27);
            let next = match letter {
                // `b` stands for the second.
                Some(letter) => format!("{wanted}{letter}"),
                None if is_number => format!("{wanted}n{again}"),
                None => format!("{wanted}{again}"),
            };
            if self.taken.insert(next.to_lowercase()) {
                return next;
            }
        }
    }
}
