//! Which other names are looked for with those that were typed, and which are only offered.
//!
//! What is the same name written in another way is looked for as well: "UN" with "United Nations".
//! So are all names of a term where the typed one stands in no text: "Global South". Any other
//! wording of a term, and any other word of the family, is related and no more: who looks for
//! "military" does not want "armed forces" among what is found.

use super::runs::joined;
use super::synonyms::{NamedTerm, Synonyms, TermName};
use super::wording::{Wording, Words};
use crate::analysis::Word;
use crate::search::words::Vocabulary;

/// How much another name of a term counts beside the one that was typed.
const SYNONYM: f32 = 0.6;

/// Names that are looked for as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Included {
    /// What was typed.
    pub typed: String,
    /// Whether the texts have that.
    pub stands: bool,
    /// The other names, as the editors write them.
    pub names: Vec<String>,
}

/// A related wording.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// As it is shown.
    pub text: String,
    /// What finds it.
    pub words: Words,
}

/// What else is to be done with the names in a query.
#[derive(Debug, Default)]
pub struct OtherNames {
    /// What else will do for a word of the query, by its place.
    pub wordings: Vec<(usize, Wording)>,
    pub included: Vec<Included>,
    pub related: Vec<Related>,
}

impl OtherNames {
    /// Reads the names in the plain words of a query; `is_all`, if it has nothing else. `stands`
    /// tells whether a row of stems is in any text.
    pub fn of(
        named: &[NamedTerm],
        words: &[&Word],
        is_all: bool,
        vocabulary: &Vocabulary,
        synonyms: &Synonyms,
        stands: &dyn Fn(&[u32]) -> bool,
    ) -> Self {
        let mut others = Self::default();
        for one in named {
            let is_whole = is_all && one.words == (0..words.len());
            others.add_term(one, words, is_whole, vocabulary, synonyms, stands);
        }
        if let ([word], true) = (words, is_all)
            && vocabulary.lists.is_sought(&word.folded)
        {
            others.add_family(word, vocabulary);
        }
        others
    }

    fn add_term(
        &mut self,
        stretch: &NamedTerm,
        words: &[&Word],
        is_whole: bool,
        vocabulary: &Vocabulary,
        synonyms: &Synonyms,
        stands: &dyn Fn(&[u32]) -> bool,
    ) {
        let typed = &words[stretch.words.clone()];
        let stems = typed.iter().map(|word| vocabulary.stem(&word.folded));
        let row: Vec<u32> = stems.collect::<Option<_>>().unwrap_or_default();
        let typed_stands = !row.is_empty() && stands(&row);
        let names = synonyms.names(stretch.term);
        let own = names.iter().find(|name| name.stems == row);
        let others = names
            .iter()
            .filter(|name| name.stems != row && stands(&name.stems));
        let mut included: Vec<&TermName> = Vec::new();
        for name in others {
            let is_same = own.is_some_and(|own| own.is_same_as(name));
            if is_same || !typed_stands {
                included.push(name);
            } else if is_whole && !name.has(&row) {
                self.add_related(
                    name.text.clone(),
                    Words::of_name(&name.words, &name.stems, vocabulary),
                );
            }
        }
        for name in &included {
            let wording = Wording {
                words: Words::of_stems(name.stems.clone()),
                weight: SYNONYM,
            };
            let places = stretch.words.clone();
            self.wordings.extend(places.map(|at| (at, wording.clone())));
        }
        // What has the typed words in it is found without being another name.
        included.retain(|name| row.is_empty() || !name.has(&row));
        self.say_included(typed, typed_stands, &included);
    }

    fn say_included(&mut self, typed: &[&Word], stands: bool, names: &[&TermName]) {
        if names.is_empty() {
            return;
        }
        let typed = joined(typed);
        let names = names.iter().map(|name| name.text.clone());
        match self.included.iter_mut().find(|one| one.typed == typed) {
            Some(before) => {
                let new: Vec<String> = names.filter(|one| !before.names.contains(one)).collect();
                before.names.extend(new);
            }
            None => self.included.push(Included {
                typed,
                stands,
                names: names.collect(),
            }),
        }
    }

    fn add_family(&mut self, word: &Word, vocabulary: &Vocabulary) {
        for relative in vocabulary.relatives(&word.folded) {
            let words = Words::Form(vocabulary.stem_of(relative), None);
            self.add_related(vocabulary.folded(relative).to_owned(), words);
        }
    }

    fn add_related(&mut self, text: String, words: Words) {
        let is_new = |other: &Related| !other.words.finds_the_same(&words);
        if self.related.iter().all(is_new) {
            self.related.push(Related { text, words });
        }
    }
}
