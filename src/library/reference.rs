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
/// (`p3`), an epigraph or a file (`json`), so that no two addresses can meet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number(String);

/// What stands for the paragraph in the reference of an epigraph.
const EPIGRAPH: &str = "epigraph";

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
        let taken = ReferencePart::parse(last).is_some()
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

/// What a reference names of its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReferencePart {
    /// All of it.
    Whole,
    /// The quotation that opens it.
    Epigraph,
    /// A paragraph, counted from 1.
    Paragraph(usize),
}

impl ReferencePart {
    /// Reads what stands after the number of a section, in any letter case: `p3`, `epigraph`.
    fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case(EPIGRAPH) {
            return Some(Self::Epigraph);
        }
        paragraph_ordinal(text).map(Self::Paragraph)
    }
}

/// A section or what stands in it: `strategy/II.2`, `strategy/II.2.p3`,
/// `strategy/preface.epigraph`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference {
    /// The document's id.
    pub document: Slug,
    /// The section in it.
    pub section: Number,
    /// What of it.
    pub part: ReferencePart,
}

impl Reference {
    /// Reads `document/number`, `document/number.pN` or `document/number.epigraph`, letter case as
    /// given.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (document, rest) = text.split_once('/')?;
        let document = Slug::parse(document)?;
        if let Some((section, part)) = rest.rsplit_once('.')
            && let Some(part) = ReferencePart::parse(part)
        {
            return Some(Self {
                document,
                section: Number::parse(section)?,
                part,
            });
        }
        Some(Self {
            document,
            section: Number::parse(rest)?,
            part: ReferencePart::Whole,
        })
    }

    /// The id of its element on every page: `II.2`, `II.2.p3` or `preface.epigraph`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self.part {
            ReferencePart::Whole => self.section.to_string(),
            ReferencePart::Epigraph => format!("{}.{EPIGRAPH}", self.section),
            ReferencePart::Paragraph(ordinal) => format!("{}.p{ordinal}", self.section),
        }
    }

    /// This part of the same section.
    #[must_use]
    pub fn with(&self, part: ReferencePart) -> Self {
        Self {
            part,
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
            "strategy/preface.epigraph",
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
            "strategy/epigraph",
            "strategy/II.epigraph.p1",
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
        for text in ["", ".", "II.", "p3", "II.P3", "x y", "3.md", "II.Epigraph"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }
}
