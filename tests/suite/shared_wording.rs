//! Shared wording, held against an independent computation: `tests/sources/parallels.txt`.

use std::collections::BTreeSet;

use lectern::analysis::words;
use lectern::library::{
    Document, DocumentText, Id, IdRange, Library, Prose, Section, SectionId, Slug, TextSpan,
};
use lectern::study::Study;
use lectern::study::shared::{Shared, SharedRun};

use crate::support::{part_name, place, real, sound};

const PARALLELS: &str = include_str!("../sources/parallels.txt");

/// A run and its two places, the paper's first: `research/2.1.p1`, `strategy/II.2 heading`.
type Pair = (String, String, String);

/// The runs that a section of the paper and one of the strategy share.
fn computed(library: &Library, study: &Study) -> BTreeSet<Pair> {
    let sections = |slug| library[library.document(slug).unwrap()].sections;
    let mut pairs = BTreeSet::new();
    for first in sections("research") {
        for second in sections("strategy") {
            for run in study.shared_between(first, second) {
                let places = [run.first, run.second].map(|span| part_name(library, span.part));
                let [first, second] = places;
                pairs.insert((run.folded, first, second));
            }
        }
    }
    pairs
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
fn independent_list_differs_only_as_explained() {
    let (ours, theirs) = (computed(real().library(), real().site.study()), listed());
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

/// A run between brackets, with some of the text around it.
fn marked(library: &Library, span: &TextSpan) -> String {
    let text = &library.prose(span.part).text;
    let range = span.range.clone();
    let mut before: Vec<char> = text[..range.start].chars().rev().take(20).collect();
    before.reverse();
    let before = String::from_iter(before);
    let after: String = text[range.end..].chars().take(20).collect();
    let name = part_name(library, span.part);
    format!("{name}: …{before}[{}]{after}…", &text[range])
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

/// The runs that two sections of the real content share.
fn runs(a: &str, b: &str) -> Vec<SharedRun> {
    let library = real().library();
    let section = |reference| library.section_of(place(library, reference));
    real().site.study().shared_between(section(a), section(b))
}

#[test]
fn runs_of_two_sections_are_marked_in_both() {
    let told = told(real().library(), &runs("strategy/II.2", "research/2.2.1"));
    insta::assert_snapshot!("the_runs_of_two_sections_are_marked_in_both", told);
}

#[test]
fn section_shares_with_itself_what_it_repeats() {
    let told = told(real().library(), &runs("strategy/II.2", "strategy/II.2"));
    insta::assert_snapshot!("a_section_shares_with_itself_what_it_repeats", told);
}

#[test]
fn order_of_the_sections_does_not_matter() {
    let turned = |run: SharedRun| SharedRun {
        first: run.second,
        second: run.first,
        ..run
    };
    let mut one = runs("strategy/II.3", "research/3.8");
    let other = runs("research/3.8", "strategy/II.3");
    let mut other: Vec<SharedRun> = other.into_iter().map(turned).collect();
    let by_place = |run: &SharedRun| format!("{run:?}");
    one.sort_by_key(by_place);
    other.sort_by_key(by_place);
    assert!(!one.is_empty());
    assert_eq!(one, other);
    let total = Shared::total(&one);
    assert_eq!((total.longest, total.pairs), (4, one.len()));
}

/// Every run of four or more words that stands in two texts, found by comparing all with all.
fn by_brute_force(texts: [&str; 2]) -> BTreeSet<(String, usize, usize)> {
    let [a, b] = texts.map(words);
    let mut found = BTreeSet::new();
    for first in 0..a.len() {
        for second in 0..b.len() {
            let same = |step: usize| a[first + step].folded == b[second + step].folded;
            let most = (a.len() - first).min(b.len() - second);
            let words = (0..most).take_while(|&step| same(step)).count();
            let extends = first > 0 && second > 0 && a[first - 1].folded == b[second - 1].folded;
            let run: Vec<&str> = a[first..first + words].iter().map(|w| &*w.folded).collect();
            if words >= 4
                && !extends
                && run
                    .iter()
                    .any(|word| sound().library().words.is_content(word))
            {
                found.insert((run.join(" "), a[first].range.start, b[second].range.start));
            }
        }
    }
    found
}

/// A library of one document, whose sections are headings and nothing else.
fn library_of_headings(headings: [&str; 2]) -> Library {
    let model = sound().library();
    let Document { slug, metadata, .. } = &model.documents()[0];
    let sections = headings.into_iter().enumerate().map(|(place, heading)| {
        let id = SectionId::new(place);
        Section {
            id,
            heading: Prose::plain(heading),
            number: None,
            slug: Slug::parse(&format!("section-{place}")).unwrap(),
            parent: None,
            children: Vec::new(),
            subtree: IdRange::only(id),
            blocks: Vec::new(),
            paragraphs: IdRange::new(0..0),
            ..model.sections()[place].clone()
        }
    });
    let text = DocumentText {
        sections: sections.collect(),
        ..DocumentText::default()
    };
    let mut library = Library::new(model.settings.clone(), model.kinds().to_vec());
    library.words = model.words.clone();
    library.add_document(slug.clone(), metadata.clone(), text);
    library
}

proptest::proptest! {
    #[test]
    fn index_finds_what_comparing_all_with_all_finds(
        a in "(the|of|cat|dog|ox)( (the|of|cat|dog|ox)){0,40}",
        b in "(the|of|cat|dog|ox)( (the|of|cat|dog|ox)){0,40}",
    ) {
        let library = library_of_headings([&a, &b]);
        let [first, second] = [0, 1].map(SectionId::new);
        let study = Study::of(&library);
        let found: BTreeSet<(String, usize, usize)> = study
            .shared_between(first, second)
            .into_iter()
            .map(|run| (run.folded, run.first.range.start, run.second.range.start))
            .collect();
        proptest::prop_assert_eq!(found, by_brute_force([&a, &b]));
    }
}
