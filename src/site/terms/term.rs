//! The page of a term: what it means, and everywhere it stands.

use askama::Template;

use super::term_column::{TermColumn, columns};
use crate::library::{ExpansionBy, Language, Library, Term, list};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};
use crate::study::occurrences::TermOccurrences;

/// Where more texts than this do not use a term, they are not named.
const MOST_NAMED: usize = 4;

/// One term.
#[derive(Template)]
#[template(path = "terms/term.html")]
pub struct TermPage<'a> {
    shell: Shell<'a>,
    index: Href<'a>,
    term: &'a Term,
    /// That of its names, where it is not English.
    language: Option<&'a Language>,
    kind: Link<'a>,
    aliases: Vec<&'a str>,
    see_also: Vec<Link<'a>>,
    /// Which texts do not use the term, in a sentence.
    absence: Option<String>,
    columns: Vec<TermColumn<'a>>,
}

impl<'a> TermPage<'a> {
    /// This term, with a column for each text that uses it.
    pub fn new(ctx: RenderContext<'a>, term: &'a Term) -> Self {
        let library = ctx.library;
        let found = ctx.study.occurrences.term(term.id);
        let route = Route::Term(term.id, Format::Html);
        let head = Head::new(route, term.label.as_str(), term.definition.as_str());
        let index = ctx.href(Route::Terms);
        let kind = index.clone().at(format!("kind-{}", term.kind.name()));
        let expansion = term.expansion.as_ref().map(|expansion| &expansion.text);
        let aliases = term.aliases.iter();
        let aliases = aliases.filter(|&alias| expansion != Some(alias));
        let see_also = term.see_also.iter();
        let see_also = see_also.map(|&other| ctx.term_link(&library[other]));
        Self {
            shell: Shell::new(ctx, head),
            index,
            term,
            language: library.language_of(&term.label),
            kind: Link::new(kind, term.kind.plural()),
            aliases: aliases.map(String::as_str).collect(),
            see_also: see_also.collect(),
            absence: absence(library, found),
            columns: columns(ctx, term, found),
        }
    }
}

/// Says which texts do not use the term; `None` where every text does, or many do not.
fn absence(library: &Library, found: &TermOccurrences) -> Option<String> {
    if library.documents().len() - found.counts.len() > MOST_NAMED {
        return None;
    }
    let documents = library.documents().iter();
    let absent = documents.filter(|document| found.in_document(document.id).is_none());
    let names: Vec<&str> = absent
        .map(|document| document.metadata.in_text.as_str())
        .collect();
    absence_sentence(&names)
}

/// `The strategy and the paper do not use this term.`
fn absence_sentence(names: &[&str]) -> Option<String> {
    let verb = match names {
        [] => return None,
        [_] => "does",
        [_, _, ..] => "do",
    };
    let names = capitalized(&list(names));
    Some(format!("{names} {verb} not use this term."))
}

/// The same as the beginning of a sentence.
fn capitalized(words: &str) -> String {
    let mut signs = words.chars();
    let first = signs.next().into_iter().flat_map(char::to_uppercase);
    first.chain(signs.as_str().chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::absence_sentence;

    #[test]
    fn texts_without_the_term_are_named_in_one_sentence() {
        let sentence = |names: &[&str]| absence_sentence(names).unwrap_or_default();
        assert_eq!(sentence(&[]), "");
        assert_eq!(
            sentence(&["the paper"]),
            "The paper does not use this term."
        );
        assert_eq!(
            sentence(&["the strategy", "the paper", "the charter"]),
            "The strategy, the paper and the charter do not use this term."
        );
    }
}
