//! The ledger of verdicts: which paragraphs of a document have a counterpart, and what carries out
//! what inside it.

use super::byline::thousands;
use super::edition::Edition;
use super::link::Link;
use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::counted;
use crate::library::document::Document;
use crate::library::kind::KindNames;
use crate::library::reference::Reference;
use crate::study::steps::{Step, steps};
use crate::study::verdicts::{Tally, Verdict};

/// What is known of one document.
pub struct Ledger {
    pub id: String,
    pub name: String,
    pub colour: &'static str,
    /// The totals in a sentence.
    pub totals: String,
    /// Where a counterpart would stand: `in the paper`.
    pub elsewhere: String,
    pub rows: Vec<Row>,
    pub total: Row,
    /// The paragraphs with no counterpart, then those with a weak one only.
    pub lists: Vec<List>,
    /// What carries out what; empty where the editors linked nothing inside the document.
    pub steps: Vec<StepText>,
    /// Which sections stand alone, in a sentence each.
    pub alone: Vec<List>,
}

/// A line of the table.
pub struct Row {
    pub section: Option<Link>,
    pub number: String,
    pub counterpart: usize,
    pub weak: usize,
    pub none: usize,
    pub paragraphs: usize,
    pub quoted: usize,
}

/// A sentence that ends in a list of links; the list may be empty.
pub struct List {
    pub says: String,
    pub links: Vec<Link>,
}

/// A step with its findings.
pub struct StepText {
    pub heading: String,
    pub findings: Vec<List>,
}

impl Ledger {
    /// The ledger of a document by its place.
    pub fn new(edition: Edition<'_>, at: usize) -> Self {
        let (library, verdicts) = (edition.library, &edition.study.verdicts);
        let document = &library.documents[at];
        let tally = verdicts.document(at, None);
        let name = document.metadata.short_title.to_lowercase();
        let elsewhere = elsewhere(library, at);
        let sections = document.sections.iter().enumerate();
        Self {
            id: document.id.to_string(),
            colour: document.metadata.colour.name(),
            totals: format!(
                "{} of {} of the {name} {} a counterpart {elsewhere}, {} only a weak one, {} none. \
                 {} of its {} words stand in passages that a clear or close link quotes, {} %.",
                tally.counterpart,
                counted(tally.paragraphs(), "paragraph"),
                if tally.counterpart == 1 {
                    "has"
                } else {
                    "have"
                },
                tally.weak,
                tally.none,
                thousands(tally.quoted),
                thousands(tally.words),
                tally.quoted_per_cent(),
            ),
            rows: sections
                .map(|(place, section)| {
                    let tally = verdicts.tally(at, place..place + 1, None);
                    let link = Link {
                        href: address::section(section),
                        label: typographic(&section.title, None),
                    };
                    row(Some(link), section.reference.section.to_string(), tally)
                })
                .filter(|row| row.paragraphs > 0)
                .collect(),
            total: row(None, String::new(), tally),
            lists: [Verdict::None, Verdict::Weak]
                .into_iter()
                .map(|verdict| List {
                    says: format!(
                        "{} of the {name} {} {} {elsewhere}",
                        counted(count(tally, verdict), "paragraph"),
                        if count(tally, verdict) == 1 {
                            "has"
                        } else {
                            "have"
                        },
                        match verdict {
                            Verdict::None => "no counterpart",
                            _ => "only a weak counterpart",
                        }
                    ),
                    links: without(edition, at, verdict),
                })
                .collect(),
            steps: steps(library, document)
                .into_iter()
                .map(|step| step_text(library, document, &step))
                .collect(),
            alone: alone(edition, document),
            name,
            elsewhere,
        }
    }
}

/// `in the paper` from the strategy; `in another text` where there are several others.
fn elsewhere(library: &Library, at: usize) -> String {
    let mut others = library.documents.iter().enumerate();
    let mut others = others.by_ref().filter(|(place, _)| *place != at);
    match (others.next(), others.next()) {
        (Some((_, other)), None) => {
            format!("in the {}", other.metadata.short_title.to_lowercase())
        }
        _ => "in another text".to_owned(),
    }
}

fn count(tally: Tally, verdict: Verdict) -> usize {
    match verdict {
        Verdict::None => tally.none,
        Verdict::Weak => tally.weak,
        Verdict::Counterpart => tally.counterpart,
    }
}

fn row(section: Option<Link>, number: String, tally: Tally) -> Row {
    Row {
        section,
        number,
        counterpart: tally.counterpart,
        weak: tally.weak,
        none: tally.none,
        paragraphs: tally.paragraphs(),
        quoted: tally.quoted_per_cent(),
    }
}

/// A tally as a phrase: `2 of 3 paragraphs have a counterpart, 1 only a weak one`.
pub fn tally_in_words(tally: Tally) -> String {
    if tally.paragraphs() == 0 {
        return "no paragraph of its own".to_owned();
    }
    let mut words = format!(
        "{} of {} with a counterpart",
        tally.counterpart,
        counted(tally.paragraphs(), "paragraph")
    );
    if tally.weak > 0 {
        words.push_str(&format!(", {} with only a weak one", tally.weak));
    }
    words
}

/// The paragraphs with a verdict. Where all of a section have it and it has many, such as a list of
/// references, the section stands for them.
fn without(edition: Edition<'_>, at: usize, verdict: Verdict) -> Vec<Link> {
    const MANY: usize = 4;
    let mut links = Vec::new();
    for section in &edition.library.documents[at].sections {
        let found: Vec<&Reference> = section
            .paragraphs()
            .into_iter()
            .map(|paragraph| &paragraph.reference)
            .filter(|reference| edition.study.verdict(reference) == Some(verdict))
            .collect();
        if found.len() == section.paragraphs().len() && found.len() > MANY {
            links.push(Link {
                href: address::section(section),
                label: format!("all {} of {}", found.len(), section.reference),
            });
        } else {
            links.extend(found.into_iter().map(|one| to(edition.library, one)));
        }
    }
    links
}

fn to(library: &Library, reference: &Reference) -> Link {
    Link {
        href: address::of(library, reference).unwrap_or_default(),
        label: reference.to_string(),
    }
}

fn step_text(library: &Library, document: &Document, step: &Step) -> StepText {
    let (upper, lower) = (&step.announcing, &step.carrying);
    let [one_upper, one_lower] = [upper, lower].map(|kind| with_article(kind));
    let size = |kind: &KindNames| {
        let sections = document.sections.iter();
        sections.filter(|one| one.kind.as_ref() == kind).count()
    };
    let links = |references: &[Reference]| references.iter().map(|one| to(library, one)).collect();
    let mut findings = vec![
        List {
            says: if step.left.is_empty() {
                format!("Every {} is carried out by {one_lower}", upper.noun(1))
            } else {
                format!(
                    "No {} carries out {} of the {} {}",
                    lower.noun(1),
                    step.left.len(),
                    size(upper),
                    upper.noun(2)
                )
            },
            links: links(&step.left),
        },
        List {
            says: if step.unannounced.is_empty() {
                format!("Every {} carries out {one_upper}", lower.noun(1))
            } else {
                format!(
                    "No {} announces {} of the {} {}",
                    upper.noun(1),
                    step.unannounced.len(),
                    size(lower),
                    lower.noun(2)
                )
            },
            links: links(&step.unannounced),
        },
    ];
    if !step.left_paragraphs.is_empty() {
        findings.push(List {
            says: format!(
                "No {} carries out {} of the {}",
                lower.noun(1),
                counted(step.left_paragraphs.len(), "paragraph"),
                upper.noun(2)
            ),
            links: links(&step.left_paragraphs),
        });
    }
    StepText {
        heading: format!("{} and {}", upper.plural, lower.noun(2)),
        findings,
    }
}

/// For each kind that is carried out: which of its sections no link joins to another place.
fn alone(edition: Edition<'_>, document: &Document) -> Vec<List> {
    let (library, carrying) = (edition.library, &edition.study.carrying);
    let mut kinds: Vec<_> = steps(library, document)
        .into_iter()
        .map(|step| step.announcing)
        .collect();
    kinds.dedup();
    kinds
        .iter()
        .map(|kind| {
            let found = carrying.alone(document, kind);
            List {
                says: if found.is_empty() {
                    format!("No {} stands alone", kind.noun(1))
                } else {
                    format!("Alone: {} {}", found.len(), kind.noun(found.len()))
                },
                links: found
                    .iter()
                    .map(|section| to(library, &section.reference))
                    .collect(),
            }
        })
        .collect()
}

/// `a goal`, `an action`.
fn with_article(kind: &KindNames) -> String {
    let noun = kind.noun(1);
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
