//! What is known of a thing that can be cited.

use super::cited::Cited;
use super::locator::locator;
use crate::library::{Date, Document, Library, Link, Metadata, Venue};

/// A thing that can be cited, as every style and format has it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// Its name in a list of references: `strategy-II.2.p2`.
    pub key: String,
    /// What sort of work it is, or is part of.
    pub kind: ItemKind,
    /// The title of the work.
    pub title: String,
    /// The number of a link, which is part of the title.
    pub number: Option<String>,
    /// Who made it, in order.
    pub makers: Vec<Maker>,
    /// When it appeared.
    pub date: Option<ItemDate>,
    /// What a report calls itself: `Government strategy`.
    pub genre: Option<String>,
    /// The journal or the site that it stands in.
    pub container: Option<String>,
    /// The volume of the journal.
    pub volume: Option<String>,
    /// The issue in the volume.
    pub issue: Option<String>,
    /// The pages in the issue: `13–16`.
    pub pages: Option<String>,
    /// The digital object identifier, without any prefix.
    pub doi: Option<String>,
    /// The BCP 47 tag of its language.
    pub language: String,
    /// Where it is on the web, where that is known.
    pub url: Option<String>,
    /// Where in the work the place is: `ch. II, § 2, para. 2`.
    pub locator: Option<String>,
    /// When it was read on the web; only where a reader says so, since the site knows no clock.
    pub accessed: Option<Date>,
    /// The SHA-256 of the cited words, where that is said.
    pub sha256: Option<String>,
}

/// The sorts of work that styles tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// Issued by a body.
    Report,
    /// In a journal.
    Article,
    /// A page of a web site.
    Web,
    /// Anything else.
    Document,
}

/// A person or a body.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Maker {
    /// A person.
    Person {
        /// The family name.
        family: String,
        /// The given name.
        given: String,
        /// The whole name as the work prints it.
        printed: String,
    },
    /// A body, such as a ministry.
    Body(String),
}

/// A year, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemDate {
    /// Where no more is known.
    Year(u16),
    /// A day.
    Day(Date),
}

impl Item {
    /// What is said of the words, so that a reader can tell later whether they are the same.
    #[must_use]
    pub fn annotation(&self) -> Option<String> {
        let sha256 = self.sha256.as_ref()?;
        Some(format!("SHA-256 of the words: {sha256}"))
    }

    /// What is known of a thing that stands at this address, if that is known.
    #[must_use]
    pub fn of(library: &Library, cited: Cited, url: Option<String>) -> Self {
        let of_place = |place| {
            let reference = library.reference(place);
            let document = &library[library[library.section_of(place)].document];
            let key = format!("{}-{}", reference.document, reference.fragment());
            of_document(document, key, Some(locator(library, place)))
        };
        let item = match cited {
            Cited::Document(id) => of_document(&library[id], library[id].slug.to_string(), None),
            Cited::Section(id) => of_place(id.into()),
            Cited::Epigraph(id) => of_place(id.into()),
            Cited::Paragraph(id) => of_place(id.into()),
            Cited::Link(id) => of_link(library, &library[id]),
        };
        Self { url, ..item }
    }
}

fn of_document(document: &Document, key: String, locator: Option<String>) -> Item {
    let metadata = &document.metadata;
    let kind = kind(metadata);
    let venue = metadata.venue.as_ref();
    Item {
        key,
        kind,
        title: metadata.title.clone(),
        number: None,
        makers: makers(metadata),
        date: date(metadata),
        genre: (kind == ItemKind::Report).then(|| metadata.genre.clone()),
        container: venue.map(|venue| venue.journal.clone()),
        volume: venue.map(|venue| venue.volume.clone()),
        issue: venue.map(|venue| venue.issue.clone()),
        pages: venue.and_then(Venue::cited_pages),
        doi: metadata.doi.clone(),
        language: metadata.language.tag().to_owned(),
        url: None,
        locator,
        accessed: None,
        sha256: None,
    }
}

fn kind(metadata: &Metadata) -> ItemKind {
    match metadata.schema_type.as_str() {
        _ if metadata.venue.is_some() => ItemKind::Article,
        "Report" => ItemKind::Report,
        "WebPage" => ItemKind::Web,
        _ => ItemKind::Document,
    }
}

fn makers(metadata: &Metadata) -> Vec<Maker> {
    let authors = metadata.authors.iter().map(|author| Maker::Person {
        family: author.family.clone(),
        given: author.given.clone(),
        printed: author.name.clone(),
    });
    let mut makers: Vec<Maker> = authors.collect();
    if makers.is_empty() {
        makers.extend(metadata.issuer.clone().map(Maker::Body));
    }
    makers
}

/// The year of the volume, else the day of what happened last.
fn date(metadata: &Metadata) -> Option<ItemDate> {
    if let Some(venue) = &metadata.venue {
        return venue.year.parse().ok().map(ItemDate::Year);
    }
    let (_, date) = metadata.dates.last()?;
    Some(ItemDate::Day(*date))
}

/// A link is the work of the site's editors.
fn of_link(library: &Library, link: &Link) -> Item {
    let settings = &library.settings;
    let code = link.code.to_string();
    let number = code.trim_start_matches(char::is_alphabetic);
    Item {
        key: code.clone(),
        kind: ItemKind::Web,
        // Styles that set titles in capitals would spoil references in it.
        title: format!("Match {number} of the concordance"),
        number: Some(number.to_owned()),
        makers: vec![Maker::Body(settings.editors.clone())],
        date: Some(ItemDate::Day(settings.edition_date)),
        genre: None,
        container: Some(settings.title.clone()),
        volume: None,
        issue: None,
        pages: None,
        doi: None,
        language: "en".to_owned(),
        url: None,
        locator: None,
        accessed: None,
        sha256: None,
    }
}
