//! The pages of the concordance: their figures are those of the texts, and what they must say is
//! said.

use std::collections::BTreeMap;

use lectern::library::{Link, Relation, Strength};
use lectern::site::{Format, LINKS_PER_PAGE, LinkFilter, Resolution, Route};
use scraper::{ElementRef, Html};
use serde_json::Value;

use crate::support::{
    RenderedSite, all, all_in, attribute, counted, library_of, real, scholarly, sound, the, the_in,
    with_third_document, words,
};

/// The ledger of one document.
fn ledger<'a>(page: &'a Html, slug: &str) -> ElementRef<'a> {
    the(page, &format!("[aria-labelledby='site-ledger-{slug}']"))
}

/// The numbers in the cells of a row, by their columns.
fn numbers(row: ElementRef<'_>) -> Vec<usize> {
    let cells = all_in(row, "td").into_iter().map(words);
    let number = |cell: String| cell.trim_end_matches('%').parse().ok();
    cells.map(|cell| number(cell).unwrap()).collect()
}

/// The sentence or sentences of a part that begin so.
fn sentence(part: ElementRef<'_>, start: &str) -> String {
    let told: Vec<String> = all_in(part, "p, dd").into_iter().map(words).collect();
    let found = told
        .iter()
        .find_map(|text| Some(&text[text.find(start)?..]));
    let found = found.unwrap_or_else(|| panic!("nothing begins with {start}"));
    found.to_owned()
}

#[test]
fn figures_add_up_to_the_totals_of_the_texts() {
    let page = real().page("/concordance");
    for document in real().library().documents() {
        let ledger = ledger(&page, document.slug.as_str());
        let rows: Vec<Vec<usize>> = all_in(ledger, "tbody tr")
            .into_iter()
            .map(numbers)
            .collect();
        let total = numbers(the_in(ledger, "tfoot tr"));
        for column in 0..5 {
            let sum: usize = rows.iter().map(|row| row[column]).sum();
            assert_eq!(sum, total[column], "{} {column}", document.slug);
        }
        let sum: usize = total[..5].iter().sum();
        assert_eq!(
            sum,
            counted(real().library(), document),
            "{}",
            document.slug
        );
    }
}

#[test]
fn paragraphs_without_a_match_are_told_in_words() {
    let page = real().page("/concordance");
    let strategy = ledger(&page, "strategy");
    let told = |ledger, start| sentence(ledger, start);
    insta::assert_snapshot!(told(strategy, "Of the 64"), @"Of the 64 paragraphs of the strategy, 29 have a close match in the paper, 25 a clear one, 6 a loose one and 4 none. Close and clear matches quote 38% of the 4,226 words.");
    insta::assert_snapshot!(told(strategy, "Four paragraphs of the strategy have no"), @"Four paragraphs of the strategy have no match in the paper: preface.p1, IV.4.p2, IV.6.p2, IV.7.p1.");
    insta::assert_snapshot!(told(strategy, "Six paragraphs of the strategy have a loose"), @"Six paragraphs of the strategy have a loose match in the paper at best: I.p1, I.p3, II.2.p2, III.3.p2, IV.3.p1, conclusion.p1.");
    let research = ledger(&page, "research");
    insta::assert_snapshot!(told(research, "Of the 35"), @"Of the 35 paragraphs of the paper, 22 have a close match in the strategy, 7 a clear one, 3 a loose one, 2 only differing ones and 1 none. Close and clear matches quote 47% of the 2,615 words.");
    insta::assert_snapshot!(told(research, "Two paragraphs of the paper have only"), @"Two paragraphs of the paper have only differing matches in the strategy: 2.p1, 3.2.p2.");
    insta::assert_snapshot!(told(research, "One paragraph of the paper, 3.3.p2"), @"One paragraph of the paper, 3.3.p2, has no match in the strategy.");
    for (ledger, fragments) in [
        (
            strategy,
            &["IV.6.p2", "IV.7.p1", "IV.4.p2", "preface.p1"][..],
        ),
        (research, &["3.3.p2"]),
    ] {
        for fragment in fragments {
            let link = all_in(ledger, &format!("a[href$='/{fragment}']"));
            assert!(!link.is_empty(), "{fragment} is no link");
        }
    }
}

#[test]
fn what_no_action_carries_out_is_told_in_words() {
    let page = real().page("/concordance");
    let steps = || all_in(ledger(&page, "strategy"), "div:has(> dt)").into_iter();
    let step = |name| {
        steps()
            .find(|step| words(the_in(*step, "dt")) == name)
            .unwrap()
    };
    let goals = step("Goals and actions");
    insta::assert_snapshot!(sentence(goals, "Every goal"), @"Every goal is carried out by an action.");
    insta::assert_snapshot!(sentence(goals, "Every action"), @"Every action carries out a goal.");
    insta::assert_snapshot!(sentence(goals, "Two paragraphs"), @"Two paragraphs of the goals are carried out by no action: III.1.p2, III.6.p1.");
    insta::assert_snapshot!(sentence(step("Principles and actions"), "One action"), @"One action, IV.9, follows from no principle.");
}

/// The ids of the links on each page of a choice, by its pages.
fn links_of(filter: LinkFilter) -> Vec<Vec<String>> {
    let routes = real().site.routes().into_iter();
    let pages = routes.filter(|route| matches!(route, Route::Links(own, _) if *own == filter));
    pages
        .map(|route| ids(&real().site.path(route), ".pairing"))
        .collect()
}

fn sorted(pages: &[Vec<String>]) -> Vec<String> {
    let mut ids = pages.concat();
    ids.sort_unstable();
    ids
}

/// The ids that the elements of these links have, in order.
fn ids_of<'a>(links: impl IntoIterator<Item = &'a Link>) -> Vec<String> {
    let ids = links.into_iter().map(|link| format!("link-{}", link.code));
    sorted(&[ids.collect()])
}

/// The ids of a page's elements of a sort, in the order of the page.
fn ids(path: &str, selector: &str) -> Vec<String> {
    let page = real().page(path);
    let found = all(&page, selector).into_iter();
    found.map(|one| attribute(one, "id").to_owned()).collect()
}

#[test]
fn every_link_and_silence_is_on_a_page_once() {
    let library = real().library();
    let every_link = ids_of(library.links());
    assert_eq!(sorted(&links_of(LinkFilter::ALL)), every_link);
    let relations = library.concordance().relations();
    let sorts = relations.map(|relation| LinkFilter::Sort {
        relation: Some(relation),
        strength: None,
    });
    let sorts = sorts.chain([LinkFilter::Formulas(None)]);
    let by_sort: Vec<Vec<String>> = sorts.flat_map(links_of).collect();
    assert_eq!(sorted(&by_sort), every_link);
    let silences = library.silences().iter();
    let every_silence: Vec<String> = silences
        .map(|one| format!("silence-{}", one.code))
        .collect();
    let shown = ids("/concordance/silences", ".silence");
    assert_eq!(sorted(&[shown]), sorted(&[every_silence]));
}

/// What stands for a link of its own or for a formula.
const ENTRY: &str = "main section > .pairings > li";

/// How many entries each page of a choice has.
fn entries_of(filter: LinkFilter) -> Vec<usize> {
    let routes = real().site.routes().into_iter();
    let pages = routes.filter(|route| matches!(route, Route::Links(own, _) if *own == filter));
    pages
        .map(|route| ids(&real().site.path(route), ENTRY).len())
        .collect()
}

#[test]
fn choice_of_links_has_those_and_no_others_in_pages_of_a_size() {
    let library = real().library();
    let filters = LinkFilter::counts(library);
    assert!(filters.len() > 50, "{filters:?}");
    for (filter, count) in filters {
        let pages = entries_of(filter);
        let (last, full) = pages.split_last().unwrap();
        assert!(
            full.iter().all(|entries| *entries == LINKS_PER_PAGE),
            "{filter:?}"
        );
        assert!((1..=LINKS_PER_PAGE).contains(last), "{filter:?}");
        assert_eq!(pages.iter().sum::<usize>(), count, "{filter:?}");
        assert_eq!(filter.count(library), count, "{filter:?}");
        let links = library.links().iter();
        let held = ids_of(links.filter(|link| filter.holds(library, link)));
        assert_eq!(sorted(&links_of(filter)), held, "{filter:?}");
    }
}

#[test]
fn figures_count_a_set_phrase_once_add_up_and_lead_to_as_many() {
    let page = real().page("/concordance");
    let rows = all(&page, ".figures tbody tr, .figures tfoot tr");
    let figures: Vec<Vec<usize>> = rows.iter().map(|row| numbers(*row)).collect();
    let (total, rows_of) = figures.split_last().unwrap();
    for column in 0..4 {
        let sum: usize = rows_of.iter().map(|row| row[column]).sum();
        assert_eq!(sum, total[column], "column {column}");
    }
    for row in &figures {
        assert_eq!(row[..3].iter().sum::<usize>(), row[3], "{row:?}");
    }
    let library = real().library();
    let formulas = library.formulas();
    let phrases = &rows_of[rows_of.len() - 1];
    assert_eq!(phrases[3], formulas.len());
    let resting: usize = formulas.iter().map(|formula| formula.links.len()).sum();
    assert_eq!(total[3] - phrases[3] + resting, library.links().len());
    for link in all(&page, ".figures a") {
        let found = real().site.resolve(attribute(link, "href"));
        let Some(Resolution::Found(Route::Links(filter, _))) = found else {
            panic!("{} leads elsewhere", words(link));
        };
        let shown: usize = entries_of(filter).iter().sum();
        assert_eq!(words(link), shown.to_string(), "{filter:?}");
    }
    let told = all(&page, "main > p").into_iter().map(words);
    let told = told.filter(|text| text.contains("set phrase"));
    insta::assert_snapshot!(told.collect::<String>(), @"43 of the 439 matches rest on nothing but a set phrase, such as “multilateral, democratic and transparent”. They show no more than that both passages use it, so the table counts each of the 11 set phrases once, as its closest match.");
}

#[test]
fn set_phrase_stands_with_its_places_above_its_links() {
    let page = real().page("/concordance/links/formulas");
    assert_eq!(
        all(&page, ".family").len(),
        real().library().formulas().len()
    );
    let family = the(&page, "#formula-win-win");
    insta::assert_snapshot!(words(the_in(family, "h2")), @"“win-win”");
    insta::assert_snapshot!(words(the_in(family, ".stands")), @"It stands in Strategy II.p1, Strategy conclusion.p2, Paper 3.5.p1, Paper 3.8.p1.");
    insta::assert_snapshot!(words(the_in(family, "summary")), @"2 matches rest on this phrase");
    let resting = all_in(family, "details .pairing").into_iter();
    let resting: Vec<&str> = resting.map(|one| attribute(one, "id")).collect();
    assert_eq!(resting, ["link-m144", "link-m269"]);
    for list in ["/concordance/links", "/concordance/links/strategy-II.3"] {
        let page = real().page(list);
        let phrase = "formula-multilateral-democratic-transparent";
        assert_eq!(all(&page, &format!("#{phrase}")).len(), 1, "{list}");
    }
    let page = real().page("/concordance/links/strategy-II.3");
    insta::assert_snapshot!(words(the(&page, ".family summary")), @"4 of the 10 matches that rest on this phrase");
}

#[test]
fn link_that_rests_on_a_set_phrase_leads_to_it() {
    for link in real().library().links() {
        let path = real().site.path(Route::Link(link.id));
        let page = real().page(&path);
        let told = all(&page, ".rests");
        assert_eq!(told.len(), usize::from(link.formula.is_some()), "{path}");
        for one in told {
            let href = attribute(the_in(one, "a"), "href");
            let (list, id) = href.split_once('#').unwrap();
            let list = real().page(list);
            let family = the(&list, &format!("[id='{id}']"));
            let own = format!("[id='link-{}']", link.code);
            assert_eq!(all_in(family, &own).len(), 1, "{path}");
        }
    }
}

#[test]
fn choices_of_links_have_addresses_that_say_what_they_are() {
    let site = &real().site;
    let addresses: BTreeMap<String, LinkFilter> = LinkFilter::counts(real().library())
        .into_keys()
        .map(|filter| (site.path(Route::links(filter)), filter))
        .collect();
    let differs = LinkFilter::Sort {
        relation: Some(Relation::Differs),
        strength: Some(Strength::Close),
    };
    assert_eq!(addresses["/concordance/links/differs/close"], differs);
    assert!(addresses.contains_key("/concordance/links/close"));
    assert_eq!(
        addresses["/concordance/links/formulas/clear"],
        LinkFilter::Formulas(Some(Strength::Clear))
    );
    assert!(addresses.contains_key("/concordance/links/strategy-II.2"));
    for (asked, path) in [
        ("/concordance/links/1", "/concordance/links"),
        (
            "/concordance/links/DIFFERS/Close/01",
            "/concordance/links/differs/close",
        ),
        (
            "/concordance/links/strategy-ii.2/",
            "/concordance/links/strategy-II.2",
        ),
    ] {
        let Some(Resolution::Moved(route)) = site.resolve(asked) else {
            panic!("{asked} does not lead on");
        };
        assert_eq!(site.path(route), path);
    }
}

#[test]
fn link_in_a_list_leads_to_its_own_page_and_that_back_to_the_list_of_all() {
    let page = real().page("/concordance/links/differs/2");
    let addresses = all(&page, ".pairing .permalink").into_iter();
    let addresses: Vec<&str> = addresses.map(|link| attribute(link, "href")).collect();
    assert!(!addresses.is_empty());
    for address in addresses {
        let page = real().page(address);
        let crumbs = all(&page, ".crumbs a");
        let (path, id) = attribute(crumbs[1], "href").split_once('#').unwrap();
        the(&real().page(path), &format!("[id='{id}']"));
    }
}

#[test]
fn data_have_every_link_and_silence_and_the_coverage() {
    let library = real().library();
    let data = real().data("/concordance.json");
    let count = |key: &str| data[key].as_array().unwrap().len();
    assert_eq!(count("links"), library.links().len());
    assert_eq!(count("silences"), library.silences().len());
    assert_eq!(count("formulas"), library.formulas().len());
    assert_eq!(data["links"][0]["from"], "research/abstract.p1");
    for (document, other) in [("strategy", "research"), ("research", "strategy")] {
        let compared = data["coverage"][document].as_object().unwrap();
        assert_eq!(compared.len(), 1, "{document}");
        let tally = &compared[other];
        let sum = |tally: &Value| -> u64 {
            let sorts = ["close", "clear", "loose", "differs", "none"].into_iter();
            sorts.map(|name| tally[name].as_u64().unwrap()).sum()
        };
        assert_eq!(tally["paragraphs"], sum(tally));
        let document = &library[library.document(document).unwrap()];
        assert_eq!(sum(tally), counted(library, document) as u64);
        let sections = tally["sections"].as_object().unwrap().values();
        assert_eq!(sections.map(sum).sum::<u64>(), sum(tally));
    }
}

#[test]
fn principles_and_the_links_between_them_are_on_the_home_page() {
    let home = real().page("/");
    assert_eq!(all(&home, ".map-node").len(), 8);
    for path in [
        "/compare/strategy-II.2/research-2.2.1",
        "/concordance/silences",
    ] {
        assert!(
            !all(&home, &format!("[href='{path}']")).is_empty(),
            "{path}"
        );
    }
}

#[test]
fn nothing_is_said_of_a_document_that_nobody_compared() {
    let site = RenderedSite::new(library_of(&with_third_document()), None);
    for path in [
        "/third",
        "/third/full",
        "/third/rules/wishes",
        "/third/I.p1",
        "/third/I.p2",
    ] {
        let told = words(site.page(path).root_element());
        for claim in [
            "No match",
            "no match",
            "0%",
            "0 %",
            "without a match",
            "matched",
        ] {
            assert!(!told.contains(claim), "{path} says {claim}");
        }
    }
    for path in ["/third/I.p1.json", "/third/rules/wishes.json"] {
        assert!(!site.body(path).contains("coverage"), "{path}");
    }
    let data = site.data("/concordance.json");
    assert!(data["coverage"].get("third").is_none());
    assert_eq!(data["coverage"]["house"].as_object().unwrap().len(), 1);
    assert_eq!(
        data["silences"][0]["absent_from"],
        serde_json::json!(["house"])
    );
    // Of what was compared, everything is said as before.
    let alone = scholarly().data("/concordance.json");
    for key in ["links", "silences", "coverage"] {
        assert_eq!(data[key], alone[key], "{key}");
    }
    for path in [
        "/concordance",
        "/concordance/silences",
        "/house/1.p2",
        "/house/2.p1",
    ] {
        let main = |site: &RenderedSite| words(the(&site.page(path), "main"));
        assert_eq!(main(&site), main(scholarly()), "{path}");
    }
}

#[test]
fn what_holds_despite_a_match_says_why_on_its_page_and_in_the_data() {
    let page = real().page("/concordance/silences");
    let despite = words(the(&page, "#silence-s24 .despite"));
    assert_eq!(
        despite,
        "One match sets root servers beside the paper’s domain-name plan and says how they differ; the others are about governance and resources. Only the strategy names root servers."
    );
    let data = real().data("/concordance.json");
    let silences = data["silences"].as_array().unwrap();
    let silence = silences.iter().find(|one| one["id"] == "s24").unwrap();
    assert_eq!(silence["despite"], despite);
    assert_eq!(silence["absent_from"], serde_json::json!(["research"]));
}

#[test]
fn site_without_links_has_no_concordance() {
    let routes = sound().site.routes();
    let of_concordance = routes.into_iter().filter(|route| {
        matches!(
            route,
            Route::Concordance(_) | Route::Links(..) | Route::Silences
        )
    });
    assert_eq!(of_concordance.count(), 0);
    for route in [
        Route::Concordance(Format::Html),
        Route::links(LinkFilter::ALL),
    ] {
        assert_eq!(sound().site.resolve(&sound().site.path(route)), None);
    }
    assert!(!sound().body("/").contains("oncordance"));
    assert!(all(&sound().page("/"), "svg").is_empty());
}

#[test]
fn data_of_a_formula_name_its_places_and_links() {
    let data = real().data("/concordance.json");
    let formulas = data["formulas"].as_array().unwrap().iter();
    let win_win = formulas.filter(|formula| formula["id"] == "win-win");
    let told: Vec<String> = win_win.map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"{"id":"win-win","words":"win-win","forms":[],"note":"Said of a situation, or of cooperation that both sides gain by.","places":["strategy/II.p1","strategy/conclusion.p2","research/3.5.p1","research/3.8.p1"],"links":["m144","m269"]}"#);
    let links = data["links"].as_array().unwrap().iter();
    let resting = links.filter(|link| link["formula"] == "win-win");
    let ids: Vec<&str> = resting.map(|link| link["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["m144", "m269"]);
}
