//! Citations of one work, rendered once: what differs between its places is put in afterwards.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::item::Item;
use super::style::CitationStyle;
use super::styled::{Run, Styled};

/// Stands for the place in the work. No style changes a locator.
const PLACE: &str = "{place}";
/// Stands for the address.
const ADDRESS: &str = "https://address.invalid/";
/// Stands for the number in the title of a link: it has no letters that a style could set in
/// capitals.
const NUMBER: &str = "987654321";

/// The citations of works, each rendered when a place of it is first asked for. A style takes some
/// milliseconds for an item, and a text has hundreds of places.
#[derive(Debug, Default)]
pub struct Patterns(Mutex<HashMap<Item, Arc<[Styled]>>>);

impl Patterns {
    /// An item in every style, with its texts as they are to be shown.
    #[must_use]
    pub fn all(&self, item: &Item, shown: &impl Fn(&str) -> String) -> Vec<Styled> {
        if item.accessed.is_some() {
            // There are as many of these as days, and nothing is kept of what one reader asked for.
            return Styled::all(item, shown);
        }
        let patterns = self.of_work(item, shown);
        let values = values(item, shown);
        patterns.iter().map(|one| filled(one, &values)).collect()
    }

    /// An item in one style.
    #[must_use]
    pub fn one(
        &self,
        item: &Item,
        style: CitationStyle,
        shown: &impl Fn(&str) -> String,
    ) -> Option<Styled> {
        let patterns = self.of_work(item, shown);
        let pattern = patterns.iter().find(|one| one.style == style)?;
        Some(filled(pattern, &values(item, shown)))
    }

    fn of_work(&self, item: &Item, shown: &impl Fn(&str) -> String) -> Arc<[Styled]> {
        let work = without_values(item);
        let known = |patterns: &Self| {
            let patterns = patterns.0.lock();
            let patterns = patterns.unwrap_or_else(PoisonError::into_inner);
            patterns.get(&work).cloned()
        };
        if let Some(known) = known(self) {
            return known;
        }
        // Two that ask at once render the same twice, and nobody waits meanwhile.
        let rendered: Arc<[Styled]> = Styled::all(&work, shown).into();
        let mut patterns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        patterns.entry(work).or_insert(rendered).clone()
    }
}

/// The item with signs for what differs between the places of a work.
fn without_values(item: &Item) -> Item {
    Item {
        key: String::new(),
        title: match &item.number {
            Some(number) => item.title.replace(number, NUMBER),
            None => item.title.clone(),
        },
        number: item.number.as_ref().map(|_| NUMBER.to_owned()),
        locator: item.locator.as_ref().map(|_| PLACE.to_owned()),
        url: item.url.as_ref().map(|_| ADDRESS.to_owned()),
        sha256: None,
        ..item.clone()
    }
}

/// What stands for each sign.
fn values(item: &Item, shown: &impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
    let values = [
        (PLACE, item.locator.as_deref().map(shown)),
        (ADDRESS, item.url.clone()),
        (NUMBER, item.number.clone()),
    ];
    let values = values.into_iter();
    values
        .filter_map(|(sign, value)| Some((sign, value?)))
        .collect()
}

fn filled(pattern: &Styled, values: &[(&str, String)]) -> Styled {
    let fill = |runs: &[Run]| {
        let runs = runs.iter().map(|run| Run {
            text: values.iter().fold(run.text.clone(), |text, (sign, value)| {
                text.replace(sign, value)
            }),
            is_italic: run.is_italic,
        });
        runs.collect()
    };
    Styled {
        style: pattern.style,
        mention: fill(&pattern.mention),
        entry: fill(&pattern.entry),
    }
}
