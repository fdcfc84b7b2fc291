//! What is computed from the model, and never typed in: words, shared wording, occurrences,
//! verdicts. Pure; the same library gives the same study.

pub mod actors;
pub mod carrying;
pub mod corpus;
pub mod grams;
pub mod occurrences;
pub mod only_words;
pub mod sentences;
pub mod shared;
pub mod steps;
pub mod stop_words;
pub mod ties;
pub mod verdicts;
pub mod words;

use crate::library::Library;
use crate::library::reference::Reference;
use actors::{ActorSentence, actor_sentences};
use carrying::Carrying;
use corpus::{Corpus, SectionAt};
use occurrences::Occurrences;
use only_words::{OnlyWord, only_words};
use shared::{Shared, SharedRun};
use verdicts::{Verdict, Verdicts};

/// All computed evidence of a library. Documents, terms and actors are named by their places in it.
#[derive(Debug, Clone, Default)]
pub struct Study {
    /// The words of all texts.
    pub corpus: Corpus,
    /// The index of shared wording.
    pub shared: Shared,
    /// Where each term stands.
    pub occurrences: Occurrences,
    /// For each document the words that only it uses.
    pub only_words: Vec<Vec<OnlyWord>>,
    /// Which paragraph has a counterpart.
    pub verdicts: Verdicts,
    /// What carries out what inside a document.
    pub carrying: Carrying,
    /// The sentences in which an actor acts, in reading order.
    pub actor_sentences: Vec<ActorSentence>,
}

impl Study {
    /// Computes everything; what a pair of sections shares is found when it is asked for.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let corpus = Corpus::of(library);
        Self {
            shared: Shared::of(&corpus),
            occurrences: Occurrences::of(library, &corpus),
            only_words: only_words(&corpus),
            verdicts: Verdicts::of(library, &corpus),
            carrying: Carrying::of(&library.concordance),
            actor_sentences: actor_sentences(library),
            corpus,
        }
    }

    /// The place of a section, or of the section that a paragraph stands in.
    #[must_use]
    pub fn place(&self, reference: &Reference) -> Option<SectionAt> {
        self.corpus.place(reference)
    }

    /// The wording that two sections share, by their references; empty where one is unknown.
    #[must_use]
    pub fn shared_between(&self, a: &Reference, b: &Reference) -> Vec<SharedRun> {
        match (self.place(a), self.place(b)) {
            (Some(a), Some(b)) => self.shared.between(&self.corpus, a, b),
            _ => Vec::new(),
        }
    }

    /// The verdict of a paragraph against all other documents; `None` where the reference names no
    /// paragraph of the library in its own letter case.
    #[must_use]
    pub fn verdict(&self, paragraph: &Reference) -> Option<Verdict> {
        let place = self.place(paragraph)?;
        Some(self.verdicts.paragraph(place, paragraph.paragraph?, None))
    }

    /// The sentences of one actor, by its place in the library, in reading order.
    pub fn sentences_of(&self, actor: usize) -> impl Iterator<Item = &ActorSentence> {
        self.actor_sentences
            .iter()
            .filter(move |sentence| sentence.actor == actor)
    }
}
