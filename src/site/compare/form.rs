//! The form that opens the comparison of any two sections.

use std::borrow::Cow;

use askama::Template;

use super::choice::offered_sections;
use crate::library::{Document, Language, Library, Reference, Section};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::routes::{Route, Slot};

/// Two fields that each take a section's reference, with a list to choose it from where that is
/// short enough.
#[derive(Template)]
#[template(path = "compare/form.html")]
pub struct CompareForm<'a> {
    action: Href<'a>,
    /// A reference that shows how one is written.
    example: Option<&'a Reference>,
    fields: [ChoiceField<'a>; 2],
    library: &'a Library,
    offered: &'a [Section],
}

struct ChoiceField<'a> {
    /// The key in the query.
    name: &'static str,
    label: &'static str,
    value: Cow<'a, str>,
}

impl<'a> CompareForm<'a> {
    /// The form with the first section of two documents: the first that the editors compared, else
    /// the first and the last.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let documents = library.documents();
        let compared = documents.iter().find_map(|first| {
            let second = library.compared.with(first.id).next()?;
            Some([Some(first), Some(&library[second])])
        });
        let ends = compared.unwrap_or([documents.first(), documents.last()]);
        Self::with_values(ctx, ends.map(|document| opening(ctx.library, document)))
    }

    /// The form with two sections.
    pub fn of(ctx: RenderContext<'a>, first: &Section, second: &Section) -> Self {
        let references = [first, second].map(|section| section.reference.to_string());
        Self::with_values(ctx, references.map(Cow::Owned))
    }

    /// The form with one section in its slot, for the other to be chosen.
    pub fn beside(ctx: RenderContext<'a>, slot: Slot, section: &Section) -> Self {
        let own = Cow::Owned(section.reference.to_string());
        let none = Cow::Borrowed("");
        Self::with_values(
            ctx,
            match slot {
                Slot::First => [own, none],
                Slot::Second => [none, own],
            },
        )
    }

    /// The form with what a reader wrote.
    pub fn typed(ctx: RenderContext<'a>, typed: [&'a str; 2]) -> Self {
        Self::with_values(ctx, typed.map(Cow::Borrowed))
    }

    fn language(&self, section: &Section) -> &'a Language {
        self.library.language_at(section.id.into())
    }

    fn with_values(ctx: RenderContext<'a>, [first, second]: [Cow<'a, str>; 2]) -> Self {
        let library = ctx.library;
        Self {
            action: ctx.href(Route::Compare),
            example: library
                .documents()
                .first()
                .and_then(|document| example(library, document)),
            fields: [
                ChoiceField {
                    name: Slot::First.key(),
                    label: "Left section",
                    value: first,
                },
                ChoiceField {
                    name: Slot::Second.key(),
                    label: "Right section",
                    value: second,
                },
            ],
            library,
            offered: offered_sections(library),
        }
    }
}

fn opening<'a>(library: &Library, document: Option<&Document>) -> Cow<'a, str> {
    let sections = document.map(|document| &library[document.sections]);
    let first = sections.and_then(<[Section]>::first);
    first.map_or(Cow::Borrowed(""), |section| {
        section.reference.to_string().into()
    })
}

/// The first section of a document that is part of another, since its reference is of the longer
/// form.
fn example<'a>(library: &'a Library, document: &Document) -> Option<&'a Reference> {
    let sections = &library[document.sections];
    let part = sections.iter().find(|section| section.parent.is_some());
    let section = part.or_else(|| sections.first())?;
    Some(&section.reference)
}
