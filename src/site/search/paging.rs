//! Links to the other pages of results.

use super::href::SearchHref;
use crate::site::context::RenderContext;

/// The pages before, after and around the one that is shown.
pub struct Paging<'a> {
    pub previous: Option<SearchHref<'a>>,
    pub pages: Vec<PageLink<'a>>,
    pub next: Option<SearchHref<'a>>,
}

/// A link to a page by its number.
pub struct PageLink<'a> {
    pub number: usize,
    pub href: SearchHref<'a>,
    pub current: bool,
}

impl<'a> Paging<'a> {
    /// On a page of so many; `None` where it is the only one.
    pub fn new(ctx: RenderContext<'a>, query: &'a str, page: usize, last: usize) -> Option<Self> {
        let href = |number: usize| SearchHref::new(ctx, query).at_page(number);
        let pages = shown_numbers(page, last).map(|number| PageLink {
            number,
            href: href(number),
            current: number == page,
        });
        (last > 1).then(|| Self {
            previous: (page > 1).then(|| href(page - 1)),
            pages: pages.collect(),
            next: (page < last).then(|| href(page + 1)),
        })
    }
}

/// The numbers around a page, the first and the last.
fn shown_numbers(page: usize, last: usize) -> impl Iterator<Item = usize> {
    let near = page.saturating_sub(2)..=page + 2;
    (1..=last).filter(move |number| *number == 1 || *number == last || near.contains(number))
}
