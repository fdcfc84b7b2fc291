//! What choices of links are called.

use crate::library::{End, Relation, Strength, pluralize, thousands};
use crate::site::context::RenderContext;
use crate::site::routes::LinkFilter;

/// What readers know formulas as.
pub const SET_PHRASES: &str = "Set phrases";

/// The heading above a choice of links: `Differences, close matches only`.
pub fn filter_title(ctx: RenderContext<'_>, filter: LinkFilter) -> String {
    let only = |noun: &str, strength| format!("{noun}, {} only", strength_noun(strength));
    match filter {
        LinkFilter::Section(section) => format!("Matches of {}", ctx.section_name(section)),
        LinkFilter::Formulas(None) => SET_PHRASES.to_owned(),
        LinkFilter::Formulas(Some(strength)) => only(SET_PHRASES, strength),
        LinkFilter::Sort { relation, strength } => match (relation, strength) {
            (None, None) => "All matches".to_owned(),
            (Some(relation), None) => relation_noun(relation).to_owned(),
            (None, Some(strength)) => capitalized(&strength_noun(strength)),
            (Some(relation), Some(strength)) => only(relation_noun(relation), strength),
        },
    }
}

/// How many links of a choice rest on no formula, how many formulas there are, and how many links
/// rest on these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub alone: usize,
    pub formulas: usize,
    pub resting: usize,
}

impl Counted {
    /// `24 matches between two texts and 2 set phrases`; what the matches are stands behind them.
    fn in_words(self, what: &str) -> String {
        let matches = format!("{} {}{what}", thousands(self.alone), matches(self.alone));
        let phrases = pluralize(self.formulas, "set phrase");
        match (self.alone, self.formulas) {
            (_, 0) => matches,
            (0, _) => phrases,
            _ => format!("{matches} and {phrases}"),
        }
    }
}

/// What the links of a choice have in common, in a sentence.
pub fn filter_lead(ctx: RenderContext<'_>, filter: LinkFilter, counted: Counted) -> String {
    match filter {
        LinkFilter::Section(section) => format!(
            "{}, in the order of the paragraphs of {}.",
            counted.in_words(" with other passages"),
            ctx.section_name(section)
        ),
        LinkFilter::Formulas(_) => format!(
            "{} that return in the texts, each with the places where it stands and the matches that \
             rest on it alone, {} in all. A phrase counts once, as its closest match.",
            counted.in_words(""),
            thousands(counted.resting)
        ),
        LinkFilter::Sort { relation, .. } => match relation {
            None if counted.formulas == 0 => format!(
                "{} between passages of the texts, in reading order, each with the words of both \
                 sides and the reason.",
                counted.in_words("")
            ),
            None => format!(
                "{}, in reading order. Each match has the words of both sides and the reason; under \
                 the phrases stand the matches, {} in all, that rest on them alone.",
                counted.in_words(" between passages of the texts"),
                thousands(counted.resting)
            ),
            Some(relation) => format!(
                "{} in which one passage {} the other.",
                counted.in_words(""),
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
