//! Reads `concordance.toml`: links, formulas and silences, each claim held against the texts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::codes::{Retired, read_codes};
use super::contradictions::check_contradictions;
use super::formulas::Formulas;
use super::passage::{passage, place};
use super::silence::read_silence;
use crate::content::diagnostics::{Fault, Problem, Sink};
use crate::content::toml::{Fields, Located, parse_file};
use crate::library::{
    Concordance, DocumentId, End, Id, IdMap, Library, Link, LinkCode, LinkId, Passage, Place,
    Relation, SilenceId, Strength,
};

/// Two quotations with their places, in an order that does not depend on the direction.
type Quotations = [(Place, String); 2];

/// Reads the concordance; without a library only its form is checked, and nothing comes of it.
pub fn read_concordance(
    text: &str,
    library: Option<&Library>,
    sink: Sink<'_>,
) -> Option<Concordance> {
    let table = parse_file(text, sink)?;
    let mut fields = Fields::of_file(&table, text, sink);
    let mut links = Links {
        library,
        sink,
        read: IdMap::default(),
        formulas: Formulas::read(&mut fields, library, sink),
        reasons: HashMap::new(),
        undeclared: BTreeSet::new(),
        all_read: true,
    };
    let retired = Retired::read(&mut fields, sink);
    let mut tables = fields.tables("links");
    let codes = read_codes(&mut tables, retired.links, sink);
    for (table, code) in tables.into_iter().zip(codes) {
        let link = links.read(table, code);
        links.all_read &= link.is_some();
    }
    let mut silences = IdMap::default();
    let mut claims = Vec::new();
    let mut tables = fields.tables("silences");
    let codes = read_codes(&mut tables, retired.silences, sink);
    for (table, code) in tables.into_iter().zip(codes) {
        let id = SilenceId::new(silences.values().len());
        if let Some((silence, claim)) = read_silence(table, id, code, library, sink) {
            silences.push(silence);
            claims.extend(claim);
        }
    }
    fields.finish();
    if let Some(library) = library {
        check_contradictions(library, links.read.values(), links.all_read, &claims, sink);
    }
    Some(Concordance {
        links: links.read,
        formulas: links.formulas.finish(),
        silences,
    })
}

/// The links, as they are read.
struct Links<'a> {
    library: Option<&'a Library>,
    sink: Sink<'a>,
    read: IdMap<LinkId, Link>,
    formulas: Formulas<'a>,
    /// The reasons of the links so far, by what they join.
    reasons: HashMap<Quotations, String>,
    /// The pairs of documents that nobody compared and links join, each reported once.
    undeclared: BTreeSet<[DocumentId; 2]>,
    /// Whether nothing kept a link from being read.
    all_read: bool,
}

impl Links<'_> {
    fn read(&mut self, mut table: Fields<'_>, code: Option<LinkCode>) -> Option<LinkId> {
        let from = table.text("from");
        let to = table.text("to");
        let relation = table.choice(
            "relation",
            "a relation: `parallels`, `narrows`, `broadens`, `implements`, `answers` or `differs`",
            &Relation::ALL,
            Relation::name,
        );
        let relation_span = table.place_of("relation");
        let strength = strength(&mut table, self.sink);
        let from_quote = table.text("from_quote");
        let to_quote = table.text("to_quote");
        let formula = table.optional_text("formula");
        let formula = formula.and_then(|name| self.formulas.named(&name));
        let reason = table.words("reason");
        let strength_span = table.place_of("strength");
        let quote_spans = ["from_quote", "to_quote"].map(|key| table.place_of(key));
        let span = table.span();
        table.finish();
        let library = self.library?;
        let from = from.and_then(|from| end(library, &from, from_quote, self.sink));
        let to = to.and_then(|to| end(library, &to, to_quote, self.sink));
        let link = Link {
            id: LinkId::new(self.read.values().len()),
            code: code?,
            from: from?,
            to: to?,
            relation: relation?,
            strength: strength?,
            formula,
            reason,
        };
        self.check(library, &link, relation_span, span);
        self.formulas
            .add(library, &link, strength_span, quote_spans);
        Some(self.read.push(link))
    }

    fn check(
        &mut self,
        library: &Library,
        link: &Link,
        relation_span: Range<usize>,
        span: Range<usize>,
    ) {
        let name = |passage: &Passage| library.reference(passage.place).to_string();
        if link.from.place == link.to.place {
            let fault = Fault::SelfLink(name(&link.from));
            return self.sink.report_at(span, fault);
        }
        if link.relation == Relation::Implements && library.crosses(link) {
            let fault = Fault::ImplementsAcross {
                from: name(&link.from),
                to: name(&link.to),
            };
            self.sink.report_at(relation_span, fault);
        }
        let documents = End::BOTH.map(|end| library[library.section_at(link, end)].document);
        let [first, second] = documents;
        let is_claim = first == second || library.compared.has(first, second);
        if !is_claim
            && self
                .undeclared
                .insert([first.min(second), first.max(second)])
        {
            let [first, second] = documents.map(|id| library[id].slug.to_string());
            let fault = Fault::NotCompared { first, second };
            self.sink.report_at(span.clone(), fault);
        }
        let mut quotations = [&link.from, &link.to].map(|end| (end.place, end.text.clone()));
        quotations.sort();
        if let Some(reason) = self.reasons.get(&quotations) {
            let reason = reason.clone();
            self.sink.report_at(span, Fault::DuplicateLink { reason });
        } else {
            self.reasons.insert(quotations, link.reason.clone());
        }
    }
}

/// The passage at an end; its reference is checked even where there is no quotation.
fn end(
    library: &Library,
    reference: &Located<String>,
    quote: Option<Located<String>>,
    sink: Sink<'_>,
) -> Option<Passage> {
    let place = place(library, reference, sink)?;
    passage(library, place, &quote?, sink)
}

fn strength(table: &mut Fields<'_>, sink: Sink<'_>) -> Option<Strength> {
    let number = table.count("strength")?;
    let strength = Strength::from_number(number);
    if strength.is_none() {
        let problem = Problem::BadValue {
            value: number.to_string(),
            expected: "a strength: 1 (loose), 2 (clear) or 3 (close)",
            near: None,
        };
        sink.report_at(table.place_of("strength"), problem);
    }
    strength
}
