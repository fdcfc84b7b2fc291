//! What a query looks for: concepts, each with the wordings that will do.

use std::collections::{BTreeMap, HashSet};

use super::atom_reading::{Correction, wordings};
use super::other_names::{Included, OtherNames, Related};
use super::runs::cut_runs;
use super::synonyms::Synonyms;
use super::wording::{Wording, Words};
use crate::analysis::Word;
use crate::library::TermId;
use crate::search::query::{Atom, Query};
use crate::search::words::Vocabulary;

/// For how many words that stand nowhere others are looked for.
const MOST_CORRECTIONS: usize = 4;

/// One thing that a reader looks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Concept {
    /// As it was typed.
    pub typed: String,
    /// Which word of the query it is: how far apart concepts are expected to stand.
    pub position: usize,
    /// Whether nothing is found without it.
    pub required: bool,
    /// What will do for it; nothing, where no text has it.
    pub wordings: Vec<Wording>,
}

/// A query in concepts.
#[derive(Debug, Clone, Default)]
pub struct Concepts {
    /// What is looked for.
    pub wanted: Vec<Concept>,
    /// What must not be there.
    pub unwanted: Vec<Concept>,
    /// Words that stand nowhere, in the order of the query.
    pub corrections: Vec<Correction>,
    /// The terms that the query names, each once.
    pub terms: Vec<TermId>,
    /// Other names that are looked for as well, by the wording that was typed.
    pub included: Vec<Included>,
    /// Related wordings that are not looked for.
    pub related: Vec<Related>,
}

impl Concepts {
    /// Reads a query that was typed so.
    #[must_use]
    pub fn of(
        query: &Query,
        typed: &str,
        vocabulary: &Vocabulary,
        synonyms: &Synonyms,
        stands: &dyn Fn(&[u32]) -> bool,
    ) -> Self {
        let is_known = |row: &[u32]| stands(row) || synonyms.is_name(row);
        let groups = cut_runs(&query.groups, vocabulary, &is_known);
        let plain = PlainWord::all(&groups);
        let words: Vec<&Word> = plain.iter().map(|plain| plain.word).collect();
        let named = synonyms.named(&words, typed, vocabulary);
        let only_words = groups.iter().all(|group| is_plain(group));
        let other_names = OtherNames::of(&named, &words, only_words, vocabulary, synonyms, stands);
        let mut others: BTreeMap<usize, Vec<Wording>> = BTreeMap::new();
        for (word, wording) in other_names.wordings {
            others.entry(plain[word].group).or_default().push(wording);
        }
        add_joined(&plain, vocabulary, &mut others);
        let mut seen = HashSet::new();
        let terms = named.iter().map(|named| named.term);
        let mut concepts = Self {
            terms: terms.filter(|term| seen.insert(*term)).collect(),
            included: other_names.included,
            related: other_names.related,
            ..Self::default()
        };
        let is_sought = |word: &Word| vocabulary.lists.is_sought(&word.folded);
        let all_grammar = only_words && !words.iter().any(|word| is_sought(word));
        let mut next = 0;
        let mut tries = MOST_CORRECTIONS;
        for (at, group) in groups.iter().enumerate() {
            let position = next;
            next += group.first().map_or(1, Atom::word_count);
            let others = others.remove(&at).unwrap_or_default();
            // Grammar is passed over, but not where there is nothing else, or where it names
            // something.
            let is_grammar = matches!(group.as_slice(), [Atom::Word(word)] if !is_sought(word));
            if is_grammar && others.is_empty() && !all_grammar {
                continue;
            }
            let mut found: Vec<Wording> = Vec::new();
            for atom in group {
                let may_correct = others.is_empty() && tries > 0;
                let (wordings, correction) = wordings(atom, vocabulary, may_correct);
                tries -= usize::from(wordings.is_empty() && tries > 0);
                found.extend(wordings);
                concepts.corrections.extend(correction);
            }
            for other in others {
                let is_same = |one: &Wording| one.words.finds_the_same(&other.words);
                if !found.iter().any(is_same) {
                    found.push(other);
                }
            }
            concepts.wanted.push(Concept {
                typed: typed_as(group, typed).to_owned(),
                position,
                required: matches!(group.as_slice(), [Atom::Phrase(_)]),
                wordings: found,
            });
        }
        let unwanted = query.without.iter().map(|atom| Concept {
            typed: String::new(),
            position: 0,
            required: false,
            wordings: wordings(atom, vocabulary, false).0,
        });
        concepts.unwanted = unwanted.collect();
        concepts
    }
}

/// A word of a query that stands alone, or in a run that does.
struct PlainWord<'a> {
    /// The place of its group.
    group: usize,
    word: &'a Word,
}

impl<'a> PlainWord<'a> {
    fn all(groups: &'a [Vec<Atom>]) -> Vec<Self> {
        let plain = groups
            .iter()
            .enumerate()
            .filter(|(_, atoms)| is_plain(atoms));
        plain
            .flat_map(|(group, atoms)| {
                let words = atoms.iter().flat_map(Atom::words);
                words.map(move |word| Self { group, word })
            })
            .collect()
    }
}

fn is_plain(atoms: &[Atom]) -> bool {
    matches!(atoms, [Atom::Word(_) | Atom::Run(_)])
}

/// "cyber security" is "cybersecurity".
fn add_joined(
    plain: &[PlainWord<'_>],
    vocabulary: &Vocabulary,
    others: &mut BTreeMap<usize, Vec<Wording>>,
) {
    let side_by_side = plain
        .array_windows()
        .filter(|[first, second]| first.group + 1 == second.group);
    for [first, second] in side_by_side {
        let joined = format!("{}{}", first.word.folded, second.word.folded);
        if let Some(word) = vocabulary.word(&joined) {
            for group in [first.group, second.group] {
                let form = Words::Form(vocabulary.stem_of(word), Some(word));
                others.entry(group).or_default().push(Wording::full(form));
            }
        }
    }
}

/// The letters of a group, from the first to the last.
fn typed_as<'a>(group: &[Atom], typed: &'a str) -> &'a str {
    let words = || group.iter().flat_map(Atom::words);
    match (words().next(), words().last()) {
        (Some(first), Some(last)) => &typed[first.range.start..last.range.end],
        _ => "",
    }
}
