//! Parts of pages that show the texts: sections, paragraphs, notes, contents.

use std::borrow::Cow;
use std::ops::Range;

use askama::Template;

use super::answers::{Answers, quoted};
use super::edition::Edition;
use super::findings::tally;
use super::mentions::linked;
use super::prose::{html, note_letter};
use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::prose::{Note, Prose, Target};
use crate::library::reference::Reference;
use crate::library::section::{Block, List, Paragraph, Quotation, Section};

/// The run of a document's sections that a page shows.
#[derive(Clone)]
pub struct Excerpt<'a> {
    edition: Edition<'a>,
    library: &'a Library,
    document: &'a Document,
    shown: Range<usize>,
    answers: bool,
}

/// A section as a page shows it.
#[derive(Template)]
#[template(path = "parts/section.html")]
pub struct SectionPart {
    /// The element's id.
    id: String,
    /// The level of its heading on this page, 1 for the page's own.
    level: usize,
    /// The element that holds it: a heading of level 1 is the page's, not a section's.
    element: &'static str,
    heading: String,
    /// The signs of the heading's notes, which are links and so stand beside the heading's own.
    signs: String,
    /// Where the section has its own page; `None` on that page.
    href: Option<String>,
    reference: RefLink,
    notes: Vec<NotePart>,
    /// How many of its paragraphs have a counterpart, in words.
    tally: Option<String>,
    blocks: String,
}

/// A reference as a link to its element, in the form in which one copies it.
pub struct RefLink {
    /// The document's id.
    pub document: String,
    /// The id of the element: `II.2.p3`.
    pub fragment: String,
}

impl RefLink {
    /// For this reference.
    pub fn new(reference: &Reference) -> Self {
        Self {
            document: reference.document.to_string(),
            fragment: reference.fragment(),
        }
    }
}

/// An editors' note below or beside what it explains.
pub struct NotePart {
    /// The id of the element that holds what it explains.
    pub owner: String,
    /// Its sign.
    pub letter: String,
    /// What it says.
    pub html: String,
}

/// The body of a section, or an item of a list.
#[derive(Template)]
#[template(path = "parts/blocks.html")]
struct Blocks {
    blocks: Vec<BlockPart>,
}

enum BlockPart {
    Paragraph(ParagraphPart),
    Quotation {
        paragraphs: Vec<String>,
        attribution: Option<String>,
        notes: Vec<NotePart>,
    },
    List {
        start: Option<usize>,
        items: Vec<String>,
    },
}

struct ParagraphPart {
    id: String,
    reference: RefLink,
    html: String,
    notes: Vec<NotePart>,
    cited_in: Vec<Cross>,
    answers: Option<String>,
}

/// Ids for the quotations of a section, which have no reference of their own.
struct QuotationIds {
    section: String,
    last: usize,
}

impl QuotationIds {
    fn new(section: &str) -> Self {
        Self {
            section: section.to_owned(),
            last: 0,
        }
    }

    fn next(&mut self) -> String {
        self.last += 1;
        format!("{}-quotation-{}", self.section, self.last)
    }
}

/// A link to another place in the texts.
pub struct Cross {
    /// Where it leads.
    pub href: String,
    /// What it shows: a reference.
    pub reference: String,
}

impl<'a> Excerpt<'a> {
    /// These sections of a document.
    pub fn new(edition: Edition<'a>, document: &'a Document, shown: Range<usize>) -> Self {
        Self {
            edition,
            library: edition.library,
            document,
            shown,
            answers: false,
        }
    }

    /// The same, with what answers the paragraphs of the first section.
    pub fn with_answers(self) -> Self {
        Self {
            answers: true,
            ..self
        }
    }

    /// The sections, the first with a heading of level `top`.
    pub fn sections(&self, top: usize) -> Vec<SectionPart> {
        let Some(first) = self.document.sections.get(self.shown.start) else {
            return Vec::new();
        };
        let base = usize::from(first.level);
        self.document.sections[self.shown.clone()]
            .iter()
            .map(|section| self.section(section, top + usize::from(section.level) - base))
            .collect()
    }

    fn section(&self, section: &Section, level: usize) -> SectionPart {
        let id = section.reference.fragment();
        SectionPart {
            level,
            element: if level == 1 { "div" } else { "section" },
            heading: self.html(&without_notes(&section.heading), &id),
            signs: self.signs(&section.heading, &id),
            href: (level > 1).then(|| address::section(section)),
            reference: RefLink::new(&section.reference),
            notes: self.notes(&section.heading, &id),
            tally: self.tally(section).filter(|_| self.answers && level == 1),
            blocks: self.blocks(&section.blocks, &mut QuotationIds::new(&id)),
            id,
        }
    }

    fn blocks(&self, blocks: &[Block], quotations: &mut QuotationIds) -> String {
        let blocks = blocks.iter().map(|block| match block {
            Block::Paragraph(paragraph) => BlockPart::Paragraph(self.paragraph(paragraph)),
            Block::Quotation(quotation) => self.quotation(quotation, &quotations.next()),
            Block::List(list) => self.list(list, quotations),
        });
        Blocks {
            blocks: blocks.collect(),
        }
        .to_string()
    }

    fn paragraph(&self, paragraph: &Paragraph) -> ParagraphPart {
        let id = paragraph.reference.fragment();
        let citing = self.library.documents.iter();
        let answers = self
            .answering(paragraph)
            .then(|| Answers::new(self.edition, paragraph));
        let answers = answers.flatten();
        let linked = linked(self.edition, paragraph);
        let prose = match &answers {
            Some(_) => Cow::Owned(quoted(self.edition, paragraph, &linked)),
            None => linked,
        };
        ParagraphPart {
            reference: RefLink::new(&paragraph.reference),
            html: self.html(&prose, &id),
            answers: answers.map(|answers| answers.to_string()),
            notes: self.notes(&paragraph.prose, &id),
            cited_in: citing
                .flat_map(|document| document.citing(&paragraph.reference))
                .map(|citing| self.cross(&citing.reference))
                .collect(),
            id,
        }
    }

    fn tally(&self, section: &Section) -> Option<String> {
        let (at, _) = self.document.section(&section.reference.section)?;
        tally(self.edition, self.document, at)
    }

    /// Whether what answers a paragraph is shown: on the page of its own section alone, since
    /// on others it would drown the text.
    fn answering(&self, paragraph: &Paragraph) -> bool {
        let own = self.document.sections.get(self.shown.start);
        self.answers && own.is_some_and(|own| own.reference.section == paragraph.reference.section)
    }

    fn quotation(&self, quotation: &Quotation, id: &str) -> BlockPart {
        let part = |place: usize, prose: &Prose| {
            let owner = format!("{id}-{}", place + 1);
            (self.html(prose, &owner), self.notes(prose, &owner))
        };
        let (mut html, notes): (Vec<_>, Vec<_>) = quotation
            .proses()
            .enumerate()
            .map(|(place, prose)| part(place, prose))
            .unzip();
        let attribution = quotation.attribution.as_ref().and_then(|_| html.pop());
        BlockPart::Quotation {
            paragraphs: html,
            attribution,
            notes: notes.into_iter().flatten().collect(),
        }
    }

    fn list(&self, list: &List, quotations: &mut QuotationIds) -> BlockPart {
        BlockPart::List {
            start: list.start,
            items: list
                .items
                .iter()
                .map(|item| self.blocks(item, quotations))
                .collect(),
        }
    }

    /// The notes of a prose that stands in the element with this id.
    pub fn notes(&self, prose: &Prose, owner: &str) -> Vec<NotePart> {
        let notes = prose.notes.iter().enumerate();
        notes
            .map(|(place, note)| NotePart {
                owner: owner.to_owned(),
                letter: note_letter(place),
                html: self.html(&note.body, owner),
            })
            .collect()
    }

    /// The signs of the notes alone.
    pub fn signs(&self, prose: &Prose, owner: &str) -> String {
        let notes = prose.notes.iter().map(|note| Note {
            at: 0,
            body: note.body.clone(),
        });
        let signs = Prose {
            notes: notes.collect(),
            ..Prose::default()
        };
        self.html(&signs, owner)
    }

    /// The inline HTML of a prose that stands in the element with this id.
    pub fn html(&self, prose: &Prose, owner: &str) -> String {
        html(prose, owner, &|target| self.href(target))
    }

    /// The sentence of an editors' note, as the document page lists it.
    pub fn note(&self, prose: &Prose) -> String {
        self.html(prose, "")
    }

    fn cross(&self, reference: &Reference) -> Cross {
        Cross {
            href: self.place(reference),
            reference: reference.to_string(),
        }
    }

    fn href(&self, target: &Target) -> String {
        match target {
            Target::Reference(reference) => self.place(reference),
            Target::Page(path) | Target::Elsewhere(path) => path.clone(),
        }
    }

    /// Where a reference stands: on this page if it shows it, else on the section's own.
    fn place(&self, reference: &Reference) -> String {
        let here = reference.document == self.document.id
            && self
                .document
                .section(&reference.section)
                .is_some_and(|(at, _)| self.shown.contains(&at));
        if here {
            return format!("#{}", reference.fragment());
        }
        address::of(self.library, reference).unwrap_or_else(|| address::short(reference))
    }
}

fn without_notes(prose: &Prose) -> Prose {
    Prose {
        notes: Vec::new(),
        ..prose.clone()
    }
}

/// The first words of a section, for listings and descriptions; whole if they are few.
pub fn opening(document: &Document, section: &Section, most: usize) -> String {
    let paragraphs = section.paragraphs();
    let Some(first) = paragraphs.first() else {
        let children = section.children.iter().map(|&at| &document.sections[at]);
        let titles: Vec<&str> = children.map(|child| child.title.as_str()).collect();
        return titles.join("; ");
    };
    let text = typographic(&first.prose.text, None);
    if text.chars().count() <= most {
        return text;
    }
    let mut cut: String = text.chars().take(most).collect();
    if let Some(space) = cut.rfind(' ') {
        cut.truncate(space);
    }
    format!("{} …", cut.trim_end_matches([',', ';', ':', '.']))
}
