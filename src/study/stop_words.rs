//! English words that carry grammar and no content.

/// The words, sorted. A shared run of these alone says nothing of its texts.
const STOP_WORDS: [&str; 81] = [
    "a", "about", "above", "after", "all", "also", "among", "an", "and", "any", "are", "as", "at",
    "be", "been", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does",
    "each", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into",
    "is", "it", "its", "may", "more", "most", "must", "no", "nor", "not", "of", "on", "only", "or",
    "other", "our", "own", "shall", "she", "should", "so", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "was", "we",
    "were", "which", "will", "with", "would",
];

/// Whether a folded word carries content.
#[must_use]
pub fn is_content(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_err()
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, is_content};

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_content("choose") && !is_content("their"));
    }
}
