//! Which encodings a client takes (RFC 9110, section 12.5.3).

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

use crate::site::encoding::Encoding;

/// A quality in thousandths; 0 refuses.
type Quality = u16;

/// The encodings this client takes, the one it likes best first and ours first among equals.
///
/// It is never empty: a client that refuses all of them gets the body as it is, which the RFC
/// allows in place of 406 and which is of more use. So does one that says nothing or speaks no
/// sense: the plain body is right for everyone.
pub(super) fn acceptable(headers: &HeaderMap) -> Vec<Encoding> {
    let wishes = wishes(headers).unwrap_or_default();
    let mut accepted: Vec<(Encoding, Quality)> =
        [Encoding::Brotli, Encoding::Gzip, Encoding::Identity]
            .into_iter()
            .filter_map(|encoding| Some((encoding, quality(encoding, &wishes)?)))
            .collect();
    accepted.sort_by_key(|&(_, quality)| std::cmp::Reverse(quality));
    if accepted.is_empty() {
        return vec![Encoding::Identity];
    }
    accepted.into_iter().map(|(encoding, _)| encoding).collect()
}

/// What the wishes make of an encoding: its quality, or nothing if it is not to be sent.
fn quality(encoding: Encoding, wishes: &[(String, Quality)]) -> Option<Quality> {
    let named = |name: &str| wishes.iter().find(|(wish, _)| wish == name);
    let wish = match encoding {
        Encoding::Brotli => named("br"),
        Encoding::Gzip => named("gzip").or_else(|| named("x-gzip")),
        Encoding::Identity => named("identity"),
    };
    match wish.or_else(|| named("*")) {
        Some(&(_, 0)) => None,
        Some(&(_, quality)) => Some(quality),
        // Identity goes without saying, but after all that is said.
        None => (encoding == Encoding::Identity).then_some(0),
    }
}

/// The header's members, or nothing if one of them is malformed.
fn wishes(headers: &HeaderMap) -> Option<Vec<(String, Quality)>> {
    let mut wishes = Vec::new();
    for line in headers.get_all(ACCEPT_ENCODING) {
        for member in line.to_str().ok()?.split(',').map(str::trim) {
            if !member.is_empty() {
                wishes.push(wish(member)?);
            }
        }
    }
    Some(wishes)
}

/// `gzip`, `gzip;q=0.5`, `*;q=0`.
fn wish(member: &str) -> Option<(String, Quality)> {
    let (name, quality) = match member.split_once(';') {
        None => (member, 1000),
        Some((name, weight)) => (name, weight_of(weight.trim_start())?),
    };
    let name = name.trim_end().to_ascii_lowercase();
    let is_token = !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
    is_token.then_some((name, quality))
}

/// `q=0.5`: at most three digits after the point, and no more than 1.
fn weight_of(parameter: &str) -> Option<Quality> {
    let value = parameter
        .strip_prefix("q=")
        .or_else(|| parameter.strip_prefix("Q="))?;
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    if part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: Quality = format!("{part:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::Encoding::{Brotli, Gzip, Identity};
    use super::{ACCEPT_ENCODING, Encoding, acceptable};

    fn asked(lines: &[&'static str]) -> Vec<Encoding> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(ACCEPT_ENCODING, HeaderValue::from_static(line));
        }
        acceptable(&headers)
    }

    #[test]
    fn the_clients_order_comes_first_then_ours() {
        assert_eq!(
            asked(&["gzip, deflate, br, zstd"]),
            [Brotli, Gzip, Identity]
        );
        assert_eq!(asked(&["br;q=0.5, gzip"]), [Gzip, Brotli, Identity]);
        assert_eq!(
            asked(&["br;q=0.001,gzip;q=0.002"]),
            [Gzip, Brotli, Identity]
        );
        assert_eq!(asked(&["identity, gzip;q=0.9"]), [Identity, Gzip]);
        assert_eq!(asked(&["GZIP ; Q=1.000"]), [Gzip, Identity]);
        assert_eq!(asked(&["x-gzip"]), [Gzip, Identity]);
        assert_eq!(asked(&["gzip", "br"]), [Brotli, Gzip, Identity]);
    }

    #[test]
    fn a_star_stands_for_what_is_not_named() {
        assert_eq!(asked(&["*"]), [Brotli, Gzip, Identity]);
        assert_eq!(asked(&["br;q=0, *"]), [Gzip, Identity]);
        assert_eq!(asked(&["*;q=0"]), [Identity]);
        assert_eq!(asked(&["*;q=0, gzip"]), [Gzip]);
        assert_eq!(asked(&["identity;q=0"]), [Identity]);
        assert_eq!(asked(&["gzip, identity;q=0"]), [Gzip]);
    }

    #[test]
    fn silence_and_nonsense_get_the_plain_body() {
        assert_eq!(asked(&[]), [Identity]);
        assert_eq!(asked(&[""]), [Identity]);
        for nonsense in [
            "gzip;q=2",
            "gzip;q=1.5",
            "gzip;q=0.1234",
            "gzip;q=",
            "gzip;q=-1",
            "gzip;level=9",
            "gz ip",
            ";q=1",
            "gzip;q=0.5;q=1",
            "gzip;q=+.5",
            "br, \"gzip\"",
        ] {
            assert_eq!(asked(&[nonsense]), [Identity], "{nonsense}");
        }
    }
}
