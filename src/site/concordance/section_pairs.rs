//! The pairs of sections of two documents that links join: as a diagram and as tables.

use std::collections::{BTreeMap, HashSet};

use super::map::{Drawing, NodeTarget, Plan, SectionMap};
use super::section_table::SectionTable;
use crate::library::{Document, DocumentId, Section, SectionId};
use crate::site::context::RenderContext;
use crate::study::link_index::SectionPair;

/// Two documents and which of their sections match. The macros of `concordance/map.html` and
/// `concordance/section_pairs.html` show it; who calls them needs the filters in scope.
pub struct PairTable<'a> {
    pub map: SectionMap<'a>,
    pub documents: [&'a Document; 2],
    /// The sections of the first document with those of the second, then the other way round.
    pub tables: [SectionTable<'a>; 2],
}

/// Two documents that links join, by the pairs of their sections in reading order.
pub struct DocumentPair<'a> {
    documents: [DocumentId; 2],
    pairs: Vec<&'a SectionPair>,
}

/// For every two documents that links join, their wanted sections, but none without paragraphs and
/// links. `row` is the least distance of the diagram's rows, `title` what the diagram is called; its
/// nodes lead to the pages of the sections.
pub fn pair_tables<'a>(
    ctx: RenderContext<'a>,
    row: f64,
    title: &str,
    wanted: impl Fn(&Section) -> bool,
) -> Vec<PairTable<'a>> {
    let drawing = Drawing {
        row,
        title,
        nodes: NodeTarget::Page,
    };
    document_pairs(ctx, &wanted)
        .iter()
        .map(|pair| PairTable::new(ctx, pair, &drawing, &wanted))
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
    /// The wanted sections of two documents, where the diagram's nodes lead to.
    pub fn new(
        ctx: RenderContext<'a>,
        pair: &DocumentPair<'a>,
        drawing: &Drawing<'_>,
        wanted: impl Fn(&Section) -> bool,
    ) -> Self {
        let documents = pair.documents.map(|id| &ctx.library[id]);
        let joined = pair.pairs.iter();
        let joined: HashSet<SectionId> =
            joined.flat_map(|pair| [pair.first, pair.second]).collect();
        let is_shown = |section: &&Section| {
            let is_own = !section.paragraphs.is_empty() && !section.is_apparatus;
            wanted(section) && (is_own || joined.contains(&section.id))
        };
        let sections = documents.map(|document| {
            let sections = ctx.library[document.sections].iter();
            sections.filter(is_shown).collect::<Vec<_>>()
        });
        let [first, second] = documents;
        let tables = [(first, second, 0), (second, first, 1)].map(|(own, other, column)| {
            SectionTable::new(ctx, [own, other], &sections[column], &pair.pairs)
        });
        Self {
            documents,
            tables,
            map: SectionMap::new(
                ctx,
                &Plan {
                    documents,
                    sections,
                    pairs: &pair.pairs,
                },
                drawing,
            ),
        }
    }
}
