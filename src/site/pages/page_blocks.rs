//! The body of a page of the editors': its blocks as HTML.

use askama::Template;

use super::reading::ReadingPart;
use crate::library::{PageBlock, Prose};
use crate::site::context::RenderContext;
use crate::site::html::Html;
use crate::site::text::{Annotated, ProseHtml};

/// A run of blocks: under a heading, in an item of a list or in a quotation.
#[derive(Template)]
#[template(path = "pages/page_blocks.html")]
pub struct PageBlocks<'a> {
    blocks: Vec<BlockPart<'a>>,
}

enum BlockPart<'a> {
    Paragraph(Html<ProseHtml>),
    /// A paragraph of a tight list.
    Words(Html<ProseHtml>),
    List {
        start: Option<usize>,
        tight: bool,
        items: Vec<Html<PageBlocks<'a>>>,
    },
    Quotation(Html<PageBlocks<'a>>),
    Code(&'a str),
    Table {
        head: Vec<Html<ProseHtml>>,
        rows: Vec<Vec<Html<ProseHtml>>>,
    },
    Reading(Html<ReadingPart<'a>>),
    Rule,
}

/// What blocks are made from, and the words of the heading above them; empty above the first.
#[derive(Clone, Copy)]
struct Under<'a> {
    ctx: RenderContext<'a>,
    heading: &'a str,
}

impl<'a> PageBlocks<'a> {
    /// Blocks that are each an element of their own, under a heading if they have one.
    pub fn new(
        ctx: RenderContext<'a>,
        heading: Option<&'a Prose>,
        blocks: &'a [PageBlock],
    ) -> Self {
        let heading = heading.map_or("", |heading| heading.text.as_str());
        Self::under(Under { ctx, heading }, blocks)
    }

    fn under(under: Under<'a>, blocks: &'a [PageBlock]) -> Self {
        Self::with(blocks, |block| part(under, block))
    }

    /// The blocks of an item in a tight list, whose paragraphs are no elements.
    fn tight_item(under: Under<'a>, blocks: &'a [PageBlock]) -> Self {
        Self::with(blocks, |block| match block {
            PageBlock::Paragraph(words) => BlockPart::Words(prose(under.ctx, words)),
            _ => part(under, block),
        })
    }

    fn with(blocks: &'a [PageBlock], part: impl Fn(&'a PageBlock) -> BlockPart<'a>) -> Self {
        Self {
            blocks: blocks.iter().map(part).collect(),
        }
    }
}

fn part<'a>(under: Under<'a>, block: &'a PageBlock) -> BlockPart<'a> {
    let ctx = under.ctx;
    let cells = |cells: &[Prose]| cells.iter().map(|cell| prose(ctx, cell)).collect();
    match block {
        PageBlock::Paragraph(words) => BlockPart::Paragraph(prose(ctx, words)),
        PageBlock::List {
            start,
            tight,
            items,
        } => {
            let item = if *tight {
                PageBlocks::tight_item
            } else {
                PageBlocks::under
            };
            BlockPart::List {
                start: *start,
                tight: *tight,
                items: items
                    .iter()
                    .map(|blocks| Html(item(under, blocks)))
                    .collect(),
            }
        }
        PageBlock::Quotation(quoted) => {
            BlockPart::Quotation(Html(PageBlocks::under(under, quoted)))
        }
        PageBlock::Code(code) => BlockPart::Code(code),
        PageBlock::Table { head, rows } => BlockPart::Table {
            head: cells(head),
            rows: rows.iter().map(|row| cells(row)).collect(),
        },
        PageBlock::Reading(targets) => {
            BlockPart::Reading(Html(ReadingPart::new(ctx, under.heading, targets)))
        }
        PageBlock::Rule => BlockPart::Rule,
    }
}

/// Words of a page, which has no notes.
pub fn prose(ctx: RenderContext<'_>, words: &Prose) -> Html<ProseHtml> {
    let place = |place| ctx.place(place);
    Html(ProseHtml::new(
        ctx.library,
        &Annotated::from(words),
        "",
        &place,
    ))
}
