//! The columns of tables of counts: one for each text where they are few, else one for all together.

use crate::library::{Document, Library};

/// How many texts have a column, or a list, of their own.
const MOST_TEXTS: usize = 6;

/// A column of counts.
pub struct CountColumn<'a> {
    /// The text whose column it is; `None` for all texts together.
    pub document: Option<&'a Document>,
}

impl<'a> CountColumn<'a> {
    /// The columns of a table.
    pub fn all(library: &'a Library) -> Vec<Self> {
        let documents = library.documents();
        if documents.len() > MOST_TEXTS {
            return vec![Self { document: None }];
        }
        let columns = documents.iter().map(|document| Self {
            document: Some(document),
        });
        columns.collect()
    }

    pub fn name(&self) -> &'a str {
        self.document
            .map_or("All texts", |document| &document.metadata.short_title)
    }

    pub fn colour(&self) -> Option<&'static str> {
        self.document
            .map(|document| document.metadata.colour.name())
    }
}

/// The texts of which pages list what they have.
pub fn listed_documents(library: &Library) -> &[Document] {
    let documents = library.documents();
    &documents[..documents.len().min(MOST_TEXTS)]
}
