//! What pages say of their own address, and the site below a path.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lectern::content::{Source, read};
use lectern::site::{Asset, Resolution, Resource};
use regex::Regex;
use scraper::Html;
use serde_json::Value;

use crate::support::{
    RenderedSite, all, attribute, change, is_book, library_of, links, real, refusal, sites, text,
    the, unpacked, without_hashes, words,
};

const TOP: &str = "https://example.org";
const PREFIX: &str = "/some/prefix";

fn at(base: &str) -> [RenderedSite; 8] {
    sites().map(|rendered| RenderedSite::new(rendered.library().clone(), Some(base)))
}

/// The sites of the tests at the top of a host.
static AT_TOP: LazyLock<[RenderedSite; 8]> = LazyLock::new(|| at(TOP));
/// The same sites below a path.
static BELOW: LazyLock<[RenderedSite; 8]> = LazyLock::new(|| at(&format!("{TOP}{PREFIX}/")));

/// The value of the one element of the head that a selector names; `None` if there is none.
fn only<'a>(page: &'a Html, selector: &str, name: &str) -> Option<&'a str> {
    match all(page, &format!("head {selector}")).as_slice() {
        [] => None,
        [one] => Some(attribute(*one, name)),
        several => panic!("{} times {selector}", several.len()),
    }
}

fn property<'a>(page: &'a Html, name: &str) -> Option<&'a str> {
    only(page, &format!("meta[property='{name}']"), "content")
}

fn canonical(page: &Html) -> Option<&str> {
    only(page, "link[rel='canonical']", "href")
}

/// The elements of a head by which a page says its address to programs.
fn count_addresses(page: &Html) -> usize {
    let selector = "link[rel='canonical'], meta[property^='og:'], meta[name^='twitter:']";
    all(page, selector).len()
}

#[test]
fn heads_with_and_without_a_base_url_read_as_a_whole() {
    let path = "/strategy/principles/sovereignty";
    let known = RenderedSite::new(real().library().clone(), Some("https://example.org/texts/"));
    let paragraph = known.body("/strategy/II.2.p1");
    let pages = [
        real().body(path),
        known.body(path),
        known.body("/"),
        paragraph,
    ];
    let heads = pages.map(|page| without_hashes(page.split_once("</head>").unwrap().0));
    insta::assert_snapshot!("heads_with_and_without_a_base_url", heads.join("\n\n"));
}

#[test]
fn every_page_says_its_one_address_where_it_is_known() {
    for rendered in &*BELOW {
        let resources = rendered.resources().iter();
        for (path, (route, page)) in resources.filter(|(_, (route, _))| route.is_page()) {
            let page = Html::parse_document(text(page));
            // A comparison with its sides swapped names the one to cite, a page to be printed its section.
            let cited = rendered.site.path(route.canonical());
            let whole = format!("{TOP}{PREFIX}{cited}");
            assert_eq!(canonical(&page), Some(whole.as_str()));
            assert_eq!(property(&page, "og:url"), Some(whole.as_str()));
            assert_ne!(words(the(&page, "head title")), "", "{path}");
            let description = only(&page, "meta[name='description']", "content");
            assert!(description.is_some_and(|text| !text.is_empty()), "{path}");
            assert_eq!(property(&page, "og:description"), description, "{path}");
        }
    }
}

#[test]
fn no_page_says_an_address_that_is_not_known() {
    for rendered in sites() {
        for (path, html) in rendered.pages() {
            assert_eq!(count_addresses(&Html::parse_document(html)), 0, "{path}");
        }
    }
}

#[test]
fn answers_to_mistakes_have_no_address() {
    let site = &BELOW[0].site;
    let pages = [
        site.not_found("/nowhere").unwrap(),
        site.error_page(500, "").unwrap(),
        refusal(site.chosen("nothing", "").unwrap()),
    ];
    for page in &pages {
        let page = Html::parse_document(text(page));
        assert_eq!(count_addresses(&page), 0);
        assert!(!all(&page, &format!("[href='{PREFIX}/']")).is_empty());
        assert!(all(&page, "[href^='/strategy']").is_empty());
    }
}

#[test]
fn comparison_that_no_link_leads_to_has_an_address() {
    let path = "/compare/strategy-IV.6/research-2.2.1";
    assert!(!BELOW[0].resources().contains_key(path));
    let Some(Resolution::Found(route)) = BELOW[0].site.resolve(path) else {
        panic!("there is no {path}");
    };
    let page = BELOW[0].site.render(route).unwrap();
    let page = Html::parse_document(text(&page));
    assert_eq!(
        canonical(&page),
        Some(format!("{TOP}{PREFIX}{path}").as_str())
    );
}

/// Width and height, from a PNG's own header.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// The path and the description of the card that a page shows.
fn card(rendered: &RenderedSite, path: &str) -> (String, String) {
    let page = rendered.page(path);
    let image = property(&page, "og:image").unwrap();
    let alt = property(&page, "og:image:alt").unwrap();
    (image.strip_prefix(TOP).unwrap().to_owned(), alt.to_owned())
}

#[test]
fn pages_show_the_card_of_their_document() {
    for (path, name, alt) in [
        (
            "/strategy/principles/sovereignty",
            "card-strategy",
            "International Strategy of Cooperation on Cyberspace. \
             Ministry of Foreign Affairs of the People’s Republic of China, 2017",
        ),
        (
            "/research/full",
            "card-research",
            "Research on the International Strategy for National Cyberspace Security. \
             Fang Binxing, Du Aning, Zhang Xi, Wang Zhongru, 2016",
        ),
        (
            "/terms",
            "card-site",
            "Lectern: Two texts on China’s cyberspace strategy, side by side",
        ),
    ] {
        let (image, shown_alt) = card(&AT_TOP[0], path);
        assert_eq!(without_hashes(&image), format!("/static/{name}.HASH.png"));
        assert_eq!(shown_alt, alt);
        let (_, resource) = &AT_TOP[0].resources()[&image];
        assert_eq!(resource.media_type, "image/png");
        assert_eq!(size(&resource.body), (1200, 630));
        assert!(resource.body.len() < 40_000, "{image}");
    }
}

#[test]
fn document_shows_no_card_that_was_drawn_of_other_words() {
    let title = "title = \"International Strategy of Cooperation on Cyberspace\"";
    let other = "title = \"International Strategy of Cooperation on Cyberspace, Annotated\"";
    let mut files = read(&Source::Embedded);
    change(&mut files, "strategy.md", title, other);
    let renamed = RenderedSite::new(library_of(&files), Some(TOP));
    let (image, _) = card(&renamed, "/strategy");
    assert_eq!(without_hashes(&image), "/static/card-site.HASH.png");
    let (image, _) = card(&AT_TOP[1], "/charter");
    assert_eq!(without_hashes(&image), "/static/card.HASH.png");
}

#[test]
fn document_called_site_does_not_take_the_card_of_the_site() {
    let mut files = read(&Source::Embedded);
    let kept = ["captures/strategy.txt", "site.toml", "strategy.md"];
    files.retain(|file| kept.contains(&file.name.as_str()));
    change(
        &mut files,
        "strategy.md",
        "id = \"strategy\"",
        "id = \"site\"",
    );
    let order = "documents = [\"strategy\", \"research\"]";
    change(&mut files, "site.toml", order, "documents = [\"site\"]");
    let compared = "compared = [[\"strategy\", \"research\"]]\n";
    change(&mut files, "site.toml", compared, "");
    change(&mut files, "site.toml", "nav = [\"study\"]\n", "");
    let renamed = RenderedSite::new(library_of(&files), Some(TOP));
    let (image, _) = card(&renamed, "/site");
    assert_eq!(without_hashes(&image), "/static/card.HASH.png");
    let facts = renamed.site.card_facts();
    let [_, genre, title, _, _] = &facts["site"];
    assert_eq!(
        (genre.as_str(), title),
        ("", &renamed.library().settings.tagline)
    );
}

#[test]
fn every_card_is_shown_by_a_page() {
    let cards = Asset::all().map(Asset::path);
    let mut left: BTreeSet<&str> = cards
        .filter(|path| path.starts_with("/static/card"))
        .collect();
    assert!(!left.is_empty());
    for rendered in &*AT_TOP {
        let documents = rendered.library().documents().iter();
        let pages = documents.map(|document| format!("/{}", document.slug));
        for path in pages.chain(["/".to_owned()]) {
            left.remove(card(rendered, &path).0.as_str());
        }
    }
    assert!(left.is_empty(), "no page shows {left:?}");
}

#[test]
fn icons_are_what_they_are_said_to_be() {
    let named = |name: &str| Asset::named(name).unwrap().resource();
    let touch = named("touch.png");
    assert_eq!(touch.media_type, "image/png");
    assert_eq!(size(&touch.body), (180, 180));
    let favicon = named("favicon.ico");
    assert_eq!(favicon.media_type, "image/vnd.microsoft.icon");
    assert_eq!(size(&favicon.body[22..]), (32, 32));
}

/// The paths of the site that a resource names.
fn paths(resource: &Resource) -> Vec<String> {
    let body = text(resource);
    let (essence, _) = resource
        .media_type
        .split_once(';')
        .unwrap_or((resource.media_type, ""));
    let mut named = match essence {
        "text/html" => links(&Html::parse_document(body)),
        "application/json" => strings(&serde_json::from_str(body).unwrap()),
        "text/markdown" => {
            let targets = body
                .split("](")
                .skip(1)
                .map(|rest| rest.split(')').next().unwrap());
            targets.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    named.retain(|one| one.starts_with('/'));
    named
}

/// Every string in some data.
fn strings(data: &Value) -> Vec<String> {
    match data {
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().flat_map(strings).collect(),
        Value::Object(all) => all.values().flat_map(strings).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

#[test]
fn site_below_a_path_differs_in_its_paths_alone() {
    // A book that says a longer address may be larger.
    let sizes = Regex::new("<small>[0-9,]+\u{a0}kB</small>").unwrap();
    for (top, below) in AT_TOP.iter().zip(&*BELOW) {
        assert_eq!(top.site.routes(), below.site.routes());
        let mut moved_paths = 0;
        for (path, (_, moved)) in below.resources() {
            let (_, resource) = &top.resources()[path];
            if is_book(path) {
                let (moved, there) = (unpacked(&moved.body), unpacked(&resource.body));
                let plain = moved.into_iter();
                let plain = plain.map(|(name, text)| (name, text.replace(PREFIX, "")));
                assert!(plain.eq(there), "{path}");
                continue;
            }
            if std::str::from_utf8(&moved.body).is_err() {
                assert!(resource.body == moved.body, "{path}");
                continue;
            }
            let [moved_text, there] = [moved, resource].map(|one| sizes.replace_all(text(one), ""));
            assert!(moved_text.replace(PREFIX, "") == there, "{path}");
            let named = paths(moved);
            let elsewhere = named
                .iter()
                .find(|one| !one.starts_with(&format!("{PREFIX}/")));
            assert_eq!(elsewhere, None, "{path}");
            moved_paths += named.len();
        }
        assert!(moved_paths > 100, "only {moved_paths} paths were found");
    }
}
