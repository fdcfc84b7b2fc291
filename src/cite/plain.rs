//! A citation for any footnote: who, what, when, where in it, at what address.

use super::item::{Item, ItemDate, Maker};

/// `Fang Binxing, Du Aning, "Research on …", Strategic Study of CAE 18(6), 2016, § 2.2.1, para. 1.
/// https://…`.
#[must_use]
pub fn plain(item: &Item) -> String {
    let makers: Vec<String> = item.makers.iter().map(name).collect();
    let accessed = item
        .accessed
        .map_or_else(String::new, |day| format!("accessed {}", day.in_words()));
    let parts = [
        makers.join(", "),
        format!("\"{}\"", item.title),
        container(item),
        item.date.map_or_else(String::new, date),
        item.locator.clone().unwrap_or_default(),
        accessed,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let address = item.url.as_ref().map(|url| format!(" {url}"));
    format!("{}.{}", parts.join(", "), address.unwrap_or_default())
}

fn name(maker: &Maker) -> String {
    match maker {
        Maker::Person { printed: name, .. } | Maker::Body(name) => name.clone(),
    }
}

fn container(item: &Item) -> String {
    let issue = item.issue.as_ref().map(|issue| format!("({issue})"));
    let volume = item.volume.as_ref().map(|volume| format!(" {volume}"));
    let parts = [item.container.clone(), volume, issue];
    parts.into_iter().flatten().collect()
}

fn date(date: ItemDate) -> String {
    match date {
        ItemDate::Year(year) => year.to_string(),
        ItemDate::Day(day) => day.in_words(),
    }
}
