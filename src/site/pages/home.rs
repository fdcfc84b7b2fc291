//! The home page.

use askama::Template;

use super::more::{Entry, more};
use super::steps::{Step, steps};
use crate::library::{Document, Metadata, Section};
use crate::site::concordance::{PairTable, pair_tables};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{Head, Shell, byline, year};

/// The distance of the diagram's rows.
const ROW: f64 = 44.0;

/// How many documents have a column.
const MOST_COLUMNS: usize = 6;

/// How many sections a column lists.
const MOST_SECTIONS: usize = 12;

/// How many pairs of documents have a diagram.
const MOST_MAPS: usize = 2;

/// How many searches stand for all that the box takes.
const MOST_SEARCHES: usize = 4;

/// The documents, and where to start.
#[derive(Template)]
#[template(path = "pages/home.html")]
pub struct Home<'a> {
    shell: Shell<'a>,
    lead: &'a str,
    columns: Vec<DocumentColumn<'a>>,
    /// To all documents, where some have no column.
    all_texts: Option<Link<'a>>,
    /// How closely the sections that are compared match.
    pairs: Vec<PairTable<'a>>,
    pairs_name: String,
    steps: Vec<Step<'a>>,
    more: Vec<Entry<'a>>,
    /// Queries that show what the search box takes.
    searches: &'a [String],
}

struct DocumentColumn<'a> {
    /// The document's slug.
    id: &'a str,
    metadata: &'a Metadata,
    year: Option<String>,
    byline: String,
    href: Href<'a>,
    full: Href<'a>,
    minutes: usize,
    /// The listings of its kinds.
    kinds: Vec<Link<'a>>,
    /// `Its 4 principles`, `Contents`.
    listed_name: String,
    listed: Vec<ListedSection<'a>>,
    /// All of them, where the column does not list all.
    more: Option<Link<'a>>,
}

struct ListedSection<'a> {
    href: Href<'a>,
    section: &'a Section,
}

impl<'a> Home<'a> {
    /// The home page of this library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let settings = &library.settings;
        let documents = library.documents();
        let shown = &documents[..documents.len().min(MOST_COLUMNS)];
        let compared = settings.compare_kind;
        let pairs_name = format!(
            "Their {}, and how closely they match",
            library[compared].noun(2)
        );
        let mut pairs = pair_tables(ctx, ROW, &pairs_name, |section| {
            section.kind == compared && shown.iter().any(|own| own.id == section.document)
        });
        pairs.truncate(MOST_MAPS);
        let all_texts = (shown.len() < documents.len()).then(|| {
            let label = format!("All {} texts", documents.len());
            Link::new(ctx.href(Route::Texts), label)
        });
        let head = Head {
            route: Some(Route::Home),
            title: None,
            description: settings.description.as_str().into(),
            document: None,
        };
        Self {
            shell: Shell::new(ctx, head),
            lead: &settings.description,
            columns: shown.iter().map(|document| column(ctx, document)).collect(),
            steps: steps(ctx),
            more: more(ctx, all_texts.is_some()),
            searches: &settings.searches[..settings.searches.len().min(MOST_SEARCHES)],
            all_texts,
            pairs,
            pairs_name,
        }
    }
}

fn column<'a>(ctx: RenderContext<'a>, document: &'a Document) -> DocumentColumn<'a> {
    let library = ctx.library;
    let metadata = &document.metadata;
    let about = ctx.href(Route::Document(document.id, TextFormat::Html));
    let (listed_name, sections, all) = listed(ctx, document);
    let count = sections.len();
    let kinds = document.kinds.iter();
    let kinds = kinds.map(|&kind| ctx.listing_link(document, kind));
    DocumentColumn {
        id: document.slug.as_str(),
        metadata,
        year: year(metadata),
        byline: byline(metadata),
        href: about,
        full: ctx.href(Route::FullText(document.id)),
        minutes: library.length(document.sections).minutes(),
        kinds: kinds.collect(),
        listed_name,
        listed: sections
            .into_iter()
            .take(MOST_SECTIONS)
            .map(|section| ListedSection {
                href: ctx.section(section.id),
                section,
            })
            .collect(),
        more: (count > MOST_SECTIONS).then_some(all),
    }
}

/// What a column lists, and where all of it is: the sections of the kind that is compared or, where the
/// editors compared the document with no other, the outermost ones.
fn listed<'a>(
    ctx: RenderContext<'a>,
    document: &'a Document,
) -> (String, Vec<&'a Section>, Link<'a>) {
    let library = ctx.library;
    let kind = library.settings.compare_kind;
    let is_compared = library.compared.with(document.id).next().is_some();
    let sections: Vec<&Section> = library.sections_of(document, kind).collect();
    if is_compared && !sections.is_empty() {
        let name = library.kind_count(document, kind);
        let all = ctx.href(Route::Listing(document.id, kind));
        let label = format!("All {name}");
        return (format!("Its {name}"), sections, Link::new(all, label));
    }
    let all = ctx.href(Route::Document(document.id, TextFormat::Html));
    let sections = library.roots(document).collect();
    (
        "Contents".to_owned(),
        sections,
        Link::new(all, "All contents"),
    )
}
