//! Reads TOML: tables key by key, the front matter of documents, and `site.toml`.

mod capture;
mod fields;
mod foreign;
mod front_matter;
mod metadata;
mod security;
mod settings;
mod typed;

pub use capture::{CaptureDraft, read_capture};
pub use fields::{Fields, Group, Located, parse_file};
pub use foreign::FrontMatterDraft;
pub use front_matter::{FileParts, split_front_matter, split_toml, split_yaml};
pub use metadata::{MetadataDraft, read_metadata};
pub use settings::{SiteFile, read_site_file};
