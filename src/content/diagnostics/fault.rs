//! What can be wrong with the scholarship: the concordance, the terms and the actors.

use thiserror::Error;

use super::suggestion::offer;

/// A claim of the editors that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum Fault {
    #[error("unknown reference `{reference}`")]
    UnknownReference {
        reference: String,
        near: Option<String>,
    },
    #[error("the quotation is not in `{reference}`")]
    NoSuchQuote {
        reference: String,
        near: Option<NearQuote>,
    },
    #[error("the id is missing")]
    NoCode { free: String },
    #[error("malformed id `{id}`")]
    MalformedCode { id: String, free: String },
    #[error("the id `{id}` is taken")]
    TakenCode { id: String, free: String },
    #[error("`{0}` is linked to itself")]
    SelfLink(String),
    #[error("two links join the same two quotations")]
    DuplicateLink { reason: String },
    #[error("`implements` between two documents: `{from}` and `{to}`")]
    ImplementsAcross { from: String, to: String },
    #[error("fewer than two documents in a group")]
    ComparedAlone,
    #[error("`{0}` is named twice in one group")]
    TwiceInGroup(String),
    #[error("`{first}` and `{second}` stand in two groups")]
    ComparedTwice { first: String, second: String },
    #[error("a link between `{first}` and `{second}`, which nobody compared")]
    NotCompared { first: String, second: String },
    #[error("a silence of kind `only-in`, but `{0}` was compared with no other document")]
    ComparedWithNone(String),
    #[error(
        "the {strength} link `{link}` joins `{reference}` to `{other}`, which should be silent"
    )]
    Contradiction {
        strength: &'static str,
        link: String,
        reference: String,
        other: String,
    },
    #[error("no link contradicts this silence")]
    UnneededDespite,
    #[error("a silence of kind `{0}` with a `despite`")]
    NeedlessDespite(&'static str),
    #[error("two formulas have the id `{0}`")]
    DuplicateFormula(String),
    #[error("unknown formula `{id}`")]
    UnknownFormula { id: String, near: Option<String> },
    #[error("no link rests on the formula `{0}`")]
    UnusedFormula(String),
    #[error("no text has the words `{0}`")]
    FormulaNeverOccurs(String),
    #[error("the quotation from `{reference}` does not have the formula `{id}`")]
    FormulaNotQuoted { id: String, reference: String },
    #[error("a link of strength 3 that rests on a formula")]
    FormulaTooClose,
    #[error("{refs} but {quotes}")]
    UnevenQuotes { refs: String, quotes: String },
    #[error("a silence of kind `{kind}` with passages from `{first}` and `{second}`")]
    SeveralDocuments {
        kind: &'static str,
        first: String,
        second: String,
    },
    #[error("a silence of kind `{0}` with a pattern")]
    NeedlessPattern(&'static str),
    #[error("malformed pattern: {0}")]
    BadPattern(String),
    #[error("the pattern cannot be told in words")]
    WordlessPattern,
    #[error("`{document}` is not silent: the pattern matches “{words}” in `{reference}`")]
    NotSilent {
        document: String,
        reference: String,
        words: String,
    },
    #[error("the pattern matches nothing in `{0}`, where the theme is said to be")]
    NoHit(String),
    #[error("two entries have the slug `{0}`")]
    DuplicateSlug(String),
    #[error("`{form}` is a form of `{first}` already")]
    FormTaken { form: String, first: String },
    #[error("the form `{0}` is given twice")]
    FormTwice(String),
    #[error("the term `{0}` is named in its own `see_also`")]
    SeesItself(String),
    #[error("the name `{name}` is a form of `{term}`")]
    NameIsForm { name: String, term: String },
    #[error("the keyword `{0}` is a name of the term already")]
    NeedlessKeyword(String),
    #[error("unknown term `{slug}`")]
    UnknownTerm { slug: String, near: Option<String> },
    #[error("the term `{0}` never occurs in the texts")]
    TermNeverOccurs(String),
    #[error("the form `{0}` never occurs in the texts")]
    FormNeverOccurs(String),
    #[error("the form `{0}` is never counted")]
    FormNeverCounted(String),
    #[error("unknown actor `{slug}`")]
    UnknownActor { slug: String, near: Option<String> },
    #[error("`{0}` is a section, not a paragraph")]
    ActInSection(String),
    #[error("these words of `{0}` are marked for this actor already")]
    DuplicateAct(String),
}

/// Where words stand that are like a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NearQuote {
    /// There, with other capitals, quotation marks, dashes or spaces.
    Spelled(String),
    /// Somewhere else.
    Elsewhere(String),
    /// There, but other words.
    Like(String),
}

impl Fault {
    /// What would mend it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::UnknownReference { near, .. } => offer(
                near.as_ref(),
                "write `document/number` or `document/number.pN`, as in the documents",
            ),
            Self::NoSuchQuote { near, .. } => match near {
                Some(NearQuote::Spelled(text)) => format!("the text has “{text}”"),
                Some(NearQuote::Elsewhere(reference)) => format!("it is in `{reference}`"),
                Some(NearQuote::Like(text)) => format!("the nearest words there are “{text}”"),
                None => "copy the words exactly as they are in the text".into(),
            },
            Self::NoCode { free } => format!("add `id = \"{free}\"`, which is the next free one"),
            Self::MalformedCode { free, .. } => {
                format!("write one like `{free}`, which is the next free one")
            }
            Self::TakenCode { free, .. } => {
                format!("an id is used once and never again; the next free one is `{free}`")
            }
            Self::SelfLink(_) => "link two different places".into(),
            Self::DuplicateLink { reason } => {
                format!("keep one of them; the first has the reason “{reason}”")
            }
            Self::ImplementsAcross { .. } => {
                "this relation is for links inside one document: use another".into()
            }
            Self::UnevenQuotes { .. } => "give one quotation for each reference".into(),
            Self::SeveralDocuments { kind, .. } => {
                format!("`{kind}` is about one document; `differs` is about several")
            }
            Self::NeedlessPattern(_) => "only the kind `only-in` has a pattern: remove it".into(),
            Self::BadPattern(_) => "see docs.rs/regex for the syntax".into(),
            Self::WordlessPattern => {
                "add `searched = …` with the words that it searches for, as readers should see them"
                    .into()
            }
            Self::NotSilent { .. } => "narrow the pattern, or change the kind to `differs`".into(),
            Self::NoHit(_) => {
                "write a pattern that matches a heading, paragraph or quotation".into()
            }
            Self::DuplicateSlug(_) | Self::DuplicateFormula(_) => {
                "choose another: it is part of the address".into()
            }
            Self::FormTaken { first, .. } => {
                format!("keep it in one place; `{first}` can be named in `see_also`")
            }
            Self::FormTwice(_) => {
                "forms that differ only in capitals are the same: keep one of them".into()
            }
            Self::SeesItself(_) | Self::NeedlessKeyword(_) => "remove it".into(),
            Self::NameIsForm { term, .. } => {
                format!("remove it: readers who search for it find `{term}` anyway")
            }
            Self::UnknownTerm { near, .. } => {
                offer(near.as_ref(), "write the slug of a term of this file")
            }
            Self::TermNeverOccurs(_) => {
                "give it a form that occurs in a text, as whole words".into()
            }
            Self::FormNeverOccurs(_) => "remove it, or make it an alias or a keyword".into(),
            Self::FormNeverCounted(_) => {
                "it occurs in the texts only inside a longer form or word, or with other capitals"
                    .into()
            }
            Self::UnknownActor { near, .. } => {
                offer(near.as_ref(), "write the slug of an actor of this file")
            }
            Self::ActInSection(section) => {
                format!("name the paragraph that has the words, such as `{section}.p1`")
            }
            Self::DuplicateAct(_) => "keep one of them: a clause has one kind".into(),
            Self::ComparedAlone
            | Self::TwiceInGroup(_)
            | Self::ComparedTwice { .. }
            | Self::NotCompared { .. }
            | Self::ComparedWithNone(_)
            | Self::Contradiction { .. }
            | Self::UnneededDespite
            | Self::NeedlessDespite(_) => self.help_with_compared(),
            Self::UnknownFormula { .. }
            | Self::UnusedFormula(_)
            | Self::FormulaNeverOccurs(_)
            | Self::FormulaNotQuoted { .. }
            | Self::FormulaTooClose => self.help_with_formulas(),
        }
    }

    /// The same for set phrases.
    fn help_with_formulas(&self) -> String {
        match self {
            Self::UnknownFormula { near, .. } => {
                offer(near.as_ref(), "declare it: `[[formulas]]` with this `id`")
            }
            Self::UnusedFormula(_) => {
                "remove it, or write `formula = …` in the links that rest on it alone".into()
            }
            Self::FormulaNeverOccurs(_) => {
                "write them as they stand in a text, or remove them".into()
            }
            Self::FormulaNotQuoted { .. } => {
                "quote it, add the wording to `forms`, or remove `formula`: the link has more to it"
                    .into()
            }
            Self::FormulaTooClose => {
                "it shows no more than that both passages use the formula: write 1 or 2, or remove \
                 `formula` if there is more to it"
                    .into()
            }
            _ => String::new(),
        }
    }

    /// The same for what was compared, and for silences beside links.
    fn help_with_compared(&self) -> String {
        match self {
            Self::ComparedAlone => {
                "name two or more that were read against each other, or remove the group".into()
            }
            Self::TwiceInGroup(_) => "remove one of them".into(),
            Self::ComparedTwice { .. } => "name the two together in one group only".into(),
            Self::NotCompared { first, second } => format!(
                "if the editors compared the two, add `compared = [[\"{first}\", \"{second}\"]]` to \
                 `site.toml`, or put both in a group there"
            ),
            Self::ComparedWithNone(document) => format!(
                "such a silence is about the documents compared with its own: name them in \
                 `site.toml`, as in `compared = [[\"{document}\", …]]`"
            ),
            Self::Contradiction { .. } => {
                "say in a sentence why both hold, `despite = …`, or mend one of them".into()
            }
            Self::UnneededDespite => "remove `despite`".into(),
            Self::NeedlessDespite(_) => "only the kind `only-in` has one: remove it".into(),
            _ => String::new(),
        }
    }
}
