//! Searches and suggestions for machines.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::library::{Part, Place, Section, TermId};
use crate::search::{
    Answer, Included, Named, RelatedWording, SearchResult, Suggestion, TextSource,
};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::missing::said;
use crate::site::routes::{Route, TextFormat};
use crate::site::search::{PassagePart, named_actors};

/// What a query finds: `{"query": …, "corrected": null, "total": 12, "results": […], "terms": […],
/// "actors": […], "documents": […], "pages": […]}`: all that the page of the search shows.
#[derive(Serialize, JsonSchema)]
pub struct SearchData<'a> {
    query: &'a str,
    /// What the query was taken for, where words of it stand nowhere.
    corrected: Option<&'a str>,
    /// What the texts have instead of a reference that they do not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
    total: usize,
    results: Vec<ResultData<'a>>,
    terms: Vec<NamedData<'a>>,
    /// The actors that the query names.
    actors: Vec<NamedData<'a>>,
    /// The documents of which what is known about them has the words.
    documents: Vec<NamedData<'a>>,
    pages: Vec<NamedData<'a>>,
    /// Other names that were looked for as well.
    included: Vec<IncludedData<'a>>,
    /// Related wordings, which were not looked for.
    related: Vec<RelatedData<'a>>,
    /// Words of the query that stand nowhere.
    unknown: &'a [String],
}

/// A section that is found: `{"ref": "strategy/II.2", "passage": "strategy/II.2.p1", "title":
/// "Sovereignty", "url": "/strategy/principles/sovereignty#II.2.p1", "snippet": …, "score": 9.5}`.
#[derive(Serialize, JsonSchema)]
struct ResultData<'a> {
    #[serde(rename = "ref")]
    reference: String,
    /// The best passage: a paragraph, or the section where that is its heading.
    passage: String,
    title: &'a str,
    url: String,
    snippet: String,
    score: f32,
    /// Every passage that fits, in reading order.
    passages: Vec<PassageData>,
}

/// A passage that is found: `{"ref": "strategy/II.2.p1", "url": …, "snippet": …}`.
#[derive(Serialize, JsonSchema)]
struct PassageData {
    #[serde(rename = "ref")]
    reference: String,
    url: String,
    snippet: String,
}

/// `{"typed": "un", "names": ["United Nations"]}`
#[derive(Serialize, JsonSchema)]
struct IncludedData<'a> {
    typed: &'a str,
    names: &'a [String],
}

/// `{"wording": "militarization", "query": "militarization", "passages": 1}`
#[derive(Serialize, JsonSchema)]
struct RelatedData<'a> {
    wording: &'a str,
    /// What finds it.
    query: &'a str,
    /// How many passages have it.
    passages: usize,
}

/// A term, an actor, a document or a page: `{"title": "Sovereignty", "url": "/terms/sovereignty"}`.
#[derive(Serialize, JsonSchema)]
struct NamedData<'a> {
    title: &'a str,
    url: String,
}

/// What is offered while a query is typed: `{"query": "sov", "suggestions": […]}`.
#[derive(Serialize, JsonSchema)]
pub struct SuggestionsData<'a> {
    query: &'a str,
    suggestions: Vec<SuggestionData<'a>>,
}

/// `{"kind": "term", "label": "Sovereignty", "detail": "Term", "url": "/terms/sovereignty"}`
#[derive(Serialize, JsonSchema)]
struct SuggestionData<'a> {
    /// `reference`, `heading` or `term`.
    kind: &'static str,
    label: &'a str,
    /// Where it is, or what it is.
    detail: String,
    url: String,
}

impl<'a> SearchData<'a> {
    /// An answer.
    pub fn new(ctx: RenderContext<'a>, query: &'a str, answer: &'a Answer) -> Self {
        let terms = answer.terms.iter().map(|&id| &ctx.library[id]);
        let pages = answer.pages.iter().map(|&(id, _)| &ctx.library[id]);
        let actors = named_actors(ctx, query, &answer.terms).into_iter();
        let documents = answer.documents.iter().map(|&id| &ctx.library[id]);
        let results = answer.results.iter();
        let named = |title, href: Href<'_>| NamedData {
            title,
            url: ctx.below_base(&href),
        };
        Self {
            query,
            corrected: answer.corrected.as_deref(),
            missing: match &answer.named {
                Named::Missing(missing) => Some(said(ctx, missing)),
                _ => None,
            },
            total: answer.total,
            results: results.map(|found| ResultData::new(ctx, found)).collect(),
            terms: terms
                .map(|term| named(&term.label, ctx.term(term.id)))
                .collect(),
            actors: actors
                .map(|actor| named(actor.name, actor.link.href))
                .collect(),
            documents: documents
                .map(|document| {
                    let about = Route::Document(document.id, TextFormat::Html);
                    named(&document.metadata.title, ctx.href(about))
                })
                .collect(),
            pages: pages
                .map(|page| named(&page.title, ctx.href(Route::Page(page.id))))
                .collect(),
            included: answer.included.iter().map(IncludedData::new).collect(),
            related: answer.related.iter().map(RelatedData::new).collect(),
            unknown: &answer.unknown,
        }
    }
}

impl<'a> IncludedData<'a> {
    fn new(included: &'a Included) -> Self {
        Self {
            typed: &included.typed,
            names: &included.names,
        }
    }
}

impl<'a> RelatedData<'a> {
    fn new(related: &'a RelatedWording) -> Self {
        Self {
            wording: &related.text,
            query: &related.query,
            passages: related.count,
        }
    }
}

impl<'a> ResultData<'a> {
    fn new(ctx: RenderContext<'a>, found: &'a SearchResult) -> Self {
        let library = ctx.library;
        let section = &library[found.section];
        let best = PassagePart::new(ctx, shown_source(section, found), &found.hits);
        let passages = found.passages.iter();
        Self {
            reference: section.reference.to_string(),
            passage: library.reference(found.place(library)).to_string(),
            title: &section.title,
            url: ctx.below_base(&ctx.part(found.source.part())),
            snippet: best.plain_words(),
            score: found.score,
            passages: passages
                .map(|one| PassageData::new(ctx, one.source, &one.hits))
                .collect(),
        }
    }
}

/// What is shown of a section: where only its heading fits, how its text begins.
fn shown_source(section: &Section, found: &SearchResult) -> TextSource {
    match (found.source, section.paragraphs.first()) {
        (TextSource::Part(Part::Heading(_)), Some(first)) => {
            TextSource::Part(Part::Paragraph(first))
        }
        (source, _) => source,
    }
}

impl PassageData {
    fn new(ctx: RenderContext<'_>, source: TextSource, hits: &[Range<usize>]) -> Self {
        let passage = PassagePart::new(ctx, source, hits);
        let place = ctx.library.place_of(source.part());
        Self {
            reference: ctx.library.reference(place).to_string(),
            url: ctx.below_base(&passage.href),
            snippet: passage.plain_words(),
        }
    }
}

impl<'a> SuggestionsData<'a> {
    /// What is offered for a text.
    pub fn new(ctx: RenderContext<'a>, query: &'a str, offered: &[Suggestion]) -> Self {
        let suggestions = offered.iter();
        Self {
            query,
            suggestions: suggestions
                .map(|one| SuggestionData::new(ctx, one))
                .collect(),
        }
    }
}

impl<'a> SuggestionData<'a> {
    fn new(ctx: RenderContext<'a>, suggestion: &Suggestion) -> Self {
        match suggestion {
            Suggestion::Place(place) => Self::of_place(ctx, "reference", *place),
            Suggestion::Heading(section) => Self::of_place(ctx, "heading", (*section).into()),
            Suggestion::Term(term, name) => Self::of_term(ctx, *term, name),
        }
    }

    fn of_place(ctx: RenderContext<'a>, kind: &'static str, place: Place) -> Self {
        let section = &ctx.library[ctx.library.section_of(place)];
        Self {
            kind,
            label: section.heading_text(),
            detail: ctx.library.reference(place).to_string(),
            url: ctx.below_base(&ctx.place(place)),
        }
    }

    fn of_term(ctx: RenderContext<'a>, term: TermId, name: &str) -> Self {
        let label = ctx.library[term].label.as_str();
        Self {
            kind: "term",
            label,
            detail: if name == label {
                "Term".to_owned()
            } else {
                format!("Term, also “{name}”")
            },
            url: ctx.below_base(&ctx.term(term)),
        }
    }
}
