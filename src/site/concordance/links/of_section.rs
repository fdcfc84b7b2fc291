//! The links of one section, those of its children left out.

use super::entry::entries;
use crate::library::SectionId;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::routes::{LinkFilter, Route};
use crate::study::link_index::LinkEnd;

/// Each once, by its end in the section, in the order of the paragraphs.
pub fn ends_in(ctx: RenderContext<'_>, section: SectionId) -> Vec<LinkEnd> {
    let library = ctx.library;
    let mut ends = ctx.study.links.in_section(section).to_vec();
    // A link inside the section is met at both ends, and shown once.
    ends.dedup_by_key(|met| met.link);
    ends.sort_by_key(|met| library[met.link].passage(met.end).place);
    ends
}

/// The way to all of them, where a formula counts once: `All 12 matches of Strategy I`.
pub fn all_of(ctx: RenderContext<'_>, section: SectionId) -> Link<'_> {
    let name = ctx.section_name(section);
    let entries = entries(ctx.library, ends_in(ctx, section));
    let label = match entries.len() {
        1 => format!("The one match of {name}"),
        count => format!("All {count} matches of {name}"),
    };
    Link::new(ctx.href(Route::links(LinkFilter::Section(section))), label)
}
