//! The computed evidence, whole, on the small site of `tests/sites/scholarly`.

use std::fmt::Write;

use lectern::library::Library;
use lectern::library::part::{Part, Spot};
use lectern::study::Study;
use lectern::study::corpus::SectionAt;
use lectern::study::sentences::around;

use crate::diagnostics_scholarship::scholarly_files;
use crate::support::library_of;

fn study() -> (Library, Study) {
    let library = library_of(&scholarly_files());
    let study = Study::of(&library);
    (library, study)
}

fn place(library: &Library, at: SectionAt, part: Part) -> String {
    let section = &library.documents[at.document].sections[at.section];
    match part {
        Part::Heading => format!("{} heading", section.reference),
        Part::Paragraph(_) => section.reference_of(part).to_string(),
        Part::Quotation(nth) => format!("{} quotation {nth}", section.reference),
    }
}

/// The whole sentence of a spot, with the spot between brackets.
fn in_context(library: &Library, at: SectionAt, spot: &Spot) -> String {
    let section = &library.documents[at.document].sections[at.section];
    let prose = section.part(spot.part).unwrap();
    let sentence = around(spot.part, prose, &spot.range);
    let text = |range: std::ops::Range<usize>| &prose.text[range];
    format!(
        "{}: {}[{}]{}",
        place(library, at, spot.part),
        text(sentence.start..spot.range.start),
        text(spot.range.clone()),
        text(spot.range.end..sentence.end)
    )
}

#[test]
fn terms_are_counted_and_shown_in_their_sentences() {
    let (library, study) = study();
    let mut told = String::new();
    for (at, term) in library.terms.iter().enumerate() {
        let found = study.occurrences.term(at).unwrap();
        let rates: Vec<String> = found
            .per_thousand
            .iter()
            .map(|r| format!("{r:.1}"))
            .collect();
        writeln!(
            told,
            "{}: {} in all, per document {:?}, per thousand words {}, keywords {:?}",
            term.slug,
            found.total(),
            found.per_document,
            rates.join(" "),
            found.in_keywords
        )
        .unwrap();
        for one in &found.in_text {
            writeln!(told, "  {}", in_context(&library, one.section, &one.spot)).unwrap();
        }
        for (section, count) in found.per_section() {
            assert_eq!(found.in_section(section).count(), count);
            assert!(study.occurrences.terms_in(section).contains(&at));
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn words_of_one_document() {
    let (library, study) = study();
    let mut told = String::new();
    for (document, words) in library.documents.iter().zip(&study.only_words) {
        let words: Vec<String> = words
            .iter()
            .map(|w| format!("{} {}", w.word, w.count))
            .collect();
        writeln!(told, "{}: {}", document.id, words.join(", ")).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn verdicts_and_tallies() {
    let (library, study) = study();
    let mut told = String::new();
    for (at, document) in library.documents.iter().enumerate() {
        for paragraph in document.paragraphs() {
            let verdict = study.verdict(&paragraph.reference).unwrap();
            writeln!(told, "{}: {}", paragraph.reference, verdict.label()).unwrap();
        }
        let mut sum = lectern::study::verdicts::Tally::default();
        for section in 0..document.sections.len() {
            let own = study.verdicts.tally(at, section..section + 1, None);
            let below = study.verdicts.tally(at, document.subtree(section), None);
            sum = sum + own;
            let reference = &document.sections[section].reference;
            writeln!(
                told,
                "{reference}: {} of {} paragraphs, {} of {} words, {} %; with what is below it {} of {}",
                own.counterpart,
                own.paragraphs(),
                own.quoted,
                own.words,
                own.quoted_per_cent(),
                below.counterpart,
                below.paragraphs()
            )
            .unwrap();
        }
        let whole = study.verdicts.document(at, None);
        assert_eq!(sum, whole);
        assert_eq!(whole.paragraphs(), document.paragraphs().count());
        let other = 1 - at;
        assert_eq!(study.verdicts.document(at, Some(other)), whole);
        let itself = study.verdicts.document(at, Some(at));
        assert_eq!((itself.none, itself.quoted), (whole.paragraphs(), 0));
        writeln!(told, "{}: {whole:?}\n", document.id).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn what_carries_out_what() {
    let (library, study) = study();
    let mut told = String::new();
    for document in &library.documents {
        for section in &document.sections {
            let reference = &section.reference;
            writeln!(
                told,
                "{reference}: carried out {}, announced {}, alone {}",
                study.carrying.is_carried_out(reference),
                study.carrying.is_announced(reference),
                study.carrying.stands_alone(reference)
            )
            .unwrap();
        }
        for kind in study.carrying.kinds_carried_out(&library, document) {
            let rest = study.carrying.not_carried_out(document, kind);
            let rest: Vec<String> = rest.iter().map(|s| s.reference.to_string()).collect();
            writeln!(told, "{} not carried out: {}", kind.plural, rest.join(", ")).unwrap();
        }
        for kind in study.carrying.kinds_announced(&library, document) {
            let rest = study.carrying.not_announced(document, kind).len();
            writeln!(told, "{} not announced: {rest}", kind.plural).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_sentences_of_the_actors() {
    let (library, study) = study();
    let mut told = String::new();
    for (at, actor) in library.actors.actors.iter().enumerate() {
        writeln!(told, "{}", actor.label).unwrap();
        for one in study.sentences_of(at) {
            let document = &library.documents[one.section.document];
            let text = &document.sections[one.section.section]
                .part(one.part)
                .unwrap()
                .text;
            writeln!(
                told,
                "  {:?} {}: {} | {} | {}",
                one.mode,
                place(&library, one.section, one.part),
                &text[one.subject.clone()],
                &text[one.verb.clone()],
                &text[one.sentence.clone()]
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!(told);
}
