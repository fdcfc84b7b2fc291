//! Documents as JSON, in the shape that ARCHITECTURE.md states.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::license::LicenseData;
use super::text::SectionData;
use crate::library::{Author, Corresponding, Document, JointIssuer, Metadata, Repair, Venue};
use crate::site::context::RenderContext;
use crate::site::fixity::FixedWords;
use crate::site::routes::{Route, TextFormat};

/// A document with all its sections: `{"id": "strategy", "title": "…", …, "sections": […]}`; what
/// is not known of it is `null` or empty.
#[derive(Serialize, JsonSchema)]
pub struct DocumentData<'a> {
    /// Its slug.
    id: &'a str,
    title: &'a str,
    short_title: &'a str,
    title_zh: Option<&'a str>,
    genre: &'a str,
    /// The schema.org type.
    r#type: &'a str,
    /// A BCP 47 tag.
    language: &'a str,
    url: String,
    /// Of all its words, headings included, with straight quotes and single white space.
    sha256: String,
    issuer: Option<&'a str>,
    /// Whom only other sources name.
    joint_issuers: Vec<JointIssuerData<'a>>,
    authors: Vec<AuthorData<'a>>,
    corresponding: Option<CorrespondingData<'a>>,
    funding: &'a [String],
    keywords: &'a [String],
    doi: Option<&'a str>,
    venue: Option<VenueData<'a>>,
    /// By event: `{"published": "2017-03-01"}`.
    dates: BTreeMap<&'static str, String>,
    rights: &'a str,
    provenance: &'a str,
    /// Of the editors' work; absent where they name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<LicenseData<'a>>,
    repairs: Vec<RepairData<'a>>,
    sections: Vec<SectionData<'a>>,
}

/// `{"name": "…", "source": "…"}`, where the source says who names it.
#[derive(Serialize, JsonSchema)]
struct JointIssuerData<'a> {
    name: &'a str,
    source: &'a str,
}

/// `{"name": "Fang Binxing", "given": "Binxing", "family": "Fang", "affiliations": ["…"]}`, with
/// affiliations by name.
#[derive(Serialize, JsonSchema)]
struct AuthorData<'a> {
    name: &'a str,
    given: &'a str,
    family: &'a str,
    affiliations: Vec<&'a str>,
}

/// `{"author": "…", "note": "…", "email": "…"}`.
#[derive(Serialize, JsonSchema)]
struct CorrespondingData<'a> {
    author: &'a str,
    note: &'a str,
    email: &'a str,
}

/// `{"version": null, "journal": "…", "year": "2016", "volume": "18", "issue": "6", "pages": "1–7"}`.
#[derive(Serialize, JsonSchema)]
struct VenueData<'a> {
    /// Where it is another version that stands there: `Chinese version`.
    version: Option<&'a str>,
    journal: &'a str,
    year: &'a str,
    volume: &'a str,
    issue: &'a str,
    pages: Option<&'a str>,
}

/// `{"kind": "join", "lines": [12, 13], "reason": "…"}`, with the first and last line of the capture.
#[derive(Serialize, JsonSchema)]
struct RepairData<'a> {
    kind: &'static str,
    lines: [usize; 2],
    reason: &'a str,
}

impl<'a> DocumentData<'a> {
    /// The whole of this document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        let page = Route::Document(document.id, TextFormat::Html);
        let authors = metadata.authors.iter();
        let dates = metadata.dates.iter();
        let sections = ctx.library[document.sections].iter();
        Self {
            id: document.slug.as_str(),
            title: &metadata.title,
            short_title: &metadata.short_title,
            title_zh: metadata.title_zh.as_deref(),
            genre: &metadata.genre,
            r#type: &metadata.schema_type,
            language: metadata.language.tag(),
            url: ctx.below_base(&ctx.href(page)),
            sha256: FixedWords::from(document.id).sha256(ctx.library),
            issuer: metadata.issuer.as_deref(),
            joint_issuers: metadata.joint_issuers.iter().map(joint_issuer).collect(),
            authors: authors
                .map(|author| self::author(metadata, author))
                .collect(),
            corresponding: metadata.corresponding.as_ref().map(corresponding),
            funding: &metadata.funding,
            keywords: &metadata.keywords,
            doi: metadata.doi.as_deref(),
            venue: metadata.venue.as_ref().map(venue),
            dates: dates
                .map(|(event, date)| (event.key(), date.to_string()))
                .collect(),
            rights: &metadata.rights,
            provenance: &metadata.provenance,
            license: LicenseData::of(ctx),
            repairs: metadata.repairs.iter().map(repair).collect(),
            sections: sections
                .map(|section| SectionData::new(ctx, section))
                .collect(),
        }
    }
}

fn author<'a>(metadata: &'a Metadata, author: &'a Author) -> AuthorData<'a> {
    let keys = author.affiliations.iter();
    let affiliations = keys.filter_map(|key| {
        let mut known = metadata.affiliations.iter();
        known.find(|affiliation| affiliation.key == *key)
    });
    AuthorData {
        name: &author.name,
        given: &author.given,
        family: &author.family,
        affiliations: affiliations
            .map(|affiliation| affiliation.name.as_str())
            .collect(),
    }
}

fn joint_issuer(issuer: &JointIssuer) -> JointIssuerData<'_> {
    JointIssuerData {
        name: &issuer.name,
        source: &issuer.source,
    }
}

fn corresponding(person: &Corresponding) -> CorrespondingData<'_> {
    CorrespondingData {
        author: &person.author,
        note: &person.note,
        email: &person.email,
    }
}

fn venue(venue: &Venue) -> VenueData<'_> {
    VenueData {
        version: venue.version.as_deref(),
        journal: &venue.journal,
        year: &venue.year,
        volume: &venue.volume,
        issue: &venue.issue,
        pages: venue.pages.as_deref(),
    }
}

fn repair(repair: &Repair) -> RepairData<'_> {
    RepairData {
        kind: repair.kind.name(),
        lines: [repair.first, repair.last],
        reason: &repair.reason,
    }
}
