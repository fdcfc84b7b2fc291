//! All options of the Markdown parser.

use comrak::Options;

/// Plain Markdown with heading attributes, footnotes, tables and definition lists, as documents and
/// pages use it.
///
/// Footnote definitions stay where they are, so that an unused one can be reported: the parser
/// would drop it without a word.
pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.header_attributes = true;
    options.extension.footnotes = true;
    options.extension.table = true;
    options.extension.description_lists = true;
    // Not part of the format: known to the parser so that they are refused, not printed as typed.
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.parse.leave_footnote_definitions = true;
    // An escaped bracket stays apart from the text around it, so that it reads as no footnote.
    options.parse.escaped_char_spans = true;
    options
}
