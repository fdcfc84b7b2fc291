//! The files of a content folder as text, told apart by what they are.

use std::path::Path;

use super::control::{first_control, first_numbered_control};
use super::diagnostics::{Diagnostics, Problem, Sink};
use super::source::{File, IMAGES};
use super::unread::{Unread, unread};

/// The file that names the site and declares the kinds.
const SETTINGS: &str = "site.toml";

/// A file with its text.
#[derive(Debug, Clone, Copy)]
pub struct TextFile<'a> {
    /// Its path below the content folder, with `/`.
    pub name: &'a str,
    /// Its path as diagnostics show it.
    pub shown: &'a str,
    /// What it holds.
    pub text: &'a str,
    /// Takes what is wrong in it.
    pub sink: Sink<'a>,
}

/// All files of a load, in its order.
#[derive(Debug)]
pub struct TextFiles<'a>(Vec<TextFile<'a>>);

impl<'a> TextFiles<'a> {
    /// The files, if all can be read as text; else those that cannot be are reported, and nothing
    /// else: what they hold would be missed wherever another file names it.
    pub fn new(files: &'a [File], diagnostics: &'a Diagnostics) -> Option<Self> {
        let texts = files.iter().enumerate();
        let texts = texts.filter(|(_, file)| !file.name.starts_with(IMAGES));
        let files = texts.map(|(number, file)| {
            let sink = diagnostics.of_file(number);
            if let Some(Unread { meant }) = unread(&file.name) {
                sink.report_file(Problem::UnreadFile { meant });
            }
            Some(TextFile {
                name: &file.name,
                shown: &file.shown,
                text: text(file, sink)?,
                sink,
            })
        });
        // All are read before any is given up, so that each is reported.
        let files: Vec<Option<TextFile<'a>>> = files.collect();
        files.into_iter().collect::<Option<_>>().map(Self)
    }

    pub fn named(&self, name: &str) -> Option<&TextFile<'a>> {
        self.0.iter().find(|file| file.name == name)
    }

    pub fn settings(&self) -> Option<&TextFile<'a>> {
        self.named(SETTINGS)
    }

    /// The documents: Markdown beside `site.toml`.
    pub fn documents(&self) -> impl Iterator<Item = &TextFile<'a>> {
        let is_document = |file: &&TextFile<'_>| is_markdown(file.name) && !file.name.contains('/');
        self.0.iter().filter(is_document)
    }

    /// The raw files that documents were made from.
    pub fn captures(&self) -> impl Iterator<Item = &TextFile<'a>> {
        let files = self.0.iter();
        files.filter(|file| file.name.starts_with("captures/"))
    }

    /// The editors' pages, each with the name that its file gives it: `about` for `pages/about.md`.
    pub fn pages(&self) -> impl Iterator<Item = (&'a str, &TextFile<'a>)> {
        self.named_in("pages/")
    }

    /// What each edition changed, with the edition's number: `2` for `editions/2.md`.
    pub fn editions(&self) -> impl Iterator<Item = (&'a str, &TextFile<'a>)> {
        self.named_in("editions/")
    }

    fn named_in(&self, folder: &'static str) -> impl Iterator<Item = (&'a str, &TextFile<'a>)> {
        self.0.iter().filter_map(move |file| {
            let name = file.name.strip_prefix(folder)?.strip_suffix(".md")?;
            Some((name, file))
        })
    }
}

/// The text of a file, or a report of what keeps it from being read.
fn text<'a>(file: &'a File, sink: Sink<'_>) -> Option<&'a str> {
    let bytes = match &file.contents {
        Ok(bytes) => bytes,
        Err(why) => {
            sink.report_file(Problem::Unreadable(why.clone()));
            return None;
        }
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let start = error.valid_up_to();
            sink.report_at(start..start + 1, Problem::NotUtf8);
            return None;
        }
    };
    let numbered = || {
        let markdown = is_markdown(&file.name).then_some(text);
        markdown.and_then(first_numbered_control)
    };
    if let Some((sign, span)) = first_control(text).or_else(numbered) {
        sink.report_at(span, Problem::ControlCharacter(sign));
    }
    Some(text)
}

fn is_markdown(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "md")
}
