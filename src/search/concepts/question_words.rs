//! Words that are typed with a question and not looked for.

use crate::search::words::Token;
use crate::study::stop_words::is_content;

/// Words of questions that carry no content, beside the stop words of the study, in order.
const QUESTION_WORDS: [&str; 25] = [
    "anything", "does", "explain", "find", "i", "like", "me", "mean", "means", "my", "please",
    "say", "says", "show", "tell", "us", "was", "what", "when", "where", "who", "whom", "whose",
    "why", "you",
];

/// Whether a word of a query carries content.
pub fn carries_content(word: &Token) -> bool {
    is_content(&word.folded) && QUESTION_WORDS.binary_search(&word.folded.as_str()).is_err()
}

#[cfg(test)]
mod tests {
    use super::QUESTION_WORDS;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(QUESTION_WORDS.is_sorted());
    }
}
