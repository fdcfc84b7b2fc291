//! The steps of a load, in order.

use super::assembly::{
    Damage, DocumentParts, Loaded, SiteLink, read_compared, read_documents, read_editions,
    read_images, read_pages, resolve_links, stray_site_links,
};
use super::diagnostics::{Diagnostics, Problem, Sink};
use super::scholarship::read_scholarship;
use super::source::File;
use super::text::PendingLink;
use super::text_files::TextFiles;
use super::toml::{SiteFile, read_site_file};
use super::words::read_words;
use crate::library::{Image, Kind, Library, Settings};

/// Loads the files of a content folder. Of its links those to other pages of the site are not
/// checked yet: see [`Loaded::with_unknown_links`].
#[must_use]
pub fn load(files: &[File]) -> Loaded {
    let diagnostics = Diagnostics::default();
    let images = read_images(files, &diagnostics);
    let Some(files) = TextFiles::new(files, &diagnostics) else {
        return Loaded::new(None, diagnostics.into_vec(), Vec::new());
    };
    let (library, site_links) = if let Some((site, sink)) = read_settings(&files, &diagnostics) {
        load_site(&files, site, sink, images, &diagnostics)
    } else {
        // What needs neither kinds nor documents is checked all the same.
        read_words(&files);
        read_pages(&files, 0);
        read_editions(&files, 0);
        read_scholarship(&files, None);
        (None, Vec::new())
    };
    Loaded::new(library, diagnostics.into_vec(), site_links)
}

/// What `site.toml` holds, with what takes what is wrong in it.
fn read_settings<'a>(
    files: &TextFiles<'a>,
    diagnostics: &Diagnostics,
) -> Option<(SiteFile, Sink<'a>)> {
    let Some(file) = files.settings() else {
        diagnostics.of_no_file().report_file(Problem::NoSettings);
        return None;
    };
    let site = read_site_file(file.text, file.sink)?;
    Some((site, file.sink))
}

/// The library as far as it can be read, and those of its links that are not checked yet.
fn load_site(
    files: &TextFiles<'_>,
    site: SiteFile,
    site_sink: Sink<'_>,
    images: Vec<Image>,
    diagnostics: &Diagnostics,
) -> (Option<Library>, Vec<SiteLink>) {
    let mut damage = Damage::default();
    let words = read_words(files);
    let documents = read_documents(files, &site, &images, site_sink, &mut damage);
    let pages = read_pages(files, documents.link_count());
    let editions = read_editions(files, documents.link_count() + pages.links.len());
    if let Some(settings) = &site.settings {
        editions.check_own(settings, &site.edition_span, site_sink);
    }
    let stray_links = documents.stray_links;
    let mut texts = site
        .settings
        .map(|settings| library_of_texts(settings, site.kinds, documents.in_order));

    let before = diagnostics.count();
    if let Some((library, _)) = &mut texts {
        let groups = site.compared.as_deref().unwrap_or_default();
        library.compared = read_compared(groups, library, &damage, site_sink);
    }
    // A claim about texts that may have been compared may be right.
    let knows_compared = site.compared.is_some() && diagnostics.count() == before;
    let may_claim = knows_compared && !damage.has_documents();
    let whole = texts.as_ref().filter(|_| may_claim);
    let scholarship = read_scholarship(files, whole.map(|(library, _)| library));
    damage.scholarship = !may_claim || diagnostics.count() > before;

    let Some((mut library, mut links)) = texts else {
        return (None, Vec::new());
    };
    library.words = words;
    library.set_images(images);
    library.set_concordance(scholarship.concordance);
    library.set_terms(scholarship.terms);
    library.actors = scholarship.actors;
    pages.check_names(&library);
    library.settings.nav = pages.nav(&site.nav, site_sink);
    library.set_pages(pages.in_order);
    library.editions = editions.newest_first;

    links.extend(pages.links);
    links.extend(editions.links);
    let (targets, mut site_links) = resolve_links(&library, links);
    library.set_targets(targets);
    site_links.extend(stray_site_links(&library, stray_links));
    site_links.retain(|link| !damage.may_have(&link.path));
    (Some(library), site_links)
}

/// The texts alone, and their links in the order of their targets.
fn library_of_texts(
    settings: Settings,
    kinds: Vec<Kind>,
    documents: Vec<DocumentParts>,
) -> (Library, Vec<PendingLink>) {
    let mut library = Library::new(settings, kinds);
    let mut links = Vec::new();
    for document in documents {
        library.add_document(document.slug, document.metadata, document.text);
        links.extend(document.links);
    }
    (library, links)
}
