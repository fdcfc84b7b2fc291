//! What a browser needs to know to search this site from its address bar.

use askama::Template;

use crate::library::Library;

/// The description.
#[derive(Template)]
#[template(path = "opensearch.xml")]
pub struct OpenSearch {
    name: String,
    description: String,
    origin: String,
}

impl OpenSearch {
    /// For a site that is reached at this origin: `http://127.0.0.1:8080`.
    pub fn new(library: &Library, origin: &str) -> Self {
        let settings = &library.settings;
        Self {
            // The format allows sixteen characters.
            name: settings.title.chars().take(16).collect(),
            description: settings.tagline.chars().take(1024).collect(),
            origin: origin.to_owned(),
        }
    }
}
