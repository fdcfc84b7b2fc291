//! Every path of the site is requested, and every link and fragment in it followed.

use std::collections::{BTreeMap, BTreeSet};

use lectern::library::{Library, address};
use lectern::site::{Searched, Site, render};

use crate::support::{embedded, library_of, sound_files};

/// What a page holds that others point at, and what it points at.
#[derive(Default)]
struct Page {
    ids: Vec<String>,
    links: Vec<String>,
}

/// The values of the attributes of one name in the tags of a page.
fn values<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    html.split('<')
        .filter_map(|tag| tag.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| !tag.starts_with('/'))
        .filter_map(move |tag| tag.split_once(start.as_str())?.1.split('"').next())
}

fn read(html: &str) -> Page {
    let links = values(html, "href").chain(values(html, "src"));
    Page {
        ids: values(html, "id").map(str::to_owned).collect(),
        links: links.map(|link| link.replace("&#38;", "&")).collect(),
    }
}

fn html_pages(site: &Site) -> BTreeMap<String, Page> {
    site.resources()
        .filter(|(_, resource)| resource.media_type.starts_with("text/html"))
        .map(|(path, resource)| {
            let html = std::str::from_utf8(&resource.body).unwrap();
            (path.to_owned(), read(html))
        })
        .collect()
}

/// What is wrong with a link to a search, if anything: it has to find something.
fn fault_of_search(
    site: &Site,
    pages: &BTreeMap<String, Page>,
    from: &str,
    query: &str,
) -> Option<String> {
    let pairs = format!("q={query}");
    let (_, query) = form_urlencoded::parse(pairs.as_bytes()).next()?;
    match site.search(&query, 1) {
        Searched::Place(place) => fault(site, pages, from, &place),
        Searched::Answer(page) => {
            let html = std::str::from_utf8(&page.body).unwrap();
            let found = html.contains("<ol class=\"results\"");
            (!found).then(|| format!("{from}: nothing is found for {query}"))
        }
        Searched::Refused(_) => Some(format!("{from}: the search for {query} is refused")),
    }
}

/// Follows a link as a browser would; what is wrong with it, if anything.
fn fault(site: &Site, pages: &BTreeMap<String, Page>, from: &str, link: &str) -> Option<String> {
    if link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = if path.is_empty() { from } else { path };
    if !path.starts_with('/') || path.starts_with("//") {
        return Some(format!("{from}: {link} is not root-relative"));
    }
    if path == address::OPENSEARCH {
        return None;
    }
    if let Some(query) = path.strip_prefix("/search?q=") {
        return fault_of_search(site, pages, from, query);
    }
    if !site.resources().any(|(known, _)| known == path) {
        return match site.redirect(path) {
            Some(place) => fault(site, pages, from, &place),
            None => Some(format!("{from}: {link} leads nowhere")),
        };
    }
    let there = pages
        .get(path)
        .is_some_and(|page| page.ids.iter().any(|id| id == fragment));
    (!fragment.is_empty() && !there).then(|| format!("{from}: {link} names no element"))
}

fn check(library: Library) {
    let paths: BTreeSet<String> = address::all(&library).into_iter().collect();
    let shorts: Vec<String> = library.references().map(address::short).collect();
    let site = render(library);
    let pages = html_pages(&site);
    let made: BTreeSet<String> = pages.keys().cloned().collect();
    let different: Vec<&String> = made.symmetric_difference(&paths).collect();
    assert!(
        different.is_empty(),
        "pages and addresses differ in {different:?}"
    );

    let mut faults = Vec::new();
    for (path, page) in &pages {
        for link in &page.links {
            faults.extend(fault(&site, &pages, path, link));
        }
        let mut ids = BTreeSet::new();
        let twice = page.ids.iter().filter(|id| !ids.insert(id.as_str()));
        faults.extend(twice.map(|id| format!("{path}: the id {id} stands twice")));
    }
    for short in &shorts {
        let shouted = format!("/{}", short[1..].to_uppercase());
        for asked in [short, &short.to_lowercase(), &shouted] {
            match site.redirect(asked) {
                Some(place) => faults.extend(fault(&site, &pages, asked, &place)),
                None => faults.push(format!("{asked} leads nowhere")),
            }
        }
    }
    let not_found = site.not_found("/strategy/II.9");
    let page = read(std::str::from_utf8(&not_found.body).unwrap());
    faults.extend(
        page.links
            .iter()
            .filter_map(|link| fault(&site, &pages, "/", link)),
    );
    assert_eq!(faults, Vec::<String>::new());

    let reached = reachable(&site, &pages);
    let left: Vec<&str> = site
        .resources()
        .filter(|(_, resource)| resource.media_type != "font/woff2")
        .map(|(path, _)| path)
        // Programs ask for it by name.
        .filter(|path| *path != "/robots.txt")
        .filter(|path| !reached.contains(*path))
        .collect();
    assert_eq!(left, Vec::<&str>::new(), "no link leads to these");
}

/// What a reader comes to from the home page by links alone.
fn reachable(site: &Site, pages: &BTreeMap<String, Page>) -> BTreeSet<String> {
    let mut reached = BTreeSet::from(["/".to_owned()]);
    let mut waiting = vec!["/".to_owned()];
    while let Some(path) = waiting.pop() {
        for link in pages
            .get(&path)
            .map(|page| page.links.as_slice())
            .unwrap_or_default()
        {
            let to = link.split('#').next().unwrap_or_default().to_owned();
            let to = site
                .redirect(&to)
                .filter(|_| !pages.contains_key(&to))
                .unwrap_or(to);
            if site.resources().any(|(known, _)| known == to) && reached.insert(to.clone()) {
                waiting.push(to);
            }
        }
    }
    reached
}

#[test]
fn every_link_of_the_site_leads_somewhere() {
    check(embedded());
}

#[test]
fn every_link_of_a_site_of_another_shape_leads_somewhere() {
    check(library_of(&sound_files()));
}
