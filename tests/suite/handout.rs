//! Handouts: what stands on a sheet, what is said of what does not, and the form.

use lectern::library::Place;
use lectern::site::{HandoutFormat, HandoutHref, HandoutQuery, Outcome};
use scraper::Html;

use crate::support::{
    RenderedSite, all, all_in, attribute, change, library_of, links, real, refusal, scholarly,
    scholarly_files, sound, sound_files, text, the, values, without_hashes, words,
};
use crate::wire::shared_server;

fn asked(rendered: &RenderedSite, query: &str, format: HandoutFormat) -> Outcome {
    let query = HandoutQuery::parse(query).unwrap_or_else(|| panic!("{query} asks for nothing"));
    rendered.site.handout(&query, format, None).unwrap()
}

/// The sheet that a query asks for.
fn sheet(rendered: &RenderedSite, query: &str) -> String {
    match asked(rendered, query, HandoutFormat::Html) {
        Outcome::Answer(page) => text(&page).to_owned(),
        other => panic!("{query} has no sheet but {other:?}"),
    }
}

fn page(rendered: &RenderedSite, query: &str) -> Html {
    Html::parse_document(&sheet(rendered, query))
}

fn markdown(rendered: &RenderedSite, query: &str) -> String {
    match asked(rendered, query, HandoutFormat::Markdown) {
        Outcome::Answer(file) => text(&file).to_owned(),
        other => panic!("{query} has no file but {other:?}"),
    }
}

/// What stands on the sheet, as each entry is named, and what is said of the rest.
fn told(rendered: &RenderedSite, query: &str) -> (Vec<String>, Vec<String>) {
    let page = page(rendered, query);
    let entries = all(&page, ".entry").into_iter();
    let entries = entries.map(|entry| attribute(entry, "aria-label").to_owned());
    (entries.collect(), faults_on(&page))
}

fn faults_on(page: &Html) -> Vec<String> {
    all(page, ".fault li").into_iter().map(words).collect()
}

/// The main part of a sheet.
fn main_of(html: &str) -> &str {
    let start = html.find("<main").unwrap();
    &html[start..html.find("</main>").unwrap()]
}

const SOUND: &str =
    "refs=charter/1,charter/2.p1,charter/A.p1&title=An+evening&note=Bring%0Aa+pencil.";
const SCHOLARLY: &str = "refs=house/1.epigraph,m1,guests/I.p1-p2,house/2";

#[test]
fn sheets_of_small_sites() {
    let mut shown = String::new();
    for (rendered, query) in [(sound(), SOUND), (scholarly(), SCHOLARLY)] {
        shown.push_str(&format!("?{query}\n"));
        shown.push_str(main_of(&without_hashes(&sheet(rendered, query))));
        shown.push_str("\n\n");
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn the_same_as_markdown() {
    let mut shown = String::new();
    for (rendered, query) in [
        (sound(), SOUND),
        (scholarly(), SCHOLARLY),
        (scholarly(), "refs=house/1.p1,house/9,house/1.p1"),
    ] {
        shown.push_str(&format!("?{query}\n\n{}\n", markdown(rendered, query)));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn addresses_are_whole_where_the_base_is_known() {
    let base = Some("https://example.org/texts/");
    let rendered = RenderedSite::new(library_of(&scholarly_files()), base);
    let query = "refs=house/1.p1,guests/I";
    let page = page(&rendered, query);
    let addresses: Vec<String> = all(&page, ".handout-sources :is(dd, p span)")
        .into_iter()
        .map(words)
        .collect();
    let expected = [
        "https://example.org/texts/house/1.p1",
        "https://example.org/texts/guests/rules/wishes",
        "https://example.org/texts/handout?refs=house/1.p1,guests/I",
    ];
    assert_eq!(addresses, expected);
    let hrefs: Vec<&str> = all(&page, ".handout-sources a")
        .into_iter()
        .map(|one| attribute(one, "href"))
        .collect();
    assert_eq!(hrefs, ["/texts/house/1.p1", "/texts/guests/rules/wishes"]);
    let markdown = markdown(&rendered, query);
    for address in expected {
        assert!(markdown.contains(&format!("<{address}>")), "{markdown}");
    }
}

#[test]
fn passages_stand_in_the_order_in_which_they_are_asked_for() {
    let (entries, faults) = told(scholarly(), "refs=guests/II,house/2.1.p1,guests/I.p2");
    assert_eq!(entries, ["Guests II", "House 2.1.p1", "Guests I.p2"]);
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn references_are_read_as_everywhere() {
    for (written, expected) in [
        ("STRATEGY/ii.2.P1", "Strategy II.2.p1"),
        ("ii.2", "Strategy II.2"),
        ("Fang+task+5", "Paper 3.5"),
        ("strategy/II.2.p1-p3", "Strategy II.2.p1–p3"),
        ("strategy/II.2.p3–II.3.p1", "Strategy II.2.p3–II.3.p1"),
        ("preface.epigraph", "Strategy preface.epigraph"),
        (
            "https://example.org/x/strategy/principles/sovereignty%23II.2.p2",
            "Strategy II.2.p2",
        ),
        (
            "https://example.org/~x/strategy/II.2.p2",
            "Strategy II.2.p2",
        ),
        (
            "strategy/II.2.p1~research/2.2.1.p1",
            "Strategy II.2.p1 with Paper 2.2.1.p1",
        ),
        (
            "strategy/II.2.p1|research/2.2.1.p1",
            "Strategy II.2.p1 with Paper 2.2.1.p1",
        ),
        (
            "research/2.2.1.p1+vs+strategy/II.2.p1",
            "Paper 2.2.1.p1 with Strategy II.2.p1",
        ),
        ("II.2+2.2.1", "Strategy II.2 with Paper 2.2.1"),
        (
            "compare/strategy-II.2/research-2.2.1",
            "Strategy II.2 with Paper 2.2.1",
        ),
        (
            "strategy/II.2.p1-p2~research/2.2.1",
            "Strategy II.2.p1–p2 with Paper 2.2.1",
        ),
        ("strategy/II.2~STRATEGY/ii.2", "Strategy II.2"),
    ] {
        let (entries, faults) = told(real(), &format!("refs={written}"));
        assert_eq!(entries, [expected], "{written}: {faults:?}");
        assert!(faults.is_empty(), "{written}: {faults:?}");
    }
}

#[test]
fn match_is_a_pair_of_what_it_quotes() {
    let library = real().library();
    let link = &library.links()[16];
    let reference = |place: Place| library.reference(place).to_string();
    let [from, to] = [&link.from, &link.to].map(|passage| reference(passage.place));
    let written = format!("refs={}", link.code);
    let by_ends = format!("refs={from}~{to}");
    assert_eq!(told(real(), &written), told(real(), &by_ends));
    let address = format!("refs=/concordance/links/{}", link.code);
    assert_eq!(told(real(), &address), told(real(), &by_ends));
}

#[test]
fn what_is_not_there_is_said_and_the_rest_is_shown() {
    for (query, entries, faults) in [
        (
            "refs=strategy/II.2.p1,strategy/II.9,nothing,strategy/II.2.p9",
            ["Strategy II.2.p1"].as_slice(),
            [
                "There is no “strategy/II.9”. Chapter II ends at II.4.",
                "“nothing” names no section or paragraph here.",
                "There is no “strategy/II.2.p9”. II.2 has 3 paragraphs.",
            ]
            .as_slice(),
        ),
        (
            "refs=principle+2,strategy/II.2",
            &["Strategy II.2"],
            &["“principle 2” may mean strategy/II.2 and research/2.2.2: write one of them."],
        ),
        (
            "refs=strategy/II.2.p1~research/9,research/1.p1",
            &["Strategy II.2.p1", "Paper 1.p1"],
            &["There is no “research/9”. The last chapter of the paper is 3."],
        ),
        (
            "refs=strategy/II.2.p1,strategy/II.2.P1,strategy/ii.2.p1",
            &["Strategy II.2.p1"],
            &["Strategy II.2.p1 was asked for more than once and stands once."],
        ),
        (
            "refs=strategy/II.2.p1,strategy/II,strategy/II.3.p1-p2",
            &["Strategy II"],
            &[
                "Strategy II.2.p1 is part of Strategy II and stands there.",
                "Strategy II.3.p1–p2 is part of Strategy II and stands there.",
            ],
        ),
        (
            "refs=m22,m22,strategy/II.2.p1-p3,strategy/II.2.p2",
            &["Strategy I.p2 with Paper 2.2.1.p1", "Strategy II.2.p1–p3"],
            &[
                "Strategy I.p2 with Paper 2.2.1.p1 was asked for more than once and stands once.",
                "Strategy II.2.p2 is part of Strategy II.2.p1–p3 and stands there.",
            ],
        ),
    ] {
        let told = told(real(), query);
        assert_eq!(told.0, entries, "{query}");
        assert_eq!(told.1, faults, "{query}");
    }
}

#[test]
fn what_is_said_of_repeats_is_true() {
    let pair = "strategy/II.2.p1~research/2.2.1.p1";
    for (query, entries, faults) in [
        // In a pair a passage stands for the other side, so that it may stand alone as well.
        (
            format!("refs={pair},strategy/II.2.p1"),
            ["Strategy II.2.p1 with Paper 2.2.1.p1", "Strategy II.2.p1"].as_slice(),
            ["Strategy II.2.p1 stands here more than once."].as_slice(),
        ),
        (
            format!("refs=strategy/II.2,{pair}"),
            &["Strategy II.2", "Strategy II.2.p1 with Paper 2.2.1.p1"],
            &["Strategy II.2.p1 stands here more than once."],
        ),
        (
            format!("refs={pair},strategy/II.2.p1~research/2.2.2.p1"),
            &[
                "Strategy II.2.p1 with Paper 2.2.1.p1",
                "Strategy II.2.p1 with Paper 2.2.2.p1",
            ],
            &["Strategy II.2.p1 stands here more than once."],
        ),
        // What holds the others is itself part of something.
        (
            "refs=strategy/II.2.p1,strategy/II.2,strategy/II.2,strategy/II".to_owned(),
            &["Strategy II"],
            &[
                "Strategy II.2.p1 is part of Strategy II and stands there.",
                "Strategy II.2 is part of Strategy II and stands there.",
            ],
        ),
    ] {
        let told = told(real(), &query);
        assert_eq!(told.0, entries, "{query}");
        assert_eq!(told.1, faults, "{query}");
    }
}

#[test]
fn what_stands_in_something_too_long_is_shown_itself() {
    let mut files = sound_files();
    let long = format!("{}\n\nBooks go", "word ".repeat(12_001));
    change(&mut files, "charter.md", "Books go", &long);
    let rendered = RenderedSite::new(library_of(&files), None);
    let (entries, faults) = told(&rendered, "refs=charter/2,charter/2.p2,charter/2.p2");
    assert_eq!(entries, ["Charter 2.p2"]);
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].starts_with("Charter 2 was left out"),
        "{faults:?}"
    );
    assert_eq!(
        faults[1],
        "Charter 2.p2 was asked for more than once and stands once."
    );
}

#[test]
fn more_than_two_joined_passages_stand_one_after_the_other() {
    for joint in ["|", "~", "+|+"] {
        let refs = ["strategy/II.2.p1", "research/2.2.1.p1", "strategy/II.3.p1"];
        let (entries, faults) = told(real(), &format!("refs={}", refs.join(joint)));
        assert_eq!(
            entries,
            ["Strategy II.2.p1", "Paper 2.2.1.p1", "Strategy II.3.p1"]
        );
        let said = "Only two passages can stand side by side: those of “strategy/II.2.p1";
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with(said), "{faults:?}");
        assert!(
            faults[0].ends_with("stand one after the other."),
            "{faults:?}"
        );
    }
}

#[test]
fn what_is_chosen_comes_before_what_is_ticked_next() {
    let Outcome::Answer(form) = asked(
        real(),
        "document=&refs=research/1.p1,strategy/II.2",
        HandoutFormat::Html,
    ) else {
        panic!("no form");
    };
    let form = Html::parse_document(text(&form));
    let fields: Vec<&str> = all(&form, "[name=refs]")
        .into_iter()
        .map(|one| one.value().name())
        .collect();
    assert_eq!(fields.iter().filter(|name| **name == "textarea").count(), 1);
    assert_eq!(fields.first(), Some(&"textarea"));
    let empty = real().page("/handout");
    let last = all(&empty, "[name=refs]").into_iter().next_back();
    assert_eq!(last.map(|one| one.value().name()), Some("textarea"));
}

#[test]
fn a_site_that_does_not_know_its_base_prints_where_it_is_reached() {
    let server = shared_server();
    let file = server.get("/handout.md?refs=strategy/II.2.p1", &[]);
    let body = String::from_utf8_lossy(&file.body).into_owned();
    assert!(body.contains("/strategy/II.2.p1>"), "{body}");
    assert!(body.contains("This handout: <http://"), "{body}");
}

#[test]
fn a_handout_has_bounds_and_says_so() {
    let library = real().library();
    let paragraphs = library
        .paragraphs()
        .iter()
        .map(|one| one.reference.to_string());
    let many: Vec<String> = paragraphs.take(62).collect();
    let (entries, faults) = told(real(), &format!("refs={}", many.join(",")));
    assert_eq!(entries.len(), 60);
    assert_eq!(
        faults,
        ["A handout has at most 60 passages: the last 2 references were not read."]
    );

    let title = "x".repeat(121);
    let note = "y".repeat(1001);
    let query = format!("refs=strategy/II.2.p1&title={title}&note={note}");
    let page = page(real(), &query);
    assert_eq!(
        faults_on(&page),
        [
            "The title was cut after 120 characters.",
            "The note was cut after 1,000 characters."
        ]
    );
    assert_eq!(words(the(&page, "h1")).len(), 120);
    assert_eq!(words(the(&page, ".host-note")).len(), 1000);
}

#[test]
fn what_is_too_long_is_left_out_and_what_still_fits_is_shown() {
    let mut files = sound_files();
    let long = format!("{}\n\nBooks go", "word ".repeat(11_990));
    change(&mut files, "charter.md", "Books go", &long);
    let rendered = RenderedSite::new(library_of(&files), None);
    let (entries, faults) = told(&rendered, "refs=charter/2.p1,charter/1,charter/A.p1");
    assert_eq!(entries, ["Charter 2.p1", "Charter A.p1"]);
    let left_out = "with its 47 words the handout would have more than 12,000.";
    assert_eq!(faults, [format!("Charter 1 was left out: {left_out}")]);
}

#[test]
fn where_nothing_is_left_the_form_says_why() {
    let outcome = asked(real(), "refs=strategy/II.9&title=Ours", HandoutFormat::Html);
    let Outcome::NotFound(form) = outcome else {
        panic!("{outcome:?}");
    };
    let form = Html::parse_document(text(&form));
    assert_eq!(
        faults_on(&form),
        ["There is no “strategy/II.9”. Chapter II ends at II.4."]
    );
    assert_eq!(attribute(the(&form, "#handout-title"), "value"), "Ours");
    assert_eq!(words(the(&form, "#handout-refs")), "strategy/II.9");
    for (query, says) in [
        (
            "refs=&title=&note=",
            "Tick at least one passage, or write a reference.",
        ),
        (
            "refs=nothing",
            "“nothing” names no section or paragraph here.",
        ),
    ] {
        let form = refusal(asked(real(), query, HandoutFormat::Html));
        assert_eq!(
            faults_on(&Html::parse_document(text(&form))),
            [says],
            "{query}"
        );
    }
    let file = refusal(asked(real(), "refs=nothing", HandoutFormat::Markdown));
    assert!(text(&file).contains("“nothing” names no section or paragraph here."));
}

#[test]
fn what_a_reader_typed_is_shown_as_words() {
    let hostile = "%3Cscript%3Ealert(1)%3C/script%3E%22%27%00--%3E";
    let query = format!("refs=strategy/II.2.p1,{hostile}&title={hostile}&note={hostile}");
    let html = sheet(real(), &query);
    assert!(!html.contains("<script>alert"), "{html}");
    let page = Html::parse_document(&html);
    assert_eq!(words(the(&page, "h1")), "<script>alert(1)</script>\"'-->");
    let file = markdown(real(), &query);
    let (shown, comment) = file.split_once("<!--").unwrap();
    assert_eq!(
        shown.matches("<script").count(),
        shown.matches("\\<script").count()
    );
    assert_eq!(
        comment.find("-->"),
        Some(comment.trim_end().len() - 3),
        "{comment}"
    );
    let form = refusal(asked(
        real(),
        &format!("refs={hostile}&title={hostile}&note={hostile}"),
        HandoutFormat::Html,
    ));
    assert!(!text(&form).contains("<script>alert"));
}

#[test]
fn no_id_stands_twice_on_a_sheet_and_every_link_on_it_leads_somewhere() {
    for (rendered, query) in [
        (sound(), SOUND),
        (scholarly(), SCHOLARLY),
        (
            real(),
            "refs=strategy/preface,m1,m2,strategy/I,research/1.p1~strategy/I.p1",
        ),
    ] {
        let page = page(rendered, query);
        let mut ids = values(&page, "id");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{query}");
        for link in links(&page) {
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let path = path.split('?').next().unwrap();
            assert!(
                path.is_empty() || link.contains(':') || rendered.site.resolve(path).is_some(),
                "{link}"
            );
            assert!(
                !path.is_empty() || ids.iter().any(|id| id == fragment),
                "{link}"
            );
        }
    }
}

#[test]
fn an_entry_is_removed_by_a_link() {
    let page = page(scholarly(), "refs=guests/I.p1,m1,house/2&title=T");
    let removals = all(&page, ".remove").into_iter();
    let removals: Vec<&str> = removals.map(|link| attribute(link, "href")).collect();
    let expected = [
        "/handout?refs=house/1.p1~guests/I.p1,house/2&title=T",
        "/handout?refs=guests/I.p1,house/2&title=T",
        "/handout?refs=guests/I.p1,house/1.p1~guests/I.p1&title=T",
    ];
    assert_eq!(removals, expected);
}

#[test]
fn what_a_form_sends_gets_an_address_of_its_own() {
    let query = "title=&note=A+b%0D%0Ac&refs=house%2F1.p1&refs=guests%2FI&refs=house%2F2%0D%0Am1";
    let Outcome::SeeOther(place) = asked(scholarly(), query, HandoutFormat::Html) else {
        panic!("no address");
    };
    assert_eq!(
        place,
        "/handout?refs=house/1.p1,guests/I,house/2,m1&note=A+b%0Ac"
    );
    let (_, tidy) = place.split_once('?').unwrap();
    assert_eq!(told(scholarly(), tidy).0.len(), 4);
}

#[test]
fn the_form_has_a_box_for_every_section_paragraph_and_epigraph() {
    for rendered in [real(), sound(), scholarly()] {
        let page = rendered.page("/handout");
        let boxes = all(&page, "input[name=refs]").into_iter();
        let mut boxes: Vec<String> = boxes
            .map(|one| attribute(one, "value").to_owned())
            .collect();
        boxes.sort();
        let mut references: Vec<String> = rendered
            .library()
            .references()
            .map(ToString::to_string)
            .collect();
        references.sort();
        assert_eq!(boxes, references);
        let form = the(&page, "main form");
        assert_eq!(attribute(form, "action"), "/handout");
        // What stands in a closed `details` are paragraphs.
        let folded = all_in(form, "details input").into_iter();
        for one in folded {
            let reference = attribute(one, "value");
            assert!(
                reference.contains(".p") || reference.ends_with(".epigraph"),
                "{reference}"
            );
        }
    }
}

#[test]
fn every_meeting_has_a_handout_with_all_it_reads() {
    let library = real().library();
    let guide = &library[library.page("study").unwrap()];
    let page = real().page("/study");
    let handouts: Vec<&str> = all(&page, "a.to-print")
        .into_iter()
        .map(|one| attribute(one, "href"))
        .collect();
    assert_eq!(handouts.len(), guide.readings().count());
    for ((section, targets), href) in guide.readings().zip(handouts) {
        let heading = guide.sections[section].heading.as_ref().unwrap();
        let (_, query) = href.split_once('?').unwrap();
        let sheet = self::page(real(), query);
        assert_eq!(faults_on(&sheet), Vec::<String>::new(), "{href}");
        assert_eq!(all(&sheet, ".entry").len(), targets.len(), "{href}");
        assert_eq!(words(the(&sheet, "h1")), heading.text);
    }
}

#[test]
fn requests_are_answered_with_the_right_status() {
    let server = shared_server();
    for (path, status) in [
        ("/handout", 200),
        ("/handout?utm_source=mail", 200),
        ("/handout?refs=strategy/II.2.p1", 200),
        ("/handout?document=strategy", 200),
        ("/handout?document=nothing", 404),
        ("/handout?refs=strategy/II.9", 404),
        ("/handout?refs=", 400),
        ("/handout.md", 200),
        ("/handout.md?refs=strategy/II.2.p1", 200),
        ("/handout.md?refs=nothing", 400),
        ("/handout?refs=strategy/II.2&refs=research/1", 303),
        (
            "/handout?refs=strategy%2FII.2%0D%0Aresearch%2F1&title=T",
            303,
        ),
        ("/HANDOUT?refs=strategy/II.2", 308),
    ] {
        let reply = server.get(path, &[]);
        assert_eq!(reply.status, status, "{path}");
    }
    let moved = server.get("/Handout/?refs=strategy/II.2", &[]);
    assert_eq!(
        moved.header("location"),
        Some("/handout?refs=strategy/II.2")
    );
    let sheet = server.get("/handout?refs=strategy/II.2.p1", &[]);
    assert_eq!(sheet.header("cache-control"), Some("no-cache"));
    let tag = sheet.header("etag").unwrap();
    let held = format!("If-None-Match: {tag}");
    assert_eq!(
        server
            .get("/handout?refs=strategy/II.2.p1", &[&held])
            .status,
        304
    );
    let file = server.get("/handout.md?refs=strategy/II.2.p1", &[]);
    assert_eq!(
        file.header("content-type"),
        Some("text/markdown; charset=utf-8")
    );
}

#[test]
fn an_address_reads_back_as_what_it_was_written_from() {
    let library = scholarly().library();
    let refs = ["house/1.p1~guests/I", "ü & co #?", "+%"];
    let href = HandoutHref::new(library, HandoutFormat::Html, refs)
        .titled("A & b = c + d")
        .with_note("one\ntwo");
    let written = href.to_string();
    let (_, query) = written.split_once('?').unwrap();
    let read = HandoutQuery::parse(query).unwrap();
    assert_eq!(read.refs, refs);
    assert_eq!(read.title, "A & b = c + d");
    assert_eq!(read.note, "one\ntwo");
    assert!(!read.is_untidy);
}
