//! The computed evidence on the real content: what the editors expect of it.

use std::fmt::Write;

use lectern::library::{ActKind, Library, ParagraphId, Place, pluralize};
use lectern::study::coverage::Coverage;
use lectern::study::steps::{Step, stands_alone, steps};

use crate::support::{counted, place, real};

fn paragraph(reference: &str) -> ParagraphId {
    place(real().library(), reference).paragraph().unwrap()
}

/// How a place is covered in the one other text.
fn coverage(reference: &str) -> Option<Coverage> {
    let library = real().library();
    let place = place(library, reference);
    let covered = &real().site.study().coverage;
    let mut covered = covered.of_place(library, place);
    let (_, coverage) = covered.next()?;
    assert_eq!(covered.next(), None, "a text was compared with itself");
    Some(coverage)
}

#[test]
fn coverage_of_paragraphs_is_as_the_editors_expect() {
    for (reference, expected) in [
        ("strategy/preface.p1", Coverage::None),
        ("strategy/II.2.p2", Coverage::Loose),
        ("strategy/IV.4.p2", Coverage::None),
        ("strategy/IV.6.p2", Coverage::None),
        ("strategy/IV.7.p1", Coverage::None),
        ("research/3.3.p2", Coverage::None),
        ("strategy/III.1.p2", Coverage::Clear),
        ("strategy/II.2.p3", Coverage::Close),
        ("research/3.2.p2", Coverage::Differs),
    ] {
        assert_eq!(coverage(reference), Some(expected), "{reference}");
    }
}

#[test]
fn references_of_a_text_have_no_coverage() {
    for reference in ["research/references.p1", "research/references.p3"] {
        assert_eq!(coverage(reference), None, "{reference}");
    }
    let data = real().data("/research/sections/references.json");
    assert!(data["paragraphs"][0].get("coverage").is_none());
}

fn steps_of(slug: &str) -> Vec<Step> {
    let library = real().library();
    let document = library.document(slug).unwrap();
    steps(library, &real().site.study().links, &library[document])
}

#[test]
fn no_action_carries_out_the_cyber_force() {
    let library = real().library();
    let mut steps = steps_of("strategy").into_iter();
    let goals_and_actions = steps.find(|step| {
        let kinds = [step.announcing, step.carrying];
        kinds.map(|kind| library[kind].class.as_str()) == ["goal", "action"]
    });
    let step = goals_and_actions.unwrap();
    let force = paragraph("strategy/III.1.p2");
    assert!(step.uncovered_paragraphs.contains(&force));
    // The goal itself is carried out: by what answers its other paragraph.
    assert!(!step.uncovered.contains(&library[force].section));
}

fn names<I: Into<Place>>(library: &Library, places: impl IntoIterator<Item = I>) -> String {
    let names = places.into_iter().map(|place| {
        let reference = library.reference(place.into());
        format!(" {}", reference.fragment())
    });
    names.collect()
}

#[test]
fn figures_add_up_to_the_totals_of_the_texts() {
    let library = real().library();
    let study = real().site.study();
    let mut told = String::new();
    for document in library.documents() {
        let slug = document.slug.as_str();
        writeln!(told, "{slug}:").unwrap();
        for other in library.compared.with(document.id) {
            let tally = study.coverage.tally(library, document.paragraphs, other);
            assert_eq!(tally.paragraphs(), counted(library, document));
            let per_cent = tally.quoted_per_cent();
            writeln!(told, "  {}: {tally:?}, {per_cent} %", library[other].slug).unwrap();
        }
        for step in steps_of(slug) {
            let [announcing, carrying] =
                [step.announcing, step.carrying].map(|kind| &library[kind]);
            writeln!(told, "  {} and {}:", announcing.plural, carrying.plural).unwrap();
            let uncovered = names(library, step.uncovered);
            let paragraphs = names(library, step.uncovered_paragraphs);
            let unannounced = names(library, step.unannounced);
            writeln!(told, "    not carried out:{uncovered}").unwrap();
            writeln!(told, "    paragraphs not carried out:{paragraphs}").unwrap();
            writeln!(told, "    not announced:{unannounced}").unwrap();
        }
        let sections = library[document.sections].iter();
        let alone = sections.filter(|section| stands_alone(library, &study.links, section));
        let alone = names(library, alone.map(|section| section.id));
        writeln!(told, "  alone:{alone}").unwrap();
    }
    insta::assert_snapshot!("the_figures_add_up_to_the_totals_of_the_texts", told);
}

#[test]
fn every_actor_acts() {
    let library = real().library();
    let actors = library.actors.actors.values().iter();
    let counts = actors.map(|actor| {
        let acts = real().site.study().acts_of(library, actor.id);
        assert!(!acts.is_empty(), "{}", actor.label);
        let of = |kind| acts.iter().filter(|act| act.kind == kind).count();
        let counts = ActKind::ALL.map(|kind| pluralize(of(kind), kind.name()));
        format!("{}: {}\n", actor.label, counts.join(", "))
    });
    insta::assert_snapshot!(counts.collect::<String>());
}
