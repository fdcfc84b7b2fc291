//! Which files an export has, and what is in each.

use std::collections::BTreeSet;

use bytes::Bytes;

use super::folder::{Draft, FolderError};
use super::options::Compression;
use super::redirects::moved_page;
use super::servers::ServerFile;
use crate::site::encoding::{brotli, gzip, is_compressible};
use crate::site::{CopySearch, Redirect, RenderError, Resource, Route, SearchFile, Site};

/// A file of an export.
#[derive(Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name below the folder, with `/` between folders.
    pub name: String,
    /// What it is sent to readers as, if it is.
    pub media_type: Option<&'static str>,
    /// What it holds.
    pub body: Bytes,
}

/// A file to be made.
pub enum Job {
    /// That of a route.
    Route(Route),
    /// The page for an address that leads nowhere.
    Missing,
    /// The page at another name of a page, for servers that are not told of redirects.
    Moved(Redirect),
    /// What the search of the copy asks for.
    Search(SearchFile),
    /// How a web server is set up.
    Server(ServerFile),
}

/// Every file of a site.
pub fn jobs(site: &Site, search: CopySearch) -> Vec<Job> {
    let routes = site.copied_routes();
    let redirects = site.redirects();
    // A disk that knows no capitals holds one of two names alone.
    let mut names: BTreeSet<String> = routes
        .iter()
        .map(|&route| site.path(route).to_lowercase())
        .collect();
    let mut jobs: Vec<Job> = routes.into_iter().map(Job::Route).collect();
    for redirect in redirects {
        if names.insert(redirect.from.to_lowercase()) {
            jobs.push(Job::Moved(redirect));
        }
    }
    jobs.push(Job::Missing);
    if search == CopySearch::InBrowser {
        jobs.extend(SearchFile::ALL.map(Job::Search));
    }
    jobs.extend(ServerFile::ALL.map(Job::Server));
    jobs
}

impl Job {
    /// The file.
    pub fn file(&self, site: &Site, search: CopySearch) -> Result<ExportFile, RenderError> {
        match self {
            Self::Route(route) => {
                let resource = site.render_copy(*route, search)?;
                Ok(ExportFile::of(&site.path(*route), resource))
            }
            Self::Missing => Ok(ExportFile::of("/404", site.missing_from_copy()?)),
            Self::Moved(redirect) => {
                let page = Resource::text("text/html; charset=utf-8", moved_page(site, redirect)?);
                Ok(ExportFile::of(&redirect.from, page))
            }
            Self::Search(file) => {
                let resource = site.render_search_file(*file)?;
                Ok(ExportFile::of(&site.search_file_path(*file), resource))
            }
            Self::Server(server) => Ok(ExportFile {
                name: server.name().to_owned(),
                media_type: None,
                body: server.written(site, search)?.into(),
            }),
        }
    }

    /// The path of what it is made for.
    pub fn path(&self, site: &Site) -> String {
        match self {
            Self::Route(route) => site.path(*route),
            Self::Missing => "/404".to_owned(),
            Self::Moved(redirect) => redirect.from.clone(),
            Self::Search(file) => site.search_file_path(*file),
            Self::Server(server) => format!("/{}", server.name()),
        }
    }
}

impl ExportFile {
    /// The file of what is sent for a path.
    fn of(path: &str, resource: Resource) -> Self {
        let name = path.trim_start_matches('/');
        let is_page = resource.media_type.starts_with("text/html");
        let name = match name {
            "" => "index.html".to_owned(),
            _ if is_page => format!("{name}.html"),
            _ => name.to_owned(),
        };
        Self {
            name,
            media_type: Some(resource.media_type),
            body: resource.body,
        }
    }

    /// Writes it, with what stands beside it.
    pub fn write(&self, draft: &Draft, compression: Compression) -> Result<(), FolderError> {
        draft.write(&self.name, &self.body)?;
        if compression == Compression::Beforehand {
            for (name, body) in self.compressed() {
                draft.write(&name, &body)?;
            }
        }
        Ok(())
    }

    /// The files that web servers send in its place to clients that take an encoding, where they are
    /// shorter.
    fn compressed(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let media_type = self.media_type;
        let body = media_type
            .is_some_and(|media_type| is_compressible(media_type, &self.body))
            .then_some(&self.body);
        let gzip = body.and_then(|body| gzip(body)).map(|made| ("gz", made));
        let brotli = body.and_then(|body| brotli(body)).map(|made| ("br", made));
        [gzip, brotli]
            .into_iter()
            .flatten()
            .map(|(ending, made)| (format!("{}.{ending}", self.name), made))
    }
}

#[cfg(test)]
mod tests {
    use super::{ExportFile, Resource};

    #[test]
    fn page_ends_in_html_and_a_file_as_its_address() {
        for (path, media_type, name) in [
            ("/", "text/html; charset=utf-8", "index.html"),
            (
                "/strategy/II.2.p1",
                "text/html; charset=utf-8",
                "strategy/II.2.p1.html",
            ),
            (
                "/strategy/II.2.p1.json",
                "application/json",
                "strategy/II.2.p1.json",
            ),
        ] {
            let file = ExportFile::of(path, Resource::text(media_type, "x"));
            assert_eq!(file.name, name);
        }
    }
}
