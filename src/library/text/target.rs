//! Where links lead.

use std::fmt;

use super::part::Place;

/// Where a link in a text or a page leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a section or paragraph of the library.
    Place(Place),
    /// To another page of the site.
    Site(SitePath),
    /// Into a part that this site does without: the words of the link stand alone.
    Nowhere,
    /// Away from the site, by `https:`, `http:` or `mailto:`.
    Elsewhere(String),
}

/// A path of the site as an editor wrote it: `/concordance/links#II.2`. Whether it leads anywhere is
/// for the site's routes to say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// A path that starts with one slash and has no backslash, which browsers take for a slash;
    /// `None` for anything else, since it could lead to another site.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('/')?;
        let own = !rest.starts_with('/') && !rest.contains('\\');
        own.then(|| Self(text.to_owned()))
    }

    /// All of it, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path alone, without query and fragment.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split(['#', '?']).next().unwrap_or(&self.0)
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SitePath;

    #[test]
    fn only_paths_of_this_site_are_site_paths() {
        let path = SitePath::parse("/concordance/links?a#b");
        assert_eq!(
            path.as_ref().map(SitePath::path),
            Some("/concordance/links")
        );
        for text in [
            "",
            "a",
            "//evil.example/",
            "/\\evil.example",
            "https://a.b/",
        ] {
            assert_eq!(SitePath::parse(text), None, "{text}");
        }
    }
}
