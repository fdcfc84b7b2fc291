//! What choices of links are called.

use crate::library::{End, Relation, Strength};
use crate::site::context::RenderContext;
use crate::site::routes::LinkFilter;

/// The heading above a choice of links: `Differences, close matches only`.
pub fn filter_title(ctx: RenderContext<'_>, filter: LinkFilter) -> String {
    match filter {
        LinkFilter::Section(section) => format!("Matches of {}", ctx.section_name(section)),
        LinkFilter::Sort { relation, strength } => match (relation, strength) {
            (None, None) => "All matches".to_owned(),
            (Some(relation), None) => relation_noun(relation).to_owned(),
            (None, Some(strength)) => capitalized(&strength_noun(strength)),
            (Some(relation), Some(strength)) => format!(
                "{}, {} only",
                relation_noun(relation),
                strength_noun(strength)
            ),
        },
    }
}

/// What the links of a choice have in common, in a sentence; `matches` is their number with its
/// noun.
pub fn filter_lead(ctx: RenderContext<'_>, filter: LinkFilter, matches: &str) -> String {
    match filter {
        LinkFilter::Section(section) => format!(
            "{matches} with other passages, in the order of the paragraphs of {}.",
            ctx.section_name(section)
        ),
        LinkFilter::Sort { relation, .. } => match relation {
            None => format!(
                "{matches} between passages of the texts, in reading order, each with the words \
                 of both sides and the reason."
            ),
            Some(relation) => format!(
                "{matches} in which one passage {} the other.",
                relation.verb(End::From)
            ),
        },
    }
}

/// The noun that fits a count of links.
pub fn matches(count: usize) -> &'static str {
    if count == 1 { "match" } else { "matches" }
}

/// `close matches`.
fn strength_noun(strength: Strength) -> String {
    format!("{} matches", strength.name())
}

fn relation_noun(relation: Relation) -> &'static str {
    match relation {
        Relation::Parallels => "Passages that say the same",
        Relation::Narrows => "Narrower passages",
        Relation::Broadens => "Broader passages",
        Relation::Implements => "Passages carried out",
        Relation::Answers => "Problems and answers",
        Relation::Differs => "Differences",
    }
}

/// With a capital for its first letter, also after a quotation mark.
pub fn capitalized(text: &str) -> String {
    let at = text.find(char::is_alphanumeric).unwrap_or_default();
    let (before, rest) = text.split_at(at);
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    before.chars().chain(first).chain(letters).collect()
}
