//! The choices of links that a page of links leads to: by relation, by strength, by section.

use std::collections::BTreeMap;

use super::link_words::{SET_PHRASES, capitalized};
use crate::library::{Document, End, Relation, SectionId, Strength};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{LinkFilter, Route};

/// How many sections are listed; where more have links, their own pages lead to these.
const MOST_SECTIONS: usize = 150;

/// The rows of choices.
pub struct FilterBar<'a> {
    pub rows: [FilterRow<'a>; 2],
    /// The sections that have links, by document; none where they are too many.
    pub sections: Vec<DocumentSections<'a>>,
}

/// A row that is about one thing.
pub struct FilterRow<'a> {
    /// `Relation`.
    pub name: &'static str,
    pub choices: Vec<Choice<'a>>,
}

/// The sections of one document.
pub struct DocumentSections<'a> {
    pub document: &'a Document,
    pub choices: Vec<Choice<'a>>,
}

/// A choice of links.
pub struct Choice<'a> {
    pub href: Href<'a>,
    pub label: String,
    /// How many links it has.
    pub count: usize,
    pub current: bool,
}

impl<'a> FilterBar<'a> {
    /// On a page of this choice; `counts` has every choice that has links.
    pub fn new(
        ctx: RenderContext<'a>,
        current: LinkFilter,
        counts: &BTreeMap<LinkFilter, usize>,
    ) -> Self {
        let choice = |filter: LinkFilter, label: &str| {
            counts.get(&filter).map(|&count| Choice {
                href: ctx.href(Route::links(filter)),
                label: capitalized(label),
                count,
                current: filter == current,
            })
        };
        // What is chosen of the one row is kept by the choices of the other.
        let (chosen, strength) = match current {
            LinkFilter::Sort { relation, strength } => (Chosen::Relation(relation), strength),
            LinkFilter::Formulas(strength) => (Chosen::Formulas, strength),
            LinkFilter::Section(_) => (Chosen::Relation(None), None),
        };
        let relations = std::iter::once(None).chain(Relation::ALL.map(Some));
        let relations = relations.filter_map(|relation| {
            let label = relation.map_or("all", |relation| relation.label(End::To));
            choice(LinkFilter::Sort { relation, strength }, label)
        });
        let formulas = choice(LinkFilter::Formulas(strength), SET_PHRASES);
        let strengths = Strength::ALL.map(Some).into_iter().rev();
        let strengths = std::iter::once(None).chain(strengths);
        let strengths = strengths.filter_map(|strength| {
            let label = strength.map_or("any", Strength::name);
            choice(chosen.filter(strength), label)
        });
        Self {
            rows: [
                FilterRow {
                    name: "Relation",
                    choices: relations.chain(formulas).collect(),
                },
                FilterRow {
                    name: "Strength",
                    choices: strengths.collect(),
                },
            ],
            sections: by_document(ctx, counts, |section, label| {
                choice(LinkFilter::Section(section), label)
            }),
        }
    }
}

/// What the row of relations has for the current choice.
#[derive(Clone, Copy)]
enum Chosen {
    Relation(Option<Relation>),
    Formulas,
}

impl Chosen {
    /// The same of a strength.
    fn filter(self, strength: Option<Strength>) -> LinkFilter {
        match self {
            Self::Relation(relation) => LinkFilter::Sort { relation, strength },
            Self::Formulas => LinkFilter::Formulas(strength),
        }
    }
}

fn by_document<'a>(
    ctx: RenderContext<'a>,
    counts: &BTreeMap<LinkFilter, usize>,
    choice: impl Fn(SectionId, &str) -> Option<Choice<'a>>,
) -> Vec<DocumentSections<'a>> {
    let sections = counts.keys().filter_map(|filter| match filter {
        LinkFilter::Section(section) => Some(*section),
        LinkFilter::Sort { .. } | LinkFilter::Formulas(_) => None,
    });
    let sections: Vec<SectionId> = sections.collect();
    if sections.len() > MOST_SECTIONS {
        return Vec::new();
    }
    let document = |section: SectionId| ctx.library[section].document;
    let documents = sections.chunk_by(|a, b| document(*a) == document(*b));
    let documents = documents.map(|sections| DocumentSections {
        document: &ctx.library[document(sections[0])],
        choices: sections
            .iter()
            .filter_map(|&section| choice(section, ctx.library[section].heading_text()))
            .collect(),
    });
    documents.collect()
}
