//! Where links lead, now that everything is known.

use super::site_link::{Meant, SiteLink};
use crate::content::text::{Destination, PendingLink};
use crate::library::{Id, Library, Place, Reference, Slug, Target, TargetId};

/// The target of each link, in the order of their ids, and those that lead to pages of the site,
/// which nobody has checked yet.
pub fn resolve_links(library: &Library, links: Vec<PendingLink>) -> (Vec<Target>, Vec<SiteLink>) {
    let mut site_links = Vec::new();
    let targets = links.into_iter().enumerate().map(|(nth, link)| {
        let (path, meant) = match link.destination {
            Destination::Elsewhere(url) => return Target::Elsewhere(url),
            Destination::Site { path, reference } => (path, Meant::Page(reference)),
            Destination::Passage { path, reference } => (path, Meant::Passage(reference)),
            Destination::Here {
                path,
                document,
                name,
            } => (path, Meant::Here { document, name }),
        };
        let place = match &meant {
            Meant::Page(reference) => reference.as_ref().and_then(|one| library.resolve(one)),
            Meant::Passage(reference) => library.resolve(reference),
            Meant::Here { document, name } => here(library, document, name),
        };
        if let Some(place) = place {
            return Target::Place(place);
        }
        site_links.push(SiteLink {
            file: link.file,
            span: link.span,
            target: Some(TargetId::new(nth)),
            path: path.clone(),
            meant,
        });
        Target::Site(path)
    });
    (targets.collect(), site_links)
}

/// What a name means in its document: the id of a section, or the end of a reference.
fn here(library: &Library, document: &Slug, name: &str) -> Option<Place> {
    let id = library.document(document.as_str())?;
    if let Some(section) = library.section_by_slug(id, name) {
        return Some(section.into());
    }
    library.resolve(&Reference::parse(&format!("{document}/{name}"))?)
}

/// The same for links that no document of the library has: only what is wrong with them counts.
pub fn stray_site_links(library: &Library, links: Vec<PendingLink>) -> Vec<SiteLink> {
    let (_, mut site_links) = resolve_links(library, links);
    for link in &mut site_links {
        link.target = None;
    }
    site_links
}
