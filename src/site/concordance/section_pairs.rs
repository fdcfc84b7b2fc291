//! The pairs of sections of two documents that links join: as a diagram and as the table behind it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::map::{Plan, SectionMap};
use crate::library::{Document, DocumentId, Section, SectionId, pluralize};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::routes::{Format, Route};
use crate::study::link_index::SectionPair;

/// Two documents and how their sections speak to each other. The macros of `concordance/map.html`
/// and `concordance/section_pairs.html` show it; who calls them needs the filters in scope.
pub struct PairTable<'a> {
    pub map: SectionMap<'a>,
    /// Names the table.
    pub caption: String,
    pub documents: [&'a Document; 2],
    pub rows: Vec<PairRow<'a>>,
}

/// A section of the first document with its partners in the other, the closest first.
pub struct PairRow<'a> {
    pub href: Href<'a>,
    pub section: &'a Section,
    pub partners: Vec<Partner<'a>>,
}

/// A section of the other document.
pub struct Partner<'a> {
    /// The comparison of the two.
    pub comparison: Href<'a>,
    pub section: &'a Section,
    /// `8 links, weight 23`.
    pub size: String,
}

/// Two documents that links join, by the pairs of their sections in reading order.
pub struct DocumentPair<'a> {
    documents: [DocumentId; 2],
    pairs: Vec<&'a SectionPair>,
}

/// For every two documents that links join, their wanted sections, but none without paragraphs and
/// links. `row` is the least distance of the diagram's rows, `title` what the diagram is called.
pub fn pair_tables<'a>(
    ctx: RenderContext<'a>,
    row: f64,
    title: &str,
    wanted: impl Fn(&Section) -> bool,
) -> Vec<PairTable<'a>> {
    document_pairs(ctx, &wanted)
        .iter()
        .map(|pair| PairTable::new(ctx, pair, row, title, &wanted))
        .collect()
}

/// Every two documents of which links join wanted sections, in the order of the library.
pub fn document_pairs(
    ctx: RenderContext<'_>,
    wanted: impl Fn(&Section) -> bool,
) -> Vec<DocumentPair<'_>> {
    let mut found: BTreeMap<[DocumentId; 2], Vec<&SectionPair>> = BTreeMap::new();
    for pair in across_documents(ctx, wanted) {
        let documents = [pair.first, pair.second].map(|id| ctx.library[id].document);
        found.entry(documents).or_default().push(pair);
    }
    let found = found.into_iter();
    found
        .map(|(documents, pairs)| DocumentPair { documents, pairs })
        .collect()
}

/// The closest two wanted sections of different documents, if links join any: those with the
/// greatest weight, and of several the first.
pub fn closest_pair(
    ctx: RenderContext<'_>,
    wanted: impl Fn(&Section) -> bool,
) -> Option<[&Section; 2]> {
    let closest = across_documents(ctx, wanted)
        .rev()
        .max_by_key(|pair| pair.weight)?;
    Some([closest.first, closest.second].map(|id| &ctx.library[id]))
}

fn across_documents(
    ctx: RenderContext<'_>,
    wanted: impl Fn(&Section) -> bool,
) -> impl DoubleEndedIterator<Item = &SectionPair> {
    ctx.study.links.pairs().iter().filter(move |pair| {
        let [first, second] = [pair.first, pair.second].map(|id| &ctx.library[id]);
        first.document != second.document && wanted(first) && wanted(second)
    })
}

impl<'a> PairTable<'a> {
    /// The wanted sections of two documents.
    pub fn new(
        ctx: RenderContext<'a>,
        pair: &DocumentPair<'a>,
        row: f64,
        title: &str,
        wanted: impl Fn(&Section) -> bool,
    ) -> Self {
        let documents = pair.documents.map(|id| &ctx.library[id]);
        let joined = pair.pairs.iter();
        let joined: HashSet<SectionId> =
            joined.flat_map(|pair| [pair.first, pair.second]).collect();
        let is_shown = |section: &&Section| {
            wanted(section) && (!section.paragraphs.is_empty() || joined.contains(&section.id))
        };
        let sections = documents.map(|document| {
            let sections = ctx.library[document.sections].iter();
            sections.filter(is_shown).collect::<Vec<_>>()
        });
        let partners = pair.pairs.chunk_by(|a, b| a.first == b.first);
        let partners: HashMap<SectionId, &[&SectionPair]> =
            partners.map(|pairs| (pairs[0].first, pairs)).collect();
        let rows = sections[0].iter().map(|&section| {
            let own = partners.get(&section.id).copied().unwrap_or_default();
            PairRow::new(ctx, section, own)
        });
        let [first, second] =
            documents.map(|document| document.metadata.short_title.to_lowercase());
        Self {
            caption: format!(
                "Each section of the {first} with those of the {second} that speak to it, the \
                 closest first"
            ),
            documents,
            rows: rows.collect(),
            map: SectionMap::new(
                ctx,
                Plan {
                    documents,
                    sections,
                    row,
                    title: title.to_owned(),
                    pairs: &pair.pairs,
                },
            ),
        }
    }
}

impl<'a> PairRow<'a> {
    fn new(ctx: RenderContext<'a>, section: &'a Section, pairs: &[&SectionPair]) -> Self {
        let mut pairs = pairs.to_vec();
        pairs.sort_by_key(|pair| Reverse(pair.weight));
        let partners = pairs.into_iter().map(|pair| {
            let comparison = Route::Comparison(pair.first, pair.second, Format::Html);
            let links = pluralize(pair.links.len(), "link");
            Partner {
                comparison: ctx.href(comparison),
                section: &ctx.library[pair.second],
                size: format!("{links}, weight {}", pair.weight),
            }
        });
        Self {
            href: ctx.section(section.id),
            section,
            partners: partners.collect(),
        }
    }
}
