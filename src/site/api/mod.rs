//! What programs can ask the site for, told to people (`page`) and to programs (`open_api`): both from
//! the routes, so that neither can leave one out.

mod examples;
mod open_api;
mod page;
mod schemas;

pub use open_api::open_api;
pub use page::ApiPage;
