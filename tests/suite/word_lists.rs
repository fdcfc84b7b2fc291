//! The editors' lists of words: `words.toml`.

use lectern::content::{File, Source, read, starter};
use lectern::search::Search;

use crate::support::{library_of, sound_files, told};

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
    let new = starter();
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
