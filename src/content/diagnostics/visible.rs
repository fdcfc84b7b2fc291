//! Text for a terminal.

use std::borrow::Cow;

/// A text with its control characters escaped, but for tabs and the ends of lines: what stands in a file, or in
/// its name, must not command the terminal on which it is shown.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_hidden = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t');
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_hidden(sign) {
            shown.extend(sign.escape_default());
        } else {
            shown.push(sign);
        }
    }
    Cow::Owned(shown)
}
