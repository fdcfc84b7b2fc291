//! A sentence of a ledger that names places.

use std::borrow::Cow;

use crate::library::Place;
use crate::site::context::RenderContext;
use crate::site::href::Link;
use crate::site::shell::thousands;

/// What is found, and where; the links stand between the two parts of the sentence.
pub struct Finding<'a> {
    pub before: String,
    pub links: Vec<Link<'a>>,
    pub after: String,
}

impl<'a> Finding<'a> {
    /// A whole sentence without a place.
    pub fn general(says: &str) -> Self {
        Self {
            before: format!("{says}."),
            links: Vec::new(),
            after: String::new(),
        }
    }

    /// The sentence that says something of so many places, at least one: `One action, IV.9, follows
    /// from no principle.` `Two actions follow from no principle: IV.8, IV.9.` `noun` and `says` have
    /// a form for one and one for several.
    pub fn of_places(
        count: usize,
        links: Vec<Link<'a>>,
        noun: &[String; 2],
        says: &[String; 2],
    ) -> Self {
        let form = usize::from(count != 1);
        let subject = format!("{} {}", number_word(count), noun[form]);
        let says = &says[form];
        let (before, after) = if count == 1 {
            (format!("{subject}, "), format!(", {says}."))
        } else {
            (format!("{subject} {says}: "), ".".to_owned())
        };
        Self {
            before,
            links,
            after,
        }
    }
}

/// A link to a section or paragraph of the document that is spoken of, by its number.
pub fn link_to(ctx: RenderContext<'_>, place: impl Into<Place>) -> Link<'_> {
    let place = place.into();
    Link::new(ctx.place(place), ctx.library.reference(place).fragment())
}

/// A count at the beginning of a sentence.
pub fn number_word(count: usize) -> Cow<'static, str> {
    const WORDS: [&str; 10] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    ];
    match WORDS.get(count) {
        Some(&word) => word.into(),
        None => thousands(count).into(),
    }
}
