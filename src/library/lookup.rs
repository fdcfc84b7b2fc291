//! From names to ids, and from one thing to another that it belongs to.

use super::collection::Library;
use super::id::{DocumentId, KindId, LinkId, PageId, SectionId, TermId};
use super::language::Language;
use super::reference::{Reference, ReferencePart};
use super::scholarship::code::LinkCode;
use super::scholarship::concordance::{End, Link, Silence, SilenceKind};
use super::text::part::{Part, Place};
use super::text::prose::Prose;

impl Library {
    /// The document with this slug.
    #[must_use]
    pub fn document(&self, slug: &str) -> Option<DocumentId> {
        self.names.documents.get(slug).copied()
    }

    /// The section of a document with this number, in any letter case.
    #[must_use]
    pub fn section_by_number(&self, document: DocumentId, number: &str) -> Option<SectionId> {
        let names = &self.names.sections[document].by_number;
        names.get(&number.to_lowercase()).copied()
    }

    /// The section of a document with this slug.
    #[must_use]
    pub fn section_by_slug(&self, document: DocumentId, slug: &str) -> Option<SectionId> {
        self.names.sections[document].by_slug.get(slug).copied()
    }

    /// The kind whose sections stand under this path: `principles`.
    #[must_use]
    pub fn kind_by_path(&self, path: &str) -> Option<KindId> {
        self.names.kinds.get(path).copied()
    }

    /// The page of the editors' with this slug.
    #[must_use]
    pub fn page(&self, slug: &str) -> Option<PageId> {
        self.names.pages.get(slug).copied()
    }

    /// The term with this slug.
    #[must_use]
    pub fn term(&self, slug: &str) -> Option<TermId> {
        self.names.terms.get(slug).copied()
    }

    /// The link with this permanent id.
    #[must_use]
    pub fn link(&self, code: LinkCode) -> Option<LinkId> {
        self.names.links.get(&code).copied()
    }

    /// What a reference names, in any letter case of its section.
    #[must_use]
    pub fn resolve(&self, reference: &Reference) -> Option<Place> {
        let document = self.document(reference.document.as_str())?;
        let section = self.section_by_number(document, reference.section.as_str())?;
        match reference.part {
            ReferencePart::Whole => Some(section.into()),
            ReferencePart::Epigraph => self[section].epigraph.map(Place::from),
            ReferencePart::Paragraph(ordinal) => {
                let nth = ordinal.checked_sub(1)?;
                self[section].paragraphs.get(nth).map(Place::from)
            }
        }
    }

    /// Every reference, of sections, epigraphs and paragraphs, in reading order of each sort.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let sections = self.sections().iter().map(|section| &section.reference);
        let epigraphs = self.epigraphs().iter().map(|epigraph| &epigraph.reference);
        let paragraphs = self
            .paragraphs()
            .iter()
            .map(|paragraph| &paragraph.reference);
        sections.chain(epigraphs).chain(paragraphs)
    }

    /// The section of a place, or the one that its epigraph or paragraph stands in.
    #[must_use]
    pub fn section_of(&self, place: Place) -> SectionId {
        match place {
            Place::Section(id) => id,
            Place::Epigraph(id) => self[id].section,
            Place::Paragraph(id) => self[id].section,
        }
    }

    /// The language of the text of a place.
    #[must_use]
    pub fn language_at(&self, place: Place) -> &Language {
        let section = self.section_of(place);
        &self[self[section].document].metadata.language
    }

    /// The section of a part.
    #[must_use]
    pub fn section_of_part(&self, part: Part) -> SectionId {
        match part {
            Part::Heading(section) => section,
            Part::Paragraph(id) => self[id].section,
            Part::Quotation(id) => self[id].section,
        }
    }

    /// The most exact place of a part that has a reference: the paragraph or the epigraph, or else
    /// the section.
    #[must_use]
    pub fn place_of(&self, part: Part) -> Place {
        match part {
            Part::Heading(section) => section.into(),
            Part::Paragraph(id) => id.into(),
            Part::Quotation(line) => {
                let section = self[line].section;
                let epigraph = self[section].epigraph;
                let epigraph =
                    epigraph.filter(|&id| self[id].quotation.all_lines().any(|own| own == line));
                epigraph.map_or(section.into(), Place::from)
            }
        }
    }

    /// The part that stands for a place: the heading of a section, the first line of an epigraph, a
    /// paragraph.
    #[must_use]
    pub fn part_of(&self, place: Place) -> Part {
        match place {
            Place::Section(id) => Part::Heading(id),
            Place::Paragraph(id) => Part::Paragraph(id),
            Place::Epigraph(id) => {
                let line = self[id].quotation.all_lines().next();
                line.map_or(Part::Heading(self[id].section), Part::Quotation)
            }
        }
    }

    /// The reference of a place, in the letter case of its document.
    #[must_use]
    pub fn reference(&self, place: Place) -> &Reference {
        match place {
            Place::Section(id) => &self[id].reference,
            Place::Epigraph(id) => &self[id].reference,
            Place::Paragraph(id) => &self[id].reference,
        }
    }

    /// The words of a part.
    #[must_use]
    pub fn prose(&self, part: Part) -> &Prose {
        match part {
            Part::Heading(id) => &self[id].heading,
            Part::Paragraph(id) => &self[id].prose,
            Part::Quotation(id) => &self[id].prose,
        }
    }

    /// The section at one end of a link, or that of its paragraph.
    #[must_use]
    pub fn section_at(&self, link: &Link, end: End) -> SectionId {
        self.section_of(link.passage(end).place)
    }

    /// Whether matches have been looked for in a document: it was compared with another, or a link stands in it.
    #[must_use]
    pub fn is_matched(&self, document: DocumentId) -> bool {
        let mut sides = self
            .links()
            .iter()
            .flat_map(|link| [link.from.place, link.to.place]);
        self.compared.with(document).next().is_some()
            || sides.any(|place| self[self.section_of(place)].document == document)
    }

    /// The documents that a silence says have nothing of its theme: of an `only-in` those that were
    /// compared with the one of its passages.
    pub fn absent_from(&self, silence: &Silence) -> impl Iterator<Item = DocumentId> {
        let is_claim = matches!(silence.kind, SilenceKind::OnlyIn { .. });
        let first = silence.passages.first().filter(|_| is_claim);
        let own = first.map(|passage| self[self.section_of(passage.place)].document);
        own.into_iter().flat_map(|own| self.compared.with(own))
    }

    /// Whether a link joins two documents.
    #[must_use]
    pub fn crosses(&self, link: &Link) -> bool {
        let document = |end| self[self.section_at(link, end)].document;
        document(End::From) != document(End::To)
    }
}
