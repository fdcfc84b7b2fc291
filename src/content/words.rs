//! Reads `words.toml`: the lists of words that the site treats in a way of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::diagnostics::{Diagnostics, Problem, Sink, guarded};
use super::naming::kind_words;
use super::text_files::TextFiles;
use super::toml::{Fields, Group, Located, parse_file};
use crate::analysis::{WordLists, folded, words};

/// The lists that come with the program.
const OWN: &str = include_str!("../../content/words.toml");

/// The site's lists; those that its file leaves out, or that it has no file for, are the program's
/// own.
pub fn read_words(files: &TextFiles<'_>) -> WordLists {
    let nobody = Diagnostics::default();
    let of_headings = WordLists {
        kind_words: kind_words()
            .map(|(word, class)| (folded(word).into_owned(), class.to_owned()))
            .collect(),
        ..WordLists::default()
    };
    let own = read(OWN, of_headings, nobody.of_no_file());
    let Some(file) = files.named("words.toml") else {
        return own;
    };
    guarded(file.sink, || Some(read(file.text, own, file.sink))).unwrap_or_default()
}

/// Puts the lists of a file in the place of others.
fn read(text: &str, others: WordLists, sink: Sink<'_>) -> WordLists {
    let Some(table) = parse_file(text, sink) else {
        return others;
    };
    let mut fields = Fields::of_file(&table, text, sink);
    let lists = WordLists {
        grammar: set(&mut fields, "grammar", others.grammar, sink),
        questions: set(&mut fields, "questions", others.questions, sink),
        biddings: set(&mut fields, "biddings", others.biddings, sink),
        same: forms(&mut fields, "same", others.same, sink),
        apart: forms(&mut fields, "apart", others.apart, sink),
        unrelated: set(&mut fields, "unrelated", others.unrelated, sink),
        spellings: pairs(&mut fields, "spellings", others.spellings, sink),
        endings: pairs(&mut fields, "endings", others.endings, sink),
        abbreviations: set(&mut fields, "abbreviations", others.abbreviations, sink),
        kind_words: forms(&mut fields, "kind_words", others.kind_words, sink),
        number_words: set(&mut fields, "number_words", others.number_words, sink),
        part_words: set(&mut fields, "part_words", others.part_words, sink),
        item_words: set(&mut fields, "item_words", others.item_words, sink),
        paragraph_words: set(&mut fields, "paragraph_words", others.paragraph_words, sink),
        comparing_words: set(&mut fields, "comparing_words", others.comparing_words, sink),
        joining_words: set(&mut fields, "joining_words", others.joining_words, sink),
    };
    fields.finish();
    lists
}

fn set(
    fields: &mut Fields<'_>,
    key: &'static str,
    other: BTreeSet<String>,
    sink: Sink<'_>,
) -> BTreeSet<String> {
    // A key is asked for even where it is missing, so that it is offered for a slip.
    let words = fields.texts(key).into_iter();
    if !fields.has(key) {
        return other;
    }
    words.filter_map(|written| word(&written, sink)).collect()
}

/// Every word of each group, with the first of the group.
fn forms(
    fields: &mut Fields<'_>,
    key: &'static str,
    other: BTreeMap<String, String>,
    sink: Sink<'_>,
) -> BTreeMap<String, String> {
    let groups = fields.groups(key).unwrap_or_default();
    if !fields.has(key) {
        return other;
    }
    let mut forms = BTreeMap::new();
    for group in groups {
        let words: Vec<String> = words_of(&group, sink);
        let Some(first) = words.first().cloned() else {
            continue;
        };
        forms.extend(words.into_iter().map(|form| (form, first.clone())));
    }
    forms
}

fn pairs(
    fields: &mut Fields<'_>,
    key: &'static str,
    other: BTreeMap<String, String>,
    sink: Sink<'_>,
) -> BTreeMap<String, String> {
    let groups = fields.groups(key).unwrap_or_default().into_iter();
    if !fields.has(key) {
        return other;
    }
    let pairs = groups.filter_map(|group| {
        if let [british, american] = words_of(&group, sink).as_slice() {
            return Some((british.clone(), american.clone()));
        }
        report(&group.span, key, "a British and an American spelling", sink);
        None
    });
    pairs.collect()
}

fn words_of(group: &Group, sink: Sink<'_>) -> Vec<String> {
    let words = group.value.iter();
    words.filter_map(|written| word(written, sink)).collect()
}

/// A word as words are compared; what is none is reported.
fn word(written: &Located<String>, sink: Sink<'_>) -> Option<String> {
    if words(&written.value).len() != 1 {
        report(&written.span, &written.value, "one word", sink);
        return None;
    }
    Some(folded(&written.value).into_owned())
}

fn report(span: &Range<usize>, value: &str, expected: &'static str, sink: Sink<'_>) {
    let problem = Problem::BadValue {
        value: value.to_owned(),
        expected,
        near: None,
    };
    sink.report_at(span.clone(), problem);
}
