//! The pages of the concordance: their figures are those of the texts, and what they must say is
//! said.

use lectern::library::document::Document;
use lectern::site::{Site, render};
use serde_json::Value;

use crate::support::{embedded, library_of, sound_files};

fn body(site: &Site, path: &str) -> String {
    let found = site.resources().find(|(known, _)| *known == path);
    let (_, resource) = found.unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(resource.body.to_vec()).unwrap()
}

/// What stands between two strings, the first time both do.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap().0
}

/// The ledger of one document.
fn ledger<'a>(page: &'a str, id: &str) -> &'a str {
    let start = format!("aria-labelledby=\"site-ledger-{id}\"");
    between(page, &start, "</section>")
}

/// The numbers in the cells of a row, by their columns.
fn numbers(row: &str) -> Vec<usize> {
    row.split("<td>")
        .skip(1)
        .map(|cell| {
            let digits: String = cell.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().unwrap()
        })
        .collect()
}

/// The sentence that begins so, with the words of its links.
fn sentence(html: &str, start: &str) -> String {
    let whole = &html[html.find(start).unwrap_or_else(|| panic!("no {start}"))..];
    let end = ["</p>", "</dd>"]
        .into_iter()
        .filter_map(|end| whole.find(end));
    let whole = &whole[..end.min().unwrap()];
    let texts = whole.split('<').enumerate();
    texts
        .map(|(at, part)| match at {
            0 => part,
            _ => part.split_once('>').unwrap().1,
        })
        .collect()
}

#[test]
fn the_figures_add_up_to_the_totals_of_the_texts() {
    let library = embedded();
    let page = body(&render(library.clone()), "/concordance");
    for document in &library.documents {
        let table = between(ledger(&page, document.id.as_str()), "<tbody>", "</table>");
        let (rows, total) = table.split_once("<tfoot>").unwrap();
        let rows: Vec<Vec<usize>> = rows.split("<tr>").skip(1).map(numbers).collect();
        let total = numbers(total);
        for column in 0..3 {
            let sum: usize = rows.iter().map(|row| row[column]).sum();
            assert_eq!(sum, total[column]);
        }
        let paragraphs = Document::paragraphs(document).count();
        assert_eq!(total[..3].iter().sum::<usize>(), paragraphs);
    }
}

#[test]
fn what_has_no_counterpart_is_said_in_words() {
    let page = body(&render(embedded()), "/concordance");
    let strategy = ledger(&page, "strategy");
    insta::assert_snapshot!(sentence(strategy, "5 paragraphs of the strategy have no"), @"5 paragraphs of the strategy have no counterpart in the paper: strategy/preface.p1, strategy/IV.4.p1, strategy/IV.4.p2, strategy/IV.6.p2, strategy/IV.7.p1.");
    insta::assert_snapshot!(sentence(strategy, "3 paragraphs of the strategy have only"), @"3 paragraphs of the strategy have only a weak counterpart in the paper: strategy/I.p3, strategy/II.2.p2, strategy/III.3.p2.");
    let research = ledger(&page, "research");
    let none = sentence(research, "4 paragraphs of the paper have no");
    insta::assert_snapshot!(none, @"4 paragraphs of the paper have no counterpart in the strategy: research/3.3.p2, research/references.p1, research/references.p2, research/references.p3.");
    for reference in ["IV.6.p2", "IV.7.p1", "IV.4.p1", "IV.4.p2", "preface.p1"] {
        let link = format!("#{reference}\">strategy/{reference}</a>");
        assert!(strategy.contains(&link), "{link}");
    }
    assert!(research.contains("#3.3.p2\">research/3.3.p2</a>"));
}

#[test]
fn what_no_action_carries_out_is_said_in_words() {
    let page = body(&render(embedded()), "/concordance");
    let strategy = ledger(&page, "strategy");
    let goals = between(strategy, "<dt>Goals and actions</dt>", "</div>");
    insta::assert_snapshot!(sentence(goals, "Every goal"), @"Every goal is carried out by an action.");
    insta::assert_snapshot!(sentence(goals, "Every action"), @"Every action carries out a goal.");
    insta::assert_snapshot!(sentence(goals, "No action carries out"), @"No action carries out 2 paragraphs of the goals: strategy/III.1.p2, strategy/III.6.p1.");
}

#[test]
fn every_link_and_silence_is_on_its_page_once() {
    let library = embedded();
    let site = render(library.clone());
    let links = body(&site, "/concordance/links");
    for place in 1..=library.concordance.links.len() {
        assert_eq!(links.matches(&format!(" id=\"link-{place}\"")).count(), 1);
    }
    let of_relations: usize = library
        .concordance
        .relations()
        .map(|relation| {
            let page = body(&site, &format!("/concordance/links/{}", relation.name()));
            page.matches(" id=\"link-").count()
        })
        .sum();
    assert_eq!(of_relations, library.concordance.links.len());
    let silences = body(&site, "/concordance/silences");
    for place in 1..=library.concordance.silences.len() {
        assert_eq!(
            silences
                .matches(&format!(" id=\"silence-{place}\""))
                .count(),
            1
        );
    }
}

#[test]
fn the_data_hold_all_of_it() {
    let library = embedded();
    let data: Value =
        serde_json::from_str(&body(&render(library.clone()), "/concordance.json")).unwrap();
    let concordance = &library.concordance;
    assert_eq!(
        data["links"].as_array().unwrap().len(),
        concordance.links.len()
    );
    assert_eq!(
        data["silences"].as_array().unwrap().len(),
        concordance.silences.len()
    );
    assert_eq!(data["links"][0]["from"], "research/abstract.p1");
    for document in &library.documents {
        let verdicts = &data["verdicts"][document.id.as_str()];
        let sum: u64 = ["counterpart", "weak", "none"]
            .iter()
            .map(|name| verdicts[name].as_u64().unwrap())
            .sum();
        assert_eq!(verdicts["paragraphs"], sum);
        assert_eq!(sum, Document::paragraphs(document).count() as u64);
    }
}

#[test]
fn the_principles_and_their_ties_are_on_the_home_page() {
    let home = body(&render(embedded()), "/");
    assert_eq!(home.matches("class=\"map-node\"").count(), 8);
    assert!(home.contains("href=\"/compare/strategy-II.2/research-2.2.1\""));
    assert!(home.contains("href=\"/concordance/silences\""));
}

#[test]
fn a_site_without_links_has_no_concordance() {
    let site = render(library_of(&sound_files()));
    assert!(
        !site
            .resources()
            .any(|(path, _)| path.starts_with("/concordance"))
    );
    let home = body(&site, "/");
    assert!(!home.contains("oncordance"));
    assert!(!home.contains("<svg"));
}
