//! Where a partner is chosen for one section: its matches first, then any section.

use std::cmp::Reverse;

use askama::Template;

use super::choice::offered_sections;
use super::form::CompareForm;
use crate::library::{Document, Section, SectionId};
use crate::site::concordance::Spread;
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{Route, Slot};
use crate::site::shell::{Head, Shell};
use crate::study::link_index::SectionPair;

/// The page.
#[derive(Template)]
#[template(path = "compare/partners.html")]
pub struct PartnersPage<'a> {
    shell: Shell<'a>,
    index: Href<'a>,
    title: String,
    section: Link<'a>,
    colour: &'static str,
    /// The sections that match it, those of other documents first, the closest first.
    partners: Vec<Partner<'a>>,
    form: Html<CompareForm<'a>>,
    /// All sections, by document; none where they are too many.
    documents: Vec<DocumentChoices<'a>>,
}

struct Partner<'a> {
    comparison: Link<'a>,
    /// `Paper 2.2.1`.
    name: String,
    colour: &'static str,
    /// `9 matches, 4 close`.
    size: String,
}

struct DocumentChoices<'a> {
    document: &'a Document,
    comparisons: Vec<Link<'a>>,
}

impl<'a> PartnersPage<'a> {
    /// For a section that is kept in its slot.
    pub fn new(ctx: RenderContext<'a>, slot: Slot, section: &'a Section) -> Self {
        let name = ctx.section_name(section.id);
        let title = format!("Compare {name} with…");
        let description = format!("Which section to set beside {name}, its matches first.");
        // An answer to a query is not the page of its address.
        let head = Head::new(Route::Compare, title.clone(), description).without_address();
        Self {
            shell: Shell::new(ctx, head).not_indexed(""),
            index: ctx.href(Route::Compare),
            title,
            section: ctx.heading_link(section),
            colour: ctx.library[section.document].metadata.colour.name(),
            partners: partners(ctx, section),
            form: Html(CompareForm::beside(ctx, slot, section)),
            documents: all_choices(ctx, section),
        }
    }
}

fn partners<'a>(ctx: RenderContext<'a>, section: &Section) -> Vec<Partner<'a>> {
    let pairs = ctx.study.links.pairs().iter();
    let mut pairs: Vec<(&'a Section, &SectionPair)> = pairs
        .filter_map(|pair| {
            let other = match pair.sections() {
                (first, second) if first == section.id => second,
                (first, second) if second == section.id => first,
                _ => return None,
            };
            Some((&ctx.library[other], pair))
        })
        .collect();
    pairs.sort_by_key(|(other, pair)| (other.document == section.document, Reverse(pair.weight)));
    let partners = pairs.into_iter().filter_map(|(other, pair)| {
        Some(Partner {
            comparison: comparison(ctx, section.id, other)?,
            name: ctx.section_name(other.id),
            colour: ctx.library[other.document].metadata.colour.name(),
            size: Spread::of(ctx.library, &pair.links).in_words(),
        })
    });
    partners.collect()
}

fn all_choices<'a>(ctx: RenderContext<'a>, section: &Section) -> Vec<DocumentChoices<'a>> {
    let sections = offered_sections(ctx.library);
    let mut documents: Vec<DocumentChoices<'a>> = sections
        .chunk_by(|a, b| a.document == b.document)
        .map(|sections| DocumentChoices {
            document: &ctx.library[sections[0].document],
            comparisons: sections
                .iter()
                .filter_map(|other| comparison(ctx, section.id, other))
                .collect(),
        })
        .collect();
    documents.sort_by_key(|one| one.document.id == section.document);
    documents
}

/// The comparison with another section, by its heading; `None` with itself.
fn comparison<'a>(
    ctx: RenderContext<'a>,
    section: SectionId,
    other: &'a Section,
) -> Option<Link<'a>> {
    let href = ctx.comparison(section, other.id)?;
    let language = ctx.library.language_at(other.id.into());
    Some(Link::new(href, other.heading_text()).in_language(language))
}
