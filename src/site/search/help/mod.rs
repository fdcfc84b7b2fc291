//! How to search, by examples from the texts themselves.

mod samples;

use askama::Template;

use self::samples::{Sample, samples};
use crate::library::{Language, Library, Section};
use crate::search::Search;
use crate::site::html::Html;
use crate::site::language::Lang;

/// How many examples are tried.
const TRIED: usize = 12;

/// Who answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchedBy {
    /// The server.
    Server,
    /// The browser, in a copy of the site.
    Browser,
}

/// Each way to ask, with what it finds.
#[derive(Debug, Template)]
#[template(path = "search/help.html")]
pub struct SearchHelp {
    rows: Vec<Row>,
}

/// One way to ask.
#[derive(Debug)]
struct Row {
    examples: Vec<Example>,
    finds: String,
}

/// A query as it is typed.
#[derive(Debug)]
struct Example {
    query: String,
    lang: Html<Lang>,
}

impl SearchHelp {
    /// What can be asked here.
    pub fn new(library: &Library, search: &Search, searched_by: SearchedBy) -> Self {
        let is_server = searched_by == SearchedBy::Server;
        let mut rows = Vec::new();
        let section = model(library.sections());
        if let Some(section) = section {
            rows.push(Row::new(
                of_place(library, section),
                "one place, by its reference",
            ));
            if is_server {
                rows.extend(of_range(section));
                rows.extend(of_pair(library, section));
            }
        }
        rows.extend(match searched_by {
            SearchedBy::Server => of_words(library, search),
            SearchedBy::Browser => of_words_in_copy(library),
        });
        rows.extend(of_chinese_name(library));
        rows.extend(section.and_then(|section| of_filters(library, section)));
        Self { rows }
    }
}

impl Row {
    fn new(examples: Vec<Example>, finds: impl Into<String>) -> Self {
        Self {
            examples,
            finds: finds.into(),
        }
    }

    /// With words of a text.
    fn of_text(sample: &Sample<'_>, query: impl Into<String>, finds: impl Into<String>) -> Self {
        let foreign = sample.language.filter(|language| !language.is_english());
        let example = Example {
            query: query.into(),
            lang: Html(Lang::of(foreign)),
        };
        Self::new(vec![example], finds)
    }
}

impl Example {
    /// Of signs that are read alike in every language.
    fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            lang: Html(Lang::of(None)),
        }
    }
}

/// The section that shows best what references look like: it prints a number, stands below another, and
/// has paragraphs in a row.
fn model(sections: &[Section]) -> Option<&Section> {
    let worth = |section: &Section| {
        let is_numbered = section.number.is_some();
        let is_below = section.parent.is_some();
        (is_numbered, is_below, section.paragraphs.len().min(3))
    };
    // The first of the best.
    sections.iter().rev().max_by_key(|section| worth(section))
}

fn of_place(library: &Library, section: &Section) -> Vec<Example> {
    let with_kind = library.sections().iter().find_map(|other| {
        let number = other.reference.section.last_part();
        let kind = &library[other.kind];
        let is_numbered = number.bytes().all(|byte| byte.is_ascii_digit());
        (is_numbered && other.kind != section.kind).then(|| format!("{} {number}", kind.noun(1)))
    });
    let last = library.citables(section.id).last();
    let exact = last.map(|citable| library.reference(citable.into()).to_string());
    let number = section.reference.section.to_string();
    let queries = [Some(number), with_kind, exact];
    queries.into_iter().flatten().map(Example::new).collect()
}

fn of_range(section: &Section) -> Option<Row> {
    let last = section.paragraphs.len();
    let number = &section.reference.section;
    (last > 1).then(|| {
        let range = Example::new(format!("{number}.p1–p{last}"));
        Row::new(vec![range], "paragraphs in a row")
    })
}

/// With the model of the next document, or else with another section of this one.
fn of_pair(library: &Library, section: &Section) -> Option<Row> {
    let others = library.documents().iter();
    let mut next = others.filter(|document| document.id != section.document);
    let other = next
        .find_map(|document| model(&library[document.sections]))
        .or_else(|| library.next(section))
        .or_else(|| library.previous(section))?;
    let pair = format!("{} {}", section.reference, other.reference);
    Some(Row::new(
        vec![Example::new(pair)],
        "two sections to compare",
    ))
}

/// Every way to ask for words; what is found without others is looked for, so that it finds something.
fn of_words(library: &Library, search: &Search) -> Vec<Row> {
    let mut samples = samples(library);
    let Some(sample) = samples.next() else {
        return Vec::new();
    };
    let others = samples.filter(|other| other.differs_from(&sample));
    let others: Vec<Sample<'_>> = others.take(TRIED).collect();
    let without = |other: &Sample<'_>| format!("{} -{}", other.first, sample.last);
    let finds = |query: &str| search.answer(library, query, &(0..1)).total > 0;
    let apart = others.iter().find(|other| finds(&without(other)));
    let other = apart.or(others.first()).unwrap_or(&sample);

    let together = "words in any form; best where they stand together";
    let mut rows = vec![
        Row::of_text(&sample, sample.whole, together),
        of_phrase(other),
    ];
    if let Some(apart) = apart {
        let (words, finds) = (without(apart), "the first word without the second");
        rows.push(Row::of_text(apart, words, finds));
        let either = format!("{} OR {}", sample.last, apart.first);
        rows.push(Row::of_text(apart, either, "either word"));
    }
    if let Some(beginning) = sample.beginning() {
        let finds = format!("words beginning with {beginning}");
        rows.push(Row::of_text(&sample, format!("{beginning}*"), finds));
    }
    rows
}

/// What a browser can look for by itself.
fn of_words_in_copy(library: &Library) -> Vec<Row> {
    let mut samples = samples(library);
    let Some(sample) = samples.next() else {
        return Vec::new();
    };
    let other = samples.find(|other| other.differs_from(&sample));
    let all = Row::of_text(&sample, sample.whole, "sections that have all these words");
    vec![all, of_phrase(other.as_ref().unwrap_or(&sample))]
}

fn of_phrase(sample: &Sample<'_>) -> Row {
    let phrase = format!("\"{}\"", sample.whole);
    Row::of_text(sample, phrase, "this exact phrase")
}

fn of_chinese_name(library: &Library) -> Option<Row> {
    let name = library.terms().iter().find_map(|term| term.zh.clone())?;
    let example = Example {
        query: name,
        lang: Html(Lang::of(Language::parse("zh-Hans").as_ref())),
    };
    Some(Row::new(vec![example], "a term by its Chinese name"))
}

/// Where there is a choice.
fn of_filters(library: &Library, section: &Section) -> Option<Row> {
    let has_choice = |all: usize, filter: String| (all > 1).then(|| Example::new(filter));
    let document = &library[section.document].slug;
    let kind = &library[section.kind].class;
    let document = has_choice(library.documents().len(), format!("doc:{document}"));
    let kind = has_choice(library.kinds().len(), format!("kind:{kind}"));
    let finds = match (&document, &kind) {
        (Some(_), Some(_)) => "only in this text, only in sections of this kind",
        (Some(_), None) => "only in this text",
        (None, Some(_)) => "only in sections of this kind",
        (None, None) => return None,
    };
    Some(Row::new(document.into_iter().chain(kind).collect(), finds))
}
