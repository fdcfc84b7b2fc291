//! The contents beside a text: they follow the reader, and on phones stay above the text as a bar.

use askama::Template;

use super::tree::Contents;
use crate::library::{Document, Language, Section};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::html::Html;
use crate::site::routes::{Format, Route};

/// The contents of a document beside some of its text.
#[derive(Template)]
#[template(path = "text/rail.html")]
pub struct Rail<'a> {
    contents: Html<Contents<'a>>,
    /// The document's slug, under which a device remembers the reader's place.
    document: &'a str,
    /// The document in the middle of a sentence: `the strategy`.
    name: &'a str,
    language: &'a Language,
    /// Whether the text ends on this page.
    ends: bool,
    /// Only where the page is long: one section is not.
    bar: Option<Bar<'a>>,
}

/// What the bar of a phone has beside the contents.
struct Bar<'a> {
    number: Option<&'a str>,
    /// Where the reader is before any of the sections that the contents lead to.
    title: &'a str,
    search: Href<'a>,
}

impl<'a> Rail<'a> {
    /// Beside the whole text of a document.
    pub fn of_document(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let contents = Contents::inside(ctx, document);
        let bar = Bar::new(ctx, None, &document.metadata.title);
        Self::new(document, contents, true, Some(bar))
    }

    /// Beside a section and what is below it.
    pub fn of_section(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let contents = Contents::around(ctx, section);
        let ends = ctx.library.next_outside(section).is_none();
        let bar = (!section.children.is_empty()).then(|| {
            let number = &section.reference.section;
            let number = section.number.is_some().then(|| number.as_str());
            Bar::new(ctx, number, &section.title)
        });
        Self::new(&ctx.library[section.document], contents, ends, bar)
    }

    /// Beside a paragraph of this section.
    pub fn of_paragraph(ctx: RenderContext<'a>, section: &'a Section) -> Self {
        let contents = Contents::around_paragraph(ctx, section);
        Self::new(&ctx.library[section.document], contents, false, None)
    }

    fn new(
        document: &'a Document,
        contents: Contents<'a>,
        ends: bool,
        bar: Option<Bar<'a>>,
    ) -> Self {
        Self {
            contents: Html(contents),
            document: document.slug.as_str(),
            name: &document.metadata.in_text,
            language: &document.metadata.language,
            ends,
            bar,
        }
    }
}

impl<'a> Bar<'a> {
    fn new(ctx: RenderContext<'a>, number: Option<&'a str>, title: &'a str) -> Self {
        Self {
            number,
            title,
            search: ctx.href(Route::Search(Format::Html)),
        }
    }
}
