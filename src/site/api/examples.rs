//! Every operation of a site, each with an address of the site as its example.

use crate::site::context::RenderContext;
use crate::site::routes::{Operation, OperationFacts, Parameter, Route, operations};

/// An operation that the site has.
pub struct Described {
    pub operation: Operation,
    /// The first route that belongs to it.
    pub route: Route,
    pub facts: OperationFacts,
    /// A path of the site, without a base or query.
    pub path: String,
    /// What its query may say, with an example of each that needs one.
    pub query: Vec<(Parameter, Option<String>)>,
}

/// All operations of the site, in the order in which they are told of.
pub fn described(ctx: RenderContext<'_>) -> Vec<Described> {
    let found = operations(ctx.library, &ctx.study.links).into_iter();
    found
        .map(|(operation, route)| {
            let parameters = operation.query().iter();
            let query = parameters.map(|&parameter| {
                let example = match parameter {
                    Parameter::Query => Some(word_to_find(ctx).to_owned()),
                    Parameter::References => passages(ctx),
                    Parameter::Title => Some("First meeting".to_owned()),
                    Parameter::Note => Some("Please read both.".to_owned()),
                    Parameter::Accessed => Some(ctx.library.settings.edition_date.to_string()),
                    _ => None,
                };
                (parameter, example)
            });
            Described {
                operation,
                route,
                facts: operation.facts(),
                path: ctx.href(route).to_string(),
                query: query.collect(),
            }
        })
        .collect()
}

/// A passage of this site, and it beside the last.
fn passages(ctx: RenderContext<'_>) -> Option<String> {
    let paragraphs = ctx.library.paragraphs();
    let [first, last] = [paragraphs.first()?, paragraphs.last()?].map(|one| &one.reference);
    Some(format!("{first},{first}~{last}"))
}

/// What a search finds on this site.
fn word_to_find(ctx: RenderContext<'_>) -> &str {
    let terms = ctx.library.terms().iter();
    let headings = ctx.library.sections().iter();
    let mut labels = terms
        .map(|term| term.label.as_str())
        .chain(headings.map(|section| section.title.as_str()));
    // One that an address shows as it is.
    let is_plain = |label: &&str| label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    labels.find(is_plain).unwrap_or("the")
}

impl Described {
    /// Whether there is only one address of it.
    pub fn is_its_own_example(&self) -> bool {
        self.address() == self.facts.template
    }

    /// The address of the example, with what it asks.
    pub fn address(&self) -> String {
        let asked = self.query.iter().filter_map(|(parameter, example)| {
            let value = form_urlencoded::byte_serialize(example.as_ref()?.as_bytes());
            // These stand for themselves in a query, and references stay readable.
            let value = value.collect::<String>();
            let value = value
                .replace("%2F", "/")
                .replace("%2C", ",")
                .replace("%7E", "~");
            Some(format!("{}={value}", parameter.name()))
        });
        let asked: Vec<String> = asked.collect();
        match asked.as_slice() {
            [] => self.path.clone(),
            asked => format!("{}?{}", self.path, asked.join("&")),
        }
    }

    /// The parameters of the path, each with what stands for it in the example.
    pub fn in_path(&self) -> Vec<(Parameter, &str)> {
        let values = values(&self.facts.template, &self.path);
        self.facts.parameters().zip(values).collect()
    }
}

/// What stands in a path for each name in a template of its shape, in order.
fn values<'a>(template: &str, path: &'a str) -> Vec<&'a str> {
    let mut fixed = template.split(['{', '}']).step_by(2).peekable();
    let first = fixed.next().unwrap_or_default();
    let mut rest = path.strip_prefix(first).unwrap_or(path);
    let mut values = Vec::new();
    while let Some(after) = fixed.next() {
        let (value, left) = if fixed.peek().is_some() {
            rest.split_once(after).unwrap_or((rest, ""))
        } else {
            (rest.strip_suffix(after).unwrap_or(rest), "")
        };
        values.push(value);
        rest = left;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn names_stand_for_parts_of_a_path() {
        for (template, path, expected) in [
            ("/concordance.json", "/concordance.json", vec![]),
            ("/{document}.tei.xml", "/strategy.tei.xml", vec!["strategy"]),
            (
                "/{document}/{passage}.json",
                "/strategy/II.2.p1.json",
                vec!["strategy", "II.2.p1"],
            ),
            ("/sitemap-{number}.xml", "/sitemap-12.xml", vec!["12"]),
            (
                "/{document}/{kind}/{section}.csl.json",
                "/a/b/c.csl.json",
                vec!["a", "b", "c"],
            ),
        ] {
            assert_eq!(values(template, path), expected, "{template}");
        }
    }
}
