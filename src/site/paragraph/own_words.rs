//! The words of a paragraph or epigraph, with the passages that matches quote.

use crate::library::{Citable, Library, Part};
use crate::site::context::RenderContext;
use crate::site::html::Html;
use crate::site::text::{
    Annotated, Annotation, NotePart, Passages, ProseHtml, SetWords, term_links,
};

/// The words large, and the notes on them.
pub struct OwnWords {
    /// The paragraph, or the lines of the epigraph.
    pub lines: Vec<Html<SetWords>>,
    /// Who said an epigraph.
    pub attribution: Option<Html<ProseHtml>>,
    pub is_epigraph: bool,
    pub notes: Vec<NotePart>,
}

impl OwnWords {
    /// Those of a paragraph or epigraph, with these passages marked.
    pub fn new(ctx: RenderContext<'_>, citable: Citable, passages: &Passages) -> Self {
        let library = ctx.library;
        let attribution = match citable {
            Citable::Epigraph(id) => library[id].quotation.attribution,
            Citable::Paragraph(_) => None,
        };
        let attribution = attribution.map(Part::Quotation);
        let fragment = library.reference(citable.into()).fragment();
        let mut own = Self {
            lines: Vec::new(),
            attribution: None,
            is_epigraph: matches!(citable, Citable::Epigraph(_)),
            notes: Vec::new(),
        };
        for (nth, part) in (1..).zip(library.parts_of(citable)) {
            let owner = match part {
                Part::Quotation(_) => format!("{fragment}-{nth}"),
                Part::Heading(_) | Part::Paragraph(_) => fragment.clone(),
            };
            let in_context = |place| ctx.in_context(place);
            let prose = library.prose(part);
            let mut annotations = mentions(ctx, part);
            annotations.extend(passages.in_part(part));
            let words = Annotated {
                prose,
                annotations,
                language: Some(library.language_at(citable.into())),
            };
            if attribution == Some(part) {
                let words = ProseHtml::new(library, &words, &owner, &in_context);
                own.attribution = Some(Html(words));
            } else {
                let words = SetWords::new(library, &words, &owner, &in_context);
                let number = number_before(library, citable).map(str::to_owned);
                own.lines.push(Html(match citable {
                    Citable::Epigraph(_) => words,
                    Citable::Paragraph(_) => words.named().numbered(number),
                }));
            }
            own.notes
                .extend(NotePart::of(library, prose, &owner, &in_context));
        }
        own
    }
}

/// The links to terms of a paragraph, the same as on the page of its section.
fn mentions(ctx: RenderContext<'_>, part: Part) -> Vec<Annotation> {
    let Part::Paragraph(id) = part else {
        return Vec::new();
    };
    let section = &ctx.library[ctx.library[id].section];
    term_links(ctx, section).remove(&id).unwrap_or_default()
}

/// What the source prints before a paragraph, apart from its words.
pub fn number_before(library: &Library, citable: Citable) -> Option<&str> {
    let Citable::Paragraph(id) = citable else {
        return None;
    };
    let number = library[id].number.as_ref()?;
    (!number.in_words).then_some(number.printed.as_str())
}
