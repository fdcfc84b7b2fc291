//! Typographic quotes, for display only: the data keep the characters of the source.

/// The text with straight quotes turned the way a printer sets them; `before` is the character
/// that stands before it, if any.
///
/// A quote opens after white space, an opening bracket, a dash or another opening quote; every
/// other closes, which is also the form of an apostrophe.
pub fn typographic(text: &str, before: Option<char>) -> String {
    let mut previous = before;
    text.chars()
        .map(|c| {
            let opens = previous.is_none_or(|p| p.is_whitespace() || "([{—–“‘/".contains(p));
            let shown = match (c, opens) {
                ('"', true) => '“',
                ('"', false) => '”',
                ('\'', true) => '‘',
                ('\'', false) => '’',
                _ => c,
            };
            previous = Some(shown);
            shown
        })
        .collect()
}

/// The text with every quote straight and white space single: the form in which words are
/// compared, so that what a reader copies from a page matches the source.
pub fn folded(text: &str) -> String {
    let straight: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            _ => c,
        })
        .collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{folded, typographic};

    #[test]
    fn quotes_open_and_close() {
        let cases = [
            ("\"win-win\" China's", "“win-win” China’s"),
            ("countries' (\"so\")", "countries’ (“so”)"),
            ("“winner takes all.”", "“winner takes all.”"),
        ];
        for (raw, shown) in cases {
            assert_eq!(typographic(raw, None), shown);
            assert_eq!(folded(shown), folded(raw));
        }
        assert_eq!(typographic("' rights", Some('s')), "’ rights");
    }
}
