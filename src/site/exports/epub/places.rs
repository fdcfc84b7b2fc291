//! Where the things stand in a book.

use crate::library::{Document, DocumentId, Place, Section, Target};
use crate::site::context::RenderContext;
use crate::site::exports::pieces::element_id;

/// The documents of a book, and the files that they stand in.
pub struct Places<'a> {
    pub ctx: RenderContext<'a>,
    documents: &'a [Document],
}

/// A link, and what it is called.
pub struct PlaceLink {
    pub href: String,
    pub label: String,
}

impl<'a> Places<'a> {
    /// Of a book that has these documents.
    pub fn new(ctx: RenderContext<'a>, documents: &'a [Document]) -> Self {
        Self { ctx, documents }
    }

    /// The documents of the book.
    pub fn documents(&self) -> &'a [Document] {
        self.documents
    }

    /// Where a place stands; `None` where its document is not in the book.
    pub fn inside(&self, place: Place) -> Option<String> {
        let library = self.ctx.library;
        let section = &library[library.section_of(place)];
        self.has(section.document).then(|| {
            let file = text_file(library.root(section));
            format!("{file}#{}", element_id(library.reference(place)))
        })
    }

    /// A place of the book as a link that is called by its document and number: `Strategy II.2.p1`.
    pub fn named(&self, place: Place) -> PlaceLink {
        PlaceLink {
            href: self.inside(place).unwrap_or_default(),
            label: self.ctx.place_name(place),
        }
    }

    /// Where a link leads: into the book, or to the web; `None` where the address is not known.
    pub fn address(&self, target: &Target) -> Option<String> {
        let site = |path: &str| self.ctx.base.map(|base| base.whole(path));
        match target {
            Target::Place(place) => self
                .inside(*place)
                .or_else(|| site(&self.ctx.place(*place).to_string())),
            Target::Site(path) => site(path.as_str()),
            Target::Elsewhere(url) => Some(url.clone()),
            Target::Nowhere => None,
        }
    }

    fn has(&self, document: DocumentId) -> bool {
        self.documents.iter().any(|one| one.id == document)
    }
}

/// The file of a section of the highest level: `text-strategy-II.xhtml`.
pub fn text_file(root: &Section) -> String {
    format!("text-{}.xhtml", element_id(&root.reference))
}

/// The file with the title of a document, in a book of several: `document-strategy.xhtml`.
pub fn title_file(document: &Document) -> String {
    format!("document-{}.xhtml", document.slug)
}
