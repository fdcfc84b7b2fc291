//! What pages say of their own address, and the site below a path.

use lectern::library::Library;
use lectern::site::{BaseUrl, Resource, Site, render, render_at};

use crate::diagnostics_scholarship::scholarly_files;
use crate::support::{body, embedded, library_of, sound_files, without_hashes};

fn at(library: Library, base: &str) -> Site {
    render_at(library, Some(base.parse::<BaseUrl>().unwrap()))
}

fn scholarly() -> Library {
    library_of(&scholarly_files())
}

fn html(resource: &Resource) -> Option<&str> {
    let is_html = resource.media_type.starts_with("text/html");
    is_html.then(|| std::str::from_utf8(&resource.body).unwrap())
}

fn head(page: &str) -> &str {
    let (head, _) = page.split_once("</head>").unwrap();
    head
}

/// The one value that stands between these; nothing if there is none.
fn one<'a>(page: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let mut parts = page.split(before);
    parts.next();
    let value = parts.next()?.split(after).next();
    assert!(parts.next().is_none(), "{before} stands twice");
    value
}

fn property<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    one(page, &format!("<meta property=\"{name}\" content=\""), "\"")
}

#[test]
fn heads_with_and_without_a_base_url() {
    let path = "/strategy/principles/sovereignty";
    let unknown = render(embedded());
    let known = at(embedded(), "https://example.org/texts/");
    let pages = [body(&unknown, path), body(&known, path), body(&known, "/")];
    let heads = pages.iter().map(|page| head(page));
    let shown: Vec<String> = heads.map(without_hashes).collect();
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn every_page_says_its_one_address_where_it_is_known() {
    for library in [embedded(), scholarly(), library_of(&sound_files())] {
        let site = at(library, "https://example.org/texts");
        for (path, resource) in site.resources() {
            let Some(page) = html(resource) else { continue };
            let page = head(page);
            let whole = format!("https://example.org/texts{path}");
            let canonical = one(page, "<link rel=\"canonical\" href=\"", "\"");
            assert_eq!(canonical, Some(whole.as_str()));
            assert_eq!(property(page, "og:url"), Some(whole.as_str()));
            assert!(one(page, "<title>", "</title>").is_some_and(|title| !title.is_empty()));
            let description = one(page, "<meta name=\"description\" content=\"", "\"");
            assert!(description.is_some_and(|text| !text.is_empty()), "{path}");
            assert_eq!(property(page, "og:description"), description, "{path}");
        }
    }
}

#[test]
fn no_page_says_an_address_that_is_not_known() {
    let site = render(embedded());
    for (path, resource) in site.resources() {
        assert!(!path.contains("card"), "{path}");
        let Some(page) = html(resource) else { continue };
        for word in ["canonical", "og:", "twitter:"] {
            assert!(!head(page).contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn answers_to_mistakes_have_no_address() {
    let site = at(embedded(), "https://example.org/texts");
    let faulty = site.chosen("nothing", "").unwrap_err();
    for resource in [site.not_found("/nowhere"), site.error_page(500, ""), faulty] {
        let page = html(&resource).unwrap();
        assert!(
            !page.contains("canonical") && !page.contains("og:"),
            "{page}"
        );
        assert!(page.contains("href=\"/texts/\""), "{page}");
        assert!(!page.contains("href=\"/strategy"), "{page}");
    }
    let made = site.made("/compare/strategy-I/research-3.9").unwrap();
    let page = html(&made).unwrap();
    assert!(page.contains("https://example.org/texts/compare/strategy-I/research-3.9"));
}

/// Width and height, from a PNG's own header.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn pages_show_the_card_of_their_document() {
    let base = "https://example.org";
    let site = at(embedded(), base);
    let card = |site: &Site, path: &str| {
        let page = body(site, path);
        let image = property(&page, "og:image").unwrap();
        let image = image.strip_prefix(base).unwrap().to_owned();
        let (_, resource) = site.resources().find(|(path, _)| *path == image).unwrap();
        assert_eq!(resource.media_type, "image/png");
        assert_eq!(size(&resource.body), (1200, 630));
        assert!(resource.body.len() < 40_000, "{image}");
        let alt = property(&page, "og:image:alt").unwrap().to_owned();
        (without_hashes(&image), alt)
    };
    for (path, name, alt) in [
        (
            "/strategy/II.2".to_owned(),
            "card-strategy",
            "International Strategy of Cooperation on Cyberspace. \
             Ministry of Foreign Affairs of the People’s Republic of China, 2017",
        ),
        (
            "/research/full".to_owned(),
            "card-research",
            "Research on the International Strategy for National Cyberspace Security. \
             Fang Binxing, Du Aning, Zhang Xi, Wang Zhongru, 2016",
        ),
        (
            "/terms".to_owned(),
            "card-site",
            "Lectern: Two texts on China’s cyberspace strategy, side by side",
        ),
    ] {
        let path = site.redirect(&path).unwrap_or(path);
        let shown = (format!("/static/{name}.HASH.png"), alt.to_owned());
        assert_eq!(card(&site, &path), shown);
    }
    // The cards were drawn of other words than these.
    let mut renamed = embedded();
    renamed.documents[0].metadata.title.push_str(", Annotated");
    let path = format!("/{}", renamed.documents[0].id);
    let (name, _) = card(&at(renamed, base), &path);
    assert_eq!(name, "/static/card-site.HASH.png");
    let (name, _) = card(&at(library_of(&sound_files()), base), "/charter");
    assert_eq!(name, "/static/card.HASH.png");
}

#[test]
fn icons_are_what_they_are_said_to_be() {
    let site = render(embedded());
    let named = |name: &str| {
        let found = site.resources().find(|(path, _)| path.contains(name));
        found.unwrap_or_else(|| panic!("there is no {name}")).1
    };
    assert_eq!(named("/static/touch.").media_type, "image/png");
    assert_eq!(size(&named("/static/touch.").body), (180, 180));
    let favicon = named("/favicon.ico");
    assert_eq!(favicon.media_type, "image/vnd.microsoft.icon");
    assert_eq!(size(&favicon.body[22..]), (32, 32));
}

/// With its path taken out, a site below a path is the same site: nothing else has moved, and
/// every path in it has.
#[test]
fn a_site_below_a_path_is_the_same_site() {
    for library in [scholarly(), library_of(&sound_files()), embedded()] {
        let top = at(library.clone(), "https://example.org");
        let below = at(library, "https://example.org/some/prefix");
        let pairs: Vec<_> = top.resources().zip(below.resources()).collect();
        assert_eq!(pairs.len(), top.resources().count());
        for ((path, resource), (same, moved)) in pairs {
            assert_eq!(path, same);
            let Ok(text) = std::str::from_utf8(&moved.body) else {
                assert!(resource.body == moved.body, "{path}");
                continue;
            };
            let back = text.replace("/some/prefix", "");
            assert!(back.as_bytes() == resource.body, "{path}");
            let start = match moved.media_type {
                "application/json" => "\"/",
                "text/markdown; charset=utf-8" => "](/",
                "text/css; charset=utf-8" => "url(\"/",
                _ => "=\"/",
            };
            for place in text.split(start).skip(1) {
                assert!(
                    place.starts_with("some/prefix/"),
                    "{path}: {start}{place:.60}"
                );
            }
        }
    }
}
