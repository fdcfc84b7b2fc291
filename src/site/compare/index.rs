//! Where two sections are chosen to be compared, and the pairs that answer each other most.

use std::cmp::Reverse;

use askama::Template;

use super::choice::{chosen_section, headed};
use super::form::CompareForm;
use super::page::link;
use crate::library::{Library, Section, SectionId, pluralize};
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
    form: Html<CompareForm<'a>>,
    pairs: Vec<ListedPair<'a>>,
}

struct ListedPair<'a> {
    link: Link<'a>,
    first: ListedSection<'a>,
    second: ListedSection<'a>,
    links: String,
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
            form: Html(CompareForm::new(ctx)),
            pairs: strongest(ctx),
        }
    }

    /// The same as an answer to a choice that leads nowhere, which the form keeps.
    pub fn faulty(ctx: RenderContext<'a>, chosen: [&'a str; 2]) -> Self {
        let lead = lead(ctx);
        // An answer to a mistake is not the page of its address.
        let head = Head::new(Route::Compare, TITLE, lead.clone()).without_address();
        Self {
            shell: Shell::new(ctx, head),
            title: TITLE,
            lead,
            fault: Some(fault(ctx, chosen.map(str::trim))),
            form: Html(CompareForm::typed(ctx, chosen)),
            pairs: strongest(ctx),
        }
    }
}

fn lead(ctx: RenderContext<'_>) -> String {
    match ctx.study.links.pairs().len() {
        0 => "Any two sections in aligned rows, with the wording that both share.".to_owned(),
        count => format!(
            "Any two sections in aligned rows, with the editors’ links and the wording that both \
             share. The editors link {}.",
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
        links: pluralize(pair.links.len(), "link"),
    }
}

/// What is wrong with a choice.
fn fault(ctx: RenderContext<'_>, chosen: [&str; 2]) -> String {
    match (chosen, chosen.map(|text| chosen_section(ctx.library, text))) {
        (["", _] | [_, ""], _) => "Two sections are needed for a comparison.".to_owned(),
        ([text, _], [None, _]) | ([_, text], [_, None]) => not_one_section(ctx.library, text),
        (_, [Some(section), Some(_)]) => format!(
            "{} cannot be compared with itself: choose another section.",
            ctx.section_name(section)
        ),
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
