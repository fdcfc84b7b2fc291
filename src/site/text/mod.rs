//! Pages that show the texts, and the parts they are made of.

mod blocks;
mod cite_page;
mod contents;
mod document;
mod downloads;
mod excerpt;
mod facts;
mod findings;
mod full;
mod listing;
mod matches;
mod mentions;
mod opening;
mod prose;
mod section;
mod section_matches;
mod section_part;
mod tally;

pub use cite_page::CitePage;
pub use contents::Rail;
pub use document::DocumentPage;
pub use downloads::downloads;
pub use findings::cited_in;
pub use full::FullPage;
pub use listing::Listing;
pub use matches::{CARRIED_OUT, LegendEntry, Passages, RELATED, across, inside, match_line};
pub use mentions::term_links;
pub use prose::{
    Annotated, Annotation, AnnotationStyle, FramePiece, Inline, ItemNumber, ListNumbers, NotePart,
    ProseHtml, QuotationIds, Quotes, Row, SetWords, inlines, note_letter, prose_markdown,
};
pub use section::{SectionPage, crumbs_to};
pub use section_matches::SectionMatchesPage;
