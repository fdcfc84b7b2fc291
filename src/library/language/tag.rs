//! A language by its tag.

use std::fmt;

use icu_locale::subtags::{Script, script};
use icu_locale::{Direction, Locale, LocaleDirectionality, LocaleExpander};

use super::letters;
use super::quotation::QuotationMarks;

/// A language by its BCP 47 tag, which is parsed once, where the content is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    tag: String,
    script: Script,
    is_right_to_left: bool,
    quotation_marks: Option<QuotationMarks>,
}

impl Language {
    /// A language by its tag: `en`, `zh-Hant`, `de-CH`. Letter case is put right. `None` for what is
    /// no tag, and for names such as `german`, which only have its form.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let locale: Locale = tag.parse().ok()?;
        let mut id = locale.id.clone();
        if id.language.as_str().len() > 3 {
            return None;
        }
        let expander = LocaleExpander::new_extended();
        let direction = LocaleDirectionality::new_extended().get(&id);
        let quotation_marks = QuotationMarks::of(
            id.language.as_str(),
            id.region.as_ref().map(icu_locale::subtags::Region::as_str),
        );
        expander.maximize(&mut id);
        Some(Self {
            tag: locale.to_string(),
            script: id.script.unwrap_or(script!("Latn")),
            is_right_to_left: direction == Some(Direction::RightToLeft),
            quotation_marks,
        })
    }

    /// The language that pages and the editors are written in.
    #[must_use]
    pub fn english() -> Self {
        Self {
            tag: "en".to_owned(),
            script: script!("Latn"),
            is_right_to_left: false,
            quotation_marks: QuotationMarks::of("en", None),
        }
    }

    /// The tag as BCP 47 writes it.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether it is English of any region.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.primary() == "en"
    }

    /// Whether its lines run from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.is_right_to_left
    }

    /// Whether it is written in Latin letters.
    #[must_use]
    pub fn is_latin(&self) -> bool {
        self.script == script!("Latn")
    }

    /// Whether a letter is of its script. Of a script that is not known here every letter may be, but those
    /// of the others.
    #[must_use]
    pub fn writes(&self, letter: char) -> bool {
        letters::has(self.script, letter)
    }

    /// The marks that straight quotation marks become; `None` where they stay as they are.
    #[must_use]
    pub fn quotation_marks(&self) -> Option<&QuotationMarks> {
        self.quotation_marks.as_ref()
    }

    /// What its texts are counted in where words are compared: signs that are no words alone count each for
    /// itself.
    #[must_use]
    pub fn counted_in(&self) -> &'static str {
        let parts_no_words = ["zh", "yue", "ja", "th", "lo", "km", "my"];
        if parts_no_words.contains(&self.primary()) {
            "characters"
        } else {
            "words"
        }
    }

    /// The first part of the tag: `zh` of `zh-Hant`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_tag_says_how_lines_run_and_in_which_script() {
        for (tag, is_right_to_left, is_latin) in [
            ("en", false, true),
            ("de-CH", false, true),
            ("zh", false, false),
            ("zh-Latn-pinyin", false, true),
            ("ar", true, false),
            ("fa-IR", true, false),
            ("ur", true, false),
            ("he", true, false),
            ("yi", true, false),
            ("uz-Arab", true, false),
            ("uz", false, true),
            ("sr", false, false),
            ("und", false, true),
        ] {
            let language = Language::parse(tag).unwrap();
            assert_eq!(language.tag(), tag);
            assert_eq!(language.is_right_to_left(), is_right_to_left, "{tag}");
            assert_eq!(language.is_latin(), is_latin, "{tag}");
        }
        assert_eq!(Language::parse("ZH-hant").unwrap().tag(), "zh-Hant");
        assert_eq!(Language::parse("en"), Some(Language::english()));
        assert!(Language::parse("en-GB").unwrap().is_english());
    }

    #[test]
    fn what_is_no_tag_is_no_language() {
        for tag in [
            "", "e", "German", "english", "zh_CN", "de-", "中文", "en us",
        ] {
            assert_eq!(Language::parse(tag), None, "{tag}");
        }
    }
}
