//! The next steps that the home page offers, one for each kind of reader.

use std::borrow::Cow;

use crate::library::Page;
use crate::site::concordance::closest_pair;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::routes::{Format, Route};

/// How many texts the first step leads to.
const MOST_TEXTS: usize = 2;

/// What a reader may want to do, and where to do it.
pub struct Step<'a> {
    pub task: &'a str,
    /// A sentence.
    pub description: Cow<'a, str>,
    /// One or two.
    pub links: Vec<Link<'a>>,
}

/// To read, to compare, and what the editors wrote pages for.
pub fn steps(ctx: RenderContext<'_>) -> Vec<Step<'_>> {
    let pages = ctx.library.pages().iter();
    let of_pages = pages.filter_map(|page| {
        let task = page.task.as_deref()?;
        Some(of_page(ctx, page, task))
    });
    [read(ctx), compare(ctx)]
        .into_iter()
        .chain(of_pages)
        .collect()
}

fn read(ctx: RenderContext<'_>) -> Step<'_> {
    let texts = ctx.library.documents().iter().take(MOST_TEXTS);
    let links = texts.map(|document| {
        let label = format!("Full text of {}", document.metadata.in_text);
        Link::new(ctx.href(Route::FullText(document.id)), label)
    });
    Step {
        task: "Read",
        description: "From beginning to end on one page, or section by section from the contents."
            .into(),
        links: links.collect(),
    }
}

fn compare(ctx: RenderContext<'_>) -> Step<'_> {
    let library = ctx.library;
    if library.links().is_empty() {
        return Step {
            task: "Compare",
            description: "Set any two sections side by side.".into(),
            links: vec![Link::new(ctx.href(Route::Compare), "Choose two sections")],
        };
    }
    let kind = &library[library.settings.compare_kind];
    let closest = closest_pair(ctx, |section| section.kind == kind.id)
        .and_then(|[first, second]| ctx.comparison(first.id, second.id))
        .map(|href| Link::new(href, format!("The two closest {}", kind.noun(2))));
    let concordance = ctx.href(Route::Concordance(Format::Html));
    let concordance = Link::new(concordance, "Where the texts match");
    Step {
        task: "Compare",
        description:
            "See where the texts agree, where they differ, and what only one of them says.".into(),
        links: closest.into_iter().chain([concordance]).collect(),
    }
}

fn of_page<'a>(ctx: RenderContext<'a>, page: &'a Page, task: &'a str) -> Step<'a> {
    Step {
        task,
        description: page.description.as_str().into(),
        links: vec![Link::new(
            ctx.href(Route::Page(page.id)),
            page.title.as_str(),
        )],
    }
}
