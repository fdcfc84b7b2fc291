//! How many links of each relation and strength there are: a table that leads to each choice.

use std::collections::BTreeMap;

use crate::library::{End, Relation, Strength};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{LinkFilter, Route};

/// The strengths, a column each.
pub const COLUMNS: [Strength; 3] = [Strength::Close, Strength::Clear, Strength::Loose];

/// The rows of the relations that have links, and their sum.
pub struct Figures<'a> {
    pub rows: Vec<FigureRow<'a>>,
    pub total: FigureRow<'a>,
}

/// The links of a relation, or all.
pub struct FigureRow<'a> {
    pub label: &'static str,
    /// By strength, the closest first.
    pub cells: [Option<Figure<'a>>; 3],
    pub all: Option<Figure<'a>>,
}

/// How many links a choice has, and where they stand.
pub struct Figure<'a> {
    pub href: Href<'a>,
    pub count: usize,
}

impl<'a> Figures<'a> {
    /// Those of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let counts = LinkFilter::counts(ctx.library);
        let relations = ctx.library.concordance().relations();
        Self {
            rows: relations
                .map(|relation| {
                    FigureRow::new(ctx, &counts, Some(relation), relation.label(End::To))
                })
                .collect(),
            total: FigureRow::new(ctx, &counts, None, "All"),
        }
    }
}

impl<'a> FigureRow<'a> {
    fn new(
        ctx: RenderContext<'a>,
        counts: &BTreeMap<LinkFilter, usize>,
        relation: Option<Relation>,
        label: &'static str,
    ) -> Self {
        let figure = |strength| {
            let filter = LinkFilter::Sort { relation, strength };
            counts.get(&filter).map(|&count| Figure {
                href: ctx.href(Route::links(filter)),
                count,
            })
        };
        Self {
            label,
            cells: COLUMNS.map(|strength| figure(Some(strength))),
            all: figure(None),
        }
    }
}
