//! Numbers that headings write out: `First`, `Twenty-first`, `PREMIER`, `الثالثة والأربعون`.

use std::sync::LazyLock;

use crate::content::diagnostics::{Diagnostics, Sink};
use crate::content::toml::{Fields, parse_file};

/// The words of `ordinals.toml`, in lower case.
#[derive(Default)]
struct NumberWords {
    /// For one to twelve, each in several languages.
    units: Vec<Vec<String>>,
    /// For thirteen to nineteen.
    teens: Vec<Vec<String>>,
    /// For twenty, thirty … ninety.
    tens: Vec<Vec<String>>,
    hundred: Vec<String>,
    /// What stands after a unit to add ten to it.
    and_ten: Vec<String>,
    /// What stands between a number and the hundred to which it is added.
    after: Vec<String>,
}

static WORDS: LazyLock<NumberWords> = LazyLock::new(|| {
    let nobody = Diagnostics::default();
    read(include_str!("ordinals.toml"), nobody.of_no_file())
});

fn read(text: &str, sink: Sink<'_>) -> NumberWords {
    let Some(table) = parse_file(text, sink) else {
        return NumberWords::default();
    };
    let mut fields = Fields::of_file(&table, text, sink);
    let words = NumberWords {
        units: groups(&mut fields, "units"),
        teens: groups(&mut fields, "teens"),
        tens: groups(&mut fields, "tens"),
        hundred: fields.strings("hundred"),
        and_ten: fields.strings("and_ten"),
        after: fields.strings("after"),
    };
    fields.finish();
    words
}

fn groups(fields: &mut Fields<'_>, key: &'static str) -> Vec<Vec<String>> {
    let groups = fields.groups(key).unwrap_or_default().into_iter();
    let words = groups.map(|group| group.value.into_iter().map(|word| word.value).collect());
    words.collect()
}

/// The number that the first of some words are, and how many of them.
pub fn ordinal(words: &[&str]) -> Option<(u32, usize)> {
    let (value, used) = below_hundred(words)?;
    let is_of_hundred = match words[used..] {
        [after, hundred, ..] => has(&WORDS.after, after) && has(&WORDS.hundred, hundred),
        _ => false,
    };
    Some(if is_of_hundred {
        (value + 100, used + 2)
    } else {
        (value, used)
    })
}

fn below_hundred(words: &[&str]) -> Option<(u32, usize)> {
    let first = words.first()?.to_lowercase();
    if let Some((ten, unit)) = first.split_once('-') {
        return Some((
            among(&WORDS.tens, ten)? * 10 + 10 + among(&WORDS.units, unit)?,
            1,
        ));
    }
    if let Some(teen) = among(&WORDS.teens, &first) {
        return Some((teen + 12, 1));
    }
    if let Some(ten) = among(&WORDS.tens, &first) {
        return Some((ten * 10 + 10, 1));
    }
    if WORDS.hundred.contains(&first) {
        return Some((100, 1));
    }
    let unit = among(&WORDS.units, &first)?;
    let Some(second) = words.get(1) else {
        return Some((unit, 1));
    };
    if has(&WORDS.and_ten, second) {
        return Some((unit + 10, 2));
    }
    // `and twenty`
    let ten = second
        .strip_prefix('و')
        .and_then(|ten| among(&WORDS.tens, ten));
    Some(ten.map_or((unit, 1), |ten| (ten * 10 + 10 + unit, 2)))
}

/// The place of a word among some, from 1.
fn among(words: &[Vec<String>], word: &str) -> Option<u32> {
    let place = words.iter().position(|words| has(words, word))?;
    u32::try_from(place + 1).ok()
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::{ordinal, read};
    use crate::content::diagnostics::Diagnostics;

    #[test]
    fn the_file_of_numbers_is_sound() {
        let diagnostics = Diagnostics::default();
        let words = read(include_str!("ordinals.toml"), diagnostics.of_no_file());
        assert_eq!(diagnostics.into_vec(), []);
        let counts = [&words.units, &words.teens, &words.tens].map(Vec::len);
        assert_eq!(counts, [12, 7, 8]);
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (words, expected) in [
            ("First Amendment", Some((1, 1))),
            ("Twenty-first", Some((21, 1))),
            ("nineteenth", Some((19, 1))),
            ("PREMIER", Some((1, 1))),
            ("الثانية", Some((2, 1))),
            ("الحادية عشرة", Some((11, 2))),
            ("العشرون", Some((20, 1))),
            ("الثالثة والأربعون", Some((43, 2))),
            ("الأولى بعد المائة", Some((101, 3))),
            ("Firsthand", None),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(ordinal(&words), expected, "{words:?}");
        }
    }
}
