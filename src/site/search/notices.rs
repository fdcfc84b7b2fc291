//! What is to be said of how a query was read.

use crate::library::Library;
use crate::search::Answer;
use crate::search::query::{MOST_WORDS, Notice};

/// How many documents are named to a reader who asked for one that is not there.
const MOST_DOCUMENTS: usize = 8;

/// What is to be said, a sentence or two each.
pub fn notices(library: &Library, answer: &Answer) -> Vec<String> {
    let unknown = answer.unknown.iter();
    let unknown: Vec<String> = unknown.map(|word| format!("“{word}”")).collect();
    let mut said = Vec::new();
    if !unknown.is_empty() {
        said.push(format!("No text has {}.", unknown.join(" and ")));
    }
    said.extend(
        answer
            .notices
            .iter()
            .map(|notice| sentence(library, notice)),
    );
    said
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
            "Some signs of this query are no text and were passed over.".to_owned()
        }
        Notice::NegatedFilter => {
            "A - before doc: or kind: means nothing here and was passed over.".to_owned()
        }
        Notice::NothingAsked => "This query has no word to look for.".to_owned(),
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
