//! What else there is on the site: the list at the end of the home page.

use std::borrow::Cow;

use crate::library::{Library, Place, pluralize};
use crate::site::context::RenderContext;
use crate::site::href::{Href, Link};
use crate::site::routes::{Format, HandoutFormat, Route};

/// A page, and what one finds there.
pub struct Entry<'a> {
    pub link: Link<'a>,
    pub description: Cow<'a, str>,
}

impl<'a> Entry<'a> {
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

/// What the home page leads to besides the texts and the steps, short of searches. The list of all
/// texts is part of it unless the page leads there already.
pub fn more(ctx: RenderContext<'_>, leads_to_texts: bool) -> Vec<Entry<'_>> {
    let entries = [
        side_by_side(ctx),
        any_two(ctx),
        silences(ctx),
        terms(ctx),
        actors(ctx),
        paragraph(ctx),
        Some(handout(ctx)),
        (!leads_to_texts).then(|| all_texts(ctx)),
    ];
    entries.into_iter().flatten().collect()
}

fn handout(ctx: RenderContext<'_>) -> Entry<'_> {
    Entry::new(
        ctx.href(Route::Handout(HandoutFormat::Html)),
        "Handout",
        "Passages of your choice on a sheet to print",
    )
}

fn side_by_side(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let kind = &ctx.library[ctx.library.settings.compare_kind];
    let entry = Entry::new(
        ctx.href(Route::Kind(kind.id)),
        format!("{} side by side", kind.plural),
        "In full, a column for each text",
    );
    ctx.library.is_shared(kind.id).then_some(entry)
}

fn any_two(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let entry = Entry::new(
        ctx.href(Route::Compare),
        "Any two sections",
        "Side by side, with their matches and the wording they share",
    );
    // Without links, this is a step.
    (!ctx.library.links().is_empty()).then_some(entry)
}

fn silences(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let count = ctx.library.silences().len();
    let entry = Entry::new(
        ctx.href(Route::Silences),
        "What only one text says",
        format!(
            "What a text leaves out or puts differently, in {}",
            match count {
                1 => "1 entry".to_owned(),
                _ => format!("{count} entries"),
            }
        ),
    );
    (count > 0).then_some(entry)
}

fn terms(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let count = ctx.library.terms().len();
    let entry = Entry::new(
        ctx.href(Route::Terms),
        "Terms",
        format!(
            "{}, with every passage that uses them",
            pluralize(count, "term")
        ),
    );
    (count > 0).then_some(entry)
}

fn actors(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let entry = Entry::new(
        ctx.href(Route::Actors(Format::Html)),
        "Actors",
        "What each actor will, should, may or must not do",
    );
    let acting = !ctx.library.actors.actors.values().is_empty();
    acting.then_some(entry)
}

fn paragraph(ctx: RenderContext<'_>) -> Option<Entry<'_>> {
    let place = example(ctx.library)?;
    Some(Entry::new(
        ctx.place(place),
        "Link to any paragraph",
        format!(
            "Add its reference to this site’s address, as in /{}",
            ctx.library.reference(place)
        ),
    ))
}

fn all_texts(ctx: RenderContext<'_>) -> Entry<'_> {
    Entry::new(
        ctx.href(Route::Texts),
        "All texts",
        "Who made them, when, and how long they take to read",
    )
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
