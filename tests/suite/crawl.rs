//! Every route and every name that leads to one, and every link and fragment of every page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use lectern::library::{RESERVED, Slug};
use lectern::site::{
    Export, HandoutFormat, HandoutQuery, Outcome, Resolution, Route, Slot, TextFormat,
};
use scraper::Html;

use crate::support::{RenderedSite, all, links, real, sites, text, values};

#[test]
fn every_route_has_a_path_of_its_own_that_leads_to_it() {
    for rendered in sites() {
        let site = &rendered.site;
        let routes = site.routes();
        for &route in &routes {
            let path = site.path(route);
            assert_eq!(
                site.resolve(&path),
                Some(Resolution::Found(route)),
                "{path}"
            );
        }
        let different: BTreeSet<Route> = routes.iter().copied().collect();
        assert_eq!(different.len(), routes.len(), "a route is listed twice");
    }
}

#[test]
fn path_with_a_slash_at_its_end_or_in_capitals_leads_to_the_route() {
    for rendered in sites() {
        let site = &rendered.site;
        for route in site.routes() {
            let path = site.path(route);
            let moved = Some(Resolution::Moved(route));
            assert_eq!(site.resolve(&format!("{path}/")), moved, "{path}/");
            let shouted = path.to_uppercase();
            if shouted != path {
                assert_eq!(site.resolve(&shouted), moved, "{shouted}");
            }
        }
    }
}

#[test]
fn reference_in_any_letter_case_leads_to_its_place() {
    for rendered in sites() {
        let site = &rendered.site;
        let library = site.library();
        for reference in library.references() {
            let place = library.resolve(reference).unwrap();
            let route = Route::of_place(place, TextFormat::Html);
            let page = site.path(route);
            let path = format!("/{reference}");
            for asked in [path.to_lowercase(), path.to_uppercase(), path] {
                let expected = if asked == page {
                    Resolution::Found(route)
                } else {
                    Resolution::Moved(route)
                };
                assert_eq!(site.resolve(&asked), Some(expected), "{asked}");
            }
            assert_eq!(site.place_path(place), page);
        }
    }
}

#[test]
fn paragraph_and_epigraph_have_a_page_under_their_reference() {
    for rendered in sites() {
        let site = &rendered.site;
        let library = site.library();
        let paragraphs = library.paragraphs().iter().map(|one| &one.reference);
        let epigraphs = library.epigraphs().iter().map(|one| &one.reference);
        for reference in paragraphs.chain(epigraphs) {
            for ending in ["", ".json", ".md"] {
                let path = format!("/{reference}{ending}");
                assert!(rendered.resources().contains_key(&path), "{path}");
            }
        }
    }
    assert_eq!(real().library().epigraphs().len(), 1);
}

#[test]
fn other_names_of_a_page_lead_to_it() {
    for (asked, path) in [
        (
            "/strategy/II.2.json",
            "/strategy/principles/sovereignty.json",
        ),
        ("/strategy/ii.2.md", "/strategy/principles/sovereignty.md"),
        ("/strategy/ii.2.P3.json", "/strategy/II.2.p3.json"),
        ("/strategy/Preface.Epigraph", "/strategy/preface.epigraph"),
        ("/strategy/full.json", "/strategy.json"),
        ("/strategy/FULL.md", "/strategy.md"),
        // Only one document has tasks, so that there is nothing to set side by side.
        ("/tasks", "/research/tasks"),
        (
            "/compare/research-2.2.1/STRATEGY-ii.2.json",
            "/compare/strategy-II.2/research-2.2.1.json",
        ),
    ] {
        let site = &real().site;
        let Some(Resolution::Found(route)) = site.resolve(path) else {
            panic!("there is no {path}");
        };
        let moved = Some(Resolution::Moved(route));
        assert_eq!(site.resolve(asked), moved, "{asked}");
    }
}

#[test]
fn near_miss_is_none() {
    for path in [
        "",
        "strategy",
        "//strategy",
        "/strategy//",
        "//evil.example",
        "//evil.example/",
        "/nowhere",
        "/full",
        "/strategy.csl",
        "/strategy/cite",
        "/strategy/II.2.p1/cite",
        "/terms.bib",
        "/strategy/full/full",
        // Kinds of the other document.
        "/strategy/tasks",
        "/research/goals",
        "/strategy/principles.json",
        "/api.json",
        "/openapi",
        "/sitemap-1.xml",
        "/sitemap-0.xml",
        "/editions.json",
        "/.well-known/security.txt",
        "/.well-known",
        "/strategy/tasks/sovereignty",
        "/strategy/principles/soverignty",
        "/strategy/principles/sovereignty.csl",
        "/strategy/principles.bib",
        "/strategy/principles/sovereignty/II.2",
        "/strategy/II.9",
        "/strategy/II.2.p0",
        "/strategy/II.2.p01",
        "/strategy/II.2.p4",
        "/strategy/II.2.p4.bib",
        "/strategy/II.2.p1.bib.ris",
        "/strategy/II.2.p1.json.bib",
        "/strategy/II.2.epigraph",
        "/strategy/principles/sovereignty/matches.json",
        "/strategy/principles/matches",
        "/strategy/p1",
        "/compare//",
        "/compare/strategy-II.2",
        "/compare/strategy-II.2/strategy-II.2",
        "/compare/strategy-II.2/strategy-II.9",
        "/compare/strategy-II.2/research-2.2.1.md",
        "/compare/strategy/research",
        "/terms/nothing",
        "/terms.json",
        "/texts.json",
        "/actors.md",
        "/search.md",
        "/concordance.md",
        "/concordance/links/quotes",
        "/concordance/links/0",
        "/concordance/links/1000",
        "/concordance/links/99999999999999999999",
        // No match that answers a problem is close.
        "/concordance/links/answers/close",
        "/concordance/links/close/differs",
        "/concordance/links/differs/strategy-II.2",
        "/concordance/links/strategy-II.9",
        "/concordance/links/research-references",
        "/concordance/links.json",
        "/library",
        "/library.md",
        "/library.tei.xml",
        "/nothing.epub",
        "/strategy.tei",
        "/strategy/II.2.epub",
        "/data",
        "/data/links",
        "/data/nothing.csv",
        "/static",
        "/static/site.css",
    ] {
        assert_eq!(real().site.resolve(path), None, "{path}");
    }
}

#[test]
fn names_in_fixed_paths_are_reserved() {
    let mut used = BTreeSet::new();
    let routes: Vec<(String, Route)> = sites()
        .into_iter()
        .flat_map(|rendered| {
            let routes = rendered.site.routes().into_iter();
            routes.map(|route| (rendered.site.path(route), route))
        })
        .collect();
    for (path, route) in &routes {
        match route {
            // Their paths begin with names that the content gives.
            Route::Home
            | Route::Page(_)
            | Route::Kind(_)
            | Route::Document(..)
            | Route::FullText(_)
            | Route::Capture(..)
            | Route::Listing(..)
            | Route::Section(..)
            | Route::SectionMatches(_)
            | Route::Cite(_)
            | Route::Citation(..)
            | Route::Epigraph(..)
            | Route::Paragraph(..)
            | Route::Export(Export::Book(_) | Export::Tei(_)) => {}
            // A document called so would have the same files.
            Route::Export(_) | Route::Handout(_) => {
                let first = path.split(['/', '.']).nth(1).unwrap();
                assert!(
                    RESERVED.contains(&first),
                    "{path} begins with no reserved name"
                );
                used.insert(first);
            }
            // A document called so would have the same description.
            Route::OpenApi => {
                assert!(RESERVED.contains(&"openapi"));
                used.insert("openapi");
            }
            Route::Texts
            | Route::Editions
            | Route::Concordance(_)
            | Route::Links(..)
            | Route::Link(_)
            | Route::Silences
            | Route::Compare
            | Route::Citing
            | Route::Comparison(..)
            | Route::Terms
            | Route::Term(..)
            | Route::Actors(_)
            | Route::Search(_)
            | Route::Suggestions
            | Route::Api
            | Route::Discovery(_)
            | Route::Health
            | Route::Image(_)
            | Route::Asset(_) => {
                let first = path.split('/').nth(1).unwrap();
                // No content can give a name with a full stop.
                if Slug::parse(first).is_some() {
                    assert!(
                        RESERVED.contains(&first),
                        "{path} begins with no reserved name"
                    );
                    used.insert(first);
                }
            }
        }
    }
    assert_eq!(
        used,
        BTreeSet::from(RESERVED),
        "these are reserved for nothing"
    );
}

/// What a page has that others point at, and what it points at.
struct Page {
    ids: Vec<String>,
    links: Vec<String>,
}

impl Page {
    fn parse(html: &str) -> Self {
        let page = Html::parse_document(html);
        Self {
            ids: values(&page, "id"),
            links: links(&page),
        }
    }
}

/// A site with its pages, parsed once for all tests.
struct Crawl {
    rendered: &'static RenderedSite,
    pages: BTreeMap<&'static str, Page>,
}

impl Crawl {
    fn of(rendered: &'static RenderedSite) -> Self {
        let pages = rendered.pages();
        Self {
            rendered,
            pages: pages
                .map(|(path, html)| (path, Page::parse(html)))
                .collect(),
        }
    }

    /// What is wrong with a link, if anything, when it is followed as a browser would.
    fn fault(&self, from: &str, link: &str) -> Option<String> {
        if ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| link.starts_with(start))
        {
            return None;
        }
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        let path = if path.is_empty() { from } else { path };
        if let Some(query) = path.strip_prefix("/search?") {
            return self.fault_of_search(from, query);
        }
        if let Some(query) = path.strip_prefix("/compare?") {
            return self.fault_of_choice(from, query);
        }
        if let Some(query) = path.strip_prefix("/handout?") {
            return self.fault_of_handout(from, query);
        }
        // Data are asked what the box asks.
        let path = path.split('?').next().unwrap_or_default();
        match self.rendered.site.resolve(path) {
            Some(Resolution::Found(_)) if fragment.is_empty() => None,
            Some(Resolution::Found(_)) => {
                let page = self.pages.get(path);
                let there = page.is_some_and(|page| page.ids.iter().any(|id| id == fragment));
                (!there).then(|| format!("{from}: {link} names no element"))
            }
            Some(Resolution::Moved(..) | Resolution::Range(_)) => {
                Some(format!("{from}: {link} leads elsewhere"))
            }
            None => Some(format!("{from}: {link} leads nowhere")),
        }
    }

    /// What is wrong with a link to a search, if anything: it has to find something.
    fn fault_of_search(&self, from: &str, query: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let typed = pairs.find(|(name, _)| name == "q").unwrap().1;
        match self.rendered.site.search(&typed, 1).unwrap() {
            Outcome::SeeOther(place) => self.fault(from, &place),
            Outcome::Answer(page) => {
                let page = Html::parse_document(text(&page));
                let is_empty = all(&page, ".results > li").is_empty();
                is_empty.then(|| format!("{from}: nothing is found for {typed}"))
            }
            Outcome::Refused(_) | Outcome::NotFound(_) => {
                Some(format!("{from}: the search for {typed} is refused"))
            }
        }
    }

    /// What is wrong with a link to a handout, if anything: it has to have all that it asks for.
    fn fault_of_handout(&self, from: &str, query: &str) -> Option<String> {
        let asked = HandoutQuery::parse(query)?;
        let site = &self.rendered.site;
        match site.handout(&asked, HandoutFormat::Html, None).unwrap() {
            Outcome::Answer(page) => {
                let page = Html::parse_document(text(&page));
                let is_less = !all(&page, ".fault").is_empty();
                is_less.then(|| format!("{from}: something of {query} is not on the handout"))
            }
            other => Some(format!("{from}: {query} has no handout: {other:?}")),
        }
    }

    /// What is wrong with a link to the choice of a partner, if anything.
    fn fault_of_choice(&self, from: &str, query: &str) -> Option<String> {
        let (key, name) = query.split_once('=')?;
        let slot = Slot::BOTH.into_iter().find(|slot| slot.key() == key);
        let slot = slot.unwrap_or_else(|| panic!("{from}: {query} names no side"));
        let outcome = self.rendered.site.partners(slot, name).unwrap();
        let is_answer = matches!(outcome, Outcome::Answer(_));
        (!is_answer).then(|| format!("{from}: no partner is chosen at {query}"))
    }

    /// What a reader and a browser come to from the home page by links alone.
    fn reached(&self) -> BTreeSet<String> {
        let mut reached = BTreeSet::from(["/".to_owned()]);
        let mut waiting = vec!["/".to_owned()];
        while let Some(path) = waiting.pop() {
            for link in self.links_of(&path) {
                let path = link.split(['#', '?']).next().unwrap_or_default();
                let is_there = self.rendered.resources().contains_key(path);
                if is_there && reached.insert(path.to_owned()) {
                    waiting.push(path.to_owned());
                }
            }
        }
        reached
    }

    /// What a page or a style sheet names.
    fn links_of(&self, path: &str) -> Vec<String> {
        if let Some(page) = self.pages.get(path) {
            return page.links.clone();
        }
        let (_, resource) = &self.rendered.resources()[path];
        if !resource.media_type.starts_with("text/css") {
            return Vec::new();
        }
        // Fonts stand beside the style sheet that names them.
        let names = text(resource).split("url(\"").skip(1);
        let names = names.filter_map(|rest| rest.split('"').next());
        names.map(|name| format!("/static/{name}")).collect()
    }
}

static CRAWLS: LazyLock<[Crawl; 8]> = LazyLock::new(|| sites().map(Crawl::of));

#[test]
fn every_link_leads_to_a_page_and_an_element() {
    for crawl in &*CRAWLS {
        let mut faults = Vec::new();
        for (path, page) in &crawl.pages {
            assert!(page.links.len() > 10, "{path} has next to no links");
            faults.extend(page.links.iter().filter_map(|link| crawl.fault(path, link)));
        }
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn every_link_of_an_error_page_leads_somewhere() {
    for crawl in &*CRAWLS {
        let site = &crawl.rendered.site;
        let pages = [
            site.not_found("/strategy/II.9"),
            site.not_found("/"),
            site.error_page(500, "Internal Server Error"),
        ];
        for page in pages {
            let page = Page::parse(text(&page.unwrap()));
            let links = page.links.iter().filter(|link| !link.starts_with('#'));
            let faults: Vec<String> = links.filter_map(|link| crawl.fault("", link)).collect();
            assert_eq!(faults, Vec::<String>::new());
        }
    }
}

#[test]
fn every_place_is_an_element_of_its_own_page_and_of_its_section() {
    for crawl in &*CRAWLS {
        let library = crawl.rendered.library();
        let site = &crawl.rendered.site;
        let places = library.references().flat_map(|reference| {
            let place = library.resolve(reference).unwrap();
            let section = Route::Section(library.section_of(place), TextFormat::Html);
            let pages = [site.place_path(place), site.path(section)];
            pages.map(|page| format!("{page}#{}", reference.fragment()))
        });
        let faults: Vec<String> = places.filter_map(|path| crawl.fault("", &path)).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for crawl in &*CRAWLS {
        for (path, page) in &crawl.pages {
            let mut ids = BTreeSet::new();
            let twice: Vec<&String> = page.ids.iter().filter(|id| !ids.insert(*id)).collect();
            assert!(twice.is_empty(), "{path}: {twice:?}");
        }
    }
}

#[test]
fn everything_is_reached_from_the_home_page() {
    for crawl in &*CRAWLS {
        let reached = crawl.reached();
        let resources = crawl.rendered.resources().iter();
        let documents = crawl.rendered.library().documents();
        let is_english = documents
            .iter()
            .all(|one| one.metadata.language.is_english());
        let left = resources.filter(|(path, (route, _))| {
            let is_for_others = is_card(route) || (is_english && is_of_languages(path));
            !is_for_others && !reached.contains(*path)
        });
        let left: Vec<&String> = left.map(|(path, _)| path).collect();
        assert!(left.is_empty(), "no link leads to {left:?}");
    }
}

/// The style of texts in other languages than English.
fn is_of_languages(path: &str) -> bool {
    path.starts_with("/static/languages.")
}

/// Cards are named only by pages that know their whole address.
fn is_card(route: &Route) -> bool {
    matches!(route, Route::Asset(asset) if asset.path().starts_with("/static/card"))
}
