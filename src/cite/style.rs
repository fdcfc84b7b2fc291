//! The styles in which citations are offered.

use hayagriva::archive::ArchivedStyle;

/// A style that is rendered by its rules in the Citation Style Language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CitationStyle {
    /// Footnotes of the Chicago Manual of Style.
    ChicagoNotes,
    /// Author and date in brackets, by the same manual.
    ChicagoAuthorDate,
    /// The American Psychological Association's.
    Apa,
    /// The Modern Language Association's.
    Mla,
    /// The Chinese national standard.
    GbT7714,
}

impl CitationStyle {
    /// Every style, in the order of pages.
    pub const ALL: [Self; 5] = [
        Self::ChicagoNotes,
        Self::ChicagoAuthorDate,
        Self::Apa,
        Self::Mla,
        Self::GbT7714,
    ];

    /// Its name on pages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ChicagoNotes => "Chicago, notes",
            Self::ChicagoAuthorDate => "Chicago, author-date",
            Self::Apa => "APA 7",
            Self::Mla => "MLA 9",
            Self::GbT7714 => "GB/T 7714-2015",
        }
    }

    /// Its name in data, which is that of its file in the collection of all styles.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ChicagoNotes => "chicago-notes-bibliography",
            Self::ChicagoAuthorDate => "chicago-author-date",
            Self::Apa => "apa",
            Self::Mla => "modern-language-association",
            Self::GbT7714 => "china-national-standard-gb-t-7714-2015-numeric",
        }
    }

    /// Whether a place is cited in a footnote that says everything.
    #[must_use]
    pub fn has_notes(self) -> bool {
        self == Self::ChicagoNotes
    }

    /// Whether what stands in the running text is only the number of the entry.
    #[must_use]
    pub fn has_numbers(self) -> bool {
        self == Self::GbT7714
    }

    pub(super) fn archived(self) -> ArchivedStyle {
        match self {
            Self::ChicagoNotes => ArchivedStyle::ChicagoNotes,
            Self::ChicagoAuthorDate => ArchivedStyle::ChicagoAuthorDate,
            Self::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Self::Mla => ArchivedStyle::ModernLanguageAssociation,
            Self::GbT7714 => ArchivedStyle::Gb77142015Numeric,
        }
    }
}
