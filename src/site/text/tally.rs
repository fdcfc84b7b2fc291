//! How many paragraphs of a section have a counterpart, in words.

use crate::library::{Section, pluralize};
use crate::site::context::RenderContext;

/// The verdicts of a section's own paragraphs in a sentence or two; `None` where it has none, or
/// where no link of the library joins two documents.
pub fn tally(ctx: RenderContext<'_>, section: &Section) -> Option<String> {
    let tally = ctx.study.verdicts.tally(section.paragraphs);
    if tally.paragraphs() == 0 || !ctx.study.links.crosses() {
        return None;
    }
    let documents = ctx.library.documents().iter();
    let mut others = documents.filter(|document| document.id != section.document);
    let other = match (others.next(), others.next()) {
        (Some(only), None) => &only.metadata.short_title,
        _ => "another text",
    };
    let all = pluralize(tally.paragraphs(), "paragraph");
    let have = if tally.counterpart == 1 {
        "has"
    } else {
        "have"
    };
    Some(format!(
        "{} of {all} {have} a counterpart in {other}; {} % of the words stand in passages that the \
         links quote.",
        tally.counterpart,
        tally.quoted_per_cent()
    ))
}
