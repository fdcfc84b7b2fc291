//! The filters of the templates. A file with a template that uses them imports this module.

// What the macro makes of a filter is not ours to write in another way.
#![allow(clippy::inline_always, clippy::unnecessary_wraps, clippy::unused_self)]

use std::fmt::Display;

use askama::{Result, Values, get_value};

use super::assets::Asset;
use super::html::Html;
use super::language::{InLanguage, LANGUAGES, Lang, Naming, ShortTitle, SmartQuotes};
use crate::library::{Language, Metadata};

/// A text of the editors' with typographic quotes: `{{ title|smart_quotes }}`.
#[askama::filter_fn]
pub fn smart_quotes<T: Display>(
    text: T,
    _: &dyn Values,
) -> Result<SmartQuotes<T, Option<&'static Language>>> {
    Ok(SmartQuotes {
        text,
        language: None,
    })
}

/// The same for words of a text, with the quotes of its language: `{{ title|quotes_of(language) }}`.
#[askama::filter_fn]
pub fn quotes_of<T: Display, L: InLanguage>(
    text: T,
    _: &dyn Values,
    language: L,
) -> Result<SmartQuotes<T, L>> {
    Ok(SmartQuotes { text, language })
}

/// The attributes of an element that holds words of a text: ` lang="ar" dir="rtl"`, as in
/// `<p{{ language|lang }}>`.
#[askama::filter_fn]
pub fn lang<T: InLanguage>(one: T, _: &dyn Values) -> Result<Html<Lang>> {
    Ok(Html(Lang::of(one.language())))
}

/// The same for words among those of the site, such as a title in a list: nothing where they are
/// English too.
#[askama::filter_fn]
pub fn lang_here<T: InLanguage>(one: T, _: &dyn Values) -> Result<Html<Lang>> {
    let foreign = one.language().filter(|language| !language.is_english());
    Ok(Html(Lang::of(foreign)))
}

/// The attributes of an element with words of the editors' inside a text in this language: nothing
/// where that is English too.
#[askama::filter_fn]
pub fn apart<T: InLanguage>(one: T, _: &dyn Values) -> Result<Html<Lang>> {
    Ok(Html(Lang::apart_from(one.language())))
}

/// The short title of a document, which may be in the language of the text.
#[askama::filter_fn]
pub fn short_title(metadata: &Metadata, _: &dyn Values) -> Result<Html<ShortTitle>> {
    Ok(Html(ShortTitle::of(metadata)))
}

/// An English sentence of the site's that may name a text in other letters: `{{ title|naming }}`.
#[askama::filter_fn]
pub fn naming<T: Display>(text: T, values: &dyn Values) -> Result<Html<Naming>> {
    let languages = get_value::<Vec<Language>>(values, LANGUAGES);
    let languages = languages.map_or(&[][..], Vec::as_slice);
    Ok(Html(Naming::of(&text.to_string(), languages)))
}

/// The path of a static file by its name: `{{ "site.css"|asset }}`. A page that names a file that
/// is not there is not rendered.
#[askama::filter_fn]
pub fn asset(name: &str, _: &dyn Values) -> Result<&'static str> {
    let found = Asset::named(name).map(Asset::path);
    found.ok_or_else(|| askama::Error::custom(format!("there is no static file {name}")))
}
