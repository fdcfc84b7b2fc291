//! Pages that show the texts, and the parts they are made of.

mod blocks;
mod contents;
mod document;
mod excerpt;
mod facts;
mod full;
mod listing;
mod matches;
mod mentions;
mod opening;
mod paragraph;
mod passage_notes;
mod prose;
mod section;
mod section_matches;
mod section_part;
mod tally;

pub use document::DocumentPage;
pub use full::FullPage;
pub use listing::Listing;
pub use paragraph::ParagraphPage;
pub use prose::{
    Annotated, AnnotationStyle, NotePart, ProseHtml, QuotationIds, note_letter, prose_markdown,
};
pub use section::SectionPage;
pub use section_matches::SectionMatchesPage;
