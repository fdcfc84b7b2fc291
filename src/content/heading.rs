//! Headings: the attributes that address a section, and its number.

use std::collections::BTreeMap;

use comrak::nodes::{Ast, Attributes};

use super::positions::Positions;
use super::problem::Problem;
use super::sink::Sink;
use crate::library::address::FULL;
use crate::library::kind::Kind;
use crate::library::near::nearest;
use crate::library::reference::{Number, Slug};

/// The names that a heading gives its section.
pub struct Names {
    /// `#sovereignty`
    pub slug: Slug,
    /// `.principle`
    pub kind: Kind,
    /// `ref=II.2`
    pub number: Number,
}

/// Reads the attributes of one document's headings, and sees that no two are alike.
pub struct Headings<'a> {
    kinds: &'a [Kind],
    positions: &'a Positions<'a>,
    sink: &'a Sink,
    slugs: BTreeMap<String, String>,
    numbers: BTreeMap<String, String>,
}

impl<'a> Headings<'a> {
    /// For a document of a site with these kinds.
    pub fn new(kinds: &'a [Kind], positions: &'a Positions<'a>, sink: &'a Sink) -> Self {
        Self {
            kinds,
            positions,
            sink,
            slugs: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// The names of a heading; `None` where one is missing or wrong, which is reported.
    pub fn names(&mut self, ast: &Ast) -> Option<Names> {
        let line = self.positions.first_line(ast.sourcepos);
        let Some(attributes) = ast.attrs.as_deref() else {
            let braced = self
                .positions
                .source(ast.sourcepos)
                .trim_end()
                .ends_with('}');
            if braced {
                self.sink.at(line, Problem::MalformedAttributes);
            } else {
                self.sink.at(line.clone(), Problem::NoId);
                self.sink.at(line.clone(), Problem::NoKind);
                self.sink.at(line, Problem::NoRef);
            }
            return None;
        };
        let slug = self.slug(ast, attributes);
        let kind = self.kind(ast, attributes);
        let number = self.number(ast, attributes);
        Some(Names {
            slug: slug?,
            kind: kind?,
            number: number?,
        })
    }

    fn at(&self, ast: &Ast, phrase: &str, problem: Problem) {
        self.sink
            .at(self.positions.phrase(ast.sourcepos, phrase), problem);
    }

    fn missing(&self, ast: &Ast, problem: Problem) {
        self.sink
            .at(self.positions.first_line(ast.sourcepos), problem);
    }

    fn slug(&mut self, ast: &Ast, attributes: &Attributes) -> Option<Slug> {
        let Some(id) = &attributes.id else {
            self.missing(ast, Problem::NoId);
            return None;
        };
        let phrase = format!("#{id}");
        let Some(slug) = Slug::parse(id) else {
            self.at(ast, &phrase, Problem::MalformedId(id.clone()));
            return None;
        };
        let here = self.shown_line(ast);
        if let Some(first) = self.slugs.get(id).cloned() {
            let id = id.clone();
            self.at(ast, &phrase, Problem::DuplicateId { id, first });
            return None;
        }
        self.slugs.insert(id.clone(), here);
        Some(slug)
    }

    fn kind(&self, ast: &Ast, attributes: &Attributes) -> Option<Kind> {
        let name = match attributes.classes.as_slice() {
            [] => {
                self.missing(ast, Problem::NoKind);
                return None;
            }
            [name] => name,
            [first, second, ..] => {
                let problem = Problem::SeveralKinds(first.clone(), second.clone());
                self.at(ast, &format!(".{second}"), problem);
                return None;
            }
        };
        let declared = self.kinds.iter().find(|kind| kind.id.as_str() == name);
        if declared.is_none() {
            let known = self.kinds.iter().map(|kind| kind.id.as_str());
            let near = nearest(name, known).map(str::to_owned);
            let kind = name.clone();
            self.at(
                ast,
                &format!(".{name}"),
                Problem::UnknownKind { kind, near },
            );
        }
        declared.cloned()
    }

    fn number(&mut self, ast: &Ast, attributes: &Attributes) -> Option<Number> {
        let (own, foreign): (Vec<_>, Vec<_>) =
            attributes.pairs.iter().partition(|(key, _)| key == "ref");
        for (key, _) in foreign {
            let near = nearest(key, ["ref"]).map(str::to_owned);
            let key = key.clone();
            self.at(
                ast,
                &format!("{key}="),
                Problem::UnknownAttribute { key, near },
            );
        }
        let text = match own.as_slice() {
            [] => {
                self.missing(ast, Problem::NoRef);
                return None;
            }
            [(_, text)] => text,
            [(_, first), (_, second), ..] => {
                self.missing(ast, Problem::SeveralRefs(first.clone(), second.clone()));
                return None;
            }
        };
        let Some(number) = Number::parse(text) else {
            self.at(ast, "ref=", Problem::MalformedRef(text.clone()));
            return None;
        };
        let folded = text.to_lowercase();
        if folded == FULL || self.kinds.iter().any(|kind| kind.path.as_str() == folded) {
            self.at(ast, "ref=", Problem::Reserved(text.clone()));
            return None;
        }
        let here = self.shown_line(ast);
        if let Some(first) = self.numbers.get(&folded).cloned() {
            let number = text.clone();
            self.at(ast, "ref=", Problem::DuplicateRef { number, first });
            return None;
        }
        self.numbers.insert(folded, here);
        Some(number)
    }

    fn shown_line(&self, ast: &Ast) -> String {
        format!("line {}", self.positions.line_in_file(ast.sourcepos))
    }
}

/// Parts a printed heading into its number and its title.
///
/// The number is what stands up to and with the word that the reference ends in: `2.2.1` in
/// `2.2.1 Respect…`, `2.` in `2. The Principle…`, `Chapter II` in `Chapter II. Basic…`, where the
/// full stop parts the two. A heading that is a number alone is its own title.
pub fn part(heading: &str, reference: &Number) -> (Option<String>, String) {
    let whole = (None, heading.to_owned());
    let mut end = 0;
    for (place, word) in heading.split(' ').take(3).enumerate() {
        end += word.len();
        let bare = word.trim_end_matches(['.', ':', ')', '–', '—', '-']);
        if is_numeral(bare) && (bare == reference.as_str() || bare == reference.last_part()) {
            let title = heading[end..].trim_start_matches([' ', '–', '—', '-', ':']);
            if title.is_empty() {
                return whole;
            }
            let named = place > 0;
            let kept = if named {
                end - (word.len() - bare.len())
            } else {
                end
            };
            return (Some(heading[..kept].to_owned()), title.to_owned());
        }
        end += 1;
    }
    whole
}

fn is_numeral(word: &str) -> bool {
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let digit = word.bytes().any(|byte| byte.is_ascii_digit());
    !word.is_empty() && (roman || letter || digit)
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::library::reference::Number;

    #[test]
    fn headings_part_into_number_and_title() {
        for (heading, reference, number, title) in [
            (
                "Chapter II. Basic Principles",
                "II",
                Some("Chapter II"),
                "Basic Principles",
            ),
            (
                "2. The Principle of Sovereignty",
                "II.2",
                Some("2."),
                "The Principle of Sovereignty",
            ),
            (
                "2.2.1 Respect sovereignty",
                "2.2.1",
                Some("2.2.1"),
                "Respect sovereignty",
            ),
            ("Article 5 – Consent", "5", Some("Article 5"), "Consent"),
            ("Article 5", "5", None, "Article 5"),
            ("References", "references", None, "References"),
            ("A new start", "I.1", None, "A new start"),
        ] {
            let reference = Number::parse(reference).unwrap();
            let parted = part(heading, &reference);
            assert_eq!(parted, (number.map(str::to_owned), title.to_owned()));
        }
    }
}
