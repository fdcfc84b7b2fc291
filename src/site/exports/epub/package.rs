//! What a book is and what it is made of, for the programs that show it and the shelves that hold it.

use std::borrow::Cow;

use askama::Template;

use super::sheet::Sheet;
use crate::library::{Author, Date, Document, Image, Language, Metadata, Settings};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::hash::permanent_id;
use crate::site::routes::{Route, TextFormat};

/// The folder of the archive that holds the book.
pub const FOLDER: &str = "EPUB";

/// Where the package stands.
#[derive(Template)]
#[template(path = "exports/epub/container.xml")]
pub struct Container;

/// The metadata and the list of files.
#[derive(Template)]
#[template(path = "exports/epub/package.xml")]
pub struct Package<'a> {
    settings: &'a Settings,
    /// The same for every edition.
    identifier: String,
    title: &'a str,
    description: &'a str,
    language: Cow<'a, Language>,
    /// What is known of the text, where it is one.
    metadata: Option<&'a Metadata>,
    /// Who made the texts, each once.
    creators: Vec<Creator<'a>>,
    /// What is said of the rights in each text and in the work of the editors.
    rights: Vec<String>,
    /// The day that places the text, or else that of the edition.
    published: Date,
    /// Its page, where the address of the site is known.
    address: Option<String>,
    /// In reading order.
    pages: Vec<String>,
    images: Vec<ImageItem>,
}

/// A person, or the body that issued a text.
#[derive(PartialEq, Eq)]
enum Creator<'a> {
    Author(&'a Author),
    Issuer(&'a str),
}

/// A file of an image.
struct ImageItem {
    file: String,
    media_type: &'static str,
}

impl<'a> Package<'a> {
    /// Of a document.
    pub fn of_document(ctx: RenderContext<'a>, document: &'a Document) -> Self {
        let metadata = &document.metadata;
        let published = metadata.dates.last().map(|(_, date)| *date);
        Self {
            identifier: permanent_id(&[document.slug.as_str(), &metadata.title]),
            title: &metadata.title,
            description: &metadata.summary,
            language: Cow::Borrowed(&metadata.language),
            metadata: Some(metadata),
            creators: creators(std::slice::from_ref(document)),
            rights: vec![metadata.rights.clone()],
            published: published.unwrap_or(ctx.library.settings.edition_date),
            ..Self::new(ctx, Route::Document(document.id, TextFormat::Html))
        }
    }

    /// Of the library.
    pub fn of_library(ctx: RenderContext<'a>) -> Self {
        let library = ctx.library;
        let texts = library.documents().iter().map(|document| {
            let metadata = &document.metadata;
            format!("{}: {}", metadata.title, metadata.rights)
        });
        let editors = library.settings.license.iter();
        let editors = editors.map(|license| format!("The work of the editors: {}", license.name));
        Self {
            creators: creators(library.documents()),
            rights: texts.chain(editors).collect(),
            ..Self::new(ctx, Route::Home)
        }
    }

    fn new(ctx: RenderContext<'a>, page: Route) -> Self {
        let settings = &ctx.library.settings;
        let path = ctx.href(page).to_string();
        Self {
            settings,
            identifier: permanent_id(&[&settings.title, &settings.tagline]),
            title: &settings.tagline,
            description: &settings.description,
            language: Cow::Owned(Language::english()),
            metadata: None,
            creators: Vec::new(),
            rights: Vec::new(),
            published: settings.edition_date,
            address: ctx.base.map(|base| base.whole(&path)),
            pages: Vec::new(),
            images: Vec::new(),
        }
    }

    /// The same with its pages.
    pub fn with_pages(self, pages: Vec<String>) -> Self {
        Self { pages, ..self }
    }

    /// The same with the images that they show.
    pub fn with_images(self, images: &[&Image]) -> Self {
        let items = images.iter().map(|image| ImageItem {
            file: image.served_name(),
            media_type: image.format.media_type(),
        });
        Self {
            images: items.collect(),
            ..self
        }
    }

    /// What all pages of the book have around their content.
    pub fn sheet(&self) -> Sheet<'a> {
        Sheet {
            title: self.title.to_owned(),
            language: None,
        }
    }

    /// The day of the edition.
    pub fn date(&self) -> Date {
        self.settings.edition_date
    }
}

/// Who made these texts: of each its authors, or else the body that issued it.
fn creators(documents: &[Document]) -> Vec<Creator<'_>> {
    let mut found = Vec::new();
    for Document { metadata, .. } in documents {
        let issuer = metadata
            .issuer
            .iter()
            .filter(|_| metadata.authors.is_empty());
        let issuer = issuer.map(|issuer| Creator::Issuer(issuer));
        for creator in metadata.authors.iter().map(Creator::Author).chain(issuer) {
            if !found.contains(&creator) {
                found.push(creator);
            }
        }
    }
    found
}
