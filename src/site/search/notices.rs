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
            format!("There is no document “{name}”. There are {documents}.")
        }
        Notice::NoSuchKind(name) => {
            let kinds = library.kinds().iter();
            let kinds: Vec<String> = kinds.map(|kind| format!("kind:{}", kind.class)).collect();
            let kinds = kinds.join(", ");
            format!("There is no kind “{name}”. There are {kinds}.")
        }
    }
}

/// The documents as a query names them: `doc:strategy and doc:research`.
fn documents(library: &Library) -> String {
    let all = library.documents();
    let shown = all.iter().take(MOST_DOCUMENTS);
    let mut names: Vec<String> = shown.map(|one| format!("doc:{}", one.slug)).collect();
    let left = all.len() - names.len();
    if left > 0 {
        names.push(format!("{left} more"));
    }
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        names => names.concat(),
    }
}
