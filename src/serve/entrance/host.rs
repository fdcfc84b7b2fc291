//! Hosts with their ports (RFC 3986, section 3.2).

use std::net::Ipv6Addr;

/// Whether a text is a host, perhaps with a port, and nothing else: no user and no white space.
pub(in crate::serve) fn is_host(text: &str) -> bool {
    let (host, port) = parted(text);
    is_name_or_address(host) && port.is_none_or(|port| port.is_empty() || is_port(port))
}

/// Whether a text is a host with a port, as `CONNECT` names it.
pub(in crate::serve) fn is_authority(text: &str) -> bool {
    let (host, port) = parted(text);
    is_name_or_address(host) && port.is_some_and(is_port)
}

/// A host and the text behind its colon.
fn parted(text: &str) -> (&str, Option<&str>) {
    match text.rfind(':') {
        Some(colon) if !text[colon..].contains(']') => (&text[..colon], Some(&text[colon + 1..])),
        _ => (text, None),
    }
}

fn is_name_or_address(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']');
        return address.is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte);
    !host.is_empty() && host.bytes().all(is_of_name)
}

/// Whether a text is a port: 1 to 65535.
fn is_port(text: &str) -> bool {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use super::{is_authority, is_host};

    #[test]
    fn hosts_are_told_from_what_is_none() {
        for host in [
            "a",
            "a.b:80",
            "127.0.0.1:8080",
            "[::1]",
            "[::1]:80",
            "a:",
            "a_b",
        ] {
            assert!(is_host(host), "{host}");
        }
        for text in [
            "", ":80", "a b", "a/b", "a/b@c", "u@a", "a:99999", "a:0", "a:8x", "[::1", "[x]:1",
            "a:1:2",
        ] {
            assert!(!is_host(text), "{text}");
        }
        assert!(is_authority("a:443") && !is_authority("a") && !is_authority("a:"));
    }
}
