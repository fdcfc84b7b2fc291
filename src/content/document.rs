//! Loads one document: front matter, then text.

use std::ops::Range;

use comrak::{Arena, parse_document};

use super::blocks::Sections;
use super::fields::{Fields, Located, parse};
use super::front_matter::split;
use super::inlines::Inlines;
use super::links::Pending;
use super::markdown;
use super::metadata;
use super::positions::Positions;
use super::problem::Problem;
use super::sink::Sink;
use crate::library::document::Document;
use crate::library::kind::Kind;
use crate::library::metadata::Metadata;
use crate::library::reference::Slug;

/// A document as far as it could be read.
pub struct Draft {
    /// The document, if its front matter is whole.
    pub document: Option<Document>,
    /// Its id, if that can be read.
    pub id: Option<Slug>,
    /// Whether every heading made a section, so that a link to another is surely wrong.
    pub whole: bool,
    /// Where its id stands, for reporting that it is taken.
    pub id_span: Range<usize>,
    /// The links that its text holds.
    pub links: Vec<Pending>,
}

/// Reads a document, and reports all that is wrong with it to `sink`.
pub fn load(text: &str, kinds: &[Kind], sink: &Sink) -> Option<Draft> {
    let parts = split(text, sink)?;
    let front = front_matter(text, &parts.toml, parts.opening.clone(), sink);
    let (id, metadata) = front.unwrap_or_default();
    let id_span = id.as_ref().map_or(parts.opening, |id| id.span.clone());
    let id = id.map(|id| id.value);

    let positions = Positions::new(text, parts.body.start);
    let arena = Arena::new();
    let root = parse_document(&arena, &text[parts.body.clone()], &markdown::options());
    let inlines = Inlines::new(root, &positions, sink);
    // A text whose id is wrong is read all the same, under a name that nothing sees.
    let name = id.clone().or_else(|| Slug::parse("nameless"))?;
    let (sections, inlines) = Sections::new(&name, kinds, &positions, sink, inlines).build(root);
    inlines.report_unused(root);
    let headings = root.children().filter(|node| is_heading(node)).count();
    if headings == 0 {
        sink.at(parts.body.start..parts.body.start, Problem::EmptyDocument);
    }
    let whole = headings > 0 && headings == sections.len();
    let links = inlines.links;
    let document = id.clone().zip(metadata).map(|(id, metadata)| Document {
        id,
        metadata,
        sections,
    });
    Some(Draft {
        whole: whole && document.is_some(),
        document,
        id,
        id_span,
        links,
    })
}

fn is_heading<'a>(node: &'a comrak::nodes::AstNode<'a>) -> bool {
    matches!(node.data().value, comrak::nodes::NodeValue::Heading(_))
}

fn front_matter(
    text: &str,
    toml: &Range<usize>,
    opening: Range<usize>,
    sink: &Sink,
) -> Option<(Option<Located<Slug>>, Option<Metadata>)> {
    let table = parse(&text[toml.clone()], toml.start, sink)?;
    let mut fields = Fields::new(table.get_ref(), opening, toml.start, sink);
    let id = id(&mut fields, sink);
    let metadata = metadata::read(&mut fields, sink);
    fields.finish();
    Some((id, metadata))
}

fn id(fields: &mut Fields<'_>, sink: &Sink) -> Option<Located<Slug>> {
    let text = fields.text("id")?;
    let slug = Slug::parse(&text.value);
    if slug.is_none() {
        sink.at(text.span.clone(), Problem::MalformedId(text.value));
    }
    slug.map(|value| Located {
        value,
        span: text.span,
    })
}
