//! The proof that no word of either text is lost, added, changed or moved.
//!
//! The words of a document equal, in order and paragraph by paragraph, the words of its raw capture
//! after the repairs that its front matter declares.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lectern::check::load_valid;
use lectern::content::{File, Source, read, report};
use lectern::library::{Block, Document, Event, Library, RepairKind, Section};

use crate::support::{part_name, real, set_contents, text_of};

/// A word, or the start of a block, with where it stands.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    place: String,
}

/// Stands before the first word of every heading, paragraph and quotation.
const BLOCK: &str = "¶";

fn capture(document: &Document) -> &str {
    &document.metadata.capture.as_ref().unwrap().text
}

fn document<'a>(library: &'a Library, slug: &str) -> &'a Document {
    &library[library.document(slug).unwrap()]
}

/// The words of a capture, less what is dropped or moved, with seams joined and marks of form off.
fn capture_words(document: &Document) -> Vec<Word> {
    let repairs = &document.metadata.repairs;
    let lines: Vec<&str> = capture(document).lines().collect();
    let covers = |kind: RepairKind, line: usize| {
        repairs
            .iter()
            .any(|r| r.kind == kind && (r.first..=r.last).contains(&line))
    };
    let mut words: Vec<Word> = Vec::new();
    for (number, line) in (1..).zip(&lines) {
        if covers(RepairKind::Drop, number) || covers(RepairKind::Move, number) {
            continue;
        }
        let line = line.trim_start_matches('#').trim();
        let line = line.strip_prefix("- ").unwrap_or(line);
        let line = match line.strip_prefix('-') {
            Some(rest) => format!("— {rest}"),
            None => line.replace(['*', '<', '>'], ""),
        };
        if line.is_empty() {
            continue;
        }
        let seam = repairs
            .iter()
            .find(|r| r.kind == RepairKind::Join && r.last == number);
        let mut own = line.split_whitespace().map(str::to_owned);
        match seam {
            None => words.push(word(BLOCK, number)),
            Some(seam) if seam.hyphen => {
                let first = own.next().unwrap_or_default();
                let last = &mut words.last_mut().unwrap().text;
                assert_eq!(
                    last.pop(),
                    Some('-'),
                    "no hyphen at the seam before line {number}"
                );
                last.push_str(&first);
            }
            Some(_) => {}
        }
        if covers(RepairKind::Label, number) {
            // The run-in label, less its colon, is a heading of its own in the text.
            let label = own.next().unwrap_or_default();
            words.push(word(label.trim_end_matches(':'), number));
            words.push(word(BLOCK, number));
        }
        words.extend(own.map(|text| word(&text, number)));
    }
    words
}

fn word(text: &str, line: usize) -> Word {
    Word {
        text: text.to_owned(),
        place: format!("line {line} of the capture"),
    }
}

/// The words of a document as it was loaded.
fn document_words(library: &Library, document: &Document) -> Vec<Word> {
    let sections = &library[document.sections];
    for section in sections {
        let has_list = section
            .blocks
            .iter()
            .any(|block| matches!(block, Block::List(_)));
        assert!(!has_list, "neither text has a list");
    }
    let parts = sections.iter().flat_map(Section::parts);
    let words = parts.flat_map(|part| {
        let texts = library.prose(part).text.split_whitespace();
        let place = part_name(library, part);
        let word = move |text: &str| Word {
            text: text.to_owned(),
            place: place.clone(),
        };
        std::iter::once(BLOCK).chain(texts).map(word)
    });
    words.collect()
}

/// The first difference between a document and its capture, in words.
fn difference(library: &Library, document: &Document) -> Option<String> {
    let (ours, theirs) = (document_words(library, document), capture_words(document));
    let shared = ours
        .iter()
        .zip(&theirs)
        .take_while(|(a, b)| a.text == b.text)
        .count();
    let tell = |word: Option<&Word>| match word {
        Some(word) => format!("`{}` in {}", word.text, word.place),
        None => "nothing more".to_owned(),
    };
    (shared < ours.len().max(theirs.len())).then(|| {
        format!(
            "{}, but {}",
            tell(ours.get(shared)),
            tell(theirs.get(shared))
        )
    })
}

#[test]
fn words_of_both_texts_are_those_of_their_captures() {
    let library = real().library();
    for document in library.documents() {
        assert_eq!(difference(library, document), None);
    }
}

/// The word that every change is tried on: a word of letters in the body of the file.
fn body_words(text: &str) -> Vec<std::ops::Range<usize>> {
    let body = text.rfind("\n+++\n").unwrap() + 5;
    let mut words = Vec::new();
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        // Notes are the editors' words, and attributes name sections: neither is the text.
        let end = line.find(" {#").unwrap_or(line.len());
        if !line.starts_with("[^") {
            let mut from = 0;
            for word in line[..end].split(' ') {
                let plain = word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
                if plain {
                    words.push(at + from..at + from + word.len());
                }
                from += word.len() + 1;
            }
        }
        at += line.len();
    }
    words
}

/// The texts without the scholarship, which would find most changes before the proof does.
fn texts_alone() -> Vec<File> {
    let mut files = read(&Source::Embedded);
    let kept = ["site.toml", "strategy.md", "research.md"];
    files.retain(|file| kept.contains(&file.name.as_str()) || file.name.starts_with("captures/"));
    // It names pages for the header, which are left out too.
    let settings = text_of(&files, "site.toml");
    let kept = settings.lines().filter(|line| !line.starts_with("nav ="));
    set_contents(&mut files, "site.toml", kept.collect::<Vec<_>>().join("\n"));
    files
}

fn difference_after(file: &str, text: &str) -> Option<String> {
    let mut files = texts_alone();
    set_contents(&mut files, file, text);
    match load_valid(&files) {
        Ok(library) => {
            let mut documents = library.documents().iter();
            documents.find_map(|document| difference(&library, document))
        }
        // A heading that loses its only word is no heading: the load names its line.
        Err(diagnostics) => Some(report(&files, &diagnostics).replace(".md:", ".md line ")),
    }
}

#[test]
fn word_changed_lost_or_swapped_is_found_and_its_place_named() {
    for id in ["strategy", "research"] {
        let file = format!("{id}.md");
        let files = read(&Source::Embedded);
        let text = text_of(&files, &file);
        let words = body_words(&text);
        assert!(
            words.len() > 1500,
            "only {} words were found to change",
            words.len()
        );
        for at in (0..words.len() - 1).step_by(41) {
            let (range, next) = (words[at].clone(), words[at + 1].clone());
            let (word, other) = (&text[range.clone()], &text[next.clone()]);
            let changed = [
                format!("{}altered{}", &text[..range.start], &text[range.end..]),
                format!("{}{}", &text[..range.start], &text[range.end + 1..]),
                format!(
                    "{}{other}{}{word}{}",
                    &text[..range.start],
                    &text[range.end..next.start],
                    &text[next.end..]
                ),
            ];
            for (how, changed) in ["changed", "lost", "swapped"].iter().zip(changed) {
                if *how == "swapped" && word == other {
                    continue;
                }
                let found = difference_after(&file, &changed);
                let told = found.unwrap_or_else(|| panic!("`{word}` {how} was not found"));
                assert!(told.contains(id) && told.contains("line "), "{told}");
            }
        }
    }
}

#[test]
fn what_is_dropped_from_the_captures_is_this_and_no_more() {
    let mut dropped = String::new();
    for document in real().library().documents() {
        let lines: Vec<&str> = capture(document).lines().collect();
        for repair in &document.metadata.repairs {
            if repair.kind == RepairKind::Drop {
                for number in repair.first..=repair.last {
                    let line = lines[number - 1];
                    if !line.is_empty() {
                        writeln!(dropped, "{} {number}: {line}", document.slug).unwrap();
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(dropped);
}

/// The moved lines of a capture, without marks.
fn moved_lines(document: &Document) -> BTreeSet<String> {
    let lines: Vec<&str> = capture(document).lines().collect();
    document
        .metadata
        .repairs
        .iter()
        .filter(|repair| repair.kind == RepairKind::Move)
        .flat_map(|repair| &lines[repair.first - 1..repair.last])
        .map(|line| line.trim_start_matches("# ").replace(['*', '<', '>'], ""))
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn moved_lines_of_the_strategy_are_its_metadata() {
    let strategy = document(real().library(), "strategy");
    let metadata = &strategy.metadata;
    let (event, date) = metadata.dates[0];
    assert_eq!(event, Event::Posted);
    let posted = format!("{date} {}", metadata.posted_time.as_ref().unwrap());
    let told = BTreeSet::from([metadata.title.clone(), posted]);
    assert_eq!(told, moved_lines(strategy));
}

#[test]
fn moved_lines_of_the_paper_are_its_metadata() {
    let paper = document(real().library(), "research");
    let metadata = &paper.metadata;
    let superscript = |key: &str| key.replace('1', "¹").replace('2', "²").replace('3', "³");
    let authors: Vec<String> = metadata
        .authors
        .iter()
        .map(|a| {
            let keys: Vec<String> = a.affiliations.iter().map(|key| superscript(key)).collect();
            assert_eq!(a.name, format!("{} {}", a.family, a.given));
            format!("{}{}", a.name, keys.join(","))
        })
        .collect();
    let day = |wanted: Event| {
        let (_, date) = metadata
            .dates
            .iter()
            .find(|(event, _)| *event == wanted)
            .unwrap();
        date.in_words()
    };
    let person = metadata.corresponding.as_ref().unwrap();
    let venue = metadata.venue.as_ref().unwrap();
    let doi = metadata.doi.as_ref().unwrap();
    let mut told = BTreeSet::from([
        metadata.title.clone(),
        authors.join(", "),
        format!("Keywords: {}", metadata.keywords.join("; ")),
        format!(
            "Received date: {}; revised date: {}",
            day(Event::Received),
            day(Event::Revised)
        ),
        format!(
            "Corresponding author: {}, {} E-mail: {}",
            person.author, person.note, person.email
        ),
        format!("Funding program: {}", metadata.funding.join("; ")),
        format!(
            "Chinese version: {} {}, {} ({}): {}",
            venue.journal,
            venue.year,
            venue.volume,
            venue.issue,
            venue.pages.as_ref().unwrap()
        ),
        format!(
            "Cited item: {} et al. {}. {}, http://{doi}",
            metadata.authors[0].name, metadata.title, venue.journal
        ),
    ]);
    told.extend(
        metadata
            .affiliations
            .iter()
            .map(|a| format!("{}. {}", a.key, a.name)),
    );
    let moved = moved_lines(paper);
    assert_eq!(told, moved);
    for printed in &metadata.printed {
        assert!(
            moved.contains(&printed.text),
            "{} is not in the capture",
            printed.text
        );
    }
}
