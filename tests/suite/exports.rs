//! What can be taken away: tables, data, TEI and books.

use std::collections::{BTreeMap, BTreeSet};

use lectern::library::{Document, Library};
use lectern::site::{Export, Route, Table};
use regex::Regex;
use serde_json::Value;

use crate::support::{
    RenderedSite, all, all_in, attribute, is_book, law, real, scholarly, sites, sound, text,
    the_in, unpacked,
};

/// The tables of a site by their names, without the mark at their beginning.
fn tables(rendered: &RenderedSite) -> BTreeMap<&str, &str> {
    let resources = rendered.resources().iter();
    let tables = resources.filter(|(_, (route, _))| {
        let is_table = matches!(route, Route::Export(Export::Table(_)));
        is_table
    });
    tables
        .map(|(path, (_, table))| {
            let rows = text(table).strip_prefix('\u{feff}');
            (path.as_str(), rows.expect("a byte order mark"))
        })
        .collect()
}

/// The rows of a table with their heads.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_tables_of_a_small_site() {
    let tables = tables(scholarly());
    assert_eq!(tables.len(), Table::ALL.len());
    for table in tables.values() {
        assert!(table.ends_with("\r\n"));
    }
    let shown = tables
        .iter()
        .map(|(path, table)| format!("{path}\n{}", table.replace("\r\n", "\n")));
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_table_has_a_row_for_each_thing() {
    let tables = tables(real());
    let library = real().library();
    let passages = library.silences().iter().map(|one| one.passages.len());
    for (path, count) in [
        ("/data/sections.csv", library.sections().len()),
        (
            "/data/paragraphs.csv",
            library.paragraphs().len() + library.epigraphs().len(),
        ),
        ("/data/links.csv", library.links().len()),
        ("/data/silences.csv", passages.sum()),
        ("/data/terms.csv", library.terms().len()),
        ("/data/actors.csv", library.actors.acts.len()),
    ] {
        assert_eq!(rows(tables[path]).len(), count, "{path}");
    }
    let terms = rows(tables["/data/terms.csv"]);
    let named = terms.iter().map(|row| row["occurrences"].parse::<usize>());
    let named: usize = named.map(Result::unwrap).sum();
    assert_eq!(rows(tables["/data/occurrences.csv"]).len(), named);
    assert!(terms.iter().any(|row| row["zh"].contains("网络主权")));
}

#[test]
fn tables_say_what_the_data_say() {
    for site in [real(), law()] {
        let rows = rows(tables(site)["/data/paragraphs.csv"]);
        let numbered = rows.iter().filter(|row| !row["number"].is_empty());
        assert_eq!(numbered.count() > 0, std::ptr::eq(site, law()));
        for row in rows {
            let data = site.data(&format!("/{}.json", row["ref"]));
            for key in ["number", "label", "text", "sha256"] {
                let value = data[key].as_str().unwrap_or_default();
                assert_eq!(value, row[key], "{key} of {}", row["ref"]);
            }
        }
    }
    let tables = tables(real());
    assert_eq!(
        tables.get("/data/links.csv").map(|table| rows(table).len()),
        real().data("/concordance.json")["links"]
            .as_array()
            .map(Vec::len)
    );
    assert!(!self::tables(sound()).contains_key("/data/links.csv"));
}

#[test]
fn the_library_is_the_data_of_its_parts() {
    for rendered in sites() {
        let whole = rendered.data("/library.json");
        for (document, data) in rendered
            .library()
            .documents()
            .iter()
            .zip(whole["documents"].as_array().unwrap())
        {
            assert_eq!(*data, rendered.data(&format!("/{}.json", document.slug)));
        }
        for (term, data) in rendered
            .library()
            .terms()
            .iter()
            .zip(whole["terms"].as_array().unwrap())
        {
            assert_eq!(*data, rendered.data(&format!("/terms/{}.json", term.slug)));
        }
        let concordance = if rendered.library().links().is_empty() {
            Value::Null
        } else {
            rendered.data("/concordance.json")
        };
        assert_eq!(whole["concordance"], concordance);
    }
    let actors = &real().data("/actors.json")["actors"];
    assert_eq!(real().data("/library.json")["actors"], *actors);
}

#[test]
fn the_schema_of_the_library() {
    insta::assert_snapshot!(scholarly().body("/library.schema.json"));
}

#[test]
fn the_tei_of_small_texts() {
    let files = [
        scholarly().body("/house.tei.xml"),
        sound().body("/charter.tei.xml"),
    ];
    insta::assert_snapshot!(files.join("\n"));
}

/// The files of a book by their names, in order.
fn book(rendered: &RenderedSite, path: &str) -> Vec<(String, String)> {
    unpacked(&rendered.resources()[path].1.body)
}

#[test]
fn a_book_has_these_files_and_such_chapters() {
    let files = book(scholarly(), "/library.epub");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let shown = [
        "EPUB/package.opf",
        "EPUB/nav.xhtml",
        "EPUB/text-house-1.xhtml",
        "EPUB/matches-house-1.xhtml",
        "EPUB/terms.xhtml",
    ];
    let shown = files
        .iter()
        .filter(|(name, _)| shown.contains(&name.as_str()));
    let shown: Vec<String> = shown
        .map(|(name, body)| format!("{name}\n{body}"))
        .collect();
    insta::assert_snapshot!(format!("{}\n\n{}", names.join("\n"), shown.join("\n")));
    let notes = book(sound(), "/charter.epub");
    let chapter = notes
        .iter()
        .find(|(name, _)| name.ends_with("-charter-A.xhtml"));
    insta::assert_snapshot!("a_chapter_with_notes", chapter.unwrap().1);
}

#[test]
fn the_book_of_the_library_names_its_texts() {
    let library = real().library();
    let files = book(real(), "/library.epub");
    let body = |name: &str| &files.iter().find(|(file, _)| file == name).unwrap().1;
    let package = body("EPUB/package.opf");
    let creators = captures("<dc:creator[^>]*>([^<]*)", package);
    assert_eq!(creators.len(), 5, "{creators:?}");
    assert!(creators[0].starts_with("Ministry of Foreign Affairs"));
    assert_eq!(creators[1], "Fang Binxing");
    let rights = captures("<dc:rights>([^<]*)", package);
    assert_eq!(rights.len(), 3, "{rights:?}");
    assert!(
        rights[2].starts_with("The work of the editors: "),
        "{rights:?}"
    );
    let edition = library.settings.edition_date.to_string();
    assert_eq!(captures("<dc:date>([^<]*)", package), [edition]);
    let title = body("EPUB/title.xhtml");
    assert_eq!(
        captures("<li><a href=\"([^\"]*)", title),
        ["document-strategy.xhtml", "document-research.xhtml"]
    );
}

#[test]
fn a_page_that_a_book_lacks_is_a_link_only_where_the_site_is_known() {
    let at_address = RenderedSite::new(real().library().clone(), Some("https://example.org"));
    for (rendered, linked) in [(&at_address, true), (real(), false)] {
        let files = book(rendered, "/library.epub");
        let (_, guide) = files
            .iter()
            .find(|(name, _)| name == "EPUB/page-study.xhtml")
            .unwrap();
        assert!(guide.contains("Context"));
        let link = "<a href=\"https://example.org/context\">Context</a>";
        assert_eq!(guide.contains(link), linked);
        assert_eq!(guide.contains("/context"), linked);
    }
}

#[test]
fn a_book_begins_with_its_type_as_it_is() {
    let bytes = &real().resources()["/strategy.epub"].1.body;
    // A reading system looks for these very bytes (OCF 3.3, section 4.2.2).
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
}

#[test]
fn the_same_library_makes_the_same_bytes() {
    let again = RenderedSite::new(real().library().clone(), None);
    for path in ["/strategy.epub", "/library.epub", "/library.json"] {
        let Some(lectern::site::Resolution::Found(route)) = again.site.resolve(path) else {
            panic!("there is no {path}");
        };
        let made = again.site.render(route).unwrap();
        assert!(made.body == real().resources()[path].1.body, "{path}");
    }
}

#[test]
fn every_link_of_a_book_leads_into_it_or_to_the_web() {
    let at_address = RenderedSite::new(scholarly().library().clone(), Some("https://example.org"));
    let mut links = 0;
    for rendered in sites().into_iter().chain([&at_address]) {
        let books = rendered.resources().iter();
        let books = books.filter(|(path, _)| is_book(path));
        for (path, _) in books {
            let files = book(rendered, path);
            let names: BTreeSet<String> = files
                .iter()
                .flat_map(|(name, body)| {
                    let ids = captures(r#" (?:xml:)?id="([^"]*)""#, body);
                    let name = name.trim_start_matches("EPUB/").to_owned();
                    let with_ids = ids.into_iter().map({
                        let name = name.clone();
                        move |id| format!("{name}#{id}")
                    });
                    with_ids.chain([name.clone()]).collect::<Vec<_>>()
                })
                .collect();
            for (name, body) in &files {
                for href in captures(r#" (?:href|src)="([^"]*)""#, body) {
                    let own = name.trim_start_matches("EPUB/");
                    let whole = if href.starts_with('#') {
                        format!("{own}{href}")
                    } else {
                        href.clone()
                    };
                    let leads = href.contains("://") || names.contains(&whole);
                    assert!(leads, "{path}, {name}: {href}");
                    links += 1;
                }
            }
        }
    }
    assert!(links > 2500, "only {links} links");
}

#[test]
fn a_book_knows_the_address_of_the_site_or_says_none() {
    let at_address = RenderedSite::new(scholarly().library().clone(), Some("https://example.org"));
    let whole = |rendered| {
        let files = book(rendered, "/library.epub").into_iter();
        files.map(|(_, body)| body).collect::<String>()
    };
    assert!(whole(&at_address).contains("<a href=\"https://example.org/\">"));
    assert!(!whole(scholarly()).contains("href=\"/"));
    assert!(!whole(scholarly()).contains("The same on the web"));
}

fn captures(pattern: &str, text: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    let found = pattern.captures_iter(text);
    found.map(|found| found[1].to_owned()).collect()
}

/// The words of XML without its tags and without what some patterns find, quotes straight.
fn words_of(xml: &str, left_out: &[&str]) -> Vec<String> {
    let without = |text: String, pattern: &&str| {
        let pattern = Regex::new(pattern).unwrap();
        pattern.replace_all(&text, "").into_owned()
    };
    let text = left_out
        .iter()
        .chain([&"<[^>]*>"])
        .fold(xml.to_owned(), without);
    let signs = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
    ];
    let text = signs
        .into_iter()
        .fold(text, |text, (sign, plain)| text.replace(sign, plain));
    text.split_whitespace().map(str::to_owned).collect()
}

/// The words of a document, quotes straight.
fn words_in(library: &Library, document: &Document) -> Vec<String> {
    let sections = library[document.sections].iter();
    let proses = sections.flat_map(|section| library.proses(section));
    let text: Vec<&str> = proses.map(|prose| prose.text.as_str()).collect();
    let escaped = text.join("\n").replace('&', "&#38;").replace('<', "&#60;");
    words_of(&escaped, &[])
}

#[test]
fn a_book_and_a_tei_file_have_all_words_of_the_text_in_order() {
    let shown = Regex::new(r#"<img [^>]*alt="([^"]*)"/>"#).unwrap();
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let words = words_in(library, document);
            assert!(words.len() > 10);
            let tei = rendered.body(&format!("/{}.tei.xml", document.slug));
            let (_, body) = tei.split_once("<body>").unwrap();
            assert_eq!(words_of(body, &["(?s)<note .*?</note>"]), words);
            let chapters = book(rendered, &format!("/{}.epub", document.slug));
            let chapters = chapters
                .iter()
                .filter(|(name, _)| name.starts_with("EPUB/text-"));
            let found: Vec<String> = chapters
                .flat_map(|(_, body)| {
                    let (_, body) = body.split_once("<body>").unwrap();
                    let added = [
                        r#"(?s)<section class="notes".*?</section>"#,
                        r#"<span class="ref".*?</span>"#,
                        r#"<a class="sign".*?</a>"#,
                        r#"<span class="number">.*?</span>"#,
                    ];
                    // What an image shows is said in an attribute.
                    words_of(&shown.replace_all(body, "$1"), &added)
                })
                .collect();
            assert_eq!(found, words);
        }
    }
}

#[test]
fn a_document_page_leads_to_every_file_and_says_its_size() {
    for rendered in sites() {
        for document in rendered.library().documents() {
            let page = rendered.page(&format!("/{}", document.slug));
            let mut files = BTreeSet::new();
            for file in all(&page, ".downloads dd") {
                let path = attribute(the_in(file, "a"), "href");
                let (_, resource) = &rendered.resources()[path];
                let size: String = the_in(file, "small").text().collect();
                let digits: String = size.chars().filter(char::is_ascii_digit).collect();
                let bytes = digits.parse::<usize>().unwrap() * 1000;
                let real_bytes = resource.body.len();
                assert!(
                    (real_bytes..real_bytes + 1000).contains(&bytes),
                    "{path}: {size}"
                );
                files.insert(path.to_owned());
            }
            let of_others = |export: &Export| match export {
                Export::Book(one) | Export::Tei(one) => *one != document.id,
                _ => false,
            };
            let exports =
                rendered
                    .resources()
                    .iter()
                    .filter_map(|(path, (route, _))| match route {
                        Route::Export(export) if !of_others(export) => Some(path.clone()),
                        _ => None,
                    });
            for path in exports {
                assert!(files.contains(&path), "{path}");
            }
            assert_eq!(all_in(all(&page, ".downloads")[0], "dt").len(), 3);
        }
    }
}
