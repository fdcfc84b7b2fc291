//! The metadata of a document as named facts.

use super::quotes::typographic;
use crate::library::metadata::{Event, Metadata, Venue};

/// A name and what it holds.
pub struct Fact {
    /// What is told: `Authors`.
    pub name: &'static str,
    /// One or more values.
    pub values: Vec<Value>,
}

/// One value of a fact.
pub struct Value {
    /// Its words.
    pub text: String,
    /// Where it leads, for a DOI.
    pub href: Option<String>,
    /// The keys of an author's affiliations.
    pub keys: Vec<String>,
}

impl Value {
    fn plain(text: &str) -> Self {
        Self {
            text: typographic(text, None),
            href: None,
            keys: Vec::new(),
        }
    }
}

/// The facts that a document has, in the order of a title page.
pub fn facts(metadata: &Metadata) -> Vec<Fact> {
    let authors = metadata.authors.iter().map(|author| Value {
        keys: author.affiliations.clone(),
        ..Value::plain(&author.name)
    });
    let doi = metadata.doi.iter().map(|doi| Value {
        href: Some(format!("https://doi.org/{doi}")),
        ..Value::plain(doi)
    });
    let corresponding = metadata.corresponding.iter().map(|person| {
        Value::plain(&format!(
            "{}, {} {}",
            person.author, person.note, person.email
        ))
    });
    let plain = |texts: &[String]| texts.iter().map(|text| Value::plain(text)).collect();
    let mut facts = vec![
        fact(
            "Issued by",
            metadata
                .issuer
                .iter()
                .map(|issuer| Value::plain(issuer))
                .collect(),
        ),
        fact(
            if metadata.authors.len() == 1 {
                "Author"
            } else {
                "Authors"
            },
            authors.collect(),
        ),
        fact("Corresponding author", corresponding.collect()),
        fact("Published in", metadata.venue.iter().map(venue).collect()),
        fact("DOI", doi.collect()),
    ];
    for (event, date) in &metadata.dates {
        let text = match &metadata.posted_time {
            Some(time) if *event == Event::Posted => {
                format!("{}, {time} by the site’s clock", date.in_words())
            }
            _ => date.in_words(),
        };
        facts.push(fact(event.label(), vec![Value::plain(&text)]));
    }
    facts.extend([
        fact("Funding", plain(&metadata.funding)),
        fact("Keywords", plain(&metadata.keywords)),
        fact("Provenance", vec![Value::plain(&metadata.provenance)]),
        fact("Rights", vec![Value::plain(&metadata.rights)]),
    ]);
    facts.retain(|fact| !fact.values.is_empty());
    facts
}

fn fact(name: &'static str, values: Vec<Value>) -> Fact {
    Fact { name, values }
}

fn venue(venue: &Venue) -> Value {
    let pages = venue.pages.as_ref().map(|pages| format!(", pages {pages}"));
    let pages = pages.unwrap_or_default();
    Value::plain(&format!(
        "{}, {}, volume {}, issue {}{pages}",
        venue.journal, venue.year, venue.volume, venue.issue
    ))
}
