//! The page.

use askama::Template;

use super::cards::{CardGroup, card_groups};
use super::neighbour::Neighbour;
use super::own_words::OwnWords;
use crate::cite::locator;
use crate::library::{Citable, Document, Language, Library, Place, Reference, Section};
use crate::site::citing::{CitePanel, copied_credit};
use crate::site::context::RenderContext;
use crate::site::cut::shortened;
use crate::site::filters;
use crate::site::href::{Href, Link};
use crate::site::html::Html;
use crate::site::routes::{HandoutFormat, HandoutHref, Route, TextFormat};
use crate::site::shell::{Head, Shell};
use crate::site::terms::TermHere;
use crate::site::text::{
    LegendEntry, Passages, Rail, across, cited_in, crumbs_to, inside, match_line,
};

/// How many characters of the words a title holds.
const TITLE: usize = 60;
/// How many a description.
const DESCRIPTION: usize = 200;

/// A paragraph or epigraph, with all that is known about it.
#[derive(Template)]
#[template(path = "paragraph/page.html")]
pub struct ParagraphPage<'a> {
    shell: Shell<'a>,
    rail: Html<Rail<'a>>,
    crumbs: Vec<Link<'a>>,
    /// `Strategy II.2.p1`.
    name: String,
    /// `Paragraph 1 of 3`.
    position: String,
    reference: &'a Reference,
    own_page: Href<'a>,
    /// Where it is read in its place, by the name of its section.
    context: Link<'a>,
    /// A handout with it.
    handout: HandoutHref<'a>,
    language: &'a Language,
    credit: String,
    /// Where its section is, as a footnote says it.
    at: String,
    before: Option<Neighbour<'a>>,
    own: OwnWords,
    after: Option<Neighbour<'a>>,
    legend: Vec<LegendEntry<'a>>,
    /// What is said where it has no match in a text that it was compared with.
    no_match: Option<String>,
    groups: Vec<CardGroup<'a>>,
    terms: Vec<TermHere<'a>>,
    cited_in: Vec<Link<'a>>,
    cite: Html<CitePanel<'a>>,
}

impl<'a> ParagraphPage<'a> {
    /// The page of an epigraph or paragraph.
    pub fn new(ctx: RenderContext<'a>, citable: Citable) -> Self {
        let library = ctx.library;
        let place = Place::from(citable);
        let section = &library[library.section_of(place)];
        let document = &library[section.document];
        let metadata = &document.metadata;
        let reference = library.reference(place);
        let (across, inside) = (across(ctx, place), inside(ctx, place));
        let ends = [across.as_slice(), &inside].concat();
        let parts = library.parts_of(citable);
        let passages = Passages::new(ctx, &ends, &parts);
        let own_page = ctx.place(place);
        Self {
            shell: Shell::new(ctx, head(ctx, document, place)),
            rail: Html(Rail::of_paragraph(ctx, section)),
            crumbs: crumbs_to(ctx, section),
            name: ctx.place_name(place),
            position: position(library, citable),
            reference,
            context: Link::new(
                ctx.in_context(place),
                format!("Read in {}", short_name(section)),
            ),
            handout: HandoutHref::new(library, HandoutFormat::Html, [reference.to_string()]),
            language: &metadata.language,
            before: Neighbour::before(ctx, citable),
            own: OwnWords::new(ctx, citable, &passages),
            after: Neighbour::after(ctx, citable),
            legend: passages.legend(ctx, &ends),
            no_match: across.is_empty().then(|| match_line(ctx, place)).flatten(),
            groups: card_groups(ctx, &across, &inside, &passages),
            terms: TermHere::in_parts(ctx, section.id, parts),
            cited_in: cited_in(ctx, place),
            cite: Html(CitePanel::new(ctx, place.into())),
            at: locator(library, section.id.into()),
            credit: copied_credit(ctx, document),
            own_page,
        }
    }
}

/// A section by its number, or by its title where it has none.
fn short_name(section: &Section) -> &str {
    match section.number {
        Some(_) => section.reference.section.as_str(),
        None => &section.title,
    }
}

/// Its own words say what the page is.
fn head<'a>(ctx: RenderContext<'a>, document: &'a Document, place: Place) -> Head<'a> {
    let library = ctx.library;
    let text = &library.prose(library.part_of(place)).text;
    let name = ctx.place_name(place);
    let title = format!("{} · {name}", shortened(text, TITLE));
    let description = shortened(text, DESCRIPTION);
    Head::new(Route::of_place(place, TextFormat::Html), title, description).of(document)
}

/// Where in its section it stands.
fn position(library: &Library, citable: Citable) -> String {
    let Citable::Paragraph(id) = citable else {
        return "Epigraph".to_owned();
    };
    let paragraphs = library[library[id].section].paragraphs;
    let nth = paragraphs.into_iter().position(|one| one == id);
    match paragraphs.len() {
        1 => "The only paragraph".to_owned(),
        count => format!("Paragraph {} of {count}", nth.unwrap_or_default() + 1),
    }
}
