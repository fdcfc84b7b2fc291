//! One spelling for each path.

use std::fmt::Write;

/// The path in its normal form: escaped where it must be and nowhere else, in capital digits.
///
/// `/%73trategy` and `/strategy` are one address (RFC 3986, section 6.2.2); mail programs and
/// chats like to escape what need not be. An escaped slash stays escaped: it is not a separator.
/// `None` if malformed: a broken escape, or bytes that are not UTF-8.
pub fn normalize_path(path: &str) -> Option<String> {
    let mut normal = String::with_capacity(path.len());
    let mut plain = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let escaped = byte == b'%';
        let byte = if escaped {
            digit(bytes.next()?)? << 4 | digit(bytes.next()?)?
        } else {
            byte
        };
        if stands_as_it_is(byte) || (byte == b'/' && !escaped) {
            normal.push(char::from(byte));
        } else {
            write!(normal, "%{byte:02X}").ok()?;
        }
        plain.push(byte);
    }
    str::from_utf8(&plain).is_ok().then_some(normal)
}

fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

/// RFC 3986's `pchar`, escapes aside.
fn stands_as_it_is(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::normalize_path;

    #[test]
    fn needless_differences_are_removed() {
        for (path, expected) in [
            ("/strategy", "/strategy"),
            ("/%73trategy", "/strategy"),
            ("/terms/na%c3%afve", "/terms/na%C3%AFve"),
            ("/terms/na\u{ef}ve", "/terms/na%C3%AFve"),
            ("/a%28b%29|c", "/a(b)%7Cc"),
            ("/a%2fb", "/a%2Fb"),
            ("/a%00%25", "/a%00%25"),
        ] {
            assert_eq!(normalize_path(path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn malformed_path_is_none() {
        for path in ["/%", "/%4", "/%zz", "/%+1", "/%ff", "/%C3", "/%ED%A0%80"] {
            assert_eq!(normalize_path(path), None, "{path}");
        }
    }
}
