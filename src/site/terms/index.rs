//! The index of terms, by letter and by kind, and the words that only one text uses.

use std::collections::{BTreeSet, HashMap};

use askama::Template;

use super::columns::CountColumn;
use super::exclusive::ExclusiveWords;
use super::here::untold_expansion;
use super::strip::float;
use crate::library::{
    Collation, Document, Language, Library, Term, TermId, TermKind, is_han, pluralize,
};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

/// How wide the longest bar is, in pixels.
const WIDEST: f64 = 64.0;

/// The index.
#[derive(Template)]
#[template(path = "terms/index.html")]
pub struct TermsPage<'a> {
    shell: Shell<'a>,
    lead: String,
    columns: Vec<CountColumn<'a>>,
    /// Whether the one column counts all texts together.
    is_total: bool,
    letters: Vec<Letter<'a>>,
    /// The order of the letters.
    order: &'static str,
    /// What the lengths of the texts are counted in.
    unit: &'static str,
    kinds: Vec<KindGroup<'a>>,
    exclusive: Option<ExclusiveWords<'a>>,
    wording_note: Option<&'a str>,
    actors: Option<Href<'a>>,
}

struct Letter<'a> {
    id: String,
    name: String,
    /// Of the name, where it is no Latin letter.
    language: Option<&'a Language>,
    entries: Vec<IndexEntry<'a>>,
}

struct IndexEntry<'a> {
    link: Link<'a>,
    expansion: Option<&'a str>,
    /// The Chinese term.
    zh: Option<&'a str>,
    /// One for each column.
    uses: Vec<Use>,
}

struct Use {
    colour: Option<&'static str>,
    count: usize,
    width: String,
}

struct KindGroup<'a> {
    id: &'static str,
    name: &'static str,
    entries: Vec<Link<'a>>,
}

impl<'a> TermsPage<'a> {
    /// All terms of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let lead = format!(
            "{}, with every passage in which they occur.",
            pluralize(library.terms().len(), "term")
        );
        let head = Head::new(Route::Terms, "Terms", lead.clone());
        let terms = sorted_terms(library);
        let columns = CountColumn::all(library);
        let letters = letters(ctx, &columns, &terms);
        let acting = !library.actors.actors.values().is_empty();
        Self {
            shell: Shell::new(ctx, head),
            lead,
            is_total: columns.iter().any(|column| column.document.is_none()),
            order: order(&letters),
            unit: unit(library, &columns),
            letters,
            columns,
            kinds: kinds(ctx, &terms),
            exclusive: ExclusiveWords::new(ctx),
            wording_note: library.settings.wording_note.as_deref(),
            actors: acting.then(|| ctx.href(Route::Actors(Format::Html))),
        }
    }
}

/// What the order of an index is called: there are letters that are none of those from A to Z.
fn order(letters: &[Letter<'_>]) -> &'static str {
    let is_latin = |sign: char| !sign.is_alphabetic() || sign.is_ascii();
    let has_han = letters.iter().any(|letter| letter.name.contains(is_han));
    if letters
        .iter()
        .all(|letter| letter.name.chars().all(is_latin))
    {
        "From A to Z"
    } else if has_han {
        "In dictionary order"
    } else {
        "In alphabetical order"
    }
}

/// What the texts of the columns are counted in.
fn unit(library: &Library, columns: &[CountColumn<'_>]) -> &'static str {
    let shown: Vec<&Document> = columns
        .iter()
        .filter_map(|column| column.document)
        .collect();
    let all = library.documents().iter();
    let documents: Vec<&Document> = if shown.is_empty() {
        all.collect()
    } else {
        shown
    };
    let units = documents
        .iter()
        .map(|document| document.metadata.language.counted_in());
    let units: BTreeSet<&str> = units.collect();
    match units.into_iter().collect::<Vec<&str>>().as_slice() {
        ["characters"] => "characters",
        ["characters", "words"] => "words or, where these are not parted, characters",
        _ => "words",
    }
}

/// All terms in the order of the index.
pub fn sorted_terms(library: &Library) -> Vec<&Term> {
    let collation = library.collation();
    let mut terms: Vec<&Term> = library.terms().iter().collect();
    terms.sort_by(|a, b| {
        let by_label = collation.compare(sorted_as(a), sorted_as(b));
        by_label.then_with(|| a.slug.cmp(&b.slug))
    });
    terms
}

/// A label as it is sorted: from its first letter or digit.
fn sorted_as(term: &Term) -> &str {
    term.label
        .trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn letters<'a>(
    ctx: RenderContext<'a>,
    columns: &[CountColumn<'a>],
    terms: &[&'a Term],
) -> Vec<Letter<'a>> {
    let rates = terms
        .iter()
        .flat_map(|term| columns.iter().map(|column| uses(ctx, column, term).1));
    let most = rates.fold(f64::MIN_POSITIVE, f64::max);
    let collation = ctx.library.collation();
    let heads: HashMap<TermId, Heading> = terms
        .iter()
        .map(|term| (term.id, Heading::of(sorted_as(term), &collation)))
        .collect();
    let head = |term: &Term| heads.get(&term.id).copied().unwrap_or(Heading::Number);
    terms
        .chunk_by(|a, b| head(a) == head(b))
        .map(|chunk| {
            let (id, name) = head(chunk[0]).id_and_name();
            let entries = chunk.iter().map(|term| entry(ctx, columns, term, most));
            Letter {
                id,
                language: ctx.library.language_of(&name),
                name,
                entries: entries.collect(),
            }
        })
        .collect()
}

/// Under what a term stands in the index.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Number,
    /// A Latin letter, or one of another alphabet.
    Letter(char),
    /// Signs of which each would be a letter alone.
    Han,
}

impl Heading {
    fn of(label: &str, collation: &Collation) -> Self {
        let Some(first) = label.chars().next().filter(|sign| sign.is_alphabetic()) else {
            return Self::Number;
        };
        if is_han(first) {
            return Self::Han;
        }
        let latin = ('a'..='z').find(|letter| collation.is_one_letter(*letter, first));
        let lower = first.to_lowercase().next().unwrap_or(first);
        Self::Letter(latin.unwrap_or(lower))
    }

    /// The id of its element, and its name.
    fn id_and_name(self) -> (String, String) {
        match self {
            Self::Number => ("letter-0".to_owned(), "0–9".to_owned()),
            Self::Letter(letter) => (format!("letter-{letter}"), letter.to_uppercase().collect()),
            Self::Han => ("letter-han".to_owned(), "漢字".to_owned()),
        }
    }
}

/// `most` is the highest rate of any term in any column.
fn entry<'a>(
    ctx: RenderContext<'a>,
    columns: &[CountColumn<'a>],
    term: &'a Term,
    most: f64,
) -> IndexEntry<'a> {
    let uses = columns.iter().map(|column| {
        let (count, rate) = uses(ctx, column, term);
        Use {
            colour: column.colour(),
            count,
            // By the square root, so that a rare term can still be seen beside a frequent one.
            width: format!("{:.1}", (rate / most).sqrt() * WIDEST),
        }
    });
    IndexEntry {
        link: ctx.term_link(term),
        expansion: untold_expansion(term),
        zh: term.zh.as_deref(),
        uses: uses.collect(),
    }
}

/// How often the texts of a column use a term, and how often in a thousand words.
fn uses(ctx: RenderContext<'_>, column: &CountColumn<'_>, term: &Term) -> (usize, f64) {
    let found = ctx.study.occurrences.term(term.id);
    if let Some(document) = column.document {
        let own = found.in_document(document.id);
        return own.map_or((0, 0.0), |own| (own.count, own.per_thousand));
    }
    let (count, words) = (found.total(), ctx.study.corpus.len());
    (count, float(count) * 1000.0 / float(words.max(1)))
}

fn kinds<'a>(ctx: RenderContext<'a>, terms: &[&'a Term]) -> Vec<KindGroup<'a>> {
    let entries = |kind: TermKind| {
        let terms = terms.iter().filter(move |term| term.kind == kind);
        terms.map(|term| ctx.term_link(term))
    };
    TermKind::ALL
        .into_iter()
        .map(|kind| KindGroup {
            id: kind.name(),
            name: kind.plural(),
            entries: entries(kind).collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .collect()
}
