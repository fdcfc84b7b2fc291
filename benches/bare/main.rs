//! hyper and nothing else, for `benches/compare`: it sends one answer that is ready, or 304.
//!
//! Usage: bare ADDRESS HEADERS BODY. HEADERS is a file with a header a line, BODY one with what is sent. Who has the
//! entity tag is told so.

use std::convert::Infallible;
use std::env::args;
use std::error::Error;
use std::fs;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, Request, Response, StatusCode};
use bytes::Bytes;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// What is sent.
struct Page {
    whole: HeaderMap,
    not_modified: HeaderMap,
    body: Bytes,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = args().skip(1).collect();
    let [address, headers, body] = arguments.as_slice() else {
        return Err("usage: bare ADDRESS HEADERS BODY".into());
    };
    let mut whole = HeaderMap::new();
    for line in fs::read_to_string(headers)?.lines() {
        let (name, value) = line.split_once(": ").ok_or("not a header")?;
        whole.insert(name.parse::<HeaderName>()?, value.parse()?);
    }
    let mut not_modified = whole.clone();
    not_modified.remove(CONTENT_TYPE);
    not_modified.remove(CONTENT_ENCODING);
    let page = Arc::new(Page {
        whole,
        not_modified,
        body: fs::read(body)?.into(),
    });
    // It has one core: a thread more would only change places with it.
    let runtime = Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(serve(address, page))
}

async fn serve(address: &str, page: Arc<Page>) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(address).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let page = Arc::clone(&page);
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| {
                let response = answer(&page, request.headers());
                async { Ok::<_, Infallible>(response) }
            });
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

fn answer(page: &Page, asked: &HeaderMap) -> Response<Body> {
    let is_held = asked.get(IF_NONE_MATCH) == page.whole.get(ETAG);
    let (status, headers, body) = if is_held {
        (StatusCode::NOT_MODIFIED, &page.not_modified, Bytes::new())
    } else {
        (StatusCode::OK, &page.whole, page.body.clone())
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers.clone();
    response
}
