//! What can be wrong with content, and how it is said.

use thiserror::Error;

use super::fault::Fault;
use super::heading_fault::HeadingFaults;
use super::severity::Severity;
use super::suggestion::offer;
use super::typed::Typed;
use crate::library::{list, pluralize};

/// One thing that can be wrong: the facts; the wording is in `Display` and `help`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum Problem {
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    #[error("the file is not valid UTF-8")]
    NotUtf8,
    #[error("U+{:04X} is a control character", u32::from(*.0))]
    ControlCharacter(char),
    #[error("there is no `site.toml`")]
    NoSettings,
    #[error("there is no document")]
    NoDocuments,
    #[error("the file is empty")]
    EmptyFile,
    #[error("the document has no section")]
    EmptyDocument,
    #[error("the front matter is missing")]
    NoFrontMatter {
        /// What could stand there.
        toml: String,
    },
    #[error("the front matter is YAML")]
    YamlFrontMatter {
        /// The same as TOML.
        toml: String,
    },
    #[error("the front matter is not closed")]
    UnclosedFrontMatter,
    #[error("malformed TOML: {0}")]
    Toml(String),
    #[error("missing key{} {}", plural(.0.len()), quoted(.0, ""))]
    MissingKeys(Vec<&'static str>),
    #[error("unknown key `{key}`")]
    UnknownKey { key: String, near: Option<String> },
    #[error("`{key}` should be {expected}, not {found}")]
    WrongType {
        key: String,
        expected: &'static str,
        found: &'static str,
    },
    #[error("`{key}` is empty")]
    EmptyValue { key: String },
    #[error("`{value}` is not {expected}")]
    BadValue {
        value: String,
        expected: &'static str,
        near: Option<String>,
    },
    #[error("two kinds are called `{0}`")]
    DuplicateKind(String),
    #[error("two documents have the id `{id}`")]
    DuplicateDocument { id: String, first: String },
    #[error("`{0}` is one of the site's own addresses")]
    Reserved(String),
    #[error("{0}")]
    Heading(HeadingFaults),
    #[error("unknown kind `{kind}`{}", of_headings(*headings))]
    UnknownKind {
        kind: String,
        /// How many headings have it.
        headings: usize,
        near: Option<String>,
        /// The lines of `site.toml` that declare it.
        declaration: String,
    },
    #[error("malformed id `{0}`")]
    MalformedId(String),
    #[error("text outside any section")]
    OutsideSection,
    #[error("undefined footnote `{name}`")]
    UndefinedFootnote { name: String, near: Option<String> },
    #[error("unused footnote `{0}`")]
    UnusedFootnote(String),
    #[error("the footnote `{0}` is defined twice")]
    DuplicateFootnote(String),
    #[error("markup nested more than {0} levels deep")]
    TooDeep(usize),
    #[error("a footnote inside a footnote")]
    NestedFootnote,
    #[error("text that its indent makes code")]
    IndentedCode,
    #[error("printed as typed: {0}")]
    PrintedAsTyped(Typed),
    #[error("the link definition `[{0}]` is used nowhere, and so is dropped")]
    UnusedLinkDefinition(String),
    #[error("a comment that is dropped")]
    Comment,
    #[error("the file is no image that can be shown")]
    NoImageFile,
    #[error("there is no image `{file}`")]
    NoImage { file: String, near: Option<String> },
    #[error("an image without a text that says what it shows")]
    NoAltText,
    #[error("an image among words")]
    InlineImage,
    #[error("raw HTML")]
    RawHtml,
    #[error("unsafe link `{0}`")]
    UnsafeLink(String),
    #[error("link to an unknown reference `{reference}`")]
    UnknownReference {
        reference: String,
        near: Option<String>,
    },
    #[error("link to an unknown page `{path}`")]
    UnknownPage { path: String, near: Option<String> },
    #[error("nothing in this document has the id `{id}`")]
    UnknownId { id: String, near: Option<String> },
    #[error("link to `{path}`, but {part} of this site")]
    AbsentPart {
        path: String,
        /// What is not there, with its verb: `there are no terms`.
        part: &'static str,
        /// The file or folder that would bring it.
        file: &'static str,
    },
    #[error("nobody reads this file")]
    UnreadFile {
        /// The name that would be read, if one can be told.
        meant: Option<String>,
    },
    #[error("the reading names no passage")]
    EmptyReading,
    #[error("this is edition {edition} of {date}, but the newest one told of is {newest}")]
    OtherEdition {
        edition: String,
        date: String,
        newest: String,
    },
    #[error("there is no capture `{file}`")]
    NoCapture { file: String, near: Option<String> },
    #[error("`{file}` has {lines} lines, and no line {line}")]
    BeyondCapture {
        file: String,
        lines: usize,
        line: usize,
    },
    #[error("`{first}` and `{second}` both name line {line}")]
    ClashingRepairs {
        first: &'static str,
        second: &'static str,
        line: usize,
    },
    #[error("line {0} stands between two lines that are joined")]
    LineBetween(usize),
    #[error("{0} is not supported")]
    Unsupported(&'static str),
    #[error("Lectern failed to read this file: {0}")]
    ReaderPanicked(String),
    #[error("Lectern failed to put this content together: {0}")]
    LoadPanicked(String),
    #[error(transparent)]
    Scholarship(#[from] Fault),
}

impl Problem {
    /// How much is wrong.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::AbsentPart { .. } | Self::Comment | Self::UnreadFile { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// A name for programs, which is the same for all problems of a sort: `UnknownKind`.
    #[must_use]
    pub fn code(&self) -> String {
        let facts = match self {
            Self::Scholarship(fault) => format!("{fault:?}"),
            problem => format!("{problem:?}"),
        };
        facts
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect()
    }

    /// What would mend it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Scholarship(fault) => fault.help(),
            Self::ReaderPanicked(_) | Self::LoadPanicked(_) => {
                "this is a bug in Lectern, whatever the file contains: please report it".into()
            }
            Self::Unreadable(_) => "check that it is a file and that you may read it".into(),
            Self::EmptyFile => "write the document into it, or remove it".into(),
            Self::EmptyDocument => {
                "begin the text with a heading such as `## Preface {#preface .section ref=preface}`"
                    .into()
            }
            Self::NoFrontMatter { toml } => format!(
                "start the file with lines such as these and fill them in, or have `lectern adopt` do \
                 it:\n\n+++\n{toml}+++"
            ),
            Self::YamlFrontMatter { toml } => format!(
                "write it as TOML, or have `lectern adopt` do it:\n\n+++\n{toml}+++"
            ),
            Self::UnclosedFrontMatter => "close it with a line `+++` of its own".into(),
            Self::Toml(_) => "see toml.io for the syntax".into(),
            Self::MissingKeys(keys) => format!("add {}", quoted(keys, " = …")),
            Self::UnknownKey { near, .. } => {
                offer(near.as_ref(), "remove it, or move it to the right table")
            }
            Self::WrongType { expected, .. } => format!("write {expected}"),
            Self::EmptyValue { .. } => "give it a value, or leave the key out".into(),
            Self::BadValue { expected, near, .. } => {
                offer(near.as_ref(), &format!("write {expected}"))
            }
            Self::DuplicateKind(_) => "give each kind an id and a plural of its own".into(),
            Self::DuplicateDocument { first, .. } => format!("it is first used in {first}"),
            Self::Reserved(_) => "choose another name".into(),
            Self::Heading(faults) => faults.help(),
            Self::UnknownKind { near, declaration, .. } => offer(
                near.as_ref(),
                &format!("declare it in `site.toml`:\n\n{declaration}"),
            ),
            Self::MalformedId(_) => {
                "use lower-case letters, digits and single hyphens, such as `shared-governance`"
                    .into()
            }
            Self::OutsideSection => "put it under a heading with an id, a kind and a ref".into(),
            Self::TooDeep(_) => "write it with fewer levels".into(),
            Self::RawHtml => "write it in Markdown; escape a literal `<` as `\\<`".into(),
            Self::UnsafeLink(_) | Self::UnknownReference { .. } | Self::UnknownId { .. } => {
                self.help_with_links()
            }
            Self::PrintedAsTyped(_)
            | Self::UnusedLinkDefinition(_)
            | Self::Comment
            | Self::NoImageFile
            | Self::NoImage { .. }
            | Self::NoAltText
            | Self::InlineImage
            | Self::IndentedCode => self.help_with_what_is_lost(),
            Self::UnknownPage { near, .. } => {
                offer(near.as_ref(), "write the path of a page of this site")
            }
            Self::AbsentPart { file, .. } => {
                format!("add {file}, or remove the link; until then its words are shown alone")
            }
            Self::UnreadFile { meant: Some(meant) } => format!("call it `{meant}` if it belongs to the site"),
            Self::UnreadFile { meant: None } => {
                "the files of a site are `site.toml`, `concordance.toml`, `terms.toml`, `actors.toml`, \
                 documents as `*.md` beside them, and `*.md` in `pages` and `editions`"
                    .into()
            }
            Self::EmptyReading => {
                "write one reference on each of its lines, such as `strategy/II.2`".into()
            }
            Self::OtherEdition { .. }
            | Self::NoCapture { .. }
            | Self::BeyondCapture { .. }
            | Self::ClashingRepairs { .. }
            | Self::LineBetween(_)
            | Self::NotUtf8
            | Self::ControlCharacter(_)
            | Self::NoSettings
            | Self::NoDocuments => self.help_with_files(),
            Self::Unsupported(_) => {
                "a document has headings, paragraphs, lists, tables, definitions, block quotations, \
                 code and footnotes, with emphasis and links"
                    .into()
            }
            Self::UndefinedFootnote { .. }
            | Self::UnusedFootnote(_)
            | Self::DuplicateFootnote(_)
            | Self::NestedFootnote => self.help_with_footnotes(),
        }
    }

    /// The same for what readers would not see as it was meant.
    fn help_with_what_is_lost(&self) -> String {
        match self {
            Self::PrintedAsTyped(typed) => typed.help().into(),
            Self::UnusedLinkDefinition(name) => {
                format!("link to it with `[words][{name}]`, remove it, or escape its bracket")
            }
            Self::Comment => "readers never see it; remove it if it is to stay so".into(),
            Self::NoImageFile => "save it as PNG, JPEG, GIF or WebP".into(),
            Self::NoImage { near, .. } => offer(
                near.as_ref(),
                "put the file into `images/` beside `site.toml`, and write `images/` and its name",
            ),
            Self::NoAltText => {
                "say it between the brackets, for those who do not see it: `![A plan of the \
                 harbour](images/plan.png)`"
                    .into()
            }
            Self::InlineImage => "put it into a paragraph of its own".into(),
            Self::IndentedCode => {
                "take the spaces before it away; if it is code, put it between two lines of \
                 three backticks"
                    .into()
            }
            _ => String::new(),
        }
    }

    /// The same for links.
    fn help_with_links(&self) -> String {
        match self {
            Self::UnsafeLink(_) => {
                "a link leads to an `https:`, `http:` or `mailto:` address with a named host, to a \
                 path of this site such as `/strategy/II.2`, or to the id of a heading such as \
                 `#sovereignty`"
                    .into()
            }
            Self::UnknownReference { near, .. } => offer(
                near.as_ref(),
                "write `document/number` or `document/number.pN`",
            ),
            Self::UnknownId { near, .. } => offer(
                near.as_ref(),
                "write the id of a heading, or the end of a reference such as `II.2.p1`",
            ),
            _ => String::new(),
        }
    }

    /// The same for footnotes.
    fn help_with_footnotes(&self) -> String {
        match self {
            Self::UndefinedFootnote { name, near } => offer(
                near.as_ref(),
                &format!("define it with a line `[^{name}]: …`, or escape the bracket"),
            ),
            Self::UnusedFootnote(name) => {
                format!("put `[^{name}]` where it belongs, or remove the definition")
            }
            Self::DuplicateFootnote(_) => "keep one of the definitions".into(),
            Self::NestedFootnote => "say it in the note itself".into(),
            _ => String::new(),
        }
    }

    /// The same for files: what is missing of them or wrong in their lines.
    fn help_with_files(&self) -> String {
        match self {
            Self::NotUtf8 => "save the file as UTF-8".into(),
            Self::ControlCharacter(_) => "remove it: nobody can see it".into(),
            Self::NoDocuments => "add a Markdown file with front matter beside `site.toml`".into(),
            Self::OtherEdition { edition, .. } => {
                format!("tell in `editions/{edition}.md` what it changed, with its date")
            }
            Self::NoCapture { near, .. } => offer(
                near.as_ref(),
                "put the raw file there: its name is like `captures/strategy.txt`",
            ),
            Self::BeyondCapture { .. } => "lines count from 1, blank ones too".into(),
            Self::ClashingRepairs { .. } => {
                "a line is dropped or moved once; one that is joined or made a heading stays".into()
            }
            Self::LineBetween(_) => "drop it or move it, or join it too".into(),
            Self::NoSettings => {
                "add a `site.toml` that names the site and declares the kinds of section".into()
            }
            _ => String::new(),
        }
    }
}

/// What a noun takes where there are several.
fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Names as code, each with what follows it, as a sentence lists them.
fn quoted(names: &[&str], then: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}{then}`")).collect();
    list(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// That several headings are meant.
fn of_headings(count: usize) -> String {
    if count == 1 {
        String::new()
    } else {
        format!(" of {}", pluralize(count, "heading"))
    }
}
