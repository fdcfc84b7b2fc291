//! The forms of all terms: each belongs to one term, and stands in the texts.

use std::collections::{HashMap, HashSet};

use super::term_draft::TermDraft;
use crate::analysis::{FoldedText, Folding};
use crate::content::diagnostics::{Fault, Sink};
use crate::library::{IdMap, Library, Term, TermId, TermMatcher};

/// Reports forms that are given more than once, names that are forms of other terms, and keywords
/// that are names of their own.
pub fn check_forms(drafts: &[TermDraft], sink: Sink<'_>) {
    let mut owners: HashMap<String, &Term> = HashMap::new();
    for TermDraft { term, forms, .. } in drafts {
        for form in forms {
            let name = form.value.clone();
            let fault = match owners.get(&folded(&name)) {
                None => {
                    owners.insert(folded(&name), term);
                    continue;
                }
                Some(owner) if owner.id == term.id => Fault::FormTwice(name),
                Some(owner) => Fault::FormTaken {
                    form: name,
                    first: owner.slug.to_string(),
                },
            };
            sink.report_at(form.span.clone(), fault);
        }
    }
    for draft in drafts {
        for name in draft.aliases.iter().chain(&draft.keywords) {
            let owner = owners.get(&folded(&name.value));
            if let Some(owner) = owner.filter(|owner| owner.id != draft.term.id) {
                let fault = Fault::NameIsForm {
                    name: name.value.clone(),
                    term: owner.slug.to_string(),
                };
                sink.report_at(name.span.clone(), fault);
            }
        }
        check_keywords(draft, sink);
    }
}

fn check_keywords(draft: &TermDraft, sink: Sink<'_>) {
    let Term { label, .. } = &draft.term;
    let names = draft.forms.iter().chain(&draft.aliases);
    let names = names.map(|name| &name.value).chain([label]);
    let mut known: HashSet<String> = names.map(|name| folded(name)).collect();
    for keyword in &draft.keywords {
        if !known.insert(folded(&keyword.value)) {
            let fault = Fault::NeedlessKeyword(keyword.value.clone());
            sink.report_at(keyword.span.clone(), fault);
        }
    }
}

fn folded(form: &str) -> String {
    FoldedText::of(form, Folding::Case).text
}

/// Reports terms that never occur, and of the others the forms that do not.
pub fn check_occurrence(drafts: &[TermDraft], library: &Library, sink: Sink<'_>) {
    let Some(counts) = count_forms(drafts, library) else {
        return;
    };
    for draft in drafts.iter().filter(|draft| !draft.forms.is_empty()) {
        let counts = &counts[draft.term.id];
        if counts.iter().all(|&count| count == 0) {
            let fault = Fault::TermNeverOccurs(draft.term.slug.to_string());
            sink.report_at(draft.slug.span.clone(), fault);
            continue;
        }
        let forms = draft.forms.iter().zip(counts);
        for (form, _) in forms.filter(|(_, count)| **count == 0) {
            let letters = folded(&form.value);
            let name = form.value.clone();
            let fault = if texts(library).any(|text| folded(text).contains(&letters)) {
                Fault::FormNeverCounted(name)
            } else {
                Fault::FormNeverOccurs(name)
            };
            sink.report_at(form.span.clone(), fault);
        }
    }
}

/// How often each form of each term is counted in the texts.
fn count_forms(drafts: &[TermDraft], library: &Library) -> Option<IdMap<TermId, Vec<usize>>> {
    let terms: Vec<Term> = drafts.iter().map(|draft| draft.term.clone()).collect();
    let matcher = TermMatcher::new(&terms).ok()?;
    let mut counts: IdMap<TermId, Vec<usize>> =
        terms.iter().map(|term| vec![0; term.forms.len()]).collect();
    for mention in texts(library).flat_map(|text| matcher.find(text)) {
        for form in std::iter::once(mention.form).chain(mention.in_brackets) {
            counts[mention.term][form] += 1;
        }
    }
    Some(counts)
}

/// Everything in which terms are counted: the parts of all sections, and the keywords.
fn texts(library: &Library) -> impl Iterator<Item = &str> {
    let sections = library.sections().iter();
    let proses = sections.flat_map(|section| library.proses(section));
    let documents = library.documents().iter();
    let keywords = documents.flat_map(|document| &document.metadata.keywords);
    proses
        .map(|prose| prose.text.as_str())
        .chain(keywords.map(String::as_str))
}
