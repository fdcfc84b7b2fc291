//! The footnotes of one document, by name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::content::diagnostics::suggest;
use crate::library::Prose;

/// What a document's footnotes say, and which of them its text has used. Names are alike when they
/// differ in letter case only.
#[derive(Debug, Default)]
pub struct Footnotes {
    names: BTreeSet<String>,
    bodies: BTreeMap<String, Prose>,
    used: BTreeSet<String>,
}

impl Footnotes {
    /// Makes names known before any footnote is read, so that a slip in one can be set right by the
    /// name of another.
    pub fn declare(&mut self, name: &str) {
        self.names.insert(key(name));
    }

    /// Sets what a footnote says; false where it has been said before.
    pub fn define(&mut self, name: &str, body: Prose) -> bool {
        self.bodies.insert(key(name), body).is_none()
    }

    /// What a footnote says, which is used now.
    pub fn cite(&mut self, name: &str) -> Prose {
        let key = key(name);
        let body = self.bodies.get(&key).cloned().unwrap_or_default();
        self.used.insert(key);
        body
    }

    pub fn is_used(&self, name: &str) -> bool {
        self.used.contains(&key(name))
    }

    /// The name that may have been meant by one that is not defined.
    pub fn suggest(&self, name: &str) -> Option<String> {
        suggest(name, self.names.iter().map(String::as_str))
    }
}

fn key(name: &str) -> String {
    name.to_lowercase()
}

/// The signs `[^name]` in a text, by their bytes, with their names. The parser leaves a sign in the
/// text where there is no such footnote.
pub fn signs(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    let brackets = std::iter::from_fn(move || {
        let (before, rest) = text.get(at..)?.split_once("[^")?;
        let (name, _) = rest.split_once(']')?;
        let start = at + before.len();
        at = start + "[^".len() + name.len() + "]".len();
        Some((start..at, name))
    });
    brackets.filter(|(_, name)| !name.is_empty() && !name.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::signs;

    #[test]
    fn signs_are_brackets_with_a_name_of_one_word() {
        let found: Vec<_> = signs("é[^b] [^] [^c d] [^é][^e").collect();
        assert_eq!(found, [(2..6, "b"), (18..23, "é")]);
    }
}
