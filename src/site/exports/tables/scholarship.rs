//! The tables of what the editors say of the texts: links, silences, terms, actors.

use super::writer::{joined, table};
use crate::library::{Place, SilenceKind, TextSpan};
use crate::site::context::RenderContext;
use crate::site::routes::{Format, Route};
use crate::site::terms::sentence_of;

/// A row for each link.
pub fn links(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let rows = ctx.library.links().iter().map(|link| {
        [
            link.code.to_string(),
            reference(ctx, link.from.place),
            reference(ctx, link.to.place),
            link.relation.name().to_owned(),
            link.strength.number().to_string(),
            link.strength.name().to_owned(),
            link.formula
                .map_or_else(String::new, |id| ctx.library[id].slug.to_string()),
            link.from.text.clone(),
            link.to.text.clone(),
            link.reason.clone(),
            address(ctx, Route::Link(link.id)),
        ]
    });
    let heads = [
        "id",
        "from",
        "to",
        "relation",
        "strength",
        "closeness",
        "formula",
        "from_quote",
        "to_quote",
        "reason",
        "url",
    ];
    table(heads, rows)
}

/// A row for each passage of a silence, of which some have several: `id` tells them.
pub fn silences(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let library = ctx.library;
    let rows = library.silences().iter().flat_map(|silence| {
        let pattern = match &silence.kind {
            SilenceKind::OnlyIn { pattern, .. } => pattern.as_str(),
            SilenceKind::Differs | SilenceKind::Gap => "",
        };
        let absent_from = library.absent_from(silence);
        let absent_from: Vec<String> = absent_from.map(|id| library[id].slug.to_string()).collect();
        let absent_from = joined(&absent_from);
        silence.passages.iter().map(move |passage| {
            [
                silence.code.to_string(),
                silence.kind.name().to_owned(),
                silence.theme.clone(),
                reference(ctx, passage.place),
                passage.text.clone(),
                pattern.to_owned(),
                absent_from.clone(),
                silence.kind.despite().unwrap_or_default().to_owned(),
                silence.note.clone(),
            ]
        })
    });
    let heads = [
        "id",
        "kind",
        "theme",
        "ref",
        "quote",
        "pattern",
        "absent_from",
        "despite",
        "note",
    ];
    table(heads, rows)
}

/// A row for each term; `occurrences` are those in the texts, which have a table of their own.
pub fn terms(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let rows = ctx.library.terms().iter().map(|term| {
        let expansion = term.expansion.as_ref();
        let found = ctx.study.occurrences.term(term.id);
        let see_also = term.see_also.iter();
        let see_also: Vec<String> = see_also
            .map(|&other| ctx.library[other].slug.to_string())
            .collect();
        [
            term.slug.to_string(),
            term.label.clone(),
            term.kind.name().to_owned(),
            expansion.map(|one| one.text.clone()).unwrap_or_default(),
            term.zh.clone().unwrap_or_default(),
            term.definition.clone(),
            joined(&term.forms),
            joined(&term.aliases),
            joined(&see_also),
            found.in_text.len().to_string(),
            address(ctx, Route::Term(term.id, Format::Html)),
        ]
    });
    let heads = [
        "slug",
        "label",
        "kind",
        "expansion",
        "zh",
        "definition",
        "forms",
        "aliases",
        "see_also",
        "occurrences",
        "url",
    ];
    table(heads, rows)
}

/// A row for each place in the texts where a term stands. `form` is the wording there, `start` and
/// `end` are characters of the sentence.
pub fn occurrences(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let library = ctx.library;
    let rows = library.terms().iter().flat_map(|term| {
        let found = ctx.study.occurrences.term(term.id).in_text.iter();
        found.map(move |span| {
            let text = &library.prose(span.part).text;
            let sentence = sentence_of(library, span);
            let characters = |to: usize| text[sentence.start..to].chars().count().to_string();
            [
                term.slug.to_string(),
                reference(ctx, library.place_of(span.part)),
                text[span.range.clone()].to_owned(),
                text[sentence.clone()].to_owned(),
                characters(span.range.start),
                characters(span.range.end),
            ]
        })
    });
    table(["term", "ref", "form", "sentence", "start", "end"], rows)
}

/// A row for each clause in which an actor acts.
pub fn actors(ctx: RenderContext<'_>) -> Result<Vec<u8>, csv::Error> {
    let library = ctx.library;
    let rows = library.actors.actors.values().iter().flat_map(|actor| {
        let acts = ctx.study.acts_of(library, actor.id).iter();
        acts.map(move |act| {
            let TextSpan { part, range } = &act.span;
            let text = &library.prose(*part).text;
            [
                actor.slug.to_string(),
                actor.label.clone(),
                act.kind.name().to_owned(),
                reference(ctx, library.place_of(*part)),
                text[range.clone()].to_owned(),
                text[sentence_of(library, &act.span)].to_owned(),
            ]
        })
    });
    table(["actor", "label", "kind", "ref", "words", "sentence"], rows)
}

fn reference(ctx: RenderContext<'_>, place: Place) -> String {
    ctx.library.reference(place).to_string()
}

fn address(ctx: RenderContext<'_>, route: Route) -> String {
    ctx.whole_address(&ctx.href(route).to_string()).into_owned()
}
