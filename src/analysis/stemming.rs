//! The endings of words, by language.

use frostem::{Algorithm, Stemmer};

use super::arabic::arabic_stem;
use super::english::english_stem;
use super::unmarked;
use super::word_lists::WordLists;

/// What takes the endings off the words of a language.
#[derive(Debug, Clone, Copy)]
pub enum Stemming {
    /// By the Snowball stemmer, the site's lists and American spelling.
    English,
    /// Without the article, and some endings.
    Arabic,
    /// By the Snowball stemmer of the language.
    Snowball(Algorithm),
    /// Words have the forms that they have: this language has no stemmer here.
    None,
}

impl Stemming {
    /// For the language with this BCP 47 tag.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default() {
            "en" => Self::English,
            "ar" => Self::Arabic,
            language => match Stemmer::try_from_name(language) {
                Ok(stemmer) => Self::Snowball(stemmer.algorithm()),
                Err(_) => Self::None,
            },
        }
    }

    /// What all forms of a folded word share, without marks. It is no word for people to read.
    #[must_use]
    pub fn stem(self, folded: &str, lists: &WordLists) -> String {
        match self {
            Self::English => unmarked(&english_stem(folded, lists)).into_owned(),
            Self::Arabic => arabic_stem(&unmarked(folded)).to_owned(),
            Self::Snowball(algorithm) => {
                unmarked(&Stemmer::new(algorithm).stem(folded)).into_owned()
            }
            Self::None => unmarked(folded).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stemming;
    use crate::analysis::WordLists;

    #[test]
    fn forms_of_a_word_meet_in_its_language() {
        for (language, forms) in [
            ("de", ["gesetz", "gesetze", "gesetzes"]),
            ("de-AT", ["wurde", "würde", "würden"]),
            ("fr", ["nationale", "national", "nationales"]),
            ("es", ["derecho", "derechos", "derecho"]),
            ("ru", ["закон", "закона", "законы"]),
            ("el", ["νομοσ", "νομου", "νομοι"]),
            ("ar", ["البيانات", "بيانات", "وَالبَيَانَات"]),
            ("en", ["law", "laws", "law"]),
        ] {
            let stems = forms.map(|form| Stemming::of(language).stem(form, &WordLists::default()));
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
        for language in ["zh", "", "tlh"] {
            let stem = Stemming::of(language).stem("laws", &WordLists::default());
            assert_eq!(stem, "laws", "{language}");
        }
    }
}
