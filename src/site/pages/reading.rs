//! What a page asks its readers to read: the passages by document, and how long they are.

use askama::Template;

use crate::library::{Document, DocumentId, Library, Place, ReferencePart, TargetId};
use crate::site::context::RenderContext;
use crate::site::filters;
use crate::site::href::Link;
use crate::site::routes::{HandoutFormat, HandoutHref};
use crate::site::shell::extent;
use crate::study::reading::Reading;

/// The passages of a reading.
#[derive(Template)]
#[template(path = "pages/reading.html")]
pub struct ReadingPart<'a> {
    texts: Vec<ReadingText<'a>>,
    extent: String,
    minutes: usize,
    /// The same on a sheet, titled as what the reading is for.
    handout: HandoutHref<'a>,
}

/// What is to be read of one document.
struct ReadingText<'a> {
    document: &'a Document,
    passages: Vec<Link<'a>>,
}

impl<'a> ReadingPart<'a> {
    /// The reading with these targets, its documents in the order in which it names them; it stands under
    /// this heading.
    pub fn new(ctx: RenderContext<'a>, heading: &'a str, targets: &[TargetId]) -> Self {
        let library = ctx.library;
        let reading = Reading::of(library, targets);
        let refs = reading.outermost(library).into_iter();
        let refs = refs.map(|one| library.reference(one).to_string());
        let handout = HandoutHref::new(library, HandoutFormat::Html, refs).titled(heading);
        let Reading { passages, length } = reading;
        let mut texts: Vec<(DocumentId, ReadingText<'a>)> = Vec::new();
        for passage in passages {
            let id = library[library.section_of(passage)].document;
            let link = Link::new(ctx.place(passage), name(library, passage));
            if let Some((_, text)) = texts.iter_mut().find(|(own, _)| *own == id) {
                text.passages.push(link);
            } else {
                let text = ReadingText {
                    document: &library[id],
                    passages: vec![link],
                };
                texts.push((id, text));
            }
        }
        Self {
            texts: texts.into_iter().map(|(_, text)| text).collect(),
            extent: extent(length),
            minutes: length.minutes(),
            handout,
        }
    }
}

/// How a passage is named beside its document: `Preface`, `II.2 The Principle of Sovereignty`,
/// `III.1.p1`.
fn name(library: &Library, passage: Place) -> String {
    let reference = library.reference(passage);
    let section = &library[library.section_of(passage)];
    match (reference.part, &section.number) {
        (ReferencePart::Whole, Some(_)) => format!("{} {}", reference.fragment(), section.title),
        (ReferencePart::Whole, None) => section.title.clone(),
        _ => reference.fragment(),
    }
}
