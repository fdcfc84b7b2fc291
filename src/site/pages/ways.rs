//! Where a reader may start: the list on the home page.

use std::borrow::Cow;

use crate::library::{Library, Place, Section, pluralize};
use crate::site::concordance::closest_pair;
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, Route};

/// A place to start from, and what one finds there.
pub struct Way<'a> {
    pub link: Link<'a>,
    pub description: Cow<'a, str>,
}

impl<'a> Way<'a> {
    fn new(
        href: Href<'a>,
        title: impl Into<Cow<'a, str>>,
        description: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            link: Link::new(href, title),
            description: description.into(),
        }
    }
}

/// The ways of the home page. The list of all texts is one of them unless the page leads there
/// already.
pub fn ways(ctx: RenderContext<'_>, leads_to_texts: bool) -> Vec<Way<'_>> {
    let library = ctx.library;
    let compared = &library[library.settings.compare_kind];
    let mut ways = Vec::new();
    if library.is_shared(compared.id) {
        ways.push(Way::new(
            ctx.href(Route::Kind(compared.id)),
            format!("{} side by side", compared.plural),
            "What each text holds to be fundamental",
        ));
    }
    if !library.links().is_empty() {
        ways.extend(scholarship(ctx));
    }
    ways.push(Way::new(
        ctx.href(Route::Compare),
        "Any two sections side by side",
        "In aligned rows, with the editors’ links and the wording that both share",
    ));
    if !leads_to_texts {
        ways.push(Way::new(
            ctx.href(Route::Texts),
            "All texts",
            "In one list, with who made them, when, and how long they take to read",
        ));
    }
    ways.extend(library.pages().iter().map(|page| {
        let href = ctx.href(Route::Page(page.id));
        Way::new(href, page.title.as_str(), page.description.as_str())
    }));
    ways.extend(example(library).map(|place| {
        Way::new(
            ctx.place(place),
            library.reference(place).to_string(),
            "Every paragraph has such an address: write it after the name of this site to come to \
             its words",
        )
    }));
    ways
}

/// Where the concordance begins.
fn scholarship(ctx: RenderContext<'_>) -> Vec<Way<'_>> {
    let library = ctx.library;
    let compared = library.settings.compare_kind;
    let closest = closest_pair(ctx, |section| section.kind == compared);
    let mut ways: Vec<Way<'_>> = closest
        .and_then(|pair| closest_way(ctx, pair))
        .into_iter()
        .collect();
    ways.push(Way::new(
        ctx.href(Route::Concordance(Format::Html)),
        "Concordance",
        format!(
            "How the texts speak to each other: {}",
            pluralize(library.links().len(), "link")
        ),
    ));
    if !library.silences().is_empty() {
        ways.push(Way::new(
            ctx.href(Route::Silences),
            "What only one of them says",
            format!(
                "{} on what a text leaves out or says differently",
                pluralize(library.silences().len(), "finding")
            ),
        ));
    }
    ways
}

fn closest_way<'a>(ctx: RenderContext<'a>, [first, second]: [&Section; 2]) -> Option<Way<'a>> {
    let kind = &ctx.library[ctx.library.settings.compare_kind];
    let name = |section: &Section| ctx.section_name(section.id);
    Some(Way::new(
        ctx.comparison(first.id, second.id)?,
        format!("{} beside {}", name(first), name(second)),
        format!(
            "The two {} that are closest: {} and {}",
            kind.noun(2),
            first.title,
            second.title
        ),
    ))
}

/// The last paragraph of the first section of the last document that is compared, else of its first
/// of all: a reference of the longest form.
fn example(library: &Library) -> Option<Place> {
    let compared = library.settings.compare_kind;
    let mut documents = library.documents().iter().rev();
    let section = documents
        .find(|document| document.kinds.contains(&compared))
        .and_then(|document| library.sections_of(document, compared).next())
        .or_else(|| library[library.documents().last()?.sections].first())?;
    section.paragraphs.last().map(Place::from)
}
