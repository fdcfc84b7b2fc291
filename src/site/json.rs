//! Documents and sections as JSON, in the shape that ARCHITECTURE.md states.

use serde::Serialize;

use super::edition::Edition;
use super::hash::sha256;
use super::quotes::folded;
use super::terms_here::terms_of;
use crate::library::address;
use crate::library::concordance::Link;
use crate::library::document::Document;
use crate::library::metadata::Metadata;
use crate::library::prose::Prose;
use crate::library::section::{Block, Paragraph, Section};
use crate::study::verdicts::Verdict;

/// A section.
#[derive(Serialize)]
pub struct SectionData<'a> {
    r#ref: String,
    number: Option<&'a str>,
    kind: &'a str,
    title: &'a str,
    document: &'a str,
    url: String,
    parent: Option<String>,
    children: Vec<String>,
    notes: Vec<&'a str>,
    quotations: Vec<QuotationData<'a>>,
    paragraphs: Vec<ParagraphData<'a>>,
    /// The terms that stand in its own heading and body, by name.
    links: Vec<LinkData<'a>>,
    terms: Vec<&'a str>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct QuotationData<'a> {
    text: Vec<&'a str>,
    attribution: Option<&'a str>,
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct ParagraphData<'a> {
    r#ref: String,
    label: Option<&'a str>,
    text: &'a str,
    sha256: String,
    /// `counterpart`, `weak` or `none`; absent where no texts are linked.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    notes: Vec<&'a str>,
}

/// A link of the concordance.
#[derive(Serialize)]
pub struct LinkData<'a> {
    from: String,
    to: String,
    relation: &'static str,
    strength: usize,
    from_quote: &'a str,
    to_quote: &'a str,
    reason: &'a str,
}

impl<'a> LinkData<'a> {
    /// This link.
    pub fn new(link: &'a Link) -> Self {
        Self {
            from: link.from.reference.to_string(),
            to: link.to.reference.to_string(),
            relation: link.relation.name(),
            strength: link.strength.number(),
            from_quote: &link.from.text,
            to_quote: &link.to.text,
            reason: &link.reason,
        }
    }
}

/// Every link that touches a section or one of its paragraphs, once.
fn links<'a>(edition: Edition<'a>, section: &Section) -> Vec<LinkData<'a>> {
    let links = edition.library.concordance.links.iter();
    links
        .filter(|link| link.ends_in(&section.reference).next().is_some())
        .map(LinkData::new)
        .collect()
}

impl<'a> SectionData<'a> {
    /// The section at this place of a document.
    pub fn new(edition: Edition<'a>, document: &'a Document, at: usize) -> Self {
        let section = &document.sections[at];
        let name = |section: &Section| section.reference.to_string();
        Self {
            r#ref: name(section),
            number: section.number.as_deref(),
            kind: section.kind.id.as_str(),
            title: &section.title,
            document: document.id.as_str(),
            url: edition.below_base(&address::section(section)),
            parent: section.parent.map(|up| name(&document.sections[up])),
            children: section
                .children
                .iter()
                .map(|&at| name(&document.sections[at]))
                .collect(),
            notes: notes(&section.heading).collect(),
            quotations: quotations(&section.blocks),
            paragraphs: section
                .paragraphs()
                .into_iter()
                .map(|one| paragraph(edition, one))
                .collect(),
            links: links(edition, section),
            terms: terms_of(edition, &section.reference)
                .map(|term| term.slug.as_str())
                .collect(),
            previous: document.previous(at).map(name),
            next: document.next(at).map(name),
        }
    }
}

fn paragraph<'a>(edition: Edition<'_>, paragraph: &'a Paragraph) -> ParagraphData<'a> {
    let linked = edition.library.concordance.links.iter().any(Link::crosses);
    let verdict = edition.study.verdict(&paragraph.reference);
    let prose = &paragraph.prose;
    ParagraphData {
        r#ref: paragraph.reference.to_string(),
        label: prose.label(),
        text: &prose.text,
        sha256: sha256(folded(&prose.text).as_bytes()),
        verdict: verdict.filter(|_| linked).map(Verdict::name),
        notes: notes(prose).collect(),
    }
}

fn notes(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.notes.iter().map(|note| note.body.text.as_str())
}

fn quotations(blocks: &[Block]) -> Vec<QuotationData<'_>> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph(_) => Vec::new(),
            Block::Quotation(quotation) => vec![QuotationData {
                text: quotation
                    .paragraphs
                    .iter()
                    .map(|prose| prose.text.as_str())
                    .collect(),
                attribution: quotation
                    .attribution
                    .as_ref()
                    .map(|prose| prose.text.as_str()),
                notes: quotation.proses().flat_map(notes).collect(),
            }],
            Block::List(list) => list
                .items
                .iter()
                .flat_map(|item| quotations(item))
                .collect(),
        })
        .collect()
}

/// A document with all its sections.
#[derive(Serialize)]
pub struct DocumentData<'a> {
    id: &'a str,
    title: &'a str,
    short_title: &'a str,
    title_zh: Option<&'a str>,
    genre: &'a str,
    r#type: &'a str,
    language: &'a str,
    url: String,
    issuer: Option<&'a str>,
    authors: Vec<AuthorData<'a>>,
    corresponding: Option<CorrespondingData<'a>>,
    funding: &'a [String],
    keywords: &'a [String],
    doi: Option<&'a str>,
    venue: Option<VenueData<'a>>,
    dates: std::collections::BTreeMap<&'static str, String>,
    rights: &'a str,
    provenance: &'a str,
    repairs: Vec<RepairData<'a>>,
    sections: Vec<SectionData<'a>>,
}

#[derive(Serialize)]
struct AuthorData<'a> {
    name: &'a str,
    given: &'a str,
    family: &'a str,
    affiliations: Vec<&'a str>,
}

#[derive(Serialize)]
struct CorrespondingData<'a> {
    author: &'a str,
    note: &'a str,
    email: &'a str,
}

#[derive(Serialize)]
struct VenueData<'a> {
    journal: &'a str,
    year: &'a str,
    volume: &'a str,
    issue: &'a str,
    pages: Option<&'a str>,
}

#[derive(Serialize)]
struct RepairData<'a> {
    kind: &'a str,
    lines: [usize; 2],
    reason: &'a str,
}

impl<'a> DocumentData<'a> {
    /// The whole of this document.
    pub fn new(edition: Edition<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        Self {
            id: document.id.as_str(),
            title: &metadata.title,
            short_title: &metadata.short_title,
            title_zh: metadata.title_zh.as_deref(),
            genre: &metadata.genre,
            r#type: &metadata.schema_type,
            language: &metadata.language,
            url: edition.below_base(&address::document(document)),
            issuer: metadata.issuer.as_deref(),
            authors: authors(metadata),
            corresponding: metadata
                .corresponding
                .as_ref()
                .map(|person| CorrespondingData {
                    author: &person.author,
                    note: &person.note,
                    email: &person.email,
                }),
            funding: &metadata.funding,
            keywords: &metadata.keywords,
            doi: metadata.doi.as_deref(),
            venue: metadata.venue.as_ref().map(|venue| VenueData {
                journal: &venue.journal,
                year: &venue.year,
                volume: &venue.volume,
                issue: &venue.issue,
                pages: venue.pages.as_deref(),
            }),
            dates: metadata
                .dates
                .iter()
                .map(|(event, date)| (event.key(), date.to_string()))
                .collect(),
            rights: &metadata.rights,
            provenance: &metadata.provenance,
            repairs: metadata
                .repairs
                .iter()
                .map(|repair| RepairData {
                    kind: repair.kind.name(),
                    lines: [repair.first, repair.last],
                    reason: &repair.reason,
                })
                .collect(),
            sections: (0..document.sections.len())
                .map(|at| SectionData::new(edition, document, at))
                .collect(),
        }
    }
}

fn authors(metadata: &Metadata) -> Vec<AuthorData<'_>> {
    let affiliation = |key: &String| {
        let known = metadata.affiliations.iter();
        known
            .into_iter()
            .find(|affiliation| &affiliation.key == key)
    };
    metadata
        .authors
        .iter()
        .map(|author| AuthorData {
            name: &author.name,
            given: &author.given,
            family: &author.family,
            affiliations: author
                .affiliations
                .iter()
                .filter_map(affiliation)
                .map(|affiliation| affiliation.name.as_str())
                .collect(),
        })
        .collect()
}
