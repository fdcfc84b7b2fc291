//! What is handed out whole, to be kept and worked with elsewhere: books, data, tables.

use std::fmt;

use crate::library::{DocumentId, Library};

/// A file that holds a whole document or the whole library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Export {
    /// A document as a book for reading devices.
    Book(DocumentId),
    /// A document as the Text Encoding Initiative writes texts.
    Tei(DocumentId),
    /// All documents, the concordance, the index of terms and the guide as one book.
    LibraryBook,
    /// Everything as JSON.
    Library,
    /// What that JSON may hold.
    LibrarySchema,
    /// A part of the same as a table.
    Table(Table),
}

/// A table for spreadsheets: a row for each thing of a sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// The sections of all documents.
    Sections,
    /// Their paragraphs and epigraphs.
    Paragraphs,
    /// The links of the concordance.
    Links,
    /// The passages of its silences.
    Silences,
    /// The entries of the index.
    Terms,
    /// Where each of them stands in the texts.
    Occurrences,
    /// The clauses in which the actors act.
    Actors,
}

/// The name of what holds the whole library.
const LIBRARY: &str = "library";
const JSON: &str = ".json";
const SCHEMA: &str = ".schema.json";
/// Below which the tables stand.
const DATA: &str = "data";
const BOOK: &str = ".epub";
const TEI: &str = ".tei.xml";
const TABLE: &str = ".csv";

impl Table {
    /// Every table.
    pub const ALL: [Self; 7] = [
        Self::Sections,
        Self::Paragraphs,
        Self::Links,
        Self::Silences,
        Self::Terms,
        Self::Occurrences,
        Self::Actors,
    ];

    /// Its name in its address and on pages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sections => "sections",
            Self::Paragraphs => "paragraphs",
            Self::Links => "links",
            Self::Silences => "silences",
            Self::Terms => "terms",
            Self::Occurrences => "occurrences",
            Self::Actors => "actors",
        }
    }

    /// Whether a library has anything to put in it.
    fn is_of(self, library: &Library) -> bool {
        match self {
            Self::Sections | Self::Paragraphs => true,
            Self::Links => !library.links().is_empty(),
            Self::Silences => !library.silences().is_empty(),
            Self::Terms | Self::Occurrences => !library.terms().is_empty(),
            Self::Actors => !library.actors.actors.values().is_empty(),
        }
    }
}

impl Export {
    /// All that a library is handed out as: what holds the whole of it, then what holds a document.
    pub fn all(library: &Library) -> impl Iterator<Item = Self> {
        let documents = library.documents().iter();
        let of_documents = documents.flat_map(|document| Self::of_document(document.id));
        Self::of_library(library).chain(of_documents)
    }

    /// What holds a document.
    #[must_use]
    pub fn of_document(document: DocumentId) -> [Self; 2] {
        [Self::Book(document), Self::Tei(document)]
    }

    /// What holds the library.
    pub fn of_library(library: &Library) -> impl Iterator<Item = Self> {
        let tables = Table::ALL.into_iter().filter(|table| table.is_of(library));
        [Self::LibraryBook, Self::Library, Self::LibrarySchema]
            .into_iter()
            .chain(tables.map(Self::Table))
    }

    /// What the parts of a path name, in lower case.
    pub(super) fn read(library: &Library, parts: &[&str]) -> Option<Self> {
        match parts {
            [DATA, name] => {
                let name = name.strip_suffix(TABLE)?;
                let mut tables = Table::ALL.into_iter();
                let table = tables.find(|table| table.name() == name)?;
                table.is_of(library).then_some(Self::Table(table))
            }
            [name] => {
                match name.strip_prefix(LIBRARY) {
                    Some(BOOK) => return Some(Self::LibraryBook),
                    Some(JSON) => return Some(Self::Library),
                    Some(SCHEMA) => return Some(Self::LibrarySchema),
                    _ => {}
                }
                let document = |ending| library.document(name.strip_suffix(ending)?);
                let book = document(BOOK).map(Self::Book);
                book.or_else(|| document(TEI).map(Self::Tei))
            }
            _ => None,
        }
    }

    /// Writes its path.
    pub(super) fn write_path(self, library: &Library, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Book(document) => write!(f, "/{}{BOOK}", library[document].slug),
            Self::Tei(document) => write!(f, "/{}{TEI}", library[document].slug),
            Self::LibraryBook => write!(f, "/{LIBRARY}{BOOK}"),
            Self::Library => write!(f, "/{LIBRARY}{JSON}"),
            Self::LibrarySchema => write!(f, "/{LIBRARY}{SCHEMA}"),
            Self::Table(table) => write!(f, "/{DATA}/{}{TABLE}", table.name()),
        }
    }
}
