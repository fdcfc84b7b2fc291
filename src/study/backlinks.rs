//! Which paragraphs cite which.

use crate::library::{IdMap, Library, ParagraphId, Place, Target};

/// For each paragraph those whose text links to it. Building it takes time in proportion to the
/// links in the texts.
#[derive(Debug, Clone)]
pub struct Backlinks {
    citing: IdMap<ParagraphId, Vec<ParagraphId>>,
}

impl Backlinks {
    /// Reads the links in all paragraphs; those in notes do not count.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut citing = IdMap::filled(library.paragraphs().len(), Vec::new());
        for paragraph in library.paragraphs() {
            for target in paragraph.prose.targets() {
                if let Target::Place(Place::Paragraph(cited)) = library[target]
                    && citing[cited].last() != Some(&paragraph.id)
                {
                    citing[cited].push(paragraph.id);
                }
            }
        }
        Self { citing }
    }

    /// The paragraphs that cite this one, in reading order, each once.
    #[must_use]
    pub fn citing(&self, paragraph: ParagraphId) -> &[ParagraphId] {
        &self.citing[paragraph]
    }
}
