//! From the numbers that a text prints to its paragraphs.

use crate::library::collection::Library;
use crate::library::id::{DocumentId, ParagraphId, SectionId};

impl Library {
    /// The paragraphs of a section before which these numbers are printed, from the outermost:
    /// several where a section counts anew. Where an item has no words of its own, the first of
    /// those in it.
    #[must_use]
    pub fn printed(&self, section: SectionId, path: &[String]) -> Vec<ParagraphId> {
        let paragraphs = self[self[section].paragraphs].iter();
        let numbered = paragraphs.filter_map(|one| Some((one.id, &one.number.as_ref()?.path)));
        let whole = numbered.clone().filter(|(_, own)| own.as_slice() == path);
        let whole: Vec<ParagraphId> = whole.map(|(id, _)| id).collect();
        if whole.is_empty() {
            let mut inside = numbered.filter(|(_, own)| own.starts_with(path));
            return inside.next().map(|(id, _)| id).into_iter().collect();
        }
        whole
    }

    /// The paragraphs that such a name means, of which the first part is the number of a section:
    /// `2(4)(a)`, `2.4.a`.
    #[must_use]
    pub fn printed_as(&self, document: DocumentId, name: &str) -> Vec<ParagraphId> {
        let name = name.to_lowercase();
        let (number, brackets) = name.split_at(name.find('(').unwrap_or(name.len()));
        let Some(inside) = in_brackets(brackets) else {
            return Vec::new();
        };
        // The more of the full stops belong to the number of the section, the better.
        let mut ends: Vec<usize> = number.match_indices('.').map(|(at, _)| at).collect();
        ends.push(number.len());
        let readings = ends.into_iter().rev().map(|end| {
            let (number, items) = number.split_at(end);
            let items = items.split('.').skip(1).map(str::to_owned);
            (number, items.chain(inside.iter().cloned()).collect())
        });
        let found = readings.map(|(number, path): (&str, Vec<String>)| {
            let section = self.section_by_number(document, number);
            let section = section.filter(|_| !path.is_empty());
            section.map_or_else(Vec::new, |section| self.printed(section, &path))
        });
        found
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }
}

/// What stands in each of some brackets in a row; `None` where anything stands outside of them.
fn in_brackets(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let parts = inside.split(")(").map(str::to_owned);
    let is_number =
        |part: &String| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let parts: Vec<String> = parts.collect();
    parts.iter().all(is_number).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::in_brackets;

    #[test]
    fn numbers_stand_in_brackets() {
        let path = |parts: &[&str]| Some(parts.iter().map(|part| (*part).to_owned()).collect());
        assert_eq!(in_brackets("(4)(a)"), path(&["4", "a"]));
        assert_eq!(in_brackets(""), path(&[]));
        for text in ["(4", "4)", "(4) (a)", "()", "(4)x"] {
            assert_eq!(in_brackets(text), None, "{text}");
        }
    }
}
