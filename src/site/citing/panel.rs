//! The panel "Cite", which needs no script: every style one below the other, and the files.

use askama::Template;

use crate::cite::{CitationStyle, Cited, Item, Run, Styled, plain, text_of};
use crate::library::{Date, Document, DocumentId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::fixity::FixedWords;
use crate::site::href::Href;
use crate::site::language::typographic;
use crate::site::routes::{AccessedHref, CitationFormat, Route};

/// A thing in every style.
#[derive(Template)]
#[template(path = "citing/panel.html")]
pub struct CitePanel<'a> {
    /// Of what is cited, by which the form asks for it again.
    name: String,
    /// For any footnote.
    plain: String,
    styles: Vec<Styled>,
    /// The place in the work, for styles that have no word on it.
    locator: Option<String>,
    files: Vec<CitationFile<'a>>,
    /// That of the cited words.
    sha256: Option<String>,
    /// Where it is cited with the day on which it was read.
    citing: Href<'a>,
    accessed: Option<Date>,
    /// The styles that leave that day out.
    without_day: Vec<&'static str>,
    /// Its page, where no citation has the address: a script adds it to what it copies.
    page: Option<Href<'a>>,
}

/// The item for programs that keep references.
struct CitationFile<'a> {
    format: CitationFormat,
    href: AccessedHref<'a>,
}

/// The footnote alone, for a page that has no room for more.
pub struct Footnote {
    /// Its words.
    pub runs: Vec<Run>,
}

impl<'a> CitePanel<'a> {
    /// Of a thing that can be cited.
    pub fn new(ctx: RenderContext<'a>, cited: Cited) -> Self {
        Self::accessed(ctx, cited, None)
    }

    /// The same, with the day on which it was read, if a reader says so.
    pub fn accessed(ctx: RenderContext<'a>, cited: Cited, accessed: Option<Date>) -> Self {
        let without_day = ctx.item(cited);
        let item = Item {
            accessed,
            ..without_day.clone()
        };
        let styles = ctx.patterns.all(&item, &shown);
        let without_day = match accessed {
            Some(_) => same(&styles, &ctx.patterns.all(&without_day, &shown)),
            None => Vec::new(),
        };
        let page = item.url.is_none().then(|| Route::of_cited(cited));
        let file = |format| CitationFile {
            format,
            href: AccessedHref::new(ctx.library, Route::Citation(cited, format), accessed),
        };
        Self {
            name: cited.name(ctx.library),
            plain: plain(&item),
            styles,
            files: CitationFormat::ALL.map(file).into(),
            sha256: FixedWords::of_cited(cited).map(|words| words.sha256(ctx.library)),
            citing: ctx.href(Route::Citing),
            locator: item.locator,
            accessed,
            without_day,
            page: page.map(|page| ctx.href(page)),
        }
    }
}

/// The styles in which something reads the same both times.
fn same(one: &[Styled], other: &[Styled]) -> Vec<&'static str> {
    let same = one.iter().filter(|styled| other.contains(styled));
    same.map(|styled| styled.style.label()).collect()
}

/// What copied words are credited to: a footnote with `{place}` where a script puts the place.
pub fn copied_credit(ctx: RenderContext<'_>, document: &Document) -> String {
    let item = Item {
        url: None,
        locator: Some("{place}".to_owned()),
        ..ctx.item(Cited::Document(document.id))
    };
    text_of(&Footnote::of(ctx, &item).runs)
}

/// A document as a bibliography has it.
pub fn bibliography_entry(ctx: RenderContext<'_>, document: DocumentId) -> Vec<Run> {
    let item = ctx.item(Cited::Document(document));
    let styled = ctx.patterns.one(&item, CitationStyle::ChicagoNotes, &shown);
    styled.map(|styled| styled.entry).unwrap_or_default()
}

impl Footnote {
    /// Of a thing that can be cited.
    pub fn new(ctx: RenderContext<'_>, cited: Cited) -> Self {
        Self::of(ctx, &ctx.item(cited))
    }

    fn of(ctx: RenderContext<'_>, item: &Item) -> Self {
        let styled = ctx.patterns.one(item, CitationStyle::ChicagoNotes, &shown);
        Self {
            runs: styled.map(|styled| styled.mention).unwrap_or_default(),
        }
    }
}

fn shown(text: &str) -> String {
    typographic(text).into_owned()
}
