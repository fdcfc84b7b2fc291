//! What is served at present, and what comes in its place when the content has changed.

pub(super) mod events;
mod health;
pub(super) mod lasting;

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use arc_swap::ArcSwap;
use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;

use self::lasting::Lasting;
use super::app::App;
use super::connection::Refused;
use super::metrics::{Kind, Metrics, Now};
use super::router::router;
use crate::site::Site;

/// What is served at present. Each request is answered by what was there when it came, however often the content
/// is replaced while it is under way.
pub struct Live {
    present: ArcSwap<Present>,
    lasting: Arc<Lasting>,
    cache_bytes: u64,
}

/// A site with all that answers from it.
struct Present {
    app: Arc<App>,
    router: TowerToHyperService<Router>,
    since: SystemTime,
}

impl Live {
    /// A site that may be replaced; of its pages so many bytes are kept.
    #[must_use]
    pub fn new(site: Arc<Site>, cache_bytes: u64) -> Self {
        let lasting = Arc::new(Lasting::new(site.version()));
        Self {
            present: ArcSwap::from_pointee(Present::new(site, cache_bytes, &lasting)),
            lasting,
            cache_bytes,
        }
    }

    /// Serves another site from now on. This takes a while, and must not hold up who answers.
    pub fn replace(&self, site: Site) {
        let version = site.version();
        let present = Present::new(Arc::new(site), self.cache_bytes, &self.lasting);
        self.present.store(Arc::new(present));
        self.lasting.health.mend();
        self.lasting.metrics.reloads.count();
        self.lasting.tell_version(version);
    }

    /// Goes on serving the site that is there, since the content that should come next has so many errors.
    pub fn keep(&self, errors: usize) {
        self.lasting.health.degrade(errors);
        self.lasting.metrics.failed_reloads.count();
    }

    /// Lets go of those who await a change: the server stops.
    pub(super) fn end(&self) {
        self.lasting.tell_version(None);
    }

    /// What has been counted so far.
    pub(super) fn metrics(&self) -> &Arc<Metrics> {
        &self.lasting.metrics
    }

    /// The same, with how it stands now, as Prometheus reads it.
    pub(super) fn told_metrics(&self) -> String {
        let present = self.present.load();
        let (pages, page_bytes, most_page_bytes) = present.app.held();
        let Lasting {
            computed, rendered, ..
        } = &*self.lasting;
        self.lasting.metrics.told(&Now {
            loaded: present.since,
            is_healthy: self.lasting.health.is_good(),
            pages,
            page_bytes,
            most_page_bytes,
            lanes: [("computed", computed.now()), ("rendered", rendered.now())],
        })
    }

    /// What answers every request from what is there.
    pub(super) fn router(self: &Arc<Self>) -> Router {
        let live = Arc::clone(self);
        Router::new().fallback(move |request: Request| {
            let present = live.present.load_full();
            async move { present.answer(request).await }
        })
    }
}

impl Present {
    fn new(site: Arc<Site>, cache_bytes: u64, lasting: &Arc<Lasting>) -> Self {
        let app = Arc::new(App::new(site, cache_bytes, lasting));
        Self {
            router: TowerToHyperService::new(router(&app)),
            app,
            since: SystemTime::now(),
        }
    }

    async fn answer(&self, request: Request) -> Response {
        let begun = Instant::now();
        let is_refused = request.extensions().get::<Refused>().is_some();
        let Ok(response) = self.router.call(request).await;
        let kind = match response.extensions().get::<Kind>() {
            _ if is_refused => Kind::Malformed,
            Some(kind) => *kind,
            None => Kind::Unknown,
        };
        let metrics = &self.app.lasting.metrics;
        metrics.answered(kind, response.status(), begun.elapsed());
        response
    }
}
