//! Texts in other languages than English: what every element says of its language and direction, and
//! what stays as it was beside them.

use std::collections::BTreeSet;

use lectern::content::File;
use lectern::site::{Outcome, Resolution};
use scraper::node::Text;
use scraper::{ElementRef, Html};

use crate::support::{
    RenderedSite, all, all_in, arabic, arabic_files, change, chinese, chinese_files, law,
    library_of, real, scholarly_files, set_contents, snapshot, sound_files, text, text_of, the,
    unpacked, verse, words,
};

/// The value of an attribute of an element, or else of the nearest one around it.
fn inherited<'a>(element: ElementRef<'a>, attribute: &str) -> Option<&'a str> {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    let mut chain = std::iter::once(element).chain(around);
    chain.find_map(|one| one.value().attr(attribute))
}

/// The runs of text in the body of a page, each with the element that holds it.
fn texts(page: &Html) -> Vec<(ElementRef<'_>, String)> {
    let body = the(page, "body");
    let nodes = body.descendants().filter_map(|node| {
        let text: &Text = node.value().as_text()?;
        let parent = node.parent().and_then(ElementRef::wrap)?;
        let is_shown = parent.value().name() != "script" && !text.trim().is_empty();
        is_shown.then(|| (parent, text.trim().to_owned()))
    });
    nodes.collect()
}

fn has(text: &str, is: impl Fn(char) -> bool) -> bool {
    text.contains(is)
}

fn is_arabic(sign: char) -> bool {
    matches!(sign, '\u{600}'..='\u{6ff}')
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{4e00}'..='\u{9fff}')
}

/// Where words of a text stand without its language or direction, be it in a citation or in an English
/// sentence that names the text.
fn astray(
    site: &RenderedSite,
    is_of_text: fn(char) -> bool,
    tag: &str,
    direction: Option<&str>,
) -> BTreeSet<String> {
    let mut astray = BTreeSet::new();
    let mut seen = 0;
    for (path, page) in site.pages() {
        let page = Html::parse_document(page);
        for (element, text) in texts(&page) {
            if !has(&text, is_of_text) {
                continue;
            }
            seen += 1;
            let told = (inherited(element, "lang"), inherited(element, "dir"));
            if told != (Some(tag), direction) {
                astray.insert(format!("{path}: {text} is told to be {told:?}"));
            }
        }
    }
    assert!(seen > 100, "only {seen} runs of words");
    astray
}

#[test]
fn words_of_an_arabic_text_run_from_right_to_left_on_every_page() {
    let astray = astray(arabic(), is_arabic, "ar", Some("rtl"));
    assert_eq!(astray, BTreeSet::new());
}

#[test]
fn words_of_a_chinese_text_are_told_to_be_chinese_on_every_page() {
    let astray = astray(chinese(), is_chinese, "zh-Hans", None);
    assert_eq!(astray, BTreeSet::new());
}

#[test]
fn words_of_the_editors_inside_an_arabic_text_run_from_left_to_right() {
    let mut seen = 0;
    for (path, page) in arabic().pages() {
        let page = Html::parse_document(page);
        for (element, text) in texts(&page) {
            let is_english = has(&text, |sign| sign.is_ascii_alphabetic());
            if !is_english || has(&text, is_arabic) {
                continue;
            }
            let around =
                std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
            let mut around = around.filter_map(|one| one.value().attr("class"));
            if around.any(|class| matches!(class, "ref" | "place" | "number")) {
                continue;
            }
            seen += 1;
            assert_ne!(inherited(element, "dir"), Some("rtl"), "{path}: {text}");
            assert_eq!(inherited(element, "lang"), Some("en"), "{path}: {text}");
        }
    }
    assert!(seen > 500, "only {seen} runs of words");
}

#[test]
fn no_direction_stands_where_all_runs_from_left_to_right() {
    for site in [real(), law(), verse(), chinese()] {
        for (path, page) in site.pages() {
            assert!(!page.contains(" dir=\""), "{path}");
        }
    }
}

/// Whether a page loads the style for other languages.
fn is_styled(page: &str) -> bool {
    page.contains("/static/languages.")
}

#[test]
fn style_for_other_languages_is_loaded_only_where_they_are_shown() {
    assert!(real().pages().all(|(_, page)| !is_styled(page)));
    assert!(arabic().pages().all(|(_, page)| is_styled(page)));
    let mixed = mixed();
    for (path, is_there) in [
        ("/garden/full", true),
        ("/garden/1.1.p1", true),
        ("/texts", true),
        ("/", true),
        ("/house/full", false),
        ("/house/1.p1", false),
    ] {
        assert_eq!(is_styled(mixed.body(path)), is_there, "{path}");
    }
}

/// The small site with scholarship, and a text in Arabic beside its two.
fn mixed() -> RenderedSite {
    let mut files = scholarly_files();
    let garden = text_of(&arabic_files(), "garden.md");
    files.push(File::new("garden.md", garden));
    let kinds = text_of(&files, "site.toml");
    for kind in ["chapter", "article"] {
        if !kinds.contains(&format!("id = \"{kind}\"")) {
            let more = format!(
                "\n[[kinds]]\nid = \"{kind}\"\nsingular = \"{kind}\"\nplural = \"{kind}s\"\n"
            );
            let settings = text_of(&files, "site.toml") + &more;
            set_contents(&mut files, "site.toml", settings);
        }
    }
    RenderedSite::new(library_of(&files), None)
}

#[test]
fn a_text_in_another_language_changes_no_page_of_the_others() {
    let alone = RenderedSite::new(library_of(&scholarly_files()), None);
    let mixed = mixed();
    let mut same = 0;
    for (path, page) in alone.pages() {
        let is_of_a_text = path.starts_with("/house/") || path.starts_with("/guests/");
        if !is_of_a_text {
            continue;
        }
        let [page, beside] = [page, mixed.body(path)].map(Html::parse_document);
        let [main, beside] = [&page, &beside].map(|page| {
            let parts = all(page, "main > :not(.ending, .elsewhere)").into_iter();
            parts.map(|part| part.html()).collect::<String>()
        });
        assert_eq!(main, beside, "{path}");
        same += 1;
    }
    assert!(same > 20, "only {same} pages");
}

#[test]
fn nothing_is_said_of_a_text_that_nobody_compared() {
    let mixed = mixed();
    for (path, page) in mixed
        .pages()
        .filter(|(path, _)| path.starts_with("/garden"))
    {
        for said in [
            "No match",
            "No counterpart",
            "0%",
            "0 %",
            "class=\"matched\"",
        ] {
            assert!(!page.contains(said), "{path} says {said}");
        }
    }
    let garden = mixed.body("/garden.json");
    assert!(!garden.contains("coverage"), "{garden}");
}

#[test]
fn whole_texts_read_well() {
    snapshot(arabic(), "arabic_full", "/garden/full");
    snapshot(arabic(), "arabic_paragraph", "/garden/1.2.p4");
    snapshot(chinese(), "chinese_full", "/reading/full");
    snapshot(chinese(), "chinese.md", "/reading.md");
}

#[test]
fn a_line_end_between_chinese_characters_is_no_space() {
    let page = chinese().page("/reading/articles/hours");
    let paragraph = words(the(&page, "[id=\"1.1.p1\"] > .words"));
    assert!(
        paragraph.starts_with("阅览室每天开放十二小时，读者可以自由出入。"),
        "{paragraph}"
    );
    assert!(paragraph.contains("\"请保持安静。\""), "{paragraph}");
}

#[test]
fn length_is_told_in_characters_where_words_are_not_parted() {
    let told = |site: &RenderedSite, path: &str| words(the(&site.page(path), ".actions > span"));
    assert_eq!(told(chinese(), "/reading"), "1 min, 154 characters");
    assert_eq!(told(arabic(), "/garden"), "1 min, 92 words");
    let tei = chinese().body("/reading.tei.xml");
    assert!(tei.contains("<measure unit=\"characters\" quantity=\"154\">154 characters</measure>"));
}

#[test]
fn terms_stand_in_the_order_of_the_language() {
    let page = chinese().page("/terms");
    let labels: Vec<String> = all(&page, ".index th a").into_iter().map(words).collect();
    // By their sound: ān jìng, běi jīng, wǎng luò.
    assert_eq!(labels, ["安静", "北京", "网络"]);
    let letters: Vec<String> = all(&page, ".letters a").into_iter().map(words).collect();
    assert_eq!(letters, ["漢字"]);
}

#[test]
fn an_index_says_in_what_order_it_is_and_what_its_texts_are_counted_in() {
    for (site, term, order, unit) in [
        (real(), "icann", "From A to Z", "words"),
        (arabic(), "tree", "In alphabetical order", "words"),
        (chinese(), "quiet", "In dictionary order", "characters"),
    ] {
        let index = site.page("/terms");
        assert_eq!(words(the(&index, "#by-letter")), order);
        let legend = words(the(&index, "section[aria-labelledby=by-letter] > .legend"));
        assert!(
            legend.contains(&format!(" per 1,000 {unit}, scaled")),
            "{legend}"
        );
        for column in all(
            &site.page(&format!("/terms/{term}")),
            ".column > h2 > small",
        ) {
            let told = words(column);
            assert!(told.ends_with(&format!(" per 1,000 {unit})")), "{told}");
        }
    }
}

#[test]
fn letters_say_which_of_the_languages_of_a_site_a_name_is_in() {
    let mut files = arabic_files();
    files.push(File::new(
        "reading.md",
        text_of(&chinese_files(), "library.md"),
    ));
    let terms = text_of(&files, "terms.toml") + &text_of(&chinese_files(), "terms.toml");
    set_contents(&mut files, "terms.toml", terms);
    let site = RenderedSite::new(library_of(&files), None);
    let index = site.page("/terms");
    let told = |label: &str| {
        let mut links = all(&index, ".index th a").into_iter();
        let link = links.find(|link| words(*link) == label).unwrap();
        ["lang", "dir"].map(|name| link.value().attr(name))
    };
    assert_eq!(told("شجرة"), [Some("ar"), Some("rtl")]);
    assert_eq!(told("安静"), [Some("zh-Hans"), None]);
    assert_eq!(words(the(&index, "#by-letter")), "In dictionary order");
    let legend = words(the(&index, "section[aria-labelledby=by-letter] > .legend"));
    assert!(
        legend.contains("words or, where these are not parted, characters"),
        "{legend}"
    );
}

#[test]
fn texts_that_nobody_compared_stand_side_by_side_in_their_order() {
    let mixed = mixed();
    let path = "/compare/house-1/garden-1.2";
    let Some(Resolution::Found(route)) = mixed.site.resolve(path) else {
        panic!("there is no {path}");
    };
    let page = mixed.site.render(route).unwrap();
    let page = Html::parse_document(text(&page));
    let lead = words(the(&page, ".lead"));
    assert!(
        lead.starts_with("Texts that the editors did not compare; "),
        "{path}: {lead}"
    );
    let rows = all(&page, ".row");
    let sides: Vec<usize> = rows
        .iter()
        .map(|row| all_in(*row, ".side > .ref").len())
        .collect();
    assert!(sides.len() > 3, "{sides:?}");
    assert!(
        sides.is_sorted_by(|one, next| one >= next),
        "both, then what one has more: {sides:?}"
    );
    assert_eq!(sides[1], 2);
}

#[test]
fn a_title_in_another_language_says_so_in_tei() {
    for (rendered, path, title) in [
        (
            arabic(),
            "/garden.tei.xml",
            "<title xml:lang=\"ar\">نظام الحديقة العامة</title>",
        ),
        (
            chinese(),
            "/reading.tei.xml",
            "<title xml:lang=\"zh-Hans\">阅览室规则</title>",
        ),
        (law(), "/harbour.tei.xml", "<title>"),
    ] {
        assert!(rendered.body(path).contains(title), "{path}");
    }
}

#[test]
fn numbers_of_sections_are_no_subject_that_they_share() {
    let site = &chinese().site;
    let Some(Resolution::Found(route)) = site.resolve("/compare/reading-1.1/reading-1.2") else {
        panic!("no comparison");
    };
    let page = site.render(route).unwrap();
    let page = Html::parse_document(text(&page));
    assert_eq!(words(the(&page, "h1")), "Rules 1.1 and Rules 1.2");
}

#[test]
fn a_text_with_a_name_of_its_own_has_no_article_before_it() {
    let mut files = chinese_files();
    change(&mut files, "library.md", "in_text = \"the rules\"\n", "");
    change(
        &mut files,
        "library.md",
        "short_title = \"Rules\"",
        "short_title = \"规则\"",
    );
    let site = RenderedSite::new(library_of(&files), None).site;
    let Ok(Outcome::Answer(page)) = site.search("阅览室规则", 1) else {
        panic!("nothing is found");
    };
    let page = Html::parse_document(text(&page));
    let named = all(&page, ".found-apart a").into_iter().map(words);
    assert_eq!(named.collect::<Vec<_>>(), ["About 规则"]);
}

#[test]
fn a_book_from_right_to_left_says_so() {
    let book = &arabic().resources()["/garden.epub"].1.body;
    let files = unpacked(book);
    let file = |name: &str| {
        let found = files.iter().find(|(file, _)| file.ends_with(name));
        found
            .unwrap_or_else(|| panic!("there is no {name}"))
            .1
            .as_str()
    };
    assert!(file("package.opf").contains("<spine page-progression-direction=\"rtl\">"));
    let chapters: Vec<&str> = files
        .iter()
        .filter(|(_, text)| text.contains("epub:type=\"chapter\""))
        .map(|(_, text)| text.as_str())
        .collect();
    assert!(!chapters.is_empty());
    for chapter in chapters {
        assert!(chapter.contains(" lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"));
    }
    assert!(file("nav.xhtml").contains(" lang=\"ar\" dir=\"rtl\">المادة 1</a>"));
    assert!(file("cover.svg").contains("<g font-size=\"96\" direction=\"rtl\">"));
    let english = &law().resources()["/harbour.epub"].1.body;
    for (name, text) in unpacked(english) {
        let ending = name.rsplit('.').next();
        assert!(!text.contains("rtl") || ending == Some("css"), "{name}");
    }
}

/// A site of so many texts, of which the first two are those of the small site with scholarship.
fn with_texts(count: usize) -> RenderedSite {
    let mut files = scholarly_files();
    let guests = text_of(&files, "guests.md");
    for more in 3..=count {
        let text = guests.replacen("id = \"guests\"", &format!("id = \"text-{more}\""), 1);
        let text = text.replacen("title = \"", &format!("title = \"{more}. "), 1);
        files.push(File::new(&format!("text-{more}.md"), text));
    }
    RenderedSite::new(library_of(&files), None)
}

#[test]
fn one_text_or_three_or_fifty_make_a_site() {
    let one = RenderedSite::new(library_of(&arabic_files()), None);
    for (count, site) in [(1, one), (3, with_texts(3)), (50, with_texts(50))] {
        let home = site.page("/");
        assert_eq!(
            all(&home, ".column > h2").len(),
            count.min(6),
            "home of {count}"
        );
        let header: Vec<String> = all(&home, ".places a").into_iter().map(words).collect();
        let of_texts = all(&home, ".places a[data-colour]").len();
        assert_eq!(of_texts, if count > 4 { 3 } else { count }, "{header:?}");
        let offers_all = header
            .iter()
            .any(|label| *label == format!("All {count} texts"));
        assert_eq!(offers_all, count > 4, "{header:?}");
        assert_eq!(all(&site.page("/texts"), ".texts li").len(), count);
        for path in ["/compare", "/search", "/terms"] {
            let page = site.page(path);
            let title = words(the(&page, "h1"));
            assert!(!title.is_empty(), "{path} of {count}");
            let main = words(the(&page, "main"));
            for nonsense in ["two texts", "both texts", " 0 texts", " 1 texts"] {
                assert!(
                    !main.contains(nonsense) || count == 2,
                    "{path} of {count}: {main}"
                );
            }
        }
    }
}

#[test]
fn straight_marks_become_those_of_the_language() {
    let mut files = sound_files();
    change(
        &mut files,
        "charter.md",
        "language = \"en\"",
        "language = \"de\"",
    );
    let text = text_of(&files, "charter.md") + "\nEr sagt \"Ja\" und geht.\n";
    set_contents(&mut files, "charter.md", text);
    let site = RenderedSite::new(library_of(&files), None);
    let page = words(the(&site.page("/charter/full"), "main"));
    assert!(page.contains("Er sagt „Ja“ und geht."), "{page}");
}
