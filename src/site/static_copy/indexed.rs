//! A section as Pagefind reads it.

use askama::Template;

use super::languages::IndexLanguages;
use crate::library::{Citable, Language, Library, Section};
use crate::site::context::RenderContext;
use crate::site::language::Typeset;

/// A section with its own words: those of the sections below it stand in theirs.
#[derive(Template)]
#[template(path = "export/indexed.html")]
pub struct IndexedSection<'a> {
    language: &'a str,
    reference: String,
    url: String,
    document: &'a str,
    kind: &'a str,
    heading: String,
    passages: Vec<Passage>,
}

/// An epigraph or paragraph.
struct Passage {
    /// The id of its element on the page of the section.
    id: String,
    words: String,
}

impl<'a> IndexedSection<'a> {
    /// This section.
    pub fn new(
        ctx: RenderContext<'a>,
        languages: &'a IndexLanguages,
        section: &'a Section,
    ) -> Self {
        let library = ctx.library;
        let language = library.language_at(section.id.into());
        let passages = library.citables(section.id);
        Self {
            language: languages.read_as(language),
            reference: section.reference.to_string(),
            url: ctx.below_base(&ctx.section(section.id)),
            document: library[section.document].slug.as_str(),
            kind: library[section.kind].class.as_str(),
            heading: ctx.heading_link(section).words().to_string(),
            passages: passages
                .map(|citable| Passage::new(library, citable, language))
                .collect(),
        }
    }
}

impl Passage {
    fn new(library: &Library, citable: Citable, language: &Language) -> Self {
        let parts = library.parts_of(citable).into_iter();
        let words = parts.map(|part| {
            let text = &library.prose(part).text;
            Typeset::new(text, Some(language))
                .shown(0..text.len())
                .into_owned()
        });
        Self {
            id: library.reference(citable.into()).fragment(),
            words: words.collect::<Vec<_>>().join(" "),
        }
    }
}
