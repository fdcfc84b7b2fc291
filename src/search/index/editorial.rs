//! What is found beside the texts as entries: terms, the editors' pages, and what is known about
//! documents.

use std::borrow::Cow;

use super::document_facts::facts;
use super::source::{PassageDraft, Source, Zone};
use crate::library::{
    Document, DocumentId, Id, IdMap, Library, Page, PageBlock, PageId, Prose, Term, TermId,
};

/// What is found beside the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editorial {
    /// A term of the index.
    Term(TermId),
    /// A page of the editors'.
    Page(PageId),
    /// What is known about a document besides its words.
    Document(DocumentId),
}

/// An entry that is found beside the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditorialId(usize);

impl Id for EditorialId {
    fn new(index: usize) -> Self {
        Self(index)
    }

    fn index(self) -> usize {
        self.0
    }
}

/// All that is found beside the texts: terms, then pages, then documents.
pub fn editorial_entries(library: &Library) -> IdMap<EditorialId, Editorial> {
    let terms = library.terms().iter();
    let pages = library.pages().iter();
    let documents = library.documents().iter();
    terms
        .map(|term| Editorial::Term(term.id))
        .chain(pages.map(|page| Editorial::Page(page.id)))
        .chain(documents.map(|document| Editorial::Document(document.id)))
        .collect()
}

/// What can be found of one of these.
pub fn editorial_passages(library: &Library, entry: Editorial) -> Vec<PassageDraft<'_>> {
    match entry {
        Editorial::Term(id) => term_passages(&library[id]),
        Editorial::Page(id) => page_passages(&library[id]),
        Editorial::Document(id) => document_passages(&library[id]),
    }
}

fn term_passages(term: &Term) -> Vec<PassageDraft<'_>> {
    let names = term.names();
    let names = names.map(|name| PassageDraft::unlocated(Zone::Heading, name));
    let definition = PassageDraft::unlocated(Zone::Text, &term.definition);
    names.chain([definition]).collect()
}

fn document_passages(document: &Document) -> Vec<PassageDraft<'_>> {
    let metadata = &document.metadata;
    let names = [&metadata.title, &metadata.short_title];
    let names = names.map(|name| PassageDraft::unlocated(Zone::Heading, name));
    let facts = facts(metadata).into_iter();
    let facts = facts.map(|fact| PassageDraft::unlocated(Zone::Text, fact));
    names.into_iter().chain(facts).collect()
}

fn page_passages(page: &Page) -> Vec<PassageDraft<'_>> {
    let mut found = vec![
        PassageDraft::new(Zone::Heading, Source::Page(None), &page.title),
        PassageDraft::new(Zone::Text, Source::Page(None), &page.description),
    ];
    // Headings before all text: of passages that fit alike, the first is shown.
    for (id, section) in page.sections.iter() {
        let heading = section.heading.iter();
        found.extend(
            heading.map(|heading| {
                PassageDraft::new(Zone::Label, Source::Page(Some(id)), &heading.text)
            }),
        );
    }
    for (id, section) in page.sections.iter() {
        let source = Source::Page(section.heading.as_ref().map(|_| id));
        let blocks = section.blocks.iter();
        found.extend(blocks.map(|block| PassageDraft::new(Zone::Text, source, words(block))));
    }
    found
}

/// The words of a block and of all blocks in it.
fn words(block: &PageBlock) -> Cow<'_, str> {
    let mut pieces = Vec::new();
    collect(block, &mut pieces);
    match pieces.as_slice() {
        [only] => Cow::Borrowed(only),
        _ => pieces.join(" ").into(),
    }
}

fn collect<'a>(block: &'a PageBlock, pieces: &mut Vec<&'a str>) {
    fn prose(prose: &Prose) -> &str {
        &prose.text
    }
    match block {
        PageBlock::Paragraph(words) => pieces.push(prose(words)),
        PageBlock::List { items, .. } => {
            for block in items.iter().flatten() {
                collect(block, pieces);
            }
        }
        PageBlock::Quotation(blocks) => {
            for block in blocks {
                collect(block, pieces);
            }
        }
        PageBlock::Code(code) => pieces.push(code),
        PageBlock::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            pieces.extend(cells.map(prose));
        }
        PageBlock::Reading(_) | PageBlock::Rule => {}
    }
}
