//! Which paragraphs cite which.

use std::collections::HashMap;

use crate::library::{Library, ParagraphId, Place, Target};

/// For each place those paragraphs whose text links to it. Building it takes time in proportion to the
/// links in the texts.
#[derive(Debug, Clone)]
pub struct Backlinks {
    citing: HashMap<Place, Vec<ParagraphId>>,
}

impl Backlinks {
    /// Reads the links in all paragraphs; those in notes do not count.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut citing: HashMap<Place, Vec<ParagraphId>> = HashMap::new();
        for paragraph in library.paragraphs() {
            for target in paragraph.prose.targets() {
                if let Target::Place(cited) = library[target] {
                    let citing = citing.entry(cited).or_default();
                    if citing.last() != Some(&paragraph.id) {
                        citing.push(paragraph.id);
                    }
                }
            }
        }
        Self { citing }
    }

    /// The paragraphs that cite this very place, in reading order, each once.
    #[must_use]
    pub fn citing(&self, place: Place) -> &[ParagraphId] {
        self.citing.get(&place).map_or(&[], Vec::as_slice)
    }
}
