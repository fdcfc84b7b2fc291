//! A sentence of the texts with words marked in it: keyword in context.

use std::ops::Range;

use super::quotes::typographic;
use crate::library::address;
use crate::library::part::Part;
use crate::library::section::Section;

/// A sentence with its place. Shown by `templates/parts/context.html`.
pub struct Context {
    /// Where it stands.
    pub href: String,
    /// Its reference without the document, and what sort of part it is where that is no paragraph.
    pub name: String,
    /// Its words, in order.
    pub pieces: Vec<Piece>,
}

/// Some words of a sentence.
pub struct Piece {
    /// The words, with typographic quotes.
    pub text: String,
    /// The element that marks them.
    pub element: Option<&'static str>,
}

impl Context {
    /// A sentence of a part of a section, with these stretches marked by these elements; all in
    /// bytes of the part's text. Stretches stand in order, apart from each other.
    pub fn new(
        section: &Section,
        part: Part,
        sentence: &Range<usize>,
        marks: &[(Range<usize>, &'static str)],
    ) -> Self {
        let text = section.part(part).map_or("", |prose| &prose.text);
        let reference = section.reference_of(part);
        let fragment = reference.fragment();
        let name = match part {
            Part::Heading => format!("{fragment}, heading"),
            Part::Paragraph(_) => fragment.clone(),
            Part::Quotation(_) => format!("{fragment}, quotation"),
        };
        Self {
            href: format!("{}#{fragment}", address::section(section)),
            name,
            pieces: pieces(text, sentence, marks),
        }
    }
}

/// The words of a stretch of text, parted where marks begin and end.
pub fn pieces(
    text: &str,
    stretch: &Range<usize>,
    marks: &[(Range<usize>, &'static str)],
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = stretch.start;
    let mut add = |range: Range<usize>, element| {
        if range.is_empty() {
            return;
        }
        let before = text[..range.start].chars().next_back();
        let before = before.filter(|_| range.start > stretch.start);
        let text = typographic(&text[range], before);
        pieces.push(Piece { text, element });
    };
    for (range, element) in marks {
        add(at..range.start, None);
        add(range.clone(), Some(*element));
        at = range.end;
    }
    add(at..stretch.end, None);
    pieces
}
