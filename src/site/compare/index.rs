//! Where two sections are chosen to be compared, and the pairs that match most.

use std::cmp::Reverse;

use askama::Template;

use super::choice::headed;
use super::form::CompareForm;
use super::page::link;
use crate::library::{Library, Section, SectionId, pluralize};
use crate::site::concordance::Spread;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::html::Html;
use crate::site::routes::Route;
use crate::site::shell::{Head, Shell};
use crate::study::link_index::SectionPair;

/// How many of the strongest pairs are listed.
const MOST_PAIRS: usize = 12;

/// How much of a faulty choice is repeated to the reader.
const MOST_SHOWN: usize = 60;

const TITLE: &str = "Compare two sections";

/// The page on which two sections are chosen.
#[derive(Template)]
#[template(path = "compare/index.html")]
pub struct CompareIndex<'a> {
    shell: Shell<'a>,
    title: &'static str,
    lead: String,
    /// What is wrong with a choice, if this answers one.
    fault: Option<String>,
    /// None in a copy, which has nobody to ask.
    form: Option<Html<CompareForm<'a>>>,
    pairs: Vec<ListedPair<'a>>,
}

struct ListedPair<'a> {
    link: Link<'a>,
    first: ListedSection<'a>,
    second: ListedSection<'a>,
    /// `9 matches, 4 close`.
    size: String,
}

struct ListedSection<'a> {
    colour: &'static str,
    title: &'a str,
}

impl<'a> CompareIndex<'a> {
    /// The page before anything is chosen.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let lead = lead(ctx);
        let head = Head::new(Route::Compare, TITLE, lead.clone());
        Self {
            shell: Shell::new(ctx, head),
            title: TITLE,
            lead,
            fault: None,
            form: Some(Html(CompareForm::new(ctx))),
            pairs: strongest(ctx),
        }
    }

    /// The same in a copy, which cannot compare any two sections.
    pub fn of_copy(ctx: RenderContext<'a>) -> Self {
        Self {
            lead: "This copy of the site has the comparisons of sections that match; other pairs need Lectern’s own server.".to_owned(),
            form: None,
            ..Self::new(ctx)
        }
    }

    /// The same as an answer to a choice that leads nowhere, which the form keeps; `sections` is
    /// what was understood of it.
    pub fn faulty(
        ctx: RenderContext<'a>,
        chosen: [&'a str; 2],
        sections: [Option<SectionId>; 2],
    ) -> Self {
        let lead = lead(ctx);
        // An answer to a mistake is not the page of its address.
        let head = Head::new(Route::Compare, TITLE, lead.clone()).without_address();
        Self {
            shell: Shell::new(ctx, head),
            title: TITLE,
            lead,
            fault: Some(fault(ctx, chosen.map(str::trim), sections)),
            form: Some(Html(CompareForm::typed(ctx, chosen))),
            pairs: strongest(ctx),
        }
    }
}

fn lead(ctx: RenderContext<'_>) -> String {
    match ctx.study.links.pairs().len() {
        0 => "Any two sections side by side, with the phrases that both share.".to_owned(),
        count => format!(
            "Any two sections side by side, with their matches and the phrases that both share. \
             {} of sections have matches.",
            pluralize(count, "pair")
        ),
    }
}

fn strongest(ctx: RenderContext<'_>) -> Vec<ListedPair<'_>> {
    let mut pairs: Vec<&SectionPair> = ctx.study.links.pairs().iter().collect();
    pairs.sort_by_key(|pair| Reverse(pair.weight));
    let pairs = pairs.into_iter().take(MOST_PAIRS);
    pairs.map(|pair| listed_pair(ctx, pair)).collect()
}

fn listed_pair<'a>(ctx: RenderContext<'a>, pair: &SectionPair) -> ListedPair<'a> {
    let listed = |id: SectionId| {
        let section: &'a Section = &ctx.library[id];
        ListedSection {
            colour: ctx.library[section.document].metadata.colour.name(),
            title: &section.title,
        }
    };
    ListedPair {
        link: link(ctx, pair),
        first: listed(pair.first),
        second: listed(pair.second),
        size: Spread::of(ctx.library, &pair.links).in_words(),
    }
}

/// What is wrong with a choice.
fn fault(ctx: RenderContext<'_>, chosen: [&str; 2], sections: [Option<SectionId>; 2]) -> String {
    let mut unknown = chosen.into_iter().zip(sections);
    let unknown = unknown.find(|(text, section)| !text.is_empty() && section.is_none());
    match (unknown, sections) {
        (Some((text, _)), _) => not_one_section(ctx.library, text),
        (None, [Some(section), Some(_)]) => format!(
            "{} cannot be compared with itself: choose another section.",
            ctx.section_name(section)
        ),
        (None, _) => "Two sections are needed for a comparison.".to_owned(),
    }
}

fn not_one_section(library: &Library, text: &str) -> String {
    let shown: String = text.chars().take(MOST_SHOWN).collect();
    if headed(library, text).next().is_some() {
        format!("Several sections are headed “{shown}”: choose one by its reference.")
    } else {
        format!("No text here has a section “{shown}”.")
    }
}
