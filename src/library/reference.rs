//! References: the one stable name of every section and paragraph.

use std::fmt;

/// A lower-case name for addresses: `sovereignty`, `shared-governance`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// Letters `a`–`z`, digits and single hyphens inside; nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        sound.then(|| Self(text.to_owned()))
    }

    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands after the slash in a section's reference: `II.2`, `2.2.1`, `preface`.
///
/// It has no hyphen, so that `strategy-II.2` has one reading; it does not end like a paragraph
/// (`p3`) or like a file (`json`), so that no two addresses can meet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

/// The endings of the addresses under which a section is sent to machines.
const FILE_ENDINGS: [&str; 4] = ["json", "md", "bib", "ris"];

impl Number {
    /// Letters and digits in parts joined by full stops.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        let last = last_part(text);
        let taken = paragraph_ordinal(last).is_some()
            || FILE_ENDINGS
                .iter()
                .any(|end| end.eq_ignore_ascii_case(last));
        (sound && !taken).then(|| Self(text.to_owned()))
    }

    /// The number as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last part: `2` of `II.2`.
    #[must_use]
    pub fn last_part(&self) -> &str {
        last_part(&self.0)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn last_part(text: &str) -> &str {
    text.rsplit('.').next().unwrap_or(text)
}

fn paragraph_ordinal(part: &str) -> Option<usize> {
    let digits = part.strip_prefix(['p', 'P'])?;
    let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A section or one of its paragraphs: `strategy/II.2`, `strategy/II.2.p3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference {
    /// The document's id.
    pub document: Slug,
    /// The section in it.
    pub section: Number,
    /// The paragraph in the section, counted from 1; `None` for the section itself.
    pub paragraph: Option<usize>,
}

impl Reference {
    /// Reads `document/number` or `document/number.pN`, letter case as given.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (document, rest) = text.split_once('/')?;
        let document = Slug::parse(document)?;
        if let Some((section, part)) = rest.rsplit_once('.')
            && let Some(ordinal) = paragraph_ordinal(part)
        {
            return Some(Self {
                document,
                section: Number::parse(section)?,
                paragraph: Some(ordinal),
            });
        }
        Some(Self {
            document,
            section: Number::parse(rest)?,
            paragraph: None,
        })
    }

    /// The id of its element on every page: `II.2` or `II.2.p3`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self.paragraph {
            Some(ordinal) => format!("{}.p{ordinal}", self.section),
            None => self.section.to_string(),
        }
    }

    /// The same section, with this paragraph of it.
    #[must_use]
    pub fn with_paragraph(&self, ordinal: usize) -> Self {
        Self {
            paragraph: Some(ordinal),
            ..self.clone()
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.document, self.fragment())
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, Reference, Slug};

    #[test]
    fn a_reference_reads_back_as_it_prints() {
        for text in [
            "strategy/II.2",
            "strategy/II.2.p3",
            "research/2.2.1",
            "a-b/preface.p10",
        ] {
            let reference = Reference::parse(text).map(|r| r.to_string());
            assert_eq!(reference.as_deref(), Some(text));
        }
    }

    #[test]
    fn malformed_references_are_none() {
        for text in [
            "",
            "strategy",
            "strategy/",
            "/II",
            "S/II",
            "strategy/II..2",
            "strategy/p3",
            "strategy/II.p1.p2",
            "a/x-y",
            "a/II.json",
        ] {
            let parsed = Reference::parse(text);
            assert!(parsed.is_none(), "{text} was read as {parsed:?}");
        }
    }

    #[test]
    fn slugs_and_numbers_keep_to_their_letters() {
        assert!(Slug::parse("shared-governance").is_some());
        for text in ["", "-a", "a--b", "A", "é"] {
            assert!(Slug::parse(text).is_none(), "{text}");
        }
        assert!(Number::parse("II.2").is_some());
        for text in ["", ".", "II.", "p3", "II.P3", "x y", "3.md"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }
}
