//! Typographic quotes, for display only: the data keep the characters of the source.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use super::in_language::InLanguage;
use super::turning::{Turn, turns};
use crate::library::Language;

/// A text shown with straight quotes turned the way a printer sets them.
#[derive(Debug, Clone, Copy)]
pub struct SmartQuotes<T, L> {
    /// What is shown.
    pub text: T,
    /// What says in which language it is.
    pub language: L,
}

impl<T: Display, L: InLanguage> Display for SmartQuotes<T, L> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.text.to_string();
        f.write_str(&typeset(&text, self.language.language()))
    }
}

/// A text and what each of its straight quotes becomes, so that any stretch of it can be shown the
/// same way as the whole.
pub struct Typeset<'t> {
    text: &'t str,
    turns: Vec<Turn>,
}

impl<'t> Typeset<'t> {
    /// A text in a language; `None` is the editors' English.
    pub fn new(text: &'t str, language: Option<&Language>) -> Self {
        let turns = match language {
            Some(language) => turns(text, language),
            None => turns(text, &Language::english()),
        };
        Self { text, turns }
    }

    /// These bytes of the text, as they are shown.
    pub fn shown(&self, range: Range<usize>) -> Cow<'t, str> {
        let first = self.turns.partition_point(|turn| turn.at < range.start);
        let inside = self.turns[first..]
            .iter()
            .take_while(|turn| turn.at < range.end);
        let mut shown = Cow::Borrowed("");
        let mut at = range.start;
        for turn in inside {
            shown += &self.text[at..turn.at];
            shown += turn.mark;
            at = turn.at + 1;
        }
        if at == range.start {
            return self.text[range].into();
        }
        shown += &self.text[at..range.end];
        shown
    }
}

/// A text of the editors', who write English, with typographic quotes.
pub fn typographic(text: &str) -> Cow<'_, str> {
    typeset(text, None)
}

/// A text with the typographic quotes of its language; `None` is the editors' English.
pub fn typeset<'t>(text: &'t str, language: Option<&Language>) -> Cow<'t, str> {
    if !text.contains(['"', '\'']) {
        return text.into();
    }
    Typeset::new(text, language).shown(0..text.len())
}

/// The text with every quote straight and white space single: the form in which words are
/// compared, so that what a reader copies from a page matches the source.
pub fn folded(text: &str) -> String {
    let mut straight = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '“' | '”' | '„' | '″' => straight.push('"'),
            '‘' | '’' | '‚' | '‹' | '›' | '′' => straight.push('\''),
            // The space that French sets inside belongs to the marks.
            '«' => {
                straight.push('"');
                while signs.next_if(|next| is_no_break(*next)).is_some() {}
            }
            '»' => {
                straight.truncate(straight.trim_end_matches(is_no_break).len());
                straight.push('"');
            }
            _ => straight.push(sign),
        }
    }
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_no_break(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::{SmartQuotes, Typeset, folded, typeset, typographic};
    use crate::library::Language;

    #[test]
    fn quotes_open_and_close() {
        let cases = [
            ("\"win-win\" China's", "“win-win” China’s"),
            ("countries' (\"so\")", "countries’ (“so”)"),
            ("“winner takes all.”", "“winner takes all.”"),
            ("\"'so'\" it is", "“‘so’” it is"),
            (
                "so--\"d\" and semi-\"official\"",
                "so--“d” and semi-“official”",
            ),
            (
                "She said: \"Go,\" and 'Stay.'",
                "She said: “Go,” and ‘Stay.’",
            ),
        ];
        for (raw, shown) in cases {
            assert_eq!(typographic(raw), shown);
            let text = SmartQuotes {
                text: raw,
                language: Language::english(),
            };
            assert_eq!(text.to_string(), shown);
            assert_eq!(folded(shown), folded(raw));
        }
    }

    #[test]
    fn an_apostrophe_opens_nothing() {
        let cases = [
            (
                "In the '90s; 'tis so; 5'10\" tall.",
                "In the ’90s; ’tis so; 5′10″ tall.",
            ),
            ("rock 'n' roll, 'Twas", "rock ’n’ roll, ’Twas"),
            ("the class of '68.", "the class of ’68."),
            ("'68' is a number", "‘68’ is a number"),
            ("a 10\" disc of 5' length", "a 10″ disc of 5′ length"),
            ("\"in 1999\" and 'chapter 5'", "“in 1999” and ‘chapter 5’"),
            ("the act of 1995\"", "the act of 1995”"),
            ("\"He is 6'2\" tall\"", "“He is 6′2″ tall”"),
            ("the 1990's and the '90's", "the 1990’s and the ’90’s"),
        ];
        for (raw, shown) in cases {
            assert_eq!(typographic(raw), shown);
            assert_eq!(folded(shown), folded(raw));
        }
    }

    #[test]
    fn marks_are_those_of_the_language() {
        let cases = [
            (
                "de",
                "Er sagte \"Das 'Ja' gilt\", so geht's.",
                "Er sagte „Das ‚Ja‘ gilt“, so geht’s.",
            ),
            ("de-CH", "\"Ja\"", "«Ja»"),
            (
                "fr",
                "L'article \"premier\".",
                "L’article «\u{202f}premier\u{202f}».",
            ),
            ("ru", "Слово \"мир\".", "Слово «мир»."),
            ("pl", "To \"tak\".", "To „tak”."),
            ("zh", "彼此的\"原则\"", "彼此的\"原则\""),
            ("ja", "「'一'」", "「'一'」"),
            ("he", "צה\"ל", "צה\"ל"),
            (
                "fr",
                "«\u{a0}déjà\u{a0}» et “là”",
                "«\u{a0}déjà\u{a0}» et “là”",
            ),
        ];
        for (tag, raw, shown) in cases {
            let language = Language::parse(tag);
            assert_eq!(typeset(raw, language.as_ref()), shown);
            assert_eq!(folded(shown), folded(raw));
        }
    }

    #[test]
    fn a_stretch_is_shown_as_in_the_whole() {
        let text = "the \"end\" of '90s";
        let set = Typeset::new(text, None);
        assert_eq!(set.shown(0..5), "the “");
        assert_eq!(set.shown(5..9), "end”");
        assert_eq!(set.shown(13..17), "’90s");
        assert_eq!(set.shown(0..3), "the");
    }
}
