//! What a text says of the paragraph of a section.

use crate::library::{Library, ParagraphId, SectionId};

/// The paragraph of a section that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParagraphName {
    /// By its place in the section, counted from 1: `p3`.
    Nth(usize),
    /// By the numbers that are printed before it: `(4)(a)`.
    Printed(Vec<String>),
    /// By the printed number, or where the section prints none so by its place: `paragraph 4`.
    Either(usize),
}

impl ParagraphName {
    /// A number in words: `paragraph 4`, `paragraph 2a`.
    pub fn read(number: &str) -> Option<Self> {
        if let Ok(nth) = number.parse() {
            return Some(Self::Either(nth));
        }
        let starts_with_digit = number.starts_with(|sign: char| sign.is_ascii_digit());
        let is_number = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (starts_with_digit && is_number).then(|| Self::Printed(vec![number.to_owned()]))
    }

    /// The same inside what is named so far, if something is: `(a)` behind `(4)`.
    pub fn inside(around: Option<Self>, number: &str) -> Option<Self> {
        let mut path = match around {
            None => Vec::new(),
            Some(Self::Printed(path)) => path,
            Some(Self::Either(nth)) => vec![nth.to_string()],
            Some(Self::Nth(_)) => return None,
        };
        path.push(number.to_lowercase());
        Some(Self::Printed(path))
    }

    /// The paragraphs of a section that it means: several where a number is printed twice.
    pub fn paragraphs(&self, library: &Library, section: SectionId) -> Vec<ParagraphId> {
        let nth = |nth: usize| {
            let paragraph = library[section].paragraphs.get(nth.checked_sub(1)?)?;
            Some(paragraph)
        };
        match self {
            Self::Nth(ordinal) => nth(*ordinal).into_iter().collect(),
            Self::Printed(path) => library.printed(section, path),
            Self::Either(number) => {
                let printed = library.printed(section, &[number.to_string()]);
                if printed.is_empty() {
                    nth(*number).into_iter().collect()
                } else {
                    printed
                }
            }
        }
    }
}
