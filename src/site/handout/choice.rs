//! The form in which passages are chosen.

use askama::Template;

use super::contents::Boxes;
use super::gathered::Handout;
use crate::library::{Document, Library, Reference};
use crate::site::context::RenderContext;
use crate::site::cut::shortened;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{
    HandoutFormat, HandoutHref, HandoutQuery, LONGEST_NOTE, LONGEST_TITLE, Route,
};
use crate::site::shell::{Head, Shell};

/// The contents of so many documents are shown at once.
const MOST_OPEN: usize = 3;

/// So many others are one click away; any other is named in a field.
const MOST_LINKED: usize = 6;

/// How much of an unknown name is repeated to the reader.
const MOST_SHOWN: usize = 60;

const TITLE: &str = "Make a handout";

const LEAD: &str = "Tick the passages that your group is to read, or add references one a line, and print them on a \
                    sheet of their own, each with its reference, the sources at the end. The address of the sheet can \
                    be sent and kept.";

/// The form.
#[derive(Template)]
#[template(path = "handout/choice.html")]
pub struct ChoicePage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: &'static str,
    faults: Vec<String>,
    action: Href<'a>,
    /// What was typed before.
    typed: HandoutQuery,
    longest_title: usize,
    longest_note: usize,
    /// A reference, and two that may be set side by side.
    examples: Vec<&'a Reference>,
    documents: Vec<DocumentBoxes<'a>>,
    /// Other documents, with what was typed before.
    others: Vec<OtherDocument<'a>>,
    /// Whether there are more than these.
    has_more: bool,
}

struct DocumentBoxes<'a> {
    document: &'a Document,
    boxes: Html<Boxes<'a>>,
}

struct OtherDocument<'a> {
    document: &'a Document,
    href: HandoutHref<'a>,
}

impl<'a> ChoicePage<'a> {
    /// The form before anything is asked.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let head = Head::new(Route::Handout(HandoutFormat::Html), TITLE, LEAD);
        let shell = Shell::new(ctx, head);
        Self::with(ctx, shell, HandoutQuery::default(), None, Vec::new())
    }

    /// The form as the answer to a query that puts nothing on a handout.
    pub fn instead_of(ctx: RenderContext<'a>, query: &HandoutQuery, handout: &Handout) -> Self {
        let mut faults: Vec<String> = handout.faults.iter().map(|fault| fault.says(ctx)).collect();
        if query.refs.is_empty() {
            faults.push("Tick at least one passage, or write a reference.".to_owned());
        }
        Self::with(ctx, answering(ctx), query.clone(), None, faults)
    }

    /// The form with a document's contents, and with what was typed before; `Err` with the form where
    /// there is no such document.
    pub fn choosing_from(
        ctx: RenderContext<'a>,
        name: &str,
        query: &HandoutQuery,
    ) -> Result<Self, Box<Self>> {
        let page =
            |document, faults| Self::with(ctx, answering(ctx), query.clone(), document, faults);
        if name.is_empty() {
            return Ok(page(None, Vec::new()));
        }
        if let Some(document) = document_meant(ctx.library, name) {
            return Ok(page(Some(document), Vec::new()));
        }
        let fault = format!("There is no text “{}” here.", shortened(name, MOST_SHOWN));
        Err(Box::new(page(None, vec![fault])))
    }

    fn with(
        ctx: RenderContext<'a>,
        shell: Shell<'a>,
        typed: HandoutQuery,
        chosen: Option<&'a Document>,
        faults: Vec<String>,
    ) -> Self {
        let library = ctx.library;
        let documents = library.documents();
        let shown: Vec<&'a Document> = match chosen {
            Some(chosen) if documents.len() > MOST_OPEN => vec![chosen],
            _ => documents.iter().take(MOST_OPEN).collect(),
        };
        let is_shown = |one: &&Document| shown.iter().any(|own| own.id == one.id);
        let others = documents.iter().filter(|one| !is_shown(one));
        let others = others.take(MOST_LINKED).map(|document| OtherDocument {
            document,
            href: HandoutHref::of_query(library, HandoutFormat::Html, &typed)
                .choosing_from(document.slug.as_str()),
        });
        let others: Vec<OtherDocument<'a>> = others.collect();
        Self {
            shell,
            title: TITLE,
            lead: LEAD,
            faults,
            action: ctx.href(Route::Handout(HandoutFormat::Html)),
            longest_title: LONGEST_TITLE,
            longest_note: LONGEST_NOTE,
            examples: examples(library),
            has_more: documents.len() > shown.len() + others.len(),
            documents: shown
                .iter()
                .map(|document| DocumentBoxes {
                    document,
                    boxes: Html(Boxes::of(ctx, document)),
                })
                .collect(),
            others,
            typed,
        }
    }

    /// The references that were typed before, one a line.
    fn refs(&self) -> String {
        self.typed.refs.join("\n")
    }
}

/// An answer to a query is not the page of its address.
fn answering(ctx: RenderContext<'_>) -> Shell<'_> {
    let head = Head::new(Route::Handout(HandoutFormat::Html), TITLE, LEAD).without_address();
    Shell::new(ctx, head).not_indexed("")
}

/// A document by its id, its short title or its title, in any letter case.
fn document_meant<'a>(library: &'a Library, name: &str) -> Option<&'a Document> {
    let name = name.to_lowercase();
    if let Some(id) = library.document(&name) {
        return Some(&library[id]);
    }
    let documents = library.documents().iter();
    let titles = |one: &Document| {
        [&one.metadata.short_title, &one.metadata.title].map(|title| title.to_lowercase())
    };
    documents
        .into_iter()
        .find(|one| titles(one).contains(&name))
}

/// The first paragraph of the first document and of the last.
fn examples(library: &Library) -> Vec<&Reference> {
    let documents = library.documents();
    let ends = [documents.first(), documents.last()].into_iter().flatten();
    let firsts = ends.filter_map(|document| library[document.paragraphs].first());
    let mut references: Vec<&Reference> = firsts.map(|paragraph| &paragraph.reference).collect();
    references.dedup();
    references
}
