//! What is particular to programs: which requests come from one, and scripts of other sites, which
//! browsers let read the data (CORS).

use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW,
    HeaderName, HeaderValue,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

/// The methods of pages, and those of data, which browsers ask about first.
const READING: HeaderValue = HeaderValue::from_static("GET, HEAD");
const READING_AND_OPTIONS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");

/// Who is to read the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// Somebody with a browser.
    Person,
    /// A program, which wants data and errors that it can read.
    Program,
}

impl Audience {
    /// Of a request for data or for a page.
    pub(super) fn of(is_for_data: bool, headers: &HeaderMap) -> Self {
        if is_for_data || prefers_json(headers) {
            Self::Program
        } else {
            Self::Person
        }
    }
}

/// Whether a request says that JSON is liked better than HTML (RFC 9110, section 12.5.1). Who takes
/// anything at all, but names JSON alone, likes JSON better.
fn prefers_json(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(ACCEPT).into_iter();
    let lines = lines.filter_map(|line| line.to_str().ok());
    let ranges: Vec<(String, f32)> = lines.flat_map(|line| line.split(',')).map(range).collect();
    let best = |is_meant: &dyn Fn(&str) -> bool| {
        let meant = ranges.iter().filter(|(name, _)| is_meant(name));
        meant.map(|(_, quality)| *quality).fold(0.0, f32::max)
    };
    let json = best(&|name| {
        let own = name.strip_prefix("application/");
        own.is_some_and(|own| own == "json" || own.ends_with("+json"))
    });
    json > best(&|name| name == "text/html" || name == "text/*")
}

/// `application/json;q=0.9`: the name in lower case, and how well it is liked.
fn range(member: &str) -> (String, f32) {
    let mut parts = member.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts
        .find_map(|part| part.strip_prefix("q="))
        .map_or(Some(1.0), |quality| quality.parse().ok());
    (name, quality.unwrap_or(0.0))
}

/// Lets scripts of other sites read an answer, and see by its entity tag whether it is new.
pub(super) fn open_to_others(headers: &mut HeaderMap) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("ETag"),
    );
}

/// The answer to a browser that asks whether a script may ask for data: it may, with any headers,
/// since none of them makes a difference but by leaving out what is held already.
pub(super) fn preflight() -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::NO_CONTENT;
    let said: [(HeaderName, HeaderValue); 4] = [
        (ALLOW, READING_AND_OPTIONS),
        (ACCESS_CONTROL_ALLOW_METHODS, READING),
        (ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("*")),
        // A day: browsers keep it for two hours at most or so.
        (ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400")),
    ];
    response.headers_mut().extend(said);
    response
}

/// Whether a method is one that other addresses may have (RFC 9110, section 15.6.2, sets those apart that no
/// address has).
pub(super) fn is_known(method: &Method) -> bool {
    [
        Method::CONNECT,
        Method::DELETE,
        Method::OPTIONS,
        Method::PATCH,
        Method::POST,
        Method::PUT,
        Method::TRACE,
    ]
    .contains(method)
}

/// The methods that an address has.
pub(super) fn methods(is_for_data: bool) -> HeaderValue {
    if is_for_data {
        READING_AND_OPTIONS
    } else {
        READING
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{ACCEPT, prefers_json};

    fn accepts(value: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static(value));
        prefers_json(&headers)
    }

    #[test]
    fn who_names_json_before_html_prefers_it() {
        for value in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/problem+json",
            "application/json, text/plain, */*",
            "application/json, */*;q=0.1",
            "application/json, text/html;q=0.9",
            "application/json;q=0.5, text/html;q=0.4",
        ] {
            assert!(accepts(value), "{value}");
        }
    }

    #[test]
    fn who_does_not_gets_a_page() {
        assert!(!prefers_json(&HeaderMap::new()));
        for value in [
            "",
            "*/*",
            "text/html",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8",
            "text/html, application/json",
            "text/html, application/json;q=0.9",
            "application/json;q=0, text/html",
            "application/json;q=0",
            "application/json;q=x",
            "text/*, application/json;q=0.5",
            "application/xml",
        ] {
            assert!(!accepts(value), "{value}");
        }
    }
}
