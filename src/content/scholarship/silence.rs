//! Reads one silence, and proves that the silent documents are silent.

use std::ops::Range;

use super::contradictions::Claim;
use super::passage::{passage, place};
use super::pattern::Pattern;
use crate::content::diagnostics::{Fault, Sink};
use crate::content::toml::{Fields, Located};
use crate::library::{
    DocumentId, Library, Passage, Silence, SilenceCode, SilenceId, SilenceKind, pluralize,
};

/// Reads a silence, and what it claims of other documents; without a library only its form is
/// checked, and nothing comes of it.
pub fn read_silence(
    mut table: Fields<'_>,
    id: SilenceId,
    code: Option<SilenceCode>,
    library: Option<&Library>,
    sink: Sink<'_>,
) -> Option<(Silence, Option<Claim>)> {
    let theme = table.words("theme");
    let note = table.words("note");
    let kind = table.choice(
        "kind",
        "a kind of silence: `only-in`, `differs` or `gap`",
        &SilenceKind::NAMES,
        |name| name,
    );
    let refs = table.texts("refs");
    table.require_some("refs", refs.is_empty());
    let quotes = table.texts("quotes");
    if !refs.is_empty() && refs.len() != quotes.len() {
        let fault = Fault::UnevenQuotes {
            refs: pluralize(refs.len(), "reference"),
            quotes: pluralize(quotes.len(), "quotation"),
        };
        sink.report_at(table.place_of("quotes"), fault);
    }
    let pattern = Pattern::read(&mut table, kind, sink);
    let despite = despite(&mut table, kind, sink);
    let refs_span = table.place_of("refs");
    table.finish();
    let library = library?;
    let passages = passages(library, &refs, &quotes, sink);
    let mut claim = None;
    let kind = match kind? {
        "differs" => SilenceKind::Differs,
        name => {
            let document = only_document(library, name, &passages, &refs_span, sink)?;
            if name == "gap" {
                SilenceKind::Gap
            } else {
                let pattern = pattern?;
                if library.compared.with(document).next().is_none() {
                    let fault = Fault::ComparedWithNone(library[document].slug.to_string());
                    sink.report_at(refs_span.clone(), fault);
                }
                pattern.check_only_in(library, document, sink);
                let despite_span = despite.as_ref().map(|one| one.span.clone());
                let kind = pattern.kind(despite.map(|one| one.value));
                claim = Some(Claim {
                    document,
                    passages: passages.clone(),
                    pattern,
                    refs_span,
                    despite_span,
                });
                kind
            }
        }
    };
    let silence = Silence {
        id,
        code: code?,
        theme,
        kind,
        passages,
        note,
    };
    (!silence.passages.is_empty()).then_some((silence, claim))
}

/// Why an `only-in` holds despite a link; another kind must not say so.
fn despite(
    table: &mut Fields<'_>,
    kind: Option<&'static str>,
    sink: Sink<'_>,
) -> Option<Located<String>> {
    let despite = table.optional_text("despite")?;
    match kind {
        Some(kind @ ("differs" | "gap")) => {
            sink.report_at(despite.span, Fault::NeedlessDespite(kind));
            None
        }
        _ => Some(despite),
    }
}

/// The one document that the passages of a silence of this kind are of.
fn only_document(
    library: &Library,
    kind: &'static str,
    passages: &[Passage],
    refs_span: &Range<usize>,
    sink: Sink<'_>,
) -> Option<DocumentId> {
    let document = |passage: &Passage| library[library.section_of(passage.place)].document;
    let mut documents = passages.iter().map(document);
    let first = documents.next()?;
    if let Some(second) = documents.find(|other| *other != first) {
        let fault = Fault::SeveralDocuments {
            kind,
            first: library[first].slug.to_string(),
            second: library[second].slug.to_string(),
        };
        sink.report_at(refs_span.clone(), fault);
        return None;
    }
    Some(first)
}

fn passages(
    library: &Library,
    refs: &[Located<String>],
    quotes: &[Located<String>],
    sink: Sink<'_>,
) -> Vec<Passage> {
    let found = refs.iter().enumerate().filter_map(|(at, reference)| {
        let place = place(library, reference, sink)?;
        passage(library, place, quotes.get(at)?, sink)
    });
    found.collect()
}
