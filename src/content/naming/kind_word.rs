//! The words for kinds of section, in the languages of laws and books: those of `kinds.toml`.

use std::sync::LazyLock;

use crate::content::diagnostics::{Diagnostics, Sink};
use crate::content::toml::{Fields, parse_file};

/// A kind of section as `site.toml` declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindName {
    /// `article`
    pub class: String,
    /// `Article`
    pub singular: String,
    /// `Articles`
    pub plural: String,
}

/// A kind with the words that headings have for it.
struct Entry {
    name: KindName,
    words: Vec<String>,
    /// The signs that close its number in Chinese, Japanese and Korean: `第三条`.
    signs: Vec<String>,
    /// Whether it stands beside the outermost kinds, wherever it comes.
    is_outside: bool,
}

/// The kind of a section of which nothing else is known.
pub const PLAIN: &str = "section";

/// From the outermost to the innermost, as they usually stand in each other.
static KINDS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let nobody = Diagnostics::default();
    read(include_str!("kinds.toml"), nobody.of_no_file())
});

fn read(text: &str, sink: Sink<'_>) -> Vec<Entry> {
    let Some(table) = parse_file(text, sink) else {
        return Vec::new();
    };
    let mut fields = Fields::of_file(&table, text, sink);
    let kinds = fields.tables("kinds").into_iter().map(entry).collect();
    fields.finish();
    kinds
}

fn entry(mut fields: Fields<'_>) -> Entry {
    let entry = Entry {
        name: KindName {
            class: fields.words("id"),
            singular: fields.words("singular"),
            plural: fields.words("plural"),
        },
        words: fields.strings("words"),
        signs: fields.strings("signs"),
        is_outside: fields.flag("outside"),
    };
    fields.finish();
    entry
}

/// The words for each kind in letters, each with the class of the kind.
pub fn kind_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = KINDS.iter().flat_map(|kind| {
        let class = kind.name.class.as_str();
        kind.words.iter().map(move |word| (word.as_str(), class))
    });
    words.filter(|(word, _)| word.chars().all(char::is_alphabetic))
}

/// The class of the kind that a word of a heading names.
pub fn class_of_word(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let found = KINDS.iter().find(|kind| kind.words.contains(&word))?;
    Some(&found.name.class)
}

/// The class of the kind that the first signs of a text name, and the rest of the text: what stands
/// after the number in `第三条`.
pub fn class_of_sign(text: &str) -> Option<(&'static str, &str)> {
    KINDS.iter().find_map(|kind| {
        let mut signs = kind.signs.iter();
        let rest = signs.find_map(|sign| text.strip_prefix(sign.as_str()))?;
        Some((kind.name.class.as_str(), rest))
    })
}

/// How far inside others a kind usually stands, from 1; 0 for one that stands beside the outermost of
/// them, and `None` if that cannot be said.
pub fn depth(class: &str) -> Option<usize> {
    let place = KINDS.iter().position(|kind| kind.name.class == class)?;
    Some(if KINDS[place].is_outside {
        0
    } else {
        place + 1
    })
}

/// A kind by its class, which need not be one of those known here.
pub fn kind_name(class: &str) -> KindName {
    if let Some(known) = KINDS.iter().find(|kind| kind.name.class == class) {
        return known.name.clone();
    }
    let words = class.replace('-', " ");
    let mut signs = words.chars();
    let singular: String = signs
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(signs)
        .collect();
    let plural = match singular.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if singular.ends_with(['s', 'x']) || singular.ends_with("ch") => format!("{singular}es"),
        _ => format!("{singular}s"),
    };
    KindName {
        class: class.to_owned(),
        singular,
        plural,
    }
}

impl KindName {
    /// The lines of `site.toml` that declare it.
    pub fn declaration(&self) -> String {
        let Self {
            class,
            singular,
            plural,
        } = self;
        format!("[[kinds]]\nid = \"{class}\"\nsingular = \"{singular}\"\nplural = \"{plural}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::{class_of_sign, class_of_word, depth, read};
    use crate::content::diagnostics::Diagnostics;

    #[test]
    fn the_file_of_kinds_is_sound() {
        let diagnostics = Diagnostics::default();
        let kinds = read(include_str!("kinds.toml"), diagnostics.of_no_file());
        assert_eq!(diagnostics.into_vec(), []);
        assert_eq!(kinds.len(), 22);
        assert_eq!(class_of_word("Артикул"), None);
        assert_eq!(class_of_word("Статья"), Some("article"));
        assert_eq!(class_of_sign("条 范围"), Some(("article", " 范围")));
        assert_eq!(
            (depth("volume"), depth("annex"), depth("tale")),
            (Some(1), Some(0), None)
        );
    }
}
