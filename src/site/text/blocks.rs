//! The body of a section: paragraphs, quotations, lists and definitions.

use std::collections::HashMap;

use askama::Template;

use super::excerpt::Excerpt;
use super::findings::Findings;
use super::mentions::term_links;
use super::prose::{
    Annotated, Annotation, ItemNumber, ListNumbers, NotePart, ProseHtml, QuotationIds, SetWords,
};
use crate::library::{
    Block, Definition, Language, List, Paragraph, ParagraphId, Place, Prose, Quotation,
    QuotationLineId, Reference, Section,
};
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;

/// A run of blocks: under a heading, in an item of a list or in a quotation.
#[derive(Template)]
#[template(path = "text/blocks.html")]
pub struct Blocks<'a> {
    blocks: Vec<BlockPart<'a>>,
    language: &'a Language,
}

enum BlockPart<'a> {
    Paragraph(ParagraphPart<'a>),
    Epigraph(EpigraphPart<'a>),
    Quotation(QuotationPart<'a>),
    /// A line of a quotation.
    Line(Html<SetWords>),
    List(ListPart<'a>),
    Definitions(Vec<DefinitionPart<'a>>),
    Rule,
}

struct ParagraphPart<'a> {
    reference: &'a Reference,
    /// Its own page.
    href: Href<'a>,
    words: Html<SetWords>,
    notes: Vec<NotePart>,
    findings: Findings<'a>,
}

/// A quotation that opens its section.
struct EpigraphPart<'a> {
    reference: &'a Reference,
    href: Href<'a>,
    quotation: QuotationPart<'a>,
    findings: Findings<'a>,
}

struct QuotationPart<'a> {
    parts: Vec<QuotedPart<'a>>,
    attribution: Option<Html<ProseHtml>>,
    notes: Vec<NotePart>,
}

/// A line, or a block of another sort.
enum QuotedPart<'a> {
    Line(Html<SetWords>),
    Block(Html<Blocks<'a>>),
}

struct ListPart<'a> {
    numbers: ListNumbers,
    items: Vec<ItemPart<'a>>,
}

struct ItemPart<'a> {
    number: ItemNumber,
    body: Html<Blocks<'a>>,
}

struct DefinitionPart<'a> {
    term: Html<Blocks<'a>>,
    meanings: Vec<Html<Blocks<'a>>>,
}

impl<'a> Blocks<'a> {
    /// What stands under the heading of a section.
    pub fn new(excerpt: Excerpt<'a>, section: &'a Section) -> Self {
        let mut body = Body {
            excerpt,
            section,
            language: excerpt.ctx.library.language_at(section.id.into()),
            term_links: term_links(excerpt.ctx, section),
            quotation_ids: QuotationIds::of(section),
        };
        let leaf = |body: &mut Body<'a>, id| {
            BlockPart::Paragraph(body.paragraph(&excerpt.ctx.library[id]))
        };
        body.blocks(&section.blocks, &leaf)
    }
}

/// Writes what holds the words of a block.
type LeafWriter<'w, 'a, L> = dyn Fn(&mut Body<'a>, L) -> BlockPart<'a> + 'w;

/// What is known of a section while its blocks are read in order.
struct Body<'a> {
    excerpt: Excerpt<'a>,
    section: &'a Section,
    language: &'a Language,
    /// Those that are still to come.
    term_links: HashMap<ParagraphId, Vec<Annotation>>,
    quotation_ids: QuotationIds,
}

impl<'a> Body<'a> {
    fn blocks<L: Copy>(&mut self, blocks: &[Block<L>], leaf: &LeafWriter<'_, 'a, L>) -> Blocks<'a> {
        let language = self.language;
        let blocks = blocks.iter().map(|block| match block {
            Block::Paragraph(id) => leaf(self, *id),
            Block::Quotation(quotation) => self.set_off(quotation),
            Block::List(list) => BlockPart::List(self.list(list, leaf)),
            Block::Definitions(definitions) => {
                let parts = definitions.iter().map(|one| self.definition(one, leaf));
                BlockPart::Definitions(parts.collect())
            }
            Block::Rule => BlockPart::Rule,
        });
        Blocks {
            blocks: blocks.collect(),
            language,
        }
    }

    fn list<L: Copy>(&mut self, list: &List<L>, leaf: &LeafWriter<'_, 'a, L>) -> ListPart<'a> {
        let numbers = ListNumbers::of(list);
        let items = list.items.iter().enumerate().map(|(nth, item)| ItemPart {
            number: numbers.of_item(list, nth),
            body: Html(self.blocks(&item.blocks, leaf)),
        });
        ListPart {
            items: items.collect(),
            numbers,
        }
    }

    fn definition<L: Copy>(
        &mut self,
        definition: &Definition<L>,
        leaf: &LeafWriter<'_, 'a, L>,
    ) -> DefinitionPart<'a> {
        let term = Html(Blocks {
            blocks: vec![leaf(self, definition.term)],
            language: self.language,
        });
        let meanings = definition.meanings.iter();
        let meanings = meanings.map(|meaning| Html(self.blocks(meaning, leaf)));
        DefinitionPart {
            term,
            meanings: meanings.collect(),
        }
    }

    fn paragraph(&mut self, paragraph: &'a Paragraph) -> ParagraphPart<'a> {
        let id = paragraph.reference.fragment();
        let place = Place::from(paragraph.id);
        let words = Annotated {
            prose: &paragraph.prose,
            annotations: self.term_links.remove(&paragraph.id).unwrap_or_default(),
            language: Some(self.language),
        };
        ParagraphPart {
            reference: &paragraph.reference,
            href: self.excerpt.ctx.place(place),
            words: Html(self.words(&words, &id).0.named()),
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

    fn quotation(&mut self, quotation: &Quotation) -> QuotationPart<'a> {
        let library = self.excerpt.ctx.library;
        let leaf = |body: &mut Body<'a>, line: QuotationLineId| {
            let words = Annotated::from(&library[line].prose).in_language(body.language);
            BlockPart::Line(body.words(&words, body.quotation_ids.of_line(line)))
        };
        let attribution = quotation.attribution.map(|line| {
            let place = |place| self.excerpt.place(place);
            let words = Annotated::from(&library[line].prose).in_language(self.language);
            let owner = self.quotation_ids.of_line(line);
            Html(ProseHtml::new(library, &words, owner, &place))
        });
        let notes = quotation.own_lines().into_iter().flat_map(|line| {
            let owner = self.quotation_ids.of_line(line);
            self.notes(&library[line].prose, owner)
        });
        let notes = notes.collect();
        let blocks = self.blocks(&quotation.blocks, &leaf).blocks.into_iter();
        let parts = blocks.map(|block| match block {
            BlockPart::Line(line) => QuotedPart::Line(line),
            block => QuotedPart::Block(Html(Blocks {
                blocks: vec![block],
                language: self.language,
            })),
        });
        QuotationPart {
            attribution,
            notes,
            parts: parts.collect(),
        }
    }

    fn words(&self, words: &Annotated<'_>, owner: &str) -> Html<SetWords> {
        let place = |place| self.excerpt.place(place);
        Html(SetWords::new(
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
