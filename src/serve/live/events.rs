//! How an open page learns that it has changed: the script that watches, and the events that it awaits
//! (server-sent events, of the HTML standard).

use std::convert::Infallible;
use std::mem::take;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use axum::response::Response;
use bytes::Bytes;
use hyper::body::Frame;
use tokio::select;
use tokio::sync::{mpsc, watch};
use tokio::time::sleep;

use super::lasting::Lasting;
use crate::serve::answer::uncached;
use crate::serve::metrics::Kind;
use crate::site::{NEVER_KEPT, Resource, Site};

const SCRIPT: &str = include_str!("watch.js");

/// The addresses of the script, which pages name, and of the events, which the script asks for.
const SCRIPT_PATH: &str = "/static/watch.js";
const EVENTS_PATH: &str = "/static/changes";

/// How often something is sent, so that a client that has vanished is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The answer to a request for the script or the events, where pages await changes.
pub(in crate::serve) fn answer(site: &Site, lasting: &Lasting, path: &str) -> Option<Response> {
    site.version()?;
    let path = site.base().map_or(Some(path), |base| base.below(path));
    let mut response = match path? {
        SCRIPT_PATH => {
            let script = Resource::text("text/javascript; charset=utf-8", SCRIPT);
            uncached(StatusCode::OK, script)
        }
        EVENTS_PATH => events(lasting.versions()),
        _ => return None,
    };
    response.extensions_mut().insert(Kind::Watch);
    Some(response)
}

/// The version of the content, and each that comes after it, until the server stops or the client leaves.
fn events(versions: watch::Receiver<Option<u64>>) -> Response {
    let (sender, pieces) = mpsc::channel(1);
    tokio::spawn(tell(versions, sender));
    let mut response = Response::new(Body::new(Pieces(pieces)));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(NEVER_KEPT));
    response
}

async fn tell(mut versions: watch::Receiver<Option<u64>>, client: mpsc::Sender<Bytes>) {
    let mut piece = "retry: 500\n".to_owned();
    loop {
        let Some(version) = *versions.borrow_and_update() else {
            return;
        };
        piece.push_str(&format!("data: {version}\n\n"));
        loop {
            let ready = Bytes::from(take(&mut piece));
            if client.send(ready).await.is_err() {
                return;
            }
            select! {
                changed = versions.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return,
                },
                () = client.closed() => return,
                () = sleep(HEARTBEAT) => ":\n\n".clone_into(&mut piece),
            }
        }
    }
}

/// A body that is sent piece by piece, as they come.
struct Pieces(mpsc::Receiver<Bytes>);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.get_mut().0.poll_recv(context);
        piece.map(|piece| piece.map(|bytes| Ok(Frame::data(bytes))))
    }
}
