//! Any reference: it names something or nothing, and what it names has words.

#![no_main]

mod site;

use lectern::library::Reference;
use lectern::site::FixedWords;
use libfuzzer_sys::fuzz_target;
use site::SITE;

fuzz_target!(|reference: &str| {
    let library = SITE.library();
    if let Some(words) = FixedWords::parse(library, reference) {
        assert!(!words.text(library).is_empty(), "no words");
    }
    if let Some(parsed) = Reference::parse(reference) {
        let again = Reference::parse(&parsed.to_string());
        assert_eq!(
            again,
            Some(parsed),
            "written in another way than it is read"
        );
    }
});
