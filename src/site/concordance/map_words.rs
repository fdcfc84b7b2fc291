//! The words of the diagram: the numbers, titles and labels of its sections.

use crate::library::{DocumentId, Section, pluralize};
use crate::site::context::RenderContext;
use crate::site::language::typographic;
use crate::study::coverage::Tally;

/// How many characters of a title stand on one line.
const LINE: usize = 40;

/// What a screen reader says of a section: reference, title and how another document matches it.
pub fn spoken_label(ctx: RenderContext<'_>, section: &Section, other: DocumentId) -> String {
    let name = ctx.section_name(section.id);
    let coverage = &ctx.study.coverage;
    let tally = tally_in_words(coverage.tally(ctx.library, section.paragraphs, other));
    if is_titled(section) {
        format!("{name} {}: {tally}", typographic(&section.title))
    } else {
        format!("{name}: {tally}")
    }
}

/// The title in lines; none where it says no more than the number.
pub fn title_lines(section: &Section) -> Vec<String> {
    if is_titled(section) {
        wrap(&typographic(&section.title))
    } else {
        Vec::new()
    }
}

/// The characters of the longest number beside which a title stands.
pub fn longest_number(sections: &[&Section]) -> usize {
    let titled = sections.iter().filter(|section| is_titled(section));
    let numbers = titled.map(|section| section.reference.section.as_str().len());
    numbers.max().unwrap_or_default()
}

/// Whether the title says more than the number: `preface` is both.
fn is_titled(section: &Section) -> bool {
    !section
        .title
        .eq_ignore_ascii_case(section.reference.section.as_str())
}

/// A tally as a phrase: `3 paragraphs, 2 close, 1 loose`.
fn tally_in_words(tally: Tally) -> String {
    if tally.paragraphs() == 0 {
        return "no paragraph of its own".to_owned();
    }
    let sorts = [
        (tally.close, "close"),
        (tally.clear, "clear"),
        (tally.loose, "loose"),
        (tally.differs, "differing"),
        (tally.none, "unmatched"),
    ];
    let sorts = sorts.into_iter().filter(|(count, _)| *count > 0);
    let sorts: Vec<String> = sorts
        .map(|(count, sort)| format!("{count} {sort}"))
        .collect();
    let paragraphs = pluralize(tally.paragraphs(), "paragraph");
    format!("{paragraphs}, {}", sorts.join(", "))
}

/// The text in lines of about the same length, as few as hold it.
fn wrap(text: &str) -> Vec<String> {
    let length = text.chars().count();
    let lines = length.div_ceil(LINE).max(1);
    let aim = length.div_ceil(lines);
    let mut wrapped: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let more = wrapped.len() < lines;
        if let Some(last) = wrapped.last_mut() {
            let full = last.chars().count() + word.chars().count() / 2 >= aim;
            if more && full && !last.is_empty() {
                wrapped.push(word.to_owned());
            } else {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(word);
            }
        }
    }
    wrapped
}
