//! Numbers as headings print them: `12a`, `2.2.1`, `IV`, `第十二`, `٣`, `First`.

/// The number of a heading, in the form in which references have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Letters and digits in parts joined by full stops: `12a`, `2.2.1`, `IV`.
    pub text: String,
    /// How it is printed, which decides how sure one can be that it is a number.
    pub form: Form,
}

/// How a number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With digits: `12`, `12a`, `2.2.1`.
    Digits,
    /// With Roman numerals: `IV`.
    Roman,
    /// As one letter: `B`.
    Letter,
    /// In words, or as Chinese numerals.
    Words,
}

/// The number that a word is; `None` if it is none.
pub fn numeral(word: &str) -> Option<Numeral> {
    let numeral = |text, form| Some(Numeral { text, form });
    if let Some(text) = digits(word) {
        return numeral(text, Form::Digits);
    }
    if is_roman(word) {
        return numeral(word.to_uppercase(), Form::Roman);
    }
    // `IVa` comes between `IV` and `V`.
    let mut before = word.chars();
    if before
        .next_back()
        .is_some_and(|last| ('a'..='h').contains(&last))
        && before
            .as_str()
            .bytes()
            .all(|byte| byte.is_ascii_uppercase())
        && is_roman(before.as_str())
    {
        return numeral(word.to_owned(), Form::Roman);
    }
    if word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return numeral(word.to_owned(), Form::Letter);
    }
    let value = han(word)?;
    numeral(value.to_string(), Form::Words)
}

/// Digits of any script, in parts, each with a letter or a Latin suffix at most: `12a`, `2-3`, `5bis`.
fn digits(word: &str) -> Option<String> {
    let plain: String = word.chars().map(ascii_digit).collect();
    let plain = plain.replace(".º", "º").replace(".ª", "ª");
    let parts: Vec<&str> = plain.split(['.', '-', '–', '/']).collect();
    let is_part = |part: &&str| {
        let after = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let suffix = after.trim_matches(['º', 'ª', '°']).to_ascii_lowercase();
        let is_letter = suffix.len() == 1 && suffix.bytes().all(|byte| byte.is_ascii_alphabetic());
        let known = [
            "",
            "bis",
            "ter",
            "quater",
            "quinquies",
            "er",
            "re",
            "st",
            "nd",
            "rd",
            "th",
        ];
        after.len() < part.len() && (is_letter || known.contains(&suffix.as_str()))
    };
    // Letters may stand between the digits: `3.A.1`.
    let is_letter = |part: &&str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    // `B.1` is the first of an appendix.
    let is_of_letter = parts.len() > 1
        && parts[0].len() == 1
        && parts[0].bytes().all(|byte| byte.is_ascii_uppercase())
        && parts[1..].iter().any(is_part);
    if !parts.first().is_some_and(is_part) && !is_of_letter {
        return None;
    }
    parts
        .iter()
        .all(|part| is_part(part) || is_letter(part))
        .then(|| {
            let parts = parts.iter().map(|part| {
                let bare = part.trim_end_matches(['º', 'ª', '°']);
                let ends = ["er", "re", "st", "nd", "rd", "th"];
                let bare = ends
                    .iter()
                    .find_map(|end| bare.strip_suffix(end))
                    .unwrap_or(bare);
                bare.to_owned()
            });
            parts.collect::<Vec<_>>().join(".")
        })
}

/// The Latin digit of one in another script.
fn ascii_digit(sign: char) -> char {
    let zeros = ['٠', '۰', '०', '０', '০', '๐'];
    let value = zeros.iter().find_map(|&zero| {
        let value = u32::from(sign).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10).filter(|_| value < 10)
    });
    value.unwrap_or(sign)
}

/// Whether a word is a Roman numeral written in the usual way, in one letter case.
fn is_roman(word: &str) -> bool {
    let one_case = word.chars().all(|c| c.is_ascii_uppercase())
        || word.chars().all(|c| c.is_ascii_lowercase());
    let upper = word.to_ascii_uppercase();
    one_case && !word.is_empty() && roman_value(&upper).is_some_and(|value| roman(value) == upper)
}

fn roman_value(word: &str) -> Option<u32> {
    let digits = word.chars().map(|sign| match sign {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        'D' => Some(500),
        'M' => Some(1000),
        _ => None,
    });
    let digits: Vec<u32> = digits.collect::<Option<_>>()?;
    let mut value = 0;
    for (at, &digit) in digits.iter().enumerate() {
        let is_taken_away = digits.get(at + 1).is_some_and(|&next| next > digit);
        value = if is_taken_away {
            value - i64::from(digit)
        } else {
            value + i64::from(digit)
        };
    }
    u32::try_from(value)
        .ok()
        .filter(|value| (1..4000).contains(value))
}

/// A number in Roman numerals.
pub fn roman(mut value: u32) -> String {
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut written = String::new();
    for (worth, sign) in signs {
        while value >= worth {
            written.push_str(sign);
            value -= worth;
        }
    }
    written
}

/// The value of Chinese numerals: `十二`, `一百零八`, `二〇`.
fn han(word: &str) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let (mut total, mut digit) = (0_u32, None::<u32>);
    for sign in word.chars() {
        let unit = match sign {
            '十' | '拾' => 10,
            '百' | '佰' => 100,
            '千' | '仟' => 1000,
            '廿' => {
                total += 20;
                continue;
            }
            _ => {
                let value = "零一二三四五六七八九".chars().position(|one| one == sign);
                let value =
                    value.or_else(|| "〇壹贰叁肆伍陆柒捌玖".chars().position(|c| c == sign));
                let value = value.or((sign == '两').then_some(2))?;
                let value = u32::try_from(value).ok()?;
                // Digits one after the other, as in a year.
                digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
                continue;
            }
        };
        total = total.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    total.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{Form, numeral};

    #[test]
    fn numbers_are_read_in_every_form() {
        for (word, text, form) in [
            ("12", "12", Form::Digits),
            ("12a", "12a", Form::Digits),
            ("2.2.1", "2.2.1", Form::Digits),
            ("3-1", "3.1", Form::Digits),
            ("B.1", "B.1", Form::Digits),
            ("1er", "1", Form::Digits),
            ("1º", "1", Form::Digits),
            ("5bis", "5bis", Form::Digits),
            ("١٢", "12", Form::Digits),
            ("IV", "IV", Form::Roman),
            ("xii", "XII", Form::Roman),
            ("IVa", "IVa", Form::Roman),
            ("B", "B", Form::Letter),
            ("十二", "12", Form::Words),
            ("一百零八", "108", Form::Words),
            ("二十", "20", Form::Words),
        ] {
            let found = numeral(word).unwrap_or_else(|| panic!("{word} is no number"));
            assert_eq!((found.text.as_str(), found.form), (text, form), "{word}");
        }
        for word in ["", "IIII", "Iv", "12abc", "a1", "总则", "."] {
            assert_eq!(numeral(word), None, "{word}");
        }
    }
}
