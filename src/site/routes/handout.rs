//! What the query of a handout holds, and how it is read.

use crate::search::query::is_control;

/// The keys of the query.
pub(super) const REFS: &str = "refs";
pub(super) const TITLE: &str = "title";
pub(super) const NOTE: &str = "note";
pub(super) const DOCUMENT: &str = "document";

/// So many references are read. A course of several meetings fits; a list that nobody reads does not.
pub const MOST_REFERENCES: usize = 60;

/// So many characters a title has. The form asks for no more.
pub const LONGEST_TITLE: usize = 120;

/// And a note.
pub const LONGEST_NOTE: usize = 1_000;

/// What parts one reference from the next: in an address a comma, in a field also a line.
const BETWEEN: [char; 3] = [',', ';', '\n'];

/// What stands in an address between two passages that are set side by side.
pub const PAIRED: &str = "~";

/// The forms in which a handout is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HandoutFormat {
    /// A sheet to be printed.
    Html,
    /// A text to be pasted.
    Markdown,
}

impl HandoutFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Html, Self::Markdown];

    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Markdown => ".md",
        }
    }
}

/// What is asked of a handout, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandoutQuery {
    /// The references, in order, none of them empty.
    pub refs: Vec<String>,
    /// What stands above them; empty for no title.
    pub title: String,
    /// What its host says to its readers; empty for no note.
    pub note: String,
    /// The document whose passages are to be chosen from, empty for any: then the form is asked for.
    pub document: Option<String>,
    /// Whether it was sent by a form, which leaves fields empty and has a key for each box and lines in a
    /// field: an address of its own is tidier.
    pub is_untidy: bool,
}

impl HandoutQuery {
    /// Reads a query; `None` where it has nothing to do with a handout.
    #[must_use]
    pub fn parse(query: &str) -> Option<Self> {
        let mut read = Self::default();
        let (mut keys_of_refs, mut has_lines, mut is_empty, mut is_known) =
            (0, false, false, false);
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = shown(&value);
            let value = value.trim();
            match &*key {
                REFS => {
                    keys_of_refs += 1;
                    has_lines = has_lines || value.contains('\n');
                    let refs = value.split(BETWEEN).map(str::trim);
                    let refs = refs.filter(|one| !one.is_empty());
                    read.refs.extend(refs.map(str::to_owned));
                }
                TITLE => read.title = value.split_whitespace().collect::<Vec<&str>>().join(" "),
                NOTE => value.clone_into(&mut read.note),
                DOCUMENT => read.document = Some(value.to_owned()),
                _ => continue,
            }
            is_known = true;
            is_empty = is_empty || (value.is_empty() && key != DOCUMENT);
        }
        read.is_untidy = !read.refs.is_empty() && (keys_of_refs > 1 || has_lines || is_empty);
        is_known.then_some(read)
    }
}

/// What was typed as a page may show it, its lines kept; browsers send the end of one as two signs.
fn shown(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n");
    let signs = typed.chars();
    signs.filter(|&sign| !is_control(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::HandoutQuery;

    fn parsed(query: &str) -> HandoutQuery {
        HandoutQuery::parse(query).unwrap_or_else(|| panic!("{query} asks for nothing"))
    }

    #[test]
    fn references_come_in_one_key_or_in_many() {
        for query in [
            "refs=a/1,b/2&title=T",
            "refs=a%2F1&refs=b%2F2&title=T&note=",
            "x=1&refs=,a/1,%0D%0Ab/2;&title=+T+",
        ] {
            let read = parsed(query);
            assert_eq!(read.refs, ["a/1", "b/2"], "{query}");
            assert_eq!(read.title, "T", "{query}");
        }
        assert!(!parsed("refs=a/1,b/2&title=T").is_untidy);
        assert!(parsed("refs=a/1&refs=b/2").is_untidy);
        assert!(parsed("refs=a/1&title=").is_untidy);
        assert!(parsed("refs=a/1%0D%0Ab/2&title=T&note=N").is_untidy);
        assert!(!parsed("refs=&title=").is_untidy);
    }

    #[test]
    fn query_of_something_else_is_none() {
        for query in ["", "x=1", "utm_source=mail"] {
            assert_eq!(HandoutQuery::parse(query), None, "{query}");
        }
    }
}
