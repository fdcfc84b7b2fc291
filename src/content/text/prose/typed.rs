//! What would be printed as it is typed, most likely by mistake.

use std::ops::Range;

use crate::content::diagnostics::Typed;

/// The mistakes in a text of the parser's, by their bytes. What is escaped stands apart from the
/// text around it, and so is none. `starts_line` tells whether the text does.
pub fn mistakes(text: &str, starts_line: bool) -> Vec<(Range<usize>, Typed)> {
    let mut found = Vec::new();
    if starts_line {
        found.extend(heading(text).map(|range| (range, Typed::Heading)));
        found.extend(row(text).map(|range| (range, Typed::TableRow)));
    }
    for (at, signs) in text.match_indices("**") {
        found.push((at..at + signs.len(), Typed::Strong));
    }
    found.extend(link(text).map(|range| (range, Typed::Link)));
    found.extend(attributes(text).map(|range| (range, Typed::Attributes)));
    found
}

/// `####Purposes`
fn heading(text: &str) -> Option<Range<usize>> {
    let words = text.trim_start_matches('#');
    let signs = text.len() - words.len();
    let is_word = words.starts_with(char::is_alphanumeric);
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    (is_word && (1..=6).contains(&signs)).then_some(0..signs + end)
}

/// `| a | b |`, which no line of dashes makes a table.
fn row(text: &str) -> Option<Range<usize>> {
    let row = text.trim_end();
    let is_row = row.starts_with('|') && row.ends_with('|') && row.matches('|').count() > 2;
    is_row.then_some(0..row.len())
}

/// `[words](an address)`, `[words] (https://…)`
fn link(text: &str) -> Option<Range<usize>> {
    let openings = ["](", "] (http", "] (#", "] (/"];
    let at = openings.iter().find_map(|opening| text.find(opening))?;
    let start = text[..at].rfind('[')?;
    let end = text[at..].find(')').map_or(text.len(), |end| at + end + 1);
    Some(start..end)
}

/// `{#id .kind ref=1}`, which stands behind no heading.
fn attributes(text: &str) -> Option<Range<usize>> {
    let start = text.find("{#")?;
    let inside = &text[start + 2..];
    let is_name = inside.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    let end = inside.find('}').filter(|_| is_name)?;
    Some(start..start + 2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::mistakes;
    use crate::content::diagnostics::Typed;

    #[test]
    fn mistakes_are_told_from_words() {
        for (text, wanted) in [
            ("####Purposes", Some((0..12, Typed::Heading))),
            ("##2. Of this", Some((0..4, Typed::Heading))),
            ("| a | b |", Some((0..9, Typed::TableRow))),
            ("so **bold ", Some((3..5, Typed::Strong))),
            ("see [here] (https://a.b/) now", Some((4..25, Typed::Link))),
            ("see [here](my file.md) now", Some((4..22, Typed::Link))),
            (
                "Title {#title .part ref=1}",
                Some((6..26, Typed::Attributes)),
            ),
        ] {
            assert_eq!(mistakes(text, true).into_iter().next(), wanted, "{text}");
        }
        for text in [
            "# 1 of 3",
            "#",
            "####### seven",
            "2 * 3 * 4",
            "|x|",
            "a | b",
            "[sic] (so)",
            "{a}",
            "{#}",
        ] {
            assert_eq!(mistakes(text, true), [], "{text}");
        }
        assert_eq!(mistakes("#one", false), []);
    }
}
