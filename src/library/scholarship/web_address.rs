//! Web addresses in a text, whose letters are no words of it.

use std::ops::Range;

/// The bytes of every web address in a text: up to white space, or what no address has in it.
pub fn web_addresses(text: &str) -> Vec<Range<usize>> {
    let letters = text.to_ascii_lowercase();
    let schemes = letters.match_indices("://").map(|(at, _)| {
        let scheme = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        scheme.len()
    });
    let hosts = letters.match_indices("www.").map(|(at, _)| at);
    let starts = schemes.chain(hosts);
    let addresses = starts.map(|start| {
        let rest = &text[start..];
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”');
        start..start + rest.find(ends).unwrap_or(rest.len())
    });
    addresses.collect()
}

#[cfg(test)]
mod tests {
    use super::web_addresses;

    #[test]
    fn an_address_ends_where_no_address_goes_on() {
        let text = "See <https://www.icann.org/a_(b)>, “WWW.un.org” and http://x.y/z; no www here.";
        let mut found: Vec<&str> = web_addresses(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                "WWW.un.org",
                "http://x.y/z;",
                "https://www.icann.org/a_(b)",
                "www.icann.org/a_(b)",
            ]
        );
        assert!(web_addresses("None at all.").is_empty());
    }
}
