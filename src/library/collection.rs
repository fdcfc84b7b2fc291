//! The whole: everything a site is made from, each thing under its id.

use std::ops::Index;

use super::id::{
    ActorId, DocumentId, EpigraphId, FormulaId, IdMap, IdRange, ImageId, KindId, LinkId, PageId,
    ParagraphId, QuotationLineId, SectionId, SilenceId, TargetId, TermId,
};
use super::kind::Kind;
use super::names::Names;
use super::plural::{list, pluralize};
use super::scholarship::actor::{Actor, Actors};
use super::scholarship::compared::Compared;
use super::scholarship::concordance::{Concordance, Link, Silence};
use super::scholarship::formula::Formula;
use super::scholarship::strength::Strength;
use super::scholarship::term::Term;
use super::settings::Settings;
use super::text::document::Document;
use super::text::edition::Edition;
use super::text::image::Image;
use super::text::page::Page;
use super::text::quotation::QuotationLine;
use super::text::section::{Epigraph, Paragraph, Section};
use super::text::target::Target;
use crate::analysis::WordLists;

/// Everything the site is made from: sound, since only a load without a diagnostic gives one away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// What `site.toml` says of the site as a whole.
    pub settings: Settings,
    /// What the editors say of single words.
    pub words: WordLists,
    /// Which documents the editors compared.
    pub compared: Compared,
    /// What the editors found to answer what, and what is not answered.
    concordance: Concordance,
    /// Who acts in the texts, and the rules that find the sentences.
    pub actors: Actors,
    /// The editions of the site, the newest first.
    pub editions: Vec<Edition>,
    pub(super) kinds: IdMap<KindId, Kind>,
    pub(super) documents: IdMap<DocumentId, Document>,
    pub(super) sections: IdMap<SectionId, Section>,
    pub(super) paragraphs: IdMap<ParagraphId, Paragraph>,
    pub(super) epigraphs: IdMap<EpigraphId, Epigraph>,
    pub(super) quotation_lines: IdMap<QuotationLineId, QuotationLine>,
    pages: IdMap<PageId, Page>,
    terms: IdMap<TermId, Term>,
    targets: IdMap<TargetId, Target>,
    images: IdMap<ImageId, Image>,
    pub(super) names: Names,
    /// How many links the texts have; their targets come when everything is known.
    pub(super) awaited: usize,
}

impl Library {
    /// A library without documents; their sections are of these kinds, which carry the ids of
    /// their places in the list.
    #[must_use]
    pub fn new(settings: Settings, kinds: Vec<Kind>) -> Self {
        Self {
            settings,
            names: Names::of_kinds(&kinds),
            kinds: kinds.into(),
            words: WordLists::default(),
            compared: Compared::default(),
            concordance: Concordance::default(),
            actors: Actors::default(),
            editions: Vec::new(),
            documents: IdMap::default(),
            sections: IdMap::default(),
            paragraphs: IdMap::default(),
            epigraphs: IdMap::default(),
            quotation_lines: IdMap::default(),
            pages: IdMap::default(),
            terms: IdMap::default(),
            targets: IdMap::default(),
            images: IdMap::default(),
            awaited: 0,
        }
    }

    /// Sets the editors' concordance, whose links and silences carry the ids of their places in it.
    pub fn set_concordance(&mut self, concordance: Concordance) {
        self.names.set_links(concordance.links.values());
        self.concordance = concordance;
    }

    /// Sets the editors' terms, which carry the ids of their places in the list.
    pub fn set_terms(&mut self, terms: Vec<Term>) {
        self.names.set_terms(&terms);
        self.terms = terms.into();
    }

    /// Sets the editors' pages, which carry the ids of their places in the list. The targets of
    /// each page's links count from the end of those of the texts and of the pages before it.
    pub fn set_pages(&mut self, pages: Vec<Page>) {
        self.names.set_pages(&pages);
        self.pages = pages.into();
    }

    /// Sets where the links lead: those of the documents in the order in which they were added,
    /// then those of the pages.
    pub fn set_targets(&mut self, targets: Vec<Target>) {
        self.targets = targets.into();
    }

    /// Sets the images that the texts show, which carry the ids of their places in the list.
    pub fn set_images(&mut self, images: Vec<Image>) {
        self.images = images.into();
    }

    /// The images, by the names of their files.
    #[must_use]
    pub fn images(&self) -> &[Image] {
        self.images.values()
    }

    /// Lets a link lead nowhere.
    pub fn drop_target(&mut self, link: TargetId) {
        self.targets[link] = Target::Nowhere;
    }

    /// The declared kinds, in order.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        self.kinds.values()
    }

    /// The documents, in the order in which pages show them.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        self.documents.values()
    }

    /// The sections of all documents, in reading order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        self.sections.values()
    }

    /// The counted paragraphs of all documents, in reading order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        self.paragraphs.values()
    }

    /// The quotations that open sections, in reading order.
    #[must_use]
    pub fn epigraphs(&self) -> &[Epigraph] {
        self.epigraphs.values()
    }

    /// The lines of all quotations that are set off from the texts, in reading order.
    #[must_use]
    pub fn quotation_lines(&self) -> &[QuotationLine] {
        self.quotation_lines.values()
    }

    /// The editors' pages, by name.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        self.pages.values()
    }

    /// The entries of the index, in the order of their file.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        self.terms.values()
    }

    /// The editors' concordance.
    #[must_use]
    pub fn concordance(&self) -> &Concordance {
        &self.concordance
    }

    /// The links of the concordance, in the order of their file.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        self.concordance.links.values()
    }

    /// The formulas of the concordance, in the order of their file.
    #[must_use]
    pub fn formulas(&self) -> &[Formula] {
        self.concordance.formulas.values()
    }

    /// The strength as which a link counts: that of its formula, if it rests on one.
    #[must_use]
    pub fn counted_strength(&self, link: &Link) -> Strength {
        link.formula.map_or(link.strength, |id| self[id].strength)
    }

    /// The silences of the concordance, in the order of their file.
    #[must_use]
    pub fn silences(&self) -> &[Silence] {
        self.concordance.silences.values()
    }

    /// How much there is, in a line: `2 documents, 45 sections, 102 paragraphs, 423 links and 134
    /// terms`.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = [
            pluralize(self.documents().len(), "document"),
            pluralize(self.sections().len(), "section"),
            pluralize(self.paragraphs().len(), "paragraph"),
            pluralize(self.links().len(), "link"),
            pluralize(self.concordance.silences.values().len(), "silence"),
            pluralize(self.terms().len(), "term"),
            pluralize(self.actors.actors.values().len(), "actor"),
        ];
        list(&counts.each_ref().map(String::as_str))
    }
}

macro_rules! index {
    ($($id:ident => $thing:ident in $($field:ident).+;)*) => {$(
        impl Index<$id> for Library {
            type Output = $thing;

            fn index(&self, id: $id) -> &$thing {
                &self.$($field).+[id]
            }
        }
    )*};
}

index! {
    KindId => Kind in kinds;
    DocumentId => Document in documents;
    SectionId => Section in sections;
    ParagraphId => Paragraph in paragraphs;
    EpigraphId => Epigraph in epigraphs;
    QuotationLineId => QuotationLine in quotation_lines;
    PageId => Page in pages;
    TermId => Term in terms;
    TargetId => Target in targets;
    ImageId => Image in images;
    LinkId => Link in concordance.links;
    FormulaId => Formula in concordance.formulas;
    SilenceId => Silence in concordance.silences;
    ActorId => Actor in actors.actors;
}

impl Index<IdRange<SectionId>> for Library {
    type Output = [Section];

    fn index(&self, ids: IdRange<SectionId>) -> &[Section] {
        self.sections.of(ids)
    }
}

impl Index<IdRange<ParagraphId>> for Library {
    type Output = [Paragraph];

    fn index(&self, ids: IdRange<ParagraphId>) -> &[Paragraph] {
        self.paragraphs.of(ids)
    }
}
