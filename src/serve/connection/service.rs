//! What is done for every request of a connection, in any version of HTTP.

use std::convert::Infallible;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, STRICT_TRANSPORT_SECURITY};
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use tokio::sync::watch;

use super::pulse::Pulse;
use crate::serve::auth::closed;
use crate::serve::entrance::{Peer, Reached, Rules};
use crate::serve::live::Live;
use crate::serve::log::Line;
use crate::serve::options::Limits;
use crate::serve::refused::Refused;
use crate::serve::tls::Tls;

/// For two years a browser comes back inside TLS only, even where a link or a reader says `http`.
const INSIDE_TLS_ONLY: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// What answers all clients.
pub(in crate::serve) struct Service {
    pub(in crate::serve) live: Arc<Live>,
    pub(in crate::serve) rules: Rules,
    pub(in crate::serve) limits: Limits,
}

/// One client, as its requests see it.
pub(in crate::serve) struct Client {
    service: Arc<Service>,
    reached: Reached,
    pub(in crate::serve) pulse: Arc<Pulse>,
    pub(in crate::serve) stopping: watch::Receiver<bool>,
}

impl Client {
    pub(in crate::serve) fn new(
        service: Arc<Service>,
        peer: Peer,
        pulse: Arc<Pulse>,
        stopping: watch::Receiver<bool>,
    ) -> Self {
        Self {
            reached: service.rules.reached(peer),
            service,
            pulse,
            stopping,
        }
    }

    /// TLS of our own, if clients have to speak it.
    pub(in crate::serve) fn tls(&self) -> Option<Tls> {
        self.service.rules.tls.clone()
    }

    /// Answers a request, or refuses with a status what broke the protocol.
    pub(in crate::serve) async fn answer(
        &self,
        mut request: Request<Incoming>,
        refused: Option<StatusCode>,
    ) -> Result<Response, Infallible> {
        if let Some(status) = refused {
            request.extensions_mut().insert(Refused(status));
        }
        let mut response = match &self.service.rules.guard {
            None => self.service.live.answer(request, self.reached).await?,
            Some(guard) => {
                let line = Line::new(request.method(), request.uri(), refused.is_some());
                let (head, content) = request.into_parts();
                match guard.admit(&head, refused).await {
                    Ok(()) => {
                        let request = Request::from_parts(head, content);
                        closed(self.service.live.answer(request, self.reached).await?)
                    }
                    Err(refusal) => {
                        self.service.live.refused(line, &refusal);
                        *refusal
                    }
                }
            }
        };
        if self.reached.is_over_tls {
            let headers = response.headers_mut();
            headers.insert(STRICT_TRANSPORT_SECURITY, INSIDE_TLS_ONLY);
        }
        Ok(response)
    }
}
