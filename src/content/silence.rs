//! Loads one silence, and proves that the silent documents are silent.

use regex::{Regex, RegexBuilder};

use super::fault::Fault;
use super::fields::{Fields, Located};
use super::passage::{passage, reference};
use super::problem::Problem;
use super::sink::Sink;
use crate::library::concordance::{Passage, Silence, SilenceKind};
use crate::library::document::Document;
use crate::library::reference::Slug;
use crate::library::{Library, counted};

/// Reads a silence; without a library only its form is checked, and nothing comes of it.
pub fn load(mut table: Fields<'_>, library: Option<&Library>, sink: &Sink) -> Option<Silence> {
    let theme = table.words("theme");
    let note = table.words("note");
    let kind = table.choice(
        "kind",
        "a kind of silence: `only-in`, `differs` or `gap`",
        &SilenceKind::NAMES,
        |name| name,
    );
    let refs = table.texts("refs");
    if refs.is_empty() {
        sink.at(table.place_of("refs"), Problem::MissingKey("refs"));
    }
    let quotes = table.texts("quotes");
    if !refs.is_empty() && refs.len() != quotes.len() {
        let fault = Fault::UnevenQuotes {
            refs: counted(refs.len(), "reference"),
            quotes: counted(quotes.len(), "quotation"),
        };
        sink.at(table.place_of("quotes"), fault.into());
    }
    let pattern = pattern(&mut table, kind, sink);
    let refs_span = table.place_of("refs");
    table.finish();
    let passages = passages(library?, &refs, &quotes, sink);
    let document = passages.first()?.reference.document.clone();
    let kind = match (kind?, pattern) {
        ("differs", _) => SilenceKind::Differs,
        (name, pattern) => {
            let other = passages.iter().find(|p| p.reference.document != document);
            if let Some(other) = other {
                let fault = Fault::SeveralDocuments {
                    kind: name,
                    first: document.to_string(),
                    second: other.reference.document.to_string(),
                };
                sink.at(refs_span, fault.into());
                return None;
            }
            match name {
                "gap" => SilenceKind::Gap,
                _ => only_in(library?, &document, pattern?, sink),
            }
        }
    };
    Some(Silence {
        theme,
        kind,
        passages,
        note,
    })
}

fn passages(
    library: &Library,
    refs: &[Located<String>],
    quotes: &[Located<String>],
    sink: &Sink,
) -> Vec<Passage> {
    let found = refs.iter().enumerate().filter_map(|(at, place)| {
        let reference = reference(library, place, sink)?;
        passage(library, &reference, quotes.get(at)?, sink)
    });
    found.collect()
}

/// The pattern of an `only-in`, compiled; another kind must not have one.
fn pattern(
    table: &mut Fields<'_>,
    kind: Option<&'static str>,
    sink: &Sink,
) -> Option<(Located<String>, Regex)> {
    let text = match kind {
        Some("only-in") => table.text("pattern")?,
        Some(kind) => {
            let text = table.optional_text("pattern")?;
            sink.at(text.span, Fault::NeedlessPattern(kind).into());
            return None;
        }
        None => table.optional_text("pattern")?,
    };
    let built = RegexBuilder::new(&text.value)
        .case_insensitive(true)
        .build();
    match built {
        Ok(regex) => Some((text, regex)),
        Err(error) => {
            // The parser draws the pattern too, which the diagnostic does anyway.
            let message = error.to_string();
            let last = message.rsplit("error: ").next().unwrap_or_default();
            let fault = Fault::BadPattern(last.trim().replace('\n', " "));
            sink.at(text.span, fault.into());
            None
        }
    }
}

fn only_in(
    library: &Library,
    document: &Slug,
    (pattern, regex): (Located<String>, Regex),
    sink: &Sink,
) -> SilenceKind {
    for other in &library.documents {
        let hit = hit(&regex, other);
        let fault = match hit {
            Some((reference, words)) if &other.id != document => Fault::NotSilent {
                document: other.id.to_string(),
                reference,
                words,
            },
            None if &other.id == document => Fault::NoHit(document.to_string()),
            _ => continue,
        };
        sink.at(pattern.span.clone(), fault.into());
    }
    SilenceKind::OnlyIn {
        pattern: pattern.value,
    }
}

/// The first hit in a document: the reference and the words.
fn hit(regex: &Regex, document: &Document) -> Option<(String, String)> {
    document.sections.iter().find_map(|section| {
        section.parts().into_iter().find_map(|(part, prose)| {
            let words = regex.find(&prose.text)?.as_str().to_owned();
            Some((section.reference_of(part).to_string(), words))
        })
    })
}
