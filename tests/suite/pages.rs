//! The whole output of one page of each kind, of the small site and of the embedded one.

use lectern::content::File;
use lectern::library::{Citable, ParagraphId, Place};
use lectern::site::{Route, Site, TextFormat};
use scraper::{ElementRef, Html, Node};

use crate::support::{
    RenderedSite, all, all_in, attribute, change, embedded, library_of, real, scholarly,
    scholarly_files, set_contents, sites, snapshot, sound, text, text_of, the, words,
};

#[test]
fn pages_of_the_small_site_read_as_a_whole() {
    for (name, path) in [
        ("home", "/"),
        ("document", "/charter"),
        ("document.json", "/charter.json"),
        ("document.md", "/charter.md"),
        ("full", "/charter/full"),
        ("section", "/charter/articles/silence"),
        ("section.json", "/charter/articles/silence.json"),
        ("section.md", "/charter/articles/silence.md"),
        ("deepest_section", "/charter/guiding-duties/note"),
        ("listing", "/charter/guiding-duties"),
        ("page", "/about"),
        ("capture", "/charter/capture"),
        ("capture.json", "/charter/capture.json"),
        ("editions", "/editions"),
    ] {
        snapshot(sound(), name, path);
    }
}

#[test]
fn pages_of_the_real_site_read_as_a_whole() {
    for (name, path) in [
        ("principle", "/strategy/principles/sovereignty"),
        ("principle.json", "/strategy/principles/sovereignty.json"),
        ("principle.md", "/strategy/principles/sovereignty.md"),
        ("chapter", "/strategy/chapters/basic-principles"),
        ("paragraph", "/strategy/II.2.p2"),
        ("paragraph.json", "/strategy/II.2.p2.json"),
        ("paragraph.md", "/strategy/II.2.p2.md"),
        ("epigraph", "/strategy/preface.epigraph"),
        ("epigraph.json", "/strategy/preface.epigraph.json"),
        ("epigraph.md", "/strategy/preface.epigraph.md"),
        ("citations", "/research/chapters/introduction"),
        ("references", "/research/sections/references"),
        ("principles", "/principles"),
        ("concordance", "/concordance"),
    ] {
        snapshot(real(), name, path);
    }
}

#[test]
fn section_with_its_matches_reads_as_a_whole() {
    snapshot(scholarly(), "section_matches", "/house/rules/quiet/matches");
}

#[test]
fn home_offers_a_step_to_each_kind_of_reader() {
    let tasks = |site: &RenderedSite| -> Vec<String> {
        let home = site.page("/");
        all(&home, ".steps h2").into_iter().map(words).collect()
    };
    assert_eq!(tasks(real()), ["Read", "Compare", "Prepare a meeting"]);
    assert_eq!(tasks(sound()), ["Read", "Compare"]);
}

#[test]
fn home_names_a_few_sections_without_numbers_and_counts_the_others() {
    let home = real().page("/");
    let ways: Vec<String> = all(&home, ".ways a").into_iter().map(words).collect();
    assert_eq!(
        ways,
        [
            "Full text (20 min)",
            "4 chapters",
            "Preface and Conclusion",
            "4 principles",
            "6 goals",
            "9 actions",
            "Full text (13 min)",
            "3 chapters",
            "3 sections",
            "1 objective",
            "4 principles",
            "9 tasks",
        ]
    );
}

/// The near matches that a page for an unknown path offers. Below them it offers the texts, in a
/// list of its own.
fn offered(path: &str) -> Vec<String> {
    let page = real().site.not_found(path).unwrap();
    let page = Html::parse_document(text(&page));
    let links = all(&page, "main ul:has(+ h2) a").into_iter();
    links
        .map(|link| attribute(link, "href").to_owned())
        .collect()
}

#[test]
fn unknown_path_is_offered_the_nearest() {
    let sovereignty = "/strategy/principles/sovereignty";
    assert_eq!(offered("/strategy/II.2.p9")[0], "/strategy/II.2.p3");
    assert_eq!(offered("/strategy/principles/soverignty")[0], sovereignty);
    assert!(offered("/strategy/II.9").contains(&sovereignty.to_owned()));
    assert_eq!(offered("/stratgey")[0], "/strategy");
    assert_eq!(offered("/xyzzy/quux"), Vec::<String>::new());
    assert_eq!(offered(&"/x".repeat(5000)), Vec::<String>::new());
}

/// The words of a paragraph on a page with their marks, but without what the page adds of its own:
/// marks of quoted passages with their numbers, and the paths of links, which a page that shows the paragraph
/// itself leaves out.
fn shown_words(page: &Html, id: &str) -> String {
    let mut shown = String::new();
    write_words(the(page, &format!("[id='{id}'] > .words")), &mut shown);
    shown
}

fn write_words(element: ElementRef<'_>, shown: &mut String) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            shown.push_str(text);
        } else if let Some(child) = ElementRef::wrap(child) {
            let is_added = |class| class == "quoted" || class == "quoted-end";
            if child.value().classes().any(is_added) {
                write_words(child, shown);
            } else {
                shown.push_str(&opening_tag(child));
                write_words(child, shown);
                shown.push_str("</>");
            }
        }
    }
}

fn opening_tag(element: ElementRef<'_>) -> String {
    let attributes = element.value().attrs().map(|(name, value)| match name {
        "href" => format!(
            " href=#{}",
            // A section is linked to on the same page or on its own.
            value
                .split_once('#')
                .filter(|(_, fragment)| fragment.contains(".p"))
                .map_or("", |parts| parts.1)
        ),
        _ => format!(" {name}={value}"),
    });
    let attributes: String = attributes.collect();
    format!("<{}{attributes}>", element.value().name())
}

#[test]
fn paragraph_reads_the_same_on_every_page_that_shows_it() {
    for rendered in sites() {
        let library = rendered.library();
        let page = |route: Route| rendered.page(&rendered.site.path(route));
        let own_pages = library.sections().iter().map(|section| {
            let route = Route::Section(section.id, TextFormat::Html);
            page(route)
        });
        let own_pages: Vec<Html> = own_pages.collect();
        for document in library.documents() {
            let full = page(Route::FullText(document.id));
            for (section, own) in library.sections().iter().zip(&own_pages) {
                if section.document != document.id {
                    continue;
                }
                let words = |page: &Html, paragraph: ParagraphId| {
                    shown_words(page, &library[paragraph].reference.fragment())
                };
                for paragraph in section.paragraphs {
                    let expected = words(own, paragraph);
                    assert_eq!(words(&full, paragraph), expected);
                    let alone = Route::Paragraph(paragraph, TextFormat::Html);
                    assert_eq!(words(&page(alone), paragraph), expected);
                    for (above, page) in library.sections().iter().zip(&own_pages) {
                        if above.subtree.contains(section.id) {
                            assert_eq!(words(page, paragraph), expected);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn data_of_every_section_are_its_text() {
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let route = Route::Document(document.id, TextFormat::Json);
            let whole = rendered.data(&rendered.site.path(route));
            let sections = whole["sections"].as_array().unwrap();
            assert_eq!(sections.len(), document.sections.len());
            for (section, in_whole) in library[document.sections].iter().zip(sections) {
                let path = |format| rendered.site.path(Route::Section(section.id, format));
                let data = rendered.data(&path(TextFormat::Json));
                assert_eq!(&data, in_whole);
                assert_eq!(data["ref"], section.reference.to_string());
                assert_eq!(data["url"], path(TextFormat::Html));
                let shown = data["paragraphs"].as_array().unwrap().iter();
                let shown: Vec<&str> = shown.map(|one| one["text"].as_str().unwrap()).collect();
                let texts = library[section.paragraphs].iter();
                let texts: Vec<&str> = texts.map(|one| one.prose.text.as_str()).collect();
                assert_eq!(shown, texts);
            }
        }
    }
}

#[test]
fn data_of_a_paragraph_are_those_in_its_section_and_more() {
    for rendered in sites() {
        let library = rendered.library();
        for paragraph in library.paragraphs() {
            let path = |route: Route| rendered.site.path(route);
            let own = path(Route::Paragraph(paragraph.id, TextFormat::Json));
            let own = rendered.data(&own);
            let section = &library[paragraph.section];
            let page = path(Route::Section(section.id, TextFormat::Json));
            let data = rendered.data(&page);
            let known = data["paragraphs"].as_array().unwrap().iter();
            let mut known = known.filter(|one| one["ref"] == own["ref"]);
            for (key, value) in known.next().unwrap().as_object().unwrap() {
                assert_eq!(own[key], *value, "{key} of {}", paragraph.reference);
            }
            let page = path(Route::Paragraph(paragraph.id, TextFormat::Html));
            assert_eq!(own["url"], page);
            assert_eq!(own["section"], section.reference.to_string());
        }
    }
}

#[test]
fn paragraphs_lead_from_the_first_to_the_last_of_a_text_and_back() {
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let citables = document
                .sections
                .into_iter()
                .flat_map(|section| library.citables(section));
            let citables: Vec<Citable> = citables.collect();
            for pair in citables.windows(2) {
                assert_eq!(library.citable_after(pair[0]), Some(pair[1]));
                assert_eq!(library.citable_before(pair[1]), Some(pair[0]));
            }
            let ends = [citables.first(), citables.last()].map(|end| *end.unwrap());
            assert_eq!(library.citable_before(ends[0]), None);
            assert_eq!(library.citable_after(ends[1]), None);
        }
    }
}

#[test]
fn every_match_of_a_paragraph_is_a_card_of_its_page_once_the_closest_first() {
    for rendered in sites() {
        let library = rendered.library();
        for paragraph in library.paragraphs() {
            let place = Place::from(paragraph.id);
            let page = rendered.page(&rendered.site.place_path(place));
            let shown = all(&page, ".card").into_iter();
            let mut shown: Vec<&str> = shown.map(|card| attribute(card, "id")).collect();
            let ends = rendered.site.study().links.at(place);
            let mut expected: Vec<String> = ends
                .iter()
                .map(|met| format!("link-{}", rendered.library()[met.link].code))
                .collect();
            shown.sort_unstable();
            expected.sort_unstable();
            assert_eq!(shown, expected, "{}", paragraph.reference);
            for group in all(&page, ".cards") {
                let heads = all_in(group, ".match-head > .strength")
                    .into_iter()
                    .map(words);
                let strengths = ["loose match", "clear match", "close match"];
                let ranks = heads.map(|head| strengths.iter().position(|one| head.ends_with(one)));
                let ranks: Vec<_> = ranks.collect();
                assert!(ranks.is_sorted_by(|a, b| a >= b), "{}", paragraph.reference);
            }
        }
    }
}

#[test]
fn no_card_stands_on_a_page_of_a_section_and_no_match_twice_on_that_with_matches() {
    for rendered in sites() {
        for (path, html) in rendered.pages() {
            let page = Html::parse_document(html);
            let cards = all(&page, ".card").len();
            let is_citable = rendered.resources()[path].0;
            let is_citable = matches!(is_citable, Route::Paragraph(..) | Route::Epigraph(..));
            assert!(cards == 0 || is_citable, "{path} has {cards} cards");
            for part in all(&page, ".para") {
                assert!(all_in(part, ".matched").len() <= 1, "{path}");
                assert!(all_in(part, ".beside").len() <= 1, "{path}");
            }
        }
    }
}

/// A text that matches the first paragraph of the house.
const THIRD: &str = r#"+++
id = "third"
title = "A Third Text"
short_title = "Third"
colour = "ink"
language = "en"
schema_type = "CreativeWork"
genre = "Letter"
summary = "A third text."
rights = "In the public domain."
provenance = "Written for a test."
+++

## I. Night {#night .rule ref=I}

Nobody speaks at night.
"#;

const THIRD_LINK: &str = r#"
[[links]]
id = "m5"
from = "house/1.p1"
to = "third/I.p1"
relation = "parallels"
strength = 2
from_quote = "keep quiet at all hours of the night"
to_quote = "Nobody speaks at night"
reason = "Both ask for quiet at night."
"#;

/// The quiet lines of a page, in order.
fn lines(page: &Html) -> Vec<String> {
    all(page, ".matched").into_iter().map(words).collect()
}

#[test]
fn line_of_a_paragraph_names_the_other_text_or_counts_the_others() {
    let path = "/house/rules/quiet";
    assert_eq!(
        lines(&scholarly().page(path)),
        ["No match in Guests", "Guests: 1 match", "Guests: 1 match"]
    );
    let mut files = scholarly_files();
    let links = text_of(&files, "concordance.toml") + THIRD_LINK;
    set_contents(&mut files, "concordance.toml", links);
    files.push(File::new("third.md", THIRD));
    let compared = "compared = [[\"house\", \"guests\"], [\"house\", \"third\"]]";
    change(
        &mut files,
        "site.toml",
        "compared = [[\"house\", \"guests\"]]",
        compared,
    );
    let three = RenderedSite::new(library_of(&files), None);
    assert_eq!(
        lines(&three.page(path)),
        [
            "No match in the texts compared with it",
            "2 matches in 2 texts",
            "1 match in 1 text"
        ]
    );
}

#[test]
fn chapter_sums_all_that_stands_below_it() {
    let page = real().page("/strategy/chapters/basic-principles");
    assert_eq!(
        words(the(&page, ".balance")),
        "Paper: 8 paragraphs matched closely, 3 clearly, 1 loosely."
    );
}

#[test]
fn same_content_gives_the_same_bytes() {
    let again = Site::new(embedded(), None);
    let resources = real().resources();
    assert_eq!(again.routes(), real().site.routes());
    for route in again.routes() {
        let path = again.path(route);
        assert!(again.render(route).unwrap() == resources[&path].1, "{path}");
    }
}
