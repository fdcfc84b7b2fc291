//! An item as CSL-JSON: what citation processors and reference managers read.

use schemars::JsonSchema;
use serde::Serialize;

use super::item::{Item, ItemDate, ItemKind, Maker};

/// `{"id": "strategy-II.2.p2", "type": "report", "title": "…", …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem {
    id: String,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    volume: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<String>,
    language: String,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// Where in the work the place is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// The SHA-256 of the cited words.
    #[serde(skip_serializing_if = "Option::is_none")]
    annote: Option<String>,
}

/// A person's or a body's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum CslName {
    /// `{"family": "Fang", "given": "Binxing"}`.
    Person {
        /// The family name.
        family: String,
        /// The given name.
        given: String,
    },
    /// `{"literal": "Ministry of …"}`.
    Body {
        /// The name.
        literal: String,
    },
}

/// `{"date-parts": [[2017, 3, 1]]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: [Vec<u16>; 1],
}

impl CslItem {
    /// This item, with its texts as they are to be shown.
    #[must_use]
    pub fn new(item: &Item, shown: &impl Fn(&str) -> String) -> Self {
        let text = |text: &Option<String>| text.as_deref().map(shown);
        Self {
            id: item.key.clone(),
            r#type: match item.kind {
                ItemKind::Report => "report",
                ItemKind::Article => "article-journal",
                ItemKind::Web => "webpage",
                ItemKind::Document => "document",
            },
            title: shown(&item.title),
            author: item.makers.iter().map(|maker| name(maker, shown)).collect(),
            issued: item.date.map(date),
            accessed: item.accessed.map(|day| date(ItemDate::Day(day))),
            genre: text(&item.genre),
            container_title: text(&item.container),
            volume: item.volume.clone(),
            issue: item.issue.clone(),
            // Processors set the dash that their style asks for.
            page: item.pages.as_ref().map(|pages| pages.replace('–', "-")),
            doi: item.doi.clone(),
            language: item.language.clone(),
            url: item.url.clone(),
            note: text(&item.locator),
            annote: item.annotation(),
        }
    }
}

impl From<&Item> for CslItem {
    /// With the characters of the source.
    fn from(item: &Item) -> Self {
        Self::new(item, &str::to_owned)
    }
}

fn name(maker: &Maker, shown: &impl Fn(&str) -> String) -> CslName {
    match maker {
        Maker::Person { family, given, .. } => CslName::Person {
            family: family.clone(),
            given: given.clone(),
        },
        Maker::Body(name) => CslName::Body {
            literal: shown(name),
        },
    }
}

fn date(date: ItemDate) -> CslDate {
    let parts = match date {
        ItemDate::Year(year) => vec![year],
        ItemDate::Day(day) => vec![day.year, day.month.into(), day.day.into()],
    };
    CslDate {
        date_parts: [parts],
    }
}
