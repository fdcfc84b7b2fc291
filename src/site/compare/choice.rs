//! What a reader may write to choose a section, and which one is meant.

use crate::library::{Library, Reference, Section, SectionId};
use crate::site::language::folded;
use crate::site::routes::compared;

/// Of how many sections the form offers a list; a longer one would be more to send than the page.
const MOST_OFFERED: usize = 200;

/// The sections that the form lists; none where the library has too many.
pub fn offered_sections(library: &Library) -> &[Section] {
    let sections = library.sections();
    if sections.len() <= MOST_OFFERED {
        sections
    } else {
        &[]
    }
}

/// The section that a choice means, in any letter case: by its reference or that of one of its
/// paragraphs, by its name in a comparison, or by its heading where the form lists that and no other
/// section has the same.
pub fn chosen_section(library: &Library, text: &str) -> Option<SectionId> {
    let text = text.trim();
    compared(library, text)
        .or_else(|| referenced(library, text))
        .or_else(|| {
            let mut headed = headed(library, text);
            headed.next().filter(|_| headed.next().is_none())
        })
}

fn referenced(library: &Library, text: &str) -> Option<SectionId> {
    let reference = Reference::parse(&text.trim_start_matches('/').to_lowercase())?;
    Some(library.section_of(library.resolve(&reference)?))
}

/// The sections that the form lists under a heading, which may leave out their numbers.
pub fn headed(library: &Library, heading: &str) -> impl Iterator<Item = SectionId> {
    let key = |text: &str| folded(text).to_lowercase();
    let heading = key(heading);
    let sections = offered_sections(library).iter();
    let own = sections.filter(move |section| {
        [section.heading_text(), &section.title]
            .map(key)
            .contains(&heading)
    });
    own.map(|section| section.id)
}
