//! Reads the metadata of a document from its front matter.

use super::capture::printed;
use super::fields::Fields;
use super::typed::each;
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::library::{
    Affiliation, Author, Colour, Corresponding, Date, Event, JointIssuer, Metadata, Venue,
};

/// Every key but the id; `None` only where a value without a stand-in is wrong, which is reported.
pub fn read_metadata(fields: &mut Fields<'_>, sink: Sink<'_>) -> Option<Metadata> {
    let colour = fields.choice(
        "colour",
        "a colour of the style sheet: `vermilion`, `ink`, `moss` or `plum`",
        &Colour::ALL,
        Colour::name,
    );
    let affiliations = affiliations(fields);
    let authors = authors(fields, &affiliations, sink);
    let (dates, posted_time) = dates(fields);
    let introduction = fields.optional_words("introduction").unwrap_or_default();
    let title = fields.words("title");
    let short_title = fields.words("short_title");
    let in_text = fields.optional_words("in_text");
    Some(Metadata {
        title,
        in_text: in_text.unwrap_or_else(|| short_title.clone()),
        short_title,
        title_zh: fields.optional_words("title_zh"),
        language: fields.words("language"),
        schema_type: fields.words("schema_type"),
        genre: fields.words("genre"),
        summary: fields.words("summary"),
        introduction: paragraphs(&introduction),
        issuer: fields.optional_words("issuer"),
        joint_issuers: joint_issuers(fields),
        authors,
        affiliations,
        corresponding: corresponding(fields),
        funding: funding(fields),
        keywords: fields.strings("keywords"),
        doi: fields.optional_words("doi"),
        venue: venue(fields),
        dates,
        posted_time,
        rights: fields.words("rights"),
        provenance: fields.words("provenance"),
        printed: printed(fields),
        // Both come with the file, which stands beside this one.
        capture: None,
        repairs: Vec::new(),
        colour: colour?,
    })
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

fn joint_issuers(fields: &mut Fields<'_>) -> Vec<JointIssuer> {
    each(fields, "joint_issuers", |table| {
        Some(JointIssuer {
            name: table.words("name"),
            source: table.words("source"),
        })
    })
}

fn affiliations(fields: &mut Fields<'_>) -> Vec<Affiliation> {
    each(fields, "affiliations", |table| {
        Some(Affiliation {
            key: table.words("key"),
            name: table.words("name"),
        })
    })
}

fn authors(fields: &mut Fields<'_>, known: &[Affiliation], sink: Sink<'_>) -> Vec<Author> {
    each(fields, "authors", |table| {
        let keys = table.texts("affiliations");
        for key in &keys {
            if !known.iter().any(|affiliation| affiliation.key == key.value) {
                let problem = Problem::BadValue {
                    value: key.value.clone(),
                    expected: "the key of an affiliation",
                    near: suggest(&key.value, known.iter().map(|a| a.key.as_str())),
                };
                sink.report_at(key.span.clone(), problem);
            }
        }
        Some(Author {
            name: table.words("name"),
            given: table.words("given"),
            family: table.words("family"),
            affiliations: keys.into_iter().map(|key| key.value).collect(),
        })
    })
}

fn corresponding(fields: &mut Fields<'_>) -> Option<Corresponding> {
    let mut table = fields.table("corresponding")?;
    let corresponding = Corresponding {
        author: table.words("author"),
        note: table.words("note"),
        email: table.words("email"),
    };
    table.finish();
    Some(corresponding)
}

fn funding(fields: &mut Fields<'_>) -> Vec<String> {
    each(fields, "funding", |table| Some(table.words("name")))
}

fn venue(fields: &mut Fields<'_>) -> Option<Venue> {
    let mut table = fields.table("venue")?;
    let venue = Venue {
        version: table.optional_words("version"),
        journal: table.words("journal"),
        year: table
            .count("year")
            .map(|year| year.to_string())
            .unwrap_or_default(),
        volume: table.words("volume"),
        issue: table.words("issue"),
        pages: table.optional_words("pages"),
    };
    table.finish();
    Some(venue)
}

fn dates(fields: &mut Fields<'_>) -> (Vec<(Event, Date)>, Option<String>) {
    let Some(mut table) = fields.table("dates") else {
        return (Vec::new(), None);
    };
    let mut dates: Vec<_> = Event::ALL
        .into_iter()
        .filter_map(|event| Some((event, table.optional_date(event.key())?)))
        .collect();
    dates.sort_by_key(|(_, date)| *date);
    let time = table.optional_words("posted_time");
    table.finish();
    (dates, time)
}
