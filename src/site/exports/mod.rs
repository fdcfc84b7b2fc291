//! What is handed out whole: the library as data and as tables, documents and the library as books,
//! documents as TEI.

mod epub;
mod library;
pub mod pieces;
mod tables;
mod tei;

use askama::Template;
use thiserror::Error;

use super::context::RenderContext;
use super::resource::Resource;
use super::routes::Export;
use epub::{BookError, document_book, library_book};
pub use library::LibraryData;

use library::library_schema;
use tei::TeiDocument;

/// Why an export is not made: a fault of the program, whatever the content.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A template failed.
    #[error("a template failed: {0}")]
    Template(#[from] askama::Error),
    /// Data could not be written as JSON.
    #[error("data cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Rows could not be written as CSV.
    #[error("a table cannot be written: {0}")]
    Table(#[from] csv::Error),
    /// A book could not be made.
    #[error(transparent)]
    Book(#[from] BookError),
}

/// What is sent for an export.
///
/// # Errors
/// If a template or a writer fails, which is a fault of the program.
pub fn resource(ctx: RenderContext<'_>, export: Export) -> Result<Resource, ExportError> {
    match export {
        Export::Book(document) => Ok(book(document_book(ctx, &ctx.library[document])?)),
        Export::LibraryBook => Ok(book(library_book(ctx)?)),
        Export::Tei(document) => {
            let file = TeiDocument::new(ctx, &ctx.library[document]);
            Ok(Resource::text("application/tei+xml", file.render()?))
        }
        Export::Library => json("application/json", &LibraryData::new(ctx)),
        Export::LibrarySchema => json("application/schema+json", &library_schema(ctx)),
        Export::Table(table) => Ok(Resource::text(
            "text/csv; charset=utf-8; header=present",
            tables::csv(ctx, table)?,
        )),
    }
}

fn book(bytes: Vec<u8>) -> Resource {
    Resource::text("application/epub+zip", bytes)
}

fn json(media_type: &'static str, data: &impl serde::Serialize) -> Result<Resource, ExportError> {
    let mut body = serde_json::to_string_pretty(data)?;
    body.push('\n');
    Ok(Resource::text(media_type, body))
}
