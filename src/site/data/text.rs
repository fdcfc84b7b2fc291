//! Sections as JSON, in the shape that ARCHITECTURE.md states.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::library::{
    Block, Citable, Epigraph, Form, Id, Library, Link, Paragraph, Place, Prose, Quotation,
    QuotationLineId, Section, SectionId,
};
use crate::site::context::RenderContext;
use crate::site::fixity::FixedWords;
use crate::site::routes::Route;
use crate::site::terms::terms_of;
use crate::study::link_index::LinkEnd;

/// `{"ref": "strategy/II.2", "number": "2.", "kind": "principle", "title": "…", …}`; other sections
/// stand in it by reference, terms by slug.
#[derive(Serialize, JsonSchema)]
pub struct SectionData<'a> {
    r#ref: String,
    number: Option<&'a str>,
    kind: &'a str,
    title: &'a str,
    /// The slug of the document.
    document: &'a str,
    url: String,
    /// Of its words and those below it, headings included, with straight quotes and single white
    /// space.
    sha256: String,
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

/// `{"text": ["…", "…"], "attribution": "— …", "notes": []}`, with a text for each paragraph; an
/// epigraph begins with `"ref": "strategy/preface.epigraph", "url": "…",
/// "coverage": {"research": "none"}`.
#[derive(Serialize, JsonSchema)]
struct QuotationData<'a> {
    #[serde(flatten)]
    epigraph: Option<EpigraphName<'a>>,
    text: Vec<&'a str>,
    /// What is printed before those of its texts, counted from 0, that open an item of a list.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    numbers: BTreeMap<usize, String>,
    attribution: Option<&'a str>,
    notes: Vec<&'a str>,
}

/// What a quotation is called where it opens its section.
#[derive(Serialize, JsonSchema)]
struct EpigraphName<'a> {
    r#ref: String,
    url: String,
    #[serde(skip_serializing_if = "CoverageData::is_empty")]
    coverage: CoverageData<'a>,
}

/// By the slugs of the documents that were compared with its own: `close`, `clear`, `loose`, `differs`
/// or `none`.
type CoverageData<'a> = BTreeMap<&'a str, &'static str>;

/// `{"ref": "strategy/II.2.p1", "url": "/strategy/II.2.p1", "label": null, "text": "…", "sha256":
/// "…", "coverage": {"research": "loose"}, "notes": []}`.
#[derive(Serialize, JsonSchema)]
pub struct ParagraphData<'a> {
    r#ref: String,
    /// Of its own page.
    url: String,
    label: Option<&'a str>,
    /// As the source prints it before the paragraph or at its beginning: `4.`, `(a)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    /// How the text is set, where it is no running text: `verse`, `code`, `table`, with tabs between
    /// cells and line breaks between rows, or `image`, of which the text says what it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<ImageData>,
    text: Cow<'a, str>,
    /// Of the text with straight quotes and single white space.
    sha256: String,
    /// Absent in an apparatus, and where nobody compared the document.
    #[serde(skip_serializing_if = "CoverageData::is_empty")]
    coverage: CoverageData<'a>,
    notes: Vec<&'a str>,
}

/// `{"url": "/static/images/plan.0123456789abcdef.png", "width": 640, "height": 480}`, in pixels.
#[derive(Serialize, JsonSchema)]
struct ImageData {
    url: String,
    width: usize,
    height: usize,
}

impl ImageData {
    fn of(ctx: RenderContext<'_>, form: &Form) -> Option<Self> {
        let Form::Image(id) = *form else { return None };
        Some(Self {
            url: ctx.below_base(&ctx.href(Route::Image(id))),
            width: ctx.library[id].width,
            height: ctx.library[id].height,
        })
    }
}

/// A link of the concordance: `{"id": "m17", "from": "strategy/II.2.p1", "to":
/// "research/2.2.1.p1", "relation": "narrows", "strength": 3, "from_quote": "…", "to_quote": "…", "reason": "…"}`.
#[derive(Serialize, JsonSchema)]
pub struct LinkData<'a> {
    id: String,
    from: String,
    to: String,
    relation: &'static str,
    strength: usize,
    /// The id of the formula that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<&'a str>,
    from_quote: &'a str,
    to_quote: &'a str,
    reason: &'a str,
}

impl<'a> LinkData<'a> {
    /// A link of this library.
    pub fn new(library: &'a Library, link: &'a Link) -> Self {
        let reference = |place: Place| library.reference(place).to_string();
        Self {
            id: link.code.to_string(),
            from: reference(link.from.place),
            to: reference(link.to.place),
            relation: link.relation.name(),
            strength: link.strength.number(),
            formula: link.formula.map(|id| library[id].slug.as_str()),
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
            sha256: FixedWords::from(section.id).sha256(library),
            parent: section.parent.map(reference_of),
            children: children.copied().map(reference_of).collect(),
            notes: notes(&section.heading).collect(),
            quotations: quotations(ctx, section, &section.blocks),
            paragraphs: paragraphs.map(|one| ParagraphData::new(ctx, one)).collect(),
            links: links(ctx, ctx.study.links.in_section(section.id)),
            terms: terms.map(|term| term.slug.as_str()).collect(),
            previous: library.previous(section).map(reference),
            next: library.next(section).map(reference),
        }
    }
}

/// The links with these ends, each once.
pub fn links<'a>(ctx: RenderContext<'a>, ends: &[LinkEnd]) -> Vec<LinkData<'a>> {
    let mut links: Vec<&Link> = ends.iter().map(|met| &ctx.library[met.link]).collect();
    // A link inside the section is met at both ends.
    links.dedup_by_key(|link| link.id);
    let links = links.into_iter();
    links.map(|link| LinkData::new(ctx.library, link)).collect()
}

impl<'a> ParagraphData<'a> {
    /// A paragraph of any section.
    pub fn new(ctx: RenderContext<'a>, paragraph: &'a Paragraph) -> Self {
        let Paragraph {
            reference, prose, ..
        } = paragraph;
        let place = Place::from(paragraph.id);
        Self {
            r#ref: reference.to_string(),
            url: ctx.below_base(&ctx.place(place)),
            label: prose.label(),
            number: paragraph.number.as_ref().map(|one| one.printed.as_str()),
            form: prose.form.name(),
            image: ImageData::of(ctx, &prose.form),
            text: prose.text.as_str().into(),
            sha256: FixedWords::from(place).sha256(ctx.library),
            coverage: coverage(ctx, place),
            notes: notes(prose).collect(),
        }
    }

    /// An epigraph in the same shape: its lines, the attribution last, are parted by line breaks.
    pub fn of_epigraph(ctx: RenderContext<'a>, epigraph: &Epigraph) -> Self {
        let place = Place::from(epigraph.id);
        let proses = || {
            epigraph
                .quotation
                .all_lines()
                .map(|line| &ctx.library[line].prose)
        };
        let text = citable_text(ctx.library, Citable::Epigraph(epigraph.id)).into_owned();
        Self {
            r#ref: epigraph.reference.to_string(),
            url: ctx.below_base(&ctx.place(place)),
            label: None,
            number: None,
            form: None,
            image: None,
            sha256: FixedWords::from(place).sha256(ctx.library),
            text: text.into(),
            coverage: coverage(ctx, place),
            notes: proses().flat_map(notes).collect(),
        }
    }
}

/// The words of a paragraph or epigraph, with line breaks between the lines of an epigraph.
pub fn citable_text(library: &Library, citable: Citable) -> Cow<'_, str> {
    let parts = library.parts_of(citable).into_iter();
    let lines: Vec<&str> = parts
        .map(|part| library.prose(part).text.as_str())
        .collect();
    match lines.as_slice() {
        [line] => (*line).into(),
        lines => lines.join("\n").into(),
    }
}

fn coverage(ctx: RenderContext<'_>, place: Place) -> CoverageData<'_> {
    let covered = ctx.study.coverage.of_place(ctx.library, place);
    let named = covered.map(|(other, coverage)| {
        let slug = ctx.library[other].slug.as_str();
        (slug, coverage.name())
    });
    named.collect()
}

fn notes(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.notes.iter().map(|note| note.body.text.as_str())
}

fn quotations<'a>(
    ctx: RenderContext<'a>,
    section: &Section,
    blocks: &[Block],
) -> Vec<QuotationData<'a>> {
    let library = ctx.library;
    let epigraph = section.epigraph.map(|id| &library[id]);
    let text = |id: QuotationLineId| library[id].prose.text.as_str();
    let within = |blocks: &[Block]| quotations(ctx, section, blocks);
    let quotations = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(_) | Block::Rule => Vec::new(),
        Block::Quotation(quotation) => {
            let lines = quotation.all_lines();
            let named = epigraph.filter(|one| one.quotation == *quotation);
            let numbers = quotation.line_numbers().into_iter();
            vec![QuotationData {
                epigraph: named.map(|one| EpigraphName {
                    r#ref: one.reference.to_string(),
                    url: ctx.below_base(&ctx.place(one.id.into())),
                    coverage: coverage(ctx, one.id.into()),
                }),
                text: quotation.lines.into_iter().map(text).collect(),
                numbers: numbers
                    .map(|(line, number)| (place_of(quotation, line), number))
                    .collect(),
                attribution: quotation.attribution.map(text),
                notes: lines.flat_map(|id| notes(&library[id].prose)).collect(),
            }]
        }
        Block::List(list) => {
            let items = list.items.iter();
            let numbered = items.flat_map(|item| {
                let mut inside = within(&item.blocks);
                let mark = item
                    .mark
                    .as_ref()
                    .filter(|_| begins_with_quotation(&item.blocks));
                if let (Some(mark), Some(first)) = (mark, inside.first_mut()) {
                    let inner = first.numbers.remove(&0).unwrap_or_default();
                    let number = format!("{} {inner}", mark.printed());
                    first.numbers.insert(0, number.trim_end().to_owned());
                }
                inside
            });
            numbered.collect()
        }
        Block::Definitions(definitions) => {
            let meanings = definitions.iter().flat_map(|one| &one.meanings);
            meanings.flat_map(|meaning| within(meaning)).collect()
        }
    });
    quotations.collect()
}

/// The place of a line in the text of its quotation, counted from 0.
fn place_of(quotation: &Quotation, line: QuotationLineId) -> usize {
    line.index() - quotation.lines.places().start
}

/// Whether the first words of an item are those of a quotation, before which its number stands then.
fn begins_with_quotation(blocks: &[Block]) -> bool {
    match blocks.first() {
        Some(Block::Quotation(_)) => true,
        Some(Block::List(list)) => {
            let first = list.items.first();
            first.is_some_and(|item| begins_with_quotation(&item.blocks))
        }
        _ => false,
    }
}
