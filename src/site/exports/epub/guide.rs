//! A page of the editors' in a book.

use askama::Template;

use super::contents::Entry;
use super::places::Places;
use super::sheet::Sheet;
use crate::library::{Page, PageBlock, Place, Prose, Style, Target, TargetId};
use crate::site::filters;
use crate::site::language::typographic;
use crate::site::text::{FramePiece, Inline, Quotes, Row, inlines};

/// The page, as a run of pieces that nest.
#[derive(Template)]
#[template(path = "exports/epub/guide.xml")]
pub struct GuideChapter<'a> {
    sheet: Sheet<'a>,
    page: &'a Page,
    pieces: Vec<PagePiece<'a>>,
}

enum PagePiece<'a> {
    Heading(Vec<Inline>),
    Paragraph(Vec<Inline>),
    OpenList(Option<usize>),
    CloseList(Option<usize>),
    OpenItem,
    CloseItem,
    OpenQuotation,
    CloseQuotation,
    Code(&'a str),
    /// The head and the rows.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    Rule,
}

/// Writes a page as pieces.
struct Writer<'w, 'a> {
    places: &'w Places<'a>,
    pieces: Vec<PagePiece<'a>>,
}

impl<'a> GuideChapter<'a> {
    /// The chapter of a page.
    pub fn new(places: &Places<'a>, page: &'a Page) -> Self {
        let mut writer = Writer {
            places,
            pieces: Vec::new(),
        };
        for section in page.sections.values() {
            if let Some(heading) = &section.heading {
                let heading = writer.words(heading);
                writer.pieces.push(PagePiece::Heading(heading));
            }
            writer.blocks(&section.blocks);
        }
        Self {
            sheet: Sheet {
                title: page.title.clone(),
                language: None,
            },
            page,
            pieces: writer.pieces,
        }
    }

    pub fn file(&self) -> String {
        format!("page-{}.xhtml", self.page.slug)
    }

    pub fn entry(&self) -> Entry {
        Entry {
            href: self.file(),
            label: self.page.title.clone(),
            language: None,
            below: Vec::new(),
        }
    }
}

impl<'a> Writer<'_, 'a> {
    fn words(&self, prose: &Prose) -> Vec<Inline> {
        let href = |target: &_| self.places.address(target);
        inlines(
            self.places.ctx.library,
            prose,
            Quotes::Typographic,
            None,
            &href,
        )
    }

    fn cells(&self, cells: &[Prose]) -> Vec<Vec<Inline>> {
        cells.iter().map(|cell| self.words(cell)).collect()
    }

    /// What a meeting reads, as a list.
    fn reading(&mut self, targets: &[TargetId]) {
        let Places { ctx, .. } = *self.places;
        self.pieces.push(PagePiece::OpenList(None));
        for &target in targets {
            let target = &ctx.library[target];
            let label = match target {
                Target::Place(place) => match *place {
                    Place::Section(id) => {
                        format!("{}: {}", ctx.section_name(id), ctx.library[id].title)
                    }
                    place => ctx.place_name(place),
                },
                Target::Site(path) => path.to_string(),
                Target::Elsewhere(url) => url.clone(),
                Target::Nowhere => continue,
            };
            let words = Inline::Text(typographic(&label).into_owned());
            let words = match self.places.address(target) {
                Some(href) => vec![Inline::OpenLink(href), words, Inline::CloseLink],
                None => vec![words],
            };
            self.pieces.push(PagePiece::OpenItem);
            self.pieces.push(PagePiece::Paragraph(words));
            self.pieces.push(PagePiece::CloseItem);
        }
        self.pieces.push(PagePiece::CloseList(None));
    }

    fn blocks(&mut self, blocks: &'a [PageBlock]) {
        for block in blocks {
            match block {
                PageBlock::Paragraph(prose) => {
                    let words = self.words(prose);
                    self.pieces.push(PagePiece::Paragraph(words));
                }
                PageBlock::List { start, items, .. } => {
                    self.pieces.push(PagePiece::OpenList(*start));
                    for item in items {
                        self.pieces.push(PagePiece::OpenItem);
                        self.blocks(item);
                        self.pieces.push(PagePiece::CloseItem);
                    }
                    self.pieces.push(PagePiece::CloseList(*start));
                }
                PageBlock::Quotation(quoted) => {
                    self.pieces.push(PagePiece::OpenQuotation);
                    self.blocks(quoted);
                    self.pieces.push(PagePiece::CloseQuotation);
                }
                PageBlock::Code(code) => self.pieces.push(PagePiece::Code(code)),
                PageBlock::Table { head, rows } => {
                    let rows = rows.iter().map(|row| self.cells(row)).collect();
                    let head = self.cells(head);
                    self.pieces.push(PagePiece::Table(head, rows));
                }
                PageBlock::Reading(targets) => self.reading(targets),
                PageBlock::Rule => self.pieces.push(PagePiece::Rule),
            }
        }
    }
}
