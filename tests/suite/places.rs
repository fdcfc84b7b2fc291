//! Whatever the site writes of a place, it can read: in the box and as a path.

use lectern::library::{Library, Paragraph, ReferencePart, Section};
use lectern::site::{Outcome, Site};

use crate::support::{arabic, chinese, real};

/// What may follow a reference in running text.
const AFTER: [&str; 14] = [
    "", ".", ",", ";", ":", ")", "]", "”", "’", "…", "),", ".”", ".)", "?",
];

/// Where the box leads; `None` where it shows results.
fn led(site: &Site, typed: &str) -> Option<String> {
    match site.search(typed, 1).unwrap() {
        Outcome::SeeOther(path) => Some(path),
        _ => None,
    }
}

/// The page of results that the box shows.
fn shown(site: &Site, typed: &str) -> String {
    let Outcome::Answer(page) = site.search(typed, 1).unwrap() else {
        panic!("{typed} leads elsewhere");
    };
    String::from_utf8(page.body.to_vec()).unwrap()
}

fn page_of(site: &Site, section: &Section) -> String {
    site.place_path(section.id.into())
}

/// Every form in which a section is written.
fn section_forms(site: &Site, section: &Section) -> Vec<String> {
    let library = site.library();
    let document = &library[section.document];
    let (slug, short) = (&document.slug, &document.metadata.short_title);
    let number = &section.reference.section;
    let page = page_of(site, section);
    vec![
        format!("{slug}/{number}"),
        format!("{slug}/{number}").to_uppercase(),
        format!("/{slug}/{number}"),
        format!("[{slug}/{number}]"),
        format!("{slug}-{number}"),
        format!("{short} {number}"),
        format!("({short} {number}"),
        format!("{short}, {number}"),
        format!("{short}, § {number}"),
        format!("https://texts.example{page}"),
        format!("https://texts.example/a/prefix{page}"),
        format!("http://127.0.0.1:8080/{slug}/{number}"),
        page,
    ]
}

/// Every form in which a paragraph is written.
fn paragraph_forms(site: &Site, paragraph: &Paragraph) -> Vec<String> {
    let library = site.library();
    let section = &library[paragraph.section];
    let document = &library[section.document];
    let (slug, short) = (&document.slug, &document.metadata.short_title);
    let number = &section.reference.section;
    let ReferencePart::Paragraph(nth) = paragraph.reference.part else {
        panic!("{} is no paragraph", paragraph.reference);
    };
    vec![
        format!("{slug}/{number}.p{nth}"),
        format!("{slug}/{number}.P{nth}"),
        format!("{short} {number}.p{nth}"),
        format!("{short} {number}, paragraph {nth}"),
        format!("{short} {number} para. {nth}"),
        format!("{short} {number} ¶ {nth}"),
        format!("{slug}/{number} ¶{nth}"),
        format!("https://texts.example/a/prefix/{slug}/{number}.p{nth}"),
        format!("{slug}/{number}#{number}.p{nth}"),
    ]
}

#[test]
fn every_form_of_a_place_leads_to_it() {
    let site = &real().site;
    let library = site.library();
    let mut lost = Vec::new();
    let mut check = |form: &str, wanted: &str| {
        for after in AFTER {
            let typed = format!("{form}{after}");
            let found = led(site, &typed);
            if found.as_deref() != Some(wanted) {
                lost.push(format!("{typed}: {found:?}, not {wanted}"));
            }
        }
    };
    for section in library.sections() {
        for form in section_forms(site, section) {
            check(&form, &page_of(site, section));
        }
    }
    for paragraph in library.paragraphs() {
        let wanted = site.place_path(paragraph.id.into());
        for form in paragraph_forms(site, paragraph) {
            check(&form, &wanted);
        }
    }
    assert!(lost.is_empty(), "{} lost\n{}", lost.len(), lost.join("\n"));
}

/// A path as a browser sends it.
fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'%' | b'"' | b'<' | b'>' | b'[' | b']' | 0x80.. => format!("%{byte:02X}"),
        byte => char::from(byte).to_string(),
    };
    text.bytes().map(escape).collect()
}

#[test]
fn path_with_punctuation_after_it_leads_to_the_same_place() {
    let site = &real().site;
    let library = site.library();
    let places = library.references().map(|reference| {
        let place = library.resolve(reference).unwrap();
        (format!("/{reference}"), site.place_path(place))
    });
    let pages = library.sections().iter().map(|section| {
        let page = page_of(site, section);
        (page.clone(), page)
    });
    for (path, wanted) in places.chain(pages) {
        for after in AFTER {
            let path = escaped(&format!("{path}{after}"));
            let found = site.resolve(&path).map(|found| site.resolved_path(&found));
            assert_eq!(found.as_ref(), Some(&wanted), "{path}");
        }
    }
}

/// Where a range is highlighted, for each form in which it is written.
fn ranges(library: &Library) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    for section in library
        .sections()
        .iter()
        .filter(|one| one.paragraphs.len() > 1)
    {
        let document = &library[section.document];
        let (slug, short) = (&document.slug, &document.metadata.short_title);
        let number = &section.reference.section;
        let last = section.paragraphs.len();
        let forms = vec![
            format!("{slug}/{number}.p1–p{last}"),
            format!("{slug}/{number}.p1-p{last}"),
            format!("{slug}/{number}.p1-{last}"),
            format!("{slug}/{number}.p1–{slug}/{number}.p{last}"),
            format!("{slug}/{number}.p1–{number}.p{last}"),
            format!("{short} {number}.p1–p{last}"),
            format!("{short} {number}, paragraphs 1–{last}"),
            format!("{short} {number}, paragraphs 1 to {last}"),
        ];
        found.push((forms, format!("#{number}.p1:~:text=")));
    }
    found
}

#[test]
fn range_leads_to_its_first_paragraph_and_is_highlighted() {
    let site = &real().site;
    for (forms, wanted) in ranges(site.library()) {
        for form in &forms {
            for after in AFTER {
                let found = led(site, &format!("{form}{after}")).unwrap_or_default();
                assert!(found.contains(&wanted), "{form}{after}: {found}");
            }
        }
        // The first few are references, and so paths.
        for form in &forms[..5] {
            let path = escaped(&format!("/{form}."));
            let found = site.resolve(&path).map(|found| site.resolved_path(&found));
            assert!(found.unwrap_or_default().contains(&wanted), "{path}");
        }
    }
}

#[test]
fn range_across_sections_stands_on_the_page_that_has_both() {
    let site = &real().site;
    for (typed, page) in [
        (
            "strategy/III.1.p2–strategy/III.2.p1",
            "/strategy/chapters/strategic-goals#III.1.p2:~:text=",
        ),
        (
            "III.1.p1–III.2.p2",
            "/strategy/chapters/strategic-goals#III.1.p1:~:text=",
        ),
        (
            "strategy/II.4.p1-III.1.p1",
            "/strategy/full#II.4.p1:~:text=",
        ),
        (
            "II.2–II.3",
            "/strategy/chapters/basic-principles#II.2.p1:~:text=",
        ),
    ] {
        let found = led(site, typed).unwrap_or_default();
        assert!(found.starts_with(page), "{typed}: {found}");
    }
}

#[test]
fn two_references_open_their_comparison() {
    let site = &real().site;
    for (typed, wanted) in [
        ("IV.5 3.9", "/compare/strategy-IV.5/research-3.9"),
        ("II.2 vs 2.2.1", "/compare/strategy-II.2/research-2.2.1"),
        ("II.2 vs. 2.2.1.", "/compare/strategy-II.2/research-2.2.1"),
        ("II.2/2.2.1", "/compare/strategy-II.2/research-2.2.1"),
        ("strategy/II.2.p2", "/strategy/II.2.p2"),
        ("2.2.1 versus II.2", "/compare/strategy-II.2/research-2.2.1"),
        (
            "strategy/II.2, research/2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        (
            "strategy/II.2,research/2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        (
            "compare II.2 with 2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        (
            "Strategy II.2 and Paper 2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        ("II.2.p1 2.2.1.p2", "/compare/strategy-II.2/research-2.2.1"),
        (
            "II.2, paragraph 3 and 2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        ("principle 2 2.2.1", "/compare/strategy-II.2/research-2.2.1"),
        ("II.2 principle 1", "/compare/strategy-II.2/research-2.2.1"),
        ("II.1 & II.2", "/compare/strategy-II.1/strategy-II.2"),
        ("goal 3 task 8", "/compare/strategy-III.3/research-3.8"),
        (
            "https://texts.example/compare/strategy-II.2/research-2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        ("II.2 II.2", "/strategy/principles/sovereignty"),
        ("II.2 vs strategy/II.2", "/strategy/principles/sovereignty"),
        (
            "ch. II § 2 and 2.2.1",
            "/compare/strategy-II.2/research-2.2.1",
        ),
        ("https://texts.example/terms/icann", "/terms/icann"),
        (
            "https://texts.example/a/b/concordance/links#x",
            "/concordance/links#x",
        ),
    ] {
        assert_eq!(led(site, typed).as_deref(), Some(wanted), "{typed}");
    }
    let paragraph = site
        .library()
        .references()
        .find(|one| one.to_string() == "strategy/II.2.p2");
    let wanted = site.place_path(site.library().resolve(paragraph.unwrap()).unwrap());
    for typed in ["ch. II § 2 para. 2", "Chapter II, principle 2, paragraph 2"] {
        assert_eq!(led(site, typed).as_ref(), Some(&wanted), "{typed}");
    }
}

#[test]
fn question_with_numbers_is_no_pair() {
    let site = &real().site;
    for typed in [
        "the 2030 agenda and the 21st century",
        "one belt and one road",
        "rights and 5 goals",
        "privacy and security",
        "2016 and 2017",
        "first and second",
    ] {
        assert_eq!(led(site, typed), None, "{typed}");
    }
}

#[test]
fn reference_to_nothing_is_answered_with_what_there_is() {
    let site = &real().site;
    for (typed, said, nearest) in [
        ("II.9", "Chapter II ends at II.4.", "Strategy II.4"),
        (
            "strategy/II.9.",
            "Chapter II ends at II.4.",
            "Strategy II.4",
        ),
        ("II.9.p2", "Chapter II ends at II.4.", "Strategy II.4"),
        ("II.2.p9", "II.2 has 3 paragraphs.", "Strategy II.2.p3"),
        ("II.2.p1–p9", "II.2 has 3 paragraphs.", "Strategy II.2.p3"),
        (
            "II.2, paragraph 9",
            "II.2 has 3 paragraphs.",
            "Strategy II.2.p3",
        ),
        (
            "research/2.2.p1",
            "2.2 has no paragraphs of its own.",
            "Paper 2.2",
        ),
        ("3.10", "Chapter 3 ends at 3.9.", "Paper 3.9"),
        ("II.9 vs 2.2.1", "Chapter II ends at II.4.", "Strategy II.4"),
        (
            "VII.2",
            "The last chapter of the strategy is IV.",
            "Strategy IV",
        ),
        ("chapter 9", "has 3 chapters", "Paper 3"),
        (
            "principle 5",
            "The strategy has 4 principles, and so has the paper.",
            "Paper 2.2.4",
        ),
        ("paper goal 2", "The paper has no goals.", ""),
    ] {
        let page = shown(site, typed);
        assert!(page.contains(said), "{typed}: {said}");
        assert!(page.contains(nearest), "{typed}: {nearest}");
        assert!(!page.contains("No results for"), "{typed}");
    }
    for typed in ["2017", "strategy 2017", "G20", "Web 2.0 report"] {
        let page = shown(site, typed);
        assert!(!page.contains("class=\"entries near\""), "{typed}");
    }
}

#[test]
fn id_of_the_concordance_leads_to_what_it_names() {
    let site = &real().site;
    for (typed, wanted) in [
        ("m17", "/concordance/links/m17"),
        (" M17 ", "/concordance/links/m17"),
        ("/m17", "/concordance/links/m17"),
        ("/concordance/m17", "/concordance/links/m17"),
        ("s3", "/concordance/silences#silence-s3"),
    ] {
        assert_eq!(led(site, typed).as_deref(), Some(wanted), "{typed}");
    }
    for typed in ["m0", "m99999", "s99999"] {
        assert_eq!(led(site, typed), None, "{typed}");
    }
}

#[test]
fn path_to_nothing_is_answered_with_what_there_is() {
    let site = &real().site;
    for (path, said, nearest) in [
        (
            "/strategy/II.9",
            "Chapter II ends at II.4.",
            "/strategy/principles/shared-benefits",
        ),
        (
            "/research/3.10",
            "Chapter 3 ends at 3.9.",
            "/research/tasks/cyber-crime-and-terrorism",
        ),
        ("/strategy/II.2.p9", "II.2 has 3 paragraphs.", "II.2.p3"),
        (
            "/strategy/II.2.p1%E2%80%93p9",
            "II.2 has 3 paragraphs.",
            "II.2.p3",
        ),
        (
            "/II.9",
            "Chapter II ends at II.4.",
            "/strategy/principles/shared-benefits",
        ),
        (
            "/II.2",
            "no page at this address",
            "/strategy/principles/sovereignty",
        ),
        (
            "/concordance/II.9",
            "Chapter II ends at II.4.",
            "/strategy/principles/shared-benefits",
        ),
        (
            "/compare/II.2",
            "no page at this address",
            "/strategy/principles/sovereignty",
        ),
        ("/nothing", "no page at this address", "/strategy"),
    ] {
        assert_eq!(site.resolve(path), None, "{path}");
        let page = site.not_found(path).unwrap();
        let page = String::from_utf8(page.body.to_vec()).unwrap();
        assert!(page.contains(said), "{path}: {said}");
        assert!(page.contains(nearest), "{path}: {nearest}");
    }
}

#[test]
fn epigraph_is_read_in_every_form() {
    let site = &real().site;
    for typed in [
        "preface.epigraph",
        "strategy/preface.epigraph",
        "Strategy preface.epigraph.",
        "preface, epigraph",
        "Epigraph",
    ] {
        let place = "/strategy/preface.epigraph";
        assert_eq!(led(site, typed).as_deref(), Some(place), "{typed}");
    }
    for typed in [
        "II.2.epigraph",
        "research epigraph",
        "epigraph of sovereignty",
    ] {
        assert_ne!(
            led(site, typed).as_deref(),
            Some("/strategy/preface.epigraph"),
            "{typed}"
        );
    }
}

#[test]
fn a_place_is_read_as_a_heading_of_its_language_prints_it() {
    for (site, typed, expected) in [
        (chinese(), "第一条", "/reading/articles/hours"),
        (chinese(), " 第 二 条。", "/reading/articles/seats"),
        (chinese(), "第二章", "/reading/chapters/borrowing"),
        (arabic(), "المادة 2", "/garden/articles/paths"),
        (arabic(), "الباب الأول", "/garden/chapters/visitors"),
    ] {
        assert_eq!(led(&site.site, typed).as_deref(), Some(expected), "{typed}");
    }
    assert_eq!(led(&chinese().site, "第九条"), None);
}
