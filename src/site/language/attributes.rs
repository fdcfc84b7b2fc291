//! The language and direction of elements.

use askama::Template;

use crate::library::{Language, Metadata};
use crate::site::html::Html;

/// The attributes that say in which language, and in which direction, the words of an element run.
/// Pages are in English, from left to right: a direction stands only where it differs from that around.
#[derive(Debug, Template)]
#[template(path = "shell/lang.html")]
pub struct Lang {
    tag: Option<String>,
    direction: Option<&'static str>,
}

impl Lang {
    /// Of words in this language.
    pub fn of(language: Option<&Language>) -> Self {
        let is_right_to_left = language.is_some_and(Language::is_right_to_left);
        Self {
            tag: language.map(|language| language.tag().to_owned()),
            direction: is_right_to_left.then_some("rtl"),
        }
    }

    /// Of English words inside those of this language.
    pub fn apart_from(language: Option<&Language>) -> Self {
        let foreign = language.filter(|language| !language.is_english());
        let is_right_to_left = foreign.is_some_and(Language::is_right_to_left);
        Self {
            tag: foreign.map(|_| "en".to_owned()),
            direction: is_right_to_left.then_some("ltr"),
        }
    }
}

/// The short title of a document among words of the site, which may be the text's own.
#[derive(Template)]
#[template(path = "shell/short_title.html")]
pub struct ShortTitle {
    name: String,
    /// Where it is not English.
    lang: Option<Html<Lang>>,
}

impl ShortTitle {
    /// That of this document.
    pub fn of(metadata: &Metadata) -> Self {
        let language = metadata.language_of(&metadata.short_title);
        let foreign = language.filter(|language| !language.is_english());
        Self {
            name: metadata.short_title.clone(),
            lang: foreign.map(|language| Html(Lang::of(Some(language)))),
        }
    }
}
