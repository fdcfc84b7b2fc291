//! Reads `terms.toml`, and proves that every term and form occurs.

use std::collections::{HashMap, HashSet};

use super::term_draft::{TermDraft, read_term};
use super::term_forms::{check_forms, check_occurrence};
use crate::content::diagnostics::{Fault, Sink, suggest};
use crate::content::toml::{Fields, parse_file};
use crate::library::{Id, Library, Slug, Term, TermId};

/// Reads the terms; without a library their occurrence is not checked.
pub fn read_terms(text: &str, library: Option<&Library>, sink: Sink<'_>) -> Option<Vec<Term>> {
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let tables = fields.tables("terms");
    let count = tables.len();
    let mut drafts: Vec<TermDraft> = Vec::new();
    for table in tables {
        drafts.extend(read_term(table, TermId::new(drafts.len()), sink));
    }
    fields.finish();
    check_slugs(&drafts, sink);
    check_forms(&drafts, sink);
    // A term that could not be read may be the one that another names.
    if drafts.len() == count {
        check_see_also(&drafts, sink);
    }
    if let Some(library) = library {
        check_occurrence(&drafts, library, sink);
    }
    Some(join(drafts))
}

fn check_slugs(drafts: &[TermDraft], sink: Sink<'_>) {
    let mut taken: HashSet<&Slug> = HashSet::new();
    for draft in drafts {
        if !taken.insert(&draft.term.slug) {
            let fault = Fault::DuplicateSlug(draft.slug.value.clone());
            sink.report_at(draft.slug.span.clone(), fault);
        }
    }
}

fn check_see_also(drafts: &[TermDraft], sink: Sink<'_>) {
    let slugs = || drafts.iter().map(|draft| draft.slug.value.as_str());
    let known: HashSet<&str> = slugs().collect();
    for draft in drafts {
        for wanted in &draft.see_also {
            let slug = wanted.value.clone();
            let fault = if slug == draft.slug.value {
                Fault::SeesItself(slug)
            } else if known.contains(slug.as_str()) {
                continue;
            } else {
                let near = suggest(&slug, slugs());
                Fault::UnknownTerm { slug, near }
            };
            sink.report_at(wanted.span.clone(), fault);
        }
    }
}

/// The terms, each with the ids of the others that it names.
fn join(drafts: Vec<TermDraft>) -> Vec<Term> {
    let named = |draft: &TermDraft| (draft.slug.value.clone(), draft.term.id);
    let ids: HashMap<String, TermId> = drafts.iter().map(named).collect();
    let terms = drafts.into_iter().map(|draft| {
        let see_also = draft.see_also.iter();
        Term {
            see_also: see_also
                .filter_map(|slug| ids.get(&slug.value).copied())
                .collect(),
            ..draft.term
        }
    });
    terms.collect()
}
