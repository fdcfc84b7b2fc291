//! Which units of two sections stand on one row: pure, by their places alone.

use std::cmp::Reverse;

/// What joins a unit of the first section to one of the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// The units' places.
    pub units: (usize, usize),
    /// The sum of the strengths of its links.
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

/// A row: a tie with both its units, or one unit that has no tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What stands on the first side.
    pub first: Option<Cell>,
    /// What stands on the second.
    pub second: Option<Cell>,
}

/// The rows of two runs of units, so many each. There is one tie for a pair of units at most.
///
/// Each unit stands whole on one row, that of its strongest tie; the earlier where two are as
/// strong. Rows follow the first run, and for one unit its strongest tie comes first. A unit of the
/// second run that has no tie follows the one before it.
pub fn rows(first: usize, second: usize, ties: &[Tie]) -> Vec<Row> {
    let strongest = |of: &dyn Fn(&Tie) -> bool| {
        let own = ties.iter().filter(|tie| of(tie));
        own.min_by_key(|tie| (Reverse(tie.weight), tie.units))
            .copied()
    };
    let mut rows = Vec::new();
    for unit in 0..first {
        let best = strongest(&|tie| tie.units.0 == unit);
        let mut own: Vec<&Tie> = ties.iter().filter(|tie| tie.units.0 == unit).collect();
        own.sort_by_key(|tie| (best != Some(**tie), tie.units.1));
        if own.is_empty() {
            rows.push(Row {
                first: Some(Cell { unit, whole: true }),
                second: None,
            });
        }
        rows.extend(own.into_iter().map(|tie| {
            let other = tie.units.1;
            let others_best = strongest(&|tie| tie.units.1 == other);
            Row {
                first: Some(Cell {
                    unit,
                    whole: best == Some(*tie),
                }),
                second: Some(Cell {
                    unit: other,
                    whole: others_best == Some(*tie),
                }),
            }
        }));
    }
    for unit in 0..second {
        if ties.iter().all(|tie| tie.units.1 != unit) {
            let before = unit.checked_sub(1);
            let at = rows.iter().position(|row| {
                row.second
                    .is_some_and(|cell| cell.whole && Some(cell.unit) == before)
            });
            let row = Row {
                first: None,
                second: Some(Cell { unit, whole: true }),
            };
            rows.insert(at.map_or(0, |at| at + 1), row);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, proptest};

    use super::{Cell, Row, Tie, rows};

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
    fn each_unit_stands_whole_where_its_tie_is_strongest() {
        let tie = |first, second, weight| Tie {
            units: (first, second),
            weight,
        };
        let ties = [tie(0, 0, 9), tie(1, 1, 2), tie(3, 1, 5), tie(3, 0, 5)];
        assert_eq!(
            shown(&rows(4, 4, &ties)),
            [
                "0 | 0", "1 | (1)", "2 | -", "3 | (0)", "(3) | 1", "- | 2", "- | 3"
            ]
        );
        assert_eq!(shown(&rows(1, 2, &[])), ["- | 0", "- | 1", "0 | -"]);
    }

    proptest! {
        #[test]
        fn each_unit_stands_whole_once(
            ties in prop::collection::btree_map((0..5_usize, 0..6_usize), 1..9_usize, 0..12),
        ) {
            let ties: Vec<Tie> = ties
                .into_iter()
                .map(|(units, weight)| Tie { units, weight })
                .collect();
            let rows = rows(5, 6, &ties);
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
            for tie in ties {
                let stands = rows.iter().filter(|row| {
                    row.first.map(|cell| cell.unit) == Some(tie.units.0)
                        && row.second.map(|cell| cell.unit) == Some(tie.units.1)
                });
                assert_eq!(stands.count(), 1);
            }
        }
    }
}
