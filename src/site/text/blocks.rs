//! The body of a section: paragraphs, quotations and lists.

use std::collections::HashMap;

use askama::Template;

use super::counterparts::{Counterparts, quoted_passages};
use super::excerpt::Excerpt;
use super::mentions::term_links;
use super::prose::{Annotated, Annotation, NotePart, ProseHtml, QuotationIds};
use crate::library::{Block, Paragraph, ParagraphId, Prose, Quotation, Reference, Section};
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
    Quotation(QuotationPart),
    List {
        start: Option<usize>,
        items: Vec<Html<Blocks<'a>>>,
    },
}

struct ParagraphPart<'a> {
    reference: &'a Reference,
    words: Html<ProseHtml>,
    notes: Vec<NotePart>,
    /// Only on the page of the paragraph's own section: on others they would drown the text.
    counterparts: Option<Html<Counterparts<'a>>>,
    cited_in: Vec<CitingParagraph<'a>>,
}

struct CitingParagraph<'a> {
    href: Href<'a>,
    reference: &'a Reference,
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
            own_page: excerpt.is_page_of(section.id),
            term_links: term_links(excerpt.ctx, section),
            quotation_ids: QuotationIds::new(&section.reference),
        };
        body.blocks(&section.blocks)
    }
}

/// What is known of a section while its blocks are read in order.
struct Body<'a> {
    excerpt: Excerpt<'a>,
    /// Whether the page is the section's own.
    own_page: bool,
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
            Block::Quotation(quotation) => BlockPart::Quotation(self.quotation(quotation)),
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
        let Excerpt { ctx, .. } = self.excerpt;
        let id = paragraph.reference.fragment();
        let mut words = Annotated {
            prose: &paragraph.prose,
            annotations: self.term_links.remove(&paragraph.id).unwrap_or_default(),
        };
        let mut counterparts = None;
        if self.own_page {
            words.annotations.extend(quoted_passages(ctx, paragraph.id));
            counterparts = Counterparts::new(ctx, paragraph);
        }
        let citing = ctx.study.backlinks.citing(paragraph.id).iter();
        let cited_in = citing.map(|&citing| CitingParagraph {
            href: self.excerpt.place(citing.into()),
            reference: &ctx.library[citing].reference,
        });
        ParagraphPart {
            reference: &paragraph.reference,
            words: self.words(&words, &id),
            notes: self.notes(&paragraph.prose, &id),
            counterparts: counterparts.map(Html),
            cited_in: cited_in.collect(),
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
