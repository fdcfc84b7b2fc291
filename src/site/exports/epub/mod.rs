//! Books for reading devices (EPUB 3): a document, or all of them with what the editors say.
//!
//! The archive is put together here rather than by a library for books, since those know neither the
//! list of references that stands for one of pages nor bytes that are the same every time.

mod archive;
mod back_matter;
mod chapter;
mod concordance;
mod contents;
mod cover;
mod error;
mod guide;
mod package;
mod places;
mod sheet;
mod title_page;

use std::collections::BTreeSet;

use askama::Template;

use crate::library::{Document, Image, ImageId};
use crate::site::context::RenderContext;
use archive::archive;
use back_matter::{SilencesChapter, TermsChapter};
use chapter::TextChapter;
use concordance::{ConcordancePage, MatchesChapter};
use contents::{Contents, Navigation};
use cover::{Cover, CoverPage};
pub use error::BookError;
use guide::GuideChapter;
use package::{Container, Package};
use places::{Places, text_file, title_file};
use title_page::TitlePage;

/// The style sheet of every book.
const STYLE: &str = include_str!("../../../../templates/exports/epub/book.css");

/// A page of a book.
struct BookPage {
    /// Its name in the archive: `text-strategy-II.xhtml`.
    file: String,
    /// What it is called in the contents, and what stands below it there.
    entry: Option<contents::Entry>,
    body: String,
    /// The images that it shows.
    images: Vec<ImageId>,
}

/// A document as a book.
///
/// # Errors
/// If a template or the archive fails, which is a fault of the program.
pub fn document_book(ctx: RenderContext<'_>, document: &Document) -> Result<Vec<u8>, BookError> {
    let places = Places::new(ctx, std::slice::from_ref(document));
    let mut pages = vec![page_of(
        "title.xhtml",
        None,
        &TitlePage::of_document(ctx, document),
    )?];
    pages.extend(text_pages(&places, document)?);
    let package = Package::of_document(ctx, document);
    bound(&places, package, &Cover::of_document(ctx, document), pages)
}

/// All documents, the concordance, the index of terms and the guide as one book.
///
/// # Errors
/// If a template or the archive fails, which is a fault of the program.
pub fn library_book(ctx: RenderContext<'_>) -> Result<Vec<u8>, BookError> {
    let library = ctx.library;
    let places = Places::new(ctx, library.documents());
    let mut pages = vec![page_of("title.xhtml", None, &TitlePage::of_library(ctx))?];
    for document in library.documents() {
        let mut texts = text_pages(&places, document)?;
        let chapters = texts.iter_mut().filter_map(|page| page.entry.take());
        let file = title_file(document);
        let entry = contents::Entry {
            href: file.clone(),
            label: document.metadata.title.clone(),
            language: Some(document.metadata.language.clone()),
            below: chapters.collect(),
        };
        pages.push(page_of(
            &file,
            Some(entry),
            &TitlePage::of_document(ctx, document),
        )?);
        pages.append(&mut texts);
    }
    pages.extend(matches_pages(&places)?);
    if let Some(chapter) = SilencesChapter::new(&places) {
        pages.push(page_of("silences.xhtml", Some(chapter.entry()), &chapter)?);
    }
    if let Some(chapter) = TermsChapter::new(&places) {
        pages.push(page_of("terms.xhtml", Some(chapter.entry()), &chapter)?);
    }
    for &page in &library.settings.nav {
        let chapter = GuideChapter::new(&places, &library[page]);
        pages.push(page_of(&chapter.file(), Some(chapter.entry()), &chapter)?);
    }
    bound(
        &places,
        Package::of_library(ctx),
        &Cover::of_library(ctx),
        pages,
    )
}

/// The chapters of a document: a page for each section of the highest level.
fn text_pages(places: &Places<'_>, document: &Document) -> Result<Vec<BookPage>, BookError> {
    let roots = places.ctx.library.roots(document);
    roots
        .map(|root| {
            let chapter = TextChapter::new(places, root);
            let page = page_of(
                &text_file(root),
                Some(contents::Entry::of_section(places, root)),
                &chapter,
            )?;
            Ok(BookPage {
                images: chapter.images(),
                ..page
            })
        })
        .collect()
}

/// What a match is, and all matches.
fn matches_pages(places: &Places<'_>) -> Result<Vec<BookPage>, BookError> {
    let chapters = MatchesChapter::all(places);
    if chapters.is_empty() {
        return Ok(Vec::new());
    }
    let first = ConcordancePage::new(places);
    let entry = first.entry(chapters.iter().map(MatchesChapter::entry).collect());
    let first = page_of(ConcordancePage::FILE, Some(entry), &first);
    let pages = chapters
        .iter()
        .map(|chapter| page_of(&chapter.file(), None, chapter));
    std::iter::once(first).chain(pages).collect()
}

fn page_of(
    file: &str,
    entry: Option<contents::Entry>,
    page: &impl Template,
) -> Result<BookPage, BookError> {
    Ok(BookPage {
        file: file.to_owned(),
        entry,
        body: page.render()?,
        images: Vec::new(),
    })
}

/// The book as one file.
fn bound(
    places: &Places<'_>,
    package: Package<'_>,
    cover: &Cover,
    pages: Vec<BookPage>,
) -> Result<Vec<u8>, BookError> {
    let sheet = package.sheet();
    let entries = pages.iter().filter_map(|page| page.entry.clone()).collect();
    let navigation = Navigation::new(sheet.clone(), Contents(entries), places);
    let cover_page = CoverPage::new(sheet, cover);
    let images: BTreeSet<ImageId> = pages.iter().flat_map(|page| page.images.clone()).collect();
    let images: Vec<&Image> = images
        .into_iter()
        .map(|id| &places.ctx.library[id])
        .collect();
    let names = pages.iter().map(|page| page.file.clone()).collect();
    let date = package.date();
    let package = package.with_pages(names).with_images(&images);
    let in_folder = |name: &str| format!("{}/{name}", package::FOLDER);
    let text = |name: &str, text: String| (in_folder(name), text.into_bytes());
    let mut files = vec![
        (
            "META-INF/container.xml".to_owned(),
            Container.render()?.into_bytes(),
        ),
        text("package.opf", package.render()?),
        text("nav.xhtml", navigation.render()?),
        text("book.css", STYLE.to_owned()),
        text("cover.svg", cover.render()?),
        text("cover.xhtml", cover_page.render()?),
    ];
    files.extend(pages.into_iter().map(|page| text(&page.file, page.body)));
    let images = images.into_iter();
    files.extend(images.map(|image| (in_folder(&image.served_name()), image.bytes.to_vec())));
    archive(&files, date)
}
