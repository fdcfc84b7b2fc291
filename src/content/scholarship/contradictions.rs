//! What one document has alone, against the links that say what another has too.

use std::ops::Range;

use super::pattern::Pattern;
use crate::content::diagnostics::{Fault, Sink};
use crate::library::{DocumentId, End, Library, Link, Passage, Relation, Strength};

/// That the documents compared with one do not have what these passages of it have.
pub struct Claim {
    pub document: DocumentId,
    pub passages: Vec<Passage>,
    pub pattern: Pattern,
    pub refs_span: Range<usize>,
    /// Where the editors say why it holds despite a link.
    pub despite_span: Option<Range<usize>>,
}

/// Reports each claim that a clear or close link contradicts and that does not say why it holds; and
/// one that says so without need, if every link could be read.
pub fn check_contradictions(
    library: &Library,
    links: &[Link],
    all_read: bool,
    claims: &[Claim],
    sink: Sink<'_>,
) {
    for claim in claims {
        let against = links.iter().find_map(|link| {
            let mut ends = End::BOTH.into_iter();
            let end = ends.find(|&end| claim.is_contradicted(library, link, end))?;
            Some((link, end))
        });
        match (against, &claim.despite_span) {
            (Some((link, end)), None) => {
                let other = library.section_at(link, end.other());
                let fault = Fault::Contradiction {
                    strength: link.strength.name(),
                    link: link.code.to_string(),
                    reference: library.reference(link.passage(end).place).to_string(),
                    other: library.reference(other.into()).document.to_string(),
                };
                sink.report_at(claim.refs_span.clone(), fault);
            }
            (None, Some(despite)) if all_read => {
                sink.report_at(despite.clone(), Fault::UnneededDespite);
            }
            _ => {}
        }
    }
}

impl Claim {
    /// Whether a link says that a document compared with this one has the same as the passage at
    /// this end, and the passage is of the paragraphs of the claim or has the words that it is about.
    ///
    /// A link that says how two passages differ contradicts nothing. A paragraph is the grain, since
    /// a quotation may end just before the words in question.
    fn is_contradicted(&self, library: &Library, link: &Link, end: End) -> bool {
        let [own, other] = [end, end.other()].map(|end| library.section_at(link, end));
        let [own, other] = [own, other].map(|section| library[section].document);
        let quoted = link.passage(end);
        own == self.document
            && library.compared.has(own, other)
            && link.relation != Relation::Differs
            && link.strength >= Strength::Clear
            && (self.passages.iter().any(|one| stand_together(one, quoted))
                || self.pattern.hits(&quoted.text))
    }
}

/// Whether two passages are of the same paragraph, epigraph or section.
fn stand_together(one: &Passage, other: &Passage) -> bool {
    one.place == other.place || one.span.part == other.span.part
}
