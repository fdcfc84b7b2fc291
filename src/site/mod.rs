//! From the library to the site: what is sent for each route. Pure: no disk, no clock, no network.
//!
//! `routes` has every address, `render` what is sent for it, `dynamic` what depends on a query. Each
//! folder is a family of pages, one file a kind of page with its template's struct.

mod api;
mod assets;
mod base_url;
mod built_site;
mod capture;
mod citing;
mod compare;
mod concordance;
mod context;
mod cut;
mod data;
mod discovery;
mod dynamic;
pub mod encoding;
mod exports;
mod filters;
mod fixity;
mod handout;
pub mod hash;
mod href;
mod html;
mod language;
mod missing;
mod pages;
mod paragraph;
mod protection;
mod rebase;
mod render;
mod resource;
mod routes;
mod search;
mod shell;
mod static_copy;
mod terms;
mod text;

pub use assets::Asset;
pub use base_url::{BaseUrl, BaseUrlError};
pub use built_site::Site;
pub use data::Problem;
pub use discovery::Indexing;
pub use dynamic::Outcome;
pub use fixity::FixedWords;
pub use pages::Refusal;
pub use protection::{IMMUTABLE, NEVER_KEPT, POLICY, POLICY_WITH_WASM, PROTECTION, REVALIDATE};
pub use render::RenderError;
pub use resource::{CachePolicy, Resource};
pub use routes::{
    ACCESSED, ADDRESSES_PER_SITEMAP, CitationFormat, Discovery, Export, Format, HandoutFormat,
    HandoutHref, HandoutQuery, LINKS_PER_PAGE, LinkFilter, OF, Operation, Resolution, Route, Slot,
    Table, TextFormat, before_data_ending,
};
pub use static_copy::{CopySearch, Redirect, SearchFile};
