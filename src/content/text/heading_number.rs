//! The number of a printed heading.

use crate::library::Number;

/// Splits a printed heading into its number and its title.
///
/// The number is what stands up to and with the word that the reference ends in: `2.2.1` in
/// `2.2.1 Respect…`, `2.` in `2. The Principle…`, `Chapter II` in `Chapter II. Basic…`, where the
/// full stop separates the two. A heading that is a number alone is its own title.
pub fn split_number(heading: &str, reference: &Number) -> (Option<String>, String) {
    let whole = (None, heading.to_owned());
    let mut end = 0;
    // A no-break space before a number is a space like any other.
    for (place, piece) in heading
        .split_inclusive(char::is_whitespace)
        .take(3)
        .enumerate()
    {
        let word = piece.trim_end();
        let next = end + piece.len();
        end += word.len();
        let bare = word.trim_end_matches(['.', ':', ')', '–', '—', '-']);
        if is_numeral(bare) && (bare == reference.as_str() || bare == reference.last_part()) {
            let between = |sign: char| sign.is_whitespace() || "–—-:".contains(sign);
            let title = heading[end..].trim_start_matches(between);
            if title.is_empty() {
                return whole;
            }
            let named = place > 0;
            let kept = if named {
                end - (word.len() - bare.len())
            } else {
                end
            };
            return (Some(heading[..kept].to_owned()), title.to_owned());
        }
        end = next;
    }
    whole
}

fn is_numeral(word: &str) -> bool {
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let digit = word.bytes().any(|byte| byte.is_ascii_digit());
    !word.is_empty() && (roman || letter || digit)
}

#[cfg(test)]
mod tests {
    use super::split_number;
    use crate::library::Number;

    #[test]
    fn headings_split_into_number_and_title() {
        for (heading, reference, number, title) in [
            (
                "Chapter II. Basic Principles",
                "II",
                Some("Chapter II"),
                "Basic Principles",
            ),
            (
                "2. The Principle of Sovereignty",
                "II.2",
                Some("2."),
                "The Principle of Sovereignty",
            ),
            (
                "2.2.1 Respect sovereignty",
                "2.2.1",
                Some("2.2.1"),
                "Respect sovereignty",
            ),
            ("Article 5 – Consent", "5", Some("Article 5"), "Consent"),
            ("Article 5", "5", None, "Article 5"),
            (
                "Article\u{a0}6 – Hard space",
                "6",
                Some("Article\u{a0}6"),
                "Hard space",
            ),
            ("§\u{202f}7\u{3000}Wide", "7", Some("§\u{202f}7"), "Wide"),
            ("References", "references", None, "References"),
            ("A new start", "I.1", None, "A new start"),
        ] {
            let reference = Number::parse(reference).unwrap();
            let split = split_number(heading, &reference);
            assert_eq!(split, (number.map(str::to_owned), title.to_owned()));
        }
    }
}
