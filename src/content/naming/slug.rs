//! Words as part of an address, in Latin letters.

use deunicode::deunicode;

/// The longest slug that is made from words.
const LONGEST: usize = 60;

/// The words of a text as a slug: `die-grundrechte`, `zong-ze`; `None` where nothing of them is left.
pub fn slug_of(text: &str) -> Option<String> {
    // An apostrophe parts no word.
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | 'ʼ'))
        .collect();
    let mut slug = String::new();
    for word in deunicode(&plain).split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            if slug.len() + word.len() > LONGEST {
                break;
            }
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()));
    }
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn words_of_any_script_become_a_slug() {
        for (text, slug) in [
            ("Die Grundrechte", Some("die-grundrechte")),
            ("Länder & Völker", Some("lander-volker")),
            ("总则", Some("zong-ze")),
            ("People’s rights", Some("peoples-rights")),
            ("…", None),
        ] {
            assert_eq!(slug_of(text).as_deref(), slug, "{text}");
        }
    }
}
