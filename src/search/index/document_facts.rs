//! What is known about a document, as words to be found.

use std::borrow::Cow;

use crate::library::Metadata;

/// Everything that is known about a document but its titles, a line for each fact.
pub fn facts(metadata: &Metadata) -> Vec<Cow<'_, str>> {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    let singles = [&metadata.title_zh, &metadata.issuer, &metadata.doi];
    lines.extend(singles.into_iter().flatten().map(Into::into));
    let joint = metadata.joint_issuers.iter();
    lines.extend(joint.map(|joint| (&joint.name).into()));
    let plain = [
        &metadata.genre,
        &metadata.summary,
        &metadata.rights,
        &metadata.provenance,
    ];
    lines.extend(plain.map(Cow::from));
    lines.extend(metadata.authors.iter().map(|author| (&author.name).into()));
    let affiliations = metadata.affiliations.iter();
    lines.extend(affiliations.map(|affiliation| (&affiliation.name).into()));
    lines.extend(metadata.corresponding.iter().map(|one| (&one.email).into()));
    let lists = [
        &metadata.introduction,
        &metadata.funding,
        &metadata.keywords,
    ];
    lines.extend(lists.into_iter().flatten().map(Cow::from));
    lines.extend(metadata.venue.iter().map(|venue| {
        let numbers = [&venue.year, &venue.volume, &venue.issue].map(String::as_str);
        format!("{} {}", venue.journal, numbers.join(" ")).into()
    }));
    let dates = metadata.dates.iter();
    lines
        .extend(dates.map(|(event, date)| format!("{} {}", event.label(), date.in_words()).into()));
    lines
}
