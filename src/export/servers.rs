//! How web servers are set up for an export, so that they answer as Lectern does: with the same media
//! types, headers and redirects, and nothing at the names of files.

use std::collections::BTreeSet;

use askama::Template;

use super::media_types::{LONG, OF_DATA, SHORT};
use crate::site::{
    BaseUrl, CopySearch, IMMUTABLE, Indexing, NEVER_KEPT, POLICY, POLICY_WITH_WASM, PROTECTION,
    REVALIDATE, Redirect, RenderError, Site,
};

/// Below what path nothing ever changes.
const STATIC: &str = "/static/";

/// What all such files say.
struct Told {
    prefix: String,
    /// From one whole path to another.
    redirects: Vec<Redirect>,
    /// Headers of every answer.
    headers: Vec<(&'static str, &'static str)>,
    long: &'static [(&'static str, &'static str)],
    short: &'static [(&'static str, &'static str)],
    /// What names of data end in, with `|` between.
    of_data: String,
    /// The folder of what never changes, and for how long each sort of answer is kept.
    fixed: &'static str,
    immutable: &'static str,
    revalidate: &'static str,
    never_kept: &'static str,
}

impl Told {
    fn of(site: &Site, search: CopySearch) -> Self {
        let prefix = prefix(site);
        let whole = |path: &str| format!("{prefix}{path}");
        let mut redirects: Vec<Redirect> = site.redirects();
        for one in &mut redirects {
            *one = Redirect {
                from: whole(&one.from),
                to: whole(&one.to),
            };
        }
        if !prefix.is_empty() {
            redirects.push(Redirect {
                from: prefix.to_owned(),
                to: whole("/"),
            });
        }
        let mut headers = PROTECTION.to_vec();
        if search == CopySearch::InBrowser {
            // Hosts join the policies of several rules, of which a browser keeps to all.
            for (name, value) in &mut headers {
                if *name == POLICY {
                    *value = POLICY_WITH_WASM;
                }
            }
        }
        if site.indexing() == Indexing::Refused {
            headers.push(("x-robots-tag", "noindex, nofollow"));
        }
        Self {
            prefix: prefix.to_owned(),
            redirects,
            headers,
            long: &LONG,
            short: &SHORT,
            of_data: OF_DATA.join("|"),
            fixed: STATIC,
            immutable: IMMUTABLE,
            revalidate: REVALIDATE,
            never_kept: NEVER_KEPT,
        }
    }

    /// One redirect of those that differ by capitals alone.
    fn caseless(&self) -> Vec<&Redirect> {
        let mut names = BTreeSet::new();
        let is_first = |one: &&Redirect| names.insert(one.from.to_lowercase());
        self.redirects.iter().filter(is_first).collect()
    }

    /// What the paths below which the site stands begin with, as a regular expression.
    fn pattern(&self) -> String {
        self.prefix.replace('.', "\\.")
    }

    /// How much of a table nginx reads at once: it refuses a name that is longer.
    fn bucket(&self) -> usize {
        let names = self.redirects.iter().map(|one| one.from.len());
        (names.max().unwrap_or(0) + 32)
            .next_multiple_of(64)
            .max(128)
    }

    /// How large a table nginx may try.
    fn table(&self) -> usize {
        (self.redirects.len() * 4).max(2048)
    }
}

/// What nginx reads in its `http` block.
#[derive(Template)]
#[template(path = "export/maps.nginx", escape = "none")]
struct NginxMaps {
    told: Told,
}

/// What nginx reads in a `server` block.
#[derive(Template)]
#[template(path = "export/server.nginx", escape = "none")]
struct NginxServer {
    told: Told,
}

/// What Caddy reads in a site block.
#[derive(Template)]
#[template(path = "export/site.caddy", escape = "none")]
struct CaddySite {
    told: Told,
}

/// Redirects for Netlify, Cloudflare Pages and their like.
#[derive(Template)]
#[template(path = "export/_redirects.txt")]
struct HostRedirects {
    told: Told,
}

/// Headers for the same.
#[derive(Template)]
#[template(path = "export/_headers.txt")]
struct HostHeaders {
    told: Told,
}

/// A file that is read by a web server and not by readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServerFile {
    /// nginx, in its `http` block.
    NginxMaps,
    /// nginx, in a `server` block.
    NginxServer,
    /// Caddy.
    Caddy,
    /// Hosts of static sites, about redirects.
    HostRedirects,
    /// The same about headers.
    HostHeaders,
}

impl ServerFile {
    /// All.
    pub const ALL: [Self; 5] = [
        Self::NginxMaps,
        Self::NginxServer,
        Self::Caddy,
        Self::HostRedirects,
        Self::HostHeaders,
    ];

    /// The name of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::NginxMaps => "maps.nginx",
            Self::NginxServer => "server.nginx",
            Self::Caddy => "site.caddy",
            Self::HostRedirects => "_redirects",
            Self::HostHeaders => "_headers",
        }
    }

    /// What is in it.
    pub fn written(self, site: &Site, search: CopySearch) -> Result<String, RenderError> {
        let told = Told::of(site, search);
        Ok(match self {
            Self::NginxMaps => NginxMaps { told }.render(),
            Self::NginxServer => NginxServer { told }.render(),
            Self::Caddy => CaddySite { told }.render(),
            Self::HostRedirects => HostRedirects { told }.render(),
            Self::HostHeaders => HostHeaders { told }.render(),
        }?)
    }
}

/// The path below which the site stands.
pub fn prefix(site: &Site) -> &str {
    site.base().map_or("", BaseUrl::path)
}
