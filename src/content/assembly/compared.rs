//! Reads which documents the editors compared.

use super::damage::Damage;
use crate::content::diagnostics::{Fault, Problem, Sink, suggest};
use crate::content::toml::{Group, Located};
use crate::library::{Compared, DocumentId, Library};

/// Every two documents of each group.
pub fn read_compared(
    groups: &[Group],
    library: &Library,
    damage: &Damage,
    sink: Sink<'_>,
) -> Compared {
    let mut compared = Compared::default();
    for group in groups {
        if group.value.len() < 2 {
            sink.report_at(group.span.clone(), Fault::ComparedAlone);
        }
        let mut read: Vec<DocumentId> = Vec::new();
        for name in &group.value {
            let Some(document) = document(library, name, damage, sink) else {
                continue;
            };
            if read.contains(&document) {
                let fault = Fault::TwiceInGroup(name.value.clone());
                sink.report_at(name.span.clone(), fault);
                continue;
            }
            for &before in &read {
                if !compared.add(before, document) {
                    let [first, second] = [before, document].map(|id| library[id].slug.to_string());
                    let fault = Fault::ComparedTwice { first, second };
                    sink.report_at(group.span.clone(), fault);
                }
            }
            read.push(document);
        }
    }
    compared
}

/// The document that a name means. A damaged one may be the one that is meant.
fn document(
    library: &Library,
    name: &Located<String>,
    damage: &Damage,
    sink: Sink<'_>,
) -> Option<DocumentId> {
    let documents = library.documents();
    let found = documents.iter().find(|one| one.slug.as_str() == name.value);
    if found.is_none() && !damage.has_documents() {
        let problem = Problem::BadValue {
            value: name.value.clone(),
            expected: "the id of a document in this folder",
            near: suggest(&name.value, documents.iter().map(|one| one.slug.as_str())),
        };
        sink.report_at(name.span.clone(), problem);
    }
    found.map(|one| one.id)
}
