//! The editors' concordance: typed links between passages, and silences.

use super::code::{LinkCode, SilenceCode};
use super::formula::Formula;
use super::strength::Strength;
use crate::library::id::{FormulaId, IdMap, LinkId, SilenceId};
use crate::library::text::part::{Place, TextSpan};

/// The editors' findings on how the texts speak to each other, in the order of their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concordance {
    /// What answers what.
    pub links: IdMap<LinkId, Link>,
    /// The set phrases that some of them rest on.
    pub formulas: IdMap<FormulaId, Formula>,
    /// What is not answered.
    pub silences: IdMap<SilenceId, Silence>,
}

/// Quoted words and where they stand. A load without diagnostics proves that they stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The section or paragraph that the editors name.
    pub place: Place,
    /// The words, exactly as in the text.
    pub text: String,
    /// Where they first stand in it. For a section: in its heading, a quotation or a paragraph.
    pub span: TextSpan,
}

/// One passage set beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its place in the concordance.
    pub id: LinkId,
    /// Its name for good.
    pub code: LinkCode,
    /// The earlier or more general passage.
    pub from: Passage,
    /// The later or more particular one.
    pub to: Passage,
    /// What `to` is with respect to `from`.
    pub relation: Relation,
    /// How close they are.
    pub strength: Strength,
    /// The set phrase that it rests on and shows no more than.
    pub formula: Option<FormulaId>,
    /// Why the editors set them side by side, in a sentence.
    pub reason: String,
}

/// One end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// Its `from`.
    From,
    /// Its `to`.
    To,
}

impl End {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::From, Self::To];

    /// The opposite end.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::From => Self::To,
            Self::To => Self::From,
        }
    }
}

/// What `to` is with respect to `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// It says the same.
    Parallels,
    /// It has the smaller scope.
    Narrows,
    /// It has the larger scope.
    Broadens,
    /// It carries out what the other announces; inside one document only.
    Implements,
    /// It says what should be done about a problem that the other names.
    Answers,
    /// It takes another position on the same subject.
    Differs,
}

impl Relation {
    /// Every relation, in the order in which pages list them.
    pub const ALL: [Self; 6] = [
        Self::Parallels,
        Self::Narrows,
        Self::Broadens,
        Self::Implements,
        Self::Answers,
        Self::Differs,
    ];

    /// Its name in the file and in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Parallels => "parallels",
            Self::Narrows => "narrows",
            Self::Broadens => "broadens",
            Self::Implements => "implements",
            Self::Answers => "answers",
            Self::Differs => "differs",
        }
    }

    /// The relation as a verb whose subject is the passage at `subject` and whose object is the
    /// passage at the other end: `to` narrows `from`, so `from` is broader than `to`.
    #[must_use]
    pub fn verb(self, subject: End) -> &'static str {
        match (self, subject) {
            (Self::Parallels, _) => "says the same as",
            (Self::Narrows, End::To) | (Self::Broadens, End::From) => "is narrower than",
            (Self::Narrows, End::From) | (Self::Broadens, End::To) => "is broader than",
            (Self::Implements, End::To) => "carries out",
            (Self::Implements, End::From) => "is carried out by",
            (Self::Answers, End::To) => "answers the problem named in",
            (Self::Answers, End::From) => "names the problem answered in",
            (Self::Differs, _) => "differs from",
        }
    }

    /// The relation as a label beside the passage at `subject`, which the reader meets from the
    /// other end.
    #[must_use]
    pub fn label(self, subject: End) -> &'static str {
        match (self, subject) {
            (Self::Parallels, _) => "Says the same",
            (Self::Narrows, End::To) | (Self::Broadens, End::From) => "Narrower",
            (Self::Narrows, End::From) | (Self::Broadens, End::To) => "Broader",
            (Self::Implements, End::To) => "Carries this out",
            (Self::Implements, End::From) => "Carried out here",
            (Self::Answers, End::To) => "Answers this",
            (Self::Answers, End::From) => "Names the problem",
            (Self::Differs, _) => "Differs",
        }
    }
}

/// Something that is said in one place and missing, or otherwise, in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// Its place in the concordance.
    pub id: SilenceId,
    /// Its name for good.
    pub code: SilenceCode,
    /// What it is about.
    pub theme: String,
    /// What sort of finding it is.
    pub kind: SilenceKind,
    /// Where the theme is present, at least one passage.
    pub passages: Vec<Passage>,
    /// What the editors add.
    pub note: String,
}

/// The sorts of silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SilenceKind {
    /// One document has it, and those that the editors compared with it do not.
    OnlyIn {
        /// A regular expression without case that hits a heading, paragraph or quotation of the
        /// document and none of those.
        pattern: String,
        /// The words that it searches for, as readers see them: `ethic, ethical`.
        searched: String,
        /// Why it holds although a link joins the same passage to one of those.
        despite: Option<String>,
    },
    /// Both documents have it, differently.
    Differs,
    /// It is missing inside one document.
    Gap,
}

impl SilenceKind {
    /// The names of all kinds in the file.
    pub const NAMES: [&'static str; 3] = ["only-in", "differs", "gap"];

    /// Its name in the file and in addresses.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let [only_in, differs, gap] = Self::NAMES;
        match self {
            Self::OnlyIn { .. } => only_in,
            Self::Differs => differs,
            Self::Gap => gap,
        }
    }

    /// Why it holds although a link joins the same passage to a document that should not have it.
    #[must_use]
    pub fn despite(&self) -> Option<&str> {
        match self {
            Self::OnlyIn { despite, .. } => despite.as_deref(),
            Self::Differs | Self::Gap => None,
        }
    }
}

impl Link {
    /// The passage at one end.
    #[must_use]
    pub fn passage(&self, end: End) -> &Passage {
        match end {
            End::From => &self.from,
            End::To => &self.to,
        }
    }
}

impl Concordance {
    /// The relations that have links which rest on no formula, in the order in which pages list them.
    pub fn relations(&self) -> impl Iterator<Item = Relation> {
        let links = self.links.values();
        let used = |relation: &Relation| {
            let is_of = |link: &Link| link.formula.is_none() && link.relation == *relation;
            links.iter().any(is_of)
        };
        Relation::ALL.into_iter().filter(used)
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Relation};

    #[test]
    fn a_relation_reads_the_same_from_both_ends() {
        for (relation, inverse) in [
            (Relation::Parallels, Relation::Parallels),
            (Relation::Differs, Relation::Differs),
            (Relation::Narrows, Relation::Broadens),
            (Relation::Broadens, Relation::Narrows),
        ] {
            assert_eq!(relation.verb(End::To), inverse.verb(End::From));
            assert_eq!(relation.verb(End::From), inverse.verb(End::To));
        }
        assert_eq!(Relation::Narrows.verb(End::From), "is broader than");
        assert_eq!(Relation::Implements.verb(End::From), "is carried out by");
    }
}
