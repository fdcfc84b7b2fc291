//! A rule that looks for acts, to find those that nobody marked.
//!
//! It proposes a sentence for an actor where one of the actor's names, not after a word of
//! `NOT_AFTER`, is followed by a phrase of `VERBS`, with nothing in between but `ADVERBS`. A
//! sentence that begins with a pronoun and such a phrase is proposed for the actor of the sentence
//! before it. The rule knows nothing of passives and of other names, so it proposes too little; what
//! it proposes and `content/actors.toml` lacks should be marked, or is no act: the snapshot lists it
//! for an editor.

use std::fmt::Write;
use std::ops::Range;

use lectern::analysis::{self, Word, WordLists};
use lectern::library::{Act, Library, Part, Prose, Section};
use lectern::study::sentences::sentences;

use crate::support::{part_name, real};

/// The actors by slug, each with the noun phrases that name it.
const NAMES: [(&str, &[&str]); 6] = [
    ("china", &["China"]),
    (
        "countries",
        &[
            "relevant countries",
            "all countries",
            "every country",
            "no country",
            "countries",
        ],
    ),
    (
        "international-community",
        &["the international community", "international communities"],
    ),
    (
        "united-nations",
        &[
            "the United Nations, as an important channel",
            "the United Nations",
            "the UN",
        ],
    ),
    (
        "sco",
        &[
            "Shanghai Cooperation Organization (SCO) member states",
            "SCO member states",
        ],
    ),
    (
        "companies",
        &[
            "micro, small and medium-sized enterprises (MSMEs)",
            "Chinese companies",
            "Chinese enterprises",
            "China’s enterprises",
            "companies",
            "enterprises",
            "businesses",
        ],
    ),
];

/// What follows the name of an actor that acts.
const VERBS: [&str; 34] = [
    "should",
    "must",
    "need to",
    "needs to",
    "needs",
    "has an urgent need to",
    "have to",
    "has to",
    "ought to",
    "can only",
    "are encouraged to",
    "will be encouraged to",
    "will",
    "is committed to",
    "are committed to",
    "commits to",
    "commit to",
    "supports",
    "has supported",
    "calls for",
    "calls on",
    "encourages",
    "encourage",
    "opposes",
    "oppose",
    "advocates",
    "pursues",
    "promotes",
    "respects",
    "has been contributing",
    "has worked",
    "has set out",
    "provide",
    "is vigorously implementing",
];

const ADVERBS: [&str; 10] = [
    "also",
    "always",
    "actively",
    "firmly",
    "further",
    "fully",
    "resolutely",
    "steadfastly",
    "therefore",
    "vigorously",
];

const NOT_AFTER: [&str; 16] = [
    "a", "about", "among", "and", "any", "between", "by", "for", "from", "in", "into", "of", "on",
    "or", "to", "with",
];

const PRONOUNS: [&str; 2] = ["it", "they"];

/// An actor with the words after which it acts, in bytes of the sentence's part.
struct Proposal {
    actor: &'static str,
    verb: Range<usize>,
    sentence: Range<usize>,
}

#[test]
fn what_the_rule_finds_is_marked_or_no_act() {
    let library = real().library();
    let acts: Vec<&Act> = library.actors.acts.iter().collect();
    insta::assert_snapshot!(unmarked(library, &acts));
}

#[test]
fn what_nobody_marked_is_proposed() {
    let library = real().library();
    let acts = library.actors.acts.iter();
    let others = acts.filter(|act| library[act.actor].slug.as_str() != "united-nations");
    insta::assert_snapshot!(unmarked(library, &others.collect::<Vec<_>>()));
}

/// How many sentences the rule proposes, and those of them that are not among the acts.
fn unmarked(library: &Library, acts: &[&Act]) -> String {
    let mut count = 0;
    let mut told = String::new();
    for part in library.sections().iter().flat_map(Section::parts) {
        if matches!(part, Part::Heading(_)) {
            continue;
        }
        let prose = library.prose(part);
        for proposal in proposals(part, prose, &library.words) {
            count += 1;
            if !acts
                .iter()
                .any(|act| is_marked_by(library, act, part, &proposal))
            {
                let name = part_name(library, part);
                let sentence = &prose.text[proposal.sentence];
                writeln!(told, "{} in {name}: {sentence}", proposal.actor).unwrap();
            }
        }
    }
    format!("{count} proposed\n{told}")
}

fn is_marked_by(library: &Library, act: &Act, part: Part, proposal: &Proposal) -> bool {
    let range = &act.span.range;
    act.span.part == part
        && library[act.actor].slug.as_str() == proposal.actor
        && range.start < proposal.verb.end
        && proposal.verb.start < range.end
}

fn proposals(part: Part, prose: &Prose, lists: &WordLists) -> Vec<Proposal> {
    let mut found = Vec::new();
    let mut acting = None;
    for sentence in sentences(part, prose, lists) {
        let words = analysis::words(&prose.text[sentence.clone()]);
        let hits = hits(&words, acting);
        // Where several act, a pronoun in the next sentence may mean any of them.
        acting = match hits.as_slice() {
            [(only, _)] => Some(*only),
            _ => None,
        };
        found.extend(hits.into_iter().map(|(actor, verb)| Proposal {
            actor,
            verb: sentence.start + words[verb.start].range.start
                ..sentence.start + words[verb.end - 1].range.end,
            sentence: sentence.clone(),
        }));
    }
    found
}

/// The first verb phrase of each actor in a sentence, as a range of its words.
fn hits(words: &[Word], acting: Option<&'static str>) -> Vec<(&'static str, Range<usize>)> {
    let mut hits: Vec<(&str, Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((actor, end)) = named(words, at, acting) else {
            at += 1;
            continue;
        };
        let governed = at > 0 && is_one_of(&words[at - 1], &NOT_AFTER);
        if !governed
            && let Some(verb) = verb(words, end)
            && hits.iter().all(|(known, _)| *known != actor)
        {
            hits.push((actor, verb));
        }
        // A name is passed over whole, so that no shorter one inside it is taken for a subject.
        at = end;
    }
    hits
}

/// The actor that the words at a place name, and where its name ends.
fn named(words: &[Word], at: usize, acting: Option<&'static str>) -> Option<(&'static str, usize)> {
    if let Some(actor) = acting.filter(|_| at == 0 && is_one_of(&words[0], &PRONOUNS)) {
        return Some((actor, 1));
    }
    NAMES.iter().find_map(|(actor, names)| {
        let ends = names.iter().filter_map(|name| end_of(name, words, at, &[]));
        ends.max().map(|end| (*actor, end))
    })
}

/// The longest verb phrase at a place, adverbs before and inside it passed over.
fn verb(words: &[Word], from: usize) -> Option<Range<usize>> {
    let ends = VERBS
        .iter()
        .filter_map(|verb| end_of(verb, words, from, &ADVERBS));
    ends.max().map(|end| from..end)
}

/// Where a phrase that begins at a place ends, if it stands there; the words of `between` may stand
/// before each of its words.
fn end_of(phrase: &str, words: &[Word], from: usize, between: &[&str]) -> Option<usize> {
    let mut at = from;
    for wanted in analysis::words(phrase) {
        while is_one_of(words.get(at)?, between) {
            at += 1;
        }
        if words.get(at)?.folded != wanted.folded {
            return None;
        }
        at += 1;
    }
    Some(at)
}

fn is_one_of(word: &Word, list: &[&str]) -> bool {
    list.contains(&word.folded.as_str())
}
