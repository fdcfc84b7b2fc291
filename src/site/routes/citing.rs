//! The addresses at which something is cited with the day on which it was read.

use std::fmt;

use super::path::RoutePath;
use super::route::Route;
use crate::library::{Date, Library};

/// The key of what is cited, in a query.
pub const OF: &str = "of";
/// The key of the day on which it was read.
pub const ACCESSED: &str = "accessed";

/// `/strategy/II.2.p2.bib?accessed=2026-11-28`; without a day, the address of the route.
#[derive(Debug, Clone, Copy)]
pub struct AccessedHref<'a> {
    page: RoutePath<'a>,
    accessed: Option<Date>,
}

impl<'a> AccessedHref<'a> {
    /// Of something that was read on a day, if that is said.
    pub fn new(library: &'a Library, route: Route, accessed: Option<Date>) -> Self {
        Self {
            page: route.path(library),
            accessed,
        }
    }
}

impl fmt::Display for AccessedHref<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.page)?;
        match self.accessed {
            Some(day) => write!(f, "?{ACCESSED}={day}"),
            None => Ok(()),
        }
    }
}
