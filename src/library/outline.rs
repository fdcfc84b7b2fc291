//! The order of sections: what stands above, below, before and after one.

use super::collection::Library;
use super::id::{Id, IdRange, KindId, SectionId};
use super::kind::Kind;
use super::language::{Collation, Language, Length};
use super::plural::{list, thousands};
use super::text::document::Document;
use super::text::part::{Citable, Part};
use super::text::prose::Prose;
use super::text::section::{Paragraph, Section};

/// How many sections of a kind are named where others are counted.
const MOST_NAMED: usize = 3;

impl Library {
    /// The sections above this one, the highest first.
    #[must_use]
    pub fn ancestors(&self, section: &Section) -> Vec<&Section> {
        let up = |one: &&Section| one.parent.map(|parent| &self[parent]);
        let mut above: Vec<&Section> = std::iter::successors(up(&section), up).collect();
        above.reverse();
        above
    }

    /// The section of the highest level that this one is part of, or is.
    #[must_use]
    pub fn root<'a>(&'a self, section: &'a Section) -> &'a Section {
        self.ancestors(section).first().copied().unwrap_or(section)
    }

    /// The sections of a document that have no parent.
    pub fn roots<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Section> {
        document.roots.iter().map(|&root| &self[root])
    }

    /// The section before this one in reading order.
    #[must_use]
    pub fn previous(&self, section: &Section) -> Option<&Section> {
        let before = section.id.index().checked_sub(1)?;
        self.in_document(section, before)
    }

    /// The section after this one in reading order.
    #[must_use]
    pub fn next(&self, section: &Section) -> Option<&Section> {
        self.in_document(section, section.id.index() + 1)
    }

    /// The first section after this one that is not inside it.
    #[must_use]
    pub fn next_outside(&self, section: &Section) -> Option<&Section> {
        self.in_document(section, section.subtree.places().end)
    }

    fn in_document(&self, section: &Section, place: usize) -> Option<&Section> {
        let other = SectionId::new(place);
        let own = self[section.document].sections.contains(other);
        own.then(|| &self[other])
    }

    /// The epigraph and the paragraphs of a section in reading order, its children's left out.
    pub fn citables(&self, section: SectionId) -> impl DoubleEndedIterator<Item = Citable> + use<> {
        let Section {
            epigraph,
            paragraphs,
            ..
        } = &self[section];
        let epigraph = epigraph.map(Citable::Epigraph).into_iter();
        epigraph.chain(paragraphs.into_iter().map(Citable::Paragraph))
    }

    /// What can be cited before this in its document, whatever its section.
    #[must_use]
    pub fn citable_before(&self, citable: Citable) -> Option<Citable> {
        let section = self.section_of(citable.into());
        let mut own = self.citables(section).rev();
        own.by_ref().find(|&one| one == citable);
        own.next().or_else(|| {
            let document = &self[self[section].document];
            let sections = document.sections.places().start..section.index();
            let mut before = sections.rev().map(SectionId::new);
            before.find_map(|section| self.citables(section).next_back())
        })
    }

    /// What can be cited after this in its document, whatever its section.
    #[must_use]
    pub fn citable_after(&self, citable: Citable) -> Option<Citable> {
        let section = self.section_of(citable.into());
        let mut own = self.citables(section);
        own.by_ref().find(|&one| one == citable);
        own.next().or_else(|| {
            let document = &self[self[section].document];
            let sections = section.index() + 1..document.sections.places().end;
            let mut after = sections.map(SectionId::new);
            after.find_map(|section| self.citables(section).next())
        })
    }

    /// The parts that hold the words of an epigraph or paragraph.
    #[must_use]
    pub fn parts_of(&self, citable: Citable) -> Vec<Part> {
        match citable {
            Citable::Paragraph(id) => vec![Part::Paragraph(id)],
            Citable::Epigraph(id) => self[id]
                .quotation
                .all_lines()
                .map(Part::Quotation)
                .collect(),
        }
    }

    /// The sections of a kind in a document, in reading order.
    pub fn sections_of<'a>(
        &'a self,
        document: &Document,
        kind: KindId,
    ) -> impl Iterator<Item = &'a Section> + Clone + use<'a> {
        let sections = self[document.sections].iter();
        sections.filter(move |section| section.kind == kind)
    }

    /// How many sections of a kind a document has: `4 principles`.
    #[must_use]
    pub fn kind_count(&self, document: &Document, kind: KindId) -> String {
        let count = self.sections_of(document, kind).count();
        format!("{} {}", thousands(count), self[kind].noun(count))
    }

    /// What a document has of a kind, for a link to the list: `4 principles`. A few sections of
    /// which none has a number are named instead: `Preface and Conclusion`.
    #[must_use]
    pub fn kind_label(&self, document: &Document, kind: KindId) -> String {
        let sections: Vec<&Section> = self.sections_of(document, kind).collect();
        let numbered = sections.iter().any(|one| one.number.is_some());
        if numbered || sections.len() > MOST_NAMED {
            return self.kind_count(document, kind);
        }
        let names: Vec<&str> = sections.iter().map(|one| one.title.as_str()).collect();
        list(&names)
    }

    /// The paragraphs of some sections, in reading order.
    #[must_use]
    pub fn paragraphs_in(&self, sections: IdRange<SectionId>) -> &[Paragraph] {
        match (sections.first(), sections.last()) {
            (Some(first), Some(last)) => {
                let first = self[first].paragraphs.places().start;
                let end = self[last].paragraphs.places().end;
                &self.paragraphs()[first..end]
            }
            _ => &[],
        }
    }

    /// The documents that have sections of a kind.
    pub fn documents_with(&self, kind: KindId) -> impl Iterator<Item = &Document> {
        let documents = self.documents().iter();
        documents.filter(move |document| document.kinds.contains(&kind))
    }

    /// Whether more than one document has sections of a kind.
    #[must_use]
    pub fn is_shared(&self, kind: KindId) -> bool {
        self.documents_with(kind).nth(1).is_some()
    }

    /// The kinds that more than one document has sections of.
    pub fn shared_kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds().iter().filter(|kind| self.is_shared(kind.id))
    }

    /// Everything in a section that holds words, its children left out, in reading order.
    pub fn proses(&self, section: &Section) -> impl Iterator<Item = &Prose> {
        section.parts().into_iter().map(|part| self.prose(part))
    }

    /// The language of a name that the editors give, such as that of a term: that of the first text
    /// whose letters it has, where these are not Latin.
    #[must_use]
    pub fn language_of(&self, name: &str) -> Option<&Language> {
        let mut documents = self.documents().iter();
        documents.find_map(|document| document.metadata.language_of(name))
    }

    /// The languages of the texts that are not in Latin letters, each once, in the order of the library.
    #[must_use]
    pub fn languages_in_other_letters(&self) -> Vec<Language> {
        let mut languages: Vec<Language> = Vec::new();
        for document in self.documents() {
            let language = &document.metadata.language;
            if !language.is_latin() && !languages.contains(language) {
                languages.push(language.clone());
            }
        }
        languages
    }

    /// The order of indexes: by the language that all texts have in common, else English.
    #[must_use]
    pub fn collation(&self) -> Collation {
        let documents = self.documents().iter();
        Collation::of(documents.map(|document| &document.metadata.language))
    }

    /// How long some sections are: headings, paragraphs and quotations.
    #[must_use]
    pub fn length(&self, sections: IdRange<SectionId>) -> Length {
        let sections = self[sections].iter();
        let proses = sections.flat_map(|section| self.proses(section));
        proses.map(Prose::length).sum()
    }
}
