//! Where links lead, now that everything is known.

use super::site_link::SiteLink;
use crate::content::text::{Destination, PendingLink};
use crate::library::{Library, Target};

/// The target of each link, and those that lead to pages of the site, which nobody has checked yet.
pub fn resolve_links(library: &Library, links: Vec<PendingLink>) -> (Vec<Target>, Vec<SiteLink>) {
    let mut site_links = Vec::new();
    let targets = links.into_iter().map(|link| {
        let (path, reference, is_passage) = match link.destination {
            Destination::Elsewhere(url) => return Target::Elsewhere(url),
            Destination::Site { path, reference } => (path, reference, false),
            Destination::Passage { path, reference } => (path, Some(reference), true),
        };
        let place = reference.as_ref().and_then(|one| library.resolve(one));
        if let Some(place) = place {
            return Target::Place(place);
        }
        site_links.push(SiteLink {
            file: link.file,
            span: link.span,
            path: path.clone(),
            reference,
            is_passage,
        });
        Target::Site(path)
    });
    (targets.collect(), site_links)
}
