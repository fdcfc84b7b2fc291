//! A document as the Text Encoding Initiative writes texts (P5): for corpora, editions and archives.

use askama::Template;

use super::pieces::{ImageFile, PieceWriter, TextPiece, element_id};
use crate::library::{Author, Document, Form, Length, Metadata, Settings, Style, Target};
use crate::site::context::RenderContext;
use crate::site::routes::{Export, Route, TextFormat};
use crate::site::shell::extent;
use crate::site::text::{FramePiece, Inline, ItemNumber, ListNumbers, Quotes, Row};

/// The whole file.
#[derive(Template)]
#[template(path = "exports/tei/document.xml")]
pub struct TeiDocument<'a> {
    ctx: RenderContext<'a>,
    settings: &'a Settings,
    metadata: &'a Metadata,
    authors: Vec<AuthorPart<'a>>,
    length: Length,
    extent: String,
    /// Its page, where the address of the site is known.
    address: Option<String>,
    pieces: Vec<TextPiece<'a>>,
}

struct AuthorPart<'a> {
    author: &'a Author,
    affiliations: Vec<&'a str>,
}

impl<'a> TeiDocument<'a> {
    /// The file of a document.
    pub fn new(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let library = ctx.library;
        let metadata = &document.metadata;
        let href = |target: &Target| address(ctx, document, target);
        let mut writer = PieceWriter::new(library, Quotes::Source, &href);
        for section in library.roots(document) {
            writer.section(section, 1);
        }
        let pieces = writer.finish();
        let length = library.length(document.sections);
        let page = Route::Document(document.id, TextFormat::Html);
        let page = ctx.href(page).to_string();
        Self {
            ctx,
            settings: &library.settings,
            metadata,
            authors: metadata
                .authors
                .iter()
                .map(|author| author_part(metadata, author))
                .collect(),
            length,
            extent: extent(length),
            address: ctx.base.map(|base| base.whole(&page)),
            pieces,
        }
    }
}

impl TeiDocument<'_> {
    /// Where an image is, seen from the file.
    fn image(&self, image: &ImageFile) -> String {
        let path = self.ctx.href(Route::Image(image.id)).to_string();
        path.trim_start_matches('/').to_owned()
    }
}

/// Where a link leads from the file: into itself, into the file of another document beside it, or to
/// the web.
fn address(ctx: RenderContext<'_>, document: &Document, target: &Target) -> Option<String> {
    let library = ctx.library;
    match target {
        Target::Place(place) => {
            let id = element_id(library.reference(*place));
            let other = library[library.section_of(*place)].document;
            if other == document.id {
                return Some(format!("#{id}"));
            }
            let file = ctx.href(Route::Export(Export::Tei(other))).to_string();
            Some(format!("{}#{id}", file.trim_start_matches('/')))
        }
        Target::Site(path) => ctx.base.map(|base| base.whole(path.as_str())),
        Target::Elsewhere(url) => Some(url.clone()),
        Target::Nowhere => None,
    }
}

fn author_part<'a>(metadata: &'a Metadata, author: &'a Author) -> AuthorPart<'a> {
    let known = metadata.affiliations.iter();
    let own = known.filter(|one| author.affiliations.contains(&one.key));
    AuthorPart {
        author,
        affiliations: own.map(|one| one.name.as_str()).collect(),
    }
}
