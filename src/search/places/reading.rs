//! What the words of a text say of a place.

use super::figures::in_words;
use super::names::Names;
use super::paragraph_name::ParagraphName;
use crate::analysis::folded;
use crate::library::{DocumentId, KindId};

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
    /// The paragraph.
    pub paragraph: Option<ParagraphName>,
    /// What it is if words such as `part` and `section` name no kind: where it is nothing otherwise,
    /// this is meant.
    pub otherwise: Option<Box<PlaceName<'a>>>,
}

/// Whether words that may be noise are read as kinds where the site has such.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Generic {
    #[default]
    Kind,
    Noise,
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
    paragraph: Option<ParagraphName>,
    generic: Generic,
    /// Whether a word was read as a kind that may be noise.
    has_generic: bool,
}

/// Reads a text as the name of a place; `None` if one of its words says nothing of a place, or none
/// says which section.
pub fn read<'a>(text: &str, names: &'a Names) -> Option<PlaceName<'a>> {
    let words = words(text);
    let Some((name, has_generic)) = read_as(Generic::Kind, &words, names) else {
        return read_as(Generic::Noise, &words, names).map(|(name, _)| name);
    };
    let noise = has_generic.then(|| read_as(Generic::Noise, &words, names));
    let otherwise = noise.flatten().map(|(name, _)| Box::new(name));
    Some(PlaceName { otherwise, ..name })
}

/// The name, and whether a word of it was read as a kind that may be noise.
fn read_as<'a>(
    generic: Generic,
    words: &[String],
    names: &'a Names,
) -> Option<(PlaceName<'a>, bool)> {
    let mut words = words.iter().map(String::as_str);
    let mut reading = Reading {
        generic,
        ..Reading::default()
    };
    while let Some(word) = words.next() {
        reading.add(word, &mut words, names)?;
    }
    // "Second" alone is a word like any other.
    let is_word = reading.in_words && reading.kind.is_none();
    let name = PlaceName {
        documents: reading.documents,
        kind: reading.kind,
        kind_above: reading.kind_above,
        number: reading.number.filter(|_| !is_word)?,
        paragraph: reading.paragraph,
        otherwise: None,
    };
    Some((name, reading.has_generic))
}

/// The words of a text in lower case. Brackets around a number stay with it, since they say that it is
/// that of an item: `2(4)` is `2` and `(4)`.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut parted = String::with_capacity(lower.len() + 8);
    let mut rest = lower.as_str();
    while let Some(at) = rest.find('(') {
        let (before, from) = rest.split_at(at);
        parted.push_str(before);
        let inside = from[1..].split(')').next().unwrap_or_default();
        let is_number = from[1..].len() > inside.len()
            && (1..=5).contains(&inside.len())
            && inside.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_number {
            parted.push_str(&format!(" ({inside}\u{1} "));
            rest = &from[inside.len() + 2..];
        } else {
            parted.push(' ');
            rest = &from[1..];
        }
    }
    parted.push_str(rest);
    parted
        .split(|sign: char| sign.is_whitespace() || "/,;:)[]".contains(sign))
        .map(|word| word.trim_end_matches('.').trim_end_matches('\u{1}'))
        .filter(|word| !word.is_empty() && *word != "-")
        .map(str::to_owned)
        .collect()
}

impl<'a> Reading<'a> {
    /// Goes on to a part of the section that is read so far: from `ii` to `ii.2`.
    fn go_into(&mut self, part: &str) -> Option<()> {
        let part = in_words(part).map_or(part.to_owned(), |number| number.to_string());
        let (part, ordinal) = split_paragraph(&part);
        self.number = Some(format!("{}.{part}", self.number.take()?));
        self.kind_above = self.kind.take();
        self.paragraph = ordinal.map(ParagraphName::Nth);
        Some(())
    }

    /// Takes a kind in, and the number after it where one stands before it.
    fn add_kind(&mut self, kind: KindId, after: &mut dyn Iterator<Item = &str>) -> Option<()> {
        if self.kind.is_some() {
            self.go_into(after.next()?)?;
        }
        self.kind = Some(kind);
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
        let lists = names.lists();
        let folded = folded(word);
        let is_paragraph_word = lists.paragraph_words.contains(&*folded) || sign == Some('¶');
        let is_item_word = lists.item_words.contains(&*folded);
        let is_noise = lists.number_words.contains(&*folded) || word == "§";
        let is_generic = is_paragraph_word || is_noise || is_item_word;
        if let Some(item) = word.strip_prefix('(') {
            if !has_number {
                return self.add(item, after, names);
            }
            self.paragraph = Some(ParagraphName::inside(self.paragraph.take(), item)?);
            Some(())
        } else if is_generic
            && self.generic == Generic::Kind
            && let Some(kind) = names.kind(word)
        {
            self.has_generic = true;
            self.add_kind(kind, after)
        } else if is_paragraph_word && has_number {
            let is_joined = sign.is_some() && !rest.is_empty();
            let number = if is_joined { rest } else { after.next()? };
            let number = number.trim_start_matches('(');
            // "Paragraph p3" says twice that it is the third.
            let name = paragraph(number).map(ParagraphName::Nth);
            set(
                &mut self.paragraph,
                name.or_else(|| ParagraphName::read(number))?,
            )
        } else if is_item_word && has_number {
            let number = after.next()?.trim_start_matches('(');
            self.paragraph = Some(ParagraphName::inside(self.paragraph.take(), number)?);
            Some(())
        } else if sign == Some('§') && !rest.is_empty() && has_number {
            self.go_into(rest)
        } else if sign == Some('§') && !rest.is_empty() {
            set(&mut self.number, rest.to_owned())
        } else if let Some(ordinal) = paragraph(word).filter(|_| has_number) {
            set(&mut self.paragraph, ParagraphName::Nth(ordinal))
        } else if has_number && (sign == Some('§') || lists.part_words.contains(&*folded)) {
            after.next().map_or(Some(()), |part| self.go_into(part))
        } else if is_noise {
            Some(())
        } else if let called @ [_, ..] = names.documents(word)
            && self.documents.is_empty()
        {
            self.documents = called;
            Some(())
        } else if let Some(kind) = names.kind(word)
            && (self.kind.is_none() || has_number)
        {
            self.add_kind(kind, after)
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
            self.paragraph = ordinal.map(ParagraphName::Nth);
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
