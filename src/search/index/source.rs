//! What is searched: the library as entries, each a list of passages.

use std::borrow::Cow;

use crate::library::Library;
use crate::library::document::Document;
use crate::library::metadata::Metadata;
use crate::library::page::Page;
use crate::library::part::Part;
use crate::library::section::Section;
use crate::library::term::Term;
use crate::study::corpus::SectionAt;

/// What is found apart from the texts, by its place in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// A term of the index.
    Term(usize),
    /// A page of the editors'.
    Page(usize),
    /// What is known about a document besides its words.
    Document(usize),
}

/// What sort of words a passage holds, which says how much a hit in it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A heading, or the name of something.
    Heading,
    /// The run-in head of a paragraph.
    Label,
    /// Running text.
    Text,
    /// The editors' words at a text.
    Note,
}

impl Zone {
    /// Every zone.
    pub const ALL: [Self; 4] = [Self::Heading, Self::Label, Self::Text, Self::Note];
}

/// Where the words of a passage are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// In a part of a section.
    Part(Part),
    /// In a note on a part of a section, by its place among them.
    Note(Part, usize),
    /// Under a heading of a page, by its place among them, or above the first.
    Page(Option<usize>),
    /// Nowhere that a reader could be led to: a number, a label a second time, another name.
    Aside,
}

/// A passage before its words are numbered.
pub(super) struct Draft<'a> {
    pub zone: Zone,
    pub source: Source,
    pub text: Cow<'a, str>,
}

/// The sections of all documents, their children left out.
pub(super) fn texts(library: &Library) -> impl Iterator<Item = (SectionAt, Vec<Draft<'_>>)> {
    let documents = library.documents.iter().enumerate();
    documents.flat_map(|(document, text)| {
        let sections = text.sections.iter().enumerate();
        sections.map(move |(at, section)| {
            let place = SectionAt {
                document,
                section: at,
            };
            (place, section_passages(section))
        })
    })
}

/// Terms, pages and what is known about documents.
pub(super) fn apart(library: &Library) -> impl Iterator<Item = (Apart, Vec<Draft<'_>>)> {
    let terms = library.terms.iter().enumerate();
    let terms = terms.map(|(at, term)| (Apart::Term(at), term_passages(term)));
    let pages = library.pages.iter().enumerate();
    let pages = pages.map(|(at, page)| (Apart::Page(at), page_passages(page)));
    let documents = library.documents.iter().enumerate();
    let documents =
        documents.map(|(at, document)| (Apart::Document(at), document_passages(document)));
    terms.chain(pages).chain(documents)
}

fn section_passages(section: &Section) -> Vec<Draft<'_>> {
    let number = draft(
        Zone::Heading,
        Source::Aside,
        section.reference.section.as_str(),
    );
    let mut found = vec![number];
    for (part, prose) in section.parts() {
        let zone = match part {
            Part::Heading => Zone::Heading,
            Part::Paragraph(_) | Part::Quotation(_) => Zone::Text,
        };
        found.push(draft(zone, Source::Part(part), &prose.text));
        let label = prose.label();
        found.extend(label.map(|label| draft(Zone::Label, Source::Aside, label)));
        for (at, note) in prose.notes.iter().enumerate() {
            found.push(draft(Zone::Note, Source::Note(part, at), &note.body.text));
        }
    }
    found
}

fn term_passages(term: &Term) -> Vec<Draft<'_>> {
    let names = term.names();
    let names = names.map(|name| draft(Zone::Heading, Source::Aside, name));
    let definition = draft(Zone::Text, Source::Aside, &term.definition);
    names.chain([definition]).collect()
}

fn page_passages(page: &Page) -> Vec<Draft<'_>> {
    let mut found = vec![
        draft(Zone::Heading, Source::Page(None), &page.title),
        draft(Zone::Text, Source::Page(None), &page.description),
    ];
    for (at, heading) in page.headings.iter().enumerate() {
        found.push(draft(Zone::Label, Source::Page(Some(at)), &heading.text));
    }
    let words = page.words.iter();
    found.extend(words.map(|words| draft(Zone::Text, Source::Page(words.heading), &words.text)));
    found
}

fn document_passages(document: &Document) -> Vec<Draft<'_>> {
    let metadata = &document.metadata;
    let mut found = vec![
        draft(Zone::Heading, Source::Aside, &metadata.title),
        draft(Zone::Heading, Source::Aside, &metadata.short_title),
    ];
    let lines = metadata_lines(metadata).into_iter();
    found.extend(lines.map(|text| Draft {
        zone: Zone::Text,
        source: Source::Aside,
        text,
    }));
    found
}

/// Everything that is known about a document, a line for each fact.
fn metadata_lines(metadata: &Metadata) -> Vec<Cow<'_, str>> {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    let singles = [&metadata.title_zh, &metadata.issuer, &metadata.doi];
    lines.extend(singles.into_iter().flatten().map(Into::into));
    let plain = [
        &metadata.genre,
        &metadata.summary,
        &metadata.rights,
        &metadata.provenance,
    ];
    lines.extend(plain.map(Cow::from));
    lines.extend(metadata.authors.iter().map(|author| (&author.name).into()));
    let affiliations = metadata.affiliations.iter();
    lines.extend(affiliations.map(|affiliation| (&affiliation.name).into()));
    lines.extend(metadata.corresponding.iter().map(|one| (&one.email).into()));
    let lists = [
        &metadata.introduction,
        &metadata.funding,
        &metadata.keywords,
    ];
    lines.extend(lists.into_iter().flatten().map(Cow::from));
    lines.extend(metadata.venue.iter().map(|venue| {
        let numbers = [&venue.year, &venue.volume, &venue.issue].map(String::as_str);
        format!("{} {}", venue.journal, numbers.join(" ")).into()
    }));
    let dates = metadata.dates.iter();
    lines
        .extend(dates.map(|(event, date)| format!("{} {}", event.label(), date.in_words()).into()));
    lines
}

fn draft(zone: Zone, source: Source, text: &str) -> Draft<'_> {
    Draft {
        zone,
        source,
        text: text.into(),
    }
}

/// The text of a passage of a section, by its source.
pub(super) fn text<'a>(section: &'a Section, source: &Source) -> &'a str {
    match source {
        Source::Part(part) => section.part(*part).map_or("", |prose| &prose.text),
        Source::Note(part, at) => {
            let notes = section.part(*part).map(|prose| &prose.notes);
            let note = notes.and_then(|notes| notes.get(*at));
            note.map_or("", |note| &note.body.text)
        }
        Source::Page(_) | Source::Aside => "",
    }
}
