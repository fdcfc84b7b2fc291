//! Lectern publishes documents for close reading.

pub mod content;
pub mod library;
pub mod site;
