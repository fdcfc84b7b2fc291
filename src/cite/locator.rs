//! Where in a text a place is, in words that a reader understands who has never seen the site.

use crate::library::{Library, Paragraph, Place, ReferencePart, Section, SectionId};

/// How a word for a section is shortened before its number.
const SHORT: [(&str, &str); 5] = [
    ("chapter", "ch."),
    ("section", "§"),
    ("article", "art."),
    ("part", "pt."),
    ("paragraph", "para."),
];

/// `ch. II, § 2, para. 2`, `§ 2.2.1`, `preface, epigraph`.
#[must_use]
pub fn locator(library: &Library, place: Place) -> String {
    let section = of_section(library, library.section_of(place));
    match library.reference(place).part {
        ReferencePart::Whole => section,
        ReferencePart::Epigraph => format!("{section}, epigraph"),
        ReferencePart::Paragraph(ordinal) => match place.paragraph().map(|id| &library[id]) {
            Some(paragraph) => of_paragraph(library, paragraph, ordinal, &section),
            None => section,
        },
    }
}

/// By the number that the text prints, where that is its own: `art. 2(4)`. In a section that prints
/// numbers a count of paragraphs would be taken for one, and so is told apart: `art. 2, p1`.
fn of_paragraph(library: &Library, paragraph: &Paragraph, ordinal: usize, section: &str) -> String {
    if let Some(number) = &paragraph.number
        && library.printed(paragraph.section, &number.path).len() == 1
    {
        return format!("{section}{}", number.cited());
    }
    let all = &library[library[paragraph.section].paragraphs];
    if all.iter().any(|one| one.number.is_some()) {
        format!("{section}, p{ordinal}")
    } else {
        format!("{section}, para. {ordinal}")
    }
}

fn of_section(library: &Library, id: SectionId) -> String {
    let section = &library[id];
    let own = of_heading(section);
    match section.parent {
        Some(parent) if !says_all(&library[parent], section) => {
            format!("{}, {own}", of_section(library, parent))
        }
        _ => own,
    }
}

/// Whether the number of a section holds that of the section above it, as `2.2.1` holds `2.2`.
fn says_all(parent: &Section, section: &Section) -> bool {
    let bare = |section: &Section| section.number.as_deref().map(bare_number);
    match (bare(parent), bare(section)) {
        (Some(above), Some(own)) => own
            .strip_prefix(&above)
            .is_some_and(|rest| rest.starts_with('.')),
        _ => false,
    }
}

/// A section by the number in its heading, or else by its title.
fn of_heading(section: &Section) -> String {
    let Some(number) = section.number.as_deref().or_else(|| bare_heading(section)) else {
        return named(&section.title);
    };
    let bare = bare_number(number);
    match bare.split_once(char::is_whitespace) {
        Some((word, number)) => format!("{} {number}", shortened(word)),
        None => format!("§ {bare}"),
    }
}

/// A heading that is a number and nothing else: `Article 2`.
fn bare_heading(section: &Section) -> Option<&str> {
    let title = section.title.as_str();
    let (word, number) = title.split_once(char::is_whitespace)?;
    let is_word = word.chars().all(char::is_alphabetic);
    (is_word && number == section.reference.section.last_part()).then_some(title)
}

/// The number without the full stop that closes it.
fn bare_number(number: &str) -> String {
    number.trim_end_matches(['.', ':']).to_owned()
}

fn shortened(word: &str) -> String {
    let word = word.to_lowercase();
    let short = SHORT.iter().find(|(long, _)| *long == word);
    short.map_or(word, |(_, short)| (*short).to_owned())
}

/// `preface`; a title of several words stands in quotes.
fn named(title: &str) -> String {
    if title.contains(' ') {
        format!("“{title}”")
    } else {
        title.to_lowercase()
    }
}
