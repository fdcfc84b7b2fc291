//! What is written in a language.

use std::borrow::Cow;

use crate::library::Language;

/// What is written in a language; `None` is the editors' English.
pub trait InLanguage {
    /// Its language.
    fn language(&self) -> Option<&Language>;
}

impl InLanguage for Language {
    fn language(&self) -> Option<&Language> {
        Some(self)
    }
}

impl InLanguage for Cow<'_, Language> {
    fn language(&self) -> Option<&Language> {
        Some(self)
    }
}

impl<T: InLanguage> InLanguage for Option<T> {
    fn language(&self) -> Option<&Language> {
        self.as_ref().and_then(InLanguage::language)
    }
}

impl<T: InLanguage + ?Sized> InLanguage for &T {
    fn language(&self) -> Option<&Language> {
        (**self).language()
    }
}
