//! Words in the element that sets them: a paragraph, code, a table, an image.

use askama::Template;

use super::annotated::Annotated;
use super::html::ProseHtml;
use crate::library::{Form, Language, Library, Place};
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::language::Lang;
use crate::site::routes::Route;

/// A prose in its element.
#[derive(Template)]
#[template(path = "text/set_words.html")]
pub struct SetWords {
    set: Set,
    /// The class of the element; empty for none.
    class: &'static str,
    /// The number that the source prints before it, where the element has to show that.
    number: Option<String>,
    /// The language, where the element has to say it.
    lang: Html<Lang>,
    words: Html<ProseHtml>,
}

enum Set {
    Paragraph,
    /// In lines.
    Verse,
    Code,
    Table,
    Image(ImagePart),
}

/// An image, with its address and its size in pixels.
struct ImagePart {
    href: String,
    alt: String,
    width: usize,
    height: usize,
}

impl SetWords {
    /// A prose that stands in the element with the id `owner`; `place` says where the sections and
    /// paragraphs are that it links to.
    pub fn new<'a>(
        library: &'a Library,
        annotated: &Annotated<'_>,
        owner: &str,
        place: &dyn Fn(Place) -> Href<'a>,
    ) -> Self {
        let prose = annotated.prose;
        Self {
            set: match prose.form {
                Form::Running if !prose.has_breaks() => Set::Paragraph,
                Form::Running | Form::Verse { .. } => Set::Verse,
                Form::Code => Set::Code,
                Form::Table { .. } => Set::Table,
                Form::Image(id) => Set::Image(ImagePart {
                    href: Href::to(library, Route::Image(id)).to_string(),
                    alt: prose.text.clone(),
                    width: library[id].width,
                    height: library[id].height,
                }),
            },
            class: "",
            number: None,
            lang: Html(Lang::of(None)),
            words: Html(ProseHtml::new(library, annotated, owner, place)),
        }
    }

    /// The same as the words of something that has a reference.
    pub fn named(self) -> Self {
        Self {
            class: "words",
            ..self
        }
    }

    /// The same with this number before it.
    pub fn numbered(self, number: Option<String>) -> Self {
        Self { number, ..self }
    }

    /// The same in this language.
    pub fn in_language(self, language: &Language) -> Self {
        Self {
            lang: Html(Lang::of(Some(language))),
            ..self
        }
    }
}
