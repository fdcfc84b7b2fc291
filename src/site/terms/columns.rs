//! The columns of tables of counts: one for each text where they are few, else one for all together.

use crate::library::{Document, Library};

/// How many texts have a column, or a list, of their own: as many as a phone has room for.
const MOST_TEXTS: usize = 3;

/// A column of counts.
pub struct CountColumn<'a> {
    /// The text whose column it is; `None` for all texts together.
    pub document: Option<&'a Document>,
}

impl<'a> CountColumn<'a> {
    /// The columns of a table.
    pub fn all(library: &'a Library) -> Vec<Self> {
        let documents = told_apart(library);
        if documents.len() > MOST_TEXTS {
            return vec![Self { document: None }];
        }
        let columns = documents.into_iter().map(|document| Self {
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
pub fn listed_documents(library: &Library) -> Vec<&Document> {
    let mut documents = told_apart(library);
    documents.truncate(MOST_TEXTS);
    documents
}

/// The texts that the editors compared, whose words are worth setting side by side; all, if they
/// compared none.
fn told_apart(library: &Library) -> Vec<&Document> {
    let is_compared = |one: &&Document| library.compared.with(one.id).next().is_some();
    let compared: Vec<&Document> = library.documents().iter().filter(is_compared).collect();
    if compared.is_empty() {
        library.documents().iter().collect()
    } else {
        compared
    }
}
