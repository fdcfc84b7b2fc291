//! What a client says it holds already (RFC 9110, section 13.1.2).

use axum::http::header::IF_NONE_MATCH;
use axum::http::{HeaderMap, HeaderValue};

/// Whether `If-None-Match` lists this entity tag, or any with `*`.
///
/// The comparison is weak, as the RFC says for this header: proxies that re-encode a body mark
/// its tag with `W/`, and the page is the same still.
pub(super) fn is_held(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .any(|line| line == "*" || Tags(line.as_bytes()).any(|held| held == tag.as_bytes()))
}

/// The tags of one header line, with their quotation marks and without `W/`. It ends where the
/// line stops making sense. A comma may stand within a tag.
struct Tags<'a>(&'a [u8]);

impl<'a> Iterator for Tags<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let start = self.0.iter().position(|b| !b" \t,".contains(b))?;
        let rest = &self.0[start..];
        let tag = rest.strip_prefix(b"W/").unwrap_or(rest);
        let opaque = tag.strip_prefix(b"\"")?;
        let length = opaque.iter().position(|&b| b == b'"')? + 2;
        self.0 = &tag[length..];
        Some(&tag[..length])
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{IF_NONE_MATCH, is_held};

    fn holds(line: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.append(IF_NONE_MATCH, HeaderValue::from_static(line));
        is_held(&headers, &HeaderValue::from_static("\"abc\""))
    }

    #[test]
    fn a_tag_is_found_in_a_list() {
        for line in [
            "\"abc\"",
            "W/\"abc\"",
            "*",
            "\"x\", \"abc\"",
            "\"x,y\" ,,\tW/\"abc\" , \"z\"",
        ] {
            assert!(holds(line), "{line}");
        }
    }

    #[test]
    fn other_tags_and_nonsense_are_not() {
        for line in [
            "",
            "abc",
            "\"ab\"",
            "\"abc",
            "\"x, \"abc\"",
            "w/\"abc\"",
            "\"*\"",
            "nonsense, \"abc\"",
        ] {
            assert!(!holds(line), "{line}");
        }
    }
}
