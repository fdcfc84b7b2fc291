//! Which encodings a client takes (RFC 9110, section 12.5.3).

use std::cmp::Reverse;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

use crate::site::encoding::Encoding;

/// A quality in thousandths; 0 refuses.
type Quality = u16;

/// The encodings this client takes, the one it likes best first and ours first among equals.
///
/// There is always one: a client that refuses all of them gets the body as it is, which the RFC
/// allows in place of 406 and which is of more use. So does one that says nothing or speaks no
/// sense: the plain body is right for everyone.
pub(in crate::serve) fn acceptable(headers: &HeaderMap) -> impl Iterator<Item = Encoding> + Clone {
    let wishes = Wishes::of(headers).unwrap_or_default();
    let mut ranked = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity]
        .map(|encoding| (encoding, wishes.quality(encoding)));
    ranked.sort_by_key(|&(_, quality)| Reverse(quality));
    if ranked[0].1.is_none() {
        ranked[0] = (Encoding::Identity, Some(0));
    }
    ranked
        .into_iter()
        .filter_map(|(encoding, quality)| quality.and(Some(encoding)))
}

/// What a client says of the encodings there are; of what it says twice, the first.
#[derive(Debug, Default)]
struct Wishes {
    brotli: Option<Quality>,
    gzip: Option<Quality>,
    /// Gzip by its old name.
    x_gzip: Option<Quality>,
    identity: Option<Quality>,
    all_others: Option<Quality>,
}

impl Wishes {
    /// Those of a request, or nothing if one of them is malformed.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let mut wishes = Self::default();
        for line in headers.get_all(ACCEPT_ENCODING) {
            for member in line.to_str().ok()?.split(',').map(str::trim) {
                if !member.is_empty() {
                    wishes.take(member)?;
                }
            }
        }
        Some(wishes)
    }

    /// `gzip`, `gzip;q=0.5`, `*;q=0`.
    fn take(&mut self, member: &str) -> Option<()> {
        let (name, quality) = match member.split_once(';') {
            None => (member, 1000),
            Some((name, weight)) => (name.trim_end(), weight_of(weight.trim_start())?),
        };
        let is_token = !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
        if !is_token {
            return None;
        }
        let wishes = [
            ("br", &mut self.brotli),
            ("gzip", &mut self.gzip),
            ("x-gzip", &mut self.x_gzip),
            ("identity", &mut self.identity),
            ("*", &mut self.all_others),
        ];
        for (known, wish) in wishes {
            if name.eq_ignore_ascii_case(known) {
                wish.get_or_insert(quality);
            }
        }
        Some(())
    }

    /// What is made of an encoding: its quality, or nothing if it is not to be sent.
    fn quality(&self, encoding: Encoding) -> Option<Quality> {
        let wish = match encoding {
            Encoding::Brotli => self.brotli,
            Encoding::Gzip => self.gzip.or(self.x_gzip),
            Encoding::Identity => self.identity,
        };
        match wish.or(self.all_others) {
            Some(0) => None,
            Some(quality) => Some(quality),
            // Identity goes without saying, but after all that is said.
            None => (encoding == Encoding::Identity).then_some(0),
        }
    }
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
        acceptable(&headers).collect()
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
