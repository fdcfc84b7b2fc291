//! A section as a page shows it.

use std::borrow::Cow;

use askama::Template;

use super::blocks::Blocks;
use super::excerpt::{Apparatus, Excerpt};
use super::matches::compact_matches;
use super::prose::{Annotated, NotePart, ProseHtml};
use super::tally::tallies;
use crate::cite::locator;
use crate::library::{Language, Prose, Reference, Section};
use crate::site::concordance::LinkCard;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;

/// A section as a page shows it.
#[derive(Template)]
#[template(path = "text/section_part.html")]
pub struct SectionPart<'a> {
    /// The level of its heading on this page, 1 for the page's own.
    level: usize,
    /// The element that holds it: a heading of level 1 is the page's, not a section's.
    element: &'static str,
    heading: Html<ProseHtml>,
    /// Whether the editors supply the heading.
    is_supplied: bool,
    /// The signs of the heading's notes, which are links and so stand beside the heading's own.
    signs: Html<ProseHtml>,
    /// Its own page.
    href: Href<'a>,
    /// Whether this is that page.
    own_page: bool,
    reference: &'a Reference,
    language: &'a Language,
    /// Where it is, as a footnote says it.
    at: String,
    notes: Vec<NotePart>,
    /// How closely its paragraphs are matched, in words; on its own page.
    tallies: Vec<String>,
    /// Those of the section as a whole.
    matches: Vec<LinkCard<'a>>,
    blocks: Html<Blocks<'a>>,
}

impl<'a> SectionPart<'a> {
    /// The sections of an excerpt, in reading order.
    pub fn all(excerpt: Excerpt<'a>) -> Vec<Html<Self>> {
        let sections = excerpt.sections();
        let part = |(level, section)| Html(Self::new(excerpt, section, level));
        sections.map(part).collect()
    }

    fn new(excerpt: Excerpt<'a>, section: &'a Section, level: usize) -> Self {
        let Excerpt { ctx, .. } = excerpt;
        let id = section.reference.fragment();
        let heading = &section.heading;
        let own_page = excerpt.is_page_of(section.id);
        let language = ctx.library.language_at(section.id.into());
        Self {
            level,
            element: if own_page { "div" } else { "section" },
            heading: Html(ProseHtml::bare(
                ctx.library,
                &Annotated::from(&*shown_heading(section)).in_language(language),
            )),
            is_supplied: section.is_untitled(),
            signs: Html(ProseHtml::signs(heading, &id)),
            href: ctx.section(section.id),
            own_page,
            reference: &section.reference,
            language,
            at: locator(ctx.library, section.id.into()),
            notes: NotePart::of(ctx.library, heading, &id, &|place| excerpt.place(place)),
            tallies: if own_page {
                tallies(ctx, section)
            } else {
                Vec::new()
            },
            matches: if excerpt.apparatus == Apparatus::Matches {
                compact_matches(ctx, section.id.into())
            } else {
                Vec::new()
            },
            blocks: Html(Blocks::new(excerpt, section)),
        }
    }
}

/// The heading, or what the editors supply where none is printed.
fn shown_heading(section: &Section) -> Cow<'_, Prose> {
    if section.is_untitled() {
        Cow::Owned(Prose::plain(section.heading_text()))
    } else {
        Cow::Borrowed(&section.heading)
    }
}
