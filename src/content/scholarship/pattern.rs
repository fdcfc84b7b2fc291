//! The pattern of a silence, and the proof that it hits one document and no other.

use regex::{Regex, RegexBuilder};

use super::searched::searched_words;
use crate::content::diagnostics::{Fault, Sink};
use crate::content::toml::{Fields, Located};
use crate::library::{Document, DocumentId, Library, Reference, Section, SilenceKind};

/// A pattern as it stands in the file, and ready for use.
pub struct Pattern {
    written: Located<String>,
    /// The words that it searches for.
    searched: String,
    regex: Regex,
}

impl Pattern {
    /// Reads the pattern of an `only-in`; another kind must not have one.
    pub fn read(
        table: &mut Fields<'_>,
        kind: Option<&'static str>,
        sink: Sink<'_>,
    ) -> Option<Self> {
        let searched = table.optional_words("searched");
        let written = match kind {
            Some("only-in") => table.text("pattern")?,
            Some(kind) => {
                let needless = table.optional_text("pattern")?;
                sink.report_at(needless.span, Fault::NeedlessPattern(kind));
                return None;
            }
            None => table.optional_text("pattern")?,
        };
        let built = RegexBuilder::new(&written.value)
            .case_insensitive(true)
            .build();
        match built {
            Ok(regex) => {
                let words = || Some(searched_words(&written.value)?.join(", "));
                let searched = searched.or_else(words).unwrap_or_else(|| {
                    sink.report_at(written.span.clone(), Fault::WordlessPattern);
                    String::new()
                });
                Some(Self {
                    written,
                    searched,
                    regex,
                })
            }
            Err(error) => {
                // The parser draws the pattern too, which the diagnostic does anyway.
                let message = error.to_string();
                let last = message.rsplit("error: ").next().unwrap_or_default();
                let fault = Fault::BadPattern(last.trim().replace('\n', " "));
                sink.report_at(written.span, fault);
                None
            }
        }
    }

    /// Reports every document but this one that the pattern hits, and this one if it does not.
    pub fn check_only_in(&self, library: &Library, document: DocumentId, sink: Sink<'_>) {
        for other in library.documents() {
            let fault = match self.first_hit(library, other) {
                Some((reference, words)) if other.id != document => Fault::NotSilent {
                    document: other.slug.to_string(),
                    reference: reference.to_string(),
                    words: words.to_owned(),
                },
                None if other.id == document => Fault::NoHit(other.slug.to_string()),
                _ => continue,
            };
            sink.report_at(self.written.span.clone(), fault);
        }
    }

    /// The kind of a silence with this pattern.
    pub fn into_kind(self) -> SilenceKind {
        SilenceKind::OnlyIn {
            pattern: self.written.value,
            searched: self.searched,
        }
    }

    fn first_hit<'a>(
        &self,
        library: &'a Library,
        document: &Document,
    ) -> Option<(&'a Reference, &'a str)> {
        let sections = library[document.sections].iter();
        sections.flat_map(Section::parts).find_map(|part| {
            let words = self.regex.find(&library.prose(part).text)?.as_str();
            Some((library.reference(library.place_of(part)), words))
        })
    }
}
