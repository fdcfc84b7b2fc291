//! A page of the editors' own: about, method…

use super::prose::Prose;
use crate::library::id::{IdMap, PageId, PageSectionId, TargetId};
use crate::library::reference::Slug;

/// A page written for the site, not a document of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its place in the library.
    pub id: PageId,
    /// Its name in its address: the file's.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// What a reader who opens it wants to do, where the home page is to lead such readers to it:
    /// `Prepare a meeting`.
    pub task: Option<String>,
    /// Its body: what stands above the first heading, if anything, then each heading with what
    /// stands under it.
    pub sections: IdMap<PageSectionId, PageSection>,
}

/// A stretch of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageSection {
    /// The heading; `None` above the first.
    pub heading: Option<Prose>,
    /// What stands under it.
    pub blocks: Vec<PageBlock>,
}

/// A part of a page's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageBlock {
    /// A paragraph.
    Paragraph(Prose),
    /// A list; a tight one has items of one paragraph each, set without space between them.
    List {
        /// The number of the first item; `None` for a list without numbers.
        start: Option<usize>,
        /// Whether its items are set without space between them.
        tight: bool,
        /// The items, each a run of blocks.
        items: Vec<Vec<PageBlock>>,
    },
    /// A quotation.
    Quotation(Vec<PageBlock>),
    /// Lines of code, as they are.
    Code(String),
    /// What the page asks its readers to read: each target is a section, an epigraph or a
    /// paragraph.
    Reading(Vec<TargetId>),
    /// A table: its head, then its rows, each a cell for every column.
    Table {
        /// The cells of the head.
        head: Vec<Prose>,
        /// The cells of the rows.
        rows: Vec<Vec<Prose>>,
    },
    /// A line across the page.
    Rule,
}

impl Page {
    /// Everything that it asks its readers to read, in order, each with the section it stands in.
    pub fn readings(&self) -> impl Iterator<Item = (PageSectionId, &[TargetId])> {
        self.sections.iter().flat_map(|(id, section)| {
            let readings = section.blocks.iter().flat_map(PageBlock::readings);
            readings.into_iter().map(move |reading| (id, reading))
        })
    }
}

impl PageBlock {
    /// The readings in it, at any depth.
    fn readings(&self) -> Vec<&[TargetId]> {
        match self {
            Self::Reading(targets) => vec![targets],
            Self::Quotation(blocks) => blocks.iter().flat_map(Self::readings).collect(),
            Self::List { items, .. } => items.iter().flatten().flat_map(Self::readings).collect(),
            Self::Paragraph(_) | Self::Code(_) | Self::Table { .. } | Self::Rule => Vec::new(),
        }
    }
}
