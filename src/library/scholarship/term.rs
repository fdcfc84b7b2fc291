//! The editors' terms: names and concepts that the index of the texts is made of.

use crate::library::id::TermId;
use crate::library::reference::Slug;

/// An entry of the index. What is counted is computed from its forms, never typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its place in the library.
    pub id: TermId,
    /// Its name in its address.
    pub slug: Slug,
    /// Its name on pages.
    pub label: String,
    /// What sort of thing it names.
    pub kind: TermKind,
    /// What an abbreviation stands for, or the name in full.
    pub expansion: Option<Expansion>,
    /// The editors' definition.
    pub definition: String,
    /// The wordings that are counted, as they stand in the texts.
    pub forms: Vec<String>,
    /// Other names of the same thing, which the texts do not use.
    pub aliases: Vec<String>,
    /// What readers may search by who look for it, and is no name of it; no page shows them.
    pub keywords: Vec<String>,
    /// Whether capitals matter.
    pub case: Case,
    /// The Chinese term, where it is certain.
    pub zh: Option<String>,
    /// Other entries to look at.
    pub see_also: Vec<TermId>,
}

impl Term {
    /// Everything that it is found by: what it is called on pages, in the texts and elsewhere, in
    /// full and in Chinese, and what readers search by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let written = std::iter::once(&self.label).chain(&self.forms);
        let expansion = self.expansion.iter().map(|expansion| &expansion.text);
        let others = self.aliases.iter().chain(expansion).chain(&self.zh);
        let others = others.chain(&self.keywords);
        written.chain(others).map(String::as_str)
    }
}

/// A name in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// The words.
    pub text: String,
    /// Whose words they are.
    pub by: ExpansionBy,
}

/// Who expanded a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpansionBy {
    /// It is printed in one of the texts.
    Text,
    /// The editors supply it.
    Editors,
}

impl ExpansionBy {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Text, Self::Editors];

    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Editors => "editors",
        }
    }
}

/// What a term names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TermKind {
    /// An organisation, forum or group.
    Institution,
    /// A treaty, resolution, programme or other document.
    Instrument,
    /// Something that takes or took place.
    Event,
    /// A short form.
    Abbreviation,
    /// A human being.
    Person,
    /// A country, region or town.
    Place,
    /// An act that the texts want prevented or punished.
    Offence,
    /// A notion.
    Concept,
    /// A technique or device.
    Technology,
}

impl TermKind {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [Self; 9] = [
        Self::Institution,
        Self::Instrument,
        Self::Event,
        Self::Abbreviation,
        Self::Person,
        Self::Place,
        Self::Offence,
        Self::Concept,
        Self::Technology,
    ];

    /// Its name in the file and in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::Instrument => "instrument",
            Self::Event => "event",
            Self::Abbreviation => "abbreviation",
            Self::Person => "person",
            Self::Place => "place",
            Self::Offence => "offence",
            Self::Concept => "concept",
            Self::Technology => "technology",
        }
    }

    /// Its name on pages, for several.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Institution => "Institutions",
            Self::Instrument => "Instruments",
            Self::Event => "Events",
            Self::Abbreviation => "Abbreviations",
            Self::Person => "People",
            Self::Place => "Places",
            Self::Offence => "Offences",
            Self::Concept => "Concepts",
            Self::Technology => "Technologies",
        }
    }

    /// Whether its first mention in a section links to it. Concepts would link one word in
    /// thirteen, so they only stand in a list beside the text.
    #[must_use]
    pub fn links_in_text(self) -> bool {
        matches!(
            self,
            Self::Institution | Self::Instrument | Self::Event | Self::Abbreviation
        )
    }
}

/// Whether capitals matter when a term's forms are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// They do: names and abbreviations.
    Sensitive,
    /// They do not: concepts, at the start of a sentence too.
    Insensitive,
}

impl Case {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Sensitive, Self::Insensitive];

    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sensitive => "sensitive",
            Self::Insensitive => "insensitive",
        }
    }
}
