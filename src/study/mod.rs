//! What is computed from the model, and never typed in: words, shared wording, occurrences, links
//! by what they meet, coverage. Pure; the same library gives the same study.

pub mod actors;
pub mod backlinks;
pub mod captured;
pub mod corpus;
pub mod coverage;
pub mod exclusive_words;
mod formulas;
pub mod link_index;
mod ngrams;
pub mod occurrences;
pub mod reading;
pub mod sentences;
pub mod shared;
pub mod steps;

use std::sync::OnceLock;

use crate::library::{Act, ActorId, DocumentId, FormulaId, IdMap, Library, Place, SectionId};
use actors::acts_by_actor;
use backlinks::Backlinks;
use corpus::Corpus;
use coverage::CoverageIndex;
use exclusive_words::{ExclusiveWord, exclusive_words};
use formulas::formula_places;
use link_index::LinkIndex;
use occurrences::Occurrences;
use shared::{Shared, SharedRun};

/// All computed evidence of a library. Every index takes time and memory in proportion to the texts
/// and the links; what only one kind of page needs is computed when it is first asked for.
#[derive(Debug, Clone)]
pub struct Study {
    /// The words of all texts.
    pub corpus: Corpus,
    /// The index of shared wording.
    pub shared: Shared,
    /// Where each term stands.
    pub occurrences: Occurrences,
    /// Which links meet which section and paragraph.
    pub links: LinkIndex,
    /// Which paragraphs cite which.
    pub backlinks: Backlinks,
    /// How closely each paragraph is matched in the documents compared with its own.
    pub coverage: CoverageIndex,
    exclusive_words: OnceLock<IdMap<DocumentId, Vec<ExclusiveWord>>>,
    acts: OnceLock<IdMap<ActorId, Vec<Act>>>,
    formula_places: OnceLock<IdMap<FormulaId, Vec<Place>>>,
}

impl Study {
    /// Reads the whole library; what a pair of sections shares is found when it is asked for.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let corpus = Corpus::of(library);
        Self {
            shared: Shared::of(&corpus),
            occurrences: Occurrences::of(library, &corpus),
            links: LinkIndex::of(library),
            backlinks: Backlinks::of(library),
            coverage: CoverageIndex::of(library, &corpus),
            exclusive_words: OnceLock::new(),
            acts: OnceLock::new(),
            formula_places: OnceLock::new(),
            corpus,
        }
    }

    /// The wording that two sections share; their children are left out.
    #[must_use]
    pub fn shared_between(&self, a: SectionId, b: SectionId) -> Vec<SharedRun> {
        self.shared.between(&self.corpus, a, b)
    }

    /// The words that only this document uses, the most frequent first. `library` is the one that this
    /// is the study of.
    #[must_use]
    pub fn exclusive_words(&self, library: &Library, document: DocumentId) -> &[ExclusiveWord] {
        let all = self
            .exclusive_words
            .get_or_init(|| exclusive_words(library, &self.corpus));
        &all[document]
    }

    /// What an actor does, in reading order. `library` is the one that this is the study of.
    #[must_use]
    pub fn acts_of(&self, library: &Library, actor: ActorId) -> &[Act] {
        let all = self.acts.get_or_init(|| acts_by_actor(library));
        &all[actor]
    }

    /// Where a formula stands, in reading order. `library` is the one that this is the study of.
    #[must_use]
    pub fn places_of(&self, library: &Library, formula: FormulaId) -> &[Place] {
        let all = self.formula_places.get_or_init(|| formula_places(library));
        &all[formula]
    }
}
