//! The panel "Cite", which needs no script: every style one below the other, and the files.

use askama::Template;

use crate::cite::{CitationStyle, Cited, Item, Run, Styled, plain, text_of};
use crate::library::{Citable, Document, DocumentId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::fixity::fixity;
use crate::site::quotes::typographic;
use crate::site::routes::{Route, TextFormat};
use crate::site::shell::{DataLink, citation_files};

/// How much of a hash tells words apart for a reader.
const SHORT: usize = 16;

/// A thing in every style.
#[derive(Template)]
#[template(path = "citing/panel.html")]
pub struct CitePanel<'a> {
    /// For any footnote.
    plain: String,
    styles: Vec<Styled>,
    files: Vec<DataLink<'a>>,
    fixity: Option<Fixity<'a>>,
}

/// By which a reader can tell that the words are the same.
struct Fixity<'a> {
    /// The beginning of the SHA-256.
    short: String,
    /// Where the whole of it stands.
    data: DataLink<'a>,
}

/// The footnote alone, for a page that has no room for more.
pub struct Footnote {
    /// Its words.
    pub runs: Vec<Run>,
}

impl<'a> CitePanel<'a> {
    /// Of a thing that can be cited.
    pub fn new(ctx: RenderContext<'a>, cited: Cited) -> Self {
        let item = ctx.item(cited);
        Self {
            plain: plain(&item),
            styles: ctx.patterns.all(&item, &shown),
            files: citation_files(ctx, cited),
            fixity: citable(cited).map(|citable| Fixity {
                short: fixity(ctx.library, citable)[..SHORT].to_owned(),
                data: DataLink {
                    media_type: "application/json",
                    href: ctx.href(Route::of_place(citable.into(), TextFormat::Json)),
                    label: "JSON",
                },
            }),
        }
    }
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
    typographic(text, None).into_owned()
}

fn citable(cited: Cited) -> Option<Citable> {
    match cited {
        Cited::Epigraph(id) => Some(Citable::Epigraph(id)),
        Cited::Paragraph(id) => Some(Citable::Paragraph(id)),
        Cited::Document(_) | Cited::Section(_) | Cited::Link(_) => None,
    }
}
