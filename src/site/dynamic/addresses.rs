//! Where the things stand that a query or a path names.

use crate::library::{LinkCode, ParagraphRange, Place, SilenceCode};
use crate::search::Named;
use crate::site::built_site::Site;
use crate::site::href::Href;
use crate::site::routes::{Format, Resolution, Route, TextFormat, path_of_address};
use crate::site::search::range_fragment;

/// What may stand after an address in running text.
const AFTER: [char; 8] = ['.', ',', ';', ':', ')', ']', '>', '!'];

impl Site {
    /// Where the one thing stands that a query names, below the base.
    pub(super) fn named_path(&self, named: &Named) -> Option<String> {
        match named {
            Named::Places(places) => match places.as_slice() {
                [place] => Some(self.place_path(*place)),
                _ => None,
            },
            Named::Range(range) => Some(self.range_path(*range)),
            Named::Pairs(pairs) => match pairs.as_slice() {
                &[(first, second)] => {
                    let route = Route::comparison(first, second, Format::Html)?;
                    Some(self.path(route))
                }
                _ => None,
            },
            Named::Missing(_) | Named::Nothing => None,
        }
    }

    /// Where a match or a silence stands whose permanent id a query is, below the base.
    pub(super) fn coded_path(&self, query: &str) -> Option<String> {
        let code = query.trim().to_ascii_lowercase();
        if let Some(code) = LinkCode::parse(&code) {
            let link = self.library().link(code)?;
            return Some(self.path(Route::Link(link)));
        }
        let code = SilenceCode::parse(&code)?;
        let is_there = self.library().silences().iter().any(|one| one.code == code);
        is_there.then(|| format!("{}#silence-{code}", self.path(Route::Silences)))
    }

    /// Where a pasted address of the site leads, below the base, whatever host and path it stands
    /// below; `None` for a text that is none.
    pub(super) fn pasted(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let (address, fragment) = text.split_once('#').unwrap_or((text, ""));
        let path = path_of_address(address)?;
        if path.contains(char::is_whitespace) {
            return None;
        }
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let slashes = path.match_indices('/').map(|(at, _)| &path[at..]);
        let found = slashes
            .filter(|rest| *rest != "/" || path == "/")
            .find_map(|rest| self.resolve(rest))?;
        let is_search = matches!(found, Resolution::Found(Route::Search(_)));
        if is_search && !query.is_empty() {
            return None;
        }
        let path = self.resolved_path(&found);
        let fragment = fragment.trim_end_matches(AFTER);
        let is_plain = fragment.bytes().all(|byte| byte.is_ascii_graphic());
        if fragment.is_empty() || path.contains('#') || !is_plain {
            return Some(path);
        }
        Some(format!("{path}#{fragment}"))
    }

    /// The path and fragment that a path was resolved to, below the base.
    #[must_use]
    pub fn resolved_path(&self, resolution: &Resolution) -> String {
        match *resolution {
            Resolution::Found(route) | Resolution::Moved(route) => self.path(route),
            Resolution::Range(range) => self.range_path(range),
        }
    }

    /// The path and fragment where paragraphs stand in a row, below the base: on the page of the
    /// smallest section that has them all, or else of the whole text, and highlighted there.
    #[must_use]
    pub fn range_path(&self, range: ParagraphRange) -> String {
        let library = self.library();
        let [first, last] = range.ends().map(|end| &library[library.section_of(end)]);
        let above = library.ancestors(first).into_iter().rev();
        let mut from_inside = std::iter::once(first).chain(above);
        let around = from_inside.find(|one| one.subtree.contains(last.id));
        let (route, sections) = match around {
            Some(one) => (Route::Section(one.id, TextFormat::Html), one.subtree),
            None => (
                Route::FullText(first.document),
                library[first.document].sections,
            ),
        };
        let anchor = library[range.first()].reference.fragment();
        let highlighted = range_fragment(library, range, sections);
        format!("{}#{anchor}{highlighted}", self.path(route))
    }

    /// The path and fragment where a section or paragraph stands, below the base.
    #[must_use]
    pub fn place_path(&self, place: Place) -> String {
        let href: Href<'_> = self.context().place(place);
        href.to_string()
    }
}
