//! How closely the paragraphs of a section are matched, in a sentence for each compared text.

use std::ops::Add;

use crate::library::Section;
use crate::site::context::RenderContext;
use crate::study::coverage::Tally;

/// How many texts are spoken of.
const MOST_COMPARED: usize = 3;

/// `Of 12 paragraphs, 5 match the paper closely, 4 clearly, 1 loosely, 1 only differs, 1 has no match.`
/// It sums a section with everything below it; nothing where it has no paragraph that counts, or
/// nobody compared it.
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
        (tally.paragraphs() > 0).then(|| in_words(tally, &library[other].metadata.in_text))
    });
    told.collect()
}

fn in_words(tally: Tally, other: &str) -> String {
    let verb = |count, one, several| if count == 1 { one } else { several };
    let sorts = [
        (tally.close, "closely"),
        (tally.clear, "clearly"),
        (tally.loose, "loosely"),
    ];
    let mut told: Vec<String> = Vec::new();
    for (count, how) in sorts.into_iter().filter(|(count, _)| *count > 0) {
        told.push(if told.is_empty() {
            format!("{count} {} {other} {how}", verb(count, "matches", "match"))
        } else {
            format!("{count} {how}")
        });
    }
    if tally.differs > 0 {
        let count = tally.differs;
        let from = match told.is_empty() {
            true => format!(" from {other}"),
            false => String::new(),
        };
        told.push(format!(
            "{count} only {}{from}",
            verb(count, "differs", "differ")
        ));
    }
    if tally.none > 0 {
        let count = tally.none;
        told.push(if told.is_empty() {
            format!("{count} {} no match in {other}", verb(count, "has", "have"))
        } else {
            format!("{count} {} no match", verb(count, "has", "have"))
        });
    }
    let told = told.join(", ");
    match (tally.paragraphs(), told.strip_prefix("1 ")) {
        (1, Some(what)) => format!("Its one paragraph {what}."),
        (count, _) => format!("Of {count} paragraphs, {told}."),
    }
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
                "Of 12 paragraphs, 5 match the paper closely, 4 clearly, 1 loosely, 1 only differs, 1 \
                 has no match.",
            ),
            (
                [2, 0, 1, 0, 0],
                "Of 3 paragraphs, 2 match the paper closely, 1 loosely.",
            ),
            (
                [0, 1, 0, 0, 0],
                "Its one paragraph matches the paper clearly.",
            ),
            (
                [0, 0, 0, 0, 4],
                "Of 4 paragraphs, 4 have no match in the paper.",
            ),
            (
                [0, 0, 0, 2, 1],
                "Of 3 paragraphs, 2 only differ from the paper, 1 has no match.",
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
            assert_eq!(in_words(tally, "the paper"), told);
        }
    }
}
