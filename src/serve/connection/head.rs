//! Whether the head of a request is one that may be answered: what hyper lets pass and the standard does
//! not, and what hyper refuses with an answer of its own, which would lack our headers and our log.

use std::mem::MaybeUninit;

use axum::http::{StatusCode, Uri};
use httparse::{Error, Header, Request, Status};

use crate::serve::entrance::{is_authority, is_host};

/// As many headers as hyper takes.
const MOST_HEADERS: usize = 100;

/// What has come of a request so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Examined {
    /// More is to come.
    Partial,
    /// A whole head that can be answered.
    Whole {
        /// How many bytes it has, with the empty line.
        length: usize,
        /// Whether content follows it.
        has_content: bool,
    },
    /// What can only be answered with this error.
    Faulty(StatusCode),
}

/// Examines what a client sent as the head of a request, of at most so many bytes.
pub(in crate::serve) fn examine(bytes: &[u8], limit: usize) -> Examined {
    // Not filled beforehand: that would take as long as a short head does.
    let mut headers = [const { MaybeUninit::uninit() }; MOST_HEADERS];
    let mut request = Request::new(&mut []);
    let length = match request.parse_with_uninit_headers(bytes, &mut headers) {
        Ok(Status::Complete(length)) if length <= limit => length,
        Ok(Status::Partial) if bytes.len() < limit => return Examined::Partial,
        Ok(_) if !bytes[..limit].contains(&b'\n') => {
            return Examined::Faulty(StatusCode::URI_TOO_LONG);
        }
        Ok(_) | Err(Error::TooManyHeaders) => {
            return Examined::Faulty(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
        }
        Err(Error::Version) if names_a_version(bytes) => {
            return Examined::Faulty(StatusCode::HTTP_VERSION_NOT_SUPPORTED);
        }
        Err(_) => return Examined::Faulty(StatusCode::BAD_REQUEST),
    };
    match has_content(&request) {
        Ok(has_content) if is_target(&request) && names_one_host(&request) => Examined::Whole {
            length,
            has_content,
        },
        Ok(_) => Examined::Faulty(StatusCode::BAD_REQUEST),
        Err(status) => Examined::Faulty(status),
    }
}

/// Whether a request's line ends with a version, which is then one that is not spoken here
/// (RFC 9110, section 15.6.6).
fn names_a_version(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    let line = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let words: Vec<&[u8]> = line.split(|&byte| byte == b' ').collect();
    let &[_, _, version] = words.as_slice() else {
        return false;
    };
    matches!(
        version.strip_prefix(b"HTTP/"),
        Some([b'0'..=b'9', b'.', b'0'..=b'9'])
    )
}

/// Whether the target has one of the forms of RFC 9112, section 3.2. It has no fragment, which the parser
/// of addresses would pass over.
fn is_target(request: &Request<'_, '_>) -> bool {
    let target = request.path.unwrap_or_default();
    let method = request.method.unwrap_or_default();
    if target.contains('#') {
        return false;
    }
    match target.as_bytes() {
        _ if method == "CONNECT" => is_authority(target),
        [b'/', ..] => is_plain(target) || target.parse::<Uri>().is_ok(),
        b"*" => method == "OPTIONS",
        _ => is_absolute(target),
    }
}

/// Whether a path has only such signs as need no closer look.
fn is_plain(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?=&%+,:".contains(&byte);
    path.bytes().all(plain)
}

fn is_absolute(target: &str) -> bool {
    let Ok(uri) = target.parse::<Uri>() else {
        return false;
    };
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    is_web && uri.authority().is_some_and(|host| is_host(host.as_str()))
}

/// Whether a request has one valid `Host`, or, before HTTP/1.1, none (RFC 9112, section 3.2).
fn names_one_host(request: &Request<'_, '_>) -> bool {
    let mut hosts = values(request, "host");
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.is_empty() || str::from_utf8(host).is_ok_and(is_host),
        (None, _) => request.version == Some(0),
        (Some(_), Some(_)) => false,
    }
}

/// Whether content follows the head. What could be read in two ways is refused (RFC 9112, section 6.3).
///
/// # Errors
/// The status of the refusal.
fn has_content(request: &Request<'_, '_>) -> Result<bool, StatusCode> {
    let mut lengths = values(request, "content-length");
    let length = lengths.next();
    let codings: Vec<&[u8]> = values(request, "transfer-encoding")
        .flat_map(|line| line.split(|&byte| byte == b','))
        .map(<[u8]>::trim_ascii)
        .collect();
    if let Some((last, others)) = codings.split_last() {
        let is_chunked = |coding: &[u8]| coding.eq_ignore_ascii_case(b"chunked");
        let is_clear = length.is_none()
            && request.version == Some(1)
            && is_chunked(last)
            && !others.iter().any(|coding| is_chunked(coding));
        return match (is_clear, others) {
            (false, _) => Err(StatusCode::BAD_REQUEST),
            (true, []) => Ok(true),
            (true, _) => Err(StatusCode::NOT_IMPLEMENTED),
        };
    }
    match (length, lengths.next()) {
        (None, _) => Ok(false),
        (Some(length), None) => {
            let number = str::from_utf8(length).ok().filter(|text| is_number(text));
            let number: Option<u64> = number.and_then(|text| text.parse().ok());
            number
                .map(|number| number > 0)
                .ok_or(StatusCode::BAD_REQUEST)
        }
        (Some(_), Some(_)) => Err(StatusCode::BAD_REQUEST),
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The values of a header, without white space around them.
fn values<'a>(request: &'a Request<'_, '_>, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
    let headers = request.headers.iter();
    let named = move |header: &&Header<'_>| header.name.eq_ignore_ascii_case(name);
    headers
        .filter(named)
        .map(|header| header.value.trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::{Examined, StatusCode, examine};

    const LIMIT: usize = 200;

    fn examined(head: &str) -> Examined {
        examine(head.as_bytes(), LIMIT)
    }

    #[test]
    fn whole_head_is_told_from_what_follows() {
        let head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        for (rest, has_content) in [("", false), ("GET /next", false)] {
            let expected = Examined::Whole {
                length: head.len(),
                has_content,
            };
            assert_eq!(examined(&format!("{head}{rest}")), expected);
        }
        for end in 0..head.len() {
            assert_eq!(examined(&head[..end]), Examined::Partial);
        }
    }

    #[test]
    fn head_beyond_the_limit_is_refused_before_its_end() {
        let line = format!("GET /{}", "x".repeat(LIMIT));
        assert_eq!(examined(&line), Examined::Faulty(StatusCode::URI_TOO_LONG));
        let header = format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(LIMIT));
        assert_eq!(
            examined(&header),
            Examined::Faulty(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
        );
    }
}
