//! What is served at present, and what comes in its place when the content has changed.

pub(super) mod events;
mod health;
pub(super) mod lasting;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::SystemTime;

use arc_swap::ArcSwap;
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;

use self::lasting::Lasting;
use super::app::App;
use super::entrance::Reached;
use super::front::Front;
use super::log::{Line, RequestLog};
use super::metrics::{Kind, Metrics, Now};
use super::options::Options;
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
    front: Front,
    since: SystemTime,
}

impl Live {
    /// A site that may be replaced.
    #[must_use]
    pub fn new(site: Arc<Site>, options: &Options, request_log: RequestLog) -> Self {
        let lasting = Arc::new(Lasting::new(site.version(), request_log));
        let present = Present::new(site, options.cache_bytes, &lasting);
        Self {
            present: ArcSwap::from_pointee(present),
            lasting,
            cache_bytes: options.cache_bytes,
        }
    }

    /// The answer to a request.
    pub(super) async fn answer(
        &self,
        request: Request<Incoming>,
        reached: Reached,
    ) -> Result<Response, Infallible> {
        let present = self.present.load_full();
        present.front.answer(request, reached).await
    }

    /// Logs and counts a request that was not let in.
    pub(super) fn refused(&self, line: Line, response: &Response) {
        let Lasting {
            metrics,
            request_log,
            ..
        } = &*self.lasting;
        let time = line.time();
        metrics.answered(Kind::Closed, response.status(), time);
        line.write(response, time, request_log);
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
        let (pages, page_bytes, most_page_bytes) = present.front.app.held();
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
}

impl Present {
    fn new(site: Arc<Site>, cache_bytes: u64, lasting: &Arc<Lasting>) -> Self {
        let app = Arc::new(App::new(site, cache_bytes, lasting));
        Self {
            front: Front::new(app),
            since: SystemTime::now(),
        }
    }
}
