//! The computed evidence, whole, on the small site of `tests/sites/scholarly`.

use std::fmt::Write;

use lectern::library::{KindId, Library, Section, TextSpan};
use lectern::study::Study;
use lectern::study::sentences::around;
use lectern::study::steps::{Step, stands_alone, steps};
use lectern::study::verdicts::Tally;

use crate::support::{
    library_of, part_name, place, scholarly, scholarly_files, set_contents, text_of,
};

fn study() -> (&'static Library, &'static Study) {
    (scholarly().library(), scholarly().site.study())
}

/// The whole sentence of a stretch, with the stretch between brackets.
fn in_context(library: &Library, span: &TextSpan) -> String {
    let prose = library.prose(span.part);
    let sentence = around(span.part, prose, &span.range);
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
        let words = study.exclusive_words(document.id).iter();
        let words: Vec<String> = words
            .map(|one| format!("{} {}", one.word, one.count))
            .collect();
        writeln!(told, "{}: {}", document.slug, words.join(", ")).unwrap();
    }
    insta::assert_snapshot!("words_of_one_document", told);
}

#[test]
fn verdicts_and_tallies() {
    let (library, study) = study();
    let mut told = String::new();
    for document in library.documents() {
        for paragraph in &library[document.paragraphs] {
            let verdict = study.verdicts.paragraph(paragraph.id).unwrap();
            writeln!(told, "{}: {}", paragraph.reference, verdict.label()).unwrap();
        }
        let own = |section: &Section| study.verdicts.tally(section.paragraphs);
        let mut sum = Tally::default();
        for section in &library[document.sections] {
            let own_tally = own(section);
            let below = library[section.subtree].iter().map(own);
            let below = below.fold(Tally::default(), |sum, one| sum + one);
            sum = sum + own_tally;
            writeln!(
                told,
                "{}: {} of {} paragraphs, {} of {} words, {} %; with what is below it {} of {}",
                section.reference,
                own_tally.counterpart,
                own_tally.paragraphs(),
                own_tally.quoted,
                own_tally.words,
                own_tally.quoted_per_cent(),
                below.counterpart,
                below.paragraphs()
            )
            .unwrap();
        }
        let whole = study.verdicts.tally(document.paragraphs);
        assert_eq!(sum, whole);
        assert_eq!(whole.paragraphs(), document.paragraphs.len());
        writeln!(told, "{}: {whole:?}\n", document.slug).unwrap();
    }
    insta::assert_snapshot!(told);
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
