//! A text as a run of pieces that nest: what a file has for each is for its template to say.

use crate::library::{
    Block, Citable, Form, Image, ImageId, Language, Library, ParagraphId, Prose, Quotation,
    QuotationLineId, Reference, Section, Slug, Target,
};
use crate::site::routes::Route;
use crate::site::text::{
    Inline, ItemNumber, ListNumbers, QuotationIds, Quotes, inlines, note_letter,
};

/// A part of a text, in order.
pub enum TextPiece<'a> {
    /// A section begins, with its heading.
    OpenSection(HeadingPart<'a>),
    /// It ends, with those below it.
    CloseSection,
    /// A counted paragraph.
    Paragraph(Named<'a>, Words),
    /// A quotation that is set off begins; it is named where it opens its section.
    OpenQuotation(Option<Named<'a>>),
    /// A line of it.
    Line(Words),
    /// What is quoted ends, and who said it follows if it is known.
    CloseQuote,
    /// Who said it.
    Attribution(Words),
    /// It ends; whether it is named.
    CloseQuotation(bool),
    /// A list begins.
    OpenList(ListNumbers),
    /// It ends.
    CloseList(ListNumbers),
    /// An item of it begins.
    OpenItem(ItemNumber),
    /// It ends.
    CloseItem,
    /// A list of definitions begins.
    OpenDefinitions,
    /// A term begins.
    OpenTerm,
    /// It ends.
    CloseTerm,
    /// What a term means begins.
    OpenMeaning,
    /// It ends.
    CloseMeaning,
    /// The list of definitions ends.
    CloseDefinitions,
    /// A line across the page.
    Rule,
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
    pub form: Form,
    /// The image for which they stand, if they do.
    pub image: Option<ImageFile>,
    /// Whether they have several lines, rows or cells.
    pub has_breaks: bool,
    pub inlines: Vec<Inline>,
    pub notes: Vec<NoteText>,
}

/// An image, as a file names it.
pub struct ImageFile {
    pub id: ImageId,
    /// Where the site has it.
    pub path: String,
    /// The name of the file: `plan.0123456789abcdef.png`.
    pub name: String,
    /// What it shows.
    pub alt: String,
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
}

impl ImageFile {
    fn of(library: &Library, image: &Image, alt: &str) -> Self {
        Self {
            id: image.id,
            path: Route::Image(image.id).path(library).to_string(),
            name: image.served_name(),
            alt: alt.to_owned(),
            width: image.width,
            height: image.height,
        }
    }
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
    /// That of the text which is being written.
    language: Option<&'a Language>,
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
            language: None,
            href,
            notes: 0,
            pieces: Vec::new(),
        }
    }

    /// Writes a section and all below it; its own heading has this level.
    pub fn section(&mut self, section: &'a Section, level: usize) {
        let library = self.library;
        self.language = Some(&library[section.document].metadata.language);
        let name = named(&section.reference);
        let words = self.words(&section.heading, &name.id);
        self.pieces.push(TextPiece::OpenSection(HeadingPart {
            name,
            kind: library[section.kind].class.as_str(),
            level,
            words,
        }));
        let ids = QuotationIds::of(section);
        self.blocks((section, &ids), &section.blocks, &Self::paragraph);
        for &child in &section.children {
            self.section(&library[child], level + 1);
        }
        self.pieces.push(TextPiece::CloseSection);
    }

    /// Writes a paragraph or epigraph alone.
    pub fn citable(&mut self, citable: Citable) {
        let library = self.library;
        let section = &library[library.section_of(citable.into())];
        self.language = Some(&library[section.document].metadata.language);
        match citable {
            Citable::Paragraph(id) => self.paragraph(id),
            Citable::Epigraph(id) => {
                let ids = QuotationIds::of(section);
                self.quotation((section, &ids), &library[id].quotation);
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

    fn blocks<L: Copy>(
        &mut self,
        place: (&'a Section, &QuotationIds),
        blocks: &[Block<L>],
        leaf: &dyn Fn(&mut Self, L),
    ) {
        for block in blocks {
            match block {
                Block::Paragraph(id) => leaf(self, *id),
                Block::Quotation(quotation) => self.quotation(place, quotation),
                Block::List(list) => {
                    let numbers = ListNumbers::of(list);
                    self.pieces.push(TextPiece::OpenList(numbers));
                    for (nth, item) in list.items.iter().enumerate() {
                        let number = numbers.of_item(list, nth);
                        self.pieces.push(TextPiece::OpenItem(number));
                        self.blocks(place, &item.blocks, leaf);
                        self.pieces.push(TextPiece::CloseItem);
                    }
                    self.pieces.push(TextPiece::CloseList(numbers));
                }
                Block::Definitions(definitions) => {
                    self.pieces.push(TextPiece::OpenDefinitions);
                    for definition in definitions {
                        self.pieces.push(TextPiece::OpenTerm);
                        leaf(self, definition.term);
                        self.pieces.push(TextPiece::CloseTerm);
                        for meaning in &definition.meanings {
                            self.pieces.push(TextPiece::OpenMeaning);
                            self.blocks(place, meaning, leaf);
                            self.pieces.push(TextPiece::CloseMeaning);
                        }
                    }
                    self.pieces.push(TextPiece::CloseDefinitions);
                }
                Block::Rule => self.pieces.push(TextPiece::Rule),
            }
        }
    }

    fn quotation(&mut self, place: (&'a Section, &QuotationIds), quotation: &Quotation) {
        let library = self.library;
        let (section, ids) = place;
        let epigraph = section.epigraph.map(|id| &library[id]);
        let epigraph = epigraph.filter(|one| one.quotation == *quotation);
        let words = |writer: &mut Self, line: QuotationLineId| {
            let owner = id_in(&section.reference.document, ids.of_line(line));
            writer.words(&library[line].prose, &owner)
        };
        let leaf = |writer: &mut Self, line| {
            let words = words(writer, line);
            writer.pieces.push(TextPiece::Line(words));
        };
        let name = epigraph.map(|one| named(&one.reference));
        self.pieces.push(TextPiece::OpenQuotation(name));
        self.blocks(place, &quotation.blocks, &leaf);
        self.pieces.push(TextPiece::CloseQuote);
        if let Some(line) = quotation.attribution {
            let words = words(self, line);
            self.pieces.push(TextPiece::Attribution(words));
        }
        let is_named = epigraph.is_some();
        self.pieces.push(TextPiece::CloseQuotation(is_named));
    }

    /// Words in the element with the id `owner`, from which their notes take theirs.
    fn words(&mut self, prose: &Prose, owner: &str) -> Words {
        let inlines =
            |prose, language| inlines(self.library, prose, self.quotes, language, self.href);
        let notes = prose.notes.iter().enumerate().map(|(nth, note)| {
            let letter = note_letter(nth);
            NoteText {
                id: format!("{owner}.note-{letter}"),
                sign: format!("{owner}.sign-{letter}"),
                number: self.notes + nth + 1,
                is_sic: note.body.text.starts_with("[sic]"),
                inlines: inlines(&note.body, None),
            }
        });
        let words = Words {
            form: prose.form.clone(),
            image: match prose.form {
                Form::Image(id) => {
                    Some(ImageFile::of(self.library, &self.library[id], &prose.text))
                }
                _ => None,
            },
            has_breaks: prose.has_breaks(),
            inlines: inlines(prose, self.language),
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
            Self::Paragraph(_, words) | Self::Line(words) | Self::Attribution(words) => {
                vec![words]
            }
            _ => Vec::new(),
        }
    }
}
