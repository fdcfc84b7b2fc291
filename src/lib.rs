//! Lectern publishes documents for close reading.

pub mod adoption;
pub mod analysis;
pub mod check;
pub mod cite;
pub mod content;
pub mod export;
pub mod library;
pub mod reload;
pub mod search;
pub mod serve;
pub mod site;
pub mod study;
