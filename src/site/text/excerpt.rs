//! Which sections of a document a page shows, and what it says of their paragraphs.

use crate::library::{Document, IdRange, Place, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;

/// A run of a document's sections on a page.
#[derive(Clone, Copy)]
pub struct Excerpt<'a> {
    pub(super) ctx: RenderContext<'a>,
    shown: IdRange<SectionId>,
    /// The section whose page it is; `None` on the page of the whole text.
    page_of: Option<SectionId>,
    /// What stands beside and below the paragraphs.
    pub(super) apparatus: Apparatus,
}

/// What a page says of the paragraphs that it shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Apparatus {
    /// Nothing: the text alone.
    None,
    /// A quiet line below each paragraph, and its strongest match in a wide margin.
    Line,
    /// Every match of each paragraph.
    Matches,
}

impl<'a> Excerpt<'a> {
    /// The whole text of a document, without apparatus: over so many paragraphs it would be noise.
    pub fn whole(ctx: RenderContext<'a>, document: &Document) -> Self {
        Self {
            ctx,
            shown: document.sections,
            page_of: None,
            apparatus: Apparatus::None,
        }
    }

    /// A section and everything below it, on the section's page.
    pub fn of_section(ctx: RenderContext<'a>, section: &Section) -> Self {
        Self {
            ctx,
            shown: section.subtree,
            page_of: Some(section.id),
            apparatus: Apparatus::Line,
        }
    }

    /// The same with every match of every paragraph.
    pub fn with_matches(ctx: RenderContext<'a>, section: &Section) -> Self {
        Self {
            apparatus: Apparatus::Matches,
            ..Self::of_section(ctx, section)
        }
    }

    /// Its sections in reading order, each with the level of its heading on the page: 1 for the
    /// page's own heading. Above the sections of a whole text stands the heading of the page.
    pub fn sections(self) -> impl Iterator<Item = (usize, &'a Section)> {
        let sections = &self.ctx.library[self.shown];
        let top = if self.page_of.is_some() { 1 } else { 2 };
        let first = sections.first().map_or(0, |first| usize::from(first.level));
        let level = move |section: &Section| top + usize::from(section.level) - first;
        sections
            .iter()
            .map(move |section| (level(section), section))
    }

    /// Whether it stands on the page of this section.
    pub(super) fn is_page_of(self, section: SectionId) -> bool {
        self.page_of == Some(section)
    }

    /// Where a link in the text leads: to the place on this page if it is shown here, else on the
    /// page of its section.
    pub(super) fn place(self, place: Place) -> Href<'a> {
        let library = self.ctx.library;
        if self.shown.contains(library.section_of(place)) {
            Href::here(library.reference(place).fragment())
        } else {
            self.ctx.in_context(place)
        }
    }
}
