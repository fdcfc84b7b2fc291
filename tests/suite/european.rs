//! Words in several languages and encodings: the site of `tests/sites/european`, and texts without
//! spaces.

use lectern::content::File;
use lectern::library::{Library, TextSpan};
use lectern::search::Search;
use lectern::study::Study;

use crate::support::{change, european_files, library_of, part_name, set_contents, text_of, told};

/// The words of a stretch, and where they stand.
fn shown<'a>(library: &'a Library, span: &TextSpan) -> (String, &'a str) {
    let name = part_name(library, span.part);
    (name, &library.prose(span.part).text[span.range.clone()])
}

/// What a query finds, by reference, and what is marked in the best passages.
fn found(library: &Library, query: &str) -> (Vec<String>, Vec<String>) {
    let answer = Search::of(library).answer(library, query, &(0..10));
    let references = answer.results.iter();
    let references = references.map(|one| library[one.section].reference.to_string());
    let marked = answer.results.iter().flat_map(|one| {
        let text = &one.source.prose(library).text;
        one.hits.iter().map(|hit| text[hit.clone()].to_owned())
    });
    (references.collect(), marked.collect())
}

#[test]
fn every_spelling_of_a_word_finds_it() {
    let library = library_of(&european_files());
    for (query, sections, marked) in [
        ("école", vec!["charte/1"], "E\u{301}cole"),
        ("ecole", vec!["charte/1"], "E\u{301}cole"),
        ("e\u{301}cole", vec!["charte/1"], "E\u{301}cole"),
        ("État", vec!["charte/1"], "E\u{301}tat"),
        ("l'Etat", vec!["charte/1"], "E\u{301}tat"),
        ("homme", vec!["charte/1"], "homme"),
        ("national", vec!["charte/1"], "nationales"),
        ("oeuvre", vec!["charte/2"], "œuvre"),
        ("aujourd'hui", vec!["charte/2"], "aujourd’hui"),
        // The spelling that was typed comes first.
        ("Würde", vec!["ordnung/1", "ordnung/2"], "Würde"),
        ("wurde", vec!["ordnung/2", "ordnung/1"], "wurde"),
        ("\"wurde nichts\"", vec!["ordnung/2"], "wurde nichts"),
        ("Strassenkinder", vec!["ordnung/1"], "Straßen\u{ad}kinder"),
        ("straßenk*", vec!["ordnung/1"], "Straßen\u{ad}kinder"),
        ("Gesetz", vec!["ordnung/1"], "Gesetze"),
        ("prajnaparamita", vec!["notes/1"], "prajñāpāramitā"),
        ("sunyata", vec!["notes/1"], "śūnyatā"),
        ("Nagarjuna", vec!["notes/1"], "Na\u{304}ga\u{304}rjuna"),
        ("\"pali canon\"", vec!["notes/1"], "Pāli canon"),
        ("first", vec!["notes/2"], "ﬁrst"),
        ("\"first office\"", vec!["notes/2"], "ﬁrst oﬃce"),
        ("cyberspace", vec!["notes/2"], "cyber\u{ad}space"),
        ("abc", vec!["notes/2"], "ＡＢＣ"),
        ("οδος", vec!["notes/3"], "ΟΔΟΣ"),
        ("ὁδός", vec!["notes/3"], "οδός"),
    ] {
        let (references, hits) = found(&library, query);
        assert_eq!(references, sections, "{query}");
        assert!(hits.iter().any(|hit| hit == marked), "{query}: {hits:?}");
    }
}

#[test]
fn quotations_terms_and_actors_are_found_however_they_are_encoded() {
    let library = library_of(&european_files());
    let link = &library.links()[0];
    assert_eq!(link.from.text, "l’E\u{301}tat la prote\u{300}ge");
    assert_eq!(link.to.text, "Straßen\u{ad}kinder ist zu achten");
    for end in [&link.from, &link.to] {
        assert_eq!(shown(&library, &end.span).1, end.text);
    }
    let act = &library.actors.acts[0];
    assert_eq!(
        shown(&library, &act.span).1,
        "l’E\u{301}tat la prote\u{300}ge"
    );

    let study = Study::of(&library);
    let terms = library.terms().iter().flat_map(|term| {
        let spans = study.occurrences.term(term.id).in_text.iter();
        spans.map(|span| shown(&library, span))
    });
    let terms: Vec<(String, &str)> = terms.collect();
    let expected = [
        ("charte/1 heading", "école"),
        ("charte/1.p1", "E\u{301}cole"),
        ("ordnung/1.p1", "Straßen\u{ad}kinder"),
        ("notes/1.p1", "Na\u{304}ga\u{304}rjuna"),
    ];
    let expected = expected.map(|(place, words)| (place.to_owned(), words));
    assert_eq!(terms, expected);
}

#[test]
fn other_words_are_no_quotation() {
    let mut files = european_files();
    change(
        &mut files,
        "concordance.toml",
        "l’État la protège",
        "l’Etat la protege",
    );
    let told = told(&files);
    assert!(told.contains("is not in"), "{told}");
}

/// A small site with one text, whose sections have these words each.
fn site_of(language: &str, texts: &[&str]) -> Vec<File> {
    let mut files = european_files();
    let kept = ["site.toml", "notes.md"];
    files.retain(|file| kept.contains(&file.name.as_str()));
    let all = r#"documents = ["charte", "ordnung", "notes"]"#;
    change(&mut files, "site.toml", all, r#"documents = ["notes"]"#);
    change(
        &mut files,
        "site.toml",
        "compared = [[\"charte\", \"ordnung\"]]\n",
        "",
    );
    let notes = text_of(&files, "notes.md");
    let (front, _) = notes.split_once("\n## ").unwrap();
    let front = front.replace("language = \"en\"", &format!("language = \"{language}\""));
    let sections = (1..).zip(texts).map(|(number, text)| {
        format!("\n## {number}. Section {{#section-{number} .article ref={number}}}\n\n{text}\n")
    });
    let text = front + &sections.collect::<String>();
    set_contents(&mut files, "notes.md", text);
    files
}

#[test]
fn a_text_without_spaces_is_found_by_any_stretch_of_signs() {
    let texts = [
        "国家保护公民使用网络的权利。网络安全由国家负责。",
        "违反本规定的，处以罚款。罚款上缴国库。",
        "学校教育学生安全上网，注意网上的络绎不绝。",
    ];
    let library = library_of(&site_of("zh", &texts));
    for (query, sections, marked) in [
        ("网络安全", vec!["notes/1"], "网络安全"),
        ("罚款", vec!["notes/2"], "罚款"),
        ("\"网络的权利\"", vec!["notes/1"], "网络的权利"),
        ("安全", vec!["notes/1", "notes/3"], "安全"),
        ("网络 -权利", vec![], ""),
        // What stands nowhere as a whole is taken in its longest stretches.
        ("国家罚款", vec!["notes/2", "notes/1"], "罚款"),
        ("主权", vec![], ""),
    ] {
        let (mut references, hits) = found(&library, query);
        let mut sections = sections;
        references.sort();
        sections.sort_unstable();
        assert_eq!(references, sections, "{query}");
        let is_marked = hits.iter().any(|hit| hit == marked);
        assert!(is_marked || marked.is_empty(), "{query}: {hits:?}");
    }
}

#[test]
fn arabic_is_found_with_and_without_its_points() {
    let texts = ["تُحْفَظُ الْبَيَانَاتُ الشخصية في مأمن.", "أحكام ختامية على الجميع."];
    let library = library_of(&site_of("ar", &texts));
    for (query, section, marked) in [
        ("البيانات", "notes/1", "الْبَيَانَاتُ"),
        ("بيانات", "notes/1", "الْبَيَانَاتُ"),
        ("الْبَيَانَات", "notes/1", "الْبَيَانَاتُ"),
        ("\"البيانات الشخصيه\"", "notes/1", "الْبَيَانَاتُ الشخصية"),
        ("احكام", "notes/2", "أحكام"),
        ("إحكام", "notes/2", "أحكام"),
    ] {
        let (references, hits) = found(&library, query);
        assert_eq!(references, [section], "{query}");
        assert!(hits.iter().any(|hit| hit == marked), "{query}: {hits:?}");
    }
}

#[test]
fn shared_wording_of_signs_is_as_long_as_that_of_words() {
    let texts = [
        "本法所称国家网络安全责任制度是指制度。",
        "建立国家网络安全责任制度，维护安全。",
        "国家网络很好。",
    ];
    let library = library_of(&site_of("zh", &texts));
    let study = Study::of(&library);
    let shared = |one: usize, other: usize| {
        let ids = [one, other].map(|at| library.sections()[at].id);
        let runs = study.shared_between(ids[0], ids[1]).into_iter();
        let runs = runs.map(|run| shown(&library, &run.first).1.to_owned());
        runs.collect::<Vec<String>>()
    };
    assert_eq!(shared(0, 1), ["国家网络安全责任制度"]);
    assert!(shared(0, 2).is_empty(), "four signs are two words");
}

#[test]
fn words_of_one_text_alone_are_shown_as_it_prints_them() {
    let mut files = european_files();
    change(
        &mut files,
        "ordnung.md",
        "Es wurde nichts vergessen",
        "Die Straße heißt STRASSE, Strasse oder Straße; leise, Leise. Es wurde nichts vergessen",
    );
    let library = library_of(&files);
    let study = Study::of(&library);
    let document = library
        .documents()
        .iter()
        .find(|one| one.slug.as_str() == "ordnung");
    let words = study.exclusive_words(&library, document.unwrap().id).iter();
    let words: Vec<String> = words
        .map(|one| format!("{} {}", one.word, one.count))
        .collect();
    for expected in ["Straße 4", "Straßenkinder 1", "leise 2", "Würde 2"] {
        assert!(
            words.iter().any(|word| word == expected),
            "{expected}: {words:?}"
        );
    }
}
