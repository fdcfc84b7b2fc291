//! The sentences in which an actor is called on, or undertakes, to act.

use std::ops::Range;

use super::sentences::sentences;
use super::words::{Word, words};
use crate::library::{ActorId, Actors, IdMap, Library, Part, Prose, Section};

/// How a sentence speaks of an actor's acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// The actor is called on to act: "should", "must".
    Told,
    /// The actor undertakes to act: "will", "supports".
    Undertakes,
}

/// A sentence in which an actor acts. All ranges are bytes of the part's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorSentence {
    /// The actor.
    pub actor: ActorId,
    /// How the sentence says it.
    pub mode: Mode,
    /// The paragraph or quotation.
    pub part: Part,
    /// The whole sentence.
    pub sentence: Range<usize>,
    /// What names the actor: one of its forms, or a pronoun.
    pub subject: Range<usize>,
    /// The verb phrase.
    pub verb: Range<usize>,
}

/// Every such sentence of a library by actor, in reading order, once for each actor that acts in it.
///
/// The rule stands at [`Actors`], which holds its words.
#[must_use]
pub fn actor_sentences(library: &Library) -> IdMap<ActorId, Vec<ActorSentence>> {
    let rules = Rules::of(&library.actors);
    let mut found = IdMap::filled(library.actors.actors.values().len(), Vec::new());
    for part in library.sections().iter().flat_map(Section::parts) {
        if !matches!(part, Part::Heading(_)) {
            for sentence in rules.read(part, library.prose(part)) {
                found[sentence.actor].push(sentence);
            }
        }
    }
    found
}

/// A phrase as folded words.
type Phrase = Vec<String>;

/// The actors' words, ready to be compared.
struct Rules {
    /// Every form with the actor it names.
    forms: Vec<(Phrase, ActorId)>,
    verbs: Vec<(Phrase, Mode)>,
    adverbs: Vec<String>,
    not_after: Vec<String>,
    pronouns: Vec<String>,
}

/// A hit in the words of one sentence.
struct Hit {
    actor: ActorId,
    subject: Range<usize>,
    verb: Range<usize>,
    mode: Mode,
}

impl Rules {
    fn of(actors: &Actors) -> Self {
        let folded = |all: &[String]| all.iter().map(|word| word.to_lowercase()).collect();
        let verbs = |all: &[String], mode| -> Vec<(Phrase, Mode)> {
            all.iter().map(|text| (phrase(text), mode)).collect()
        };
        let mut rules = Self {
            forms: Vec::new(),
            verbs: verbs(&actors.told, Mode::Told),
            adverbs: folded(&actors.adverbs),
            not_after: folded(&actors.not_after),
            pronouns: folded(&actors.pronouns),
        };
        rules
            .verbs
            .extend(verbs(&actors.undertakes, Mode::Undertakes));
        for actor in actors.actors.values() {
            let forms = actor.forms.iter().map(|form| (phrase(form), actor.id));
            rules.forms.extend(forms);
        }
        // The longest phrase that fits counts: "can only" before "can".
        rules
            .forms
            .sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        rules
            .verbs
            .sort_by_key(|(verb, _)| std::cmp::Reverse(verb.len()));
        rules
    }

    /// The sentences of a part in which an actor acts.
    fn read(&self, part: Part, prose: &Prose) -> Vec<ActorSentence> {
        let mut found = Vec::new();
        let mut acting: Option<ActorId> = None;
        for sentence in sentences(part, prose) {
            let start = sentence.start;
            let words = words(&prose.text[sentence.clone()]);
            let hits = self.hits(&words, acting);
            // Where several act, a pronoun in the next sentence may mean any of them.
            acting = match hits.as_slice() {
                [only] => Some(only.actor),
                _ => None,
            };
            let bytes = |run: Range<usize>| {
                start + words[run.start].range.start..start + words[run.end - 1].range.end
            };
            found.extend(hits.into_iter().map(|hit| ActorSentence {
                actor: hit.actor,
                mode: hit.mode,
                part,
                sentence: sentence.clone(),
                subject: bytes(hit.subject),
                verb: bytes(hit.verb),
            }));
        }
        found
    }

    /// The first hit of each actor in a sentence.
    fn hits(&self, words: &[Word], acting: Option<ActorId>) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((actor, end)) = self.named(words, at, acting) else {
                at += 1;
                continue;
            };
            // A name that something governs is passed over whole, so that no shorter one inside it
            // is taken for a subject.
            if self.is_governed(words, at) {
                at = end;
                continue;
            }
            let verb = self.verb(words, end);
            if let Some((verb, mode)) = verb
                && !hits.iter().any(|hit| hit.actor == actor)
            {
                let subject = at..end;
                hits.push(Hit {
                    actor,
                    subject,
                    verb,
                    mode,
                });
            }
            at = end;
        }
        hits
    }

    /// The actor that the words at a place name, and where its name ends.
    fn named(
        &self,
        words: &[Word],
        at: usize,
        acting: Option<ActorId>,
    ) -> Option<(ActorId, usize)> {
        let taken_up = acting.filter(|_| at == 0 && self.pronouns.contains(&words[0].folded));
        if let Some(actor) = taken_up {
            return Some((actor, 1));
        }
        let (form, actor) = self.forms.iter().find(|(form, _)| {
            let here = words[at..].iter().map(|word| &word.folded);
            form.len() <= words.len() - at && here.zip(form).all(|(a, b)| a == b)
        })?;
        (!form.is_empty()).then_some((*actor, at + form.len()))
    }

    fn is_governed(&self, words: &[Word], at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &words[before].folded);
        before.is_some_and(|word| self.not_after.contains(word))
    }

    /// The verb phrase at a place, adverbs before and inside it left out of the comparison.
    fn verb(&self, words: &[Word], from: usize) -> Option<(Range<usize>, Mode)> {
        let skip = |mut at: usize| {
            while words
                .get(at)
                .is_some_and(|w| self.adverbs.contains(&w.folded))
            {
                at += 1;
            }
            at
        };
        let start = skip(from);
        self.verbs.iter().find_map(|(verb, mode)| {
            let mut end = start;
            for (nth, wanted) in verb.iter().enumerate() {
                let at = if nth == 0 { end } else { skip(end) };
                if &words.get(at)?.folded != wanted {
                    return None;
                }
                end = at + 1;
            }
            (end > start).then_some((start..end, *mode))
        })
    }
}

fn phrase(text: &str) -> Phrase {
    words(text).into_iter().map(|word| word.folded).collect()
}
