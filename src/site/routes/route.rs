//! What the site has, one variant a kind of page or file.

use super::discovery::Discovery;
use super::export::Export;
use super::handout::HandoutFormat;
use super::link_filter::{LinkFilter, PageNumber};
use crate::cite::Cited;
use crate::library::{
    DocumentId, EpigraphId, ImageId, KindId, LinkId, PageId, ParagraphId, Place, SectionId, TermId,
};
use crate::site::assets::Asset;

/// One thing that the site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// The home page.
    Home,
    /// All documents.
    Texts,
    /// The editions of the site.
    Editions,
    /// A page of the editors'.
    Page(PageId),
    /// The sections of a kind in all documents side by side, where several have it.
    Kind(KindId),
    /// About a document; or all of it, for machines.
    Document(DocumentId, TextFormat),
    /// A document's whole text.
    FullText(DocumentId),
    /// The raw file that a document was made from, line by line; only where the editors keep it.
    Capture(DocumentId, Format),
    /// The sections of a kind in one document.
    Listing(DocumentId, KindId),
    /// A section with everything below it.
    Section(SectionId, TextFormat),
    /// The same with every match after the paragraph that it belongs to, to be printed.
    SectionMatches(SectionId),
    /// A section as it is cited in every style.
    Cite(SectionId),
    /// The quotation that opens a section, with all that is known about it.
    Epigraph(EpigraphId, TextFormat),
    /// A paragraph, with all that is known about it.
    Paragraph(ParagraphId, TextFormat),
    /// The concordance as a whole.
    Concordance(Format),
    /// A page of links of the concordance.
    Links(LinkFilter, PageNumber),
    /// One link, with all that the editors say of it.
    Link(LinkId),
    /// The silences.
    Silences,
    /// Where two sections are chosen to be compared.
    Compare,
    /// What can be cited, as one item for programs that keep references.
    Citation(Cited, CitationFormat),
    /// Where anything is cited with the day on which it was read.
    Citing,
    /// Two sections side by side. The page in which the first comes first in the library is the one
    /// that is cited; it alone has data.
    Comparison(SectionId, SectionId, Format),
    /// The index of terms.
    Terms,
    /// A term.
    Term(TermId, Format),
    /// Who is to do what.
    Actors(Format),
    /// Passages on a sheet: the form in which they are chosen, or those that a query asks for.
    Handout(HandoutFormat),
    /// Search: the page before anything is asked, or what a query finds.
    Search(Format),
    /// What is offered while a query is typed.
    Suggestions,
    /// A document or the library as a file to keep.
    Export(Export),
    /// What programs can ask the site for.
    Api,
    /// The same as `OpenAPI` describes it.
    OpenApi,
    /// A file that programs look for.
    Discovery(Discovery),
    /// Whether the server answers.
    Health,
    /// An image of the content.
    Image(ImageId),
    /// A file that pages name: style, script, font, picture.
    Asset(Asset),
}

/// A page, or the same as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// For people.
    Html,
    /// For machines.
    Json,
}

/// The forms in which texts are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextFormat {
    /// For people.
    Html,
    /// For machines.
    Json,
    /// For notes and other programs.
    Markdown,
}

/// The forms in which programs that keep references read an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CitationFormat {
    /// `BibTeX`.
    Bibtex,
    /// The format of Research Information Systems.
    Ris,
    /// CSL-JSON.
    CslJson,
}

impl CitationFormat {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Bibtex, Self::Ris, Self::CslJson];

    /// What its addresses end in.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Bibtex => ".bib",
            Self::Ris => ".ris",
            Self::CslJson => ".csl.json",
        }
    }

    /// Its name on pages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// Its media type, without parameters.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Html, Self::Json];

    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Json => ".json",
        }
    }
}

impl TextFormat {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Html, Self::Json, Self::Markdown];

    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Json => ".json",
            Self::Markdown => ".md",
        }
    }
}

impl Route {
    /// The section, epigraph or paragraph that a reference names.
    #[must_use]
    pub fn of_place(place: Place, format: TextFormat) -> Self {
        match place {
            Place::Section(section) => Self::Section(section, format),
            Place::Epigraph(epigraph) => Self::Epigraph(epigraph, format),
            Place::Paragraph(paragraph) => Self::Paragraph(paragraph, format),
        }
    }

    /// The first page of a choice of links.
    #[must_use]
    pub fn links(filter: LinkFilter) -> Self {
        Self::Links(filter, PageNumber::FIRST)
    }

    /// The comparison of two sections, in the order of the library; `None` where they are one.
    #[must_use]
    pub fn comparison(a: SectionId, b: SectionId, format: Format) -> Option<Self> {
        (a != b).then(|| Self::Comparison(a.min(b), a.max(b), format))
    }

    /// The one of several pages with the same content that is cited.
    #[must_use]
    pub fn canonical(self) -> Self {
        match self {
            Self::Comparison(a, b, format) => Self::Comparison(a.min(b), a.max(b), format),
            Self::SectionMatches(section) | Self::Cite(section) => {
                Self::Section(section, TextFormat::Html)
            }
            _ => self,
        }
    }

    /// What is cited where this is: the document, place or link that it shows.
    #[must_use]
    pub fn cited(self) -> Option<Cited> {
        match self {
            Self::Document(document, TextFormat::Html) | Self::FullText(document) => {
                Some(Cited::Document(document))
            }
            Self::Section(section, TextFormat::Html) => Some(Cited::Section(section)),
            Self::Epigraph(epigraph, TextFormat::Html) => Some(Cited::Epigraph(epigraph)),
            Self::Paragraph(paragraph, TextFormat::Html) => Some(Cited::Paragraph(paragraph)),
            Self::Link(link) => Some(Cited::Link(link)),
            _ => None,
        }
    }

    /// The page of what is cited.
    #[must_use]
    pub fn of_cited(cited: Cited) -> Self {
        match cited {
            Cited::Document(document) => Self::Document(document, TextFormat::Html),
            Cited::Section(section) => Self::Section(section, TextFormat::Html),
            Cited::Epigraph(epigraph) => Self::Epigraph(epigraph, TextFormat::Html),
            Cited::Paragraph(paragraph) => Self::Paragraph(paragraph, TextFormat::Html),
            Cited::Link(link) => Self::Link(link),
        }
    }

    /// The same content for machines: the other forms of a page.
    #[must_use]
    pub fn data(self) -> Vec<(TextFormat, Self)> {
        let json = |route| vec![(TextFormat::Json, route)];
        let both = |route: &dyn Fn(TextFormat) -> Self| {
            let formats = [TextFormat::Json, TextFormat::Markdown];
            formats.map(|format| (format, route(format))).into()
        };
        match self {
            Self::Document(document, TextFormat::Html) => {
                both(&|format| Self::Document(document, format))
            }
            Self::Section(section, TextFormat::Html) => {
                both(&|format| Self::Section(section, format))
            }
            Self::Epigraph(epigraph, TextFormat::Html) => {
                both(&|format| Self::Epigraph(epigraph, format))
            }
            Self::Paragraph(paragraph, TextFormat::Html) => {
                both(&|format| Self::Paragraph(paragraph, format))
            }
            Self::Capture(document, Format::Html) => json(Self::Capture(document, Format::Json)),
            Self::Concordance(Format::Html) => json(Self::Concordance(Format::Json)),
            Self::Comparison(a, b, Format::Html) => {
                json(Self::Comparison(a.min(b), a.max(b), Format::Json))
            }
            Self::Term(term, Format::Html) => json(Self::Term(term, Format::Json)),
            Self::Actors(Format::Html) => json(Self::Actors(Format::Json)),
            _ => Vec::new(),
        }
    }

    /// Whether search engines are told of it: a page that stands for itself.
    #[must_use]
    pub fn is_listed(self) -> bool {
        self.is_page() && self.canonical() == self
    }

    /// Whether it is a page for people.
    #[must_use]
    pub fn is_page(self) -> bool {
        match self {
            Self::Home
            | Self::Texts
            | Self::Editions
            | Self::Page(_)
            | Self::Kind(_)
            | Self::FullText(_)
            | Self::Listing(..)
            | Self::SectionMatches(_)
            | Self::Cite(_)
            | Self::Links(..)
            | Self::Link(_)
            | Self::Silences
            | Self::Compare
            | Self::Citing
            | Self::Terms
            | Self::Api => true,
            Self::Document(_, format)
            | Self::Section(_, format)
            | Self::Epigraph(_, format)
            | Self::Paragraph(_, format) => format == TextFormat::Html,
            Self::Capture(_, format)
            | Self::Concordance(format)
            | Self::Comparison(_, _, format)
            | Self::Term(_, format)
            | Self::Actors(format)
            | Self::Search(format) => format == Format::Html,
            Self::Handout(format) => format == HandoutFormat::Html,
            Self::Citation(..)
            | Self::Suggestions
            | Self::Export(_)
            | Self::OpenApi
            | Self::Discovery(_)
            | Self::Health
            | Self::Image(_)
            | Self::Asset(_) => false,
        }
    }
}
