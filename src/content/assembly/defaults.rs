//! What the program puts in where the front matter of a document is silent.

use crate::content::language::language_of;
use crate::content::toml::MetadataDraft;
use crate::library::{Colour, DocumentText, Language, Metadata};

/// The longest summary that is made from a text, in characters.
const LONGEST: usize = 240;

/// The metadata with a language and a summary, which come from the text where nobody wrote them.
pub fn complete(draft: MetadataDraft, text: &DocumentText) -> Metadata {
    let mut metadata = draft.metadata;
    let mut paragraphs = text.paragraphs.iter().map(|one| one.prose.text.as_str());
    if let Some(language) = draft.language {
        metadata.language = language;
    } else {
        let words: String = paragraphs
            .clone()
            .flat_map(|text| [text, "\n"])
            .take(400)
            .collect();
        metadata.language = Language::parse(language_of(&words)).unwrap_or(metadata.language);
    }
    if metadata.summary.is_empty() {
        let first = paragraphs.find(|text| !text.trim().is_empty());
        metadata.summary_is_own = first.is_some();
        metadata.summary = first.map_or_else(|| metadata.title.clone(), first_sentence);
    }
    metadata
}

/// The first sentence of a paragraph; where it is long, as many of its words as fit.
fn first_sentence(paragraph: &str) -> String {
    let ends = paragraph.char_indices().filter(|&(at, sign)| {
        let rest = &paragraph[at + sign.len_utf8()..];
        match sign {
            '。' | '！' | '？' | '؟' => true,
            // An initial or a number before it is no end: `Art. 5`, `J. Legge`.
            '.' | '!' | '?' => {
                let word = paragraph[..at].rsplit(char::is_whitespace).next();
                let is_word = word.is_some_and(|word| word.chars().count() > 2);
                let mut after = rest.chars().skip_while(|next| !next.is_alphanumeric());
                is_word
                    && rest.starts_with(char::is_whitespace)
                    && after
                        .next()
                        .is_none_or(|next| !next.is_lowercase() && !next.is_numeric())
            }
            _ => false,
        }
    });
    let end = ends.map(|(at, sign)| at + sign.len_utf8()).next();
    let sentence = &paragraph[..end.unwrap_or(paragraph.len())];
    let Some((cut, _)) = sentence.char_indices().nth(LONGEST) else {
        return sentence.to_owned();
    };
    let whole = sentence[..cut].trim_end();
    let whole = whole.rsplit_once(char::is_whitespace);
    let kept = whole.map_or(&sentence[..cut], |(words, _)| words);
    format!("{}…", kept.trim_end_matches([',', ';', ':', '，', '、']))
}

/// A colour for each document: the one it asks for, else the first that none before it has and none
/// asks for; when all are taken, they come round again.
pub fn colours(asked: &[Option<Colour>]) -> Vec<Colour> {
    let free = Colour::ALL
        .iter()
        .filter(|&&one| !asked.contains(&Some(one)));
    let mut offered = free.chain(Colour::ALL.iter().cycle()).copied();
    let given = asked.iter().map(|asked| asked.or_else(|| offered.next()));
    given
        .map(|colour| colour.unwrap_or(Colour::ALL[0]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{colours, first_sentence};
    use crate::library::Colour;

    #[test]
    fn documents_without_a_colour_take_those_that_are_free() {
        let asked = [None, Some(Colour::Vermilion), None, Some(Colour::Plum)];
        let given = colours(&asked);
        let expected = [Colour::Ink, Colour::Vermilion, Colour::Moss, Colour::Plum];
        assert_eq!(given, expected);
        let fifty = colours(&[None; 50]);
        assert_eq!(fifty[..8], Colour::ALL);
        assert_eq!(fifty[8], Colour::ALL[0]);
    }

    #[test]
    fn the_first_sentence_ends_at_its_end() {
        for (paragraph, sentence) in [
            ("Quiet is kept. All day.", "Quiet is kept."),
            (
                "See Art. 5 of the Law. It says so.",
                "See Art. 5 of the Law.",
            ),
            ("No end", "No end"),
            ("适用本法。第二句。", "适用本法。"),
        ] {
            assert_eq!(first_sentence(paragraph), sentence);
        }
        let long = first_sentence(&"word ".repeat(100));
        assert!(
            long.ends_with("word…") && long.chars().count() <= 241,
            "{long}"
        );
    }
}
