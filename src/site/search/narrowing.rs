//! Links that narrow the results of a search to a document or a kind.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::href::SearchHref;
use crate::library::{Id, IdMap};
use crate::search::Answer;
use crate::site::context::RenderContext;

/// How many documents or kinds stand at once: those with the most results.
const AT_ONCE: usize = 12;

/// How many more are folded behind these. Of what is left, a reader types the name.
const FOLDED: usize = 100;

/// How many are offered.
const MOST_CHOICES: usize = AT_ONCE + FOLDED;

/// The operators that narrow a query.
const DOCUMENT: &str = "doc:";
const KIND: &str = "kind:";

/// The choices of one sort.
pub struct Narrowing<'a> {
    /// What is chosen: `Text`, `Kind`.
    pub name: &'static str,
    /// The first choices, that for all before the others.
    pub choices: Vec<Choice<'a>>,
    /// The others, as far as they are offered.
    pub folded: Vec<Choice<'a>>,
    /// How many are not offered.
    pub left: usize,
    /// The operator that narrows to any of them: `doc:`.
    pub operator: &'static str,
}

/// A link that narrows the results, or widens them again.
pub struct Choice<'a> {
    /// What it narrows to.
    pub label: &'a str,
    /// How many results it leaves.
    pub count: usize,
    pub href: SearchHref<'a>,
    /// Whether it is chosen.
    pub current: bool,
    /// The colour of the document it narrows to.
    pub colour: Option<&'static str>,
}

/// The choices that there are, by document and by kind.
pub fn narrowings<'a>(
    ctx: RenderContext<'a>,
    query: &str,
    answer: &Answer,
) -> impl Iterator<Item = Narrowing<'a>> {
    let narrowings = [documents(ctx, query, answer), kinds(ctx, query, answer)];
    narrowings.into_iter().flatten()
}

/// A document or kind that may be chosen.
struct Candidate<I> {
    id: I,
    count: usize,
    current: bool,
}

/// One for each document, where several have results.
fn documents<'a>(ctx: RenderContext<'a>, query: &str, answer: &Answer) -> Option<Narrowing<'a>> {
    let chosen = &answer.narrowed_to.documents;
    let counts = &answer.per_document;
    let all = Choice::all(ctx, query, DOCUMENT, counts.values(), chosen.is_empty());
    let offered = offered(counts, chosen)?;
    let choices = offered.iter().take(MOST_CHOICES).map(|one| {
        let document = &ctx.library[one.id];
        Choice {
            label: &document.metadata.short_title,
            count: one.count,
            href: SearchHref::new(ctx, narrowed(query, DOCUMENT, Some(document.slug.as_str()))),
            current: one.current,
            colour: Some(document.metadata.colour.name()),
        }
    });
    Some(Narrowing::new(
        "Text",
        DOCUMENT,
        all,
        choices,
        offered.len(),
    ))
}

/// One for each kind, where several have results.
fn kinds<'a>(ctx: RenderContext<'a>, query: &str, answer: &Answer) -> Option<Narrowing<'a>> {
    let chosen = &answer.narrowed_to.kinds;
    let counts = &answer.per_kind;
    let all = Choice::all(ctx, query, KIND, counts.values(), chosen.is_empty());
    let offered = offered(counts, chosen)?;
    let choices = offered.iter().take(MOST_CHOICES).map(|one| {
        let kind = &ctx.library[one.id];
        Choice {
            label: if one.count == 1 {
                &kind.singular
            } else {
                &kind.plural
            },
            count: one.count,
            href: SearchHref::new(ctx, narrowed(query, KIND, Some(kind.class.as_str()))),
            current: one.current,
            colour: None,
        }
    });
    Some(Narrowing::new("Kind", KIND, all, choices, offered.len()))
}

/// Those that have results or are chosen; where they do not all stand at once, those with the most
/// results first. `None`, where there is nothing to choose.
fn offered<I: Id>(counts: &IdMap<I, usize>, chosen: &BTreeSet<I>) -> Option<Vec<Candidate<I>>> {
    let candidates = counts.iter().map(|(id, &count)| Candidate {
        id,
        count,
        current: chosen.contains(&id),
    });
    let mut offered: Vec<Candidate<I>> = candidates
        .filter(|one| one.count > 0 || one.current)
        .collect();
    if offered.len() > AT_ONCE {
        offered.sort_by_key(|one| (!one.current, Reverse(one.count)));
    }
    let is_choice = offered.len() > 1 || offered.iter().any(|one| one.current);
    is_choice.then_some(offered)
}

impl<'a> Narrowing<'a> {
    /// The choice for all, and those that are offered of so many.
    fn new(
        name: &'static str,
        operator: &'static str,
        all: Choice<'a>,
        choices: impl Iterator<Item = Choice<'a>>,
        count: usize,
    ) -> Self {
        let mut choices: Vec<Choice<'a>> = choices.collect();
        let folded = choices.split_off(AT_ONCE.min(choices.len()));
        choices.insert(0, all);
        Self {
            name,
            choices,
            folded,
            left: count.saturating_sub(MOST_CHOICES),
            operator,
        }
    }
}

impl<'a> Choice<'a> {
    /// The choice that narrows to nothing.
    fn all(
        ctx: RenderContext<'a>,
        query: &str,
        operator: &str,
        counts: &[usize],
        current: bool,
    ) -> Self {
        Self {
            label: "All",
            count: counts.iter().sum(),
            href: SearchHref::new(ctx, narrowed(query, operator, None)),
            current,
            colour: None,
        }
    }
}

/// A query with one operator of this name, or without any.
fn narrowed(query: &str, name: &str, value: Option<&str>) -> String {
    let is_operator = |word: &&str| {
        let start = word.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let kept = query.split_whitespace().filter(|word| !is_operator(word));
    let operator = value.map(|value| format!("{name}{value}"));
    let mut words: Vec<&str> = operator.as_deref().into_iter().chain(kept).collect();
    // Operators first, so that a phrase that is not closed does not take them in.
    words.sort_by_key(|word| match word.split_once(':') {
        Some(("doc", _)) => 0,
        Some(("kind", _)) => 1,
        _ => 2,
    });
    words.join(" ")
}
