//! Lists of words that the editors keep, of what no rule knows.

use std::collections::{BTreeMap, BTreeSet};

/// What the site's lists say of single words, each folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordLists {
    /// Words that carry grammar and no content.
    pub grammar: BTreeSet<String>,
    /// Words that are typed with a question and not looked for.
    pub questions: BTreeSet<String>,
    /// What headings bid to do; on what is another word.
    pub biddings: BTreeSet<String>,
    /// Words, each with the one whose form it is though its ending does not show it.
    pub same: BTreeMap<String, String>,
    /// Words that are forms of no other than the one with which they stand here.
    pub apart: BTreeMap<String, String>,
    /// Words that belong to no family of words.
    pub unrelated: BTreeSet<String>,
    /// How words begin in British spelling, with the American one.
    pub spellings: BTreeMap<String, String>,
    /// How words end in British spelling, with the American one.
    pub endings: BTreeMap<String, String>,
    /// Short forms whose full stop ends no sentence.
    pub abbreviations: BTreeSet<String>,
    /// What readers call a kind of section, with the class of the kind.
    pub kind_words: BTreeMap<String, String>,
    /// Words before the number of a section that say no more than the number does.
    pub number_words: BTreeSet<String>,
    /// Words after the number of a section that go on to a part of it.
    pub part_words: BTreeSet<String>,
    /// Words before the number of an item.
    pub item_words: BTreeSet<String>,
    /// Words before the number of a paragraph.
    pub paragraph_words: BTreeSet<String>,
    /// Words before the names of two places that are to be compared.
    pub comparing_words: BTreeSet<String>,
    /// Words between the two.
    pub joining_words: BTreeSet<String>,
}

impl WordLists {
    /// Whether a folded word carries content.
    #[must_use]
    pub fn is_content(&self, folded: &str) -> bool {
        !self.grammar.contains(folded)
    }

    /// Whether a folded word of a query is to be looked for.
    #[must_use]
    pub fn is_sought(&self, folded: &str) -> bool {
        self.is_content(folded) && !self.questions.contains(folded)
    }
}
