//! Loads `concordance.toml`: links and silences, each claim held against the texts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fault::Fault;
use super::fields::{Fields, Located, parse};
use super::passage::{passage, reference};
use super::problem::Problem;
use super::silence;
use super::sink::Sink;
use crate::library::Library;
use crate::library::concordance::{Concordance, Link, Passage, Relation, Strength};

/// Two quotations with their references, in an order that does not depend on the direction.
type Pair = [(String, String); 2];

/// Reads the concordance; without a library only its form is checked, and nothing comes of it.
pub fn load(text: &str, library: Option<&Library>, sink: &Sink) -> Option<Concordance> {
    let table = parse(text, 0, sink)?;
    let first_line = 0..text.lines().next().map_or(0, str::len);
    let mut fields = Fields::new(table.get_ref(), first_line, 0, sink);
    let mut seen = BTreeMap::new();
    let links = fields
        .tables("links")
        .into_iter()
        .filter_map(|table| link(table, library, &mut seen, sink))
        .collect();
    let silences = fields
        .tables("silences")
        .into_iter()
        .filter_map(|table| silence::load(table, library, sink))
        .collect();
    fields.finish();
    Some(Concordance { links, silences })
}

fn link(
    mut table: Fields<'_>,
    library: Option<&Library>,
    seen: &mut BTreeMap<Pair, String>,
    sink: &Sink,
) -> Option<Link> {
    let from = table.text("from");
    let to = table.text("to");
    let relation = table.choice(
        "relation",
        "a relation: `parallels`, `narrows`, `broadens`, `implements` or `differs`",
        &Relation::ALL,
        Relation::name,
    );
    let relation_span = table.place_of("relation");
    let strength = strength(&mut table, sink);
    let from_quote = table.text("from_quote");
    let to_quote = table.text("to_quote");
    let reason = table.words("reason");
    let span = table.span();
    table.finish();
    let library = library?;
    let from = from.and_then(|from| end(library, &from, from_quote, sink));
    let to = to.and_then(|to| end(library, &to, to_quote, sink));
    let link = Link {
        from: from?,
        to: to?,
        relation: relation?,
        strength: strength?,
        reason,
    };
    check(&link, relation_span, span, seen, sink);
    Some(link)
}

/// The passage at an end; its reference is checked even where there is no quotation.
fn end(
    library: &Library,
    place: &Located<String>,
    quote: Option<Located<String>>,
    sink: &Sink,
) -> Option<Passage> {
    let reference = reference(library, place, sink)?;
    passage(library, &reference, &quote?, sink)
}

fn strength(table: &mut Fields<'_>, sink: &Sink) -> Option<Strength> {
    let number = table.count("strength")?;
    let strength = Strength::from_number(number);
    if strength.is_none() {
        let problem = Problem::BadValue {
            value: number.to_string(),
            expected: "a strength: 1 (weak), 2 (clear) or 3 (close)",
            near: None,
        };
        sink.at(table.place_of("strength"), problem);
    }
    strength
}

fn check(
    link: &Link,
    relation_span: Range<usize>,
    span: Range<usize>,
    seen: &mut BTreeMap<Pair, String>,
    sink: &Sink,
) {
    if link.from.reference == link.to.reference {
        let fault = Fault::SelfLink(link.from.reference.to_string());
        sink.at(span, fault.into());
        return;
    }
    if link.relation == Relation::Implements && link.crosses() {
        let fault = Fault::ImplementsAcross {
            from: link.from.reference.to_string(),
            to: link.to.reference.to_string(),
        };
        sink.at(relation_span, fault.into());
    }
    let mut pair = [&link.from, &link.to].map(|p| (p.reference.to_string(), p.text.clone()));
    pair.sort();
    if let Some(reason) = seen.get(&pair) {
        let reason = reason.clone();
        sink.at(span, Fault::DuplicateLink { reason }.into());
    } else {
        seen.insert(pair, link.reason.clone());
    }
}
