//! The silences: what only one text says, what both say differently, and what one leaves open.

use askama::Template;

use super::card::Quoted;
use super::edition::Edition;
use super::quotes::typographic;
use super::shell::{Head, Shell};
use crate::library::address;
use crate::library::concordance::{Silence, SilenceKind};
use crate::library::document::Document;
use crate::library::{Library, counted};

/// The page.
#[derive(Template)]
#[template(path = "silences.html")]
pub struct SilencesPage {
    shell: Shell,
    lead: String,
    parts: Vec<Part>,
}

/// The silences of one sort.
struct Part {
    id: String,
    heading: String,
    says: String,
    colour: Option<&'static str>,
    silences: Vec<Finding>,
}

struct Finding {
    id: String,
    theme: String,
    passages: Vec<Quoted>,
    pattern: Option<String>,
    note: String,
}

impl SilencesPage {
    /// The silences of this library.
    pub fn new(edition: Edition<'_>) -> Self {
        let library = edition.library;
        let total = library.concordance.silences.len();
        let lead = format!(
            "{}: what only one text says, what both say differently, and what a text leaves open.",
            counted(total, "finding")
        );
        let head = Head {
            path: Some(address::SILENCES),
            title: Some("Silences".to_owned()),
            description: lead.clone(),
            document: None,
            data: false,
        };
        Self {
            shell: Shell::new(edition, head),
            lead,
            parts: parts(library),
        }
    }
}

fn parts(library: &Library) -> Vec<Part> {
    let only = library.documents.iter().map(|document| {
        let name = document.metadata.short_title.to_lowercase();
        let within = |silence: &Silence| {
            matches!(silence.kind, SilenceKind::OnlyIn { .. }) && is_in(silence, document)
        };
        Part {
            id: format!("site-only-{}", document.id),
            heading: format!("Only in the {name}"),
            says: format!(
                "Themes that the {name} has and no other text of this site. The pattern is what \
                 was looked for in all of them, without regard to case; the site does not start \
                 if it finds it elsewhere."
            ),
            colour: Some(document.metadata.colour.name()),
            silences: findings(library, within),
        }
    });
    let differs = Part {
        id: "site-differs".to_owned(),
        heading: "In both, differently".to_owned(),
        says: "Themes on which the texts say different things, or the same in other terms."
            .to_owned(),
        colour: None,
        silences: findings(library, |silence| silence.kind == SilenceKind::Differs),
    };
    let gaps = Part {
        id: "site-gaps".to_owned(),
        heading: "Gaps inside one text".to_owned(),
        says: "What a text announces and does not take up again.".to_owned(),
        colour: None,
        silences: findings(library, |silence| silence.kind == SilenceKind::Gap),
    };
    only.chain([differs, gaps])
        .filter(|part| !part.silences.is_empty())
        .collect()
}

fn is_in(silence: &Silence, document: &Document) -> bool {
    let first = silence.passages.first();
    first.is_some_and(|passage| passage.reference.document == document.id)
}

fn findings(library: &Library, wanted: impl Fn(&Silence) -> bool) -> Vec<Finding> {
    let all = library.concordance.silences.iter().enumerate();
    all.filter(|(_, silence)| wanted(silence))
        .map(|(place, silence)| Finding {
            id: format!("silence-{}", place + 1),
            theme: capital(&typographic(&silence.theme, None)),
            passages: silence
                .passages
                .iter()
                .map(|passage| Quoted::new(library, passage))
                .collect(),
            pattern: match &silence.kind {
                SilenceKind::OnlyIn { pattern } => Some(pattern.clone()),
                SilenceKind::Differs | SilenceKind::Gap => None,
            },
            note: typographic(&silence.note, None),
        })
        .collect()
}

/// The theme as a heading begins: with a capital, also after a quotation mark.
fn capital(theme: &str) -> String {
    let at = theme.find(char::is_alphanumeric).unwrap_or_default();
    let (before, rest) = theme.split_at(at);
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    before.chars().chain(first).chain(letters).collect()
}
