//! What has been asked for, ready to send: rendered and encoded once, and kept within a budget of
//! memory.

use std::ops::ControlFlow;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Once, Weak};

use axum::http::HeaderMap;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use thiserror::Error;
use tokio::task::{JoinError, spawn};

use super::background::work_through;
use super::headers::protect;
use super::lane::LaneError;
use super::live::lasting::Lasting;
use super::metrics::Kind;
use super::programs::open_to_others;
use super::variants::{PlainBodies, Variants, with_placeholders};
use crate::site::{BaseUrl, RenderError, Route, Site};

/// Up to so many routes a site is small: it is rendered as a whole in the background, and the plain
/// bodies are kept beside the encoded ones. That is the work of a second and some 50 MB; beyond it,
/// most pages would be made for nobody.
const SMALL_SITE: usize = 4000;

/// What a page weighs on average, about, from which the cache foresees how many it will hold.
const USUAL_WEIGHT: u64 = 10_000;

/// How much of the budget, in per cent, the background fills.
const WARM_SHARE: u64 = 90;

/// A page that is ready.
pub(super) struct Page {
    /// What kind of thing it is, for who counts.
    pub(super) kind: Kind,
    pub(super) variants: Variants,
}

/// The pages of a site.
pub(super) struct PageCache {
    site: Arc<Site>,
    /// By their paths, with that of the base.
    pages: Cache<String, Arc<Page>, ByMemory>,
    plain_bodies: PlainBodies,
    shared: Shared,
    /// Where pages are made.
    lasting: Arc<Lasting>,
    /// Whether the whole site is rendered in the background.
    warms: bool,
    warmed: Once,
    /// Pages that wait for Brotli.
    encoder: Option<Sender<Weak<Page>>>,
}

/// Why a page is not there.
#[derive(Debug, Error)]
pub(super) enum PageError {
    /// It was not rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// It was not made.
    #[error(transparent)]
    Lane(#[from] LaneError),
    /// What waited for it was stopped with the server.
    #[error("rendering ended early: {0}")]
    Ended(#[from] JoinError),
}

#[derive(Clone)]
struct ByMemory;

impl Weighter<String, Arc<Page>> for ByMemory {
    fn weight(&self, _: &String, page: &Arc<Page>) -> u64 {
        page.variants.weight()
    }
}

impl PageCache {
    /// An empty cache of so many bytes.
    pub(super) fn new(site: Arc<Site>, bytes: u64, lasting: Arc<Lasting>) -> Self {
        let warms = site.routes().len() <= SMALL_SITE;
        let items = usize::try_from(bytes / USUAL_WEIGHT).unwrap_or(usize::MAX);
        Self {
            shared: Shared::of(&site),
            site,
            pages: Cache::with_weighter(items, bytes, ByMemory),
            plain_bodies: if warms {
                PlainBodies::Kept
            } else {
                PlainBodies::Inflated
            },
            lasting,
            warms,
            warmed: Once::new(),
            encoder: start_encoder(),
        }
    }

    /// The page that has this very path, if it is there already.
    pub(super) fn ready(&self, path: &str) -> Option<Arc<Page>> {
        let page = self.pages.get(path)?;
        self.lasting.metrics.page_hits.count();
        Some(page)
    }

    fn path(&self, route: Route) -> String {
        let base = self.site.base().map_or("", BaseUrl::path);
        format!("{base}{}", self.site.path(route))
    }

    /// The page of a route. Of many who ask at once for one that is not there, one makes it and the
    /// others wait for it. It is made to its end even if nobody waits any more: who asks next has it.
    ///
    /// # Errors
    /// If it cannot be rendered.
    pub(super) async fn page(self: &Arc<Self>, route: Route) -> Result<Arc<Page>, PageError> {
        if let Some(page) = self.ready(&self.path(route)) {
            return Ok(page);
        }
        self.lasting.metrics.page_misses.count();
        let cache = Arc::clone(self);
        spawn(async move { cache.make(route).await }).await?
    }

    async fn make(&self, route: Route) -> Result<Arc<Page>, PageError> {
        let make = async {
            let (site, plain_bodies) = (Arc::clone(&self.site), self.plain_bodies);
            let shared = self.shared.with(route);
            let lane = match route {
                Route::Comparison(..) => &self.lasting.computed,
                _ => &self.lasting.rendered,
            };
            let page = lane
                .run(move || rendered(&site, route, plain_bodies, shared))
                .await??;
            self.encode_later(&page);
            Ok(page)
        };
        if self.keeps(route) {
            self.pages
                .get_or_insert_async(self.path(route).as_str(), make)
                .await
        } else {
            make.await
        }
    }

    /// Whether a page is kept: not what is told anew each time. A large site keeps no page beside the one
    /// that is cited for the same content: comparisons with their sides swapped would fill half of the
    /// budget.
    fn keeps(&self, route: Route) -> bool {
        let is_told_anew = match route {
            Route::Health | Route::Suggestions => true,
            Route::Discovery(_) => self.site.base().is_none(),
            _ => false,
        };
        !is_told_anew && (self.warms || route == route.canonical())
    }

    /// Has a small site rendered in the background, once; to be called when a first reader has been
    /// answered.
    pub(super) fn warm_once(self: &Arc<Self>) {
        if !self.warms {
            return;
        }
        self.warmed.call_once(|| {
            let cache = Arc::downgrade(self);
            // The cache is held for one page at a time, so that a server that has let go of it
            // waits for nothing.
            let work = move |route| match Weak::upgrade(&cache) {
                Some(cache) if cache.has_room() => {
                    cache.warm(route);
                    ControlFlow::Continue(())
                }
                _ => ControlFlow::Break(()),
            };
            if let Err(error) = work_through("warmer", self.site.routes(), work) {
                tracing::warn!(%error, "cannot start a thread; pages are rendered when asked for");
            }
        });
    }

    /// How many pages are kept, and how many bytes they take and may take.
    pub(super) fn held(&self) -> (usize, u64, u64) {
        let pages = &self.pages;
        (pages.len(), pages.weight(), pages.capacity())
    }

    fn has_room(&self) -> bool {
        self.pages.weight() * 100 < self.pages.capacity() * WARM_SHARE
    }

    fn warm(&self, route: Route) {
        if !self.keeps(route) {
            return;
        }
        let make = || {
            let page = rendered(
                &self.site,
                route,
                self.plain_bodies,
                self.shared.with(route),
            )?;
            self.encode_later(&page);
            Ok::<_, RenderError>(page)
        };
        // Who asks for it will be told what is wrong with it.
        let _ = self
            .pages
            .get_or_insert_with(self.path(route).as_str(), make);
    }

    fn encode_later(&self, page: &Arc<Page>) {
        if let Some(encoder) = &self.encoder {
            // The thread ends only with this sender.
            let _ = encoder.send(Arc::downgrade(page));
        }
    }
}

/// The headers that all pages have, and all data.
struct Shared {
    by_pages: Arc<HeaderMap>,
    by_data: Arc<HeaderMap>,
}

impl Shared {
    fn of(site: &Site) -> Self {
        let mut by_pages = HeaderMap::new();
        protect(&mut by_pages, site.indexing());
        let mut by_data = by_pages.clone();
        open_to_others(&mut by_data);
        Self {
            by_pages: with_placeholders(by_pages),
            by_data: with_placeholders(by_data),
        }
    }

    fn with(&self, route: Route) -> Arc<HeaderMap> {
        Arc::clone(match route.operation() {
            Some(_) => &self.by_data,
            None => &self.by_pages,
        })
    }
}

fn rendered(
    site: &Site,
    route: Route,
    plain_bodies: PlainBodies,
    shared: Arc<HeaderMap>,
) -> Result<Arc<Page>, RenderError> {
    let resource = site.render(route)?;
    Ok(Arc::new(Page {
        kind: Kind::of_route(route),
        variants: Variants::new(&resource, plain_bodies, shared),
    }))
}

/// A thread that makes Brotli of what it is sent, unless nobody holds it any more. It ends when the
/// sender is dropped; without it pages go as gzip.
fn start_encoder() -> Option<Sender<Weak<Page>>> {
    let (sender, waiting) = channel::<Weak<Page>>();
    let work = |page: Weak<Page>| {
        if let Some(page) = page.upgrade() {
            page.variants.add_brotli();
        }
        ControlFlow::Continue(())
    };
    match work_through("encoder", waiting, work) {
        Ok(()) => Some(sender),
        Err(error) => {
            tracing::warn!(%error, "cannot start a thread; pages go without Brotli");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::sync::Arc;
    use std::task::{Context, Waker};
    use std::time::Duration;

    use tokio::task::yield_now;
    use tokio::time::timeout;

    use super::PageCache;
    use crate::content::{Source, load, read};
    use crate::site::{Route, Site};

    /// Only a failing test waits so long.
    const PATIENCE: Duration = Duration::from_mins(1);

    #[tokio::test]
    async fn page_is_made_to_its_end_when_its_client_leaves() {
        let library = load(&read(&Source::Embedded)).library;
        let library = library.unwrap_or_else(|| panic!("the content is unsound"));
        let site = Arc::new(Site::new(library, None));
        let cache = PageCache::new(site, 1 << 20, Arc::default());
        let cache = Arc::new(cache);
        {
            let mut asked = pin!(cache.page(Route::Terms));
            let polled = asked.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            assert!(polled.is_pending());
        }
        let kept = async {
            while cache.ready("/terms").is_none() {
                yield_now().await;
            }
        };
        assert!(timeout(PATIENCE, kept).await.is_ok(), "it was given up");
    }
}
