//! Counts and lists in words.

/// A count with its noun, which takes an `s` in the plural: `1 section`, `2,000 sections`.
#[must_use]
pub fn pluralize(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(count))
}

/// A count with its thousands parted: `4,679`.
#[must_use]
pub fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// Names as a sentence lists them: `Preface`, `Preface and Conclusion`, `Abstract, 2.2 and
/// References`; nothing for no name.
#[must_use]
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{list, pluralize, thousands};

    #[test]
    fn thousands_are_parted() {
        let counts = [0, 999, 1000, 46_790, 1_234_567];
        let expected = ["0", "999", "1,000", "46,790", "1,234,567"];
        assert_eq!(counts.map(thousands), expected);
    }

    #[test]
    fn only_one_is_singular() {
        let counts = [0, 1, 2, 1001];
        let expected = ["0 words", "1 word", "2 words", "1,001 words"];
        assert_eq!(counts.map(|count| pluralize(count, "word")), expected);
    }

    #[test]
    fn the_last_of_several_names_follows_an_and() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Preface"]), "Preface");
        assert_eq!(list(&["Preface", "Conclusion"]), "Preface and Conclusion");
        assert_eq!(
            list(&["Abstract", "2.2", "References"]),
            "Abstract, 2.2 and References"
        );
    }
}
