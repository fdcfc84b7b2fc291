//! What a page says of its work to programs that keep references: the names of Highwire Press, which
//! search engines for scholars read too, and those of Dublin Core.

use crate::cite::{Cited, Item, ItemDate, ItemKind, Maker};
use crate::site::context::RenderContext;
use crate::site::routes::Route;

/// An element of the head: a name and what it holds.
pub struct Meta {
    /// `citation_title`.
    pub name: &'static str,
    /// The value, with the characters of the source.
    pub content: String,
}

/// What the page of a document, section, paragraph or epigraph says of the document.
///
/// The page of a section has no room for the names of Dublin Core, which say the same again.
pub fn metas(ctx: RenderContext<'_>, route: Route) -> Vec<Meta> {
    let Some(cited) = route.cited() else {
        return Vec::new();
    };
    let item = ctx.item(cited);
    match cited {
        Cited::Link(_) => Vec::new(),
        Cited::Section(_) => highwire(&item),
        Cited::Document(_) | Cited::Epigraph(_) | Cited::Paragraph(_) => {
            let mut metas = highwire(&item);
            metas.extend(dublin_core(&item));
            metas
        }
    }
}

fn highwire(item: &Item) -> Vec<Meta> {
    let (first, last) = match item.pages.as_ref().map(|pages| pages.split_once('–')) {
        Some(Some((first, last))) => (Some(first.to_owned()), Some(last.to_owned())),
        _ => (item.pages.clone(), None),
    };
    let institution = match (item.kind, item.makers.first()) {
        (ItemKind::Report, Some(Maker::Body(name))) => Some(name.clone()),
        _ => None,
    };
    let makers = item.makers.iter().map(|maker| {
        let name = match maker {
            Maker::Person { family, given, .. } => format!("{family}, {given}"),
            // Readers part a name at its comma or else at its last space: this one is all family name.
            Maker::Body(name) => format!("{name},"),
        };
        ("citation_author", Some(name))
    });
    let fields = [
        ("citation_title", Some(item.title.clone())),
        (
            "citation_publication_date",
            item.date.map(|date| day(date, '/')),
        ),
        ("citation_journal_title", item.container.clone()),
        ("citation_technical_report_institution", institution),
        ("citation_volume", item.volume.clone()),
        ("citation_issue", item.issue.clone()),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", item.doi.clone()),
        ("citation_language", Some(item.language.clone())),
        ("citation_public_url", item.url.clone()),
    ];
    known(fields.into_iter().chain(makers))
}

fn dublin_core(item: &Item) -> Vec<Meta> {
    let kind = match item.kind {
        ItemKind::Report => Some("report"),
        ItemKind::Article => Some("journalArticle"),
        ItemKind::Web | ItemKind::Document => None,
    };
    let makers = item.makers.iter().map(|maker| {
        let name = match maker {
            Maker::Person { family, given, .. } => format!("{family}, {given}"),
            Maker::Body(name) => name.clone(),
        };
        ("DC.creator", Some(name))
    });
    let doi = item.doi.as_ref().map(|doi| format!("doi:{doi}"));
    let fields = [
        ("DC.type", kind.map(str::to_owned)),
        ("DC.title", Some(item.title.clone())),
        ("DC.date", item.date.map(|date| day(date, '-'))),
        ("DC.language", Some(item.language.clone())),
        ("DC.identifier", doi),
        ("DC.source", item.container.clone()),
    ];
    known(fields.into_iter().chain(makers))
}

/// Those of which the content is known.
fn known(fields: impl Iterator<Item = (&'static str, Option<String>)>) -> Vec<Meta> {
    let metas = fields.filter_map(|(name, content)| {
        Some(Meta {
            name,
            content: content?,
        })
    });
    metas.collect()
}

/// `2017/03/01`, or the year alone.
fn day(date: ItemDate, between: char) -> String {
    match date {
        ItemDate::Year(year) => year.to_string(),
        ItemDate::Day(day) => day.to_string().replace('-', &between.to_string()),
    }
}
