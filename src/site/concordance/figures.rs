//! How many links of each relation and strength there are: a table that leads to each choice.

use std::collections::BTreeMap;

use super::links::SET_PHRASES;
use crate::library::{End, Strength};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{LinkFilter, Route};

/// The strengths, a column each.
pub const COLUMNS: [Strength; 3] = [Strength::Close, Strength::Clear, Strength::Loose];

/// The rows of the relations that have links and of the formulas, and their sum.
pub struct Figures<'a> {
    pub rows: Vec<FigureRow<'a>>,
    pub total: FigureRow<'a>,
}

/// The links of a relation, the formulas, or all.
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
    /// Those of the library. A formula counts once, whatever the relations of its links.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let counts = LinkFilter::counts(ctx.library);
        let sort = |relation| move |strength| LinkFilter::Sort { relation, strength };
        let relations = ctx.library.concordance().relations();
        let mut rows: Vec<FigureRow<'a>> = relations
            .map(|one| FigureRow::new(ctx, &counts, sort(Some(one)), one.label(End::To)))
            .collect();
        if !ctx.library.formulas().is_empty() {
            let formulas = FigureRow::new(ctx, &counts, LinkFilter::Formulas, SET_PHRASES);
            rows.push(formulas);
        }
        Self {
            rows,
            total: FigureRow::new(ctx, &counts, sort(None), "All"),
        }
    }
}

impl<'a> FigureRow<'a> {
    /// `filter` is the choice of each strength, and of all.
    fn new(
        ctx: RenderContext<'a>,
        counts: &BTreeMap<LinkFilter, usize>,
        filter: impl Fn(Option<Strength>) -> LinkFilter,
        label: &'static str,
    ) -> Self {
        let figure = |strength| {
            let filter = filter(strength);
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
