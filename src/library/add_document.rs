//! Puts a document behind others.

use super::collection::Library;
use super::id::{
    DocumentId, EpigraphId, Id, IdRange, KindId, ParagraphId, QuotationLineId, SectionId,
};
use super::metadata::Metadata;
use super::reference::Slug;
use super::text::block::{Block, Quotation};
use super::text::document::{Document, DocumentText};
use super::text::section::Section;

impl Library {
    /// Adds a document after those that are there, and moves the ids in its text to where they
    /// stand now.
    pub fn add_document(
        &mut self,
        slug: Slug,
        metadata: Metadata,
        text: DocumentText,
    ) -> DocumentId {
        let id = DocumentId::new(self.documents.values().len());
        let mut mover = Mover {
            document: id,
            sections: self.sections.values().len(),
            paragraphs: self.paragraphs.values().len(),
            epigraphs: self.epigraphs.values().len(),
            quotation_lines: self.quotation_lines.values().len(),
            targets: self.awaited,
        };
        let kinds = (0..self.kinds.values().len()).map(KindId::new);
        let has = |kind: &KindId| text.sections.iter().any(|section| section.kind == *kind);
        let roots = text.sections.iter().filter(|one| one.parent.is_none());
        let document = Document {
            id,
            roots: roots.map(|root| mover.section(root.id)).collect(),
            kinds: kinds.filter(has).collect(),
            sections: IdRange::new(0..text.sections.len()).moved(mover.sections),
            paragraphs: IdRange::new(0..text.paragraphs.len()).moved(mover.paragraphs),
            slug,
            metadata,
        };
        for mut section in text.sections {
            mover.move_section(&mut section);
            self.sections.push(section);
        }
        for mut paragraph in text.paragraphs {
            paragraph.id = mover.paragraph(paragraph.id);
            paragraph.section = mover.section(paragraph.section);
            paragraph.prose.move_targets(mover.targets);
            self.paragraphs.push(paragraph);
        }
        for mut epigraph in text.epigraphs {
            epigraph.id = mover.epigraph(epigraph.id);
            epigraph.section = mover.section(epigraph.section);
            mover.move_quotation(&mut epigraph.quotation);
            self.epigraphs.push(epigraph);
        }
        for mut line in text.quotation_lines {
            line.id = mover.quotation_line(line.id);
            line.section = mover.section(line.section);
            line.prose.move_targets(mover.targets);
            self.quotation_lines.push(line);
        }
        self.awaited += text.targets;
        self.names
            .add(&document, self.sections.of(document.sections));
        self.documents.push(document)
    }
}

/// How far the ids of a document's text move when it is put behind others.
struct Mover {
    document: DocumentId,
    sections: usize,
    paragraphs: usize,
    epigraphs: usize,
    quotation_lines: usize,
    targets: usize,
}

impl Mover {
    fn section(&self, id: SectionId) -> SectionId {
        SectionId::new(id.index() + self.sections)
    }

    fn paragraph(&self, id: ParagraphId) -> ParagraphId {
        ParagraphId::new(id.index() + self.paragraphs)
    }

    fn epigraph(&self, id: EpigraphId) -> EpigraphId {
        EpigraphId::new(id.index() + self.epigraphs)
    }

    fn quotation_line(&self, id: QuotationLineId) -> QuotationLineId {
        QuotationLineId::new(id.index() + self.quotation_lines)
    }

    fn move_section(&mut self, section: &mut Section) {
        section.id = self.section(section.id);
        section.document = self.document;
        section.parent = section.parent.map(|parent| self.section(parent));
        for child in &mut section.children {
            *child = self.section(*child);
        }
        section.subtree = section.subtree.moved(self.sections);
        section.epigraph = section.epigraph.map(|id| self.epigraph(id));
        section.paragraphs = section.paragraphs.moved(self.paragraphs);
        section.heading.move_targets(self.targets);
        self.move_blocks(&mut section.blocks, &|id| self.paragraph(id));
    }

    fn move_quotation(&self, quotation: &mut Quotation) {
        quotation.lines = quotation.lines.moved(self.quotation_lines);
        quotation.attribution = quotation.attribution.map(|id| self.quotation_line(id));
        self.move_blocks(&mut quotation.blocks, &|id| self.quotation_line(id));
    }

    /// `moved` says where a paragraph stands now.
    fn move_blocks<P: Copy>(&self, blocks: &mut [Block<P>], moved: &dyn Fn(P) -> P) {
        for block in blocks {
            match block {
                Block::Paragraph(id) => *id = moved(*id),
                Block::Quotation(quotation) => self.move_quotation(quotation),
                Block::List(list) => {
                    for item in &mut list.items {
                        self.move_blocks(&mut item.blocks, moved);
                    }
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        definition.term = moved(definition.term);
                        for meaning in &mut definition.meanings {
                            self.move_blocks(meaning, moved);
                        }
                    }
                }
                Block::Rule => {}
            }
        }
    }
}
