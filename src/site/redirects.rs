//! Addresses that lead on to another.

use std::collections::BTreeMap;

use super::resource::Resource;
use crate::library::Library;
use crate::library::address;

/// The short addresses of sections and paragraphs, with those of sections' data; the data of the
/// whole text, which are the document's; the kinds of one document; and every page whose path was
/// written in capitals.
pub fn redirects(
    library: &Library,
    resources: &BTreeMap<String, Resource>,
) -> BTreeMap<String, String> {
    let mut redirects = BTreeMap::new();
    for path in resources.keys() {
        redirects.insert(path.to_lowercase(), path.clone());
    }
    for document in &library.documents {
        for end in ["json", "md"] {
            let whole = format!("{}.{end}", address::full(document));
            redirects.insert(whole, format!("{}.{end}", address::document(document)));
        }
    }
    for kind in &library.kinds {
        let mut documents = library.documents_with(kind);
        if let (Some(document), None) = (documents.next(), documents.next()) {
            redirects.insert(address::kind(kind), address::listing(document, kind));
        }
    }
    for reference in library.references() {
        let Some(place) = address::of(library, reference) else {
            continue;
        };
        let short = address::short(reference).to_lowercase();
        if reference.paragraph.is_none() {
            for end in ["json", "md"] {
                redirects.insert(format!("{short}.{end}"), format!("{place}.{end}"));
            }
        }
        redirects.insert(short, place);
    }
    redirects
}
