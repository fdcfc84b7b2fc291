//! Loads a page of the editors': front matter, then Markdown that refers to the texts.

use std::fmt;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use comrak::adapters::{HeadingAdapter, HeadingMeta};
use comrak::nodes::{AstNode, NodeLink, NodeValue, Sourcepos};
use comrak::options::Plugins;
use comrak::{Anchorizer, Arena, format_html_with_plugins, parse_document};

use super::fields::{Fields, parse};
use super::front_matter::split;
use super::links::{self, Pending};
use super::markdown;
use super::positions::Positions;
use super::problem::Problem;
use super::sink::Sink;
use crate::library::Library;
use crate::library::address;
use crate::library::page::{Page, PageHeading, PageWords};
use crate::library::prose::Target;
use crate::library::reference::Slug;

/// A page whose links still wait for the library.
pub struct Draft {
    /// The file it stands in.
    pub file: usize,
    name: Slug,
    title: String,
    description: String,
    body: Range<usize>,
    /// The links that it holds.
    pub links: Vec<Pending>,
}

impl Draft {
    /// Its name in its address.
    pub fn name(&self) -> &Slug {
        &self.name
    }

    /// Its address.
    pub fn path(&self) -> String {
        address::page_by_slug(&self.name)
    }
}

/// The name that a page's file gives it: `about` for `pages/about.md`.
fn name(file_name: &str) -> Option<Slug> {
    Slug::parse(file_name.strip_prefix("pages/")?.strip_suffix(".md")?)
}

/// Reads a page, and reports all that is wrong with it to `sink`.
pub fn load(file_name: &str, text: &str, sink: &Sink) -> Option<Draft> {
    let name = name(file_name);
    if name.is_none() {
        sink.whole(Problem::MalformedId(file_name.to_owned()));
    }
    let parts = split(text, sink)?;
    let toml = parts.toml.clone();
    let front = parse(&text[toml.clone()], toml.start, sink).map(|table| {
        let mut fields = Fields::new(table.get_ref(), parts.opening, toml.start, sink);
        let front = (fields.words("title"), fields.words("description"));
        fields.finish();
        front
    });
    let links = check(text, &parts.body, sink);
    let (title, description) = front?;
    Some(Draft {
        file: sink.file(),
        name: name?,
        title,
        description,
        body: parts.body,
        links,
    })
}

fn check(text: &str, body: &Range<usize>, sink: &Sink) -> Vec<Pending> {
    let positions = Positions::new(text, body.start);
    let arena = Arena::new();
    let root = parse_document(&arena, &text[body.clone()], &markdown::options());
    let mut found = Vec::new();
    for node in root.descendants() {
        let ast = node.data();
        let span = positions.span(ast.sourcepos);
        let target = match &ast.value {
            NodeValue::Link(link) => links::read(&link.url, &span, sink),
            NodeValue::WikiLink(link) => links::read_wiki(&link.url, &span, sink),
            NodeValue::HtmlInline(_) => {
                sink.at(span.clone(), Problem::RawHtml);
                None
            }
            NodeValue::HtmlBlock(_) => {
                sink.at(positions.first_line(ast.sourcepos), Problem::RawHtml);
                None
            }
            NodeValue::Heading(heading) if heading.level != 2 => {
                let span = positions.first_line(ast.sourcepos);
                let what = "a heading of another level than 2 on a page";
                sink.at(span, Problem::Unsupported(what));
                None
            }
            NodeValue::Image(_) => {
                sink.at(span.clone(), Problem::Unsupported("an image"));
                None
            }
            NodeValue::FootnoteDefinition(_) => {
                let span = positions.first_line(ast.sourcepos);
                sink.at(span, Problem::Unsupported("a footnote on a page"));
                None
            }
            _ => None,
        };
        let file = sink.file();
        found.extend(target.map(|target| Pending { file, span, target }));
    }
    found
}

/// The page, now that the library is known and its links are sound.
pub fn finish(draft: &Draft, text: &str, library: &Library) -> Page {
    let arena = Arena::new();
    let root = parse_document(&arena, &text[draft.body.clone()], &markdown::options());
    for node in root.descendants() {
        resolve(node, library);
    }
    let headings = NamedHeadings::default();
    let mut plugins = Plugins::default();
    plugins.render.heading_adapter = Some(&headings);
    let mut html = String::new();
    // Writing to a string does not fail; an empty page would be the visible sign if it did.
    let _ = format_html_with_plugins(root, &markdown::options(), &mut html, &plugins);
    Page {
        slug: draft.name.clone(),
        title: draft.title.clone(),
        description: draft.description.clone(),
        headings: headings.into_names(),
        words: words(root),
        html,
    }
}

/// The words of each block of a page, with the heading above it.
fn words<'a>(root: &'a AstNode<'a>) -> Vec<PageWords> {
    let mut heading = None;
    let mut found = Vec::new();
    for block in root.children() {
        if matches!(block.data().value, NodeValue::Heading(_)) {
            heading = Some(heading.map_or(0, |above| above + 1));
            continue;
        }
        let mut text = String::new();
        for node in block.descendants() {
            match &node.data().value {
                NodeValue::Text(words) => text.push_str(words),
                NodeValue::Code(code) => text.push_str(&code.literal),
                NodeValue::CodeBlock(code) => text.push_str(&code.literal),
                NodeValue::Emph | NodeValue::Strong | NodeValue::Link(_) => {}
                // A new line or a new block: the words on both sides are apart.
                _ if !text.is_empty() => text.push(' '),
                _ => {}
            }
        }
        found.push(PageWords { heading, text });
    }
    found
}

/// Points a link inside the site at the page where its target stands; a bare wiki link shows the
/// reference itself.
fn resolve<'a>(node: &'a AstNode<'a>, library: &Library) {
    let mut ast = node.data_mut();
    let url = match &ast.value {
        NodeValue::Link(link) => link.url.clone(),
        NodeValue::WikiLink(link) => format!("/{}", link.url),
        _ => return,
    };
    let sink = Sink::new(0);
    let Some(Target::Reference(reference)) = links::read(&url, &(0..0), &sink) else {
        return;
    };
    let url = address::of(library, &reference).unwrap_or(url);
    let title = String::new();
    ast.value = NodeValue::Link(Box::new(NodeLink { url, title }));
}

/// Gives headings ids that no reference can meet, since they hold a hyphen, and keeps them for the
/// page's contents.
#[derive(Default)]
struct NamedHeadings {
    met: Mutex<(Anchorizer, Vec<PageHeading>)>,
}

impl NamedHeadings {
    fn into_names(self) -> Vec<PageHeading> {
        self.met
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
            .1
    }
}

impl HeadingAdapter for NamedHeadings {
    fn enter(
        &self,
        output: &mut dyn fmt::Write,
        heading: &HeadingMeta,
        _: Option<Sourcepos>,
    ) -> fmt::Result {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        let id = format!("on-{}", met.0.anchorize(&heading.content));
        write!(output, "<h{} id=\"{id}\">", heading.level)?;
        let text = heading.content.clone();
        met.1.push(PageHeading { id, text });
        Ok(())
    }

    fn exit(&self, output: &mut dyn fmt::Write, heading: &HeadingMeta) -> fmt::Result {
        writeln!(output, "</h{}>", heading.level)
    }
}
