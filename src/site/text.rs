//! Parts of pages that show the texts: sections, paragraphs, notes, contents.

use std::ops::Range;

use askama::Template;

use super::prose::{html, note_letter};
use super::quotes::typographic;
use crate::library::Library;
use crate::library::address;
use crate::library::document::Document;
use crate::library::prose::{Prose, Target};
use crate::library::reference::Reference;
use crate::library::section::{Block, List, Paragraph, Quotation, Section};

/// The run of a document's sections that a page shows.
#[derive(Clone)]
pub struct Excerpt<'a> {
    library: &'a Library,
    document: &'a Document,
    shown: Range<usize>,
}

/// A section as a page shows it.
#[derive(Template)]
#[template(path = "parts/section.html")]
pub struct SectionPart {
    /// The element's id.
    id: String,
    /// The level of its heading on this page, 1 for the page's own.
    level: usize,
    heading: String,
    /// Where the section has its own page; `None` on that page.
    href: Option<String>,
    reference: RefLink,
    notes: Vec<NotePart>,
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
    owner: String,
    letter: String,
    html: String,
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
    pub fn new(library: &'a Library, document: &'a Document, shown: Range<usize>) -> Self {
        Self {
            library,
            document,
            shown,
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
            heading: self.html(&section.heading, &id),
            href: (level > 1).then(|| address::section(section)),
            reference: RefLink::new(&section.reference),
            notes: self.notes(&section.heading, &id),
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
        ParagraphPart {
            reference: RefLink::new(&paragraph.reference),
            html: self.html(&paragraph.prose, &id),
            notes: self.notes(&paragraph.prose, &id),
            cited_in: citing
                .flat_map(|document| document.citing(&paragraph.reference))
                .map(|citing| self.cross(&citing.reference))
                .collect(),
            id,
        }
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

    fn notes(&self, prose: &Prose, owner: &str) -> Vec<NotePart> {
        let notes = prose.notes.iter().enumerate();
        notes
            .map(|(place, note)| NotePart {
                owner: owner.to_owned(),
                letter: note_letter(place),
                html: self.html(&note.body, owner),
            })
            .collect()
    }

    fn html(&self, prose: &Prose, owner: &str) -> String {
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

/// The contents of a document, with the place of the page in it.
#[derive(Template)]
#[template(path = "parts/contents.html")]
pub struct Contents {
    entries: Vec<ContentsEntry>,
}

struct ContentsEntry {
    number: Option<String>,
    title: String,
    href: String,
    current: bool,
    children: String,
}

impl Contents {
    /// The whole tree; `current` is the place of the section that the page shows. With `inside`,
    /// the links lead to places on the page itself, which shows the whole text.
    pub fn new(document: &Document, current: Option<usize>, inside: bool) -> Self {
        let roots: Vec<usize> = document.roots().collect();
        Self::level(document, &roots, current, inside)
    }

    /// The tree below one section.
    pub fn below(document: &Document, at: usize) -> Self {
        Self::level(document, &document.sections[at].children, None, true)
    }

    fn level(document: &Document, at: &[usize], current: Option<usize>, inside: bool) -> Self {
        let entries = at
            .iter()
            .map(|&at| {
                let section = &document.sections[at];
                let children = if section.children.is_empty() {
                    String::new()
                } else {
                    Self::level(document, &section.children, current, inside).to_string()
                };
                ContentsEntry {
                    number: section.number.as_deref().map(short_number),
                    title: typographic(&section.title, None),
                    href: if inside {
                        format!("#{}", section.reference.fragment())
                    } else {
                        address::section(section)
                    },
                    current: current == Some(at),
                    children,
                }
            })
            .collect();
        Self { entries }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A number without the word before it and the stop after it: `II` for `Chapter II`.
fn short_number(number: &str) -> String {
    let last = number.rsplit(' ').next().unwrap_or(number);
    last.trim_end_matches('.').to_owned()
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
