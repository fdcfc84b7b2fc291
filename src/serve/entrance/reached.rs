//! The address at which a client has reached the server.

use axum::http::header::{FORWARDED, HOST, HeaderName};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue};

use super::host::is_host;

/// Stands among the extensions of a request: how it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) struct Reached {
    /// Inside TLS of our own.
    pub(in crate::serve) is_over_tls: bool,
    /// From a proxy that is believed.
    pub(in crate::serve) is_by_proxy: bool,
}

/// Where the client reaches the site: as a trusted proxy says, or else by the client's own word, if that is
/// a host and a port and nothing else. A target with a host of its own outdoes `Host` (RFC 9112, section
/// 3.2.2).
pub(in crate::serve) fn origin(request: &Parts) -> Option<String> {
    let reached = request.extensions.get::<Reached>();
    let is_over_tls = reached.is_some_and(|reached| reached.is_over_tls);
    let is_by_proxy = reached.is_some_and(|reached| reached.is_by_proxy);
    let told = if is_by_proxy {
        Told::by_proxy(&request.headers)
    } else {
        Told::default()
    };
    let own_scheme = if is_over_tls { "https" } else { "http" };
    let scheme = told.scheme.or_else(|| request.uri.scheme_str());
    let authority = request.uri.authority().map(Authority::as_str);
    let host = told.host.or(authority);
    let host = host.or_else(|| request.headers.get(HOST)?.to_str().ok())?;
    is_host(host).then(|| format!("{}://{host}", scheme.unwrap_or(own_scheme)))
}

/// What a proxy tells of a request.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told<'a> {
    scheme: Option<&'a str>,
    host: Option<&'a str>,
}

impl<'a> Told<'a> {
    /// Of several proxies in a row, what the last one says, which is the one that is believed. `Forwarded`
    /// (RFC 7239) counts only without the older headers.
    fn by_proxy(headers: &'a HeaderMap) -> Self {
        let last = |name: &'static str| {
            let value = last_member(headers, &HeaderName::from_static(name))?;
            Some(value).filter(|value| !value.is_empty())
        };
        let (scheme, host) = (last("x-forwarded-proto"), last("x-forwarded-host"));
        let (scheme, host) = if scheme.is_none() && host.is_none() {
            let element = last_member(headers, &FORWARDED).unwrap_or_default();
            (parameter(element, "proto"), parameter(element, "host"))
        } else {
            (scheme, host)
        };
        Self {
            scheme: scheme.and_then(known_scheme),
            host: host.filter(|host| is_host(host)),
        }
    }
}

fn known_scheme(text: &str) -> Option<&'static str> {
    let mut known = ["http", "https"].into_iter();
    known.find(|known| text.eq_ignore_ascii_case(known))
}

/// The last member of a list, which may go over several lines.
fn last_member<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let line: &HeaderValue = headers.get_all(name).iter().next_back()?;
    let line = line.to_str().ok()?;
    line.rsplit(',').next().map(str::trim)
}

/// `proto` of `for=192.0.2.1;proto=https;host="example.org"`.
fn parameter<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split(';').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        let is_meant = key.trim().eq_ignore_ascii_case(name);
        is_meant.then(|| value.trim().trim_matches('"'))
    })
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::Told;

    #[test]
    fn last_proxy_is_believed() {
        for (lines, scheme, host) in [
            (&[("x-forwarded-proto", "https")][..], Some("https"), None),
            (&[("x-forwarded-proto", "http, HTTPS")], Some("https"), None),
            (&[("x-forwarded-proto", "ftp")], None, None),
            (&[("x-forwarded-host", "a, b:81")], None, Some("b:81")),
            (&[("x-forwarded-host", "a/b")], None, None),
            (
                &[(
                    "forwarded",
                    "host=x, for=1.2.3.4; Proto=https;host=\"b:81\"",
                )],
                Some("https"),
                Some("b:81"),
            ),
            (
                &[("forwarded", "proto=https"), ("x-forwarded-host", "b")],
                None,
                Some("b"),
            ),
            (
                &[("x-forwarded-host", "a"), ("x-forwarded-host", "b")],
                None,
                Some("b"),
            ),
            (&[], None, None),
        ] {
            let mut headers = HeaderMap::new();
            for &(name, value) in lines {
                headers.append(
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                );
            }
            assert_eq!(Told::by_proxy(&headers), Told { scheme, host }, "{lines:?}");
        }
    }
}
