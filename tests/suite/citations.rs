//! How the texts are cited: whole values in every style and format.

use std::collections::BTreeMap;

use lectern::cite::{CitationStyle, Cited, Item, Patterns, Styled, locator, plain, text_of};
use lectern::library::{Date, Library, Place, Reference};
use lectern::site::{CitationFormat, Outcome, Resolution, Route};

use crate::support::{RenderedSite, embedded, real, sites, text};

fn place(library: &Library, reference: &str) -> Place {
    library
        .resolve(&Reference::parse(reference).unwrap())
        .unwrap()
}

/// A document, a section of it and a paragraph, and what else is cited in its own way.
fn samples(library: &Library) -> Vec<(String, Cited)> {
    let mut samples = Vec::new();
    for (document, references) in [
        (
            "strategy",
            [
                "strategy/II.2",
                "strategy/II.2.p2",
                "strategy/preface.epigraph",
            ]
            .as_slice(),
        ),
        ("research", &["research/2.2.1", "research/2.2.1.p1"]),
    ] {
        let id = library.document(document).unwrap();
        samples.push((document.to_owned(), Cited::Document(id)));
        for reference in references {
            samples.push(((*reference).to_owned(), place(library, reference).into()));
        }
    }
    samples.push(("m17".to_owned(), Cited::Link(library.links()[16].id)));
    samples
}

#[test]
fn texts_are_cited_in_every_style() {
    let library = embedded();
    let shown = |text: &str| text.replace('\'', "’");
    let mut told = String::new();
    for (name, cited) in samples(&library) {
        for url in [None, Some(format!("https://example.org/{name}"))] {
            let item = Item::of(&library, cited, url);
            told.push_str(&format!("{name}\n  plain: {}\n", plain(&item)));
            let styled = Styled::all(&item, &shown);
            assert_eq!(styled.len(), CitationStyle::ALL.len());
            for one in styled {
                let [mention, entry] = [&one.mention, &one.entry].map(|runs| {
                    let runs = runs.iter().map(|run| {
                        let sign = if run.is_italic { "*" } else { "" };
                        format!("{sign}{}{sign}", run.text)
                    });
                    runs.collect::<String>()
                });
                let style = one.style.label();
                told.push_str(&format!("  {style}\n    {mention}\n    {entry}\n"));
            }
        }
    }
    insta::assert_snapshot!("texts_in_every_style", told);
}

#[test]
fn texts_are_written_for_programs() {
    let rendered = RenderedSite::new(embedded(), Some("https://example.org/texts"));
    let mut told = String::new();
    for (_, cited) in samples(rendered.library()) {
        for format in CitationFormat::ALL {
            let route = Route::Citation(cited, format);
            let resource = rendered.site.render(route).unwrap();
            let path = rendered.site.path(route);
            let body = text(&resource).replace('\r', "\\r");
            told.push_str(&format!("{path} {}\n{body}\n", resource.media_type));
        }
    }
    insta::assert_snapshot!("texts_for_programs", told);
}

#[test]
fn every_place_has_a_locator_of_its_own() {
    for rendered in sites() {
        let library = rendered.library();
        for document in library.documents() {
            let references = library.references();
            let own = references.filter(|one| one.document == document.slug);
            let mut seen = BTreeMap::new();
            for reference in own {
                let locator = locator(library, library.resolve(reference).unwrap());
                let first = seen.insert(locator.clone(), reference);
                assert_eq!(first, None, "{locator} is {reference} as well");
            }
        }
    }
}

#[test]
fn what_is_put_into_a_pattern_is_what_the_style_makes_of_it() {
    let library = real().library();
    let patterns = Patterns::default();
    let shown = |text: &str| text.replace('\'', "’");
    let links = library.links().iter().step_by(40);
    let links = links.map(|link| Cited::Link(link.id));
    let places = library.references().step_by(7);
    let places = places.map(|one| library.resolve(one).unwrap().into());
    let documents = library.documents().iter();
    let documents = documents.map(|document| Cited::Document(document.id));
    for cited in links.chain(places).chain(documents) {
        for url in [None, Some("https://example.org/some/place".to_owned())] {
            let item = Item::of(library, cited, url);
            assert_eq!(patterns.all(&item, &shown), Styled::all(&item, &shown));
        }
    }
}

#[test]
fn locators_read_as_outsiders_write_them() {
    let library = real().library();
    for (reference, words) in [
        ("strategy/preface", "preface"),
        ("strategy/preface.epigraph", "preface, epigraph"),
        ("strategy/II", "ch. II"),
        ("strategy/II.2", "ch. II, § 2"),
        ("strategy/II.2.p2", "ch. II, § 2, para. 2"),
        ("strategy/conclusion.p1", "conclusion, para. 1"),
        ("research/abstract.p1", "abstract, para. 1"),
        ("research/1.p1", "§ 1, para. 1"),
        ("research/2.2", "§ 2.2"),
        ("research/2.2.1.p1", "§ 2.2.1, para. 1"),
        ("research/references", "references"),
    ] {
        assert_eq!(locator(library, place(library, reference)), words);
    }
}

#[test]
fn no_style_loses_the_place_or_the_title() {
    let library = real().library();
    let patterns = Patterns::default();
    for paragraph in library.paragraphs() {
        let cited = Place::from(paragraph.id).into();
        let item = Item::of(library, cited, None);
        let locator = item.locator.clone().unwrap();
        let style = CitationStyle::ChicagoNotes;
        let footnote = patterns.one(&item, style, &str::to_owned).unwrap();
        let footnote = text_of(footnote.main());
        for part in [&locator, &item.title] {
            assert!(footnote.contains(part.as_str()), "{footnote} lacks {part}");
        }
        assert!(plain(&item).contains(&locator));
    }
}

#[test]
fn files_of_the_full_text_are_the_documents() {
    let site = &real().site;
    let strategy = site.library().document("strategy").unwrap();
    let file = Route::Citation(Cited::Document(strategy), CitationFormat::Bibtex);
    for asked in ["/strategy/full.bib", "/STRATEGY.bib"] {
        assert_eq!(
            site.resolve(asked),
            Some(Resolution::Moved(file)),
            "{asked}"
        );
    }
    assert_eq!(site.resolve("/terms.bib"), None);
}

#[test]
fn day_of_access_is_said_in_styles_that_ask_for_it_and_in_all_files() {
    let rendered = RenderedSite::new(embedded(), Some("https://example.org"));
    let library = rendered.library();
    let cited: Cited = place(library, "research/2.2.1.p1").into();
    let url = Some("https://example.org/research/2.2.1.p1".to_owned());
    let item = Item {
        accessed: Date::parse("2026-11-28"),
        ..Item::of(library, cited, url)
    };
    let mut told = format!("plain: {}\n", plain(&item));
    for one in Patterns::default().all(&item, &str::to_owned) {
        told.push_str(&format!("{}: {}\n", one.style.label(), text_of(one.main())));
    }
    for format in CitationFormat::ALL {
        match rendered.site.citation_accessed(cited, format, "2026-11-28") {
            Ok(Outcome::Answer(resource)) => told.push_str(&text(&resource).replace('\r', "\\r")),
            other => panic!("{other:?}"),
        }
    }
    insta::assert_snapshot!("day_of_access", told);
    let page = match rendered.site.cite("strategy/II.2.p2", "2026-11-28") {
        Ok(Outcome::Answer(page)) => text(&page).to_owned(),
        other => panic!("{other:?}"),
    };
    let says =
        "Some styles leave the day out here: Chicago, notes; Chicago, author-date; APA 7; MLA 9.";
    assert!(page.contains(says), "{page}");
}
