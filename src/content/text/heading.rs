//! A heading of a document, whose attributes name its section.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use comrak::nodes::{Ast, AstNode, Attributes, NodeValue};

use super::heading_names::{Names, is_reserved};
use super::prose::Positions;
use crate::content::diagnostics::{HeadingFault, HeadingFaults, Problem, Sink, suggest};
use crate::content::naming::{HeadingNames, OwnNames, UnnamedHeading, kind_name, propose};
use crate::library::{Kind, KindId, Number, Slug};

/// The level of a document's highest headings; level 1 is its title.
pub const TOP: u8 = 2;

/// The attribute that makes a section verse.
const LINES: &str = "lines";

/// A heading as far as it could be read.
pub struct Draft {
    pub heading: UnnamedHeading,
    kind: Option<KindId>,
    first_line: Option<usize>,
    pub faults: Vec<(HeadingFault, Range<usize>)>,
    /// Where it stands.
    line: Range<usize>,
}

impl Draft {
    /// The names, if none is missing or wrong.
    pub fn names(self) -> Option<Names> {
        Some(Names {
            slug: self.heading.own.slug?,
            kind: self.kind?,
            number: self.heading.own.number?,
            first_line: self.first_line,
        })
    }

    fn has_faulty_names(&self) -> bool {
        self.faults.iter().any(|(fault, _)| fault.is_of_names())
    }
}

/// A kind that headings have and `site.toml` does not.
pub struct Undeclared {
    /// Where it stands first.
    span: Range<usize>,
    /// How many headings have it.
    headings: usize,
    near: Option<String>,
}

/// Reads one heading after the other, and sees that no two are alike.
pub struct Reader<'a> {
    pub kinds: &'a [Kind],
    pub damaged_kinds: &'a [String],
    pub positions: &'a Positions<'a>,
    /// The level of the last heading.
    pub level: u8,
    /// The lines on which names stand first.
    pub slugs: BTreeMap<String, usize>,
    /// The same for numbers in lower case.
    pub numbers: BTreeMap<String, usize>,
    pub undeclared: BTreeMap<String, Undeclared>,
}

impl Reader<'_> {
    /// A heading as far as it can be read; `None` for any other node.
    pub fn draft<'b>(&mut self, node: &'b AstNode<'b>) -> Option<Draft> {
        let ast = node.data();
        let NodeValue::Heading(heading) = &ast.value else {
            return None;
        };
        let level = heading.level;
        let line = self.positions.first_line(ast.sourcepos);
        let mut faults = Vec::new();
        let mut add = |fault| faults.push((fault, line.clone()));
        if level < TOP {
            add(HeadingFault::Title);
        } else if level > self.level + 1 {
            add(HeadingFault::SkippedLevel {
                from: self.level,
                to: level,
            });
        }
        self.level = level.max(TOP);
        let text = plain_text(node);
        let is_link = |one: &'b AstNode<'b>| {
            matches!(
                one.data().value,
                NodeValue::Link(_) | NodeValue::WikiLink(_)
            )
        };
        if node.descendants().any(is_link) {
            add(HeadingFault::Link);
        }
        if text.trim().is_empty() {
            add(HeadingFault::Empty);
        }
        let mut own = OwnNames::default();
        let mut kind = None;
        let mut first_line = None;
        let mut text = text;
        match ast.attrs.as_deref() {
            Some(attributes) => {
                own.slug = self.slug(&ast, attributes, &mut faults);
                (own.kind, kind) = self.kind(&ast, attributes, &mut faults);
                own.number = self.number(&ast, attributes, &mut faults);
                first_line = self.first_line_number(&ast, attributes, &mut faults);
            }
            None if self
                .positions
                .source(ast.sourcepos)
                .trim_end()
                .ends_with('}') =>
            {
                if let Some(at) = text.rfind('{') {
                    text.truncate(at);
                }
                add(HeadingFault::MalformedAttributes);
            }
            None => ["id", "kind", "ref"]
                .map(HeadingFault::Missing)
                .into_iter()
                .for_each(add),
        }
        let heading = UnnamedHeading { level, text, own };
        Some(Draft {
            heading,
            kind,
            first_line,
            faults,
            line,
        })
    }

    fn slug(&mut self, ast: &Ast, attributes: &Attributes, faults: &mut Faults) -> Option<Slug> {
        let Some(id) = &attributes.id else {
            faults.push((HeadingFault::Missing("id"), self.first_line(ast)));
            return None;
        };
        let span = self.phrase(ast, &format!("#{id}"));
        let Some(slug) = Slug::parse(id) else {
            faults.push((HeadingFault::MalformedId(id.clone()), span));
            return None;
        };
        if let Some(&first) = self.slugs.get(id) {
            faults.push((
                HeadingFault::DuplicateId {
                    id: id.clone(),
                    first,
                },
                span,
            ));
            return None;
        }
        self.slugs.insert(id.clone(), self.line(ast));
        Some(slug)
    }

    /// The kind that the heading means, and its id if it is declared.
    fn kind(
        &mut self,
        ast: &Ast,
        attributes: &Attributes,
        faults: &mut Faults,
    ) -> (Option<String>, Option<KindId>) {
        let name = match attributes.classes.as_slice() {
            [] => {
                faults.push((HeadingFault::Missing("kind"), self.first_line(ast)));
                return (None, None);
            }
            [name] => name,
            [first, second, ..] => {
                let fault = HeadingFault::SeveralKinds(first.clone(), second.clone());
                faults.push((fault, self.phrase(ast, &format!(".{second}"))));
                let declared = [first, second]
                    .into_iter()
                    .find(|name| self.declared(name).is_some());
                return (declared.cloned(), None);
            }
        };
        if let Some(declared) = self.declared(name) {
            return (Some(name.clone()), Some(declared));
        }
        if self.damaged_kinds.contains(name) {
            return (Some(name.clone()), None);
        }
        let span = self.phrase(ast, &format!(".{name}"));
        let near = || suggest(name, self.kinds.iter().map(|kind| kind.class.as_str()));
        let (kinds, name) = (&mut self.undeclared, name.clone());
        let entry = kinds.entry(name.clone()).or_insert_with(|| Undeclared {
            near: near(),
            headings: 0,
            span,
        });
        entry.headings += 1;
        (Some(entry.near.clone().unwrap_or(name)), None)
    }

    fn declared(&self, name: &str) -> Option<KindId> {
        let mut kinds = self.kinds.iter();
        kinds
            .find(|kind| kind.class.as_str() == name)
            .map(|kind| kind.id)
    }

    fn number(
        &mut self,
        ast: &Ast,
        attributes: &Attributes,
        faults: &mut Faults,
    ) -> Option<Number> {
        let (own, foreign): (Vec<_>, Vec<_>) =
            attributes.pairs.iter().partition(|(key, _)| key == "ref");
        for (key, _) in foreign.into_iter().filter(|(key, _)| key != LINES) {
            let span = self.phrase(ast, &format!("{key}="));
            faults.push((HeadingFault::UnknownAttribute(key.clone()), span));
        }
        let span = self.phrase(ast, "ref=");
        let text = match own.as_slice() {
            [] => {
                faults.push((HeadingFault::Missing("ref"), self.first_line(ast)));
                return None;
            }
            [(_, text)] => text,
            [(_, first), (_, second), ..] => {
                let fault = HeadingFault::SeveralRefs(first.clone(), second.clone());
                faults.push((fault, self.first_line(ast)));
                return None;
            }
        };
        let Some(number) = Number::parse(text) else {
            faults.push((HeadingFault::MalformedRef(text.clone()), span));
            return None;
        };
        let folded = text.to_lowercase();
        if is_reserved(self.kinds, &folded) {
            faults.push((HeadingFault::ReservedRef(text.clone()), span));
            return None;
        }
        if let Some(&first) = self.numbers.get(&folded) {
            let number = text.clone();
            faults.push((HeadingFault::DuplicateRef { number, first }, span));
            return None;
        }
        self.numbers.insert(folded, self.line(ast));
        Some(number)
    }

    fn first_line_number(
        &self,
        ast: &Ast,
        attributes: &Attributes,
        faults: &mut Faults,
    ) -> Option<usize> {
        let mut pairs = attributes.pairs.iter();
        let (_, text) = pairs.find(|(key, _)| key == LINES)?;
        let number = text.parse().ok();
        if number.is_none() {
            let fault = HeadingFault::MalformedLines(text.clone());
            faults.push((fault, self.phrase(ast, "lines=")));
        }
        number
    }

    /// Reports each kind that is not declared once, however many headings have it.
    pub fn report_undeclared(&self, sink: Sink<'_>) {
        for (kind, undeclared) in &self.undeclared {
            let problem = Problem::UnknownKind {
                kind: kind.clone(),
                headings: undeclared.headings,
                near: undeclared.near.clone(),
                declaration: kind_name(kind).declaration(),
            };
            sink.report_at(undeclared.span.clone(), problem);
        }
    }

    /// Reports each faulty heading once, with the attributes that it could have.
    pub fn report(&self, drafts: &[Draft], sink: Sink<'_>) {
        let known = self.undeclared.keys().chain(self.damaged_kinds);
        let mut told: BTreeSet<&str> = known.map(String::as_str).collect();
        let proposed: Vec<HeadingNames> = if drafts.iter().any(Draft::has_faulty_names) {
            let headings: Vec<_> = drafts.iter().map(|one| one.heading.clone()).collect();
            propose(&headings, self.kinds)
        } else {
            Vec::new()
        };
        for (at, draft) in drafts.iter().enumerate() {
            let span = match draft.faults.as_slice() {
                [] => continue,
                [(_, span)] => span.clone(),
                _ => draft.line.clone(),
            };
            let names = proposed.get(at).filter(|_| draft.has_faulty_names());
            let declaration = names
                .filter(|names| self.declared(&names.kind).is_none() && told.insert(&names.kind));
            let faults = HeadingFaults {
                faults: draft
                    .faults
                    .iter()
                    .map(|(fault, _)| fault.clone())
                    .collect(),
                attributes: names.map(ToString::to_string),
                declaration: declaration.map(|names| kind_name(&names.kind).declaration()),
            };
            sink.report_at(span, Problem::Heading(faults));
        }
    }

    fn first_line(&self, ast: &Ast) -> Range<usize> {
        self.positions.first_line(ast.sourcepos)
    }

    fn phrase(&self, ast: &Ast, phrase: &str) -> Range<usize> {
        self.positions.phrase(ast.sourcepos, phrase)
    }

    fn line(&self, ast: &Ast) -> usize {
        self.positions.line_in_file(ast.sourcepos)
    }
}

type Faults = Vec<(HeadingFault, Range<usize>)>;

/// The words below a node, without markup.
pub fn plain_text<'b>(node: &'b AstNode<'b>) -> String {
    let words = node
        .descendants()
        .filter_map(|one| match &one.data().value {
            NodeValue::Text(text) => Some(text.to_string()),
            NodeValue::Code(code) => Some(code.literal.clone()),
            NodeValue::SoftBreak | NodeValue::LineBreak => Some(" ".to_owned()),
            _ => None,
        });
    words.collect()
}
