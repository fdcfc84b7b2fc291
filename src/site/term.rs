//! The page of a term: what it means, and everywhere it stands.

use std::ops::Range;

use askama::Template;
use serde::Serialize;

use super::context::{Context, pieces};
use super::edition::Edition;
use super::link::Link;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use super::strip::{Strip, times};
use crate::library::address;
use crate::library::document::Document;
use crate::library::forms::Forms;
use crate::library::part::Part;
use crate::library::reference::Slug;
use crate::library::term::{ExpansionBy, Term};
use crate::study::corpus::SectionAt;
use crate::study::occurrences::TermOccurrences;
use crate::study::sentences::around;
use crate::study::shared::Occurrence;

/// One term.
#[derive(Template)]
#[template(path = "term.html")]
pub struct TermPage {
    shell: Shell,
    label: String,
    kind: Link,
    zh: Option<String>,
    definition: String,
    expansion: Option<Expanded>,
    forms: Vec<String>,
    aliases: Vec<String>,
    see_also: Vec<Link>,
    columns: Vec<Column>,
}

struct Expanded {
    text: String,
    by: &'static str,
}

struct Column {
    id: String,
    name: String,
    colour: &'static str,
    language: String,
    count: String,
    per_thousand: String,
    strip: Option<Strip>,
    keywords: Vec<Context>,
    sentences: Vec<Context>,
}

impl TermPage {
    /// The term at this place of the library.
    pub fn new(edition: Edition<'_>, at: usize, found: &TermOccurrences) -> Self {
        let library = edition.library;
        let term = &library.terms[at];
        let path = address::term(term);
        let head = Head {
            path: Some(&path),
            title: Some(term.label.clone()),
            description: term.definition.clone(),
            document: None,
            data: false,
        };
        let shown = |text: &String| typographic(text, None);
        let expansion = term.expansion.as_ref();
        let in_full = |alias: &String| expansion.is_some_and(|one| one.text == *alias);
        let see_also = term.see_also.iter().filter_map(|slug| {
            let other = library.terms.iter().find(|other| other.slug == *slug)?;
            Some(Link {
                href: address::term(other),
                label: typographic(&other.label, None),
            })
        });
        Self {
            shell: Shell::new(edition, head).with_json(&path),
            label: typographic(&term.label, None),
            kind: Link {
                href: format!("{}#kind-{}", address::TERMS, term.kind.name()),
                label: term.kind.plural().to_owned(),
            },
            zh: term.zh.clone(),
            definition: typographic(&term.definition, None),
            expansion: term.expansion.as_ref().map(|expansion| Expanded {
                text: typographic(&expansion.text, None),
                by: match expansion.by {
                    ExpansionBy::Text => "printed in the text",
                    ExpansionBy::Editors => "supplied by the editors",
                },
            }),
            forms: term.forms.iter().map(shown).collect(),
            aliases: term
                .aliases
                .iter()
                .filter(|alias| !in_full(alias))
                .map(shown)
                .collect(),
            see_also: see_also.collect(),
            columns: (0..library.documents.len())
                .map(|document| Column::new(edition, term, found, document))
                .collect(),
        }
    }
}

impl Column {
    fn new(edition: Edition<'_>, term: &Term, found: &TermOccurrences, at: usize) -> Self {
        let document = &edition.library.documents[at];
        let metadata = &document.metadata;
        let in_text: Vec<&Occurrence> = found
            .in_text
            .iter()
            .filter(|one| one.section.document == at)
            .collect();
        let count = found.per_document[at];
        Self {
            id: format!("in-{}", document.id),
            name: metadata.short_title.clone(),
            colour: metadata.colour.name(),
            language: metadata.language.clone(),
            count: if count == 0 {
                "not once".to_owned()
            } else {
                times(count)
            },
            per_thousand: format!("{:.2}", found.per_thousand[at]),
            strip: strip(document, &term.label, &in_text),
            keywords: keywords(document, at, term, found),
            sentences: sentences(document, &in_text),
        }
    }
}

fn strip(document: &Document, label: &str, in_text: &[&Occurrence]) -> Option<Strip> {
    let counts: Vec<(usize, usize, String)> = in_text
        .chunk_by(|a, b| a.section == b.section)
        .map(|chunk| {
            let first = chunk[0];
            let section = &document.sections[first.section.section];
            let reference = section.reference_of(first.spot.part);
            (first.section.section, chunk.len(), reference.fragment())
        })
        .collect();
    let name = format!(
        "Where “{}” stands in the {}, by section",
        typographic(label, None),
        document.metadata.short_title.to_lowercase()
    );
    (!counts.is_empty()).then(|| Strip::new(name, document, &counts))
}

/// The keywords of the document that hold the term.
fn keywords(document: &Document, at: usize, term: &Term, found: &TermOccurrences) -> Vec<Context> {
    let mut places: Vec<usize> = found
        .in_keywords
        .iter()
        .filter(|(document, _)| *document == at)
        .map(|(_, keyword)| *keyword)
        .collect();
    places.dedup();
    let forms = Forms::new(std::slice::from_ref(term)).ok();
    places
        .into_iter()
        .map(|place| {
            let keyword = &document.metadata.keywords[place];
            let mentions = forms.iter().flat_map(|forms| forms.find(keyword));
            let marks: Vec<_> = mentions.map(|one| (one.range, "mark")).collect();
            Context {
                href: format!("{}#site-facts", address::document(document)),
                name: "keyword".to_owned(),
                pieces: pieces(keyword, &(0..keyword.len()), &marks),
            }
        })
        .collect()
}

/// Every sentence that holds an occurrence, once, with all of them marked.
fn sentences(document: &Document, in_text: &[&Occurrence]) -> Vec<Context> {
    struct Group {
        at: SectionAt,
        part: Part,
        sentence: Range<usize>,
        marks: Vec<(Range<usize>, &'static str)>,
    }
    let mut groups: Vec<Group> = Vec::new();
    for one in in_text {
        let mark = (one.spot.range.clone(), "mark");
        let sentence = sentence_of(document, one);
        match groups.last_mut() {
            Some(last)
                if last.at == one.section
                    && last.part == one.spot.part
                    && sentence.start < last.sentence.end =>
            {
                last.sentence.end = last.sentence.end.max(sentence.end);
                last.marks.push(mark);
            }
            _ => groups.push(Group {
                at: one.section,
                part: one.spot.part,
                sentence,
                marks: vec![mark],
            }),
        }
    }
    groups
        .into_iter()
        .map(|group| {
            let section = &document.sections[group.at.section];
            Context::new(section, group.part, &group.sentence, &group.marks)
        })
        .collect()
}

fn sentence_of(document: &Document, one: &Occurrence) -> Range<usize> {
    let section = &document.sections[one.section.section];
    let spot = &one.spot;
    match section.part(spot.part) {
        Some(prose) => around(spot.part, prose, &spot.range),
        None => spot.range.clone(),
    }
}

/// The data of a term.
#[derive(Serialize)]
pub struct TermData<'a> {
    slug: &'a str,
    label: &'a str,
    kind: &'a str,
    expansion: Option<ExpansionData<'a>>,
    definition: &'a str,
    forms: &'a [String],
    aliases: &'a [String],
    zh: Option<&'a str>,
    see_also: Vec<&'a str>,
    counts: Vec<CountData<'a>>,
    keywords: Vec<KeywordData<'a>>,
    occurrences: Vec<OccurrenceData<'a>>,
}

#[derive(Serialize)]
struct ExpansionData<'a> {
    text: &'a str,
    by: &'a str,
}

#[derive(Serialize)]
struct CountData<'a> {
    document: &'a str,
    count: usize,
    per_thousand: f64,
}

#[derive(Serialize)]
struct KeywordData<'a> {
    document: &'a str,
    keyword: &'a str,
}

/// `start` and `end` are characters of the sentence.
#[derive(Serialize)]
struct OccurrenceData<'a> {
    r#ref: String,
    sentence: &'a str,
    start: usize,
    end: usize,
}

impl<'a> TermData<'a> {
    /// The term at this place of the library.
    pub fn new(edition: Edition<'a>, at: usize, found: &TermOccurrences) -> Self {
        let library = edition.library;
        let term = &library.terms[at];
        let counts = library.documents.iter().enumerate();
        Self {
            slug: term.slug.as_str(),
            label: &term.label,
            kind: term.kind.name(),
            expansion: term.expansion.as_ref().map(|expansion| ExpansionData {
                text: &expansion.text,
                by: expansion.by.name(),
            }),
            definition: &term.definition,
            forms: &term.forms,
            aliases: &term.aliases,
            zh: term.zh.as_deref(),
            see_also: term.see_also.iter().map(Slug::as_str).collect(),
            counts: counts
                .map(|(at, document)| CountData {
                    document: document.id.as_str(),
                    count: found.per_document[at],
                    per_thousand: (found.per_thousand[at] * 1000.0).round() / 1000.0,
                })
                .collect(),
            keywords: found
                .in_keywords
                .iter()
                .map(|(document, keyword)| {
                    let document = &library.documents[*document];
                    KeywordData {
                        document: document.id.as_str(),
                        keyword: &document.metadata.keywords[*keyword],
                    }
                })
                .collect(),
            occurrences: found
                .in_text
                .iter()
                .filter_map(|one| occurrence(edition, one))
                .collect(),
        }
    }
}

fn occurrence<'a>(edition: Edition<'a>, one: &Occurrence) -> Option<OccurrenceData<'a>> {
    let document = &edition.library.documents[one.section.document];
    let section = &document.sections[one.section.section];
    let sentence = sentence_of(document, one);
    let text = &section.part(one.spot.part)?.text;
    let characters = |to: usize| text[sentence.start..to].chars().count();
    Some(OccurrenceData {
        r#ref: section.reference_of(one.spot.part).to_string(),
        sentence: &text[sentence.clone()],
        start: characters(one.spot.range.start),
        end: characters(one.spot.range.end),
    })
}
