//! What the cards show, as the content has it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use toml::value::Datetime;

#[allow(dead_code, reason = "the program uses the rest of it")]
#[path = "../src/site/quotes.rs"]
mod quotes;

use quotes::typographic;

/// What one card shows.
pub struct Facts {
    /// The document's id; `site` for the site as a whole.
    pub name: String,
    /// The site's name.
    pub site: String,
    /// What sort of document it is.
    pub genre: String,
    /// The document's title, or the site's tagline.
    pub title: String,
    /// Who made it and when.
    pub makers: String,
    /// The colours of its documents, by name.
    pub colours: Vec<String>,
}

#[derive(Deserialize)]
struct Site {
    title: String,
    tagline: String,
    #[serde(default)]
    documents: Vec<String>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    title: String,
    genre: String,
    colour: String,
    issuer: Option<String>,
    #[serde(default)]
    authors: Vec<Author>,
    venue: Option<Venue>,
    #[serde(default)]
    dates: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Author {
    name: String,
}

#[derive(Deserialize)]
struct Venue {
    year: i64,
}

impl Facts {
    /// All of it, a line each: by this the program knows which card is true.
    pub fn text(&self) -> String {
        let colours = self.colours.join(" ");
        [&self.site, &self.genre, &self.title, &self.makers, &colours]
            .map(String::as_str)
            .join("\n")
    }
}

/// The card of each document and of the site; none for what cannot be read.
pub fn cards(content: &Path) -> Vec<Facts> {
    let settings = fs::read_to_string(content.join("site.toml")).ok();
    let Some(site) = settings.and_then(|text| toml::from_str::<Site>(&text).ok()) else {
        return Vec::new();
    };
    let documents: Vec<Document> = site
        .documents
        .iter()
        .filter_map(|id| document(&content.join(format!("{id}.md"))))
        .collect();
    let whole = Facts {
        name: "site".to_owned(),
        site: site.title.clone(),
        genre: String::new(),
        title: typographic(&site.tagline, None).into_owned(),
        makers: String::new(),
        colours: documents.iter().map(|one| one.colour.clone()).collect(),
    };
    let own = documents.iter().map(|document| Facts {
        name: document.id.clone(),
        site: site.title.clone(),
        genre: document.genre.clone(),
        title: typographic(&document.title, None).into_owned(),
        makers: makers(document),
        colours: vec![document.colour.clone()],
    });
    own.chain([whole]).collect()
}

fn document(path: &Path) -> Option<Document> {
    let text = fs::read_to_string(path).ok()?;
    let (front_matter, _) = text.strip_prefix("+++\n")?.split_once("\n+++\n")?;
    toml::from_str(front_matter).ok()
}

/// `Fang Binxing, Du Aning, 2016`.
fn makers(document: &Document) -> String {
    let authors = document.authors.iter().map(|author| author.name.clone());
    let mut parts: Vec<String> = authors.collect();
    if parts.is_empty() {
        parts.extend(document.issuer.clone());
    }
    parts.extend(year(document));
    typographic(&parts.join(", "), None).into_owned()
}

/// The year of its volume, else of its last date.
fn year(document: &Document) -> Option<String> {
    if let Some(venue) = &document.venue {
        return Some(venue.year.to_string());
    }
    let dates = document.dates.values().filter_map(toml::Value::as_datetime);
    let last = dates.filter_map(|&Datetime { date, .. }| date).max()?;
    Some(last.year.to_string())
}
