//! From a route to what is sent for it. Pure: no disk, no clock, no network.

use std::any::Any;

use askama::Template;
use bytes::Bytes;
use serde::Serialize;
use thiserror::Error;

use super::api::{ApiPage, open_api};
use super::built_site::Site;
use super::capture::CapturePage;
use super::citing::CitingPage;
use super::compare::{CompareIndex, ComparePage, Comparison};
use super::concordance::{ConcordancePage, LinkPage, LinksPage, SilencesPage};
use super::context::RenderContext;
use super::data::{
    self, ActorsData, CaptureData, CitableData, ComparisonData, ConcordanceData, DocumentData,
    ProblemData, SearchData, SectionData, SuggestionsData, TermData,
};
use super::discovery;
use super::exports::{self, ExportError};
use super::fixity::FixedWords;
use super::handout::{ChoicePage, markdown_help};
use super::language::LANGUAGES;
use super::pages::{EditionsPage, Home, TextsPage, WrittenPage};
use super::paragraph::ParagraphPage;
use super::rebase::rebased;
use super::resource::{CachePolicy, Resource};
use super::routes::{CitationFormat, Discovery, Export, Format, HandoutFormat, Route, TextFormat};
use super::search::SearchPage;
use super::terms::{ActorsPage, TermPage, TermsPage};
use super::text::{
    CitePage, DocumentPage, FullPage, Listing, SectionMatchesPage, SectionPage, downloads,
};
use crate::cite::{self, BibtexError, Cited, CslItem, Item};
use crate::library::{Citable, Date, Document};
use crate::search::Answer;

/// A library of more documents than this is not written as a whole to tell how long it is.
const MOST_MEASURED: usize = 8;

/// Why a route is not rendered: a fault of the program, whatever the content.
#[derive(Debug, Error)]
pub enum RenderError {
    /// A template failed.
    #[error("a template failed: {0}")]
    Template(#[from] askama::Error),
    /// Data could not be written as JSON.
    #[error("data cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// An export could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// An item could not be written as BibTeX.
    #[error("an item cannot be written as BibTeX: {0}")]
    Bibtex(#[from] BibtexError),
}

impl Site {
    /// What is sent for a route. Where that depends on a request, it is what a request without a
    /// query gets.
    ///
    /// # Errors
    /// If a template or the writer of JSON fails, which is a fault of the program.
    pub fn render(&self, route: Route) -> Result<Resource, RenderError> {
        let ctx = self.context();
        let library = self.library();
        match route {
            Route::Home => html(ctx, &Home::new(ctx)),
            Route::Texts => html(ctx, &TextsPage::new(ctx)),
            Route::Editions => html(ctx, &EditionsPage::new(ctx)),
            Route::Page(page) => html(ctx, &WrittenPage::new(ctx, &library[page])),
            Route::Kind(kind) => html(ctx, &Listing::of_all(ctx, &library[kind])),
            Route::Document(document, format) => {
                let document = &library[document];
                match format {
                    TextFormat::Html => {
                        let length = |route| self.length(route);
                        let downloads = downloads(library, document, &length);
                        html(ctx, &DocumentPage::new(ctx, document, downloads))
                    }
                    TextFormat::Json => json(&DocumentData::new(ctx, document)),
                    TextFormat::Markdown => Ok(markdown(data::document_markdown(ctx, document))),
                }
            }
            Route::FullText(document) => html(ctx, &FullPage::new(ctx, &library[document])),
            Route::Capture(document, format) => self.capture(&library[document], format),
            Route::Listing(document, kind) => html(
                ctx,
                &Listing::of_document(ctx, &library[document], &library[kind]),
            ),
            Route::Section(section, format) => {
                let section = &library[section];
                match format {
                    TextFormat::Html => html(ctx, &SectionPage::new(ctx, section)),
                    TextFormat::Json => json(&SectionData::new(ctx, section)),
                    TextFormat::Markdown => Ok(markdown(data::section_markdown(ctx, section))),
                }
            }
            Route::SectionMatches(section) => {
                html(ctx, &SectionMatchesPage::new(ctx, &library[section]))
            }
            Route::Cite(section) => html(ctx, &CitePage::new(ctx, &library[section])),
            Route::Citation(cited, format) => self.citation(cited, format, None),
            Route::Epigraph(epigraph, format) => self.citable(Citable::Epigraph(epigraph), format),
            Route::Paragraph(paragraph, format) => {
                self.citable(Citable::Paragraph(paragraph), format)
            }
            Route::Concordance(Format::Html) => html(ctx, &ConcordancePage::new(ctx)),
            Route::Concordance(Format::Json) => json(&ConcordanceData::new(ctx)),
            Route::Links(filter, page) => html(ctx, &LinksPage::new(ctx, filter, page)),
            Route::Link(link) => html(ctx, &LinkPage::new(ctx, &library[link])),
            Route::Silences => html(ctx, &SilencesPage::new(ctx)),
            Route::Compare => html(ctx, &CompareIndex::new(ctx)),
            Route::Citing => html(ctx, &CitingPage::new(ctx)),
            Route::Comparison(first, second, format) => {
                let comparison = Comparison::new(ctx, &library[first], &library[second]);
                match format {
                    Format::Html => html(ctx, &ComparePage::new(ctx, &comparison)),
                    Format::Json => json(&ComparisonData::new(ctx, &comparison)),
                }
            }
            Route::Terms => html(ctx, &TermsPage::new(ctx)),
            Route::Term(term, Format::Html) => html(ctx, &TermPage::new(ctx, &library[term])),
            Route::Term(term, Format::Json) => json(&TermData::new(ctx, &library[term])),
            Route::Actors(Format::Html) => html(ctx, &ActorsPage::new(ctx)),
            Route::Actors(Format::Json) => json(&ActorsData::new(ctx)),
            Route::Handout(HandoutFormat::Html) => html(ctx, &ChoicePage::new(ctx)),
            Route::Handout(HandoutFormat::Markdown) => Ok(markdown(markdown_help(ctx))),
            Route::Search(Format::Html) => html(ctx, &SearchPage::empty(ctx, self.search_help())),
            Route::Search(Format::Json) => json(&SearchData::new(ctx, "", &Answer::default())),
            Route::Suggestions => json(&SuggestionsData::new(ctx, "", &[])),
            Route::Export(export) => Ok(exports::resource(ctx, export)?),
            Route::Api => html(ctx, &ApiPage::new(ctx)),
            Route::OpenApi => json(&open_api(ctx)),
            Route::Discovery(file) => self.discovery(file, None),
            Route::Health => Ok(Resource::text("text/plain; charset=utf-8", "ok\n")),
            Route::Image(image) => Ok(Resource {
                media_type: library[image].format.media_type(),
                cache_policy: CachePolicy::Immutable,
                body: Bytes::copy_from_slice(&library[image].bytes),
            }),
            Route::Asset(asset) => Ok(asset.resource()),
        }
    }

    /// How many bytes a file has that can be taken away; `None` where it is not made, or where the
    /// library is so large that a page does not wait for all of it.
    fn length(&self, route: Route) -> Option<usize> {
        let length = |route| Some(self.render(route).ok()?.body.len());
        let Route::Export(export) = route else {
            return length(route);
        };
        if Export::of_library(self.library()).all(|one| one != export) {
            return length(route);
        }
        if self.library().documents().len() > MOST_MEASURED {
            return None;
        }
        let lengths = self.library_lengths.get_or_init(|| {
            let exports = Export::of_library(self.library());
            let made = exports.filter_map(|one| Some((one, length(Route::Export(one))?)));
            made.collect()
        });
        lengths.get(&export).copied()
    }

    /// What is sent for the capture of a document. Only one that has a capture has such a route.
    fn capture(&self, document: &Document, format: Format) -> Result<Resource, RenderError> {
        let ctx = self.context();
        match (&document.metadata.capture, format) {
            (None, _) => Ok(Resource::text("text/plain; charset=utf-8", "")),
            (Some(capture), Format::Html) => html(ctx, &CapturePage::new(ctx, document, capture)),
            (Some(capture), Format::Json) => json(&CaptureData::new(ctx, document, capture)),
        }
    }

    /// What is sent for an epigraph or paragraph.
    fn citable(&self, citable: Citable, format: TextFormat) -> Result<Resource, RenderError> {
        let ctx = self.context();
        match format {
            TextFormat::Html => html(ctx, &ParagraphPage::new(ctx, citable)),
            TextFormat::Json => json(&CitableData::new(ctx, citable)),
            TextFormat::Markdown => Ok(markdown(data::citable_markdown(ctx, citable))),
        }
    }

    /// What can be cited, for programs that keep references, with the day on which it was read where
    /// a reader says so.
    pub(super) fn citation(
        &self,
        cited: Cited,
        format: CitationFormat,
        accessed: Option<Date>,
    ) -> Result<Resource, RenderError> {
        let words = FixedWords::of_cited(cited);
        let item = Item {
            accessed,
            sha256: words.map(|words| words.sha256(self.library())),
            ..self.context().item(cited)
        };
        match format {
            CitationFormat::Bibtex => Ok(Resource::text(
                "application/x-bibtex; charset=utf-8",
                cite::bibtex(&item)?,
            )),
            CitationFormat::Ris => Ok(Resource::text(
                "application/x-research-info-systems; charset=utf-8",
                cite::ris(&item),
            )),
            CitationFormat::CslJson => Ok(Resource {
                media_type: format.media_type(),
                ..json(&[CslItem::from(&item)])?
            }),
        }
    }

    /// A file that programs look for, of this site, which is reached at this origin where its base is
    /// not known.
    ///
    /// # Errors
    /// If a template fails, which is a fault of the program.
    pub fn discovery(
        &self,
        file: Discovery,
        origin: Option<&str>,
    ) -> Result<Resource, RenderError> {
        Ok(discovery::resource(
            self.context(),
            file,
            origin,
            self.indexing(),
        )?)
    }
}

/// A page, with its links below the base.
pub(super) fn html(ctx: RenderContext<'_>, page: &impl Template) -> Result<Resource, RenderError> {
    let languages = ctx.library.languages_in_other_letters();
    let page = page.render_with_values(&(LANGUAGES, &languages as &dyn Any))?;
    let body = rebased(page, ctx.base);
    Ok(Resource::text("text/html; charset=utf-8", body))
}

/// Data as indented JSON.
pub(super) fn json(data: &impl Serialize) -> Result<Resource, RenderError> {
    let mut body = serde_json::to_string_pretty(data)?;
    body.push('\n');
    Ok(Resource::text("application/json", body))
}

/// What is wrong with a program's request.
pub(super) fn problem_json(problem: &ProblemData<'_>) -> Result<Resource, RenderError> {
    Ok(Resource {
        media_type: "application/problem+json",
        ..json(problem)?
    })
}

/// Markdown.
pub(super) fn markdown(body: String) -> Resource {
    Resource::text("text/markdown; charset=utf-8", body)
}
