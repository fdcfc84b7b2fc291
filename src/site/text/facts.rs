//! The metadata of a document as named facts.

use std::borrow::Cow;

use crate::library::{Event, Metadata, Venue};

/// A name and what it holds.
pub struct Fact<'a> {
    /// What is told: `Authors`.
    pub name: &'a str,
    /// One or more.
    pub values: Vec<FactValue<'a>>,
}

/// One value of a fact, with the quotes of the source.
pub enum FactValue<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A name, with the printed keys of the affiliations.
    Author(&'a str, &'a [String]),
    /// A digital object identifier, without any prefix.
    Doi(&'a str),
}

/// The facts that a document has, in the order of a title page.
pub fn facts(metadata: &Metadata) -> Vec<Fact<'_>> {
    let issuer = metadata.issuer.iter().map(plain);
    let joint = metadata.joint_issuers.iter().map(|joint| {
        let text = format!(
            "{} (not named in our copy; source: {})",
            joint.name, joint.source
        );
        FactValue::Text(text.into())
    });
    let authors = metadata.authors.iter();
    let authors = authors.map(|author| FactValue::Author(&author.name, &author.affiliations));
    let corresponding = metadata.corresponding.iter().map(|person| {
        let text = format!("{}, {} {}", person.author, person.note, person.email);
        FactValue::Text(text.into())
    });
    let doi = metadata.doi.iter().map(|doi| FactValue::Doi(doi));
    let dates = metadata.dates.iter().map(|(event, date)| {
        let text = match &metadata.posted_time {
            Some(time) if *event == Event::Posted => {
                format!("{}, {time} by the site’s clock", date.in_words())
            }
            _ => date.in_words(),
        };
        fact(event.label(), [FactValue::Text(text.into())])
    });
    let mut facts = vec![
        fact("Issued by", issuer.chain(joint)),
        fact(
            if metadata.authors.len() == 1 {
                "Author"
            } else {
                "Authors"
            },
            authors,
        ),
        fact("Corresponding author", corresponding),
        venue_fact(metadata.venue.as_ref()),
        fact("DOI", doi),
    ];
    facts.extend(dates);
    facts.extend([
        fact("Funding", metadata.funding.iter().map(plain)),
        fact("Keywords", metadata.keywords.iter().map(plain)),
        fact("Provenance", [plain(&metadata.provenance)]),
        fact("Rights", [plain(&metadata.rights)]),
    ]);
    facts.retain(|fact| !fact.values.is_empty());
    facts
}

fn fact<'a>(name: &'a str, values: impl IntoIterator<Item = FactValue<'a>>) -> Fact<'a> {
    let values = values.into_iter().collect();
    Fact { name, values }
}

fn plain(text: &String) -> FactValue<'_> {
    FactValue::Text(text.into())
}

/// Where it was published; where another version was, that is what the fact is called.
fn venue_fact(venue: Option<&Venue>) -> Fact<'_> {
    let version = venue.and_then(|venue| venue.version.as_deref());
    fact(
        version.unwrap_or("Published in"),
        venue.into_iter().map(self::venue),
    )
}

fn venue(venue: &Venue) -> FactValue<'_> {
    let mut text = format!(
        "{}, {}, volume {}, issue {}",
        venue.journal, venue.year, venue.volume, venue.issue
    );
    if let Some(pages) = venue.cited_pages() {
        text.push_str(", pages ");
        text.push_str(&pages);
    }
    FactValue::Text(text.into())
}
