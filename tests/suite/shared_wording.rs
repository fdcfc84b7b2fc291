//! Shared wording, held against an independent computation: `tests/sources/parallels.txt`.

use std::collections::BTreeSet;

use lectern::library::Library;
use lectern::library::part::Part;
use lectern::library::reference::Reference;
use lectern::study::Study;
use lectern::study::shared::{Occurrence, Shared, SharedRun};

use crate::support::embedded;

const PARALLELS: &str = include_str!("../sources/parallels.txt");

/// A run and its two places, the paper's first: `research/2.1.p1`, `strategy/II.2 heading`.
type Pair = (String, String, String);

fn place(library: &Library, occurrence: &Occurrence) -> String {
    let document = &library.documents[occurrence.section.document];
    let section = &document.sections[occurrence.section.section];
    match occurrence.spot.part {
        Part::Heading => format!("{} heading", section.reference),
        Part::Paragraph(ordinal) => section.reference.with_paragraph(ordinal).to_string(),
        Part::Quotation(ordinal) => format!("{} quotation {ordinal}", section.reference),
    }
}

fn computed(library: &Library, study: &Study) -> BTreeSet<Pair> {
    let at = |id| {
        let position = |document: &lectern::library::document::Document| document.id.as_str() == id;
        library.documents.iter().position(position).unwrap()
    };
    study
        .shared
        .between_documents(&study.corpus, at("research"), at("strategy"))
        .into_iter()
        .map(|run| {
            let first = place(library, &run.first);
            let second = place(library, &run.second);
            (run.folded, first, second)
        })
        .collect()
}

/// `R:2.1#p1` and `S:III.4#title` as this site writes them.
fn translated(place: &str) -> String {
    let (document, rest) = place.trim().split_once(':').unwrap();
    let (section, part) = rest.split_once('#').unwrap();
    let document = match document {
        "R" => "research",
        _ => "strategy",
    };
    match part {
        "title" => format!("{document}/{section} heading"),
        _ => format!("{document}/{section}.{part}"),
    }
}

/// The rows of the list; each of its places in the one text with each in the other.
fn listed() -> BTreeSet<Pair> {
    let mut pairs = BTreeSet::new();
    for row in PARALLELS.lines() {
        let Some((left, right)) = row.split_once('|') else {
            continue;
        };
        let at = left.find(" R:").unwrap();
        let words: Vec<&str> = left[..at]
            .split_whitespace()
            .skip(1)
            .filter(|word| *word != "*")
            .collect();
        let right = right.split('[').next().unwrap();
        for first in left[at..].split(',') {
            for second in right.split(',') {
                pairs.insert((words.join(" "), translated(first), translated(second)));
            }
        }
    }
    pairs
}

fn lines<'a>(pairs: impl IntoIterator<Item = &'a Pair>) -> String {
    let lines = pairs
        .into_iter()
        .map(|(run, first, second)| format!("{run} | {first} | {second}\n"));
    lines.collect()
}

/// A row of the list names the places of a run in the one text and those in the other. It means each
/// with each, but for one pair: there the run is part of a longer one, which has a row of its own.
#[test]
fn the_independent_list_differs_only_as_explained() {
    let library = embedded();
    let study = Study::of(&library);
    let (ours, theirs) = (computed(&library, &study), listed());
    assert_eq!(lines(ours.difference(&theirs)), "");
    assert_eq!(
        lines(theirs.difference(&ours)),
        "with the international community | research/3.9.p1 | strategy/III.2.p1\n"
    );
    let longer = (
        "cooperation with the international community".to_owned(),
        "research/3.9.p1".to_owned(),
        "strategy/III.2.p1".to_owned(),
    );
    assert!(ours.contains(&longer));
    let runs: BTreeSet<&str> = ours.iter().map(|(run, _, _)| run.as_str()).collect();
    assert_eq!(runs.len(), 43, "the list counts 43 different runs");
}

/// The text of a part with a run of it between brackets.
fn marked(library: &Library, occurrence: &Occurrence) -> String {
    let document = &library.documents[occurrence.section.document];
    let section = &document.sections[occurrence.section.section];
    let text = &section.part(occurrence.spot.part).unwrap().text;
    let range = occurrence.spot.range.clone();
    let before = text[..range.start]
        .chars()
        .rev()
        .take(20)
        .collect::<Vec<char>>();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[range.end..].chars().take(20).collect();
    format!(
        "{}: …{before}[{}]{after}…",
        place(library, occurrence),
        &text[range]
    )
}

fn told(library: &Library, runs: &[SharedRun]) -> String {
    let runs = runs.iter().map(|run| {
        let (first, second) = (marked(library, &run.first), marked(library, &run.second));
        format!(
            "{} words: {}\n  {first}\n  {second}\n",
            run.words, run.folded
        )
    });
    runs.collect()
}

fn runs(study: &Study, a: &str, b: &str) -> Vec<SharedRun> {
    study.shared_between(&Reference::parse(a).unwrap(), &Reference::parse(b).unwrap())
}

#[test]
fn the_runs_of_two_sections_are_marked_in_both() {
    let library = embedded();
    let study = Study::of(&library);
    insta::assert_snapshot!(told(
        &library,
        &runs(&study, "strategy/II.2", "research/2.2.1")
    ));
}

#[test]
fn a_section_shares_with_itself_what_it_repeats() {
    let library = embedded();
    let study = Study::of(&library);
    insta::assert_snapshot!(told(
        &library,
        &runs(&study, "strategy/II.2", "strategy/II.2")
    ));
}

#[test]
fn the_order_of_the_sections_does_not_matter() {
    let library = embedded();
    let study = Study::of(&library);
    let turned = |run: SharedRun| SharedRun {
        first: run.second,
        second: run.first,
        ..run
    };
    let mut one = runs(&study, "strategy/II.3", "research/3.8");
    let other = runs(&study, "research/3.8", "strategy/II.3");
    let mut other: Vec<SharedRun> = other.into_iter().map(turned).collect();
    let by_place = |run: &SharedRun| format!("{run:?}");
    one.sort_by_key(by_place);
    other.sort_by_key(by_place);
    assert!(!one.is_empty());
    assert_eq!(one, other);
    let total = Shared::total(&one);
    assert_eq!((total.longest, total.pairs), (4, one.len()));
}

#[test]
fn partners_are_ranked_by_what_is_shared() {
    let library = embedded();
    let study = Study::of(&library);
    let at = study
        .place(&Reference::parse("research/2.2.3").unwrap())
        .unwrap();
    let partners = study.shared.partners(&study.corpus, at, 4);
    let told: Vec<String> = partners
        .iter()
        .map(|partner| {
            let document = &library.documents[partner.section.document];
            let reference = &document.sections[partner.section.section].reference;
            format!("{reference} {}", partner.grams)
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

/// Every run of four or more words that stands in two units, found by comparing all with all.
fn by_brute_force(texts: [&str; 2]) -> BTreeSet<(String, usize, usize)> {
    let [a, b] = texts.map(lectern::study::words::words);
    let mut found = BTreeSet::new();
    for first in 0..a.len() {
        for second in 0..b.len() {
            let same = |step: usize| a[first + step].folded == b[second + step].folded;
            let most = (a.len() - first).min(b.len() - second);
            let words = (0..most).take_while(|&step| same(step)).count();
            let extends = first > 0 && second > 0 && a[first - 1].folded == b[second - 1].folded;
            let run: Vec<&str> = a[first..first + words].iter().map(|w| &*w.folded).collect();
            let content = run
                .iter()
                .any(|word| lectern::study::stop_words::is_content(word));
            if words >= 4 && !extends && content {
                found.insert((run.join(" "), a[first].range.start, b[second].range.start));
            }
        }
    }
    found
}

proptest::proptest! {
    #[test]
    fn the_index_finds_what_comparing_all_with_all_finds(
        a in "(the|of|cat|dog|ox)( (the|of|cat|dog|ox)){0,40}",
        b in "(the|of|cat|dog|ox)( (the|of|cat|dog|ox)){0,40}",
    ) {
        let mut library = crate::support::library_of(&crate::support::sound_files());
        let sections = &mut library.documents[0].sections;
        for (at, text) in [&a, &b].into_iter().enumerate() {
            sections[at].heading = lectern::library::prose::Prose::plain(text.as_str());
            sections[at].blocks.clear();
        }
        let places = [0, 1].map(|at| sections[at].reference.clone());
        let study = Study::of(&library);
        let found: BTreeSet<(String, usize, usize)> = study
            .shared_between(&places[0], &places[1])
            .into_iter()
            .map(|run| (run.folded, run.first.spot.range.start, run.second.spot.range.start))
            .collect();
        proptest::prop_assert_eq!(found, by_brute_force([&a, &b]));
    }
}
