//! Numbers of sections in Roman and Arabic figures, and in words.

/// A number with Roman figures turned to Arabic, so that `II.2` and `2.2` are the same.
pub fn in_figures(number: &str) -> String {
    let parts: Vec<String> = number.split('.').map(figure).collect();
    parts.join(".")
}

fn figure(part: &str) -> String {
    match roman(part) {
        Some(value) => value.to_string(),
        None => part.to_lowercase(),
    }
}

/// Whether a number has figures at all: a name such as `preface` reads in one way only.
pub fn has_figure(number: &str) -> bool {
    let is_figure = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    number.split('.').any(is_figure)
}

/// The value of a Roman figure up to 39, as chapters have.
fn roman(part: &str) -> Option<usize> {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let lower = part.to_lowercase();
    let tens = lower.bytes().take_while(|byte| *byte == b'x').count();
    let units = UNITS.iter().position(|unit| *unit == &lower[tens..])?;
    let value = 10 * tens + units;
    (tens < 4 && value > 0).then_some(value)
}

/// The number that a word of lower case stands for: `second`, `two`.
pub fn in_words(word: &str) -> Option<usize> {
    let place = |names: &[&str; 10]| names.iter().position(|name| *name == word);
    let place = place(&ORDINALS).or_else(|| place(&CARDINALS))?;
    Some(place + 1)
}

const CARDINALS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];
const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

#[cfg(test)]
mod tests {
    use super::{has_figure, in_figures, in_words};

    #[test]
    fn roman_and_arabic_figures_are_the_same() {
        for (number, figures) in [
            ("II.2", "2.2"),
            ("xxxix", "39"),
            ("IV", "4"),
            ("xxxx", "xxxx"),
            ("iiii", "iiii"),
            ("Preface", "preface"),
        ] {
            assert_eq!(in_figures(number), figures);
        }
        assert!(has_figure("a.2") && !has_figure("preface"));
    }

    #[test]
    fn ordinals_and_cardinals_are_read() {
        assert_eq!(in_words("second"), Some(2));
        assert_eq!(in_words("ten"), Some(10));
        assert_eq!(in_words("twice"), None);
    }
}
