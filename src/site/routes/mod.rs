//! Every address of the site: what there is, what its path is, and what a path leads to.
//!
//! This is the only place where paths are written. What the site sends, links, redirects, the crawl
//! test and the check of links all come from it.

mod choice;
mod citing;
mod discovery;
mod export;
mod handout;
mod handout_href;
mod lenient;
mod link_filter;
mod list;
mod operation;
mod operation_facts;
mod parameter;
mod path;
mod resolve;
mod route;

pub use choice::{ChooseHref, Slot};
pub use citing::{ACCESSED, AccessedHref, OF};
pub use discovery::{ADDRESSES_PER_SITEMAP, Discovery, sitemap_parts};
pub use export::{Export, Table};
pub use handout::{
    HandoutFormat, HandoutQuery, LONGEST_NOTE, LONGEST_TITLE, MOST_REFERENCES, PAIRED,
};
pub use handout_href::HandoutHref;
pub use lenient::{decoded, path_of_address};
pub use link_filter::{LINKS_PER_PAGE, LinkFilter, PageNumber};
pub use operation::{Operation, before_data_ending, operations};
pub use operation_facts::{OperationFacts, OperationGroup};
pub use parameter::{Parameter, ParameterValue};
pub use path::RoutePath;
pub use resolve::{Resolution, compared};
pub use route::{CitationFormat, Format, Route, TextFormat};
