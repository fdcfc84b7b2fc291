//! Brings texts into a content folder: makes documents of them, sees that they load, and writes them.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::check::load_sound;
use crate::content::{
    self, AdoptError, AdoptOptions, Adopted, Diagnostic, File, NewFile, Source, SourceText,
};
use crate::library::{Date, Slug};
use thiserror::Error;

/// The file that makes a folder a site.
const SETTINGS: &str = "site.toml";

/// What is brought in, and where.
#[derive(Debug)]
pub struct Adoption {
    /// The files of the texts.
    pub sources: Vec<PathBuf>,
    /// The content folder. Where it is no site yet, it becomes one.
    pub into: PathBuf,
    /// What a person says beforehand.
    pub options: AdoptOptions,
    /// The day, in UTC, of the first edition of a new site.
    pub today: Date,
}

/// A text that can be brought in.
#[derive(Debug)]
pub struct AdoptedFile {
    /// Where the text was found.
    pub source: PathBuf,
    /// The text as it was.
    pub text: String,
    /// The document, and what there is to say of it.
    pub adopted: Adopted,
}

/// All texts, ready to be written.
#[derive(Debug)]
pub struct Prepared {
    /// The documents, in the order of the sources.
    pub documents: Vec<AdoptedFile>,
    /// The files to write.
    pub files: Vec<NewFile>,
    /// What is wrong in other files of the folder, as a report; `None` if nothing is.
    pub other_errors: Option<String>,
    /// `site.toml` as it was.
    settings_before: String,
}

/// Why texts are not brought in. Nothing is written then.
#[derive(Debug, Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum AdoptionError {
    #[error("error: cannot read `{}`: {why}", path.display())]
    Unreadable { path: PathBuf, why: String },
    #[error("error: cannot adopt `{}`: {why}", path.display())]
    NotAdopted { path: PathBuf, why: AdoptError },
    #[error("error: `{name}` is there already; choose another `--id`, or move it away")]
    Taken { name: String },
    #[error("{report}")]
    Refused { report: String },
    #[error("error: cannot write `{name}`: {why}")]
    NotWritten { name: String, why: std::io::Error },
}

/// Makes documents of texts, and sees that the folder loads with them.
///
/// # Errors
/// What keeps one of them from being one.
pub fn prepare(adoption: &Adoption) -> Result<Prepared, AdoptionError> {
    let (mut files, mut new) = folder(&adoption.into, adoption.today);
    let settings_before = text_of(&files, SETTINGS);
    let mut documents = Vec::new();
    for path in &adoption.sources {
        let text = content::read_text(path).map_err(|why| AdoptionError::Unreadable {
            path: path.clone(),
            why,
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let source = SourceText {
            name: &name,
            text: &text,
        };
        let settings = text_of(&files, SETTINGS);
        let adopted = content::adopt(source, &settings, &adoption.options, &faults);
        let adopted = adopted.map_err(|why| AdoptionError::NotAdopted {
            path: path.clone(),
            why,
        })?;
        let document = format!("{}.md", adopted.id);
        if files.iter().any(|file| file.name == document) {
            return Err(AdoptionError::Taken { name: document });
        }
        set(&mut files, SETTINGS, &adopted.site);
        set(&mut files, &document, &adopted.document);
        new.push(new_file(&document, &adopted.document));
        new.push(new_file(
            &format!("adopted/{document}"),
            &adopted.report(&name),
        ));
        documents.push(AdoptedFile {
            source: path.clone(),
            text,
            adopted,
        });
    }
    let settings = text_of(&files, SETTINGS);
    new.retain(|file| file.name != SETTINGS);
    new.push(NewFile {
        replaces: true,
        ..new_file(SETTINGS, &settings)
    });
    let other_errors = check(&files, &new)?;
    Ok(Prepared {
        documents,
        files: new,
        other_errors,
        settings_before,
    })
}

/// Sees that the folder loads with the new files; what is wrong elsewhere was so before.
fn check(files: &[File], new: &[NewFile]) -> Result<Option<String>, AdoptionError> {
    let Err(found) = load_sound(files) else {
        return Ok(None);
    };
    let is_own = |one: &Diagnostic| {
        files
            .get(one.file)
            .is_some_and(|file| new.iter().any(|new| new.name == file.name))
    };
    let report = content::report(files, &found);
    if found.iter().any(|one| one.is_error() && is_own(one)) {
        return Err(AdoptionError::Refused { report });
    }
    Ok(Some(report))
}

/// The files of a content folder; those of a new site where there is none, which are then to be written.
fn folder(folder: &Path, today: Date) -> (Vec<File>, Vec<NewFile>) {
    let files = content::read(&Source::Folder(folder.to_owned()));
    if files.iter().any(|file| file.name == SETTINGS) {
        return (files, Vec::new());
    }
    // The first document of a new site explains what is being done here.
    let mut starter = content::starter(today);
    starter.retain(|file| file.name.contains('/') || file.name == SETTINGS);
    let new = starter
        .iter()
        .map(|file| new_file(&file.name, &file.lossy()))
        .collect();
    let readable = files.into_iter().filter(|file| file.contents.is_ok());
    starter.extend(readable);
    (starter, new)
}

/// What the loader finds wrong with a document that stands alone in a site.
fn faults(settings: &str, document: &str, id: &Slug) -> Vec<Diagnostic> {
    let files = [
        File::new(SETTINGS, settings),
        File::new(&format!("{id}.md"), document),
    ];
    let found = load_sound(&files).err().unwrap_or_default();
    found.into_iter().filter(|one| one.file == 1).collect()
}

fn new_file(name: &str, text: &str) -> NewFile {
    NewFile {
        name: name.to_owned(),
        text: text.to_owned(),
        replaces: false,
    }
}

fn text_of(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name);
    file.map(|file| file.lossy().into_owned())
        .unwrap_or_default()
}

fn set(files: &mut Vec<File>, name: &str, text: &str) {
    files.retain(|file| file.name != name);
    files.push(File::new(name, text));
}

impl Prepared {
    /// Writes all files.
    ///
    /// # Errors
    /// The first one that cannot be written; those before it are.
    pub fn write(&self, into: &Path) -> Result<(), AdoptionError> {
        content::write(into, &self.files).map_err(|(name, why)| match why.kind() {
            std::io::ErrorKind::AlreadyExists => AdoptionError::Taken { name },
            _ => AdoptionError::NotWritten { name, why },
        })
    }

    /// What writing would change, line by line.
    #[must_use]
    pub fn diff(&self) -> String {
        let mut diffs = String::new();
        for AdoptedFile {
            source,
            text,
            adopted,
        } in &self.documents
        {
            let document = format!("{}.md", adopted.id);
            diffs.push_str(&diff(
                text,
                &adopted.document,
                &source.file_name().unwrap_or_default().to_string_lossy(),
                &document,
            ));
        }
        let settings = self.files.iter().find(|file| file.name == SETTINGS);
        let settings = settings.map_or("", |file| &file.text);
        diffs + &diff(&self.settings_before, settings, SETTINGS, SETTINGS)
    }

    /// What a person should know of all texts, and what to do next.
    #[must_use]
    pub fn summary(&self) -> String {
        let texts = self.documents.iter().map(|one| {
            let id = &one.adopted.id;
            format!(
                "{} → {id}.md\n{}",
                one.source.display(),
                one.adopted.summary()
            )
        });
        texts.collect()
    }
}

fn diff(before: &str, after: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .header(old, new)
        .to_string()
}
