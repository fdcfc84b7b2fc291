//! The contents of a document: all of it, or opened where a page stands.

use std::ops::Range;

use askama::Template;

use crate::library::{Document, Language, Section, SectionId, thousands};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{Route, TextFormat};

/// How many entries of a level stand beside a page before some are left out, and how many then remain before and after
/// the one where the page is: a reader looks no further, and pages of a long text would all carry its whole contents.
const MOST_BESIDE: usize = 100;
const NEAR: usize = 25;

/// A level of the contents, with the levels below it.
#[derive(Template)]
#[template(path = "text/contents.html")]
pub struct Contents<'a> {
    /// What is left out before the entries, and after.
    earlier: Option<LeftOut<'a>>,
    entries: Vec<ContentsEntry<'a>>,
    later: Option<LeftOut<'a>>,
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

/// Entries that are not there.
struct LeftOut<'a> {
    count: String,
    /// The whole contents.
    href: Href<'a>,
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

impl View {
    /// The section where the page is, beside which the contents stand.
    fn current(self) -> Option<SectionId> {
        match self {
            Self::Whole | Self::Inside => None,
            Self::Around(current) | Self::AroundParagraph(current) => Some(current),
        }
    }
}

impl<'a> Contents<'a> {
    /// The whole tree.
    pub fn whole(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        Self::level(ctx, &document.roots, View::Whole)
    }

    /// The whole tree, on the page that shows the whole text.
    pub fn inside(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        Self::level(ctx, &document.roots, View::Inside)
    }

    /// The tree of a section's document, opened where the section stands.
    pub fn around(ctx: RenderContext<'a>, section: &Section) -> Self {
        let roots = &ctx.library[section.document].roots;
        Self::level(ctx, roots, View::Around(section.id))
    }

    /// The tree of a section's document, opened where a paragraph of the section stands.
    pub fn around_paragraph(ctx: RenderContext<'a>, section: &Section) -> Self {
        let roots = &ctx.library[section.document].roots;
        Self::level(ctx, roots, View::AroundParagraph(section.id))
    }

    /// The tree below a section, on that section's page; `None` where nothing is below.
    pub fn below(ctx: RenderContext<'a>, section: &'a Section) -> Option<Self> {
        Self::children(ctx, section, View::Inside)
    }

    fn level(ctx: RenderContext<'a>, sections: &'a [SectionId], view: View) -> Self {
        let library = ctx.library;
        let shown = shown(sections, view.current());
        let left_out = |left_out: &[SectionId]| {
            left_out.first().map(|&section| LeftOut {
                count: thousands(left_out.len()),
                href: ctx.href(Route::Document(library[section].document, TextFormat::Html)),
            })
        };
        Self {
            earlier: left_out(&sections[..shown.start]),
            later: left_out(&sections[shown.end..]),
            language: sections
                .first()
                .map(|&section| library.language_at(section.into())),
            entries: sections[shown]
                .iter()
                .map(|&section| entry(ctx, &library[section], view))
                .collect(),
        }
    }

    fn children(ctx: RenderContext<'a>, section: &'a Section, view: View) -> Option<Self> {
        (!section.children.is_empty()).then(|| Self::level(ctx, &section.children, view))
    }
}

/// Which sections of a level are shown beside a page that is at this one.
fn shown(sections: &[SectionId], current: Option<SectionId>) -> Range<usize> {
    let all = 0..sections.len();
    let Some(current) = current.filter(|_| sections.len() > MOST_BESIDE) else {
        return all;
    };
    let place = sections.partition_point(|&section| section <= current);
    let place = place.saturating_sub(1);
    place.saturating_sub(NEAR)..all.end.min(place + NEAR + 1)
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
