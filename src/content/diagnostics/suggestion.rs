//! What an editor may have meant by a name that is not there.

use crate::library::near::nearest;

/// The known name that is most like a wrong one, if any is like it.
pub fn suggest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wrong, known).map(str::to_owned)
}

/// The suggestion as a question, or what to do where there is none.
pub fn offer(suggestion: Option<&String>, otherwise: &str) -> String {
    match suggestion {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    }
}
