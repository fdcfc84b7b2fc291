//! What a query finds beside the texts.

use super::answer::Answer;
use super::concepts::Concepts;
use super::index::{Editorial, Zone};
use super::indexes::Indexes;
use super::rank::Ranking;

/// How many terms, pages and documents an answer has at most.
const MOST: usize = 6;

/// Adds the terms, pages and documents that a query finds.
pub fn fill_editorial(indexes: &Indexes, concepts: &Concepts, answer: &mut Answer) {
    let (ranking, mut found) = Ranking::of(&indexes.editorial, concepts, &indexes.vocabulary);
    ranking.sort(&mut found);
    let unknown = ranking.unknown();
    answer.unknown.retain(|typed| unknown.contains(typed));
    // A term that the query names by any of its names is found whatever its words are.
    answer.terms = concepts.terms.iter().copied().take(MOST).collect();
    for one in &found {
        let passage = &indexes.editorial.passages(one.entry)[one.passage];
        match indexes.editorial_entries[one.entry] {
            Editorial::Term(term) => {
                // A definition that has the words is worth a look only where no name has.
                let by_name = passage.zone == Zone::Heading || answer.terms.is_empty();
                if by_name && answer.terms.len() < MOST && !answer.terms.contains(&term) {
                    answer.terms.push(term);
                }
            }
            Editorial::Page(page) => answer.pages.push((page, passage.page_section())),
            Editorial::Document(document) => answer.documents.push(document),
        }
    }
    answer.pages.truncate(MOST);
    answer.documents.truncate(MOST);
}
