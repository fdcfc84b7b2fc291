//! The order of words in a language.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale::Locale;

use super::tag::Language;

/// How an index is ordered: by the Unicode Collation Algorithm, with what a language changes of it.
pub struct Collation {
    /// `None` only if the program's data are damaged; words are then in the order of their characters.
    words: Option<CollatorBorrowed<'static>>,
    letters: Option<CollatorBorrowed<'static>>,
}

impl Collation {
    /// The order of an index of words from texts in these languages: that of their language where they
    /// have one, else that of English, in which the pages are written.
    pub fn of<'a>(languages: impl IntoIterator<Item = &'a Language>) -> Self {
        let mut languages = languages.into_iter();
        let first = languages.next();
        let common = first.filter(|first| languages.all(|one| one == *first));
        let locale = common.and_then(|one| one.tag().parse::<Locale>().ok());
        let preferences = locale.map_or_else(CollatorPreferences::default, |one| (&one).into());
        let of = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            Collator::try_new(preferences, options).ok()
        };
        Self {
            words: of(Strength::Tertiary),
            letters: of(Strength::Primary),
        }
    }

    /// Which of two words stands first.
    #[must_use]
    pub fn compare(&self, first: &str, second: &str) -> Ordering {
        match &self.words {
            Some(words) => words.compare(first, second),
            None => first.cmp(second),
        }
    }

    /// Whether two letters stand under one letter of the index, as `é` and `E` do in French.
    #[must_use]
    pub fn is_one_letter(&self, first: char, second: char) -> bool {
        let [first, second] = [first, second].map(String::from);
        match &self.letters {
            Some(letters) => letters.compare(&first, &second).is_eq(),
            None => first == second,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Collation;
    use crate::library::Language;

    fn sorted(tags: &[&str], words: &str) -> String {
        let languages: Vec<Language> = tags.iter().filter_map(|tag| Language::parse(tag)).collect();
        let collation = Collation::of(&languages);
        let mut words: Vec<&str> = words.split(' ').collect();
        words.sort_by(|a, b| collation.compare(a, b));
        words.join(" ")
    }

    #[test]
    fn order_is_that_of_the_language() {
        assert_eq!(
            sorted(&["fr"], "zèle école Europe état eau"),
            "eau école état Europe zèle"
        );
        assert_eq!(sorted(&["en"], "zebra ärger azure"), "ärger azure zebra");
        assert_eq!(sorted(&["sv"], "öl zebra ärlig ål"), "zebra ål ärlig öl");
        assert_eq!(
            sorted(&["zh"], "中国 安全 网络 北京"),
            "安全 北京 网络 中国"
        );
        assert_eq!(sorted(&["sv", "en"], "öl zebra"), "öl zebra");
        assert_eq!(sorted(&[], "b A a B"), "a A b B");
    }

    #[test]
    fn accents_make_no_letter_but_where_the_language_has_one() {
        let swedish = Language::parse("sv");
        assert!(Collation::of(&[]).is_one_letter('é', 'E'));
        assert!(Collation::of(&swedish).is_one_letter('é', 'E'));
        assert!(!Collation::of(&swedish).is_one_letter('å', 'A'));
    }
}
