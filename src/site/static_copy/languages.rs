//! In which language Pagefind reads each text.

use crate::library::{Document, Language, Library};

/// The languages whose words Pagefind tells apart where no spaces do.
const WITHOUT_SPACES: [&str; 3] = ["zh", "ja", "th"];

/// The language of a text whose words are taken as they are, with their endings.
const ANY: &str = "und";

/// A browser loads the endings of one language alone: the main one. So the words of texts in others are
/// taken as they are.
pub struct IndexLanguages {
    /// English, if a text is; else that of the most documents.
    main: String,
}

impl IndexLanguages {
    /// Those of a library.
    pub fn of(library: &Library) -> Self {
        let documents = library.documents().iter();
        let all: Vec<&str> = documents.map(language_of).map(Language::primary).collect();
        let count = |language: &str| all.iter().filter(|one| **one == language).count();
        let worth = |language: &str| (language == "en", count(language));
        let main = all.iter().rev().max_by_key(|language| worth(language));
        Self {
            main: main.copied().unwrap_or("en").to_owned(),
        }
    }

    /// The language in which the words of a text are read.
    pub fn read_as<'a>(&'a self, language: &'a Language) -> &'a str {
        let primary = language.primary();
        let is_known = primary == self.main || WITHOUT_SPACES.contains(&primary);
        if is_known { primary } else { ANY }
    }

    /// All, each once, the main one first.
    pub fn all<'a>(&'a self, library: &'a Library) -> Vec<&'a str> {
        let mut all = vec![self.main.as_str()];
        for document in library.documents() {
            let language = self.read_as(language_of(document));
            if !all.contains(&language) {
                all.push(language);
            }
        }
        all
    }
}

fn language_of(document: &Document) -> &Language {
    &document.metadata.language
}
