//! What stands before and after a paragraph, to read on.

use std::ops::Range;

use super::own_words::number_before;
use crate::library::Citable;
use crate::site::context::RenderContext;
use crate::site::cut::{first_words, last_words};
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::text::{Annotated, ProseHtml};

/// How many characters are shown of what stands before.
const BEFORE: usize = 160;
/// How many of what stands after.
const AFTER: usize = 420;

/// The end of the paragraph before, or the beginning of the one after.
pub struct Neighbour<'a> {
    /// Its page, by its reference.
    pub link: Link<'a>,
    pub words: Html<ProseHtml>,
    /// What the source prints before its first words, where these are shown.
    pub number: Option<&'a str>,
    /// Whether some of its words are left out.
    pub is_cut: bool,
}

impl<'a> Neighbour<'a> {
    /// What stands before, to its last words.
    pub fn before(ctx: RenderContext<'a>, own: Citable) -> Option<Self> {
        let before = ctx.library.citable_before(own)?;
        Some(Self::new(ctx, before, |text| last_words(text, BEFORE)))
    }

    /// What stands after, from its first words.
    pub fn after(ctx: RenderContext<'a>, own: Citable) -> Option<Self> {
        let after = ctx.library.citable_after(own)?;
        Some(Self::new(ctx, after, |text| first_words(text, AFTER)))
    }

    fn new(ctx: RenderContext<'a>, citable: Citable, shown: impl Fn(&str) -> Range<usize>) -> Self {
        let library = ctx.library;
        let place = citable.into();
        let prose = library.prose(library.part_of(place));
        let range = shown(&prose.text);
        let words = prose.slice(&range);
        Self {
            link: Link::new(ctx.place(place), library.reference(place).fragment()),
            is_cut: range.len() < prose.text.len(),
            number: number_before(library, citable).filter(|_| range.start == 0),
            words: Html(ProseHtml::bare(
                library,
                &Annotated::from(&words).in_language(library.language_at(place)),
            )),
        }
    }
}
