//! Reads the formulas of the concordance, and holds the links that rest on them against them.

use std::collections::HashSet;
use std::ops::Range;

use crate::content::diagnostics::{Fault, Problem, Sink, suggest};
use crate::content::toml::{Fields, Located};
use crate::library::{
    Formula, FormulaId, Id, IdMap, Library, Link, Section, Slug, Strength, stand_in,
};

/// The formulas, and which of them a link has named.
pub struct Formulas<'a> {
    sink: Sink<'a>,
    read: IdMap<FormulaId, Formula>,
    /// The id of each as the file has it.
    names: Vec<Located<String>>,
    named: HashSet<FormulaId>,
    /// Whether every table could be read: else a link may name one that could not.
    complete: bool,
}

impl<'a> Formulas<'a> {
    /// Reads `[[formulas]]`, which a file without them leaves out.
    pub fn read(file: &mut Fields<'_>, library: Option<&Library>, sink: Sink<'a>) -> Self {
        let mut formulas = Self {
            sink,
            read: IdMap::default(),
            names: Vec::new(),
            named: HashSet::new(),
            complete: true,
        };
        for table in file.tables("formulas") {
            formulas.complete &= formulas.read_one(table, library).is_some();
        }
        formulas
    }

    fn read_one(&mut self, mut table: Fields<'_>, library: Option<&Library>) -> Option<()> {
        let name = table.text("id");
        let words = table.text("words");
        let forms = table.texts("forms");
        let note = table.words("note");
        table.finish();
        let wordings = words.iter().chain(&forms);
        for wording in wordings.filter(|one| library.is_some_and(|all| !occurs(all, &one.value))) {
            let fault = Fault::FormulaNeverOccurs(wording.value.clone());
            self.sink.report_at(wording.span.clone(), fault);
        }
        let name = name?;
        let Some(slug) = Slug::parse(&name.value) else {
            self.sink
                .report_at(name.span, Problem::MalformedId(name.value));
            return None;
        };
        if self.names.iter().any(|other| other.value == name.value) {
            let fault = Fault::DuplicateFormula(name.value);
            self.sink.report_at(name.span, fault);
            return None;
        }
        self.read.push(Formula {
            id: FormulaId::new(self.names.len()),
            slug,
            words: words?.value,
            forms: forms.into_iter().map(|form| form.value).collect(),
            note,
            links: Vec::new(),
            strength: Strength::Loose,
        });
        self.names.push(name);
        Some(())
    }

    /// The formula that a link names.
    pub fn named(&mut self, name: &Located<String>) -> Option<FormulaId> {
        let position = self.names.iter().position(|own| own.value == name.value);
        if let Some(position) = position {
            let id = FormulaId::new(position);
            self.named.insert(id);
            return Some(id);
        }
        if self.complete {
            let id = name.value.clone();
            let near = suggest(&id, self.names.iter().map(|own| own.value.as_str()));
            let fault = Fault::UnknownFormula { id, near };
            self.sink.report_at(name.span.clone(), fault);
        }
        None
    }

    /// Adds a link to the formula that it names, and reports where it has no such formula, or more.
    pub fn add(
        &mut self,
        library: &Library,
        link: &Link,
        strength_span: Range<usize>,
        quote_spans: [Range<usize>; 2],
    ) {
        let Some(id) = link.formula else { return };
        let formula = &mut self.read[id];
        formula.links.push(link.id);
        formula.strength = formula.strength.max(link.strength);
        if link.strength == Strength::Close {
            self.sink.report_at(strength_span, Fault::FormulaTooClose);
        }
        for (passage, span) in [&link.from, &link.to].into_iter().zip(quote_spans) {
            if !formula.stands_in(&passage.text) {
                let fault = Fault::FormulaNotQuoted {
                    id: formula.slug.to_string(),
                    reference: library.reference(passage.place).to_string(),
                };
                self.sink.report_at(span, fault);
            }
        }
    }

    /// The formulas; those that no link names are reported.
    pub fn finish(self) -> IdMap<FormulaId, Formula> {
        for ((id, _), name) in self.read.iter().zip(self.names) {
            if !self.named.contains(&id) {
                self.sink
                    .report_at(name.span, Fault::UnusedFormula(name.value));
            }
        }
        self.read
    }
}

/// Whether words stand in any heading, paragraph or quotation.
fn occurs(library: &Library, words: &str) -> bool {
    let parts = library.sections().iter().flat_map(Section::parts);
    let mut texts = parts.map(|part| &library.prose(part).text);
    texts.any(|text| stand_in(words, text))
}
