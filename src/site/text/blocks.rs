//! The body of a section: paragraphs, quotations and lists.

use std::collections::HashMap;

use askama::Template;

use super::excerpt::Excerpt;
use super::findings::Findings;
use super::mentions::term_links;
use super::prose::{Annotated, Annotation, NotePart, ProseHtml, QuotationIds};
use crate::library::{Block, Paragraph, ParagraphId, Place, Prose, Quotation, Reference, Section};
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;

/// A run of blocks: under a heading, or in an item of a list.
#[derive(Template)]
#[template(path = "text/blocks.html")]
pub struct Blocks<'a> {
    blocks: Vec<BlockPart<'a>>,
}

enum BlockPart<'a> {
    Paragraph(ParagraphPart<'a>),
    Epigraph(EpigraphPart<'a>),
    Quotation(QuotationPart),
    List {
        start: Option<usize>,
        items: Vec<Html<Blocks<'a>>>,
    },
}

struct ParagraphPart<'a> {
    reference: &'a Reference,
    /// Its own page.
    href: Href<'a>,
    words: Html<ProseHtml>,
    notes: Vec<NotePart>,
    findings: Findings<'a>,
}

/// A quotation that opens its section.
struct EpigraphPart<'a> {
    reference: &'a Reference,
    href: Href<'a>,
    quotation: QuotationPart,
    findings: Findings<'a>,
}

struct QuotationPart {
    paragraphs: Vec<Html<ProseHtml>>,
    attribution: Option<Html<ProseHtml>>,
    notes: Vec<NotePart>,
}

impl<'a> Blocks<'a> {
    /// What stands under the heading of a section.
    pub fn new(excerpt: Excerpt<'a>, section: &'a Section) -> Self {
        let mut body = Body {
            excerpt,
            section,
            term_links: term_links(excerpt.ctx, section),
            quotation_ids: QuotationIds::new(&section.reference),
        };
        body.blocks(&section.blocks)
    }
}

/// What is known of a section while its blocks are read in order.
struct Body<'a> {
    excerpt: Excerpt<'a>,
    section: &'a Section,
    /// Those that are still to come.
    term_links: HashMap<ParagraphId, Vec<Annotation>>,
    quotation_ids: QuotationIds<'a>,
}

impl<'a> Body<'a> {
    fn blocks(&mut self, blocks: &[Block]) -> Blocks<'a> {
        let blocks = blocks.iter().map(|block| match block {
            Block::Paragraph(id) => {
                BlockPart::Paragraph(self.paragraph(&self.excerpt.ctx.library[*id]))
            }
            Block::Quotation(quotation) => self.set_off(quotation),
            Block::List(list) => BlockPart::List {
                start: list.start,
                items: list
                    .items
                    .iter()
                    .map(|item| Html(self.blocks(item)))
                    .collect(),
            },
        });
        Blocks {
            blocks: blocks.collect(),
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) -> ParagraphPart<'a> {
        let id = paragraph.reference.fragment();
        let place = Place::from(paragraph.id);
        let words = Annotated {
            prose: &paragraph.prose,
            annotations: self.term_links.remove(&paragraph.id).unwrap_or_default(),
        };
        ParagraphPart {
            reference: &paragraph.reference,
            href: self.excerpt.ctx.place(place),
            words: self.words(&words, &id),
            notes: self.notes(&paragraph.prose, &id),
            findings: Findings::new(self.excerpt, place),
        }
    }

    /// A quotation, which is the epigraph if the section has one and this is it.
    fn set_off(&mut self, quotation: &Quotation) -> BlockPart<'a> {
        let Excerpt { ctx, .. } = self.excerpt;
        let epigraph = self.section.epigraph.map(|id| &ctx.library[id]);
        let part = self.quotation(quotation);
        match epigraph.filter(|epigraph| epigraph.quotation == *quotation) {
            Some(epigraph) => BlockPart::Epigraph(EpigraphPart {
                reference: &epigraph.reference,
                href: ctx.place(epigraph.id.into()),
                quotation: part,
                findings: Findings::new(self.excerpt, epigraph.id.into()),
            }),
            None => BlockPart::Quotation(part),
        }
    }

    fn quotation(&mut self, quotation: &Quotation) -> QuotationPart {
        let mut part = QuotationPart {
            paragraphs: Vec::new(),
            attribution: None,
            notes: Vec::new(),
        };
        for (line, owner) in self.quotation_ids.next_lines(quotation) {
            let prose = &self.excerpt.ctx.library[line].prose;
            let words = self.words(&prose.into(), &owner);
            if quotation.attribution == Some(line) {
                part.attribution = Some(words);
            } else {
                part.paragraphs.push(words);
            }
            part.notes.extend(self.notes(prose, &owner));
        }
        part
    }

    fn words(&self, words: &Annotated<'_>, owner: &str) -> Html<ProseHtml> {
        let place = |place| self.excerpt.place(place);
        Html(ProseHtml::new(
            self.excerpt.ctx.library,
            words,
            owner,
            &place,
        ))
    }

    fn notes(&self, prose: &Prose, owner: &str) -> Vec<NotePart> {
        let place = |place| self.excerpt.place(place);
        NotePart::of(self.excerpt.ctx.library, prose, owner, &place)
    }
}
