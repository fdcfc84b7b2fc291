//! What a source says of itself: in its front matter, in its first headings, by its file name.

use std::ops::Range;

use toml_edit::{DocumentMut, Item};

use super::blocks::{Block, SourceHeading};
use crate::content::language::{language_of, read_tag};
use crate::content::naming::{read_heading, slug_of};
use crate::content::toml::{FrontMatterDraft, split_toml, split_yaml};

/// The front matter of a source.
pub struct Front {
    pub draft: FrontMatterDraft,
    /// TOML that is that of a document already, as it stands.
    pub own: Option<String>,
    /// The bytes of the front matter with its fences.
    pub range: Range<usize>,
    /// What of it could not be read, and why.
    pub unreadable: Option<String>,
}

/// Reads the front matter of a source, in whatever form it is.
pub fn front_matter(source: &str) -> Front {
    let nothing = |end| Front {
        draft: FrontMatterDraft::default(),
        own: None,
        range: 0..end,
        unreadable: None,
    };
    if let Some((yaml, body)) = split_yaml(source) {
        let mut front = nothing(body.start);
        match FrontMatterDraft::of_yaml(&source[yaml]) {
            Ok(draft) => front.draft = draft,
            Err(why) => front.unreadable = Some(why),
        }
        return front;
    }
    if let Some((toml, body)) = split_toml(source) {
        let mut front = nothing(body.start);
        match source[toml.clone()].parse::<DocumentMut>() {
            Ok(table) if table.contains_key("id") => front.own = Some(source[toml].to_owned()),
            Ok(table) => {
                for (key, item) in table.iter() {
                    front.draft.add(key, &words_of(item));
                }
            }
            Err(why) => front.unreadable = Some(why.message().to_owned()),
        }
        return front;
    }
    // A mark of the byte order says nothing.
    nothing(source.len() - source.trim_start_matches('\u{feff}').len())
}

/// The words of a value and of all that is in it.
fn words_of(item: &Item) -> Vec<String> {
    match item {
        Item::Value(toml_edit::Value::Array(items)) => items
            .iter()
            .flat_map(|one| words_of(&Item::Value(one.clone())))
            .collect(),
        Item::Value(value) => {
            let plain = value.as_str().map(str::to_owned);
            vec![plain.unwrap_or_else(|| value.clone().decorated("", "").to_string())]
        }
        Item::Table(table) => table
            .iter()
            .map(|(key, item)| format!("{key}: {}", words_of(item).join(", ")))
            .collect(),
        Item::ArrayOfTables(tables) => tables
            .iter()
            .flat_map(|table| words_of(&Item::Table(table.clone())))
            .collect(),
        Item::None => Vec::new(),
    }
}

/// Takes the title, and the headings that are metadata, from the first blocks; their bytes, with why.
pub fn take_title(blocks: &[Block], draft: &mut FrontMatterDraft) -> Vec<(Range<usize>, String)> {
    let mut taken = Vec::new();
    let title = title_heading(blocks);
    if let Some(title) = title {
        let words = title.text.trim();
        // `Title: …` has the key before it.
        let named = keyed(words).filter(|(key, _)| key.eq_ignore_ascii_case("title"));
        let words = named.map_or(words, |(_, words)| words);
        if draft.words("title").is_none() && !words.is_empty() {
            draft.set("title", words);
        }
        taken.push((title.range.clone(), "the title".to_owned()));
    }
    let start = blocks
        .iter()
        .position(|one| is_heading(one, title))
        .map_or(0, |at| at + 1);
    for block in &blocks[start..] {
        let Block::Heading(heading) = block else {
            break;
        };
        let Some((key, words)) = keyed(&heading.text) else {
            break;
        };
        if read_heading(&heading.text, &[]).number.is_some() || !is_metadata(key) {
            break;
        }
        draft.add(key, &[words.to_owned()]);
        taken.push((heading.range.clone(), format!("`{key}` of the text")));
    }
    taken
}

fn is_heading(block: &Block, heading: Option<&SourceHeading>) -> bool {
    match (block, heading) {
        (Block::Heading(one), Some(other)) => one.range == other.range,
        _ => false,
    }
}

/// The heading that is the title: the first one, if it stands alone above the others.
fn title_heading(blocks: &[Block]) -> Option<&SourceHeading> {
    let headings = || {
        blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
    };
    let first = headings().next()?;
    if first.id.is_some() {
        return None;
    }
    let is_alone = headings().skip(1).all(|one| one.level > first.level);
    // Of several at the top, one that is followed at once by the next is above it all the same.
    let place = blocks
        .iter()
        .position(|block| is_heading(block, Some(first)))?;
    let is_followed = matches!(blocks.get(place + 1), Some(Block::Heading(_)));
    let stands_first = place == 0 && first.level == 1 && is_followed;
    let reading = read_heading(&first.text, &[]);
    let is_named = reading.number.is_none() && reading.kind.is_none();
    let is_title = (is_alone && (first.level == 1 || headings().count() > 1)) || stands_first;
    (is_title && is_named).then_some(first)
}

/// `Author: Laozi` as key and words.
fn keyed(text: &str) -> Option<(&str, &str)> {
    let (key, words) = text.split_once([':', '：'])?;
    let (key, words) = (key.trim(), words.trim());
    (!key.is_empty() && key.chars().count() < 24 && !words.is_empty()).then_some((key, words))
}

/// What books say of themselves in headings.
fn is_metadata(key: &str) -> bool {
    let known = [
        "author",
        "authors",
        "by",
        "translator",
        "translated by",
        "editor",
        "edited by",
        "year",
        "date",
        "published",
        "publisher",
        "language",
        "source",
        "url",
        "license",
        "rights",
        "copyright",
        "title",
        "subtitle",
        "edition",
        "release date",
        "credits",
        "genre",
    ];
    known.contains(&key.to_lowercase().as_str())
}

/// What the front matter still needs, put in as well as it can be told; what a person has to decide.
pub fn complete(
    draft: &mut FrontMatterDraft,
    id: &str,
    file_name: &str,
    body: &str,
) -> Vec<String> {
    let mut decisions = Vec::new();
    draft.set("id", id);
    if draft.words("title").is_none() {
        let stem = stem(file_name).replace(['_', '-'], " ");
        decisions.push(format!(
            "`title`: the source has none, so it is the name of the file, “{stem}”."
        ));
        draft.set("title", stem);
    }
    if draft.words("short_title").is_none() && draft.words("title").is_some_and(is_long) {
        decisions.push("`short_title`: the title is long for a list or a link.".to_owned());
    }
    match draft.words("language").map(read_tag) {
        Some(Ok(language)) => draft.set("language", language.tag()),
        Some(Err(Some(near))) => draft.set("language", near),
        other => {
            if let (Some(_), Some(named)) = (other, draft.words("language").map(str::to_owned)) {
                draft.other.push(("language".to_owned(), named));
            }
            let tag = language_of(body);
            decisions.push(format!("`language`: `{tag}`, told by the words."));
            draft.set("language", tag);
        }
    }
    if draft.words("rights").is_none() {
        decisions.push(
            "`rights`: who holds which rights in the text? The source does not say.".to_owned(),
        );
        draft.set("rights", "The source of the text does not say.");
    }
    if draft.words("provenance").is_none() {
        decisions.push(
            "`provenance`: where does the text come from? Known is the file only.".to_owned(),
        );
        draft.set("provenance", format!("Made from the file {file_name}."));
    }
    for (key, words) in &draft.other {
        decisions.push(format!(
            "`{key}`: “{words}” is in the front matter as a comment."
        ));
    }
    decisions
}

/// Whether a title is too long for places that have little room.
fn is_long(title: &str) -> bool {
    title.chars().count() > 32
}

/// The id that a file name gives.
pub fn id_of(file_name: &str) -> Option<String> {
    slug_of(stem(file_name))
}

/// The name of a file without its folders and its ending.
fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
