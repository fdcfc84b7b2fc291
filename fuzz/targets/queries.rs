//! Any query of a search, a comparison, a citation or a handout: it is answered.

#![no_main]

mod site;

use lectern::site::{HandoutFormat, HandoutQuery};
use libfuzzer_sys::fuzz_target;
use site::SITE;

fuzz_target!(|typed: &str| {
    let (first, second) = typed.split_once('&').unwrap_or((typed, ""));
    let answers = [
        SITE.search(typed, 1),
        SITE.search_data(typed, second.len()),
        SITE.chosen(first, second),
        SITE.cite(first, second),
    ];
    for answer in answers {
        answer.expect("an answer");
    }
    SITE.suggest(typed).expect("suggestions");
    if let Some(asked) = HandoutQuery::parse(typed) {
        for format in [HandoutFormat::Html, HandoutFormat::Markdown] {
            SITE.handout(&asked, format, None).expect("a handout");
        }
    }
});
