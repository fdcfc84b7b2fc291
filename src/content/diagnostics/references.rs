//! What an editor may have meant by a reference to nothing.

use super::sink::Sink;
use super::suggestion::suggest;
use crate::library::Library;

/// The references of all sections and paragraphs, in reading order.
pub fn references(library: &Library) -> Vec<String> {
    let sections = library.sections().iter();
    let known = sections.flat_map(|section| {
        let paragraphs = library[section.paragraphs].iter();
        let paragraphs = paragraphs.map(|paragraph| paragraph.reference.to_string());
        std::iter::once(section.reference.to_string()).chain(paragraphs)
    });
    known.collect()
}

/// The reference that is most like a wrong one; of equals, the first in reading order. `None` too
/// where so much is wrong with the file that nobody will see it.
pub fn suggest_reference(library: &Library, wrong: &str, sink: Sink<'_>) -> Option<String> {
    if !sink.may_suggest() {
        return None;
    }
    suggest(wrong, references(library).iter().map(String::as_str))
}
