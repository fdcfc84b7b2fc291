//! How deep the sections of a text stand, where its headings do not say it well.

use crate::content::naming::depth;

/// The levels that Markdown has below the title.
const LEVELS: std::ops::RangeInclusive<u8> = 2..=6;

/// A heading as its level is found.
pub struct Levelled<'a> {
    /// As the source has it.
    pub level: u8,
    /// The class of its kind, where a word of it names one.
    pub kind: Option<&'a str>,
    /// The number that it prints.
    pub number: Option<&'a str>,
}

/// The levels of headings from 2 on, without gaps. Where all are alike in the source, kinds and
/// numbers such as `2.1` say what stands in what.
pub fn levels(headings: &[Levelled<'_>]) -> Vec<u8> {
    let depths = depths(headings);
    let mut open: Vec<(usize, u8)> = Vec::new();
    let levels = depths.into_iter().map(|depth| {
        while open.pop_if(|(above, _)| *above >= depth).is_some() {}
        let level = open.last().map_or(*LEVELS.start(), |(_, above)| above + 1);
        let level = level.min(*LEVELS.end());
        open.push((depth, level));
        level
    });
    levels.collect()
}

/// How far inside others each stands: only the order counts.
fn depths(headings: &[Levelled<'_>]) -> Vec<usize> {
    let as_written = || headings.iter().map(|one| usize::from(one.level)).collect();
    let Some(first) = headings.first() else {
        return Vec::new();
    };
    let mut kinds: Vec<&str> = Vec::new();
    for kind in headings.iter().filter_map(|one| one.kind) {
        if !kinds.contains(&kind) && depth(kind).is_some() {
            kinds.push(kind);
        }
    }
    if headings.iter().any(|one| one.level != first.level) {
        return as_written();
    }
    if kinds.len() < 2 {
        let parts = |one: &Levelled<'_>| one.number.map_or(0, |number| number.matches('.').count());
        return headings.iter().map(parts).collect();
    }
    // In some laws sections stand in articles: the kind that comes first is the outer one.
    let mut either = kinds
        .iter()
        .filter(|kind| ["article", "section"].contains(kind));
    let article_first = either.next() == Some(&"article");
    let depth_of = |kind: &str| match (kind, depth("article")) {
        ("section", Some(article)) if article_first => Some(2 * article + 1),
        _ => depth(kind).map(|depth| 2 * depth),
    };
    let outermost = kinds
        .iter()
        .filter_map(|kind| depth_of(kind))
        .filter(|depth| *depth > 0)
        .min();
    let outermost = outermost.unwrap_or_default();
    // What has no kind, and an annex, stands beside the outermost; a kind that only this site has
    // stands inside all others.
    let depths = headings.iter().map(|one| match one.kind {
        Some(kind) => depth_of(kind).map_or(usize::MAX, |depth| depth.max(outermost)),
        None => outermost,
    });
    depths.collect()
}

#[cfg(test)]
mod tests {
    use super::{Levelled, levels};

    fn of(headings: &[(u8, &str)]) -> Vec<u8> {
        let headings = headings.iter().map(|&(level, kind)| Levelled {
            level,
            kind: Some(kind).filter(|kind| !kind.is_empty()),
            number: None,
        });
        levels(&headings.collect::<Vec<_>>())
    }

    #[test]
    fn levels_have_no_gaps() {
        assert_eq!(
            of(&[(1, ""), (3, ""), (4, ""), (3, ""), (1, "")]),
            [2, 3, 4, 3, 2]
        );
        assert_eq!(of(&[(3, ""), (2, ""), (5, "")]), [2, 2, 3]);
        assert_eq!(
            of(&[(1, ""), (2, ""), (3, ""), (4, ""), (5, ""), (6, "")]),
            [2, 3, 4, 5, 6, 6]
        );
    }

    #[test]
    fn kinds_say_what_stands_in_what_where_all_headings_are_alike() {
        let flat = [
            (2, ""),
            (2, "part"),
            (2, "chapter"),
            (2, "article"),
            (2, "article"),
            (2, "part"),
            (2, "article"),
            (2, "annex"),
        ];
        assert_eq!(of(&flat), [2, 2, 3, 4, 4, 2, 3, 2]);
        assert_eq!(
            of(&[(3, "article"), (3, "section"), (3, "article")]),
            [2, 3, 2]
        );
        assert_eq!(
            of(&[(3, "section"), (3, "article"), (3, "section")]),
            [2, 3, 2]
        );
        assert_eq!(of(&[(3, "article"), (3, "article")]), [2, 2]);
    }

    #[test]
    fn numbers_say_what_stands_in_what_where_all_headings_are_alike() {
        let headings = ["1", "1.1", "1.1.1", "2", "2.1"].map(|number| Levelled {
            level: 2,
            kind: None,
            number: Some(number),
        });
        assert_eq!(levels(&headings), [2, 3, 4, 2, 3]);
    }
}
