//! Libraries of any size, for benchmarks.
//!
//! Each document is one of the two real ones with a third of its words replaced: most by others of
//! the same texts, so that phrases of any length are shared and formulas are frequent, and one word
//! in sixty by a rare name. There are no links and no pages of the editors'.

use lectern::check::load_valid;
use lectern::content::{Source, read};
use lectern::library::{
    Block, Document, DocumentText, Id, IdRange, Library, Paragraph, Prose, QuotationLine, Section,
    Slug,
};

/// The library of the real content.
pub fn real() -> Library {
    load_valid(&read(&Source::Embedded)).unwrap()
}

/// A generator of the same numbers at each run (xorshift).
pub struct Numbers(u64);

impl Numbers {
    /// From the beginning.
    pub fn new() -> Self {
        Self(0x2545_F491_4F6C_DD1D)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A library of so many documents.
pub fn corpus_of(size: usize) -> Library {
    let real = real();
    let mut settings = real.settings.clone();
    settings.nav.clear();
    let mut library = Library::new(settings, real.kinds().to_vec());
    library.set_terms(real.terms().to_vec());
    library.actors = real.actors.clone();
    let texts = real.paragraphs().iter().map(|one| one.prose.text.as_str());
    let vocabulary: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
    let mut numbers = Numbers::new();
    for (nth, model) in (0..size).zip(real.documents().iter().cycle()) {
        let slug = Slug::parse(&format!("d{nth}")).unwrap();
        let text = DocumentCopy::of(&real, model, &slug).text(&vocabulary, &mut numbers);
        library.add_document(slug, model.metadata.clone(), text);
    }
    library
}

/// A document of the real library that becomes one of another: the ids in its text count from its
/// own start.
struct DocumentCopy<'a> {
    library: &'a Library,
    model: &'a Document,
    slug: &'a Slug,
    lines: &'a [QuotationLine],
    /// How many sections, paragraphs and lines of quotations stand before it.
    sections_before: usize,
    paragraphs_before: usize,
    lines_before: usize,
}

impl<'a> DocumentCopy<'a> {
    fn of(library: &'a Library, model: &'a Document, slug: &'a Slug) -> Self {
        let all = library.quotation_lines();
        let first = all.partition_point(|line| library[line.section].document < model.id);
        let end = all.partition_point(|line| library[line.section].document <= model.id);
        Self {
            library,
            model,
            slug,
            lines: &all[first..end],
            sections_before: model.sections.places().start,
            paragraphs_before: model.paragraphs.places().start,
            lines_before: first,
        }
    }

    fn text(&self, vocabulary: &[&str], numbers: &mut Numbers) -> DocumentText {
        let sections = self.library[self.model.sections].iter();
        let paragraphs = self.library[self.model.paragraphs].iter();
        let lines = self.lines.iter();
        DocumentText {
            sections: sections.map(|one| self.section_copy(one)).collect(),
            paragraphs: paragraphs
                .map(|one| self.paragraph_copy(one, vocabulary, numbers))
                .collect(),
            quotation_lines: lines.map(|one| self.line_copy(one)).collect(),
            targets: 0,
        }
    }

    fn section_copy(&self, section: &Section) -> Section {
        let mut copy = section.clone();
        copy.id = alone(section.id, self.sections_before);
        copy.reference.document = self.slug.clone();
        copy.heading = Prose::plain(section.heading_text());
        copy.parent = section.parent.map(|id| alone(id, self.sections_before));
        for child in &mut copy.children {
            *child = alone(*child, self.sections_before);
        }
        copy.subtree = moved(section.subtree, self.sections_before);
        copy.paragraphs = moved(section.paragraphs, self.paragraphs_before);
        self.move_blocks(&mut copy.blocks);
        copy
    }

    fn move_blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(id) => *id = alone(*id, self.paragraphs_before),
                Block::Quotation(quotation) => {
                    let by = self.lines_before;
                    quotation.paragraphs = moved(quotation.paragraphs, by);
                    quotation.attribution = quotation.attribution.map(|id| alone(id, by));
                }
                Block::List(list) => {
                    for item in &mut list.items {
                        self.move_blocks(item);
                    }
                }
            }
        }
    }

    fn line_copy(&self, line: &QuotationLine) -> QuotationLine {
        QuotationLine {
            id: alone(line.id, self.lines_before),
            section: alone(line.section, self.sections_before),
            prose: Prose::plain(&line.prose.text),
        }
    }

    /// A paragraph with some of its words replaced.
    fn paragraph_copy(
        &self,
        paragraph: &Paragraph,
        vocabulary: &[&str],
        numbers: &mut Numbers,
    ) -> Paragraph {
        let words = paragraph.prose.text.split_whitespace();
        let words: Vec<String> = words
            .map(|word| match numbers.below(60) {
                0 => format!("name{}", numbers.below(100_000)),
                1..20 => vocabulary[numbers.below(vocabulary.len())].to_owned(),
                _ => word.to_owned(),
            })
            .collect();
        let mut reference = paragraph.reference.clone();
        reference.document = self.slug.clone();
        Paragraph {
            id: alone(paragraph.id, self.paragraphs_before),
            section: alone(paragraph.section, self.sections_before),
            reference,
            prose: Prose::plain(words.join(" ")),
        }
    }
}

/// The same run of ids in a document that stands alone, where it begins so much earlier.
fn moved<I: Id>(ids: IdRange<I>, by: usize) -> IdRange<I> {
    let places = ids.places();
    IdRange::new(places.start - by..places.end - by)
}

/// The id in a document that stands alone.
fn alone<I: Id>(id: I, by: usize) -> I {
    I::new(id.index() - by)
}
