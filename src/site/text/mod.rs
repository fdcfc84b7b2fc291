//! Pages that show the texts, and the parts they are made of.

mod blocks;
mod contents;
mod counterparts;
mod document;
mod excerpt;
mod facts;
mod findings;
mod full;
mod listing;
mod mentions;
mod notes;
mod opening;
mod prose;
mod quotation_ids;
mod section;
mod tally;

pub use document::DocumentPage;
pub use full::FullPage;
pub use listing::Listing;
pub use notes::NotePart;
pub use prose::{Annotated, AnnotationStyle, ProseHtml, note_letter, prose_markdown};
pub use quotation_ids::QuotationIds;
pub use section::SectionPage;
