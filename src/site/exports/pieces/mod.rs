//! A text as a run of pieces that nest: what a file has for each is for its template to say.

use crate::library::{
    Block, Citable, Library, ParagraphId, Prose, Quotation, Reference, Section, Slug, Target,
};
use crate::site::text::{Inline, QuotationIds, Quotes, inlines, note_letter};

/// A part of a text, in order.
pub enum TextPiece<'a> {
    /// A section begins, with its heading.
    OpenSection(HeadingPart<'a>),
    /// It ends, with those below it.
    CloseSection,
    /// A counted paragraph.
    Paragraph(Named<'a>, Words),
    /// A quotation that is set off; it is named where it opens its section.
    Quotation {
        name: Option<Named<'a>>,
        lines: Vec<Words>,
        attribution: Option<Words>,
    },
    /// A list begins, with the number of its first item if it has numbers.
    OpenList(Option<usize>),
    /// It ends.
    CloseList(Option<usize>),
    /// An item of it begins.
    OpenItem,
    /// It ends.
    CloseItem,
}

/// A heading, and what is known of its section.
pub struct HeadingPart<'a> {
    pub name: Named<'a>,
    /// The class of its kind: `principle`.
    pub kind: &'a str,
    /// 1 for the highest.
    pub level: usize,
    pub words: Words,
}

/// What has a reference.
pub struct Named<'a> {
    /// The id of its element.
    pub id: String,
    pub reference: &'a Reference,
}

/// Words with their notes.
pub struct Words {
    pub inlines: Vec<Inline>,
    pub notes: Vec<NoteText>,
}

/// An editors' note.
pub struct NoteText {
    /// The id of its element.
    pub id: String,
    /// The id of its sign in the text.
    pub sign: String,
    /// Its number in the file, from 1.
    pub number: usize,
    /// Whether it says that a slip stands in the source.
    pub is_sic: bool,
    pub inlines: Vec<Inline>,
}

/// Writes texts as pieces, in one file: notes are counted through it.
pub struct PieceWriter<'w, 'a> {
    library: &'a Library,
    quotes: Quotes,
    /// Where links lead, if anywhere.
    href: &'w dyn Fn(&Target) -> Option<String>,
    notes: usize,
    pieces: Vec<TextPiece<'a>>,
}

/// The id of the element that a reference names: `strategy-II.2.p3`. XML lets none begin with a digit.
pub fn element_id(reference: &Reference) -> String {
    id_in(&reference.document, &reference.fragment())
}

fn id_in(document: &Slug, id: &str) -> String {
    let id = format!("{document}-{id}");
    if id.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{id}")
    } else {
        id
    }
}

impl<'w, 'a> PieceWriter<'w, 'a> {
    /// For an empty file.
    pub fn new(
        library: &'a Library,
        quotes: Quotes,
        href: &'w dyn Fn(&Target) -> Option<String>,
    ) -> Self {
        Self {
            library,
            quotes,
            href,
            notes: 0,
            pieces: Vec::new(),
        }
    }

    /// Writes a section and all below it; its own heading has this level.
    pub fn section(&mut self, section: &'a Section, level: usize) {
        let library = self.library;
        let name = named(&section.reference);
        let words = self.words(&section.heading, &name.id);
        self.pieces.push(TextPiece::OpenSection(HeadingPart {
            name,
            kind: library[section.kind].class.as_str(),
            level,
            words,
        }));
        let mut ids = QuotationIds::new(&section.reference);
        self.blocks(section, &section.blocks, &mut ids);
        for &child in &section.children {
            self.section(&library[child], level + 1);
        }
        self.pieces.push(TextPiece::CloseSection);
    }

    /// Writes a paragraph or epigraph alone.
    pub fn citable(&mut self, citable: Citable) {
        let library = self.library;
        match citable {
            Citable::Paragraph(id) => self.paragraph(id),
            Citable::Epigraph(id) => {
                let section = &library[library[id].section];
                let mut ids = QuotationIds::new(&section.reference);
                self.quotation(section, &library[id].quotation, &mut ids);
            }
        }
    }

    /// What was written since this was last asked for.
    pub fn take(&mut self) -> Vec<TextPiece<'a>> {
        std::mem::take(&mut self.pieces)
    }

    /// What was written.
    pub fn finish(self) -> Vec<TextPiece<'a>> {
        self.pieces
    }

    fn paragraph(&mut self, id: ParagraphId) {
        let paragraph = &self.library[id];
        let name = named(&paragraph.reference);
        let words = self.words(&paragraph.prose, &name.id);
        self.pieces.push(TextPiece::Paragraph(name, words));
    }

    fn blocks(&mut self, section: &'a Section, blocks: &[Block], ids: &mut QuotationIds<'_>) {
        for block in blocks {
            match block {
                Block::Paragraph(id) => self.paragraph(*id),
                Block::Quotation(quotation) => self.quotation(section, quotation, ids),
                Block::List(list) => {
                    self.pieces.push(TextPiece::OpenList(list.start));
                    for item in &list.items {
                        self.pieces.push(TextPiece::OpenItem);
                        self.blocks(section, item, ids);
                        self.pieces.push(TextPiece::CloseItem);
                    }
                    self.pieces.push(TextPiece::CloseList(list.start));
                }
            }
        }
    }

    fn quotation(
        &mut self,
        section: &'a Section,
        quotation: &Quotation,
        ids: &mut QuotationIds<'_>,
    ) {
        let library = self.library;
        let epigraph = section.epigraph.map(|id| &library[id]);
        let epigraph = epigraph.filter(|one| one.quotation == *quotation);
        let mut lines = Vec::new();
        let mut attribution = None;
        for (line, id) in ids.next_lines(quotation) {
            let owner = id_in(&section.reference.document, &id);
            let words = self.words(&library[line].prose, &owner);
            if quotation.attribution == Some(line) {
                attribution = Some(words);
            } else {
                lines.push(words);
            }
        }
        self.pieces.push(TextPiece::Quotation {
            name: epigraph.map(|one| named(&one.reference)),
            lines,
            attribution,
        });
    }

    /// Words in the element with the id `owner`, from which their notes take theirs.
    fn words(&mut self, prose: &Prose, owner: &str) -> Words {
        let inlines = |prose: &Prose| inlines(self.library, prose, self.quotes, self.href);
        let notes = prose.notes.iter().enumerate().map(|(nth, note)| {
            let letter = note_letter(nth);
            NoteText {
                id: format!("{owner}.note-{letter}"),
                sign: format!("{owner}.sign-{letter}"),
                number: self.notes + nth + 1,
                is_sic: note.body.text.starts_with("[sic]"),
                inlines: inlines(&note.body),
            }
        });
        let words = Words {
            inlines: inlines(prose),
            notes: notes.collect(),
        };
        self.notes += prose.notes.len();
        words
    }
}

fn named(reference: &Reference) -> Named<'_> {
    Named {
        id: element_id(reference),
        reference,
    }
}

impl TextPiece<'_> {
    /// All its words, in reading order.
    pub fn words(&self) -> Vec<&Words> {
        match self {
            Self::OpenSection(heading) => vec![&heading.words],
            Self::Paragraph(_, words) => vec![words],
            Self::Quotation {
                lines, attribution, ..
            } => lines.iter().chain(attribution).collect(),
            Self::CloseSection
            | Self::OpenList(_)
            | Self::CloseList(_)
            | Self::OpenItem
            | Self::CloseItem => Vec::new(),
        }
    }
}
