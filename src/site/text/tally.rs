//! How closely the paragraphs of a section are matched, in a line for each compared text.

use std::ops::Add;

use crate::library::{Section, pluralize};
use crate::site::context::RenderContext;
use crate::study::coverage::Tally;

/// How many texts are spoken of.
const MOST_COMPARED: usize = 3;

/// `Paper: 5 paragraphs matched closely, 4 clearly, 1 loosely, 1 only differing, 1 without a match.` It sums
/// a section with everything below it; nothing where it has no paragraph that counts, or nobody
/// compared it.
pub fn tallies(ctx: RenderContext<'_>, section: &Section) -> Vec<String> {
    let library = ctx.library;
    let compared = library.compared.with(section.document);
    let told = compared.take(MOST_COMPARED).filter_map(|other| {
        let sections = section.subtree.into_iter();
        let tallies = sections.map(|one| {
            let paragraphs = library[one].paragraphs;
            ctx.study.coverage.tally(library, paragraphs, other)
        });
        let tally = tallies.fold(Tally::default(), Add::add);
        let name = &library[other].metadata.short_title;
        (tally.paragraphs() > 0).then(|| format!("{name}: {}.", in_words(tally)))
    });
    told.collect()
}

fn in_words(tally: Tally) -> String {
    let sorts = [
        (tally.close, "matched closely", "closely"),
        (tally.clear, "matched clearly", "clearly"),
        (tally.loose, "matched loosely", "loosely"),
        (tally.differs, "only differing", "only differing"),
        (tally.none, "without a match", "without a match"),
    ];
    let mut sorts = sorts.into_iter().filter(|(count, ..)| *count > 0);
    let first = sorts.next();
    let first = first.map(|(count, how, _)| format!("{} {how}", pluralize(count, "paragraph")));
    let others = sorts.map(|(count, _, how)| format!("{count} {how}"));
    let told: Vec<String> = first.into_iter().chain(others).collect();
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::study::coverage::Tally;

    #[test]
    fn each_sort_of_paragraph_is_told() {
        for ([close, clear, loose, differs, none], told) in [
            (
                [5, 4, 1, 1, 1],
                "5 paragraphs matched closely, 4 clearly, 1 loosely, 1 only differing, 1 without a match",
            ),
            ([2, 0, 1, 0, 0], "2 paragraphs matched closely, 1 loosely"),
            ([0, 1, 0, 0, 0], "1 paragraph matched clearly"),
            ([0, 0, 0, 0, 4], "4 paragraphs without a match"),
            (
                [0, 0, 0, 2, 1],
                "2 paragraphs only differing, 1 without a match",
            ),
        ] {
            let tally = Tally {
                close,
                clear,
                loose,
                differs,
                none,
                ..Tally::default()
            };
            assert_eq!(in_words(tally), told);
        }
    }
}
