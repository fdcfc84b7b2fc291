//! What is to be said of how a query was read.

use crate::library::Library;
use crate::search::query::{MOST_WORDS, Notice};
use crate::search::{Answer, Included};

/// How many documents are named to a reader who asked for one that is not there.
const MOST_DOCUMENTS: usize = 8;

/// How many names of a term are given.
const MOST_NAMES: usize = 3;

/// What is to be said, a sentence or two each.
pub fn notices(library: &Library, answer: &Answer) -> Vec<String> {
    let mut said = Vec::new();
    // Where nothing at all is found, the page says so itself.
    if !answer.unknown.is_empty() && answer.total > 0 {
        said.push(format!("No results for {}.", quoted(&answer.unknown, "or")));
    }
    said.extend(answer.included.iter().map(included));
    said.extend(
        answer
            .notices
            .iter()
            .map(|notice| sentence(library, notice)),
    );
    said
}

/// Which other names were looked for.
fn included(included: &Included) -> String {
    let Included {
        typed,
        stands,
        names,
    } = included;
    if *stands {
        format!("Including {}.", quoted(names, "and"))
    } else {
        let names = quoted(names, "and");
        format!("The texts do not say “{typed}”; these are the results for {names}.")
    }
}

/// Words in quotation marks, as a list in a sentence.
fn quoted(words: &[String], conjunction: &str) -> String {
    let mut items: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    if items.len() > MOST_NAMES + 1 {
        let more = items.split_off(MOST_NAMES).len();
        items.push(format!("{more} others"));
    }
    match items.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            format!("{} {conjunction} {last}", before.join(", "))
        }
        items => items.concat(),
    }
}

fn sentence(library: &Library, notice: &Notice) -> String {
    match notice {
        Notice::ShortPrefix => {
            "A * stands for the end of a word and needs two letters before it: sover*.".to_owned()
        }
        Notice::TooManyWords => {
            format!("Only the first {MOST_WORDS} words of this query were used.")
        }
        Notice::ControlCharacters => {
            "Some characters in your query are not text and were ignored.".to_owned()
        }
        Notice::NegatedFilter => {
            "A - before doc: or kind: has no effect here and was ignored.".to_owned()
        }
        Notice::NothingAsked => "This query contains no searchable word.".to_owned(),
        Notice::NoSuchDocument(name) => {
            let documents = documents(library);
            format!("There is no document “{name}”. There {documents}.")
        }
        Notice::NoSuchKind(name) => {
            let kinds = library.kinds().iter();
            let kinds: Vec<String> = kinds.map(|kind| format!("kind:{}", kind.class)).collect();
            let kinds = kinds.join(", ");
            format!("There is no kind “{name}”. There are {kinds}.")
        }
    }
}

/// The documents as a query names them, as far as they are named, with their verb: `are doc:strategy
/// and doc:research`.
fn documents(library: &Library) -> String {
    let all = library.documents();
    let names = all.iter().map(|one| format!("doc:{}", one.slug));
    let verb = if all.len() == 1 { "is" } else { "are" };
    format!("{verb} {}", first_few(names, all.len()))
}

/// The first few of so many names as a list in a sentence, and how many more there are.
fn first_few(names: impl Iterator<Item = String>, count: usize) -> String {
    let mut items: Vec<String> = names.take(MOST_DOCUMENTS).collect();
    if count > items.len() {
        items.push(format!("{} more", count - items.len()));
    }
    match items.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        items => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_few;

    fn list(count: usize) -> String {
        first_few((1..=count).map(|number| number.to_string()), count)
    }

    #[test]
    fn no_more_than_eight_documents_are_named() {
        assert_eq!(list(1), "1");
        assert_eq!(list(2), "1 and 2");
        assert_eq!(list(8), "1, 2, 3, 4, 5, 6, 7 and 8");
        assert_eq!(list(1000), "1, 2, 3, 4, 5, 6, 7, 8 and 992 more");
    }
}
