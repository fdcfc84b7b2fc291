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
mod opening;
mod prose;
mod section;
mod section_part;
mod tally;

pub use document::DocumentPage;
pub use full::FullPage;
pub use listing::Listing;
pub use prose::{
    Annotated, AnnotationStyle, NotePart, ProseHtml, QuotationIds, note_letter, prose_markdown,
};
pub use section::SectionPage;
