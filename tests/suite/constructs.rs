//! What a document may hold besides paragraphs, on every page and in every file that shows it, and
//! what is refused because it would be lost.

use lectern::check::load_valid;
use lectern::content::{File, Problem, load, report};
use lectern::site::{Outcome, Site};

use crate::support::{change, law, law_files, library_of, snapshot, sound_files, told, verse};

#[test]
fn verse_reads_as_a_whole() {
    for (name, path) in [
        ("verse_full", "/ferry/full"),
        ("verse_paragraph", "/ferry/I.p2"),
        ("verse.md", "/ferry.md"),
        ("verse.json", "/ferry.json"),
        ("verse.tei", "/ferry.tei.xml"),
    ] {
        snapshot(verse(), name, path);
    }
}

#[test]
fn law_reads_as_a_whole() {
    for (name, path) in [
        ("law_full", "/harbour/full"),
        ("law_item", "/harbour/2.p5"),
        ("law_table", "/harbour/3.p5"),
        ("law.md", "/harbour.md"),
        ("law.json", "/harbour.json"),
        ("law.tei", "/harbour.tei.xml"),
    ] {
        snapshot(law(), name, path);
    }
}

/// Where the box leads; `None` where it shows results.
fn led(site: &Site, typed: &str) -> Option<String> {
    match site.search(typed, 1).unwrap() {
        Outcome::SeeOther(path) => Some(path),
        _ => None,
    }
}

/// Where a path leads.
fn resolved(site: &Site, path: &str) -> Option<String> {
    Some(site.resolved_path(&site.resolve(path)?))
}

#[test]
fn printed_number_of_an_item_leads_to_it() {
    let site = &law().site;
    let page = |paragraph: &str| Some(format!("/harbour/{paragraph}"));
    for (typed, paragraph) in [
        ("Article 2, paragraph 4", "2.p9"),
        ("article 2 para. 4", "2.p9"),
        ("Art. 2 (4)", "2.p9"),
        ("2(4)", "2.p9"),
        ("2(4).", "2.p9"),
        ("(2(4))", "2.p9"),
        ("2.4", "2.p9"),
        ("harbour/2(4)", "2.p9"),
        ("Harbour 2(7)", "2.p11"),
        ("article 2, item 2", "2.p3"),
        ("2(2)(b)", "2.p5"),
        ("2.2.b", "2.p5"),
        ("article 2, paragraph 2(b)", "2.p5"),
        ("2(2)(b)(ii)", "2.p7"),
        ("Article 3 (1)", "3.p1"),
        ("3(1)(2)", "3.p3"),
        ("3(2a)", "3.p6"),
        ("article 3 paragraph 2a", "3.p6"),
        ("3(2a)(a)", "3.p7"),
        ("2.p4", "2.p4"),
        ("2, p4", "2.p4"),
        ("art. 2(2)(b)", "2.p5"),
        // No item prints it: then it is the place.
        ("article 8 paragraph 1", "8.p1"),
    ] {
        assert_eq!(led(site, typed), page(paragraph), "{typed}");
    }
    for (path, paragraph) in [
        ("/harbour/2(4)", "2.p9"),
        ("/harbour/2%284%29", "2.p9"),
        ("/harbour/2(4).", "2.p9"),
        ("/harbour/2.4", "2.p9"),
        ("/harbour/2.2.b", "2.p5"),
        ("/harbour/2(2)(b)(ii)", "2.p7"),
        ("/harbour/3(2A)", "3.p6"),
    ] {
        assert_eq!(resolved(site, path), page(paragraph), "{path}");
    }
    for path in [
        "/harbour/2(5)",
        "/harbour/2()",
        "/harbour/2(4",
        "/harbour/9(1)",
    ] {
        assert_eq!(site.resolve(path), None, "{path}");
    }
}

#[test]
fn every_locator_of_a_paragraph_leads_back_to_it() {
    for rendered in [law(), verse()] {
        let site = &rendered.site;
        let library = site.library();
        for paragraph in library.paragraphs() {
            let short = &library[library[paragraph.section].document]
                .metadata
                .short_title;
            let locator = lectern::cite::locator(library, paragraph.id.into());
            let typed = format!("{short}, {locator}");
            let wanted = Some(site.place_path(paragraph.id.into()));
            // A section without a number is named by its title, which is searched.
            if library[paragraph.section].number.is_some() {
                assert_eq!(led(site, &typed), wanted, "{typed}");
            }
        }
    }
}

#[test]
fn word_that_is_a_kind_is_no_noise() {
    let site = &law().site;
    for (typed, page) in [
        ("part 2", "/harbour/parts/duties"),
        ("Part II", "/harbour/parts/duties"),
        ("section 8", "/harbour/sections/tariff"),
        ("article 8", "/harbour/articles/others"),
        ("Part II, Article 2", "/harbour/articles/second"),
        ("Part III, section 8", "/harbour/sections/tariff"),
        ("article 2", "/harbour/articles/second"),
        ("§ 2", "/harbour/articles/second"),
    ] {
        assert_eq!(led(site, typed).as_deref(), Some(page), "{typed}");
    }
}

#[test]
fn several_meanings_are_offered_and_none_is_chosen() {
    let mut files = law_files();
    let again = "7. All pay.\n\nAnd again:\n\n1. first\n2. second\n";
    change(&mut files, "harbour.md", "7. All pay.\n", again);
    let site = Site::new(library_of(&files), None);
    let Outcome::Answer(page) = site.search("2(1)", 1).unwrap() else {
        panic!("one was chosen");
    };
    let page = String::from_utf8(page.body.to_vec()).unwrap();
    for paragraph in ["2.p2", "2.p13"] {
        assert!(page.contains(paragraph), "{paragraph}");
    }
    assert_eq!(site.resolve("/harbour/2(1)"), None);
}

/// The small sound site with this text in place of one paragraph.
fn with_text(text: &str) -> Vec<File> {
    let mut files = sound_files();
    change(&mut files, "charter.md", "The room is *open* to all.", text);
    files
}

/// What a paragraph in place of one of the small sound site becomes: its text, and its number.
fn read(text: &str) -> Vec<(String, Option<String>)> {
    let library = library_of(&with_text(text));
    let section = &library.sections()[0];
    let paragraphs = library[section.paragraphs].iter();
    let read = paragraphs.map(|one| {
        let number = one.number.as_ref().map(|number| number.printed.clone());
        (one.prose.text.clone(), number)
    });
    read.collect()
}

#[test]
fn line_ends_and_spaces_are_read_as_they_are_meant() {
    for (text, wanted) in [
        ("各国应尊重\n彼此的原则。", "各国应尊重彼此的原则。"),
        ("他说：\n“好。”\n*这*\n样", "他说：“好。”这样"),
        ("word\nby word", "word by word"),
        ("한국\n사람", "한국 사람"),
        ("a hard\\\nbreak", "a hard\nbreak"),
        ("two spaces  \nbreak", "two spaces\nbreak"),
        (
            "see [[RFC 20]](https://example.org/rfc20) there",
            "see [RFC 20] there",
        ),
        ("go [below](#second) or [there](#1.p1)", "go below or there"),
        (
            "Bread is baked here... The rest is bought.",
            "Bread is baked here... The rest is bought.",
        ),
    ] {
        assert_eq!(read(text), [(wanted.to_owned(), None)], "{text}");
    }
}

#[test]
fn lines_that_begin_with_numbers_are_items() {
    let item = |text: &str, number: &str| (text.to_owned(), Some(number.to_owned()));
    let words = |text: &str| (text.to_owned(), None);
    for (text, wanted) in [
        (
            "1. first\n2. second\n4. fourth\n7. seventh",
            vec![
                item("first", "1."),
                item("second", "2."),
                item("fourth", "4."),
                item("seventh", "7."),
            ],
        ),
        (
            "3) third\n4) fourth",
            vec![item("third", "3)"), item("fourth", "4)")],
        ),
        (
            "Rules:\na) one\nstill one\nb) *two*",
            vec![
                words("Rules:"),
                item("one still one", "a)"),
                item("two", "b)"),
            ],
        ),
        (
            "(i) one\n(ii) two",
            vec![item("one", "(i)"), item("two", "(ii)")],
        ),
        (
            "(h) eight\n(i) nine\n(j) ten",
            vec![
                item("eight", "(h)"),
                item("nine", "(i)"),
                item("ten", "(j)"),
            ],
        ),
        (
            "1. a\n   (a) b\n   (b) c",
            vec![item("a", "1."), item("b", "(a)"), item("c", "(b)")],
        ),
        ("(4) All refrain.", vec![item("(4) All refrain.", "(4)")]),
        ("see there\n(b) of it", vec![words("see there (b) of it")]),
        ("A. Smith\nB. Jones", vec![words("A. Smith B. Jones")]),
        (
            "in the year\n2016. It was",
            vec![words("in the year 2016. It was")],
        ),
    ] {
        assert_eq!(read(text), wanted, "{text}");
    }
}

#[test]
fn heading_with_no_break_space_has_its_number() {
    let mut files = sound_files();
    change(
        &mut files,
        "charter.md",
        "### Article 1 – Silence",
        "### Article\u{a0}1 –\u{a0}Silence",
    );
    let library = library_of(&files);
    let section = &library.sections()[1];
    assert_eq!(section.number.as_deref(), Some("Article\u{a0}1"));
    assert_eq!(section.title, "Silence");
    let site = Site::new(library, None);
    for typed in ["Article\u{a0}1", "Article 1", "article\u{202f}1"] {
        let page = "/charter/articles/silence";
        assert_eq!(led(&site, typed).as_deref(), Some(page), "{typed}");
    }
}

#[test]
fn quotation_may_have_another_sort_of_space() {
    let mut files = crate::support::scholarly_files();
    let text = crate::support::text_of(&files, "house.md");
    let quote = crate::support::text_of(&files, "concordance.toml");
    let quote = quote.split("from_quote = \"").nth(1).unwrap();
    let quote = quote.split('"').next().unwrap();
    assert!(quote.contains(' '), "{quote} is one word");
    let spaced = text.replace(quote, &quote.replacen(' ', "\u{a0}", 1));
    assert_ne!(spaced, text);
    crate::support::set_contents(&mut files, "house.md", spaced);
    assert!(load_valid(&files).is_ok(), "{}", told(&files));
}

#[test]
fn what_would_be_lost_is_refused() {
    let mut all = String::new();
    for text in [
        "<div>so</div>",
        "a <b>word</b>",
        "<!-- a comment --> and words",
        "[so](javascript:alert(1))",
        "[so](data:text/html,x)",
        "[so](#nowhere)",
        "[so](#secnd)",
        "[so](/charter/1 \"a title\")",
        "####Purposes",
        "words\n##2. Of this",
        "| a | b |\n| c | d |",
        "so **bold ** it is",
        "see [here] (https://example.org/)",
        "Title {#title .part}",
        "words\n\n    indented words",
        "words\n\n[unused]: https://example.org/",
        "![](images/quay.png)",
        "![A quay](images/quay.png)",
        "words ![A quay](images/quay.png) words",
        "- [ ] a task",
        "~~struck~~",
    ] {
        let told = told(&with_text(text));
        assert!(!told.starts_with("0 errors"), "{text}");
        all.push_str(&format!("## {text}\n\n{told}\n"));
    }
    insta::assert_snapshot!("lost", all);
}

#[test]
fn escaped_signs_are_words() {
    for (text, wanted) in [
        ("\\####Purposes", "####Purposes"),
        ("so \\*\\*bold", "so **bold"),
        ("\\| a | b |", "| a | b |"),
        (
            "\\[here] (https://example.org/)",
            "[here] (https://example.org/)",
        ),
        ("\\(a\\) one\n\\(b\\) two", "(a) one (b) two"),
        ("# 1 of 3 is `**`", ""),
    ] {
        if !wanted.is_empty() {
            let texts: Vec<String> = read(text).into_iter().map(|(text, _)| text).collect();
            assert_eq!(texts, [wanted], "{text}");
        }
    }
}

#[test]
fn comment_is_dropped_with_a_warning() {
    let files = with_text("<!-- INFO END -->\n\nThe room is open.\n\n<!-- two\nlines -->");
    let loaded = load(&files);
    let library = loaded.library.as_ref().unwrap();
    assert_eq!(library[library.sections()[0].paragraphs].len(), 1);
    let problems: Vec<&Problem> = loaded.diagnostics.iter().map(|one| &one.problem).collect();
    assert_eq!(problems, [&Problem::Comment, &Problem::Comment]);
    let told = report(&files, &loaded.diagnostics);
    assert!(
        told.starts_with("warning: a comment that is dropped\n"),
        "{told}"
    );
    assert!(load_valid(&files).is_ok());
}

#[test]
fn definition_that_a_link_uses_is_none_too_many() {
    for text in [
        "see [it][used]\n\n[used]: https://example.org/",
        "see [Used]\n\n[used]: https://example.org/",
        "`[x]: y`",
        "```\n[x]: y\n```",
        "words\n[x]: y",
    ] {
        assert_eq!(told(&with_text(text)), "0 errors in 0 files\n", "{text}");
    }
}

#[test]
fn image_is_served_under_a_name_that_changes_with_it() {
    let site = &law().site;
    let library = site.library();
    let image = &library.images()[0];
    assert_eq!((image.width, image.height), (480, 200));
    let path = format!("/static/images/{}", image.served_name());
    let route = site.resolve(&path).unwrap();
    assert_eq!(site.resolved_path(&route), path);
    let page = law().body("/harbour/full");
    let shown =
        format!("<img src=\"{path}\" alt=\"The quay at high water\" width=\"480\" height=\"200\"");
    assert!(page.contains(&shown), "{shown}");
    assert!(
        law()
            .body("/harbour.md")
            .contains("![The quay at high water](")
    );
}

#[test]
fn file_that_is_no_image_is_reported() {
    let mut files = law_files();
    for file in &mut files {
        if file.name == "images/quay.png" {
            *file = File::new("images/quay.png", "<svg/>");
        }
    }
    let told = told(&files);
    assert!(
        told.contains("the file is no image that can be shown"),
        "{told}"
    );
}
