//! The steps from a source to a document, in order.

use std::ops::Range;

use regex::Regex;

use super::blocks::{Block, SourceHeading, blocks};
use super::dedent::dedent;
use super::edits::Edits;
use super::error::AdoptError;
use super::kinds::with_kinds;
use super::levels::{Levelled, levels};
use super::metadata::{complete, front_matter, id_of, take_title};
use super::pattern::{offer, starts};
use super::refused::take_refused;
use super::taken::{Fate, Taken, TakenList};
use crate::content::diagnostics::{Diagnostic, Diagnostics};
use crate::content::naming::{
    HeadingNames, HeadingReading, KindName, OwnNames, UnnamedHeading, kind_name, propose,
    read_heading,
};
use crate::content::toml::{FrontMatterDraft, read_site_file, split_toml};
use crate::library::{Kind, Number, Slug};

/// A text as it is found.
#[derive(Debug, Clone, Copy)]
pub struct SourceText<'a> {
    /// The name of its file, which tells the id, and the title where nothing else does.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

/// What a person says beforehand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The id of the document, if not that of the file's name.
    pub id: Option<Slug>,
    /// What paragraphs begin with that are sections.
    pub sections: Option<Regex>,
}

/// A document, and all that a person should know about it.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// Its id, which names its file.
    pub id: Slug,
    /// The file.
    pub document: String,
    /// `site.toml` with the kinds that it needs.
    pub site: String,
    /// The kinds that were declared for it.
    pub kinds: Vec<KindName>,
    /// What was done to the words of the source, in its order.
    pub taken: Vec<Taken>,
    /// What a person should look at, a sentence each.
    pub decisions: Vec<String>,
    /// What the loader still refuses: nothing, if all went well.
    pub refused: Vec<Diagnostic>,
}

/// Makes a document of a source. `ask` says what the loader finds wrong with a `site.toml` and a
/// document for it.
///
/// # Errors
/// Where there is nothing to make it of.
pub fn adopt(
    source: SourceText<'_>,
    site: &str,
    options: &Options,
    ask: &dyn Fn(&str, &str, &Slug) -> Vec<Diagnostic>,
) -> Result<Adopted, AdoptError> {
    if source.text.trim().is_empty() {
        return Err(AdoptError::Empty);
    }
    let front = front_matter(source.text);
    let text = source.text;
    let blocks = blocks(text, front.range.end);
    let mut edits = Edits::of(text);
    let mut taken = TakenList::default();
    let mut draft = front.draft;
    let mut decisions = Vec::new();

    if let Some(why) = front.unreadable {
        decisions.push(format!(
            "The front matter of the source cannot be read: {why}."
        ));
        taken.add(
            front.range.clone(),
            Fate::Removed,
            "front matter that cannot be read",
        );
    } else if !front.range.is_empty() && front.own.is_none() {
        taken.add(front.range.clone(), Fate::Moved, "front matter");
    }
    for (range, reason) in take_title(&blocks, &mut draft) {
        edits.replace(range.clone(), String::new());
        taken.add(range, Fate::Moved, reason);
    }
    dedent(text, &blocks, &mut edits, &mut taken);

    let sections = sections(text, &blocks, &edits, options.sections.as_ref());
    let offered = offer(text, &blocks).filter(|_| options.sections.is_none());
    if sections.is_empty() {
        return Err(AdoptError::no_sections(offered, options.sections.is_some()));
    }
    if let Some(offer) = offered {
        decisions.push(format!(
            "{} paragraphs begin like “{}”: `--sections '{}'` makes sections of them.",
            offer.count, offer.example, offer.pattern
        ));
    }

    let declared = declared_kinds(site);
    let names = names(&sections, &declared);
    let kinds = new_kinds(&names, &declared);
    decisions.extend(doubtful(text, &sections, &names));
    write_sections(text, &sections, &names, &mut edits);

    let own_id = front.own.as_deref().and_then(own_id);
    let id = options
        .id
        .clone()
        .or(own_id)
        .or_else(|| Slug::parse(&id_of(source.name)?));
    let id = id.ok_or(AdoptError::NoId)?;
    let body = &text[front.range.end..];
    let toml = if let Some(own) = front.own {
        own
    } else {
        decisions.extend(complete(&mut draft, id.as_str(), source.name, body));
        FrontMatterDraft::to_toml(&draft)
    };
    let space = text[front.range.end..].len() - text[front.range.end..].trim_start().len();
    edits.replace(0..front.range.end, String::new());
    edits.begin_with(format!(
        "+++\n{toml}+++\n{}",
        if space == 0 { "\n" } else { "" }
    ));

    let site = with_kinds(site, &kinds).map_err(AdoptError::Site)?;
    let refused = take_refused(&mut edits, &mut taken, &|document| {
        ask(&site, document, &id)
    });
    Ok(Adopted {
        document: compact(&edits.apply().text),
        id,
        site,
        kinds,
        taken: taken.in_order(text),
        decisions,
        refused,
    })
}

/// A section of the document to be, where its heading stands or should stand.
struct SourceSection {
    heading: SourceHeading,
    /// The bytes that the written heading takes the place of.
    range: Range<usize>,
    /// Whether the heading was the beginning of a paragraph; if so, whether that of its first line.
    inside: Option<bool>,
}

/// All sections in order: those of headings, and those of paragraphs that begin as asked.
fn sections(
    text: &str,
    blocks: &[Block],
    edits: &Edits<'_>,
    pattern: Option<&Regex>,
) -> Vec<SourceSection> {
    let mut sections = Vec::new();
    let mut level = 1;
    for block in blocks {
        match block {
            Block::Heading(heading) if edits.is_untouched(&heading.range) => {
                level = heading.level;
                sections.push(SourceSection {
                    range: heading.range.clone(),
                    heading: heading.clone(),
                    inside: None,
                });
            }
            Block::Paragraph(range) => {
                let starts = pattern.map(|pattern| starts(text, range, pattern));
                for start in starts.into_iter().flatten() {
                    let words = text[start.heading.clone()].to_owned();
                    sections.push(SourceSection {
                        heading: SourceHeading {
                            range: start.heading.clone(),
                            level: level + 1,
                            text: words.clone(),
                            words,
                            id: None,
                            number: None,
                            kind: None,
                        },
                        range: start.heading.start..start.space.end,
                        inside: Some(start.is_first),
                    });
                }
            }
            _ => {}
        }
    }
    sections
}

fn names(sections: &[SourceSection], declared: &[Kind]) -> Vec<(u8, HeadingNames)> {
    let readings = sections
        .iter()
        .map(|one| read_heading(&one.heading.text, declared));
    let readings: Vec<HeadingReading<'_>> = readings.collect();
    // Whoever named the sections has set their levels too.
    let is_named = sections.iter().any(|one| one.heading.number.is_some());
    let levelled = sections
        .iter()
        .zip(&readings)
        .map(|(one, reading)| Levelled {
            level: one.heading.level,
            kind: reading.kind.as_deref().filter(|_| !is_named),
            number: reading
                .number
                .as_ref()
                .map(|one| one.text.as_str())
                .filter(|_| !is_named),
        });
    let levels = levels(&levelled.collect::<Vec<_>>());
    let mut slugs = std::collections::HashSet::new();
    let mut numbers = std::collections::HashSet::new();
    let headings = sections.iter().zip(&levels).map(|(one, &level)| {
        let SourceHeading {
            text,
            id,
            number,
            kind,
            ..
        } = &one.heading;
        let slug = id.as_deref().and_then(Slug::parse);
        let number = number.as_deref().and_then(Number::parse);
        UnnamedHeading {
            level,
            text: text.clone(),
            own: OwnNames {
                slug: slug.filter(|slug| slugs.insert(slug.clone())),
                kind: kind.clone().filter(|kind| Slug::parse(kind).is_some()),
                number: number.filter(|one| numbers.insert(one.as_str().to_lowercase())),
            },
        }
    });
    let names = propose(&headings.collect::<Vec<_>>(), declared);
    levels.into_iter().zip(names).collect()
}

/// The kinds that the site does not declare yet, in the order of the text.
fn new_kinds(names: &[(u8, HeadingNames)], declared: &[Kind]) -> Vec<KindName> {
    let mut kinds: Vec<KindName> = Vec::new();
    for (_, HeadingNames { kind, .. }) in names {
        let is_known = declared.iter().any(|one| one.class.as_str() == kind)
            || kinds.iter().any(|one| one.class == *kind);
        if !is_known {
            kinds.push(kind_name(kind));
        }
    }
    kinds
}

/// Puts headings with their names in place of those of the source.
fn write_sections(
    text: &str,
    sections: &[SourceSection],
    names: &[(u8, HeadingNames)],
    edits: &mut Edits<'_>,
) {
    for (section, (level, names)) in sections.iter().zip(names) {
        let SourceSection {
            heading,
            range,
            inside,
        } = section;
        let line = format!(
            "{} {} {names}",
            "#".repeat(usize::from(*level)),
            heading.words
        );
        // What has all its names stays as it is written.
        let has_names = heading.id.as_ref() == Some(&names.slug)
            && heading.kind.as_ref() == Some(&names.kind)
            && heading.number.as_ref() == Some(&names.number);
        if has_names && heading.level == *level {
            continue;
        }
        let has_text = text[range.end..].starts_with(|c: char| c != '\n' && c != '\r');
        let written = match inside {
            None => line,
            Some(is_first) => {
                let before = if *is_first { "" } else { "\n" };
                let after = if has_text { "\n\n" } else { "\n" };
                format!("{before}{line}{after}")
            }
        };
        edits.replace_all(range.clone(), written);
    }
}

/// What a person should look at among the names.
fn doubtful(text: &str, sections: &[SourceSection], names: &[(u8, HeadingNames)]) -> Vec<String> {
    let mut doubts = Vec::new();
    let mut lines = (0, 1);
    let mut plain = 0;
    for (section, (_, names)) in sections.iter().zip(names) {
        let reading = read_heading(&section.heading.text, &[]);
        if reading.kind.is_none() && section.heading.kind.is_none() {
            plain += 1;
        }
        let Some(number) = reading.number.filter(|_| section.heading.number.is_none()) else {
            continue;
        };
        // `9b` is what a second `9` is called.
        let last = names.number.rsplit('.').next().unwrap_or_default();
        let printed = number.text.rsplit('.').next().unwrap_or_default();
        if last != printed && last.starts_with(printed) {
            lines.1 += text[lines.0..section.range.start].matches('\n').count();
            lines.0 = section.range.start;
            doubts.push(format!(
                "Line {}: “{}” has a number that stands twice; its reference is `{}`.",
                lines.1, section.heading.text, names.number
            ));
        }
    }
    if plain > 0 {
        doubts.push(format!(
            "{} of {} headings name no kind: they are sections. Another kind may suit them better.",
            plain,
            sections.len()
        ));
    }
    doubts
}

fn declared_kinds(site: &str) -> Vec<Kind> {
    let diagnostics = Diagnostics::default();
    read_site_file(site, diagnostics.of_no_file()).map_or_else(Vec::new, |site| site.kinds)
}

/// The id in front matter that is that of a document already.
fn own_id(toml: &str) -> Option<Slug> {
    let table: toml_edit::DocumentMut = toml.parse().ok()?;
    Slug::parse(table.get("id")?.as_str()?)
}

/// A document whose text begins right behind its front matter.
fn compact(document: &str) -> String {
    let Some((_, body)) = split_toml(document) else {
        return document.to_owned();
    };
    let (front, body) = document.split_at(body.start);
    format!("{front}\n{}", body.trim_start_matches(['\n', '\r']))
}
