//! What the pattern of a silence searches for, in words that a reader understands.

use std::iter::Peekable;
use std::str::Chars;

/// More wordings than this are no help to a reader, and the product of many groups has no end.
const MOST_WORDINGS: usize = 64;

/// The words that a pattern searches for, in its order and each once; `None` where it uses more of
/// the syntax than words can tell.
///
/// Word boundaries are left out, alternatives written out, and of what is optional a letter is left
/// out and any other sign kept: `\bethics?\b|domain[- ]?names?` is `ethic` and `domain name`.
pub fn searched_words(pattern: &str) -> Option<Vec<String>> {
    let mut signs = pattern.chars().peekable();
    let all = alternatives(&mut signs)?;
    if signs.next().is_some() {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    for one in all {
        let one = one.trim().to_owned();
        if one.is_empty() {
            return None;
        }
        if !words.contains(&one) {
            words.push(one);
        }
    }
    Some(words)
}

/// The wordings of alternatives, up to the end of their group.
fn alternatives(signs: &mut Peekable<Chars<'_>>) -> Option<Vec<String>> {
    let mut all = sequence(signs)?;
    while signs.next_if_eq(&'|').is_some() {
        all.extend(sequence(signs)?);
    }
    Some(all)
}

/// The wordings of one alternative.
fn sequence(signs: &mut Peekable<Chars<'_>>) -> Option<Vec<String>> {
    let mut wordings = vec![String::new()];
    while let Some(sign) = signs.next_if(|sign| !matches!(sign, '|' | ')')) {
        let mut piece = match sign {
            '\\' => match signs.next()? {
                'b' => continue,
                escaped if escaped.is_alphanumeric() => return None,
                escaped => vec![escaped.to_string()],
            },
            '(' => {
                let group = group(signs)?;
                signs.next_if_eq(&')')?;
                group
            }
            '[' => vec![class(signs)?.to_string()],
            '.' | '*' | '+' | '{' | '^' | '$' => return None,
            literal => vec![literal.to_string()],
        };
        if signs.next_if_eq(&'?').is_some() {
            let is_letters = piece
                .iter()
                .all(|one| one.chars().all(char::is_alphanumeric));
            if is_letters {
                piece = vec![String::new()];
            }
        }
        let lengthened = wordings.iter().flat_map(|start| {
            let pieces = piece.iter();
            pieces.map(move |piece| format!("{start}{piece}"))
        });
        wordings = lengthened.take(MOST_WORDINGS + 1).collect();
        if wordings.len() > MOST_WORDINGS {
            return None;
        }
    }
    Some(wordings)
}

/// What stands in a group, which may say that it does not capture.
fn group(signs: &mut Peekable<Chars<'_>>) -> Option<Vec<String>> {
    if signs.next_if_eq(&'?').is_some() {
        signs.next_if_eq(&':')?;
    }
    alternatives(signs)
}

/// The sign that stands for a class: a space if it is one of them, else the first.
fn class(signs: &mut Peekable<Chars<'_>>) -> Option<char> {
    let mut members = String::new();
    loop {
        match signs.next()? {
            ']' => break,
            member => members.push(member),
        }
    }
    let is_plain = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '\'' | '’');
    // A hyphen between two others is a range.
    let inner = members.trim_start_matches('-').trim_end_matches('-');
    if !members.chars().all(is_plain) || inner.contains('-') {
        return None;
    }
    members
        .chars()
        .find(|sign| *sign == ' ')
        .or_else(|| members.chars().next())
}

#[cfg(test)]
mod tests {
    use super::searched_words;

    #[test]
    fn more_wordings_than_anyone_reads_are_none() {
        assert_eq!(searched_words(&"(a|b)".repeat(60)), None);
    }

    #[test]
    fn pattern_is_told_in_words() {
        for (pattern, words) in [
            (r"\bvictim\b", "victim"),
            (r"\bethics?\b|\bethical|\bmoral", "ethic, ethical, moral"),
            (
                "(cyberspace|cyber|internet) sovereignty",
                "cyberspace sovereignty, cyber sovereignty, internet sovereignty",
            ),
            ("domain[- ]?names?", "domain name"),
            ("self-?defen[sc]e", "self-defense"),
            ("cyber ?security review", "cyber security review"),
            (r"representations?\b|\bvoice\b", "representation, voice"),
            (
                "identity|(?:electronic )?identity",
                "identity, electronic identity",
            ),
            (r"e\.g\.", "e.g."),
        ] {
            let told = searched_words(pattern).map(|words| words.join(", "));
            assert_eq!(told.as_deref(), Some(words), "{pattern}");
        }
    }

    #[test]
    fn what_words_cannot_tell_is_not_told() {
        for pattern in [
            "a.b", r"\d+", "[a-z]", "x*", "^start", "(open", "closed)", "[open", "|", "(?i)x",
        ] {
            assert_eq!(searched_words(pattern), None, "{pattern}");
        }
    }
}
