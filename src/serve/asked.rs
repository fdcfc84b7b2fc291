//! What a request asks for, as far as its path and headers say.

use axum::extract::Request;

use super::path::normalize_path;
use super::programs::Audience;
use crate::site::{Resolution, Route, Site, before_data_ending};

/// What a request asks for.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The path in its normal form; as it came where it is malformed.
    pub(super) path: String,
    /// What it leads to; `None` for what the site does not have.
    pub(super) resolution: Option<Resolution>,
    /// Whether it is the path of data, or would be.
    pub(super) is_for_data: bool,
    /// Who is to read the answer.
    pub(super) audience: Audience,
}

impl Asked {
    /// What this request asks of the site.
    pub(super) fn of(site: &Site, request: &Request) -> Self {
        let given = request.uri().path();
        let path = normalize_path(given);
        let resolution = path.as_deref().and_then(|path| resolve(site, path));
        let path = path.unwrap_or_else(|| given.to_owned());
        let is_for_data = match &resolution {
            Some(Resolution::Found(route) | Resolution::Moved(route)) => {
                route.operation().is_some()
            }
            Some(Resolution::Range(_)) => false,
            None => before_data_ending(&path).is_some(),
        };
        Self {
            path,
            resolution,
            is_for_data,
            audience: Audience::of(is_for_data, request.headers()),
        }
    }
}

/// What a path leads to. Whoever watches over a host need not know below which path the site stands.
fn resolve(site: &Site, path: &str) -> Option<Resolution> {
    match site.resolve(path) {
        Some(found @ Resolution::Found(Route::Health)) => return Some(found),
        Some(found @ Resolution::Found(Route::Discovery(file))) if file.is_of_host() => {
            return Some(found);
        }
        _ => {}
    }
    let below = site.base().map_or(Some(path), |base| base.below(path));
    match below? {
        "" => Some(Resolution::Moved(Route::Home)),
        below => site.resolve(below),
    }
}
