//! The silences: what only one text says, what both say differently, and what one leaves open.

use std::collections::BTreeMap;

use askama::Template;

use super::links::{QuotedPassage, capitalized};
use crate::library::{Document, DocumentId, Library, Silence, SilenceKind, pluralize};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Href;
use crate::site::language::typographic;
use crate::site::routes::{Format, Route};
use crate::site::shell::{Head, Shell};

/// How many of the compared texts are named.
const MOST_NAMED: usize = 3;

const TITLE: &str = "What only one text says";

/// The page.
#[derive(Template)]
#[template(path = "concordance/silences.html")]
pub struct SilencesPage<'a> {
    shell: Shell<'a>,
    title: &'static str,
    concordance: Href<'a>,
    lead: String,
    wording_note: Option<&'a str>,
    groups: Vec<SilenceGroup<'a>>,
}

/// The silences of one sort.
pub struct SilenceGroup<'a> {
    id: String,
    pub heading: String,
    /// What the sort is, in a sentence or two.
    pub says: String,
    colour: Option<&'static str>,
    pub silences: Vec<SilencePart<'a>>,
}

/// A silence.
pub struct SilencePart<'a> {
    pub silence: &'a Silence,
    /// `silence-s3`.
    id: String,
    pub theme: String,
    passages: Vec<QuotedPassage<'a>>,
    /// The words that were searched for in the other texts.
    pub searched: Option<&'a str>,
    pub note: &'a str,
    /// Why it holds although a match stands in the same paragraph.
    pub despite: Option<&'a str>,
}

impl<'a> SilencesPage<'a> {
    /// The silences of the library.
    pub fn new(ctx: RenderContext<'a>) -> Self {
        let lead = format!(
            "{}: those that only one text has, those on which the texts differ, and those that a \
             text announces and does not take up again.",
            pluralize(ctx.library.silences().len(), "theme")
        );
        let head = Head::new(Route::Silences, TITLE, lead.clone());
        Self {
            shell: Shell::new(ctx, head),
            title: TITLE,
            concordance: ctx.href(Route::Concordance(Format::Html)),
            lead,
            wording_note: ctx.library.settings.wording_note.as_deref(),
            groups: silence_groups(ctx),
        }
    }
}

/// All silences by their sort; sorts without any are left out.
pub fn silence_groups(ctx: RenderContext<'_>) -> Vec<SilenceGroup<'_>> {
    let mut only: BTreeMap<DocumentId, Vec<SilencePart<'_>>> = BTreeMap::new();
    let mut differs = Vec::new();
    let mut gaps = Vec::new();
    for silence in ctx.library.silences() {
        let part = SilencePart::new(ctx, silence);
        match &silence.kind {
            // A silence has a passage, and all of one that only one text has are in that text.
            SilenceKind::OnlyIn { .. } => {
                if let Some(passage) = silence.passages.first() {
                    let section = ctx.library.section_of(passage.place);
                    let document = ctx.library[section].document;
                    only.entry(document).or_default().push(part);
                }
            }
            SilenceKind::Differs => differs.push(part),
            SilenceKind::Gap => gaps.push(part),
        }
    }
    let only = only
        .into_iter()
        .map(|(document, silences)| only_in(ctx.library, &ctx.library[document], silences));
    let differs = SilenceGroup {
        id: "site-differs".to_owned(),
        heading: "In both, differently".to_owned(),
        says:
            "Themes on which the texts say different things, or the same thing in different words."
                .to_owned(),
        colour: None,
        silences: differs,
    };
    let gaps = SilenceGroup {
        id: "site-gaps".to_owned(),
        heading: "Gaps inside one text".to_owned(),
        says: "What a text announces and does not take up again.".to_owned(),
        colour: None,
        silences: gaps,
    };
    only.chain([differs, gaps])
        .filter(|group| !group.silences.is_empty())
        .collect()
}

fn only_in<'a>(
    library: &Library,
    document: &Document,
    silences: Vec<SilencePart<'a>>,
) -> SilenceGroup<'a> {
    let in_text = &document.metadata.in_text;
    let others = library.compared.with(document.id);
    let others: Vec<&str> = others
        .take(MOST_NAMED + 1)
        .map(|other| library[other].metadata.in_text.as_str())
        .collect();
    let others = match others.as_slice() {
        named if named.len() > MOST_NAMED => "the texts compared with it".to_owned(),
        named => named.join(" or "),
    };
    SilenceGroup {
        id: format!("site-only-{}", document.slug),
        heading: format!("Only in {in_text}"),
        says: format!(
            "Themes that {in_text} has and we found nowhere in {others}. The words searched for, in \
             any letter case, do not occur there. Where the same paragraphs have close or clear \
             matches, the note ends with what these are about."
        ),
        colour: Some(document.metadata.colour.name()),
        silences,
    }
}

impl<'a> SilencePart<'a> {
    fn new(ctx: RenderContext<'a>, silence: &'a Silence) -> Self {
        let passages = silence.passages.iter();
        Self {
            silence,
            id: format!("silence-{}", silence.code),
            theme: capitalized(&typographic(&silence.theme)),
            passages: passages
                .map(|passage| QuotedPassage::new(ctx, passage))
                .collect(),
            searched: match &silence.kind {
                SilenceKind::OnlyIn { searched, .. } => Some(searched),
                SilenceKind::Differs | SilenceKind::Gap => None,
            },
            note: &silence.note,
            despite: silence.kind.despite(),
        }
    }
}
