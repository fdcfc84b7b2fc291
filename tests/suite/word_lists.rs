//! The editors' lists of words: `words.toml`.

use lectern::analysis::Stemming;
use lectern::content::{File, Source, read, starter};
use lectern::library::{Date, Prose};
use lectern::search::{Named, Search};
use lectern::study::sentences::running_sentences;

use crate::support::{european_files, library_of, sound_files, told};

fn with_lists(lists: &str) -> Vec<File> {
    let mut files = sound_files();
    files.push(File::new("words.toml", lists));
    files
}

#[test]
fn a_site_without_lists_has_those_of_the_program() {
    let own = library_of(&read(&Source::Embedded)).words;
    assert!(!own.is_content("the") && own.is_content("choose"));
    assert!(!own.is_sought("please") && own.is_content("please"));
    assert_eq!(library_of(&sound_files()).words, own);
    let new = starter(Date::EPOCH);
    assert!(new.iter().all(|file| file.name != "words.toml"));
    assert_eq!(library_of(&new).words, own);
}

#[test]
fn a_list_of_the_site_stands_in_the_place_of_the_own_one() {
    let own = library_of(&sound_files()).words;
    let library = library_of(&with_lists("grammar = [\"Every\", \"École\"]\n"));
    assert!(library.words.is_content("the"));
    assert!(!library.words.is_content("every") && !library.words.is_content("école"));
    assert_eq!(library.words.questions, own.questions);
    assert_eq!(library.words.apart, own.apart);
}

#[test]
fn lists_change_what_a_search_finds() {
    let count = |lists: &str, query: &str| {
        let library = library_of(&with_lists(lists));
        Search::of(&library).answer(&library, query, &(0..10)).total
    };
    let lists = "same = [[\"silence\", \"hush\"]]\n";
    assert_eq!(count("same = []\n", "hush"), 0);
    assert_eq!(count(lists, "hush"), count(lists, "silence"));
    assert!(count(lists, "hush") > 0);
}

#[test]
fn everything_wrong_with_lists_is_told() {
    let lists = "grammer = []\n\
                 questions = [\"two words\", 3, \"\"]\n\
                 same = [\"not in a list\"]\n\
                 spellings = [[\"colour\"], [\"labour\", \"labor\"]]\n";
    insta::assert_snapshot!("faults_of_lists", told(&with_lists(lists)));
}

/// The places that a query names on a site.
fn places(files: &[File], query: &str) -> Vec<String> {
    let library = library_of(files);
    match Search::of(&library).named(&library, query) {
        Named::Places(places) => {
            let names = places
                .iter()
                .map(|&place| library.reference(place).to_string());
            names.collect()
        }
        other => panic!("{query} is {other:?}"),
    }
}

#[test]
fn kinds_are_called_by_the_words_of_headings_in_many_languages() {
    let files = european_files();
    for (query, expected) in [
        ("Ordnung Artikel 2", "ordnung/2"),
        ("Ordnung art. 2 Abs. 1", "ordnung/2.p1"),
        ("Charte, artículo 1", "charte/1"),
        ("Статья 3", "notes/3"),
    ] {
        assert_eq!(places(&files, query), [expected], "{query}");
    }
}

#[test]
fn lists_say_how_places_are_named() {
    let lists = "kind_words = [[\"part\", \"hall\"], [\"guiding-duty\", \"officium\"]]\n\
                 paragraph_words = [\"alinea\"]\n";
    let files = with_lists(lists);
    assert_eq!(places(&files, "hall A"), ["charter/A"]);
    assert_eq!(places(&files, "article 1 alinea 1"), ["charter/1.p1"]);
}

#[test]
fn an_abbreviation_of_the_site_ends_no_sentence() {
    let prose = Prose::plain("Siehe Kap. Zwei. Und Art. Drei.");
    let split = |lists: &str| {
        let library = library_of(&with_lists(lists));
        let sentences = running_sentences(&prose, &library.words).into_iter();
        let sentences = sentences.map(|range| prose.text[range].to_owned());
        sentences.collect::<Vec<String>>()
    };
    assert_eq!(split(""), ["Siehe Kap.", "Zwei.", "Und Art. Drei."]);
    let own = split("abbreviations = [\"Kap\"]\n");
    assert_eq!(own, ["Siehe Kap. Zwei.", "Und Art.", "Drei."]);
}

#[test]
fn endings_of_spelling_are_those_of_the_site() {
    let are_one = |lists: &str| {
        let library = library_of(&with_lists(lists));
        let [british, american] =
            ["memorised", "memorized"].map(|word| Stemming::of("en").stem(word, &library.words));
        british == american
    };
    assert!(are_one(""));
    assert!(!are_one("endings = []\n"));
}
