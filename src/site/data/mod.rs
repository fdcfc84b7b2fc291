//! The same content for machines: JSON, Markdown, and the files that programs ask for.

mod actors;
mod capture;
mod citable;
mod comparison;
mod concordance;
mod document;
mod formulas;
mod license;
mod markdown;
mod problem;
mod search;
mod term;
mod text;

pub use actors::ActorsData;
pub use capture::CaptureData;
pub use citable::CitableData;
pub use comparison::ComparisonData;
pub use concordance::ConcordanceData;
pub use document::DocumentData;
pub use markdown::{MarkdownWriter, citable_markdown, document_markdown, section_markdown};
pub use problem::{Problem, ProblemData};
pub use search::{SearchData, SuggestionsData};
pub use term::TermData;
pub use text::{SectionData, citable_text};
