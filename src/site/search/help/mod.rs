//! How to search, by examples from the texts themselves.

mod samples;

use askama::Template;

use self::samples::{Sample, samples};
use crate::library::{Language, Library, Place, Section};
use crate::search::{Named, Search};
use crate::site::html::Html;
use crate::site::language::Lang;

/// How many samples are tried for the example of words without another.
const TRIED: usize = 12;

/// How many sections are looked at for the name of one by its kind.
const NAMED: usize = 200;

/// The last paragraph of the range that is shown.
const LAST_OF_RANGE: usize = 3;

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
    finds: &'static str,
}

/// A query as it is typed.
#[derive(Debug)]
struct Example {
    query: String,
    lang: Html<Lang>,
}

/// What examples are taken from.
#[derive(Clone, Copy)]
struct Texts<'a> {
    library: &'a Library,
    search: &'a Search,
}

impl SearchHelp {
    /// What can be asked here.
    pub fn new(library: &Library, search: &Search, searched_by: SearchedBy) -> Self {
        let texts = Texts { library, search };
        let mut rows = Vec::new();
        let section = model(library.sections());
        if let Some(section) = section {
            rows.push(texts.place(section));
            if searched_by == SearchedBy::Server {
                rows.extend(texts.range(section));
                rows.extend(texts.pair(section));
            }
        }
        rows.extend(match searched_by {
            SearchedBy::Server => texts.words(),
            SearchedBy::Browser => texts.words_in_copy(),
        });
        rows.extend(texts.chinese_name());
        rows.extend(section.and_then(|section| texts.filters(section)));
        Self { rows }
    }
}

impl Row {
    fn new(examples: impl IntoIterator<Item = Example>, finds: &'static str) -> Self {
        Self {
            examples: examples.into_iter().collect(),
            finds,
        }
    }

    /// With words of a text.
    fn of_text(sample: &Sample<'_>, query: impl Into<String>, finds: &'static str) -> Self {
        let example = Example {
            query: query.into(),
            lang: Html(Lang::of(sample.language)),
        };
        Self::new([example], finds)
    }
}

impl Example {
    /// Of a reference, or of what else is in no language.
    fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            lang: Html(Lang::of(None)),
        }
    }
}

/// The section that best shows what references look like: it prints a number, stands below another, and
/// has paragraphs in a row.
fn model(sections: &[Section]) -> Option<&Section> {
    let worth = |section: &Section| {
        let is_numbered = section.number.is_some();
        let is_below = section.parent.is_some();
        (
            is_numbered,
            is_below,
            section.paragraphs.len().min(LAST_OF_RANGE),
        )
    };
    // The first of the best.
    sections.iter().rev().max_by_key(|section| worth(section))
}

/// Whether the number of a section is one: `3`, `IV` or `B`, and not `preface`.
fn is_figure(section: &Section) -> bool {
    let mut signs = section.reference.section.last_part().bytes();
    signs.all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase())
}

impl<'a> Texts<'a> {
    /// The shortest name of a section that is that of no other: its number, or its whole reference.
    fn name(self, section: &Section) -> String {
        let number = section.reference.section.to_string();
        if self.leads_to(&number, section) {
            number
        } else {
            section.reference.to_string()
        }
    }

    /// Whether a query leads to this section and to no other place.
    fn leads_to(self, query: &str, section: &Section) -> bool {
        self.search.named(self.library, query) == Named::Places(vec![Place::Section(section.id)])
    }

    fn place(self, section: &Section) -> Row {
        let library = self.library;
        let others = library.sections().iter().take(NAMED);
        let mut with_kind = others
            .filter(|other| other.kind != section.kind && is_figure(other))
            .map(|other| {
                let number = other.reference.section.last_part();
                let name = format!("{} {number}", library[other.kind].noun(1));
                (name, other)
            })
            .filter(|(name, other)| self.leads_to(name, other))
            .map(|(name, _)| name);
        let last = library.citables(section.id).last();
        let exact = last.map(|citable| library.reference(citable.into()).to_string());
        let names = [Some(self.name(section)), with_kind.next(), exact];
        let examples = names.into_iter().flatten().map(Example::new);
        Row::new(examples, "one place, by its reference")
    }

    /// Of this section, or else of the first that has several paragraphs.
    fn range(self, section: &Section) -> Option<Row> {
        let sections = [section].into_iter().chain(self.library.sections());
        let section = sections.into_iter().find(|one| one.paragraphs.len() > 1)?;
        let last = section.paragraphs.len().min(LAST_OF_RANGE);
        let range = format!("{}.p1–p{last}", self.name(section));
        Some(Row::new([Example::new(range)], "paragraphs in a row"))
    }

    /// With the model of another document, or else with another section of the same one.
    fn pair(self, section: &Section) -> Option<Row> {
        let library = self.library;
        let documents = library.documents().iter();
        let mut others = documents.filter(|document| document.id != section.document);
        let other = others
            .find_map(|document| model(&library[document.sections]))
            .or_else(|| library.next_outside(section))
            .or_else(|| library.previous(section))?;
        let pair = format!("{} {}", section.reference, other.reference);
        Some(Row::new([Example::new(pair)], "two sections to compare"))
    }

    /// Words that are not the name of a place, which they would lead to.
    fn samples(self) -> impl Iterator<Item = Sample<'a>> {
        let is_no_name = move |sample: &Sample<'_>| {
            self.search.named(self.library, sample.whole) == Named::Nothing
        };
        samples(self.library).filter(is_no_name)
    }

    /// Every way to ask for words. That without another is tried first, so that it finds something.
    fn words(self) -> Vec<Row> {
        let mut samples = self.samples();
        let Some(sample) = samples.next() else {
            return Vec::new();
        };
        let others = samples.filter(|other| other.differs_from(&sample));
        let others: Vec<Sample<'_>> = others.take(TRIED).collect();
        let without = |other: &Sample<'_>| format!("{} -{}", other.first, sample.last);
        let finds = |query: &str| self.search.answer(self.library, query, &(0..1)).total > 0;
        let apart = others.iter().find(|other| finds(&without(other)));
        let other = apart.or(others.first());

        let together = "words in any form; best where they stand together";
        let mut rows = vec![
            Row::of_text(&sample, sample.whole, together),
            phrase(other.unwrap_or(&sample)),
        ];
        rows.extend(
            apart.map(|apart| {
                Row::of_text(apart, without(apart), "the first word without the second")
            }),
        );
        rows.extend(other.map(|other| {
            let either = format!("{} OR {}", sample.last, other.first);
            Row::of_text(other, either, "either word")
        }));
        let mut all = [&sample].into_iter().chain(&others);
        rows.extend(all.find_map(|sample| {
            let beginning = format!("{}*", sample.beginning()?);
            Some(Row::of_text(
                sample,
                beginning,
                "words that begin like this",
            ))
        }));
        rows
    }

    /// What a browser can look for by itself.
    fn words_in_copy(self) -> Vec<Row> {
        let mut samples = self.samples();
        let Some(sample) = samples.next() else {
            return Vec::new();
        };
        let other = samples.find(|other| other.differs_from(&sample));
        let all = "sections that have all these words";
        vec![
            Row::of_text(&sample, sample.whole, all),
            phrase(other.as_ref().unwrap_or(&sample)),
        ]
    }

    fn chinese_name(self) -> Option<Row> {
        let mut names = self
            .library
            .terms()
            .iter()
            .filter_map(|term| term.zh.clone());
        let example = Example {
            query: names.next()?,
            lang: Html(Lang::of(Language::parse("zh-Hans").as_ref())),
        };
        Some(Row::new([example], "a term by its Chinese name"))
    }

    /// Filters, where there is more than one document or kind to choose from.
    fn filters(self, section: &Section) -> Option<Row> {
        let library = self.library;
        let document = &library[section.document].slug;
        let kind = &library[section.kind].class;
        let kinds = library.kinds().iter();
        let used = kinds.filter(|kind| library.documents_with(kind.id).next().is_some());
        let document = (library.documents().len() > 1).then(|| format!("doc:{document}"));
        let kind = (used.count() > 1).then(|| format!("kind:{kind}"));
        let finds = match (&document, &kind) {
            (Some(_), Some(_)) => "only in this text, only in sections of this kind",
            (Some(_), None) => "only in this text",
            (None, Some(_)) => "only in sections of this kind",
            (None, None) => return None,
        };
        let filters = document.into_iter().chain(kind);
        Some(Row::new(filters.map(Example::new), finds))
    }
}

fn phrase(sample: &Sample<'_>) -> Row {
    Row::of_text(sample, format!("\"{}\"", sample.whole), "this exact phrase")
}
