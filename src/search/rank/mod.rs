//! Which entries a query finds, and in what order.

mod candidates;
mod hits;
mod ranking;
mod showing;
mod worth;

pub use ranking::{Ranked, Ranking};
