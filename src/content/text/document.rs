//! Reads one document: front matter, then text.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::inlines::Inlines;
use super::links::PendingLink;
use super::markdown;
use super::positions::Positions;
use super::sections::Sections;
use crate::content::diagnostics::{Problem, Sink};
use crate::content::toml::{Fields, FileParts, Located, read_metadata, split_front_matter};
use crate::library::{DocumentText, Kind, Metadata, Slug};

/// A document as far as it could be read.
pub struct DocumentDraft {
    /// Its name, if that can be read.
    pub slug: Option<Slug>,
    /// Where its name stands, or should stand, for reporting that it is taken.
    pub slug_span: Range<usize>,
    /// What is known about it, if its front matter is whole.
    pub metadata: Option<Metadata>,
    pub text: DocumentText,
    /// Whether every heading made a section, so that a link to another is surely wrong.
    pub has_all_sections: bool,
    /// The links of its text, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// Reads a document, and reports all that is wrong with it to `sink`; `None` without front matter.
pub fn read_document(text: &str, kinds: &[Kind], sink: Sink<'_>) -> Option<DocumentDraft> {
    let parts = split_front_matter(text, sink)?;
    let (slug, metadata) = front_matter(text, &parts, sink).unwrap_or_default();
    let slug_span = slug
        .as_ref()
        .map_or(parts.opening, |slug| slug.span.clone());
    let slug = slug.map(|slug| slug.value);

    let positions = Positions::new(text, parts.body.start);
    let arena = Arena::new();
    let root = parse_document(&arena, &text[parts.body.clone()], &markdown::options());
    let inlines = Inlines::of_document(root, &positions, sink);
    // A text whose name is wrong is read all the same, under a name that nothing sees.
    let name = slug.clone().or_else(|| Slug::parse("nameless"))?;
    let (text, inlines) = Sections::new(&name, kinds, &positions, sink, inlines).read(root);
    inlines.report_unused(root);
    let headings = root.children().filter(|node| is_heading(node)).count();
    if headings == 0 {
        let start = parts.body.start;
        sink.report_at(start..start, Problem::EmptyDocument);
    }
    Some(DocumentDraft {
        slug,
        slug_span,
        metadata,
        has_all_sections: headings > 0 && headings == text.sections.len(),
        text,
        links: inlines.links,
    })
}

fn is_heading<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data().value, NodeValue::Heading(_))
}

fn front_matter(
    text: &str,
    parts: &FileParts,
    sink: Sink<'_>,
) -> Option<(Option<Located<Slug>>, Option<Metadata>)> {
    let table = parts.table(text, sink)?;
    let mut fields = parts.fields(&table, sink);
    let slug = slug(&mut fields, sink);
    let metadata = read_metadata(&mut fields, sink);
    fields.finish();
    Some((slug, metadata))
}

fn slug(fields: &mut Fields<'_>, sink: Sink<'_>) -> Option<Located<Slug>> {
    let text = fields.text("id")?;
    let slug = Slug::parse(&text.value);
    if slug.is_none() {
        sink.report_at(text.span.clone(), Problem::MalformedId(text.value));
    }
    slug.map(|value| Located {
        value,
        span: text.span,
    })
}
