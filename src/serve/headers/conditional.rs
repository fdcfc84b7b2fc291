//! What a client says of the entity tags it knows (RFC 9110, section 13.1).

use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use headers::{ETag, Header, IfMatch, IfNoneMatch};

/// Whether `If-None-Match` lists this entity tag, or any with `*`.
///
/// The comparison is weak, as the RFC says for this header: proxies that re-encode a body mark
/// its tag with `W/`, and the page is the same still.
pub(in crate::serve) fn is_held(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    // What browsers send needs no closer look.
    if headers.get(&IF_NONE_MATCH) == Some(tag) {
        return true;
    }
    let condition: Option<IfNoneMatch> = condition(headers, &IF_NONE_MATCH);
    condition.is_some_and(|condition| {
        let tag = entity_tag(tag);
        tag.is_some_and(|tag| !condition.precondition_passes(&tag))
    })
}

/// Whether `If-Match` asks for other entity tags than these, of which a resource has one for each of its
/// encodings.
pub(in crate::serve) fn is_other<'a>(
    headers: &HeaderMap,
    tags: impl IntoIterator<Item = &'a HeaderValue>,
) -> bool {
    let condition: Option<IfMatch> = condition(headers, &IF_MATCH);
    condition.is_some_and(|condition| {
        let mut tags = tags.into_iter().filter_map(entity_tag);
        !tags.any(|tag| condition.precondition_passes(&tag))
    })
}

/// The condition of a header, if it is there and makes sense.
fn condition<T: Header>(headers: &HeaderMap, name: &HeaderName) -> Option<T> {
    if !headers.contains_key(name) || !headers.get_all(name).iter().all(lists_tags) {
        return None;
    }
    T::decode(&mut headers.get_all(name).iter()).ok()
}

/// Whether the quotation marks of a line are paired, and white space stands only beside commas. At other lines
/// the decoder panics in a debug build.
fn lists_tags(line: &HeaderValue) -> bool {
    let mut is_in_tag = false;
    let members = line.as_bytes().split(|byte| {
        is_in_tag ^= *byte == b'"';
        *byte == b',' && !is_in_tag
    });
    let has_space = |member: &[u8]| member.trim_ascii().iter().any(u8::is_ascii_whitespace);
    let is_spaced = { members }.any(has_space);
    !is_spaced && !is_in_tag
}

fn entity_tag(tag: &HeaderValue) -> Option<ETag> {
    tag.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{IF_MATCH, IF_NONE_MATCH, is_held, is_other};

    const TAG: HeaderValue = HeaderValue::from_static("\"abc\"");

    fn holds(line: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.append(IF_NONE_MATCH, HeaderValue::from_static(line));
        is_held(&headers, &TAG)
    }

    fn wants_other(line: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.append(IF_MATCH, HeaderValue::from_static(line));
        is_other(&headers, &[TAG])
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
            "w/\"abc\"",
            "\"*\"",
            "\"> \"",
            "\"> , W/\"abc\"",
            "\"a\" b \"c\"",
            "\"a, b\"",
        ] {
            assert!(!holds(line), "{line}");
        }
    }

    #[test]
    fn marks_do_not_reach_from_one_line_into_the_next() {
        let mut headers = HeaderMap::new();
        for _ in 0..2 {
            headers.append(IF_NONE_MATCH, HeaderValue::from_static("\""));
        }
        assert!(!is_held(&headers, &TAG));
        headers.append(IF_NONE_MATCH, TAG);
        assert!(!is_held(&headers, &TAG));
    }

    #[test]
    fn what_must_match_is_compared_strongly() {
        for line in ["\"abc\"", "*", "\"x\", \"abc\""] {
            assert!(!wants_other(line), "{line}");
        }
        for line in ["\"x\"", "W/\"abc\"", "\"ab\", \"c\""] {
            assert!(wants_other(line), "{line}");
        }
        assert!(!is_other(&HeaderMap::new(), &[TAG]));
    }
}
