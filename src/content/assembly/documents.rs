//! All documents of a site, in the order in which pages show them.

use std::collections::{HashMap, HashSet};

use super::captures::add_capture;
use super::damage::Damage;
use super::defaults::{colours, complete};
use crate::content::diagnostics::{Problem, Sink, guarded, suggest};
use crate::content::text::{PendingLink, read_document};
use crate::content::text_files::TextFiles;
use crate::content::toml::SiteFile;
use crate::library::{Colour, DocumentText, Image, Metadata, RESERVED, Slug};

/// The documents that a library can have.
#[derive(Default)]
pub struct Documents {
    pub in_order: Vec<DocumentParts>,
    /// The links of the documents that it cannot have, which are read for what is wrong in them.
    pub stray_links: Vec<PendingLink>,
}

/// What a document of the library is made of.
pub struct DocumentParts {
    pub slug: Slug,
    pub metadata: Metadata,
    /// The colour that its front matter asks for.
    asked_colour: Option<Colour>,
    pub text: DocumentText,
    /// The links of the text, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// Reads all documents; problems of the folder and of the order are reported to `site_sink`,
/// that of `site.toml`.
pub fn read_documents(
    files: &TextFiles<'_>,
    site: &SiteFile,
    images: &[Image],
    site_sink: Sink<'_>,
    damage: &mut Damage,
) -> Documents {
    if files.documents().next().is_none() {
        site_sink.report_file(Problem::NoDocuments);
        damage.add_document(None);
    }
    let mut read = Documents::default();
    let mut owners: HashMap<Slug, &str> = HashMap::new();
    for file in files.documents() {
        let read_one = || read_document(file.text, site, images, file.sink);
        let draft = guarded(file.sink, read_one);
        let Some(draft) = draft else {
            damage.add_document(None);
            continue;
        };
        let (Some(slug), Some(metadata)) = (draft.slug.clone(), draft.metadata) else {
            damage.add_document(draft.slug);
            read.stray_links.extend(draft.links);
            continue;
        };
        let asked_colour = metadata.colour;
        let mut metadata = complete(metadata, &draft.text);
        add_capture(&mut metadata, draft.capture, files, file.sink);
        if !draft.has_all_sections {
            damage.add_document(Some(slug.clone()));
        }
        if is_reserved(&slug, site) {
            let problem = Problem::Reserved(slug.to_string());
            file.sink.report_at(draft.slug_span.clone(), problem);
        }
        if let Some(first) = owners.get(&slug) {
            let problem = Problem::DuplicateDocument {
                id: slug.to_string(),
                first: (*first).to_owned(),
            };
            file.sink.report_at(draft.slug_span, problem);
            damage.add_document(Some(slug));
            read.stray_links.extend(draft.links);
            continue;
        }
        owners.insert(slug.clone(), file.shown);
        read.in_order.push(DocumentParts {
            slug,
            metadata,
            asked_colour,
            text: draft.text,
            links: draft.links,
        });
    }
    read.arrange(site, site_sink, damage);
    read
}

fn is_reserved(slug: &Slug, site: &SiteFile) -> bool {
    RESERVED.contains(&slug.as_str()) || site.kinds.iter().any(|kind| kind.path == *slug)
}

impl Documents {
    /// The number of the links that have targets.
    pub fn link_count(&self) -> usize {
        self.in_order
            .iter()
            .map(|document| document.links.len())
            .sum()
    }

    /// Puts the documents in the order that `site.toml` gives; those it does not name come last.
    fn arrange(&mut self, site: &SiteFile, site_sink: Sink<'_>, damage: &Damage) {
        let slugs = || self.in_order.iter().map(|document| document.slug.as_str());
        let known: HashSet<&str> = slugs().collect();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (place, name) in site.order.iter().enumerate() {
            places.entry(&name.value).or_insert(place);
            // A document that is damaged may be the one that is meant.
            if !known.contains(name.value.as_str()) && !damage.has_documents() {
                let problem = Problem::BadValue {
                    value: name.value.clone(),
                    expected: "the id of a document in this folder",
                    near: suggest(&name.value, slugs()),
                };
                site_sink.report_at(name.span.clone(), problem);
            }
        }
        self.in_order.sort_by_key(|document| {
            let place = places.get(document.slug.as_str()).copied();
            place.unwrap_or(site.order.len())
        });
        let asked: Vec<Option<Colour>> = self.in_order.iter().map(|one| one.asked_colour).collect();
        for (document, colour) in self.in_order.iter_mut().zip(colours(&asked)) {
            document.metadata.colour = colour;
        }
    }
}
