//! What a reader may have meant by a path that leads nowhere.

use super::candidates::{Candidate, Meant, candidates};
use crate::library::near::ranked;
use crate::library::{Library, Place, Reference};
use crate::search::Named;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::missing::{nearest, said};
use crate::site::routes::{Format, Route, TextFormat};

/// How many near matches are offered.
const OFFERS: usize = 5;

/// Paths longer than this are not compared with others: nobody mistypes so much.
const LONGEST: usize = 120;

/// What is said of a path that leads nowhere.
pub struct NotFound<'a> {
    /// What there is instead, in a sentence or two.
    pub message: String,
    /// What may have been meant.
    pub near: Vec<NearMatch<'a>>,
}

/// A page or place that a reader may have meant.
pub struct NearMatch<'a> {
    pub route: Route,
    /// The way there, by its heading or else by its path.
    pub link: Link<'a>,
    /// For a section or paragraph what tells it from others.
    pub section: Option<NearSection<'a>>,
}

/// What is told of a section or paragraph.
pub struct NearSection<'a> {
    pub colour: &'static str,
    pub reference: &'a Reference,
}

impl<'a> NotFound<'a> {
    /// Of a path, and what it names if it is read as a query.
    pub fn new(ctx: RenderContext<'a>, path: &str, named: &Named) -> Self {
        let (message, meant) = match named {
            Named::Missing(missing) => (said(ctx, missing), nearest(ctx, missing)),
            named => {
                let message = "There is no page at this address.".to_owned();
                (message, named.places().to_vec())
            }
        };
        Self {
            message,
            near: near_matches(ctx, path, meant),
        }
    }
}

/// The places that a path means, then those most like it, the likest first.
fn near_matches<'a>(ctx: RenderContext<'a>, path: &str, meant: Vec<Place>) -> Vec<NearMatch<'a>> {
    if path.len() > LONGEST {
        return Vec::new();
    }
    let library = ctx.library;
    let asked = path.trim_matches('/');
    let candidates = candidates(library, asked);
    let names = candidates.iter().map(|candidate| candidate.name.as_str());
    let alike = ranked(asked, names, 2 * OFFERS)
        .into_iter()
        .filter_map(|name| {
            let mut candidates = candidates.iter();
            candidates.find(|candidate| candidate.name == name)
        });
    let meant = meant
        .into_iter()
        .map(Meant::Place)
        .chain(same_end(library, asked, &candidates))
        .chain(alike.map(|candidate| candidate.meant));
    let mut offered: Vec<Meant> = Vec::new();
    for one in meant {
        if !offered.contains(&one) {
            offered.push(one);
        }
    }
    offered.truncate(OFFERS);
    offered
        .into_iter()
        .map(|one| near_match(ctx, one))
        .collect()
}

/// What has a path with the same last part: `/strategy/sovereignty` leaves out the kind,
/// `/sovereignty` all but the name.
fn same_end(library: &Library, asked: &str, candidates: &[Candidate]) -> Vec<Meant> {
    let last = last_part(asked).to_lowercase();
    let documents = library.documents().iter();
    let sections = documents.filter_map(|document| library.section_by_slug(document.id, &last));
    let term = library.term(&last);
    let pages = candidates.iter().filter(|candidate| {
        matches!(candidate.meant, Meant::Page(_)) && last_part(&candidate.name) == last
    });
    sections
        .take(OFFERS)
        .map(|section| Meant::Place(section.into()))
        .chain(term.map(|term| Meant::Page(Route::Term(term, Format::Html))))
        .chain(pages.map(|candidate| candidate.meant))
        .collect()
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn near_match(ctx: RenderContext<'_>, meant: Meant) -> NearMatch<'_> {
    match meant {
        Meant::Page(route) => {
            let href = ctx.href(route);
            let path = href.to_string();
            NearMatch {
                route,
                link: Link::new(href, path),
                section: None,
            }
        }
        Meant::Place(place) => {
            let section = &ctx.library[ctx.library.section_of(place)];
            NearMatch {
                route: Route::of_place(place, TextFormat::Html),
                link: Link::new(ctx.place(place), section.heading_text())
                    .in_language(ctx.library.language_at(place)),
                section: Some(NearSection {
                    colour: ctx.library[section.document].metadata.colour.name(),
                    reference: ctx.library.reference(place),
                }),
            }
        }
    }
}
