//! Where the site stands on the web, if that is known.

use std::net::Ipv6Addr;
use std::str::FromStr;

use thiserror::Error;

/// An origin and the path below which the site stands: `https://example.org/texts/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// Without a slash at its end: `https://example.org`.
    origin: String,
    /// Empty, or with a slash at its start and none at its end: `/texts`.
    path: String,
}

/// Why an address cannot be a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BaseUrlError {
    /// No scheme, or another one.
    #[error("not a web address, such as https://example.org/")]
    Scheme,
    /// A name or password before the host.
    #[error("a base URL has no user name or password")]
    User,
    /// No host, or one that cannot be.
    #[error("the host is not a name or address; names have letters a to z, digits, `-` and `.`")]
    Host,
    /// No number that a port can have.
    #[error("the port is not a number from 1 to 65535")]
    Port,
    /// A query or a fragment.
    #[error("a base URL ends with the path of the home page, without `?` or `#`")]
    End,
    /// A path of which not every part is a plain name.
    #[error(
        "the parts of the path have letters a to z, digits, `-`, `.`, `_` and `~`, and none is \
         empty, `.` or `..`"
    )]
    Path,
}

impl BaseUrl {
    /// The path below which the site stands: empty, or `/texts`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole address of a path of the site.
    #[must_use]
    pub fn whole(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.path)
    }

    /// What stands after the base in the path of a request; `None` if that is elsewhere.
    #[must_use]
    pub fn below<'a>(&self, path: &'a str) -> Option<&'a str> {
        let rest = path.strip_prefix(&self.path)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(rest)
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let (scheme, rest) = text.split_once("://").ok_or(BaseUrlError::Scheme)?;
        let scheme = scheme.to_ascii_lowercase();
        let usual_port = match scheme.as_str() {
            "http" => 80,
            "https" => 443,
            _ => return Err(BaseUrlError::Scheme),
        };
        if rest.contains(['?', '#']) {
            return Err(BaseUrlError::End);
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(BaseUrlError::User);
        }
        let (host, port) = parted(authority);
        let mut origin = format!("{scheme}://{}", known_host(host)?);
        let port = port.map(known_port).transpose()?;
        if let Some(port) = port.filter(|port| *port != usual_port) {
            origin.push_str(&format!(":{port}"));
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        if !path.split('/').skip(1).all(is_plain) {
            return Err(BaseUrlError::Path);
        }
        Ok(Self {
            origin,
            path: path.to_owned(),
        })
    }
}

/// Host and port; the colons of an address in brackets are not the port's.
fn parted(authority: &str) -> (&str, Option<&str>) {
    let after_address = authority.rfind(']').unwrap_or(0);
    match authority[after_address..].find(':') {
        Some(colon) => {
            let (host, port) = authority.split_at(after_address + colon);
            (host, port.strip_prefix(':'))
        }
        None => (authority, None),
    }
}

fn known_host(host: &str) -> Result<String, BaseUrlError> {
    if let Some(inner) = host.strip_prefix('[') {
        let address = inner.strip_suffix(']').and_then(|inner| inner.parse().ok());
        let address: Ipv6Addr = address.ok_or(BaseUrlError::Host)?;
        return Ok(format!("[{address}]"));
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if !host.split('.').all(is_label) {
        return Err(BaseUrlError::Host);
    }
    Ok(host.to_ascii_lowercase())
}

fn known_port(port: &str) -> Result<u16, BaseUrlError> {
    let digits = port.bytes().all(|b| b.is_ascii_digit());
    let number = port.parse().ok().filter(|number| *number > 0);
    number.filter(|_| digits).ok_or(BaseUrlError::Port)
}

/// Whether part of a path reads the same in a page, in data and in a request, with nothing escaped.
fn is_plain(part: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, BaseUrlError};

    #[test]
    fn addresses_that_can_be_a_base() {
        for (text, home) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/", "https://example.org/"),
            ("HTTPS://Example.ORG:443/", "https://example.org/"),
            ("http://example.org:80", "http://example.org/"),
            ("http://example.org:443", "http://example.org:443/"),
            ("http://localhost:8080/", "http://localhost:8080/"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("http://[0:0::1]:8080/a", "http://[::1]:8080/a/"),
            ("https://[::1]", "https://[::1]/"),
            (
                "https://a-b.example/some/Pre_fix.1~/",
                "https://a-b.example/some/Pre_fix.1~/",
            ),
        ] {
            let base: Result<BaseUrl, _> = text.parse();
            assert_eq!(base.map(|base| base.whole("/")).as_deref(), Ok(home));
        }
    }

    #[test]
    fn address_that_cannot_be_a_base_is_refused_with_the_reason() {
        for (text, error) in [
            ("", BaseUrlError::Scheme),
            ("example.org", BaseUrlError::Scheme),
            ("/prefix", BaseUrlError::Scheme),
            ("ftp://example.org/", BaseUrlError::Scheme),
            ("https:example.org", BaseUrlError::Scheme),
            ("https://", BaseUrlError::Host),
            ("https:///prefix", BaseUrlError::Host),
            ("https://exa mple.org", BaseUrlError::Host),
            ("https://ex\u{e4}mple.org", BaseUrlError::Host),
            ("https://example..org", BaseUrlError::Host),
            ("https://-example.org", BaseUrlError::Host),
            ("https://[::1", BaseUrlError::Host),
            ("https://[::1]x", BaseUrlError::Host),
            ("https://[example]", BaseUrlError::Host),
            ("https://example.org:", BaseUrlError::Port),
            ("https://example.org:0", BaseUrlError::Port),
            ("https://example.org:+80", BaseUrlError::Port),
            ("https://example.org:65536", BaseUrlError::Port),
            ("https://me@example.org/", BaseUrlError::User),
            ("https://me:secret@example.org/", BaseUrlError::User),
            ("https://example.org/?a", BaseUrlError::End),
            ("https://example.org?a", BaseUrlError::End),
            ("https://example.org/a#b", BaseUrlError::End),
            ("https://example.org//", BaseUrlError::Path),
            ("https://example.org/a//b", BaseUrlError::Path),
            ("https://example.org/a/../b", BaseUrlError::Path),
            ("https://example.org/./", BaseUrlError::Path),
            ("https://example.org/a\"b", BaseUrlError::Path),
            ("https://example.org/a%20b", BaseUrlError::Path),
            ("https://example.org/a b", BaseUrlError::Path),
        ] {
            assert_eq!(text.parse::<BaseUrl>(), Err(error), "{text}");
        }
    }

    #[test]
    fn only_whole_parts_of_a_path_are_below_the_base() {
        let base: BaseUrl = "https://example.org/texts".parse().unwrap_or_else(|error| {
            panic!("{error}");
        });
        for (path, rest) in [
            ("/texts/strategy", Some("/strategy")),
            ("/texts/", Some("/")),
            ("/texts", Some("")),
            ("/textsandmore", None),
            ("/strategy", None),
            ("/", None),
        ] {
            assert_eq!(base.below(path), rest, "{path}");
        }
    }
}
