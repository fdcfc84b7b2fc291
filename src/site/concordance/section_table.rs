//! The sections of one document, each with those of another that match it.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::spread::Spread;
use crate::library::{Document, Section, SectionId};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};
use crate::study::link_index::SectionPair;

/// The sections of a document by those of another.
pub struct SectionTable<'a> {
    /// Names the table.
    pub caption: String,
    pub own: &'a Document,
    pub other: &'a Document,
    pub rows: Vec<SectionRow<'a>>,
    /// The links of the section that has the most: the whole length of a bar.
    pub most: usize,
}

/// A section with its partners in the other document, the closest first.
pub struct SectionRow<'a> {
    /// The id of its element, to which the diagram leads.
    pub id: String,
    pub href: Href<'a>,
    pub section: &'a Section,
    pub spread: Spread,
    pub partners: Vec<Partner<'a>>,
}

/// A section of the other document.
pub struct Partner<'a> {
    /// The comparison of the two.
    pub comparison: Href<'a>,
    pub section: &'a Section,
    pub spread: Spread,
}

impl<'a> SectionTable<'a> {
    /// Of these sections of the first document, which pairs join to sections of the second.
    pub fn new(
        ctx: RenderContext<'a>,
        [own, other]: [&'a Document; 2],
        sections: &[&'a Section],
        pairs: &[&SectionPair],
    ) -> Self {
        let mut by_section: HashMap<SectionId, Vec<&SectionPair>> = HashMap::new();
        for &pair in pairs {
            for id in [pair.first, pair.second] {
                by_section.entry(id).or_default().push(pair);
            }
        }
        let rows = sections.iter().map(|&section| {
            let pairs = by_section.remove(&section.id).unwrap_or_default();
            SectionRow::new(ctx, section, other, pairs)
        });
        let rows: Vec<SectionRow<'a>> = rows.collect();
        let [own_name, other_name] = [own, other].map(|one| &one.metadata.in_text);
        Self {
            caption: format!(
                "Each section of {own_name} with the sections of {other_name} that match it, the \
                 closest first; each leads to the comparison"
            ),
            own,
            other,
            most: rows
                .iter()
                .map(|row| row.spread.total())
                .max()
                .unwrap_or_default(),
            rows,
        }
    }
}

impl<'a> SectionRow<'a> {
    fn new(
        ctx: RenderContext<'a>,
        section: &'a Section,
        other: &Document,
        mut pairs: Vec<&SectionPair>,
    ) -> Self {
        pairs.sort_by_key(|pair| Reverse(pair.weight));
        let partners = pairs.into_iter().map(|pair| {
            let id = if pair.first == section.id {
                pair.second
            } else {
                pair.first
            };
            Partner {
                comparison: ctx.href(Route::Comparison(pair.first, pair.second, Format::Html)),
                section: &ctx.library[id],
                spread: Spread::of(ctx.library, &pair.links),
            }
        });
        let partners: Vec<Partner<'a>> = partners.collect();
        let spreads = partners.iter().map(|partner| partner.spread);
        Self {
            id: row_id(section, other),
            href: ctx.section(section.id),
            section,
            spread: spreads.fold(Spread::default(), |sum, one| sum + one),
            partners,
        }
    }
}

/// The id of a section's row in its table with another document.
pub fn row_id(section: &Section, other: &Document) -> String {
    let reference = &section.reference;
    // A slug has no full stop, so that no two rows have one id.
    format!(
        "site-pairs-{}.{}.{}",
        reference.document, other.slug, reference.section
    )
}
