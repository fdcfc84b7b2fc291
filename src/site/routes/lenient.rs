//! Paths that a reader copied with more or less than belongs to them.

/// What may stand after a reference in running text.
const AFTER: [char; 20] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '\'', '"', '’', '”', '»', '›', '…', '。',
    '，', '）',
];

/// A path as it was meant: without escapes and without the punctuation after it, in lower case;
/// `None` where nothing is left of it.
pub fn without_punctuation(path: &str) -> Option<String> {
    let path = decoded(path)?.to_lowercase();
    let plain = path.trim_end_matches(AFTER);
    // A bracket that closes one inside belongs to the reference: `2(4)`.
    let opens = plain.matches('(').count() > plain.matches(')').count();
    let is_closed = opens && path[plain.len()..].starts_with(')');
    let plain = &path[..plain.len() + usize::from(is_closed)];
    (plain.len() > 1).then(|| plain.to_owned())
}

/// A path without escapes; `None` where they are broken.
pub fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || u8::try_from(char::from(rest.next()?).to_digit(16)?).ok();
        bytes.push(match byte {
            b'%' => digit()? << 4 | digit()?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The path of an address, with its query and fragment, whatever the host; `None` for a text that is no
/// address.
pub fn path_of_address(address: &str) -> Option<&str> {
    match address.split_once("://") {
        Some((_, rest)) => {
            let path = rest.find('/').map(|slash| &rest[slash..]);
            Some(path.unwrap_or("/"))
        }
        None => address.starts_with('/').then_some(address),
    }
}
