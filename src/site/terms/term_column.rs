//! Where a term stands in one text: a strip, then every sentence.

use std::ops::Range;

use super::in_context::{ContextLine, pieces, sentence_of};
use super::strip::{SectionCount, Strip, times};
use crate::library::{Document, DocumentId, Part, Term, TermMatcher, TextSpan};
use crate::site::context::RenderContext;
use crate::site::html::Html;
use crate::site::language::typographic;
use crate::site::routes::{Route, TextFormat};
use crate::study::occurrences::{DocumentCount, KeywordOccurrence, TermOccurrences};

/// The occurrences of a term in one text.
pub struct TermColumn<'a> {
    pub document: &'a Document,
    /// `3 times`.
    pub count: String,
    /// With two decimals.
    pub per_thousand: String,
    /// Of what: `words`, or `characters`.
    pub unit: &'static str,
    /// `None` where only keywords have the term.
    pub strip: Option<Html<Strip<'a>>>,
    /// The keywords that have the term, then the sentences.
    pub lines: Vec<ContextLine<'a>>,
}

/// A column for each text that uses the term.
pub fn columns<'a>(
    ctx: RenderContext<'a>,
    term: &'a Term,
    found: &'a TermOccurrences,
) -> Vec<TermColumn<'a>> {
    // The terms were loaded by means of the same matcher, so this does not fail.
    let matcher = TermMatcher::new(std::slice::from_ref(term)).ok();
    let counts = found.counts.iter();
    counts
        .map(|count| column(ctx, term, found, matcher.as_ref(), count))
        .collect()
}

fn column<'a>(
    ctx: RenderContext<'a>,
    term: &Term,
    found: &'a TermOccurrences,
    matcher: Option<&TermMatcher>,
    count: &DocumentCount,
) -> TermColumn<'a> {
    let library = ctx.library;
    let document = &library[count.document];
    let in_text = of_document(&found.in_text, document.id, |span| {
        library[library.section_of_part(span.part)].document
    });
    let in_keywords = of_document(&found.in_keywords, document.id, |one| one.document);
    let mut lines = keywords(ctx, in_keywords, matcher);
    lines.extend(sentences(ctx, in_text));
    TermColumn {
        document,
        count: times(count.count),
        per_thousand: format!("{:.2}", count.per_thousand),
        unit: document.metadata.language.counted_in(),
        strip: strip(ctx, document, term, in_text),
        lines,
    }
}

/// The run that belongs to a document, of what is in the order of the library.
fn of_document<T>(all: &[T], document: DocumentId, owner: impl Fn(&T) -> DocumentId) -> &[T] {
    let start = all.partition_point(|one| owner(one) < document);
    let end = all.partition_point(|one| owner(one) <= document);
    &all[start..end]
}

fn strip<'a>(
    ctx: RenderContext<'a>,
    document: &'a Document,
    term: &Term,
    in_text: &[TextSpan],
) -> Option<Html<Strip<'a>>> {
    let section = |span: &TextSpan| ctx.library.section_of_part(span.part);
    let counts: Vec<SectionCount> = in_text
        .chunk_by(|a, b| section(a) == section(b))
        .map(|chunk| SectionCount {
            first: chunk[0].part,
            count: chunk.len(),
        })
        .collect();
    let name = format!(
        "Where “{}” occurs in {}, by section",
        typographic(&term.label),
        document.metadata.in_text
    );
    (!counts.is_empty()).then(|| Html(Strip::new(ctx, name, document, &counts)))
}

/// The keywords of one document that hold the term, each once.
fn keywords<'a>(
    ctx: RenderContext<'a>,
    found: &'a [KeywordOccurrence],
    matcher: Option<&TermMatcher>,
) -> Vec<ContextLine<'a>> {
    let keywords = found.chunk_by(|a, b| a == b).map(|chunk| &chunk[0]);
    keywords
        .map(|KeywordOccurrence { document, keyword }| {
            let mentions = matcher.iter().flat_map(|matcher| matcher.find(keyword));
            let marks: Vec<_> = mentions.map(|one| (one.range, "mark")).collect();
            let page = ctx.href(Route::Document(*document, TextFormat::Html));
            ContextLine {
                href: page.at("site-facts"),
                name: "keyword".into(),
                pieces: pieces(
                    keyword,
                    &(0..keyword.len()),
                    &marks,
                    Some(&ctx.library[*document].metadata.language),
                ),
            }
        })
        .collect()
}

/// Every sentence that holds an occurrence, once, with all of them marked.
fn sentences<'a>(ctx: RenderContext<'a>, in_text: &[TextSpan]) -> Vec<ContextLine<'a>> {
    struct Line {
        part: Part,
        sentence: Range<usize>,
        marks: Vec<(Range<usize>, &'static str)>,
    }
    let mut lines: Vec<Line> = Vec::new();
    for span in in_text {
        let mark = (span.range.clone(), "mark");
        let sentence = sentence_of(ctx.library, span);
        match lines.last_mut() {
            Some(last) if last.part == span.part && sentence.start < last.sentence.end => {
                last.sentence.end = last.sentence.end.max(sentence.end);
                last.marks.push(mark);
            }
            _ => lines.push(Line {
                part: span.part,
                sentence,
                marks: vec![mark],
            }),
        }
    }
    let lines = lines.into_iter();
    lines
        .map(|line| ContextLine::new(ctx, line.part, &line.sentence, &line.marks))
        .collect()
}
