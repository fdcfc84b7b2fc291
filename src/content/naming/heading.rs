//! Reads a heading: `Chapter II. Basic Principles`, `第三条`, `§ 5`, `1. Abschnitt`, `2.2 Scope`.

use super::kind_word::{class_of_sign, class_of_word};
use super::numeral::{Form, Numeral, numeral};
use super::ordinal::ordinal;
use crate::library::Kind;

/// What a heading says of its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingReading<'a> {
    /// The class of its kind, where a word of it names one.
    pub kind: Option<String>,
    /// The number that it prints.
    pub number: Option<Numeral>,
    /// The words after both.
    pub title: &'a str,
}

/// What stands around the number of a heading.
const AROUND: [char; 18] = [
    '.', ',', ':', ';', '(', ')', '[', ']', '–', '—', '-', '|', '、', '：', '（', '）', '．',
    '\u{200f}',
];

/// Reads a heading, in which the singular of a declared kind is a word for it too.
pub fn read_heading<'a>(text: &'a str, declared: &[Kind]) -> HeadingReading<'a> {
    let text = text.trim();
    let words = Words::of(text);
    counted_sign(text)
        .or_else(|| words.kind_then_number(declared))
        .or_else(|| words.number_then_kind(declared))
        .or_else(|| words.number_alone())
        .or_else(|| words.numbered_name())
        .unwrap_or(HeadingReading {
            kind: None,
            number: None,
            title: text,
        })
}

fn title(rest: &str) -> &str {
    rest.trim_start_matches(|c: char| c.is_whitespace() || AROUND.contains(&c) && c != '(')
        .trim()
}

/// Chinese, Japanese and Korean: `第十二条之一`, `제3조`.
fn counted_sign(text: &str) -> Option<HeadingReading<'_>> {
    let rest = text.strip_prefix(['第', '제'])?.trim_start();
    let mut places = rest.char_indices().map(|(at, _)| at);
    let end = places.find(|&at| class_of_sign(&rest[at..]).is_some())?;
    let (before, after) = rest.split_at(end);
    let (class, mut after) = class_of_sign(after)?;
    let mut number = numeral(before.trim())?;
    if let Some(part) = after.strip_prefix(['之', 'の']) {
        let end = part
            .find(|c: char| numeral(&c.to_string()).is_none())
            .unwrap_or(part.len());
        if let Some(second) = numeral(&part[..end]) {
            number.text = format!("{}.{}", number.text, second.text);
            after = &part[end..];
        }
    }
    let class = class.to_owned();
    Some(HeadingReading {
        kind: Some(class),
        number: Some(number),
        title: title(after),
    })
}

/// The words of a heading.
struct Words<'a> {
    text: &'a str,
    words: Vec<&'a str>,
}

fn bare(word: &str) -> &str {
    word.trim_matches(AROUND)
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        // `§5` and `Art.5` are two words each.
        let words = text.split_whitespace().flat_map(|word| {
            let after_sign = word.strip_prefix('§').map(|_| '§'.len_utf8());
            let after_stop = word.find('.').map(|at| at + 1);
            let split = after_sign.or(after_stop).filter(|&at| {
                class_of_word(bare(&word[..at])).is_some() && numeral(bare(&word[at..])).is_some()
            });
            match split {
                Some(at) => vec![&word[..at], &word[at..]],
                None => vec![word],
            }
        });
        Self {
            text,
            words: words.collect(),
        }
    }

    /// What stands after the first words.
    fn after(&self, count: usize) -> &'a str {
        let Some(last) = count.checked_sub(1).and_then(|at| self.words.get(at)) else {
            return self.text;
        };
        let end = last.as_ptr() as usize + last.len() - self.text.as_ptr() as usize;
        title(&self.text[end..])
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        self.words.get(at).map(|word| bare(word))
    }

    /// The class that the words from `at` name, and how many they are.
    fn kind(&self, at: usize, declared: &[Kind]) -> Option<(String, usize)> {
        let own = declared.iter().find_map(|kind| {
            let singular = kind.singular.to_lowercase();
            let count = singular.split(' ').count();
            let words = self.words.get(at..at + count)?.iter();
            let words: Vec<String> = words.map(|word| bare(word).to_lowercase()).collect();
            (words.join(" ") == singular).then(|| (kind.class.to_string(), count))
        });
        own.or_else(|| Some((class_of_word(self.word(at)?)?.to_owned(), 1)))
    }

    /// The number that the words from `at` are, and how many they are.
    fn number(&self, at: usize) -> Option<(Numeral, usize)> {
        // `ARTICLE THE FIRST`
        if self.word(at)?.eq_ignore_ascii_case("the") && at > 0 {
            return self.number(at + 1).map(|(number, used)| (number, used + 1));
        }
        if let Some(mut number) = numeral(self.word(at)?) {
            // `Artículo 9 bis`
            let after = self.word(at + 1).filter(|_| number.form == Form::Digits);
            let insert = after.filter(|word| ["bis", "ter", "quater"].contains(word));
            if let Some(insert) = insert {
                number.text.push_str(insert);
            }
            return Some((number, 1 + usize::from(insert.is_some())));
        }
        let words: Vec<&str> = self
            .words
            .get(at..)?
            .iter()
            .take(4)
            .map(|word| bare(word))
            .collect();
        let (value, count) = ordinal(&words)?;
        let number = Numeral {
            text: value.to_string(),
            form: Form::Words,
        };
        Some((number, count))
    }

    /// `Article 5`, `Annex`.
    fn kind_then_number(&self, declared: &[Kind]) -> Option<HeadingReading<'a>> {
        let (class, count) = self.kind(0, declared)?;
        if let Some((number, used)) = self.number(count) {
            let title = self.after(count + used);
            return Some(HeadingReading {
                kind: Some(class),
                number: Some(number),
                title,
            });
        }
        // `Part of the river` has the word and is no part.
        let is_whole = self.words.len() == count || self.words[count - 1].ends_with([':', '.']);
        is_whole.then_some(HeadingReading {
            kind: Some(class),
            number: None,
            title: self.text,
        })
    }

    /// `Erster Abschnitt`, `1. Abschnitt`, `First Amendment`.
    fn number_then_kind(&self, declared: &[Kind]) -> Option<HeadingReading<'a>> {
        let (number, used) = self.number(0)?;
        let (class, count) = self.kind(used, declared)?;
        let all = used + count;
        let ends = self.words.len() == all || self.words[all - 1].ends_with([':', '.', ',']);
        let in_words = number.form == Form::Words;
        (ends || in_words).then(|| HeadingReading {
            kind: Some(class),
            number: Some(number),
            title: self.after(all),
        })
    }

    /// `2.2 Scope`, `I. – Basic rights`, `(a) On paper`, `IX`, `一、总体要求`.
    fn number_alone(&self) -> Option<HeadingReading<'a>> {
        let first = *self.words.first()?;
        if let Some((number, rest)) = first.split_once('、')
            && let Some(number) = numeral(bare(number))
        {
            let start = self.text.len() - self.text.trim_start().len() + first.len() - rest.len();
            let title = title(&self.text[start..]);
            return Some(HeadingReading {
                kind: None,
                number: Some(number),
                title,
            });
        }
        let number = numeral(bare(first))?;
        let is_whole = self.words.len() == 1;
        let is_closed = first.ends_with(['.', ')', ':', '．', '）', ']']) || first.starts_with('(');
        let before_dash = self.words.get(1).is_some_and(|next| bare(next).is_empty());
        let is_plain =
            number.form == Form::Digits && (number.text.contains('.') || number.text.len() <= 3);
        (is_whole || is_closed || before_dash || is_plain).then(|| HeadingReading {
            kind: None,
            number: Some(number),
            title: self.after(1),
        })
    }

    /// `THE FEDERALIST. No. 10`.
    fn numbered_name(&self) -> Option<HeadingReading<'a>> {
        let mut places = 1..self.words.len().min(5);
        let at = places.find(|&at| class_of_word(bare(self.words[at])) == Some("number"))?;
        let number = numeral(self.word(at + 1)?)?;
        let kind = Some("number".to_owned());
        Some(HeadingReading {
            kind,
            number: Some(number),
            title: self.after(at + 2),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::read_heading;

    #[test]
    fn headings_are_read() {
        for (text, kind, number, title) in [
            (
                "Chapter II. Basic Principles",
                "chapter",
                "II",
                "Basic Principles",
            ),
            ("Article. I.", "article", "I", ""),
            ("SubSection 3.", "subsection", "3", ""),
            ("Art 12a", "article", "12a", ""),
            ("Art.5 Consent", "article", "5", "Consent"),
            ("§ 5", "section", "5", ""),
            ("§5 Scope", "section", "5", "Scope"),
            ("I. - Die Grundrechte", "", "I", "Die Grundrechte"),
            (
                "IVa. - Gemeinsamer Ausschuß",
                "",
                "IVa",
                "Gemeinsamer Ausschuß",
            ),
            ("1. Abschnitt", "section", "1", ""),
            (
                "Erster Abschnitt Allgemeines",
                "section",
                "1",
                "Allgemeines",
            ),
            ("First Amendment", "amendment", "1", ""),
            (
                "TITRE PREMIER - DE LA SOUVERAINETÉ",
                "title",
                "1",
                "DE LA SOUVERAINETÉ",
            ),
            ("Article 5 – Consent", "article", "5", "Consent"),
            ("Art. 5 (Consent)", "article", "5", "(Consent)"),
            ("第一章 总则", "chapter", "1", "总则"),
            ("第十二条之一　范围", "article", "12.1", "范围"),
            ("第3節 通則", "section", "3", "通則"),
            ("一、总体要求", "", "1", "总体要求"),
            ("المادة الثالثة والأربعون:", "article", "43", ""),
            ("المادة 5 النطاق", "article", "5", "النطاق"),
            (
                "2.2.1 Respect sovereignty",
                "",
                "2.2.1",
                "Respect sovereignty",
            ),
            ("3 Terms", "", "3", "Terms"),
            ("(a) On paper", "", "a", "On paper"),
            ("IX", "", "IX", ""),
            ("FEDERALIST No. 10", "number", "10", ""),
            ("Artículo 9 bis. Objeto", "article", "9bis", "Objeto"),
            ("Sección 2.ª", "section", "2", ""),
            ("ARTICLE THE FIRST", "article", "1", ""),
            ("제3조 (목적)", "article", "3", "(목적)"),
            ("第一条の二", "article", "1.2", ""),
            ("Annex", "annex", "", "Annex"),
            ("Preamble", "", "", "Preamble"),
            ("A new start", "", "", "A new start"),
            ("I am here", "", "", "I am here"),
            ("1984 and after", "", "", "1984 and after"),
            ("Part of the river", "", "", "Part of the river"),
            ("First principles", "", "", "First principles"),
        ] {
            let found = read_heading(text, &[]);
            let kind_found = found.kind.as_deref().unwrap_or_default();
            let number_found = found.number.as_ref().map_or("", |one| one.text.as_str());
            assert_eq!(
                (kind_found, number_found, found.title),
                (kind, number, title),
                "{text}"
            );
        }
    }
}
