//! Hashes of content.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The first 64 bits of it: enough to tell versions of one file apart.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    let mut hash = sha256(bytes);
    hash.truncate(16);
    hash
}

/// A UUID made from names (RFC 9562, version 8): by it shelves and readers of feeds know that two
/// files or entries are one, wherever they come from.
#[must_use]
pub fn permanent_id(names: &[&str]) -> String {
    let hash = sha256(names.join("\n").as_bytes());
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        &hash[..8],
        &hash[8..12],
        &hash[13..16],
        &hash[17..20],
        &hash[20..32]
    )
}
