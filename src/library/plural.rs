//! Counts and lists in words.

/// A count with its noun, which takes an `s` in the plural: `1 section`, `2 sections`.
#[must_use]
pub fn pluralize(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
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
    use super::list;

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
