//! What the words of a text say of a place.

use super::figures::in_words;
use super::names::Names;
use crate::library::{DocumentId, KindId};

/// Words before a number that say no more than the number does.
const NOISE: [&str; 12] = [
    "art", "article", "no", "number", "of", "part", "point", "sec", "sect", "section", "the", "§",
];

/// Words after a number that go on to a part of that section: `ch. II § 2`.
const PART_WORDS: [&str; 7] = ["art", "article", "part", "sec", "sect", "section", "§"];

/// Words before the number of a paragraph.
const PARAGRAPH_WORDS: [&str; 9] = [
    "¶",
    "p",
    "para",
    "paragraph",
    "paragraphs",
    "paras",
    "par",
    "pars",
    "pp",
];

/// The name of a place in its parts.
#[derive(Debug, Clone)]
pub struct PlaceName<'a> {
    /// The documents that it may be in; all, where there is none.
    pub documents: &'a [DocumentId],
    /// The kind that the section has to be of.
    pub kind: Option<KindId>,
    /// The kind that the section above it has to be of.
    pub kind_above: Option<KindId>,
    /// The number of the section, in lower case.
    pub number: String,
    /// The paragraph, counted from 1.
    pub paragraph: Option<usize>,
}

/// What is read so far.
#[derive(Debug, Default)]
struct Reading<'a> {
    documents: &'a [DocumentId],
    kind: Option<KindId>,
    kind_above: Option<KindId>,
    number: Option<String>,
    /// Whether the number is one in words.
    in_words: bool,
    paragraph: Option<usize>,
}

/// Reads a text as the name of a place; `None` if one of its words says nothing of a place, or none
/// says which section.
pub fn read<'a>(text: &str, names: &'a Names) -> Option<PlaceName<'a>> {
    let lower = text.to_lowercase();
    let mut words = lower
        .split(|sign: char| sign.is_whitespace() || "/,;:()[]".contains(sign))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && *word != "-");
    let mut reading = Reading::default();
    while let Some(word) = words.next() {
        reading.add(word, &mut words, names)?;
    }
    // "Second" alone is a word like any other.
    let is_word = reading.in_words && reading.kind.is_none();
    Some(PlaceName {
        documents: reading.documents,
        kind: reading.kind,
        kind_above: reading.kind_above,
        number: reading.number.filter(|_| !is_word)?,
        paragraph: reading.paragraph,
    })
}

impl<'a> Reading<'a> {
    /// Goes on to a part of the section that is read so far: from `ii` to `ii.2`.
    fn go_into(&mut self, part: &str) -> Option<()> {
        let part = in_words(part).map_or(part.to_owned(), |number| number.to_string());
        let (part, ordinal) = split_paragraph(&part);
        self.number = Some(format!("{}.{part}", self.number.take()?));
        self.kind_above = self.kind.take();
        self.paragraph = ordinal;
        Some(())
    }

    /// Takes a word in, and those after it that belong to it; `None` where it says nothing of a
    /// place.
    fn add<'w>(
        &mut self,
        word: &'w str,
        after: &mut dyn Iterator<Item = &'w str>,
        names: &'a Names,
    ) -> Option<()> {
        let rest = word.trim_start_matches(['§', '¶']);
        let sign = word[..word.len() - rest.len()].chars().next();
        let has_number = self.number.is_some();
        let is_paragraph_word = PARAGRAPH_WORDS.contains(&word) || sign == Some('¶');
        if is_paragraph_word && has_number {
            let is_joined = sign.is_some() && !rest.is_empty();
            let digits = if is_joined { rest } else { after.next()? };
            set(&mut self.paragraph, digits.parse().ok()?)
        } else if sign == Some('§') && !rest.is_empty() && has_number {
            self.go_into(rest)
        } else if sign == Some('§') && !rest.is_empty() {
            set(&mut self.number, rest.to_owned())
        } else if let Some(ordinal) = paragraph(word).filter(|_| has_number) {
            set(&mut self.paragraph, ordinal)
        } else if has_number && (sign == Some('§') || PART_WORDS.contains(&word)) {
            after.next().map_or(Some(()), |part| self.go_into(part))
        } else if NOISE.contains(&word) {
            Some(())
        } else if let called @ [_, ..] = names.documents(word)
            && self.documents.is_empty()
        {
            self.documents = called;
            Some(())
        } else if let Some(kind) = names.kind(word)
            && (self.kind.is_none() || has_number)
        {
            if self.kind.is_some() {
                self.go_into(after.next()?)?;
            }
            self.kind = Some(kind);
            Some(())
        } else if let Some(number) = in_words(word) {
            self.in_words = true;
            set(&mut self.number, number.to_string())
        } else if let Some((document, number)) = word.rsplit_once('-')
            && let called @ [_, ..] = names.documents(document)
            && self.documents.is_empty()
        {
            self.documents = called;
            self.add(number, after, names)
        } else {
            let (number, ordinal) = split_paragraph(word);
            set(&mut self.number, number.to_owned())?;
            self.paragraph = ordinal;
            Some(())
        }
    }
}

impl PlaceName<'_> {
    /// Whether it is written as a reference rather than as a number or a word.
    pub fn is_marked(&self) -> bool {
        let has_point = self.number.contains('.');
        has_point || self.kind.is_some() || self.paragraph.is_some() || !self.documents.is_empty()
    }
}

/// Fills what is empty; a second word for the same thing says that this is no name of a place.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(value))
}

/// `ii.2.p3` is paragraph 3 of `ii.2`.
fn split_paragraph(word: &str) -> (&str, Option<usize>) {
    let parts = word.rsplit_once('.');
    match parts.and_then(|(number, last)| Some((number, paragraph(last)?))) {
        Some((number, ordinal)) => (number, Some(ordinal)),
        None => (word, None),
    }
}

fn paragraph(word: &str) -> Option<usize> {
    word.strip_prefix('p')?.parse().ok()
}
