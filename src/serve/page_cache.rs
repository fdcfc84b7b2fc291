//! What has been asked for, ready to send: rendered and encoded once, and kept within a budget of
//! memory.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Once, Weak};
use std::thread;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use thiserror::Error;
use tokio::task::{JoinError, spawn_blocking};

use super::variants::{PlainBodies, Variants};
use crate::site::{RenderError, Route, Site};

/// Up to so many routes a site is small: it is rendered as a whole in the background, and the plain
/// bodies are kept beside the encoded ones. That is the work of a second and some 50 MB; beyond it,
/// most pages would be made for nobody.
const SMALL_SITE: usize = 4000;

/// What a page weighs on average, about, from which the cache foresees how many it will hold.
const USUAL_WEIGHT: u64 = 10_000;

/// How much of the budget, in per cent, the background fills.
const WARM_SHARE: u64 = 90;

/// The pages of a site.
pub(super) struct PageCache {
    site: Arc<Site>,
    pages: Cache<Route, Arc<Variants>, ByMemory>,
    plain_bodies: PlainBodies,
    /// Whether the whole site is rendered in the background.
    warms: bool,
    warmed: Once,
    /// Pages that wait for Brotli.
    encoder: Option<Sender<Weak<Variants>>>,
}

/// Why a page is not there.
#[derive(Debug, Error)]
pub(super) enum PageError {
    /// It was not rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// What renders it panicked, or was stopped with the server.
    #[error("rendering ended early: {0}")]
    Ended(#[from] JoinError),
}

#[derive(Clone)]
struct ByMemory;

impl Weighter<Route, Arc<Variants>> for ByMemory {
    fn weight(&self, _: &Route, page: &Arc<Variants>) -> u64 {
        page.weight()
    }
}

impl PageCache {
    /// An empty cache of so many bytes.
    pub(super) fn new(site: Arc<Site>, bytes: u64) -> Self {
        let warms = site.routes().len() <= SMALL_SITE;
        let items = usize::try_from(bytes / USUAL_WEIGHT).unwrap_or(usize::MAX);
        Self {
            site,
            pages: Cache::with_weighter(items, bytes, ByMemory),
            plain_bodies: if warms {
                PlainBodies::Kept
            } else {
                PlainBodies::Inflated
            },
            warms,
            warmed: Once::new(),
            encoder: start_encoder(),
        }
    }

    /// The page of a route. Of many who ask at once for one that is not there, one makes it and the
    /// others wait for it.
    ///
    /// # Errors
    /// If it cannot be rendered.
    pub(super) async fn page(&self, route: Route) -> Result<Arc<Variants>, PageError> {
        let make = async {
            let (site, plain_bodies) = (Arc::clone(&self.site), self.plain_bodies);
            let page = spawn_blocking(move || rendered(&site, route, plain_bodies)).await??;
            self.encode_later(&page);
            Ok(page)
        };
        self.pages.get_or_insert_async(&route, make).await
    }

    /// Has a small site rendered in the background, once; to be called when a first reader has been
    /// answered.
    pub(super) fn warm_once(self: &Arc<Self>) {
        if !self.warms {
            return;
        }
        self.warmed.call_once(|| {
            let cache = Arc::downgrade(self);
            let routes = self.site.routes();
            let work = move || {
                // The cache is held for one page at a time, so that a server that has let go of it
                // waits for nothing.
                for route in routes {
                    match Weak::upgrade(&cache) {
                        Some(cache) if cache.has_room() => cache.warm(route),
                        _ => return,
                    }
                }
            };
            if let Err(error) = thread::Builder::new().name("warmer".to_owned()).spawn(work) {
                tracing::warn!(%error, "cannot start a thread; pages are rendered when asked for");
            }
        });
    }

    fn has_room(&self) -> bool {
        self.pages.weight() * 100 < self.pages.capacity() * WARM_SHARE
    }

    fn warm(&self, route: Route) {
        let make = || {
            let page = rendered(&self.site, route, self.plain_bodies)?;
            self.encode_later(&page);
            Ok::<_, RenderError>(page)
        };
        // Who asks for it will be told what is wrong with it.
        let _ = self.pages.get_or_insert_with(&route, make);
    }

    fn encode_later(&self, page: &Arc<Variants>) {
        if let Some(encoder) = &self.encoder {
            // The thread ends only with this sender.
            let _ = encoder.send(Arc::downgrade(page));
        }
    }
}

fn rendered(
    site: &Site,
    route: Route,
    plain_bodies: PlainBodies,
) -> Result<Arc<Variants>, RenderError> {
    let resource = site.render(route)?;
    Ok(Arc::new(Variants::new(&resource, plain_bodies)))
}

/// A thread that makes Brotli of what it is sent, unless nobody holds it any more. It ends when the
/// sender is dropped; without it pages go as gzip.
fn start_encoder() -> Option<Sender<Weak<Variants>>> {
    let (sender, waiting) = channel::<Weak<Variants>>();
    let work = move || {
        for page in waiting {
            if let Some(page) = page.upgrade() {
                page.add_brotli();
            }
        }
    };
    match thread::Builder::new()
        .name("encoder".to_owned())
        .spawn(work)
    {
        Ok(_) => Some(sender),
        Err(error) => {
            tracing::warn!(%error, "cannot start a thread; pages go without Brotli");
            None
        }
    }
}
