//! Links: read when a file is parsed, resolved when all files are.

use std::ops::Range;

use super::problem::Problem;
use super::sink::Sink;
use crate::library::Library;
use crate::library::address;
use crate::library::near::nearest;
use crate::library::prose::Target;
use crate::library::reference::Reference;

/// A link inside the site that waits for the whole library to be known.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The file it stands in.
    pub file: usize,
    /// Where in the file.
    pub span: Range<usize>,
    /// Where it says it leads.
    pub target: Target,
}

/// Reads the destination of a link; an unsafe one is reported.
pub fn read(url: &str, span: &Range<usize>, sink: &Sink) -> Option<Target> {
    let target = destination(url);
    if target.is_none() {
        sink.at(span.clone(), Problem::UnsafeLink(url.to_owned()));
    }
    target
}

/// Reads the inside of a wiki link, `strategy/II.2.p1`.
pub fn read_wiki(text: &str, span: &Range<usize>, sink: &Sink) -> Option<Target> {
    let target = Reference::parse(text).map(Target::Reference);
    if target.is_none() {
        let reference = text.to_owned();
        sink.at(
            span.clone(),
            Problem::UnknownReference {
                reference,
                near: None,
            },
        );
    }
    target
}

fn destination(url: &str) -> Option<Target> {
    if let Some(path) = url.strip_prefix('/') {
        let own = !path.starts_with('/') && !path.contains('\\');
        return own.then(|| match Reference::parse(path) {
            Some(reference) => Target::Reference(reference),
            None => Target::Page(url.to_owned()),
        });
    }
    let (scheme, rest) = url.split_once(':')?;
    let sound = match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => rest.strip_prefix("//").is_some_and(has_named_host),
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    sound.then(|| Target::Elsewhere(url.to_owned()))
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

/// What is wrong with a link, now that the library is known.
pub fn problem(library: &Library, paths: &[String], target: &Target) -> Option<Problem> {
    match target {
        Target::Elsewhere(_) => None,
        Target::Reference(reference) => {
            if library.resolve(reference).is_some() || is_page(paths, &address::short(reference)) {
                return None;
            }
            if address::is_of_concordance(library, &address::short(reference)) {
                return None;
            }
            let reference = reference.to_string();
            let near = near_reference(library, &reference);
            Some(Problem::UnknownReference { reference, near })
        }
        Target::Page(url) => {
            let path = url.split(['#', '?']).next().unwrap_or(url);
            if is_page(paths, path) || address::is_of_concordance(library, path) {
                return None;
            }
            let near = nearest(path, paths.iter().map(String::as_str)).map(str::to_owned);
            let path = path.to_owned();
            Some(Problem::UnknownPage { path, near })
        }
    }
}

/// The reference that is most like a wrong one.
pub fn near_reference(library: &Library, wrong: &str) -> Option<String> {
    let known: Vec<String> = library.references().map(ToString::to_string).collect();
    nearest(wrong, known.iter().map(String::as_str)).map(str::to_owned)
}

/// The document that a link inside the site leads into, by its id.
pub fn document(target: &Target) -> Option<&str> {
    match target {
        Target::Elsewhere(_) => None,
        Target::Reference(reference) => Some(reference.document.as_str()),
        Target::Page(path) => path.split('/').nth(1),
    }
}

/// A page's data, `.json` and `.md`, may be linked to like the page.
fn is_page(paths: &[String], path: &str) -> bool {
    let base = path
        .strip_suffix(".json")
        .or_else(|| path.strip_suffix(".md"));
    paths
        .iter()
        .any(|known| known == path || Some(known.as_str()) == base)
}
