//! All pages of the site, ready to send.

use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::thread;

use axum::http::{HeaderValue, StatusCode};

use super::address::normal;
use super::page::Page;
use crate::site::{BaseUrl, Resource, Site};

/// The site as the server holds it.
pub(super) struct Store {
    site: Arc<Site>,
    /// By path in normal form.
    pages: HashMap<String, Page>,
}

/// Where a path leads.
pub(super) enum Found<'a> {
    /// To a page.
    Page(&'a Page),
    /// To what is made for this request.
    Made(Resource),
    /// To another address of the site.
    Moved(HeaderValue),
    /// Nowhere; this page says so.
    Nowhere(Resource),
}

impl Store {
    /// Every resource as it is; encodings follow.
    pub(super) fn new(site: Arc<Site>) -> Self {
        let resources = site.resources();
        let pages = resources
            .map(|(path, resource)| (key(path), Page::new(resource)))
            .collect();
        Self { site, pages }
    }

    /// Has the encodings made by a thread of their own, gzip first, since every browser takes it.
    /// It holds the store only while it works on a page, and leaves when the server has let go of
    /// it: nothing waits for it.
    pub(super) fn encode_in_background(self: &Arc<Self>) {
        let store = Arc::downgrade(self);
        let paths: Vec<String> = self.pages.keys().cloned().collect();
        let work = move || {
            let steps: [fn(&Page); 2] = [Page::add_gzip, Page::add_brotli];
            for step in steps {
                for path in &paths {
                    let Some(store) = Weak::upgrade(&store) else {
                        return;
                    };
                    if let Some(page) = store.pages.get(path) {
                        step(page);
                    }
                }
            }
        };
        if let Err(error) = thread::Builder::new()
            .name("encoder".to_owned())
            .spawn(work)
        {
            tracing::warn!(%error, "cannot start a thread; pages go without Brotli");
        }
    }

    /// The site itself, for what depends on a query.
    pub(super) fn site(&self) -> &Site {
        &self.site
    }

    /// The path of a request below the base of the site; `None` for what stands elsewhere.
    pub(super) fn below_base(&self, path: &str) -> Option<String> {
        let normal = normal(path)?;
        let below = self
            .site
            .base()
            .map_or(Some(&*normal), |base| base.below(&normal));
        below.map(str::to_owned)
    }

    /// The page for a path that leads nowhere.
    pub(super) fn not_found(&self, path: &str) -> Resource {
        self.site.not_found(path)
    }

    /// The way to a path of the site.
    pub(super) fn location(&self, path: &str) -> Option<HeaderValue> {
        let base = self.site.base().map_or("", BaseUrl::path);
        HeaderValue::try_from(format!("{base}{path}")).ok()
    }

    /// Follows a path, which starts below the base.
    pub(super) fn find(&self, path: &str) -> Found<'_> {
        let Some(normal) = normal(path) else {
            return Found::Nowhere(self.site.not_found(path));
        };
        if let Some(page) = self.pages.get(&normal) {
            return Found::Page(page);
        }
        if let Some(location) = self.moved(&normal) {
            return Found::Moved(location);
        }
        match self.site.made(&normal) {
            Some(resource) => Found::Made(resource),
            None => Found::Nowhere(self.site.not_found(&normal)),
        }
    }

    /// Where the comparison of two chosen sections stands, else a page that says what is wrong.
    pub(super) fn chosen(&self, first: &str, second: &str) -> Result<HeaderValue, Resource> {
        let location = self.site.chosen(first, second)?;
        let location = self.location(&location);
        location.ok_or_else(|| self.error_page(StatusCode::BAD_REQUEST))
    }

    /// The page for a request that cannot be answered.
    pub(super) fn error_page(&self, status: StatusCode) -> Resource {
        let reason = status.canonical_reason().unwrap_or_default();
        self.site.error_page(status.as_u16(), reason)
    }

    /// The site's own redirects; and a slash too many is taken off, but only if that leads to a
    /// path of the site.
    fn moved(&self, path: &str) -> Option<HeaderValue> {
        let location = self.site.redirect(path).or_else(|| {
            let trimmed = path.strip_suffix('/')?;
            if self.pages.contains_key(trimmed) || self.site.made(trimmed).is_some() {
                return Some(trimmed.to_owned());
            }
            self.site.redirect(trimmed)
        })?;
        self.location(&location)
    }
}

/// A path of the site in the form in which requests are looked up.
fn key(path: &str) -> String {
    normal(path).unwrap_or_else(|| path.to_owned())
}
