//! The filters of the templates. A file with a template that uses them imports this module.

// What the macro makes of a filter is not ours to write in another way.
#![allow(clippy::inline_always, clippy::unnecessary_wraps, clippy::unused_self)]

use std::fmt::Display;

use askama::{Result, Values};

use super::assets::Asset;
use super::quotes::SmartQuotes;

/// The text with typographic quotes: `{{ title|smart_quotes }}`.
#[askama::filter_fn]
pub fn smart_quotes<T: Display>(text: T, _: &dyn Values) -> Result<SmartQuotes<T>> {
    Ok(SmartQuotes(text))
}

/// The path of a static file by its name: `{{ "site.css"|asset }}`. A page that names a file that
/// is not there is not rendered.
#[askama::filter_fn]
pub fn asset(name: &str, _: &dyn Values) -> Result<&'static str> {
    let found = Asset::named(name).map(Asset::path);
    found.ok_or_else(|| askama::Error::custom(format!("there is no static file {name}")))
}
