//! How many paragraphs of a section have a match, in words.

use std::ops::Add;

use super::matches::others_in_text;
use crate::library::{Section, pluralize};
use crate::site::context::RenderContext;
use crate::study::verdicts::Tally;

/// `10 of 12 paragraphs match the paper.` It sums a section with everything below it;
/// `None` where it has no paragraph, or where no match joins two texts.
pub fn tally(ctx: RenderContext<'_>, section: &Section) -> Option<String> {
    let sections = section.subtree.into_iter();
    let tallies = sections.map(|one| ctx.study.verdicts.tally(ctx.library[one].paragraphs));
    let tally = tallies.fold(Tally::default(), Add::add);
    if tally.paragraphs() == 0 || !ctx.study.links.crosses() {
        return None;
    }
    let others = others_in_text(ctx.library, &ctx.library[section.document]);
    let all = pluralize(tally.paragraphs(), "paragraph");
    let verb = if tally.counterpart == 1 {
        "matches"
    } else {
        "match"
    };
    Some(format!("{} of {all} {verb} {others}.", tally.counterpart))
}
