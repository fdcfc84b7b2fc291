//! What pages are made from: the library, what is computed from it, and where the site stands.

use super::base_url::BaseUrl;
use crate::library::Library;
use crate::study::Study;

/// A library with its study.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// The texts and the editors' findings.
    pub library: &'a Library,
    /// The computed evidence.
    pub study: &'a Study,
    /// Where the site stands on the web, if that is known.
    pub base: Option<&'a BaseUrl>,
}

impl Edition<'_> {
    /// A path of the site as data give it: below the path of the base.
    pub fn below_base(&self, path: &str) -> String {
        let base = self.base.map_or("", BaseUrl::path);
        format!("{base}{path}")
    }

    /// A path of the site for people to write down: with the base before it, where that is known.
    pub fn address(&self, path: &str) -> String {
        match self.base {
            Some(base) => base.whole(path),
            None => path.to_owned(),
        }
    }
}
