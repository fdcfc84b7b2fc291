//! An item as BibTeX.

use biblatex::{Chunk, Chunks, Entry, EntryType, Spanned};

use super::item::{Item, ItemDate, ItemKind, Maker};

/// One entry, with what BibTeX itself knows: a style that knows less leaves the rest out.
///
/// # Errors
/// If the writer cannot write a date, which is a fault of the program.
pub fn bibtex(item: &Item) -> Result<String, biblatex::TypeError> {
    let kind = match item.kind {
        ItemKind::Report => EntryType::TechReport,
        ItemKind::Article => EntryType::Article,
        ItemKind::Web | ItemKind::Document => EntryType::Misc,
    };
    let container = match item.kind {
        ItemKind::Article => "journal",
        _ => "howpublished",
    };
    let mut entry = Entry::new(item.key.clone(), kind);
    let pages = item.pages.as_ref().map(|pages| pages.replace('–', "--"));
    let [year, month, day] = date_parts(item.date);
    let fields = [
        ("title", Some(item.title.clone())),
        (container, item.container.clone()),
        ("type", item.genre.clone()),
        ("volume", item.volume.clone()),
        ("number", item.issue.clone()),
        ("pages", pages),
        ("year", year),
        ("month", month),
        ("day", day),
        ("language", Some(item.language.clone())),
        ("note", item.locator.clone()),
        ("annote", item.annotation()),
        ("doi", item.doi.clone()),
        ("url", item.url.clone()),
        ("urldate", item.accessed.map(|day| day.to_string())),
    ];
    for (key, value) in fields {
        if let Some(value) = value {
            entry.set(key, vec![detached(Chunk::Normal(value))]);
        }
    }
    if !item.makers.is_empty() {
        entry.set("author", authors(&item.makers));
    }
    Ok(format!("{}\n", entry.to_bibtex_string()?))
}

/// `Fang, Binxing and Du, Aning`; the name of a body stands in braces, so that nobody parts it.
fn authors(makers: &[Maker]) -> Chunks {
    let mut chunks = Chunks::new();
    for (nth, maker) in makers.iter().enumerate() {
        if nth > 0 {
            chunks.push(detached(Chunk::Normal(" and ".to_owned())));
        }
        chunks.push(detached(match maker {
            Maker::Person { family, given, .. } => Chunk::Normal(format!("{family}, {given}")),
            Maker::Body(name) => Chunk::Verbatim(name.clone()),
        }));
    }
    chunks
}

fn date_parts(date: Option<ItemDate>) -> [Option<String>; 3] {
    match date {
        None => [None, None, None],
        Some(ItemDate::Year(year)) => [Some(year.to_string()), None, None],
        Some(ItemDate::Day(day)) => [
            Some(day.year.to_string()),
            Some(day.month.to_string()),
            Some(day.day.to_string()),
        ],
    }
}

fn detached(chunk: Chunk) -> Spanned<Chunk> {
    Spanned::detached(chunk)
}
