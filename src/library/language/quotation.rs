//! The quotation marks of languages, as the Unicode CLDR gives them.

/// The marks around a quotation, and around a quotation inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotationMarks {
    /// What opens and what closes a quotation.
    pub double: (&'static str, &'static str),
    /// The same for what stands in single marks.
    pub single: (&'static str, &'static str),
}

const fn marks(
    double: (&'static str, &'static str),
    single: (&'static str, &'static str),
) -> QuotationMarks {
    QuotationMarks { double, single }
}

const ENGLISH: QuotationMarks = marks(("“", "”"), ("‘", "’"));
const GERMAN: QuotationMarks = marks(("„", "“"), ("‚", "‘"));
const POLISH: QuotationMarks = marks(("„", "”"), ("‚", "’"));
const SWEDISH: QuotationMarks = marks(("”", "”"), ("’", "’"));
const RUSSIAN: QuotationMarks = marks(("«", "»"), ("„", "“"));
const ITALIAN: QuotationMarks = marks(("«", "»"), ("‘", "’"));
const SWISS: QuotationMarks = marks(("«", "»"), ("‹", "›"));
/// With the narrow no-break space inside.
const FRENCH: QuotationMarks = marks(("«\u{202f}", "\u{202f}»"), ("‘", "’"));

const BY_LANGUAGE: [(&str, QuotationMarks); 8] = [
    (
        "en und af cy da eo ga gd id la lv ms mt nl pt tr vi",
        ENGLISH,
    ),
    ("de bg cs et is ka lt mk sk sl sq hr", GERMAN),
    ("pl hu ro sr", POLISH),
    ("fi sv", SWEDISH),
    ("be ru uk", RUSSIAN),
    ("el es ca it nb nn no", ITALIAN),
    ("fr", FRENCH),
    ("hy az", SWISS),
];

impl QuotationMarks {
    /// Those of a language, and of a region where that has its own. `None` where straight marks stay:
    /// in Chinese, Japanese and Korean, which have marks of their own, in Hebrew, where they
    /// also mark abbreviations, in other scripts, and in languages that are not known here.
    pub(super) fn of(language: &str, region: Option<&str>) -> Option<Self> {
        if region == Some("CH") && matches!(language, "de" | "fr" | "it") {
            return Some(SWISS);
        }
        let mut known = BY_LANGUAGE.iter();
        let found = known.find(|(languages, _)| languages.split(' ').any(|one| one == language))?;
        Some(found.1)
    }
}

#[cfg(test)]
mod tests {
    use super::{BY_LANGUAGE, ENGLISH, FRENCH, QuotationMarks, SWISS};

    #[test]
    fn marks_go_by_language_and_region() {
        assert_eq!(QuotationMarks::of("en", Some("US")), Some(ENGLISH));
        assert_eq!(QuotationMarks::of("fr", Some("CA")), Some(FRENCH));
        assert_eq!(QuotationMarks::of("fr", Some("CH")), Some(SWISS));
        for untouched in ["zh", "ja", "ko", "he", "ar", "hi", "tlh"] {
            assert_eq!(QuotationMarks::of(untouched, None), None, "{untouched}");
        }
    }

    #[test]
    fn no_language_stands_twice() {
        let mut all: Vec<&str> = BY_LANGUAGE
            .iter()
            .flat_map(|row| row.0.split(' '))
            .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
