//! An item in the format of Research Information Systems, which every reference manager reads.

use super::item::{Item, ItemDate, ItemKind, Maker};
use crate::library::Date;

/// A line for each field: two letters, two spaces, a hyphen, a space and the value, closed as on
/// the systems that the format comes from.
#[must_use]
pub fn ris(item: &Item) -> String {
    let kind = match item.kind {
        ItemKind::Report => "RPRT",
        ItemKind::Article => "JOUR",
        ItemKind::Web => "ELEC",
        ItemKind::Document => "GEN",
    };
    let container = match item.kind {
        ItemKind::Article => "JO",
        _ => "T2",
    };
    let (first_page, last_page) = pages(item);
    let [year, issued] = dates(item.date);
    let authors = item.makers.iter().map(|maker| ("AU", Some(name(maker))));
    let head = [
        ("TY", Some(kind.to_owned())),
        ("ID", Some(item.key.clone())),
        ("TI", Some(item.title.clone())),
    ];
    let tail = [
        ("PY", year),
        ("DA", issued),
        ("M3", item.genre.clone()),
        (container, item.container.clone()),
        ("VL", item.volume.clone()),
        ("IS", item.issue.clone()),
        ("SP", first_page),
        ("EP", last_page),
        ("DO", item.doi.clone()),
        ("LA", Some(item.language.clone())),
        ("UR", item.url.clone()),
        ("Y2", item.accessed.map(day)),
        ("N1", item.locator.clone()),
        ("N1", item.annotation()),
        ("ER", Some(String::new())),
    ];
    let fields = head.into_iter().chain(authors).chain(tail);
    let lines = fields.filter_map(|(tag, value)| Some(line(tag, &value?)));
    lines.collect()
}

/// A value is one line: a line break in it would end the field.
fn line(tag: &str, value: &str) -> String {
    let value: Vec<&str> = value.split_whitespace().collect();
    format!("{tag}  - {}\r\n", value.join(" "))
}

/// `Fang, Binxing`; a body has no comma, so that its name is not parted.
fn name(maker: &Maker) -> String {
    match maker {
        Maker::Person { family, given, .. } => format!("{family}, {given}"),
        Maker::Body(name) => name.replace(", ", " "),
    }
}

fn pages(item: &Item) -> (Option<String>, Option<String>) {
    match item.pages.as_ref().map(|pages| pages.split_once('–')) {
        Some(Some((first, last))) => (Some(first.to_owned()), Some(last.to_owned())),
        _ => (item.pages.clone(), None),
    }
}

/// The year, and the day.
fn dates(date: Option<ItemDate>) -> [Option<String>; 2] {
    match date {
        None => [None, None],
        Some(ItemDate::Year(year)) => [Some(year.to_string()), None],
        Some(ItemDate::Day(date)) => [Some(date.year.to_string()), Some(day(date))],
    }
}

/// A day as the format writes it: `2017/03/01/`.
fn day(date: Date) -> String {
    format!("{:04}/{:02}/{:02}/", date.year, date.month, date.day)
}
