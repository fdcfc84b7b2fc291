//! The pages of searches.

mod actors;
mod answer;
mod fragments;
mod help;
mod href;
mod instead;
mod narrowing;
mod near_terms;
mod notices;
mod page;
mod paging;
mod quoted;
mod related;
mod result;
mod snippet;
mod spread;

pub use actors::named_actors;
pub use answer::PER_PAGE;
pub use fragments::range_fragment;
pub use help::{SearchHelp, SearchedBy};
pub use href::SearchHref;
pub use page::SearchPage;
pub use result::PassagePart;
