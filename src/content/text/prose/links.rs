//! Links: read when a file is parsed, resolved when all files are.

use std::ops::Range;

use crate::content::diagnostics::{Problem, Sink};
use crate::library::{Reference, SitePath, Slug};

/// A link that waits for the whole library to be known.
#[derive(Debug, Clone)]
pub struct PendingLink {
    /// The number of the file it stands in.
    pub file: usize,
    /// Where in the file.
    pub span: Range<usize>,
    pub destination: Destination,
}

/// Where a link says it leads.
#[derive(Debug, Clone)]
pub enum Destination {
    /// To a place of this site.
    Site {
        /// The path as written; of a wiki link, that of its reference.
        path: SitePath,
        /// The reference that it reads as. There may be no such thing, since the paths of some
        /// pages read as references too: `/concordance/links`.
        reference: Option<Reference>,
    },
    /// To a section, an epigraph or a paragraph, and to nothing else.
    Passage {
        /// The path of its reference.
        path: SitePath,
        reference: Reference,
    },
    /// To a section or a paragraph of the same document, by the id of its heading or the end of its
    /// reference: `#sovereignty`, `#II.2.p1`.
    Here {
        /// The path of the document with that name.
        path: SitePath,
        document: Slug,
        /// What stands after the number sign.
        name: String,
    },
    /// Away from the site, to a sound address.
    Elsewhere(String),
}

/// Where links stand.
#[derive(Debug, Clone, Copy)]
pub enum LinkHome<'a> {
    /// In the document with this name.
    Document(&'a Slug),
    /// On a page of the editors'.
    Page,
}

/// Reads the destination of a link; an unsafe one is reported.
pub fn destination(
    url: &str,
    home: LinkHome<'_>,
    span: &Range<usize>,
    sink: Sink<'_>,
) -> Option<Destination> {
    let destination = match (home, url.strip_prefix('#')) {
        (LinkHome::Document(document), Some(name)) if !name.is_empty() => here(document, name),
        _ if url.starts_with('/') => site(url),
        _ => elsewhere(url),
    };
    if destination.is_none() {
        sink.report_at(span.clone(), Problem::UnsafeLink(url.to_owned()));
    }
    destination
}

/// Reads the inside of a wiki link, which is a reference: `strategy/II.2.p1`.
pub fn wiki_destination(text: &str, span: &Range<usize>, sink: Sink<'_>) -> Option<Destination> {
    let destination = Reference::parse(text).and_then(|_| site(&format!("/{text}")));
    if destination.is_none() {
        report_no_reference(text, span, sink);
    }
    destination
}

/// Reads a reference that has to name a passage of a document.
pub fn passage_destination(text: &str, span: &Range<usize>, sink: Sink<'_>) -> Option<Destination> {
    let path = SitePath::parse(&format!("/{text}"));
    let named = path.zip(Reference::parse(text));
    if named.is_none() {
        report_no_reference(text, span, sink);
    }
    let (path, reference) = named?;
    Some(Destination::Passage { path, reference })
}

fn report_no_reference(text: &str, span: &Range<usize>, sink: Sink<'_>) {
    let problem = Problem::UnknownReference {
        reference: text.to_owned(),
        near: None,
    };
    sink.report_at(span.clone(), problem);
}

fn site(url: &str) -> Option<Destination> {
    let path = SitePath::parse(url)?;
    let reference = url.strip_prefix('/').and_then(Reference::parse);
    Some(Destination::Site { path, reference })
}

fn here(document: &Slug, name: &str) -> Option<Destination> {
    Some(Destination::Here {
        path: SitePath::parse(&format!("/{document}#{name}"))?,
        document: document.clone(),
        name: name.to_owned(),
    })
}

fn elsewhere(url: &str) -> Option<Destination> {
    let (scheme, rest) = url.split_once(':')?;
    let sound = match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => rest.strip_prefix("//").is_some_and(has_named_host),
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    sound.then(|| Destination::Elsewhere(url.to_owned()))
}

/// A host made of digits alone is read as an IP address, however it was meant: `10.15302`.
fn has_named_host(after_scheme: &str) -> bool {
    let host = after_scheme
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or(host);
    host.bytes().any(|byte| byte.is_ascii_alphabetic()) && !host.starts_with("0x")
}
