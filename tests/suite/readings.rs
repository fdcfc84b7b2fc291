//! What pages ask their readers to read: how long it is, and that the study guide keeps its word.

use std::collections::BTreeSet;

use lectern::content::{Source, read};
use lectern::library::{Citable, Library, Page, Place, Reference, TargetId};
use lectern::study::reading::Reading;

use crate::support::{all, change, library_of, place, real, set_contents, sound_files, words};

/// The page of a library with this name.
fn page<'a>(library: &'a Library, slug: &str) -> &'a Page {
    &library[library.page(slug).unwrap()]
}

fn study_guide() -> (&'static Library, &'static Page) {
    let library = real().library();
    (library, page(library, "study"))
}

/// The targets of all readings of a page.
fn readings(page: &Page) -> Vec<&[TargetId]> {
    page.readings().map(|(_, targets)| targets).collect()
}

/// How many words the small site asks its readers to read with these lines.
fn words_of(lines: &[&str]) -> usize {
    let mut files = sound_files();
    let lines = lines.join("\n");
    let page =
        format!("+++\ntitle = \"A\"\ndescription = \"b\"\n+++\n\n```reading\n{lines}\n```\n");
    set_contents(&mut files, "pages/about.md", page);
    let library = library_of(&files);
    let found = readings(self::page(&library, "about"));
    let [targets] = found.as_slice() else {
        panic!("{found:?}");
    };
    Reading::of(&library, targets).length.words
}

#[test]
fn what_two_passages_share_counts_once() {
    let library = library_of(&sound_files());
    let Place::Section(silence) = place(&library, "charter/1") else {
        panic!("charter/1 is no section");
    };
    let whole = library.length(library[silence].subtree).words;
    assert_eq!(words_of(&["charter/1"]), whole);
    assert_eq!(
        words_of(&["charter/1.p2", "charter/1", "charter/1.a"]),
        whole
    );
    assert_eq!(words_of(&["charter/1", "", "  charter/1  "]), whole);
    let second = library
        .section_by_number(library[silence].document, "2")
        .unwrap();
    let both = whole + library.length(library[second].subtree).words;
    assert_eq!(words_of(&["charter/2", "charter/1"]), both);
}

#[test]
fn a_paragraph_counts_alone_and_an_epigraph_with_its_attribution() {
    let (library, _) = study_guide();
    let paragraph = place(library, "strategy/II.2.p2").paragraph().unwrap();
    assert_eq!(words_of(&["charter/1.p2"]), {
        let sound = library_of(&sound_files());
        let id = place(&sound, "charter/1.p2").paragraph().unwrap();
        sound[id].prose.length().words
    });
    let mut files = read(&Source::Embedded);
    change(
        &mut files,
        "pages/study.md",
        "strategy/preface\nstrategy/conclusion\nresearch/abstract\nresearch/1\n",
        "strategy/preface.epigraph\nstrategy/II.2.p2\n",
    );
    let changed = library_of(&files);
    let reading = Reading::of(&changed, readings(page(&changed, "study"))[0]);
    // Fifty-five words of the epigraph and its attribution, and the paragraph.
    assert_eq!(
        reading.length.words,
        55 + library[paragraph].prose.length().words
    );
    let named = reading.passages.iter().map(|&one| changed.reference(one));
    let named: Vec<String> = named.map(Reference::to_string).collect();
    assert_eq!(named, ["strategy/preface.epigraph", "strategy/II.2.p2"]);
}

#[test]
fn readings_are_found_at_any_depth_in_order() {
    let library = library_of(&sound_files());
    let about = page(&library, "about");
    let found = about.readings().map(|(section, targets)| {
        let heading = about.sections[section].heading.as_ref().unwrap();
        (heading.text.as_str(), targets.len())
    });
    let found: Vec<(&str, usize)> = found.collect();
    assert_eq!(found, [("What to read", 3), ("What to read", 1)]);
}

#[test]
fn each_meeting_of_the_study_guide_has_600_to_1100_words_to_read() {
    let (library, guide) = study_guide();
    let mut meetings = 0;
    let mut shorter = 0;
    for (section, targets) in guide.readings() {
        let heading = &guide.sections[section].heading.as_ref().unwrap().text;
        let words = Reading::of(library, targets).length.words;
        assert!((600..=1100).contains(&words), "{heading}: {words} words");
        if heading.contains("meeting:") {
            meetings += 1;
        } else {
            shorter += 1;
        }
    }
    let headings = guide.sections.values().iter();
    let headings = headings.filter_map(|section| section.heading.as_ref());
    let announced = headings.filter(|heading| heading.text.contains("meeting:"));
    assert_eq!((meetings, shorter), (10, 6));
    assert_eq!(announced.count(), meetings);
}

#[test]
fn the_ten_readings_hold_both_texts_whole() {
    let (library, guide) = study_guide();
    let mut read: BTreeSet<Citable> = BTreeSet::new();
    for targets in readings(guide).into_iter().take(10) {
        for passage in Reading::of(library, targets).passages {
            match passage {
                Place::Paragraph(id) => {
                    read.insert(Citable::Paragraph(id));
                }
                Place::Epigraph(id) => {
                    read.insert(Citable::Epigraph(id));
                }
                Place::Section(id) => {
                    for section in &library[library[id].subtree] {
                        read.extend(library.citables(section.id));
                    }
                }
            }
        }
    }
    let sections = library.sections().iter();
    let counted = sections.filter(|section| !section.is_apparatus);
    let unread = counted.flat_map(|section| library.citables(section.id));
    let unread = unread.filter(|citable| !read.contains(citable));
    let unread: Vec<String> = unread
        .map(|citable| library.reference(citable.into()).to_string())
        .collect();
    assert_eq!(unread, [""; 0]);
}

#[test]
fn the_study_guide_shows_how_long_each_reading_is() {
    let (library, guide) = study_guide();
    let page = real().page("/study");
    let shown = all(&page, "p").into_iter().map(words);
    let shown: Vec<String> = shown.filter(|text| text.starts_with("Read. ")).collect();
    let readings = readings(guide);
    assert_eq!(shown.len(), readings.len());
    for (shown, targets) in shown.iter().zip(readings) {
        let words = Reading::of(library, targets).length.words;
        let count = lectern::library::thousands(words);
        let minutes = words.div_ceil(230);
        let length = format!(" Reading: {count} words, about {minutes} minutes. Handout to print");
        assert!(shown.ends_with(&length), "{shown}");
    }
}
