//! Puts together what the files hold: documents in their order, pages, links with their targets.

mod captures;
mod compared;
mod damage;
mod defaults;
mod documents;
mod editions;
mod images;
mod loaded;
mod pages;
mod site_link;
mod targets;

pub use compared::read_compared;
pub use damage::Damage;
pub use documents::{DocumentParts, read_documents};
pub use editions::read_editions;
pub use images::read_images;
pub use loaded::Loaded;
pub use pages::read_pages;
pub use site_link::SiteLink;
pub use targets::{resolve_links, stray_site_links};
