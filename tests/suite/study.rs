//! The computed evidence, whole, on the small site of `tests/sites/scholarly`.

use std::fmt::Write;

use lectern::library::{DocumentId, KindId, Library, Section, TextSpan};
use lectern::study::Study;
use lectern::study::coverage::{Coverage, Tally};
use lectern::study::sentences::around;
use lectern::study::steps::{Step, stands_alone, steps};

use crate::support::{
    change, library_of, part_name, place, scholarly, scholarly_files, set_contents, text_of,
    with_third_document,
};

fn study() -> (&'static Library, &'static Study) {
    (scholarly().library(), scholarly().site.study())
}

/// The whole sentence of a stretch, with the stretch between brackets.
fn in_context(library: &Library, span: &TextSpan) -> String {
    let prose = library.prose(span.part);
    let sentence = around(span.part, prose, &span.range, &library.words);
    let text = |range: std::ops::Range<usize>| &prose.text[range];
    format!(
        "{}: {}[{}]{}",
        part_name(library, span.part),
        text(sentence.start..span.range.start),
        text(span.range.clone()),
        text(span.range.end..sentence.end)
    )
}

#[test]
fn terms_are_counted_and_shown_in_their_sentences() {
    let (library, study) = study();
    let mut told = String::new();
    for term in library.terms() {
        let found = study.occurrences.term(term.id);
        writeln!(told, "{}: {} in all", term.slug, found.total()).unwrap();
        for one in &found.counts {
            let slug = &library[one.document].slug;
            let (count, rate) = (one.count, one.per_thousand);
            writeln!(told, "  {slug}: {count}, {rate:.1} in a thousand words").unwrap();
        }
        for one in &found.in_keywords {
            let slug = &library[one.document].slug;
            writeln!(told, "  {slug} keyword: {}", one.keyword).unwrap();
        }
        for one in &found.in_text {
            writeln!(told, "  {}", in_context(library, one)).unwrap();
        }
        for section in library.sections() {
            let here = found.in_section(library, section.id);
            let expected = found.in_text.iter();
            let expected = expected.filter(|one| library.section_of_part(one.part) == section.id);
            assert!(here.iter().eq(expected), "{}", section.reference);
            let is_listed = study.occurrences.terms_in(section.id).contains(&term.id);
            assert_eq!(is_listed, !here.is_empty(), "{}", section.reference);
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn words_of_one_document_alone() {
    let (library, study) = study();
    let mut told = String::new();
    for document in library.documents() {
        let words = study.exclusive_words(library, document.id).iter();
        let words: Vec<String> = words
            .map(|one| format!("{} {}", one.word, one.count))
            .collect();
        writeln!(told, "{}: {}", document.slug, words.join(", ")).unwrap();
    }
    insta::assert_snapshot!("words_of_one_document", told);
}

#[test]
fn coverage_and_tallies() {
    let (library, study) = study();
    let mut told = String::new();
    for document in library.documents() {
        for other in library.compared.with(document.id) {
            let name = &library[other].slug;
            writeln!(told, "{} in {name}", document.slug).unwrap();
            for paragraph in &library[document.paragraphs] {
                let coverage = study
                    .coverage
                    .at(library, paragraph.id.into(), other)
                    .unwrap();
                writeln!(told, "{}: {}", paragraph.reference, coverage.name()).unwrap();
            }
            let own = |section: &Section| study.coverage.tally(library, section.paragraphs, other);
            let mut sum = Tally::default();
            for section in &library[document.sections] {
                let tally = own(section);
                sum = sum + tally;
                writeln!(told, "{}: {tally:?}", section.reference).unwrap();
            }
            let whole = study.coverage.tally(library, document.paragraphs, other);
            assert_eq!(sum, whole);
            assert_eq!(whole.paragraphs(), document.paragraphs.len());
            writeln!(told, "all: {whole:?}, {} %\n", whole.quoted_per_cent()).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

/// The scholarly site with another relation and strength of the link between `house/1.p2` and
/// `guests/I.p1`.
fn with_link(relation: &str, strength: usize) -> Library {
    let mut files = scholarly_files();
    let link = format!("relation = \"{relation}\"\nstrength = {strength}");
    change(
        &mut files,
        "concordance.toml",
        "relation = \"parallels\"\nstrength = 2",
        &link,
    );
    library_of(&files)
}

#[test]
fn coverage_is_the_closest_link_that_does_not_differ() {
    for (relation, strength, coverage) in [
        ("parallels", 3, Coverage::Close),
        ("narrows", 2, Coverage::Clear),
        ("answers", 1, Coverage::Loose),
        ("differs", 3, Coverage::Differs),
        ("differs", 1, Coverage::Differs),
    ] {
        let library = with_link(relation, strength);
        let study = Study::of(&library);
        let guests = library.document("guests").unwrap();
        let at = |reference| {
            study
                .coverage
                .at(&library, place(&library, reference), guests)
        };
        assert_eq!(at("house/1.p2"), Some(coverage), "{relation} {strength}");
        assert_eq!(at("house/2.p1"), Some(Coverage::None));
        assert_eq!(at("house/1.epigraph"), Some(Coverage::None));
        // A section has a tally instead.
        assert_eq!(at("house/1"), None);
        let quoted = study
            .coverage
            .tally(&library, library[guests].paragraphs, guests);
        assert_eq!(quoted, Tally::default(), "a text was compared with itself");
    }
}

#[test]
fn third_document_that_nobody_compared_has_no_coverage() {
    let library = library_of(&with_third_document());
    let study = Study::of(&library);
    let [house, guests, third] =
        ["house", "guests", "third"].map(|slug| library.document(slug).unwrap());
    for paragraph in library.paragraphs() {
        let covered = study.coverage.of_place(&library, paragraph.id.into());
        let others: Vec<DocumentId> = covered.map(|(other, _)| other).collect();
        let document = library[paragraph.section].document;
        let expected = match document {
            _ if document == house => vec![guests],
            _ if document == guests => vec![house],
            _ => vec![],
        };
        assert_eq!(others, expected, "{}", paragraph.reference);
    }
    for other in [house, guests] {
        let tally = study
            .coverage
            .tally(&library, library[third].paragraphs, other);
        assert_eq!(tally, Tally::default());
    }
}

/// The steps of a library's first document.
fn steps_in(library: &Library) -> Vec<Step> {
    steps(library, &Study::of(library).links, &library.documents()[0])
}

#[test]
fn one_link_in_three_sections_makes_no_step() {
    assert_eq!(steps_in(scholarly().library()), []);
}

/// The scholarly site with a second rule that is carried out, so that most rules are.
fn with_a_step() -> Library {
    let mut files = scholarly_files();
    let link = r#"
[[links]]
id = "m5"
from = "house/2"
to = "house/2.1"
relation = "implements"
strength = 1
from_quote = "Light"
to_quote = "light the lamps"
reason = "The lamps give light."
"#;
    let links = text_of(&files, "concordance.toml") + link;
    set_contents(&mut files, "concordance.toml", links);
    library_of(&files)
}

#[test]
fn step_names_what_most_sections_of_a_kind_have_and_these_lack() {
    let library = with_a_step();
    let kind = |class: &str| -> KindId {
        let mut kinds = library.kinds().iter();
        kinds.find(|kind| kind.class.as_str() == class).unwrap().id
    };
    let section = |reference| library.section_of(place(&library, reference));
    let paragraph = |reference| place(&library, reference).paragraph().unwrap();
    assert_eq!(
        steps_in(&library),
        [Step {
            announcing: kind("rule"),
            carrying: kind("deed"),
            uncovered: vec![section("house/3")],
            // A link of a whole section counts for none of its paragraphs.
            uncovered_paragraphs: vec![paragraph("house/1.p2"), paragraph("house/2.p1")],
            unannounced: vec![],
        }]
    );
}

#[test]
fn section_stands_alone_without_a_link_inside_its_document() {
    let (library, study) = study();
    let sections = library.sections().iter();
    let alone = sections.filter(|section| stands_alone(library, &study.links, section));
    let alone: Vec<String> = alone.map(|section| section.reference.to_string()).collect();
    assert_eq!(alone, ["house/2", "house/3", "guests/I", "guests/II"]);
}

#[test]
fn acts_of_an_actor_are_in_reading_order() {
    let (library, study) = study();
    let mut told = String::new();
    for actor in library.actors.actors.values() {
        writeln!(told, "{}", actor.label).unwrap();
        for act in study.acts_of(library, actor.id) {
            let words = &library.prose(act.span.part).text[act.span.range.clone()];
            let part = part_name(library, act.span.part);
            writeln!(told, "  {} {part}: {words}", act.kind.name()).unwrap();
        }
    }
    insta::assert_snapshot!("the_acts_of_the_actors", told);
}
