//! The pages of the concordance: their figures are those of the texts, and what they must say is
//! said.

use lectern::site::{Format, Route};
use scraper::{ElementRef, Html};

use crate::support::{all, all_in, attribute, counted, real, sound, the, the_in, words};

/// The ledger of one document.
fn ledger<'a>(page: &'a Html, slug: &str) -> ElementRef<'a> {
    the(page, &format!("[aria-labelledby='site-ledger-{slug}']"))
}

/// The numbers in the cells of a row, by their columns.
fn numbers(row: ElementRef<'_>) -> Vec<usize> {
    let cells = all_in(row, "td").into_iter().map(words);
    let number = |cell: String| cell.split(' ').next()?.parse().ok();
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
        for column in 0..3 {
            let sum: usize = rows.iter().map(|row| row[column]).sum();
            assert_eq!(sum, total[column], "{} {column}", document.slug);
        }
        let sum: usize = total[..3].iter().sum();
        assert_eq!(
            sum,
            counted(real().library(), document),
            "{}",
            document.slug
        );
    }
}

#[test]
fn paragraphs_without_a_counterpart_are_told_in_words() {
    let page = real().page("/concordance");
    let strategy = ledger(&page, "strategy");
    insta::assert_snapshot!(sentence(strategy, "5 paragraphs of the strategy have no"), @"5 paragraphs of the strategy have no counterpart in the paper: strategy/preface.p1, strategy/IV.4.p1, strategy/IV.4.p2, strategy/IV.6.p2, strategy/IV.7.p1.");
    insta::assert_snapshot!(sentence(strategy, "3 paragraphs of the strategy have only"), @"3 paragraphs of the strategy have only a weak counterpart in the paper: strategy/I.p3, strategy/II.2.p2, strategy/III.3.p2.");
    let research = ledger(&page, "research");
    let none = sentence(research, "1 paragraph of the paper has no");
    insta::assert_snapshot!(none, @"1 paragraph of the paper has no counterpart in the strategy: research/3.3.p2.");
    for (ledger, fragments) in [
        (
            strategy,
            &["IV.6.p2", "IV.7.p1", "IV.4.p1", "IV.4.p2", "preface.p1"][..],
        ),
        (research, &["3.3.p2"]),
    ] {
        for fragment in fragments {
            let link = all_in(ledger, &format!("a[href$='#{fragment}']"));
            assert!(!link.is_empty(), "{fragment} is no link");
        }
    }
}

#[test]
fn what_no_action_carries_out_is_told_in_words() {
    let page = real().page("/concordance");
    let steps = all_in(ledger(&page, "strategy"), "div:has(> dt)").into_iter();
    let mut goals = steps.filter(|step| words(the_in(*step, "dt")) == "Goals and actions");
    let goals = goals.next().unwrap();
    insta::assert_snapshot!(sentence(goals, "Every goal"), @"Every goal is carried out by an action.");
    insta::assert_snapshot!(sentence(goals, "Every action"), @"Every action carries out a goal.");
    insta::assert_snapshot!(sentence(goals, "No action carries out"), @"No action carries out 2 paragraphs of the goals: strategy/III.1.p2, strategy/III.6.p1.");
}

/// The numbers of a page's elements that are numbered so, in order of number.
fn numbered(path: &str, start: &str) -> Vec<usize> {
    let page = real().page(path);
    let found = all(&page, &format!("[id^='{start}']")).into_iter();
    let ids = found.map(|one| attribute(one, "id").trim_start_matches(start));
    let mut numbers: Vec<usize> = ids.filter_map(|rest| rest.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn every_link_and_silence_is_on_its_page_once() {
    let library = real().library();
    let every_link: Vec<usize> = (1..=library.links().len()).collect();
    assert_eq!(numbered("/concordance/links", "link-"), every_link);
    let relations = library.concordance.relations();
    let paths = relations.map(|relation| real().site.path(Route::Links(Some(relation))));
    let mut by_relation: Vec<usize> = paths.flat_map(|path| numbered(&path, "link-")).collect();
    by_relation.sort_unstable();
    assert_eq!(by_relation, every_link);
    let every_silence: Vec<usize> = (1..=library.silences().len()).collect();
    assert_eq!(numbered("/concordance/silences", "silence-"), every_silence);
}

#[test]
fn data_have_every_link_silence_and_verdict() {
    let library = real().library();
    let data = real().data("/concordance.json");
    let count = |key: &str| data[key].as_array().unwrap().len();
    assert_eq!(count("links"), library.links().len());
    assert_eq!(count("silences"), library.silences().len());
    assert_eq!(data["links"][0]["from"], "research/abstract.p1");
    for document in library.documents() {
        let verdicts = &data["verdicts"][document.slug.as_str()];
        let sum: u64 = ["counterpart", "weak", "none"]
            .iter()
            .map(|name| verdicts[name].as_u64().unwrap())
            .sum();
        assert_eq!(verdicts["paragraphs"], sum);
        assert_eq!(sum, counted(library, document) as u64);
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
fn site_without_links_has_no_concordance() {
    let routes = sound().site.routes();
    let of_concordance = routes.into_iter().filter(|route| {
        matches!(
            route,
            Route::Concordance(_) | Route::Links(_) | Route::Silences
        )
    });
    assert_eq!(of_concordance.count(), 0);
    for route in [Route::Concordance(Format::Html), Route::Links(None)] {
        assert_eq!(sound().site.resolve(&sound().site.path(route)), None);
    }
    assert!(!sound().body("/").contains("oncordance"));
    assert!(all(&sound().page("/"), "svg").is_empty());
}
