//! A sentence of the texts with words marked in it: keyword in context.

use std::borrow::Cow;
use std::ops::Range;

use crate::library::{Language, Library, Part, Place, TextSpan};
use crate::site::context::RenderContext;
use crate::site::href::Href;
use crate::site::language::Typeset;
use crate::study::sentences::around;

/// A sentence, or a keyword of a document, with its place. Shown by `terms/in_context.html`.
pub struct ContextLine<'a> {
    /// Where it stands.
    pub href: Href<'a>,
    /// Its reference without the document, and what sort of part it is where that is no paragraph:
    /// `II.2.p1`, `II.2, heading`, `keyword`.
    pub name: Cow<'a, str>,
    /// Its words, in order.
    pub pieces: Vec<Piece<'a>>,
}

/// Some words of a sentence.
pub struct Piece<'a> {
    /// The words, with typographic quotes.
    pub text: Cow<'a, str>,
    /// The element that marks them.
    pub element: Option<&'static str>,
}

impl<'a> ContextLine<'a> {
    /// A sentence of a part, with these stretches marked by these elements; all in bytes of the
    /// part's text. Stretches stand in order, apart from each other.
    pub fn new(
        ctx: RenderContext<'a>,
        part: Part,
        sentence: &Range<usize>,
        marks: &[(Range<usize>, &'static str)],
    ) -> Self {
        let place = ctx.library.place_of(part);
        let mut name = ctx.library.reference(place).fragment();
        match (part, place) {
            (Part::Heading(_), _) => name.push_str(", heading"),
            (Part::Quotation(_), Place::Section(_)) => name.push_str(", quotation"),
            _ => {}
        }
        Self {
            href: ctx.part(part),
            name: name.into(),
            pieces: pieces(
                &ctx.library.prose(part).text,
                sentence,
                marks,
                Some(ctx.library.language_at(place)),
            ),
        }
    }
}

/// The sentence that a stretch stands in, in bytes of its part's text; where it reaches over
/// several, all of them.
pub fn sentence_of(library: &Library, span: &TextSpan) -> Range<usize> {
    let prose = library.prose(span.part);
    around(span.part, prose, &span.range, &library.words)
}

/// The words of a stretch of text in a language, `None` for the editors' English, parted where marks
/// begin and end.
pub fn pieces<'a>(
    text: &'a str,
    stretch: &Range<usize>,
    marks: &[(Range<usize>, &'static str)],
    language: Option<&Language>,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let start = stretch.start;
    let typeset = Typeset::new(&text[stretch.clone()], language);
    let mut at = start;
    let mut add = |range: Range<usize>, element| {
        if range.is_empty() {
            return;
        }
        let text = typeset.shown(range.start - start..range.end - start);
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
