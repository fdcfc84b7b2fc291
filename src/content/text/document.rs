//! Reads one document: front matter, then text.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};

use super::headings::Headings;
use super::link_definitions;
use super::markdown;
use super::prose::{Inlines, PendingLink, Positions};
use super::sections::Sections;
use crate::content::diagnostics::{Problem, Sink, suggest};
use crate::content::toml::{
    CaptureDraft, Fields, FileParts, Located, MetadataDraft, SiteFile, read_capture, read_metadata,
    split_front_matter,
};
use crate::library::{DocumentText, Image, Section, Slug};

/// A document as far as it could be read.
pub struct DocumentDraft {
    /// Its name, if that can be read.
    pub slug: Option<Slug>,
    /// Where its name stands, or should stand, for reporting that it is taken.
    pub slug_span: Range<usize>,
    /// What is known about it, if its front matter is whole.
    pub metadata: Option<MetadataDraft>,
    /// What it says of the raw file that it was made from.
    pub capture: CaptureDraft,
    pub text: DocumentText,
    /// Whether every heading made a section, so that a link to another is surely wrong.
    pub has_all_sections: bool,
    /// The links of its text, in the order of their targets.
    pub links: Vec<PendingLink>,
}

/// Reads a document, and reports all that is wrong with it to `sink`; `None` without front matter.
pub fn read_document(
    text: &str,
    site: &SiteFile,
    images: &[Image],
    sink: Sink<'_>,
) -> Option<DocumentDraft> {
    let parts = split_front_matter(text, sink)?;
    let FrontMatter {
        slug,
        apparatus,
        metadata,
        capture,
    } = front_matter(text, &parts, sink).unwrap_or_default();
    let slug_span = slug
        .as_ref()
        .map_or(parts.opening, |slug| slug.span.clone());
    let slug = slug.map(|slug| slug.value);

    let positions = Positions::new(text, parts.body.start);
    let arena = Arena::new();
    let body = &text[parts.body.clone()];
    let root = parse_document(&arena, body, &markdown::options());
    // A text whose name is wrong is read all the same, under a name that nothing sees.
    let name = slug.clone().or_else(|| Slug::parse("nameless"))?;
    let inlines = Inlines::of_document(root, &name, &positions, sink);
    let names = Headings::read(root, site, &positions, sink);
    let (mut text, inlines) =
        Sections::new(&name, names, images, &positions, sink, inlines).read(root);
    mark_apparatus(&mut text.sections, &apparatus, sink);
    inlines.report_unused(root);
    link_definitions::report_unused(body, parts.body.start, root, &positions, sink);
    let headings = root.children().filter(|node| is_heading(node)).count();
    let made = |section: &&Section| !section.heading.text.is_empty();
    let sections = text.sections.iter().filter(made).count();
    if headings == 0 && text.sections.is_empty() {
        let start = parts.body.start;
        sink.report_at(start..start, Problem::EmptyDocument);
    }
    Some(DocumentDraft {
        slug,
        slug_span,
        metadata,
        capture,
        has_all_sections: !text.sections.is_empty() && headings == sections,
        text,
        links: inlines.links,
    })
}

fn is_heading<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data().value, NodeValue::Heading(_))
}

/// The front matter as far as it could be read.
#[derive(Default)]
struct FrontMatter {
    slug: Option<Located<Slug>>,
    /// The ids of the sections that are apparatus.
    apparatus: Vec<Located<String>>,
    metadata: Option<MetadataDraft>,
    capture: CaptureDraft,
}

fn front_matter(text: &str, parts: &FileParts, sink: Sink<'_>) -> Option<FrontMatter> {
    let table = parts.table(text, sink)?;
    let mut fields = parts.fields(&table, sink);
    let front_matter = FrontMatter {
        slug: slug(&mut fields, sink),
        apparatus: fields.texts("apparatus"),
        metadata: Some(read_metadata(&mut fields, sink)),
        capture: read_capture(&mut fields),
    };
    fields.finish();
    Some(front_matter)
}

/// Marks the sections that the front matter calls apparatus, with all that stands below them.
fn mark_apparatus(sections: &mut [Section], apparatus: &[Located<String>], sink: Sink<'_>) {
    for id in apparatus {
        let mut named = sections.iter();
        let named = named.find(|section| section.slug.as_str() == id.value);
        if let Some(subtree) = named.map(|section| section.subtree.places()) {
            for section in &mut sections[subtree] {
                section.is_apparatus = true;
            }
        } else {
            let problem = Problem::BadValue {
                value: id.value.clone(),
                expected: "the id of a section of this document",
                near: suggest(
                    &id.value,
                    sections.iter().map(|section| section.slug.as_str()),
                ),
            };
            sink.report_at(id.span.clone(), problem);
        }
    }
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
