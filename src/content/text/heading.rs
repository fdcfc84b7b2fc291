//! The attributes of a heading, which name its section.

use std::collections::BTreeMap;

use comrak::nodes::{Ast, AstNode, Attributes};

use super::prose::Positions;
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::library::{Kind, KindId, Number, OWN_PARTS, Slug};

/// The attribute that makes a section verse.
const LINES: &str = "lines";

/// The names that a heading gives its section.
pub struct Names {
    /// `#sovereignty`
    pub slug: Slug,
    /// `.principle`
    pub kind: KindId,
    /// `ref=II.2`
    pub number: Number,
    /// `lines="1"`: the section is verse, and this is the number of its first line.
    pub first_line: Option<usize>,
}

/// Reads the attributes of one document's headings, and sees that no two are alike.
pub struct Headings<'a> {
    kinds: &'a [Kind],
    positions: &'a Positions<'a>,
    sink: Sink<'a>,
    /// The lines on which names stand first.
    slugs: BTreeMap<String, usize>,
    /// The same for numbers in lower case.
    numbers: BTreeMap<String, usize>,
}

impl<'a> Headings<'a> {
    /// For a document of a site with these kinds.
    pub fn new(kinds: &'a [Kind], positions: &'a Positions<'a>, sink: Sink<'a>) -> Self {
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
                self.sink.report_at(line, Problem::MalformedAttributes);
            } else {
                self.sink.report_at(line.clone(), Problem::NoId);
                self.sink.report_at(line.clone(), Problem::NoKind);
                self.sink.report_at(line, Problem::NoRef);
            }
            return None;
        };
        let slug = self.slug(ast, attributes);
        let kind = self.kind(ast, attributes);
        let number = self.number(ast, attributes);
        let first_line = self.first_line(ast, attributes);
        Some(Names {
            slug: slug?,
            kind: kind?,
            number: number?,
            first_line,
        })
    }

    /// The names of a section without a heading, which begins on this line: its id and reference are
    /// `name`, its kind is `section` where there is such, or else that of the first heading. `None`
    /// where the site has no kinds or another use of the name.
    pub fn opening<'b>(&mut self, name: &str, line: usize, root: &'b AstNode<'b>) -> Option<Names> {
        let mut headings = root.children().filter_map(|node| {
            let attributes = node.data().attrs.clone()?;
            attributes.classes.first().cloned()
        });
        let kinds = [Some("section".to_owned()), headings.next()];
        let kind = kinds.iter().flatten().find_map(|name| self.declared(name));
        let opening = Names {
            slug: Slug::parse(name)?,
            kind: kind.or(self.kinds.first())?.id,
            number: Number::parse(name).filter(|_| !self.is_reserved(name))?,
            first_line: None,
        };
        self.slugs.insert(name.to_owned(), line);
        self.numbers.insert(name.to_owned(), line);
        Some(opening)
    }

    fn declared(&self, name: &str) -> Option<&'a Kind> {
        self.kinds.iter().find(|kind| kind.class.as_str() == name)
    }

    /// Whether a number in lower case is one of the site's own addresses.
    fn is_reserved(&self, number: &str) -> bool {
        OWN_PARTS.contains(&number) || self.kinds.iter().any(|kind| kind.path.as_str() == number)
    }

    fn report_at(&self, ast: &Ast, phrase: &str, problem: Problem) {
        self.sink
            .report_at(self.positions.phrase(ast.sourcepos, phrase), problem);
    }

    fn report_line(&self, ast: &Ast, problem: Problem) {
        self.sink
            .report_at(self.positions.first_line(ast.sourcepos), problem);
    }

    fn slug(&mut self, ast: &Ast, attributes: &Attributes) -> Option<Slug> {
        let Some(id) = &attributes.id else {
            self.report_line(ast, Problem::NoId);
            return None;
        };
        let phrase = format!("#{id}");
        let Some(slug) = Slug::parse(id) else {
            self.report_at(ast, &phrase, Problem::MalformedId(id.clone()));
            return None;
        };
        if let Some(first) = self.slugs.get(id) {
            let problem = Problem::DuplicateId {
                id: id.clone(),
                first: format!("line {first}"),
            };
            self.report_at(ast, &phrase, problem);
            return None;
        }
        self.slugs.insert(id.clone(), self.line(ast));
        Some(slug)
    }

    fn kind(&self, ast: &Ast, attributes: &Attributes) -> Option<KindId> {
        let name = match attributes.classes.as_slice() {
            [] => {
                self.report_line(ast, Problem::NoKind);
                return None;
            }
            [name] => name,
            [first, second, ..] => {
                let problem = Problem::SeveralKinds(first.clone(), second.clone());
                self.report_at(ast, &format!(".{second}"), problem);
                return None;
            }
        };
        let declared = self.declared(name);
        if declared.is_none() {
            let problem = Problem::UnknownKind {
                kind: name.clone(),
                near: suggest(name, self.kinds.iter().map(|kind| kind.class.as_str())),
            };
            self.report_at(ast, &format!(".{name}"), problem);
        }
        declared.map(|kind| kind.id)
    }

    fn number(&mut self, ast: &Ast, attributes: &Attributes) -> Option<Number> {
        let (own, foreign): (Vec<_>, Vec<_>) =
            attributes.pairs.iter().partition(|(key, _)| key == "ref");
        for (key, _) in foreign.into_iter().filter(|(key, _)| key != LINES) {
            let problem = Problem::UnknownAttribute {
                key: key.clone(),
                near: suggest(key, ["ref", LINES]),
            };
            self.report_at(ast, &format!("{key}="), problem);
        }
        let text = match own.as_slice() {
            [] => {
                self.report_line(ast, Problem::NoRef);
                return None;
            }
            [(_, text)] => text,
            [(_, first), (_, second), ..] => {
                self.report_line(ast, Problem::SeveralRefs(first.clone(), second.clone()));
                return None;
            }
        };
        let Some(number) = Number::parse(text) else {
            self.report_at(ast, "ref=", Problem::MalformedRef(text.clone()));
            return None;
        };
        let folded = text.to_lowercase();
        if self.is_reserved(&folded) {
            self.report_at(ast, "ref=", Problem::Reserved(text.clone()));
            return None;
        }
        if let Some(first) = self.numbers.get(&folded) {
            let problem = Problem::DuplicateRef {
                number: text.clone(),
                first: format!("line {first}"),
            };
            self.report_at(ast, "ref=", problem);
            return None;
        }
        self.numbers.insert(folded, self.line(ast));
        Some(number)
    }

    fn first_line(&self, ast: &Ast, attributes: &Attributes) -> Option<usize> {
        let mut pairs = attributes.pairs.iter();
        let (_, text) = pairs.find(|(key, _)| key == LINES)?;
        let number = text.parse().ok();
        if number.is_none() {
            let problem = Problem::BadValue {
                value: text.clone(),
                expected: "the number of the first line of a section in verse",
                near: None,
            };
            self.report_at(ast, "lines=", problem);
        }
        number
    }

    fn line(&self, ast: &Ast) -> usize {
        self.positions.line_in_file(ast.sourcepos)
    }
}
