//! Texts as they are found, brought in by rule: what they become, and that nothing of them is lost.

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::path::PathBuf;

use lectern::adoption::{Adoption, Prepared, prepare};
use lectern::check::{load_sound, render_all};
use lectern::content::{AdoptOptions, File, Source, SourceText, adopt, read, report};
use lectern::library::{Date, Slug};
use lectern::site::Site;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::{collection, prop_oneof, sample};
use regex::Regex;

use crate::support::library_of;

/// A folder that is not there, so that texts make a site of their own.
fn nowhere() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/no-such-folder"))
}

fn text_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/texts")
        .join(name)
}

fn adoption(sources: Vec<PathBuf>, sections: Option<&str>) -> Adoption {
    Adoption {
        sources,
        into: nowhere(),
        options: AdoptOptions {
            id: None,
            sections: sections.map(|pattern| Regex::new(pattern).unwrap()),
        },
        today: Date::parse("2026-11-29").unwrap(),
    }
}

fn prepared(name: &str, sections: Option<&str>) -> Prepared {
    prepare(&adoption(vec![text_file(name)], sections)).unwrap_or_else(|error| panic!("{error}"))
}

/// The files of the site as they will be read.
fn files_of(prepared: &Prepared) -> Vec<File> {
    let files = prepared.files.iter();
    let read = files.filter(|file| !file.name.starts_with("adopted/"));
    read.map(|file| File::new(&file.name, file.text.clone()))
        .collect()
}

/// The document that a text becomes, and what is told of it.
fn told(prepared: &Prepared) -> String {
    let [one] = prepared.documents.as_slice() else {
        panic!("not one document");
    };
    let report = one
        .adopted
        .report(&one.source.file_name().unwrap().to_string_lossy());
    format!(
        "{}\n=====\n\n{}\n=====\n\n{report}",
        one.adopted.document,
        one.adopted.summary()
    )
}

/// Sees that the site of a text loads and renders.
fn see_that_it_serves(prepared: &Prepared) {
    let library = library_of(&files_of(prepared));
    let faults = render_all(&Site::new(library, None));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn constitution_with_numbers_that_begin_anew() {
    let prepared = prepared("charter.md", None);
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("charter", told(&prepared));
}

#[test]
fn german_law_with_yaml_and_articles_that_run_through() {
    let prepared = prepared("gesetz.md", None);
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("gesetz", told(&prepared));
}

#[test]
fn chinese_law_is_offered_a_pattern_for_its_articles() {
    let prepared = prepared("law.md", None);
    see_that_it_serves(&prepared);
    let decisions = &prepared.documents[0].adopted.decisions;
    let offer =
        "4 paragraphs begin like “第一条”: `--sections '^第.+[条條]'` makes sections of them.";
    assert!(decisions.iter().any(|one| one == offer), "{decisions:#?}");
}

#[test]
fn chinese_law_with_a_section_for_each_article() {
    let prepared = prepared("law.md", Some("^第.+条"));
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("law", told(&prepared));
}

#[test]
fn arabic_law_with_numbers_in_words() {
    let prepared = prepared("nizam.md", None);
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("nizam", told(&prepared));
}

#[test]
fn verse_with_metadata_in_headings_and_a_number_that_stands_twice() {
    let prepared = prepared("verse.md", None);
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("verse", told(&prepared));
}

#[test]
fn memo_with_all_that_a_document_does_not_keep() {
    let prepared = prepared("memo.md", None);
    see_that_it_serves(&prepared);
    insta::assert_snapshot!("memo", told(&prepared));
}

#[test]
fn several_texts_share_a_site_and_its_kinds() {
    let names = ["charter.md", "gesetz.md", "nizam.md", "verse.md"];
    let sources = names.map(text_file).to_vec();
    let prepared = prepare(&adoption(sources, None)).unwrap();
    see_that_it_serves(&prepared);
    let site = prepared
        .files
        .iter()
        .find(|file| file.name == "site.toml")
        .unwrap();
    insta::assert_snapshot!("site_of_several", site.text);
}

#[test]
fn a_text_that_comes_to_ours_changes_none_of_their_claims() {
    let before = read(&Source::Embedded);
    let prepared = prepare(&Adoption {
        into: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/content")),
        ..adoption(vec![text_file("verse.md"), text_file("charter.md")], None)
    });
    let prepared = prepared.unwrap();
    assert_eq!(prepared.other_errors, None);
    let mut files = before.clone();
    for file in files_of(&prepared) {
        files.retain(|one| one.name != file.name);
        files.push(file);
    }
    let [old, new] = [&before, &files].map(|files| library_of(files));
    assert_eq!(new.documents().len(), old.documents().len() + 2);
    assert_eq!(new.links(), old.links());
    assert_eq!(new.silences(), old.silences());
}

#[test]
fn dry_run_shows_what_would_change() {
    insta::assert_snapshot!("diff", prepared("nizam.md", None).diff());
}

#[test]
fn a_document_is_adopted_as_it_stands() {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/sites/scholarly"
    ));
    let source = folder.join("house.md");
    let prepared = prepare(&adoption(vec![source.clone()], None)).unwrap();
    let text = read_to_string(source).unwrap();
    assert_eq!(prepared.documents[0].adopted.document, text);
}

#[test]
fn what_cannot_be_adopted_says_why() {
    for (name, id, why) in [
        ("none.md", None, "cannot read"),
        (
            "charter.md",
            Some("search"),
            "is one of the site's own addresses",
        ),
    ] {
        let mut adoption = adoption(vec![text_file(name)], None);
        adoption.options.id = id.and_then(Slug::parse);
        let error = prepare(&adoption).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
    let taken = Adoption {
        into: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/texts")),
        ..adoption(vec![text_file("charter.md")], None)
    };
    let error = prepare(&taken).map(|_| ()).unwrap_err().to_string();
    assert_eq!(
        error,
        "error: `charter.md` is there already; choose another `--id`, or move it away"
    );
}

#[test]
fn a_text_without_headings_is_told_what_could_be_sections() {
    for (text, sections, said) in [
        (
            "# Statute\n\nArticle 1. Open.\n\nArticle 2. Shared.\n\nArticle 3. Shut.\n",
            None,
            "it has no headings, but 3 paragraphs begin like “Article 1.”: `--sections '^(Article|ARTICLE|Art\\b\\.?) *\\w+'` \
             makes sections of them",
        ),
        (
            "Rules\n\n1. Open.\n2. Shut.\n",
            None,
            "it has no headings below its title: write `## ` before each, or say with `--sections` how paragraphs begin \
             that are sections",
        ),
        (
            "Rules\n\n1. Open.\n2. Shut.\n",
            Some("^Chapter"),
            "it has no headings below its title, and no paragraph begins as `--sections` says",
        ),
    ] {
        let source = SourceText {
            name: "text.md",
            text,
        };
        let options = AdoptOptions {
            id: None,
            sections: sections.map(|pattern| Regex::new(pattern).unwrap()),
        };
        let error = adopt(source, "", &options, &|_, _, _| Vec::new());
        assert_eq!(error.map(|_| ()).unwrap_err().to_string(), said);
    }
}

/// The words of some Markdown with how often each stands there.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// A document without its front matter and the attributes of its headings.
fn body(document: &str) -> String {
    let body = document.splitn(3, "+++\n").nth(2).unwrap();
    let lines = body.lines().map(|line| match line.rfind(" {#") {
        Some(at) if line.starts_with('#') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A block of a text as people write it, with numbers in it that stand nowhere else.
fn block() -> impl Strategy<Value = String> {
    let word = || {
        sample::select(vec![
            "lamp",
            "Hafen",
            "灯塔",
            "منارة",
            "night",
            "l’État",
            "R&D",
        ])
    };
    let words = move || collection::vec(word(), 1..8).prop_map(|words| words.join(" "));
    let heading = (
        1..=6_usize,
        sample::select(vec!["", "Article 3. ", "II. ", "第二章 ", "§ 7 ", "(a) "]),
        words(),
    )
        .prop_map(|(level, number, words)| format!("{} {number}{words}", "#".repeat(level)));
    let mark = sample::select(vec![
        "*{}*",
        "**{}** then",
        "`{}`",
        "<b>{}</b>",
        "[{}](https://example.org/)",
        "[{}](other.html)",
        "[[{}]]",
        "![{}](a.png)",
        "~~{}~~",
        "{}[^n]",
        "{}<br>next",
        "{} \\* {}",
        "<!-- {} --> after",
    ]);
    let paragraph = (words(), mark, words())
        .prop_map(|(before, mark, inner)| format!("{before} {}", mark.replace("{}", &inner)));
    prop_oneof![
        4 => heading,
        4 => paragraph,
        1 => words().prop_map(|words| format!("{words}\n{words}\n=====")),
        1 => words().prop_map(|words| format!("{words}\n---")),
        1 => words().prop_map(|words| format!("1. {words}\n2. {words}\n   - {words}\n\n     | a | b |\n     |---|---|\n     | {words} | c |")),
        1 => words().prop_map(|words| format!("> {words}\n>\n> # {words}\n>\n> — {words}")),
        1 => words().prop_map(|words| format!("    {words}\n    {words}")),
        1 => words().prop_map(|words| format!("```text\n{words}\n```")),
        1 => words().prop_map(|words| format!("| {words} | b |\n|---|---|\n| c | {words} |")),
        1 => words().prop_map(|words| format!("<div>\n{words}\n</div>")),
        1 => words().prop_map(|words| format!("[^n]: {words}\n\n    {words}")),
        1 => words().prop_map(|words| format!("- [ ] {words}\n- {words}")),
        1 => sample::select(vec!["***", "-------", "{#x}", "\\", "####Purposes", "[^n]: again"]).prop_map(str::to_owned),
    ]
}

fn source() -> impl Strategy<Value = String> {
    let front = sample::select(vec![
        "",
        "---\ntitle: A \"lamp\"\nnote: [b, c]\n---\n",
        "+++\ntitle = \"Lamp\"\n+++\n",
        "\u{feff}",
    ]);
    let blocks = collection::vec(block(), 1..14);
    (front, any::<bool>(), blocks).prop_map(|(front, crlf, blocks)| {
        let text = format!("{front}{}\n\n## End\n\nLast words.\n", blocks.join("\n\n"));
        if crlf {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

    /// What is adopted loads, and every word of the source stands in the document or in the list.
    #[test]
    fn no_word_is_lost_and_none_is_added(text in source()) {
        let settings = include_str!("../../starter/site.toml");
        let faults = |settings: &str, document: &str, id: &Slug| {
            let files = [File::new("site.toml", settings), File::new(&format!("{id}.md"), document)];
            let found = load_sound(&files).err().unwrap_or_default();
            found.into_iter().filter(|one| one.file == 1).collect::<Vec<_>>()
        };
        let source = lectern::content::SourceText { name: "lamp.md", text: &text };
        let adopted = lectern::content::adopt(source, settings, &AdoptOptions::default(), &faults).unwrap();
        let files = [File::new("site.toml", adopted.site.clone()), File::new("lamp.md", adopted.document.clone())];
        prop_assert!(adopted.refused.is_empty(), "{}\n{}", report(&files, &adopted.refused), adopted.document);

        let listed: String = adopted.taken.iter().map(|one| format!("{}\n", one.text)).collect();
        let (before, after, listed) = (words(&text), words(&body(&adopted.document)), words(&listed));
        for (word, count) in &before {
            let kept = after.get(word).copied().unwrap_or_default();
            let taken = listed.get(word).copied().unwrap_or_default();
            prop_assert!(kept + taken >= *count, "{word} is lost\n{}\n{:#?}", adopted.document, adopted.taken);
        }
        for (word, count) in &after {
            prop_assert!(before.get(word).copied().unwrap_or_default() >= *count, "{word} is added\n{}", adopted.document);
        }
        // Adopting again changes nothing.
        let again = lectern::content::SourceText { name: "lamp.md", text: &adopted.document };
        let again = lectern::content::adopt(again, &adopted.site, &AdoptOptions::default(), &faults).unwrap();
        prop_assert_eq!(again.document, adopted.document);
    }
}
