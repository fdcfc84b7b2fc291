//! The computed evidence on the real content: what the issue expects of it.

use lectern::library::reference::Reference;
use lectern::study::Study;
use lectern::study::verdicts::Verdict;

use crate::support::embedded;

fn reference(text: &str) -> Reference {
    Reference::parse(text).unwrap()
}

#[test]
fn paragraphs_without_a_counterpart() {
    let study = Study::of(&embedded());
    for text in [
        "strategy/IV.6.p2",
        "strategy/IV.7.p1",
        "strategy/IV.4.p1",
        "strategy/IV.4.p2",
        "strategy/preface.p1",
        "research/3.3.p2",
    ] {
        assert_eq!(
            study.verdict(&reference(text)),
            Some(Verdict::None),
            "{text}"
        );
    }
    let weak = study.verdict(&reference("strategy/II.2.p2"));
    assert_eq!(weak, Some(Verdict::Weak));
}

#[test]
fn no_action_carries_out_the_cyber_force() {
    let study = Study::of(&embedded());
    let force = reference("strategy/III.1.p2");
    assert!(!study.carrying.is_carried_out(&force));
    assert!(study.carrying.is_carried_out(&reference("strategy/III.1")));
}

#[test]
fn the_figures_add_up_to_the_totals_of_the_texts() {
    let library = embedded();
    let study = Study::of(&library);
    let mut told = String::new();
    for (at, document) in library.documents.iter().enumerate() {
        let tally = study.verdicts.document(at, None);
        assert_eq!(tally.paragraphs(), document.paragraphs().count());
        told += &format!(
            "{}: {tally:?}, {} %\n",
            document.id,
            tally.quoted_per_cent()
        );
        for kind in library.kinds_of(document) {
            let none = |sections: Vec<&lectern::library::section::Section>| {
                let names = sections.iter().map(|s| s.reference.section.to_string());
                names.collect::<Vec<String>>().join(" ")
            };
            told += &format!(
                "  {}: not carried out {}; not announced {}; alone {}\n",
                kind.plural,
                none(study.carrying.not_carried_out(document, kind)),
                none(study.carrying.not_announced(document, kind)),
                none(study.carrying.alone(document, kind)),
            );
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_actor_acts() {
    let library = embedded();
    let study = Study::of(&library);
    let counts = library.actors.actors.iter().enumerate().map(|(at, actor)| {
        let count = study.sentences_of(at).count();
        assert!(count > 0, "{}", actor.label);
        format!("{}: {count}\n", actor.label)
    });
    insta::assert_snapshot!(counts.collect::<String>());
}
