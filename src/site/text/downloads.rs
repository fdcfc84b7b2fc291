//! The files in which a document and the library can be taken away.

use crate::library::{Document, Library};
use crate::site::href::Href;
use crate::site::routes::{Export, Route, Table, TextFormat};
use crate::site::shell::thousands;

/// Files of one sort.
pub struct DownloadGroup<'a> {
    /// What they hold: `This text`.
    pub name: &'static str,
    pub files: Vec<Download<'a>>,
}

/// A file.
pub struct Download<'a> {
    pub href: Href<'a>,
    /// What it is: `EPUB`.
    pub label: &'static str,
    /// What it is for, where its label does not say so.
    pub use_for: &'static str,
    /// How large it is, where that is known: `48 kB`.
    pub size: Option<String>,
}

/// The files of a document, then those of the library; `length` says how many bytes one has, where
/// that is known.
pub fn downloads<'a>(
    library: &'a Library,
    document: &Document,
    length: &dyn Fn(Route) -> Option<usize>,
) -> Vec<DownloadGroup<'a>> {
    let file = |route: Route| {
        let (label, use_for) = said(route);
        Download {
            href: Href::to(library, route),
            label,
            use_for,
            size: length(route).map(size),
        }
    };
    let exports = Export::of_document(document.id).map(Route::Export);
    let forms = [TextFormat::Markdown, TextFormat::Json];
    let forms = forms.map(|format| Route::Document(document.id, format));
    let of_library = || Export::of_library(library).map(Route::Export);
    let is_table = |route: &Route| matches!(route, Route::Export(Export::Table(_)));
    let groups = [
        (
            "This text",
            exports.into_iter().chain(forms).map(file).collect(),
        ),
        (
            "Everything",
            of_library()
                .filter(|one| !is_table(one))
                .map(file)
                .collect(),
        ),
        (
            "Tables (CSV)",
            of_library().filter(is_table).map(file).collect(),
        ),
    ];
    let groups = groups.into_iter();
    groups
        .map(|(name, files)| DownloadGroup { name, files })
        .collect()
}

/// What a file is called, and what it is for.
fn said(route: Route) -> (&'static str, &'static str) {
    match route {
        Route::Export(Export::Book(_)) => ("EPUB", "a book for phones and reading devices"),
        Route::Export(Export::Tei(_)) => ("TEI", "XML for corpora and archives"),
        Route::Export(Export::LibraryBook) => {
            ("EPUB", "the texts and the editors’ findings in one book")
        }
        Route::Export(Export::Library) => ("JSON", "all data of the site"),
        Route::Export(Export::LibrarySchema) => ("JSON Schema", "what that JSON may hold"),
        Route::Export(Export::Table(table)) => (table_name(table), ""),
        Route::Document(_, TextFormat::Markdown) => ("Markdown", "plain text with references"),
        _ => ("JSON", "data for programs"),
    }
}

/// A table by what readers call the things in it.
fn table_name(table: Table) -> &'static str {
    match table {
        Table::Links => "matches",
        Table::Silences => "what only one text says",
        Table::Occurrences => "terms in their sentences",
        Table::Sections | Table::Paragraphs | Table::Terms | Table::Actors => table.name(),
    }
}

/// In thousands of bytes, as systems show the sizes of files.
fn size(bytes: usize) -> String {
    format!("{}\u{a0}kB", thousands(bytes.div_ceil(1000)))
}
