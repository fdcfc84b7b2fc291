//! English sentences of the site's that name a text in other letters.

use std::ops::Range;

use askama::Template;

use super::attributes::Lang;
use crate::library::Language;
use crate::site::html::Html;

/// Under what the languages of a site's texts in other letters are given to templates.
pub const LANGUAGES: &str = "languages";

/// A sentence in which each name in other letters is told to be in its language, and set apart from what
/// stands around it.
#[derive(Template)]
#[template(path = "shell/naming.html")]
pub struct Naming {
    pieces: Vec<Piece>,
}

struct Piece {
    text: String,
    /// Of a name in other letters.
    lang: Option<Html<Lang>>,
}

impl Naming {
    /// A sentence that may name texts in these languages.
    pub fn of(sentence: &str, languages: &[Language]) -> Self {
        let mut pieces = Vec::new();
        let mut at = 0;
        for (range, language) in names(sentence, languages) {
            pieces.push(Piece::new(&sentence[at..range.start], None));
            at = range.end;
            pieces.push(Piece::new(&sentence[range], Some(language)));
        }
        pieces.push(Piece::new(&sentence[at..], None));
        Self { pieces }
    }
}

impl Piece {
    fn new(text: &str, language: Option<&Language>) -> Self {
        Self {
            text: text.to_owned(),
            lang: language.map(|language| Html(Lang::of(Some(language)))),
        }
    }
}

/// The stretches of a sentence in the letters of these languages, from the first to the last letter of
/// each name.
fn names<'l>(sentence: &str, languages: &'l [Language]) -> Vec<(Range<usize>, &'l Language)> {
    let mut found: Vec<(Range<usize>, &Language)> = Vec::new();
    let mut goes_on = false;
    for (at, sign) in sentence.char_indices() {
        let end = at + sign.len_utf8();
        match found.last_mut() {
            Some((range, language)) if goes_on && sign.is_alphabetic() && language.writes(sign) => {
                range.end = end;
            }
            _ if sign.is_alphabetic() => {
                let own = languages.iter().find(|language| language.writes(sign));
                goes_on = own.is_some();
                found.extend(own.map(|language| (at..end, language)));
            }
            // A quotation mark or a comma ends a name: several in a row are a list in English.
            _ => goes_on = goes_on && stands_in_names(sign),
        }
    }
    found
}

/// Whether a sign that is no letter may stand inside a name.
fn stands_in_names(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_numeric()
        || matches!(
            sign,
            ':' | '：' | '-' | '–' | '\'' | '’' | '·' | '\u{300}'..='\u{36f}'
        )
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::Naming;
    use crate::library::Language;

    #[test]
    fn names_in_other_letters_are_told_apart() {
        let languages = ["ar", "zh-Hans", "el"].map(|tag| Language::parse(tag).unwrap());
        for (sentence, shown) in [
            ("About the strategy", "About the strategy"),
            (
                "About 网络 安全法, 2016",
                "About <bdi lang=\"zh-Hans\">网络 安全法</bdi>, 2016",
            ),
            (
                "نظام الحديقة 1 & 网络 1",
                "<bdi lang=\"ar\" dir=\"rtl\">نظام الحديقة</bdi> 1 &#38; <bdi lang=\"zh-Hans\">网络</bdi> 1",
            ),
            (
                "\u{2068}باب\u{2069} 1, \u{2068}باب\u{2069} 2",
                "\u{2068}<bdi lang=\"ar\" dir=\"rtl\">باب</bdi>\u{2069} 1, \
                 \u{2068}<bdi lang=\"ar\" dir=\"rtl\">باب</bdi>\u{2069} 2",
            ),
            (
                "“باب”, “كتاب: بيت” 1",
                "“<bdi lang=\"ar\" dir=\"rtl\">باب</bdi>”, “<bdi lang=\"ar\" dir=\"rtl\">كتاب: بيت</bdi>” 1",
            ),
            ("Καὶ and Закон", "<bdi lang=\"el\">Καὶ</bdi> and Закон"),
        ] {
            assert_eq!(Naming::of(sentence, &languages).render().unwrap(), shown);
        }
    }
}
