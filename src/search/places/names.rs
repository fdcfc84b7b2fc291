//! What readers call documents, kinds and sections.

use std::collections::HashMap;

use super::figures::in_figures;
use crate::analysis::{WordLists, folded};
use crate::library::{Document, DocumentId, Kind, KindId, Library, Section, SectionId};

/// Tables from names to what they name, so that reading a query costs the same however many
/// documents there are. All names are in lower case.
#[derive(Debug, Clone, Default)]
pub struct Names {
    documents: HashMap<String, Vec<DocumentId>>,
    kinds: HashMap<String, KindId>,
    /// By the whole number: `ii.2`.
    by_number: HashMap<String, Vec<SectionId>>,
    /// By the whole number in Arabic figures: `2.2`.
    by_figures: HashMap<String, Vec<SectionId>>,
    /// By the last part of the number, as printed.
    by_last_part: HashMap<String, Vec<SectionId>>,
    /// By the last part of the number in Arabic figures.
    by_last_figure: HashMap<String, Vec<SectionId>>,
    /// By the number as it is printed, in any language: `第二十一条`.
    by_print: HashMap<String, Vec<SectionId>>,
    /// What words around numbers say.
    lists: WordLists,
}

impl Names {
    /// Those of a library.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut names = Self {
            lists: library.words.clone(),
            ..Self::default()
        };
        for document in library.documents() {
            names.add_document(document);
        }
        for kind in library.kinds() {
            names.add_kind(kind);
        }
        for section in library.sections() {
            names.add_section(section);
        }
        names
    }

    /// A document is called by its slug, its short title or an author's family name.
    fn add_document(&mut self, document: &Document) {
        let metadata = &document.metadata;
        let families = metadata.authors.iter().map(|author| author.family.as_str());
        let own = [document.slug.as_str(), &metadata.short_title];
        for name in own.into_iter().chain(families) {
            let called = self.documents.entry(name.to_lowercase()).or_default();
            if called.last() != Some(&document.id) {
                called.push(document.id);
            }
        }
    }

    /// A kind is called by its class or by its name, for one or for several; of two that are called
    /// the same, the first is meant.
    fn add_kind(&mut self, kind: &Kind) {
        for name in [kind.class.as_str(), &kind.singular, &kind.plural] {
            self.kinds.entry(name.to_lowercase()).or_insert(kind.id);
        }
    }

    fn add_section(&mut self, section: &Section) {
        let number = section.reference.section.as_str();
        let last = section.reference.section.last_part();
        for (table, name) in [
            (&mut self.by_number, number.to_lowercase()),
            (&mut self.by_figures, in_figures(number)),
            (&mut self.by_last_part, last.to_lowercase()),
            (&mut self.by_last_figure, in_figures(last)),
        ] {
            table.entry(name).or_default().push(section.id);
        }
        let printed = section.number.as_deref();
        if let Some(printed) = printed.or_else(|| self.printed_name(&section.title)) {
            let name = as_printed(printed);
            self.by_print.entry(name).or_default().push(section.id);
        }
    }

    /// What a title begins with that is the name of a place in its language: `第二十一条`, `الباب الأول`.
    fn printed_name<'t>(&self, title: &'t str) -> Option<&'t str> {
        if title.starts_with('第') {
            return title.split_whitespace().next();
        }
        let name = title.split([':', '.', '–', '—', '،']).next()?.trim();
        let (first, _) = name.split_once(char::is_whitespace)?;
        self.lists
            .kind_words
            .contains_key(&*folded(first))
            .then_some(name)
    }

    /// The documents that a word names, in the order of the library.
    #[must_use]
    pub fn documents(&self, word: &str) -> &[DocumentId] {
        of(&self.documents, &word.to_lowercase())
    }

    /// The kind that a word names, for one or for several.
    #[must_use]
    pub fn kind(&self, word: &str) -> Option<KindId> {
        let named = self.kinds.get(&word.to_lowercase());
        let called = || self.kinds.get(self.lists.kind_words.get(&*folded(word))?);
        named.or_else(called).copied()
    }

    /// The editors' lists of words.
    #[must_use]
    pub fn lists(&self) -> &WordLists {
        &self.lists
    }

    /// The sections that have this number, in reading order.
    pub fn by_number(&self, number: &str) -> &[SectionId] {
        of(&self.by_number, number)
    }

    /// The sections that have this number in Arabic figures, in reading order.
    pub fn by_figures(&self, figures: &str) -> &[SectionId] {
        of(&self.by_figures, figures)
    }

    /// The sections whose number ends so, in reading order.
    pub fn by_last_part(&self, part: &str) -> &[SectionId] {
        of(&self.by_last_part, part)
    }

    /// The sections whose number is printed so, in reading order.
    pub fn by_print(&self, number: &str) -> &[SectionId] {
        of(&self.by_print, &as_printed(number))
    }

    /// The sections whose number ends so in Arabic figures, in reading order.
    pub fn by_last_figure(&self, figure: &str) -> &[SectionId] {
        of(&self.by_last_figure, figure)
    }
}

/// A printed number as readers may type it: in any letter case and spacing, without the stop at its end.
fn as_printed(number: &str) -> String {
    let signs = number.chars().filter(|sign| !sign.is_whitespace());
    let signs: String = signs.collect();
    folded(signs.trim_end_matches(['.', ':', '：'])).into_owned()
}

fn of<'a, T>(table: &'a HashMap<String, Vec<T>>, name: &str) -> &'a [T] {
    table.get(name).map_or(&[], Vec::as_slice)
}
