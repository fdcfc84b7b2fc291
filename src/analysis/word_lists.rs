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
