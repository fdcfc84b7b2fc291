//! The contents of a document: all of it, or opened where a page stands.

use askama::Template;

use crate::library::{Document, Language, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;

/// A level of the contents, with the levels below it.
#[derive(Template)]
#[template(path = "text/contents.html")]
pub struct Contents<'a> {
    entries: Vec<ContentsEntry<'a>>,
    /// That of the text.
    language: Option<&'a Language>,
}

struct ContentsEntry<'a> {
    number: Option<&'a str>,
    title: &'a str,
    href: Href<'a>,
    /// The value of `aria-current`: whether it is the page itself, or has its paragraph.
    current: Option<&'static str>,
    children: Option<Html<Contents<'a>>>,
}

/// Which part of the tree is shown, and where its links lead.
#[derive(Clone, Copy)]
enum View {
    /// All of it, linking to the sections' pages.
    Whole,
    /// All of it, linking to places on the page itself.
    Inside,
    /// What is above, beside and below this section, linking to the sections' pages; for what is
    /// below, to its place on the section's own page.
    Around(SectionId),
    /// The same beside a paragraph of this section, where nothing of the section's page stands.
    AroundParagraph(SectionId),
}

impl<'a> Contents<'a> {
    /// The whole tree.
    pub fn whole(ctx: RenderContext<'a>, document: &Document) -> Self {
        Self::level(ctx, ctx.library.roots(document), View::Whole)
    }

    /// The whole tree, on the page that shows the whole text.
    pub fn inside(ctx: RenderContext<'a>, document: &Document) -> Self {
        Self::level(ctx, ctx.library.roots(document), View::Inside)
    }

    /// The tree of a section's document, opened where the section stands.
    pub fn around(ctx: RenderContext<'a>, section: &Section) -> Self {
        let roots = ctx.library.roots(&ctx.library[section.document]);
        Self::level(ctx, roots, View::Around(section.id))
    }

    /// The tree of a section's document, opened where a paragraph of the section stands.
    pub fn around_paragraph(ctx: RenderContext<'a>, section: &Section) -> Self {
        let roots = ctx.library.roots(&ctx.library[section.document]);
        Self::level(ctx, roots, View::AroundParagraph(section.id))
    }

    /// The tree below a section, on that section's page; `None` where nothing is below.
    pub fn below(ctx: RenderContext<'a>, section: &Section) -> Option<Self> {
        Self::children(ctx, section, View::Inside)
    }

    fn level(
        ctx: RenderContext<'a>,
        sections: impl Iterator<Item = &'a Section>,
        view: View,
    ) -> Self {
        let mut language = None;
        let entries = sections.map(|section| {
            language = Some(ctx.library.language_at(section.id.into()));
            entry(ctx, section, view)
        });
        Self {
            entries: entries.collect(),
            language,
        }
    }

    fn children(ctx: RenderContext<'a>, section: &Section, view: View) -> Option<Self> {
        if section.children.is_empty() {
            return None;
        }
        let children = section.children.iter().map(|&child| &ctx.library[child]);
        Some(Self::level(ctx, children, view))
    }
}

fn entry<'a>(ctx: RenderContext<'a>, section: &'a Section, view: View) -> ContentsEntry<'a> {
    let (opened, here) = match view {
        View::Whole => (true, false),
        View::Inside => (true, true),
        View::Around(current) => {
            let below = ctx.library[current].subtree.contains(section.id) && current != section.id;
            (below || section.subtree.contains(current), below)
        }
        View::AroundParagraph(current) => (section.subtree.contains(current), false),
    };
    let current = match view {
        View::Around(current) if current == section.id => Some("page"),
        View::AroundParagraph(current) if current == section.id => Some("true"),
        _ => None,
    };
    let children = opened.then(|| Contents::children(ctx, section, view));
    ContentsEntry {
        number: section.number.as_deref().map(short_number),
        title: &section.title,
        href: if here {
            Href::here(section.reference.fragment())
        } else {
            ctx.section(section.id)
        },
        current,
        children: children.flatten().map(Html),
    }
}

/// A number without the word before it and the stop after it: `II` for `Chapter II`.
fn short_number(number: &str) -> &str {
    let last = number.rsplit(' ').next().unwrap_or(number);
    last.trim_end_matches('.')
}
