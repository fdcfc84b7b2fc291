//! Which units of two sections stand on one row: pure, by their places alone.

use std::cmp::Reverse;

/// What joins a unit of the first section to one of the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitLink {
    /// The place of the unit in the first section, and of that in the second.
    pub units: (usize, usize),
    /// The sum of the strengths of the links between the two.
    pub weight: usize,
}

/// A unit on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The unit's place.
    pub unit: usize,
    /// Whether it stands whole; elsewhere only its clauses are quoted.
    pub whole: bool,
}

/// A row: two units that are linked, or one that is linked with none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What stands on the first side.
    pub first: Option<Cell>,
    /// What stands on the second.
    pub second: Option<Cell>,
}

/// The rows of two runs of units, so many each. There is one link for a pair of units at most.
///
/// Each unit stands whole on one row, that of its strongest link; the earlier where two are as
/// strong. Rows follow the first run, and for one unit its strongest link comes first. A unit of
/// the second run that is not linked follows the one before it.
pub fn rows(first: usize, second: usize, links: &[UnitLink]) -> Vec<Row> {
    let strongest_of_first = strongest(first, links, |link| link.units.0);
    let strongest_of_second = strongest(second, links, |link| link.units.1);
    let mut links_of_first = vec![Vec::new(); first];
    for link in links {
        links_of_first[link.units.0].push(*link);
    }
    let unlinked_from = |start: usize| {
        let unlinked = |&unit: &usize| strongest_of_second[unit].is_none();
        let run = (start..second).take_while(unlinked);
        run.map(|unit| Row {
            first: None,
            second: Some(Cell { unit, whole: true }),
        })
    };
    let mut rows: Vec<Row> = unlinked_from(0).collect();
    for (unit, mut own) in links_of_first.into_iter().enumerate() {
        if own.is_empty() {
            rows.push(Row {
                first: Some(Cell { unit, whole: true }),
                second: None,
            });
        }
        let best = strongest_of_first[unit];
        own.sort_by_key(|link| (best != Some(*link), link.units.1));
        for link in own {
            let other = link.units.1;
            let whole = strongest_of_second[other] == Some(link);
            rows.push(Row {
                first: Some(Cell {
                    unit,
                    whole: best == Some(link),
                }),
                second: Some(Cell { unit: other, whole }),
            });
            if whole {
                rows.extend(unlinked_from(other + 1));
            }
        }
    }
    rows
}

/// The rows of two runs of units that nobody compared, so many each: in the order of both, which says
/// nothing.
pub fn rows_in_order(first: usize, second: usize) -> Vec<Row> {
    let cell = |unit: usize, count: usize| (unit < count).then_some(Cell { unit, whole: true });
    let rows = (0..first.max(second)).map(|unit| Row {
        first: cell(unit, first),
        second: cell(unit, second),
    });
    rows.collect()
}

/// For each of so many units of one side its strongest link, of equals the earliest.
fn strongest(
    count: usize,
    links: &[UnitLink],
    unit: impl Fn(&UnitLink) -> usize,
) -> Vec<Option<UnitLink>> {
    let rank = |link: &UnitLink| (Reverse(link.weight), link.units);
    let mut strongest: Vec<Option<UnitLink>> = vec![None; count];
    for link in links {
        let best = &mut strongest[unit(link)];
        if best.is_none_or(|best| rank(link) < rank(&best)) {
            *best = Some(*link);
        }
    }
    strongest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, proptest};

    use super::{Cell, Row, UnitLink, rows, rows_in_order};

    fn shown(rows: &[Row]) -> Vec<String> {
        let cell = |cell: Option<Cell>| match cell {
            None => "-".to_owned(),
            Some(cell) if cell.whole => cell.unit.to_string(),
            Some(cell) => format!("({})", cell.unit),
        };
        rows.iter()
            .map(|row| format!("{} | {}", cell(row.first), cell(row.second)))
            .collect()
    }

    #[test]
    fn each_unit_stands_whole_where_its_link_is_strongest() {
        let link = |first, second, weight| UnitLink {
            units: (first, second),
            weight,
        };
        let links = [link(0, 0, 9), link(1, 1, 2), link(3, 1, 5), link(3, 0, 5)];
        assert_eq!(
            shown(&rows(4, 4, &links)),
            [
                "0 | 0", "1 | (1)", "2 | -", "3 | (0)", "(3) | 1", "- | 2", "- | 3"
            ]
        );
        assert_eq!(shown(&rows(1, 2, &[])), ["- | 0", "- | 1", "0 | -"]);
        assert_eq!(shown(&rows_in_order(1, 2)), ["0 | 0", "- | 1"]);
    }

    proptest! {
        #[test]
        fn each_unit_stands_whole_once(
            links in prop::collection::btree_map((0..5_usize, 0..6_usize), 1..9_usize, 0..12),
        ) {
            let links: Vec<UnitLink> = links
                .into_iter()
                .map(|(units, weight)| UnitLink { units, weight })
                .collect();
            let rows = rows(5, 6, &links);
            let whole = |cell: &Cell| cell.whole.then_some(cell.unit);
            let mut first: Vec<usize> =
                rows.iter().filter_map(|row| row.first.as_ref().and_then(whole)).collect();
            let mut second: Vec<usize> =
                rows.iter().filter_map(|row| row.second.as_ref().and_then(whole)).collect();
            assert!(first.is_sorted(), "the first run keeps its order");
            first.sort_unstable();
            second.sort_unstable();
            assert_eq!(first, (0..5).collect::<Vec<_>>());
            assert_eq!(second, (0..6).collect::<Vec<_>>());
            for link in links {
                let stands = rows.iter().filter(|row| {
                    row.first.map(|cell| cell.unit) == Some(link.units.0)
                        && row.second.map(|cell| cell.unit) == Some(link.units.1)
                });
                assert_eq!(stands.count(), 1);
            }
        }
    }
}
