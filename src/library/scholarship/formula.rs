//! Set phrases that return in the texts, and the links that rest on nothing more.

use super::strength::Strength;
use crate::analysis::{FoldedText, Folding};
use crate::library::id::{FormulaId, LinkId};
use crate::library::reference::Slug;

/// A set phrase: words that return unchanged, or nearly so, and say little of the passage in which
/// they stand. The links that rest on it alone are one family, which counts once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// Its place in the concordance.
    pub id: FormulaId,
    /// Its name in the file and in addresses.
    pub slug: Slug,
    /// The words, as one of the texts has them.
    pub words: String,
    /// The other wordings in which it stands in the texts.
    pub forms: Vec<String>,
    /// What the editors add.
    pub note: String,
    /// The links that rest on it, in the order of their file; at least one.
    pub links: Vec<LinkId>,
    /// The strength of the closest of them, as which it counts.
    pub strength: Strength,
}

impl Formula {
    /// Every wording.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        let all = std::iter::once(&self.words).chain(&self.forms);
        all.map(String::as_str)
    }

    /// Whether a text has it in any wording, in any letter case.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        let text = FoldedText::of(text, Folding::Case);
        self.wordings().any(|words| has_words(&text, words))
    }
}

/// Whether words stand somewhere in a text as whole words, in any letter case and encoding and with
/// any apostrophe.
#[must_use]
pub fn stand_in(words: &str, text: &str) -> bool {
    has_words(&FoldedText::of(text, Folding::Case), words)
}

fn has_words(text: &FoldedText, words: &str) -> bool {
    let words = FoldedText::of(words, Folding::Case).text;
    text.find_whole(&words).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::stand_in;

    #[test]
    fn words_stand_in_a_text_as_whole_words_in_any_spelling() {
        for (words, text, stand) in [
            ("win-win", "a \"win-win\" situation", true),
            ("win-win", "Win-Win", true),
            ("mankind's cultures", "mankind’s cultures", true),
            ("l'État", "de l’E\u{301}tat", true),
            ("cyberspace", "cyber\u{ad}space", true),
            ("exchange and", "exchanges and", false),
            ("and interest", "rights and interests, and interest", true),
            ("and interest", "rights and interests", false),
        ] {
            assert_eq!(stand_in(words, text), stand, "{words} in {text}");
        }
    }
}
