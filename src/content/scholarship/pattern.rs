//! The pattern of a silence, and the proof that it hits one document and none that was compared with
//! it.

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

    /// Reports this document if the pattern does not hit it, and every one that was compared with it
    /// and is hit.
    pub fn check_only_in(&self, library: &Library, document: DocumentId, sink: Sink<'_>) {
        let report = |fault| sink.report_at(self.written.span.clone(), fault);
        let own = &library[document];
        if self.first_hit(library, own).is_none() {
            report(Fault::NoHit(own.slug.to_string()));
        }
        for other in library.compared.with(document) {
            let other = &library[other];
            if let Some((reference, words)) = self.first_hit(library, other) {
                report(Fault::NotSilent {
                    document: other.slug.to_string(),
                    reference: reference.to_string(),
                    words: words.to_owned(),
                });
            }
        }
    }

    /// Whether it hits these words.
    pub fn hits(&self, words: &str) -> bool {
        self.regex.is_match(words)
    }

    /// The kind of a silence with this pattern.
    pub fn kind(&self, despite: Option<String>) -> SilenceKind {
        SilenceKind::OnlyIn {
            pattern: self.written.value.clone(),
            searched: self.searched.clone(),
            despite,
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
