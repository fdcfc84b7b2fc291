//! What the files of an export are served as, by what their names end in.

/// Endings with a dot in them, which outdo those without.
pub const LONG: [(&str, &str); 4] = [
    (".csl.json", "application/vnd.citationstyles.csl+json"),
    (".schema.json", "application/schema+json"),
    (".tei.xml", "application/tei+xml"),
    ("/opensearch.xml", "application/opensearchdescription+xml"),
];

/// Endings without.
pub const SHORT: [(&str, &str); 19] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8; header=present"),
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("atom", "application/atom+xml"),
    ("epub", "application/epub+zip"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("ico", "image/vnd.microsoft.icon"),
    ("woff2", "font/woff2"),
];

/// Those of data, which scripts of other sites may read.
pub const OF_DATA: [&str; 9] = [
    "json", "md", "bib", "ris", "csv", "epub", "xml", "atom", "txt",
];

/// What a web server that is set up as the export says sends a file as.
#[must_use]
pub fn media_type(name: &str) -> Option<&'static str> {
    let path = format!("/{name}");
    if let Some((_, media_type)) = LONG.iter().find(|(ending, _)| path.ends_with(ending)) {
        return Some(media_type);
    }
    let (_, ending) = name.rsplit_once('.')?;
    let (_, media_type) = SHORT.iter().find(|(short, _)| *short == ending)?;
    Some(media_type)
}
