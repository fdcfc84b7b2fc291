//! What an editor may have meant by a name that is not there.

use crate::library::Library;
use crate::library::near::nearest;

/// The known name that is most like a wrong one, if any is like it.
pub fn suggest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wrong, known).map(str::to_owned)
}

/// The reference that is most like a wrong one; of equals, the first in reading order.
pub fn suggest_reference(library: &Library, wrong: &str) -> Option<String> {
    let sections = library.sections().iter();
    let known = sections.flat_map(|section| {
        let paragraphs = library[section.paragraphs].iter();
        let paragraphs = paragraphs.map(|paragraph| paragraph.reference.to_string());
        std::iter::once(section.reference.to_string()).chain(paragraphs)
    });
    let known: Vec<String> = known.collect();
    suggest(wrong, known.iter().map(String::as_str))
}

/// The suggestion as a question, or what to do where there is none.
pub fn offer(suggestion: Option<&String>, otherwise: &str) -> String {
    match suggestion {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    }
}
