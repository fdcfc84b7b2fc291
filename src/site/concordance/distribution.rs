//! How the paragraphs of a text are matched in another, in a sentence.

use crate::library::{list, thousands};
use crate::study::coverage::Tally;

/// `Of the 64 paragraphs of the strategy, 38 have a close match in the paper, 14 a clear one, 4 a loose
/// one, 3 only differing ones and 5 none. Close and clear matches quote 41% of the 4,226 words.` Each
/// paragraph counts once, by its closest match. `elsewhere` is where a match would stand: `in the
/// paper`.
pub fn distribution(tally: Tally, in_text: &str, elsewhere: &str) -> String {
    let sorts = [
        (tally.close, "a close match", "a close one"),
        (tally.clear, "a clear match", "a clear one"),
        (tally.loose, "a loose match", "a loose one"),
        (
            tally.differs,
            "only differing matches",
            "only differing ones",
        ),
        (tally.none, "no match", "none"),
    ];
    let mut sorts = sorts.into_iter().filter(|(count, ..)| *count > 0);
    let first = sorts.next();
    let first = first.map(|(count, what, _)| {
        let have = if count == 1 { "has" } else { "have" };
        format!("{} {have} {what} {elsewhere}", thousands(count))
    });
    let others = sorts.map(|(count, _, what)| format!("{} {what}", thousands(count)));
    let parts: Vec<String> = first.into_iter().chain(others).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let told = list(&parts);
    let paragraphs = match (tally.paragraphs(), told.strip_prefix("1 ")) {
        (1, Some(what)) => format!("The one paragraph of {in_text} {what}"),
        (count, _) => format!(
            "Of the {} paragraphs of {in_text}, {told}",
            thousands(count)
        ),
    };
    format!(
        "{paragraphs}. Close and clear matches quote {}% of the {} words.",
        tally.quoted_per_cent(),
        thousands(tally.words),
    )
}

#[cfg(test)]
mod tests {
    use super::distribution;
    use crate::study::coverage::Tally;

    #[test]
    fn each_sort_is_told_once_and_none_is_left_out() {
        let told = |[close, clear, loose, differs, none]: [usize; 5], words, quoted| {
            let tally = Tally {
                close,
                clear,
                loose,
                differs,
                none,
                words,
                quoted,
            };
            distribution(tally, "the strategy", "in the paper")
        };
        assert_eq!(
            told([38, 14, 4, 3, 5], 4226, 1733),
            "Of the 64 paragraphs of the strategy, 38 have a close match in the paper, 14 a clear \
             one, 4 a loose one, 3 only differing ones and 5 none. Close and clear matches quote 41% \
             of the 4,226 words."
        );
        assert_eq!(
            told([0, 0, 1, 1, 0], 10, 0),
            "Of the 2 paragraphs of the strategy, 1 has a loose match in the paper and 1 only \
             differing ones. Close and clear matches quote 0% of the 10 words."
        );
        assert_eq!(
            told([0, 0, 0, 0, 1], 7, 0),
            "The one paragraph of the strategy has no match in the paper. Close and clear matches \
             quote 0% of the 7 words."
        );
    }
}
