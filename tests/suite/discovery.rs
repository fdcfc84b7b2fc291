//! The files that programs look for at fixed addresses: sitemaps, robots, the feed of editions,
//! security.txt.

use std::collections::BTreeSet;

use lectern::site::{ADDRESSES_PER_SITEMAP, Discovery, Resolution, Route, Site};

use crate::support::{
    RenderedSite, all, library_of, real, scholarly_files, set_contents, sites, snapshot, sound,
    text, text_of,
};
use crate::wire::{Server, shared_server};

const BASE: &str = "https://example.org/texts";

fn at_base() -> RenderedSite {
    RenderedSite::new(sound().library().clone(), Some(BASE))
}

/// The addresses in a sitemap.
fn addresses(sitemap: &str) -> Vec<&str> {
    let after = sitemap.split("<loc>").skip(1);
    after
        .map(|rest| rest.split("</loc>").next().unwrap())
        .collect()
}

#[test]
fn whole_files() {
    let site = at_base();
    snapshot(&site, "sitemap", "/sitemap.xml");
    snapshot(&site, "editions_feed", "/editions.atom");
    assert_eq!(
        site.body("/robots.txt"),
        "User-agent: *\nDisallow:\n\nSitemap: https://example.org/texts/sitemap.xml\n"
    );
}

#[test]
fn sitemap_has_every_page_that_search_engines_may_list_and_no_other() {
    for rendered in sites() {
        let listed = rendered.pages().filter(|(path, _)| {
            let (route, _) = &rendered.resources()[*path];
            let page = rendered.page(path);
            let is_left_out = !all(&page, "meta[name='robots']").is_empty();
            !is_left_out && route.canonical() == *route
        });
        let expected: BTreeSet<&str> = listed.map(|(path, _)| path).collect();
        let found = addresses(rendered.body("/sitemap.xml"));
        assert_eq!(found.iter().copied().collect::<BTreeSet<&str>>(), expected);
        assert_eq!(found.len(), expected.len(), "an address stands twice");
    }
}

#[test]
fn addresses_are_those_that_were_asked() {
    let server = shared_server();
    let sitemap = server.get("/sitemap.xml", &[]);
    let sitemap = String::from_utf8(sitemap.body).unwrap();
    let is_whole = |one: &&str| one.starts_with("http://test/");
    assert!(addresses(&sitemap).iter().all(is_whole), "{sitemap}");
    let robots = server.get("/robots.txt", &[]);
    let robots = String::from_utf8(robots.body).unwrap();
    assert!(
        robots.ends_with("\nSitemap: http://test/sitemap.xml\n"),
        "{robots}"
    );
    // Who names no host is told no address.
    let mut client = server.client();
    client.send("GET /robots.txt HTTP/1.1\r\nHost:\r\n\r\n");
    assert_eq!(client.reply("GET").body, b"User-agent: *\nDisallow:\n");
}

#[test]
fn feed_of_editions_keeps_its_ids_wherever_it_stands() {
    let ids = |feed: &str| -> Vec<String> {
        let ids = feed.split("<id>").skip(1);
        ids.map(|rest| rest.split("</id>").next().unwrap().to_owned())
            .collect()
    };
    let here = ids(sound().body("/editions.atom"));
    assert_eq!(here, ids(at_base().body("/editions.atom")));
    let different: BTreeSet<&String> = here.iter().collect();
    assert_eq!(different.len(), here.len());
    assert_eq!(here.len(), 1 + sound().library().editions.len());
    for path in ["/", "/editions"] {
        let page = real().page(path);
        let links = all(
            &page,
            "link[type='application/atom+xml'][href='/editions.atom']",
        );
        assert_eq!(links.len(), 1, "{path}");
    }
    let elsewhere = real().page("/about");
    assert!(all(&elsewhere, "link[type='application/atom+xml']").is_empty());
}

#[test]
fn security_txt_is_there_where_the_editors_say_whom_to_tell() {
    let site = at_base();
    let expected = "Contact: mailto:security@example.org
Contact: https://example.org/security
Expires: 2027-11-21T00:00:00Z
Canonical: https://example.org/texts/.well-known/security.txt
";
    assert_eq!(site.body("/.well-known/security.txt"), expected);
    // Programs look for it, and for what they are asked, at the root of the host.
    let server = Server::of(&site.site);
    for path in [
        "/texts/.well-known/security.txt",
        "/.well-known/security.txt",
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(
            (reply.status, reply.body.as_slice()),
            (200, expected.as_bytes()),
            "{path}"
        );
    }
    assert_eq!(server.get("/robots.txt", &[]).status, 200);
    assert_eq!(server.get("/sitemap.xml", &[]).status, 404);
    assert_eq!(
        shared_server().get("/.well-known/security.txt", &[]).status,
        404
    );
}

#[test]
fn pages_too_many_for_one_sitemap_stand_in_several() {
    let mut files = scholarly_files();
    let house = text_of(&files, "house.md");
    let more = "\n\nA quiet rule.".repeat(ADDRESSES_PER_SITEMAP);
    set_contents(
        &mut files,
        "house.md",
        format!("{}{more}\n", house.trim_end()),
    );
    let base = Some("https://example.org".parse().unwrap());
    let site = Site::new(library_of(&files), base);
    let body = |path: &str| {
        let Some(Resolution::Found(route)) = site.resolve(path) else {
            panic!("there is no {path}");
        };
        text(&site.render(route).unwrap()).to_owned()
    };
    assert_eq!(
        body("/sitemap.xml"),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>
<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>
</sitemapindex>"#
    );
    let parts = ["/sitemap-1.xml", "/sitemap-2.xml"].map(body);
    let parts = parts.each_ref().map(|part| addresses(part));
    assert_eq!(parts[0].len(), ADDRESSES_PER_SITEMAP);
    let listed = site.routes().into_iter().filter(|route| route.is_listed());
    let listed: BTreeSet<String> = listed
        .map(|route| format!("https://example.org{}", site.path(route)))
        .collect();
    let found: BTreeSet<String> = parts.concat().into_iter().map(str::to_owned).collect();
    assert_eq!(found, listed);
    assert_eq!(parts.concat().len(), listed.len());
    assert_eq!(site.resolve("/sitemap-3.xml"), None);
    let is_part = |route: &Route| matches!(route, Route::Discovery(Discovery::SitemapPart(_)));
    assert_eq!(
        site.routes().iter().filter(|route| is_part(route)).count(),
        2
    );
}
