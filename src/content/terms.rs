//! Loads `terms.toml`, and proves that every term and form occurs.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::fields::{Fields, Located, parse};
use super::problem::Problem;
use super::sink::Sink;
use crate::library::Library;
use crate::library::forms::Forms;
use crate::library::near::nearest;
use crate::library::reference::Slug;
use crate::library::term::{Case, Expansion, ExpansionBy, Term, TermKind};

/// A term, with the places in the file of what can only be checked when all terms are known.
struct Draft {
    term: Term,
    slug: Located<String>,
    forms: Vec<Located<String>>,
    aliases: Vec<Located<String>>,
    see_also: Vec<Located<String>>,
}

/// Reads the terms; without a library their occurrence is not checked.
pub fn load(text: &str, library: Option<&Library>, sink: &Sink) -> Option<Vec<Term>> {
    let table = parse(text, 0, sink)?;
    let first_line = 0..text.lines().next().map_or(0, str::len);
    let mut fields = Fields::new(table.get_ref(), first_line, 0, sink);
    let tables = fields.tables("terms");
    let count = tables.len();
    let drafts: Vec<Draft> = tables
        .into_iter()
        .filter_map(|table| draft(table, sink))
        .collect();
    fields.finish();
    check_slugs(&drafts, sink);
    check_forms(&drafts, sink);
    // A term that could not be read may be the one that is meant.
    if drafts.len() == count {
        check_see_also(&drafts, sink);
    }
    if let Some(library) = library {
        check_occurrence(&drafts, library, sink);
    }
    Some(drafts.into_iter().map(|draft| draft.term).collect())
}

fn draft(mut table: Fields<'_>, sink: &Sink) -> Option<Draft> {
    let name = table.text("slug");
    let slug = name.as_ref().and_then(|name| Slug::parse(&name.value));
    if let (Some(name), None) = (&name, &slug) {
        let id = name.value.clone();
        sink.at(name.span.clone(), Problem::MalformedId(id));
    }
    let label = table.words("label");
    let kind = table.choice(
        "kind",
        "a kind of term: `institution`, `instrument`, `event`, `abbreviation`, `person`, `place`, \
         `offence`, `concept` or `technology`",
        &TermKind::ALL,
        TermKind::name,
    );
    let expansion = expansion(&mut table);
    let definition = table.words("definition");
    let forms = table.texts("forms");
    if forms.is_empty() {
        sink.at(table.place_of("forms"), Problem::MissingKey("forms"));
    }
    let aliases = table.texts("aliases");
    let case = table.choice(
        "case",
        "`sensitive` or `insensitive`",
        &Case::ALL,
        Case::name,
    );
    let zh = table.optional_words("zh");
    let see_also = table.texts("see_also");
    table.finish();
    let term = Term {
        slug: slug?,
        label,
        kind: kind?,
        expansion,
        definition,
        forms: values(&forms),
        aliases: values(&aliases),
        case: case?,
        zh,
        see_also: see_also
            .iter()
            .filter_map(|slug| Slug::parse(&slug.value))
            .collect(),
    };
    Some(Draft {
        term,
        slug: name?,
        forms,
        aliases,
        see_also,
    })
}

fn values(texts: &[Located<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// The expansion and whose it is: both keys or neither.
fn expansion(table: &mut Fields<'_>) -> Option<Expansion> {
    let text = table.optional_words("expansion");
    let by = |table: &mut Fields<'_>| {
        table.choice(
            "expansion_by",
            "`text` (printed in one of the texts) or `editors`",
            &ExpansionBy::ALL,
            ExpansionBy::name,
        )
    };
    if let Some(text) = text {
        return by(table).map(|by| Expansion { text, by });
    }
    if table.optional_text("expansion_by").is_some() {
        table.words("expansion");
    }
    None
}

fn check_slugs(drafts: &[Draft], sink: &Sink) {
    for (at, draft) in drafts.iter().enumerate() {
        let taken = drafts[..at]
            .iter()
            .any(|one| one.term.slug == draft.term.slug);
        if taken {
            let fault = Fault::DuplicateSlug(draft.slug.value.clone());
            sink.at(draft.slug.span.clone(), fault.into());
        }
    }
}

fn check_forms(drafts: &[Draft], sink: &Sink) {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        for form in &draft.forms {
            if let Some(&first) = owners.get(&folded(&form.value)) {
                let name = form.value.clone();
                let fault = if first == at {
                    Fault::FormTwice(name)
                } else {
                    let first = drafts[first].term.slug.to_string();
                    Fault::FormTaken { form: name, first }
                };
                sink.at(form.span.clone(), fault.into());
            } else {
                owners.insert(folded(&form.value), at);
            }
        }
    }
    for (at, draft) in drafts.iter().enumerate() {
        for alias in &draft.aliases {
            let owner = owners.get(&folded(&alias.value));
            if let Some(&owner) = owner.filter(|&&owner| owner != at) {
                let fault = Fault::AliasIsForm {
                    alias: alias.value.clone(),
                    term: drafts[owner].term.slug.to_string(),
                };
                sink.at(alias.span.clone(), fault.into());
            }
        }
    }
}

fn folded(form: &str) -> String {
    form.replace('’', "'").to_lowercase()
}

fn check_see_also(drafts: &[Draft], sink: &Sink) {
    for draft in drafts {
        for wanted in &draft.see_also {
            let mut known = drafts.iter().map(|one| one.term.slug.as_str());
            let fault = if wanted.value == draft.slug.value {
                Fault::SeesItself(wanted.value.clone())
            } else if known.clone().any(|slug| slug == wanted.value) {
                continue;
            } else {
                Fault::UnknownTerm {
                    slug: wanted.value.clone(),
                    near: nearest(&wanted.value, &mut known).map(str::to_owned),
                }
            };
            sink.at(wanted.span.clone(), fault.into());
        }
    }
}

fn check_occurrence(drafts: &[Draft], library: &Library, sink: &Sink) {
    let terms: Vec<Term> = drafts.iter().map(|draft| draft.term.clone()).collect();
    let Ok(forms) = Forms::new(&terms) else {
        return;
    };
    let texts = library.texts();
    let mut counts: Vec<Vec<usize>> = terms.iter().map(|t| vec![0; t.forms.len()]).collect();
    for mention in texts.iter().flat_map(|text| forms.find(text)) {
        counts[mention.term][mention.form] += 1;
    }
    let formed = drafts.iter().zip(counts);
    for (draft, counts) in formed.filter(|(draft, _)| !draft.forms.is_empty()) {
        if counts.iter().all(|&count| count == 0) {
            let fault = Fault::TermNeverOccurs(draft.term.slug.to_string());
            sink.at(draft.slug.span.clone(), fault.into());
            continue;
        }
        for (form, _) in draft
            .forms
            .iter()
            .zip(counts)
            .filter(|(_, count)| *count == 0)
        {
            let letters = folded(&form.value);
            let name = form.value.clone();
            let fault = if texts.iter().any(|text| folded(text).contains(&letters)) {
                Fault::FormNeverCounted(name)
            } else {
                Fault::FormNeverOccurs(name)
            };
            sink.at(form.span.clone(), fault.into());
        }
    }
}
