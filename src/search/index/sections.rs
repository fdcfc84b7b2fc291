//! Sections as entries.

use super::source::{PassageDraft, Source, TextSource, Zone};
use crate::library::{Library, Part, Section};

/// What can be found of a section, its children left out.
pub fn section_passages<'a>(library: &'a Library, section: &'a Section) -> Vec<PassageDraft<'a>> {
    let number = section.reference.section.as_str();
    let mut found = vec![PassageDraft::unlocated(Zone::Heading, number)];
    for part in section.parts() {
        let prose = library.prose(part);
        let zone = match part {
            Part::Heading(_) => Zone::Heading,
            Part::Paragraph(_) | Part::Quotation(_) => Zone::Text,
        };
        let source = Source::Text(TextSource::Part(part));
        found.push(PassageDraft::new(zone, source, &prose.text));
        let label = prose.label();
        found.extend(label.map(|label| PassageDraft::unlocated(Zone::Label, label)));
        for (note, one) in prose.notes.iter().enumerate() {
            let source = Source::Text(TextSource::Note { part, note });
            found.push(PassageDraft::new(Zone::Note, source, &one.body.text));
        }
    }
    found
}
