//! The parser's text: words, links by reference, and what is wrong in them.

use super::footnotes::signs;
use super::inlines::{FOOTNOTE_ON_PAGE, InlineContext, Inlines, mark};
use super::links::wiki_destination;
use super::typed::mistakes;
use super::wiki::{Stretch, stretches};
use crate::content::diagnostics::{Problem, Typed};
use crate::library::{LINE_BREAK, Prose, Style};

impl Inlines<'_> {
    /// A text that begins at this byte of the file.
    pub(super) fn collect_text(
        &mut self,
        text: &str,
        context: InlineContext,
        start: usize,
        prose: &mut Prose,
    ) {
        let starts_line = prose.text.is_empty() || prose.text.ends_with([' ', LINE_BREAK]);
        // What is wrong with the attributes of a heading is told where they are read.
        let is_heading = context == InlineContext::Heading;
        let mistakes = mistakes(text, starts_line && !is_heading).into_iter();
        for (range, typed) in mistakes.filter(|(_, one)| !is_heading || *one != Typed::Attributes) {
            let span = start + range.start..start + range.end;
            self.sink.report_at(span, Problem::PrintedAsTyped(typed));
        }
        for stretch in stretches(text) {
            match stretch {
                Stretch::Words(range) => {
                    let words = &text[range.clone()];
                    self.report_undefined(words, context, start + range.start);
                    prose.text.push_str(words);
                }
                Stretch::Link {
                    range,
                    reference,
                    words,
                } => {
                    let span = start + range.start..start + range.end;
                    let begins = prose.text.len();
                    prose.text.push_str(&text[words]);
                    let destination = wiki_destination(reference, &span, self.sink);
                    if let Some(destination) = destination {
                        let style = Style::Link(self.link(destination, span));
                        prose.marks.push(mark(begins, prose, style));
                    }
                }
            }
        }
    }

    /// Reports the signs of footnotes in a text that begins at this byte of the file.
    fn report_undefined(&self, text: &str, context: InlineContext, start: usize) {
        for (range, name) in signs(text) {
            let problem = if context == InlineContext::Page {
                Problem::Unsupported(FOOTNOTE_ON_PAGE)
            } else {
                Problem::UndefinedFootnote {
                    name: name.to_owned(),
                    near: self.footnotes.suggest(name),
                }
            };
            let sign = start + range.start..start + range.end;
            self.sink.report_at(sign, problem);
        }
    }
}
