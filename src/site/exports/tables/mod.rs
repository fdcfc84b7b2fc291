//! The library as tables, for spreadsheets and statistics: a row for each thing of a sort.

mod scholarship;
mod texts;
mod writer;

use crate::site::context::RenderContext;
use crate::site::routes::Table;

/// A table as CSV.
///
/// # Errors
/// If the writer fails, which is a fault of the program.
pub fn csv(ctx: RenderContext<'_>, table: Table) -> Result<Vec<u8>, csv::Error> {
    match table {
        Table::Sections => texts::sections(ctx),
        Table::Paragraphs => texts::paragraphs(ctx),
        Table::Links => scholarship::links(ctx),
        Table::Silences => scholarship::silences(ctx),
        Table::Terms => scholarship::terms(ctx),
        Table::Occurrences => scholarship::occurrences(ctx),
        Table::Actors => scholarship::actors(ctx),
    }
}
