//! Sections as JSON, in the shape that ARCHITECTURE.md states.

use serde::Serialize;

use crate::library::{
    Block, Library, Link, Paragraph, Place, Prose, QuotationLineId, Section, SectionId,
};
use crate::site::context::RenderContext;
use crate::site::hash::sha256;
use crate::site::quotes::folded;
use crate::site::terms::terms_of;
use crate::study::verdicts::Verdict;

/// `{"ref": "strategy/II.2", "number": "2.", "kind": "principle", "title": "…", …}`; other sections
/// stand in it by reference, terms by slug.
#[derive(Serialize)]
pub struct SectionData<'a> {
    r#ref: String,
    number: Option<&'a str>,
    kind: &'a str,
    title: &'a str,
    /// The slug of the document.
    document: &'a str,
    url: String,
    parent: Option<String>,
    children: Vec<String>,
    /// Those of the heading.
    notes: Vec<&'a str>,
    quotations: Vec<QuotationData<'a>>,
    paragraphs: Vec<ParagraphData<'a>>,
    /// Every link that meets it or one of its paragraphs, once.
    links: Vec<LinkData<'a>>,
    /// The terms that stand in its own heading and body.
    terms: Vec<&'a str>,
    previous: Option<String>,
    next: Option<String>,
}

/// `{"text": ["…", "…"], "attribution": "— …", "notes": []}`, with a text for each paragraph.
#[derive(Serialize)]
struct QuotationData<'a> {
    text: Vec<&'a str>,
    attribution: Option<&'a str>,
    notes: Vec<&'a str>,
}

/// `{"ref": "strategy/II.2.p1", "label": null, "text": "…", "sha256": "…", "verdict": "weak",
/// "notes": []}`.
#[derive(Serialize)]
struct ParagraphData<'a> {
    r#ref: String,
    label: Option<&'a str>,
    text: &'a str,
    /// Of the text with straight quotes and single white space.
    sha256: String,
    /// `counterpart`, `weak` or `none`; absent in an apparatus, and where no texts are
    /// linked.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    notes: Vec<&'a str>,
}

/// A link of the concordance: `{"from": "strategy/II.2.p1", "to": "research/2.2.1.p1", "relation":
/// "narrows", "strength": 3, "from_quote": "…", "to_quote": "…", "reason": "…"}`.
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
    /// A link of this library.
    pub fn new(library: &Library, link: &'a Link) -> Self {
        let reference = |place: Place| library.reference(place).to_string();
        Self {
            from: reference(link.from.place),
            to: reference(link.to.place),
            relation: link.relation.name(),
            strength: link.strength.number(),
            from_quote: &link.from.text,
            to_quote: &link.to.text,
            reason: &link.reason,
        }
    }
}

impl<'a> SectionData<'a> {
    /// A section; those below it have data of their own.
    pub fn new(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let library = ctx.library;
        let reference = |section: &Section| section.reference.to_string();
        let reference_of = |id: SectionId| reference(&library[id]);
        let children = section.children.iter();
        let paragraphs = library[section.paragraphs].iter();
        let terms = terms_of(ctx, section.id);
        Self {
            r#ref: reference(section),
            number: section.number.as_deref(),
            kind: library[section.kind].class.as_str(),
            title: &section.title,
            document: library[section.document].slug.as_str(),
            url: ctx.below_base(&ctx.section(section.id)),
            parent: section.parent.map(reference_of),
            children: children.copied().map(reference_of).collect(),
            notes: notes(&section.heading).collect(),
            quotations: quotations(library, &section.blocks),
            paragraphs: paragraphs.map(|one| paragraph(ctx, one)).collect(),
            links: links(ctx, section),
            terms: terms.map(|term| term.slug.as_str()).collect(),
            previous: library.previous(section).map(reference),
            next: library.next(section).map(reference),
        }
    }
}

fn links<'a>(ctx: RenderContext<'a>, section: &Section) -> Vec<LinkData<'a>> {
    let met = ctx.study.links.in_section(section.id).iter();
    let mut links: Vec<&Link> = met.map(|met| &ctx.library[met.link]).collect();
    // A link inside the section is met at both ends.
    links.dedup_by_key(|link| link.id);
    let links = links.into_iter();
    links.map(|link| LinkData::new(ctx.library, link)).collect()
}

fn paragraph<'a>(ctx: RenderContext<'_>, paragraph: &'a Paragraph) -> ParagraphData<'a> {
    let Paragraph {
        reference, prose, ..
    } = paragraph;
    let verdict = ctx.study.verdicts.paragraph(paragraph.id);
    ParagraphData {
        r#ref: reference.to_string(),
        label: prose.label(),
        text: &prose.text,
        sha256: sha256(folded(&prose.text).as_bytes()),
        verdict: verdict
            .filter(|_| ctx.study.links.crosses())
            .map(Verdict::name),
        notes: notes(prose).collect(),
    }
}

fn notes(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.notes.iter().map(|note| note.body.text.as_str())
}

fn quotations<'a>(library: &'a Library, blocks: &[Block]) -> Vec<QuotationData<'a>> {
    let text = |id: QuotationLineId| library[id].prose.text.as_str();
    let quotations = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(_) => Vec::new(),
        Block::Quotation(quotation) => {
            let lines = quotation.lines();
            vec![QuotationData {
                text: quotation.paragraphs.into_iter().map(text).collect(),
                attribution: quotation.attribution.map(text),
                notes: lines.flat_map(|id| notes(&library[id].prose)).collect(),
            }]
        }
        Block::List(list) => {
            let items = list.items.iter();
            items.flat_map(|item| quotations(library, item)).collect()
        }
    });
    quotations.collect()
}
