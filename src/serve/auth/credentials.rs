//! The name and the password that come with a request (RFC 7617).

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// A name and a password. The password is wiped from memory when it has been checked.
pub(super) struct Credentials {
    pub(super) name: String,
    pub(super) password: Zeroizing<Vec<u8>>,
}

impl Credentials {
    /// Those of a request; `None` where there are none, or more than one.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let mut lines = headers.get_all(AUTHORIZATION).into_iter();
        let (Some(line), None) = (lines.next(), lines.next()) else {
            return None;
        };
        let (scheme, encoded) = line.to_str().ok()?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let decoded = Zeroizing::new(STANDARD.decode(encoded.trim()).ok()?);
        let colon = decoded.iter().position(|&byte| byte == b':')?;
        let (name, password) = (&decoded[..colon], &decoded[colon + 1..]);
        Some(Self {
            name: str::from_utf8(name).ok()?.to_owned(),
            password: Zeroizing::new(password.to_vec()),
        })
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{AUTHORIZATION, Credentials};

    fn of(lines: &[&'static str]) -> Option<(String, Vec<u8>)> {
        let mut headers = HeaderMap::new();
        for &line in lines {
            headers.append(AUTHORIZATION, HeaderValue::from_static(line));
        }
        let found = Credentials::of(&headers)?;
        Some((found.name, found.password.to_vec()))
    }

    #[test]
    fn name_ends_at_the_first_colon() {
        let found = Some(("anna".to_owned(), b"a:b".to_vec()));
        assert_eq!(of(&["Basic YW5uYTphOmI="]), found);
        assert_eq!(of(&["basic  YW5uYTphOmI= "]), found);
        assert_eq!(of(&["Basic Og=="]), Some((String::new(), Vec::new())));
    }

    #[test]
    fn what_is_no_name_and_password_is_none() {
        for lines in [
            &[][..],
            &["Basic"],
            &["Basic YW5uYQ=="],
            &["Basic /zph"],
            &["Basic !"],
            &["Bearer YW5uYTphOmI="],
            &["Basic YW5uYTphOmI=", "Basic YW5uYTphOmI="],
        ] {
            assert_eq!(of(lines), None, "{lines:?}");
        }
    }
}
