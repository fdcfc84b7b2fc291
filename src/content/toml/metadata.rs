//! Reads the metadata of a document from its front matter.

use super::capture::printed;
use super::fields::Fields;
use super::typed::each;
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::content::language::read_tag;
use crate::library::{
    Affiliation, Author, Colour, Corresponding, Date, Event, JointIssuer, Language, Metadata, Venue,
};

/// The metadata of a document, some of which the front matter may leave to the program.
pub struct MetadataDraft {
    /// All that the front matter says; where it says nothing of the summary, that is empty.
    pub metadata: Metadata,
    /// The language that it names.
    pub language: Option<Language>,
    /// The colour that it asks for.
    pub colour: Option<Colour>,
}

/// Every key but the id. What is missing and has no stand-in is reported, and empty.
pub fn read_metadata(fields: &mut Fields<'_>, sink: Sink<'_>) -> MetadataDraft {
    let colour = fields.optional_choice(
        "colour",
        "a colour of the style sheet: `vermilion`, `ink`, `moss`, `plum`, `teal`, `ochre`, `rose` \
         or `slate`",
        &Colour::ALL,
        Colour::name,
    );
    let affiliations = affiliations(fields);
    let authors = authors(fields, &affiliations, sink);
    let (dates, posted_time) = dates(fields);
    let mut optional = |key| fields.optional_words(key);
    let introduction = optional("introduction").unwrap_or_default();
    let short_title = optional("short_title");
    let in_text = optional("in_text");
    let schema_type = optional("schema_type").unwrap_or_else(|| "CreativeWork".to_owned());
    let genre = optional("genre").unwrap_or_else(|| "Text".to_owned());
    let summary = optional("summary").unwrap_or_default();
    let language = language(fields, sink);
    let title = fields.words("title");
    let short_title = short_title.unwrap_or_else(|| title.clone());
    let metadata = Metadata {
        title,
        in_text: in_text.unwrap_or_else(|| short_title.clone()),
        short_title,
        title_zh: fields.optional_words("title_zh"),
        language: language.clone().unwrap_or_else(Language::english),
        schema_type,
        genre,
        summary,
        summary_is_own: false,
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
        colour: colour.unwrap_or(Colour::ALL[0]),
    };
    MetadataDraft {
        metadata,
        language,
        colour,
    }
}

fn language(fields: &mut Fields<'_>, sink: Sink<'_>) -> Option<Language> {
    let typed = fields.optional_text("language")?;
    match read_tag(&typed.value) {
        Ok(language) => Some(language),
        Err(near) => {
            let problem = Problem::BadValue {
                value: typed.value,
                expected: "the BCP 47 tag of a language, such as `en`, `zh-Hant` or `ar`",
                near,
            };
            sink.report_at(typed.span, problem);
            None
        }
    }
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
