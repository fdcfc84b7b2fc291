//! The files that other programs look for at fixed addresses: search engines, browsers, readers of
//! feeds, and whoever has found a hole.

use std::fmt;

use super::link_filter::PageNumber;
use crate::library::Library;

/// A file that programs look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Discovery {
    /// How a browser learns to search the site.
    OpenSearch,
    /// What programs that visit the site are asked.
    Robots,
    /// The addresses of all pages; or of the sitemaps that have them, where they are too many for one.
    Sitemap,
    /// One of those sitemaps.
    SitemapPart(PageNumber),
    /// The editions of the site, for programs that follow news.
    EditionsFeed,
    /// Whom to tell of a hole in the site's security; only where the editors say so.
    SecurityTxt,
}

/// How many addresses a sitemap may have, by the rules of sitemaps.org.
pub const ADDRESSES_PER_SITEMAP: usize = 50_000;

/// What stands before and after the number of a sitemap.
const PART: (&str, &str) = ("sitemap-", ".xml");

impl Discovery {
    /// All that a site has which tells search engines of so many addresses.
    pub fn all(library: &Library, addresses: usize) -> Vec<Self> {
        let mut files = vec![Self::OpenSearch, Self::Robots, Self::Sitemap];
        files.extend(sitemap_parts(addresses).map(Self::SitemapPart));
        if !library.editions.is_empty() {
            files.push(Self::EditionsFeed);
        }
        if library.settings.security.is_some() {
            files.push(Self::SecurityTxt);
        }
        files
    }

    /// What the parts of a path name, in lower case; a sitemap by its number, whether or not there are
    /// so many.
    pub(super) fn read(library: &Library, parts: &[&str]) -> Option<Self> {
        match parts {
            ["opensearch.xml"] => Some(Self::OpenSearch),
            ["robots.txt"] => Some(Self::Robots),
            ["sitemap.xml"] => Some(Self::Sitemap),
            ["editions.atom"] => (!library.editions.is_empty()).then_some(Self::EditionsFeed),
            [".well-known", "security.txt"] => {
                let is_told = library.settings.security.is_some();
                is_told.then_some(Self::SecurityTxt)
            }
            [name] => {
                let number = name.strip_prefix(PART.0)?.strip_suffix(PART.1)?;
                Some(Self::SitemapPart(PageNumber::new(number.parse().ok()?)?))
            }
            _ => None,
        }
    }

    /// Writes its path.
    pub(super) fn write_path(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenSearch => write!(f, "/opensearch.xml"),
            Self::Robots => write!(f, "/robots.txt"),
            Self::Sitemap => write!(f, "/sitemap.xml"),
            Self::SitemapPart(part) => write!(f, "/{}{}{}", PART.0, part.number(), PART.1),
            Self::EditionsFeed => write!(f, "/editions.atom"),
            Self::SecurityTxt => write!(f, "/.well-known/security.txt"),
        }
    }

    /// Whether programs look for it at the root of a host, below whatever path the site stands.
    #[must_use]
    pub fn is_of_host(self) -> bool {
        matches!(self, Self::Robots | Self::SecurityTxt)
    }
}

/// The sitemaps of so many addresses; none where one has them all.
pub fn sitemap_parts(addresses: usize) -> impl Iterator<Item = PageNumber> {
    let count = match addresses.div_ceil(ADDRESSES_PER_SITEMAP) {
        0 | 1 => 0,
        several => several,
    };
    (1..=count).filter_map(PageNumber::new)
}
