//! From files to a library: a pure function, but for `source`, the only reader.
//!
//! Bad content is data: a load returns every diagnostic, and a library only where there is none.

mod actors;
mod blocks;
mod concordance;
mod diagnostic;
mod document;
mod fault;
mod fields;
mod front_matter;
mod heading;
mod inlines;
mod links;
mod markdown;
mod metadata;
mod page;
mod passage;
mod positions;
mod problem;
mod scholarship;
mod settings;
mod silence;
mod sink;
mod source;
mod terms;

pub use diagnostic::{Diagnostic, report};
pub use fault::{Fault, NearQuote};
pub use problem::Problem;
pub use source::{File, Source, read};

use std::collections::BTreeMap;

use crate::library::Library;
use crate::library::actor::Actors;
use crate::library::address::{self, RESERVED};
use crate::library::concordance::Concordance;
use crate::library::document::Document;
use crate::library::near::nearest;
use crate::library::reference::Slug;
use fields::Located;
use links::Pending;
use settings::SiteFile;
use sink::Sink;

/// The file that names the site and declares the kinds.
const SETTINGS: &str = "site.toml";

/// What a load comes to.
#[derive(Debug)]
pub struct Loaded {
    /// The library, if nothing is wrong.
    pub library: Option<Library>,
    /// Everything that is wrong, by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads the files of a content folder.
#[must_use]
pub fn load(files: &[File]) -> Loaded {
    let mut load = Load::default();
    let texts: Vec<Option<&str>> = files
        .iter()
        .enumerate()
        .map(|(at, file)| load.text(at, file))
        .collect();
    let site = load.site(files, &texts);
    let documents = load.documents(files, &texts, site.as_ref());
    let pages = load.pages(files, &texts);
    let nav = site
        .as_ref()
        .map(|site| site.nav.clone())
        .unwrap_or_default();
    let library = library(site, documents);
    let library = load.scholarship(files, &texts, library);
    let library = load.written(files, &pages, &nav, library);
    let mut diagnostics = load.diagnostics;
    diagnostics.sort_by_key(|d| (d.file, d.span.as_ref().map_or(0, |span| span.start)));
    diagnostics.dedup();
    let library = library.filter(|_| diagnostics.is_empty());
    Loaded {
        library,
        diagnostics,
    }
}

/// A load under way.
#[derive(Default)]
struct Load {
    diagnostics: Vec<Diagnostic>,
    links: Vec<Pending>,
    /// The ids of the documents that are not whole; `None` for one whose id is not known.
    damaged: Vec<Option<Slug>>,
    /// Whether the concordance, terms or actors are not whole.
    scholarship_damaged: bool,
}

/// A page that waits for the library, with the text of its file.
type WaitingPage<'a> = (page::Draft, &'a str);

impl Load {
    fn close(&mut self, sink: Sink) {
        self.diagnostics.extend(sink.into_diagnostics());
    }

    fn whole(&mut self, file: usize, problem: Problem) {
        let sink = Sink::new(file);
        sink.whole(problem);
        self.close(sink);
    }

    /// The text of a file, or what keeps it from being read.
    fn text<'a>(&mut self, at: usize, file: &'a File) -> Option<&'a str> {
        let bytes = match &file.contents {
            Ok(bytes) => bytes,
            Err(why) => {
                self.whole(at, Problem::Unreadable(why.clone()));
                return None;
            }
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let sink = Sink::new(at);
                let start = error.valid_up_to();
                sink.at(start..start + 1, Problem::NotUtf8);
                self.close(sink);
                None
            }
        }
    }

    fn site(&mut self, files: &[File], texts: &[Option<&str>]) -> Option<SiteFile> {
        let Some(at) = files.iter().position(|file| file.name == SETTINGS) else {
            if files.iter().all(|file| file.contents.is_ok()) {
                self.whole(usize::MAX, Problem::NoSettings);
            }
            return None;
        };
        let sink = Sink::new(at);
        let site = texts[at].and_then(|text| settings::load(text, &sink));
        self.close(sink);
        site
    }

    /// The documents, each with its file's name; without a `site.toml` none can be read, since
    /// every kind would be unknown.
    fn documents(
        &mut self,
        files: &[File],
        texts: &[Option<&str>],
        site: Option<&SiteFile>,
    ) -> Vec<Document> {
        let Some(site) = site else { return Vec::new() };
        let is_document = |file: &&File| is_markdown(&file.name) && !file.name.contains('/');
        if !files.iter().any(|file| is_document(&file)) {
            let at = files.iter().position(|file| file.name == SETTINGS);
            self.whole(at.unwrap_or(usize::MAX), Problem::NoDocuments);
            self.damaged.push(None);
        }
        let mut documents: Vec<Document> = Vec::new();
        let mut owners: BTreeMap<String, String> = BTreeMap::new();
        for (at, file) in files
            .iter()
            .enumerate()
            .filter(|(_, file)| is_document(file))
        {
            let sink = Sink::new(at);
            let draft = texts[at].and_then(|text| document::load(text, &site.kinds, &sink));
            let damage = draft
                .as_ref()
                .map_or(Some(None), |draft| (!draft.whole).then(|| draft.id.clone()));
            self.damaged.extend(damage);
            if let Some(draft) = draft {
                self.links.extend(draft.links);
                if let Some(document) = draft.document {
                    let id = document.id.to_string();
                    let kind_path = site.kinds.iter().any(|kind| kind.path == document.id);
                    if RESERVED.contains(&id.as_str()) || kind_path {
                        sink.at(draft.id_span.clone(), Problem::Reserved(id.clone()));
                    }
                    if let Some(first) = owners.insert(id.clone(), file.shown.clone()) {
                        self.damaged.push(Some(document.id));
                        sink.at(draft.id_span, Problem::DuplicateDocument { id, first });
                    } else {
                        documents.push(document);
                    }
                }
            }
            self.close(sink);
        }
        self.arrange(files, site, &mut documents);
        documents
    }

    /// Puts the documents in the order that `site.toml` gives; those it does not name come last.
    fn arrange(&mut self, files: &[File], site: &SiteFile, documents: &mut [Document]) {
        let at = files.iter().position(|file| file.name == SETTINGS);
        let sink = Sink::new(at.unwrap_or(usize::MAX));
        let broken = self.diagnostics.iter().any(|d| Some(d.file) != at);
        for name in &site.order {
            let known = documents.iter().map(|document| document.id.as_str());
            if !broken && !known.clone().any(|id| id == name.value) {
                let problem = Problem::BadValue {
                    value: name.value.clone(),
                    expected: "the id of a document in this folder",
                    near: nearest(&name.value, known).map(str::to_owned),
                };
                sink.at(name.span.clone(), problem);
            }
        }
        self.close(sink);
        documents.sort_by_key(|document| {
            let place = site
                .order
                .iter()
                .position(|id| id.value == document.id.as_str());
            place.unwrap_or(site.order.len())
        });
    }

    fn pages<'a>(&mut self, files: &[File], texts: &[Option<&'a str>]) -> Vec<WaitingPage<'a>> {
        let mut pages = Vec::new();
        for (at, file) in files.iter().enumerate() {
            let Some(text) = texts[at].filter(|_| file.name.starts_with("pages/")) else {
                continue;
            };
            let sink = Sink::new(at);
            if let Some(draft) = page::load(&file.name, text, &sink) {
                self.links.extend(draft.links.iter().cloned());
                pages.push((draft, text));
            }
            self.close(sink);
        }
        pages
    }

    /// Adds the editors' pages, and resolves all links now that everything is known.
    ///
    /// A link into what is not whole may be right: it is not reported.
    fn written(
        &mut self,
        files: &[File],
        pages: &[WaitingPage<'_>],
        nav: &[Located<String>],
        library: Option<Library>,
    ) -> Option<Library> {
        let mut library = library?;
        self.check_page_names(&library, pages);
        self.check_nav(files, nav, pages);
        let names = pages.iter().map(|(draft, _)| draft.path());
        let mut paths = address::all(&library);
        paths.extend(names);
        for link in std::mem::take(&mut self.links) {
            let problem = links::problem(&library, &paths, &link.target);
            if let Some(problem) = problem.filter(|_| !self.may_be_right(&link)) {
                let sink = Sink::new(link.file);
                sink.at(link.span, problem);
                self.close(sink);
            }
        }
        library.pages = pages
            .iter()
            .map(|(draft, text)| page::finish(draft, text, &library))
            .collect();
        Some(library)
    }

    /// Reports names in the header's list that no page has.
    fn check_nav(&mut self, files: &[File], nav: &[Located<String>], pages: &[WaitingPage<'_>]) {
        let at = files.iter().position(|file| file.name == SETTINGS);
        let sink = Sink::new(at.unwrap_or(usize::MAX));
        let known = pages.iter().map(|(draft, _)| draft.name().as_str());
        for name in nav {
            if !known.clone().any(|known| known == name.value) {
                let problem = Problem::BadValue {
                    value: name.value.clone(),
                    expected: "the name of a page in `pages`",
                    near: nearest(&name.value, known.clone()).map(str::to_owned),
                };
                sink.at(name.span.clone(), problem);
            }
        }
        self.close(sink);
    }

    fn may_be_right(&self, link: &Pending) -> bool {
        let document = links::document(&link.target);
        if self.scholarship_damaged && document.is_some_and(|first| RESERVED.contains(&first)) {
            return true;
        }
        self.damaged
            .iter()
            .any(|id| id.as_ref().is_none_or(|id| document == Some(id.as_str())))
    }

    fn check_page_names(&mut self, library: &Library, pages: &[WaitingPage<'_>]) {
        for (draft, _) in pages {
            let name = draft.name();
            let taken = RESERVED.contains(&name.as_str())
                || library.document(name).is_some()
                || library.kinds.iter().any(|kind| &kind.path == name);
            if taken {
                self.whole(draft.file, Problem::Reserved(name.to_string()));
            }
        }
    }
}

/// The texts alone, without scholarship and pages.
fn library(site: Option<SiteFile>, documents: Vec<Document>) -> Option<Library> {
    let site = site?;
    Some(Library {
        settings: site.settings?,
        kinds: site.kinds,
        documents,
        pages: Vec::new(),
        concordance: Concordance::default(),
        terms: Vec::new(),
        actors: Actors::default(),
    })
}

fn is_markdown(name: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|end| end == "md")
}
