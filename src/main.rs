//! The `lectern` program: reads the command line, calls the library, and chooses the exit code.

mod cli;
mod failure;
mod serving;

use std::io::{self, IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use clap::Parser;
use lectern::adoption::prepare;
use lectern::check::{Sound, load_sound, render_all, site_of};
use lectern::content::{self, Diagnostic, File, NewFile, Source, read_if_there};
use lectern::export::{Compression, ExportOptions, Written, export};
use lectern::library::near::nearest;
use lectern::library::{Date, Library, pluralize};
use lectern::site::{BaseUrl, FixedWords, Indexing, Site};

use crate::cli::{AdoptArgs, CheckArgs, Cli, Command, ExportArgs, HashArgs, ReportFormat};
use crate::failure::Failure;
use crate::serving::serve;

/// 0 if all went well, 1 if the content or the system is at fault; clap ends with 2 on bad usage.
fn main() -> ExitCode {
    let outcome = match Cli::parse().what() {
        Command::Serve(args) => serve(args),
        Command::Check(args) => check(args),
        Command::Export(args) => export_site(args),
        Command::Hash(args) => hash(args),
        Command::New(args) => new_site(&args.folder),
        Command::Adopt(args) => adopt(args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Whoever closed standard error does not want to know. What was written for programs says
            // all, and leaves nothing to be said here.
            let said = failure.to_string();
            if !said.is_empty() {
                let _ = writeln!(stderr(), "{}", content::visible(said.trim_end()));
            }
            ExitCode::FAILURE
        }
    }
}

fn check(args: CheckArgs) -> Result<(), Failure> {
    let files = files_of(&args.content.source())?;
    let format = args.format;
    let Sound { library, warnings } = load_sound(&files).map_err(|found| {
        told(format, &files, &found)
            .map_or_else(|failure| failure, |report| Failure::Content { report })
    })?;
    let summary = library.summary();
    let faults = render_all(&site(library, None)?);
    if !faults.is_empty() {
        return Err(Failure::Render { faults });
    }
    let report = told(format, &files, &warnings)?;
    if format == ReportFormat::Human {
        if !warnings.is_empty() {
            let _ = writeln!(stderr(), "{}", report.trim_end());
        }
        say(&format!("the content is sound: {summary}"))?;
    }
    Ok(())
}

/// Diagnostics for people; those for programs are written at once, and leave nothing to be said.
fn told(format: ReportFormat, files: &[File], found: &[Diagnostic]) -> Result<String, Failure> {
    let written = match format {
        ReportFormat::Human => return Ok(content::report(files, found)),
        ReportFormat::Json => content::sarif(files, found),
        ReportFormat::Github => content::github(files, found),
    };
    write_out(&written)?;
    Ok(String::new())
}

fn new_site(folder: &Path) -> Result<(), Failure> {
    let at_folder = |source| Failure::NewSite {
        folder: folder.to_owned(),
        source,
    };
    if !content::is_empty(folder).map_err(at_folder)? {
        return Err(Failure::NotEmpty {
            folder: folder.to_owned(),
        });
    }
    let files = content::starter(today()).into_iter().map(|file| NewFile {
        text: file.lossy().into_owned(),
        name: file.name,
        replaces: false,
    });
    content::write(folder, &files.collect::<Vec<_>>()).map_err(|(_, source)| at_folder(source))?;
    let folder = folder.display();
    say(&format!(
        "a new site is in {folder}; serve it with: lectern serve --content {folder}"
    ))
}

/// Today in UTC by the system clock; 1 January 1970 where that is earlier.
fn today() -> Date {
    Date::of(SystemTime::now()).unwrap_or(Date::EPOCH)
}

fn adopt(args: AdoptArgs) -> Result<(), Failure> {
    let dry_run = args.dry_run;
    let adoption = args.adoption(today()).unwrap_or_else(|error| error.exit());
    let prepared = prepare(&adoption)?;
    if dry_run {
        write_out(&prepared.diff())?;
        return write_out(&prepared.summary());
    }
    prepared.write(&adoption.into)?;
    write_out(&prepared.summary())?;
    let folder = adoption.into.display();
    if prepared.other_errors.is_some() {
        return say(&format!(
            "other files have errors: lectern check --content {folder}"
        ));
    }
    say(&format!(
        "all that was done to the words stands in {folder}/adopted; serve with: lectern serve --content {folder}"
    ))
}

fn export_site(args: ExportArgs) -> Result<(), Failure> {
    let files = files_of(&args.content.source())?;
    let Sound { library, warnings } = load_sound(&files).map_err(|found| Failure::Content {
        report: content::report(&files, &found),
    })?;
    if !warnings.is_empty() {
        let _ = writeln!(
            stderr(),
            "{}",
            content::report(&files, &warnings).trim_end()
        );
    }
    let site = site(library, args.base_url)?.with_indexing(indexing(args.noindex));
    let options = ExportOptions {
        compression: if args.uncompressed {
            Compression::None
        } else {
            Compression::Beforehand
        },
        pagefind: args.pagefind.as_deref(),
    };
    let Written { files, bytes } = export(&site, &args.folder, options, &show_progress)?;
    say(&format!(
        "{} with {} MB of text and pictures in {}",
        pluralize(files, "file"),
        bytes.div_ceil(1_000_000),
        args.folder.display()
    ))
}

/// Says on a terminal how far an export is, in a line that is written over.
fn show_progress(done: usize, all: usize) {
    let step = (all / 100).max(1);
    if stderr().is_terminal() && (done.is_multiple_of(step) || done == all) {
        let end = if done == all { "\n" } else { "" };
        let _ = write!(stderr(), "\r{done} of {all} files{end}");
    }
}

fn indexing(noindex: bool) -> Indexing {
    if noindex {
        Indexing::Refused
    } else {
        Indexing::Allowed
    }
}

/// A line for each reference, as `sha256sum` writes it; or the words, with nothing added.
fn hash(args: HashArgs) -> Result<(), Failure> {
    let files = files_of(&args.content.source())?;
    let Sound { library, .. } = load_sound(&files).map_err(|found| Failure::Content {
        report: content::report(&files, &found),
    })?;
    let found: Result<Vec<_>, Failure> = args
        .references
        .iter()
        .map(|reference| {
            let words = FixedWords::parse(&library, reference);
            words.ok_or_else(|| unknown(&library, reference))
        })
        .collect();
    for (words, reference) in found?.into_iter().zip(&args.references) {
        if args.words {
            write_out(&words.text(&library))?;
        } else {
            write_out(&format!("{}  {reference}\n", words.sha256(&library)))?;
        }
    }
    Ok(())
}

fn unknown(library: &Library, reference: &str) -> Failure {
    let documents = library
        .documents()
        .iter()
        .map(|document| document.slug.to_string());
    let all = documents.chain(library.references().map(ToString::to_string));
    let all: Vec<String> = all.collect();
    Failure::Unknown {
        reference: reference.to_owned(),
        near: nearest(reference, all.iter().map(String::as_str)).map(str::to_owned),
    }
}

/// The files of a content that can be read.
fn files_of(source: &Source) -> Result<Vec<File>, Failure> {
    read_if_there(source).map_err(|error| unreadable(source, error))
}

/// Why a folder of content is not read.
fn unreadable(content: &Source, source: io::Error) -> Failure {
    let folder = match content {
        Source::Folder(folder) => folder.clone(),
        Source::Embedded => PathBuf::new(),
    };
    Failure::Folder { folder, source }
}

fn site(library: Library, base: Option<BaseUrl>) -> Result<Site, Failure> {
    site_of(library, base).map_err(|message| Failure::Site { message })
}

/// One line on standard output, at once: a script may be waiting for it.
fn say(line: &str) -> Result<(), Failure> {
    write_out(&format!("{line}\n"))
}

/// Writes on standard output, at once.
fn write_out(text: &str) -> Result<(), Failure> {
    let mut out = stdout();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|source| Failure::System {
            doing: "write to standard output",
            source,
        })
}
