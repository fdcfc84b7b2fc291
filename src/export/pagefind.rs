//! Has Pagefind index the words of a copy, so that browsers search it without a server.

use std::io;
use std::path::{Path, absolute};
use std::process::{Command, Stdio};

use super::failure::{ExportFailure, PagefindError};
use super::files::ExportFile;
use super::folder::{Draft, FolderError};
use super::media_types::media_type;
use super::options::{Compression, Written};
use crate::site::{Format, Route, SearchFile, Site};

/// Where the sections stand while Pagefind reads them.
const SECTIONS: &str = ".sections";

/// What Pagefind writes for pages that have its own box, as ours have not.
const UNUSED: [&str; 7] = [
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
];

/// What the page of the search loads.
const SCRIPT: &str = "pagefind.js";

/// Adds the index of all words to a draft; what it has in files.
pub fn add_index(
    site: &Site,
    draft: &Draft,
    program: &Path,
    compression: Compression,
) -> Result<Written, ExportFailure> {
    write_sections(site, draft)?;
    let search = site.path(Route::Search(Format::Html));
    let folder = format!("{}/{}", search.trim_start_matches('/'), SearchFile::INDEX);
    run(program, &draft.path(SECTIONS), &draft.path(&folder))?;
    draft.remove_folder(SECTIONS)?;
    if !draft.path(&folder).join(SCRIPT).is_file() {
        return Err(PagefindError::NoIndex(program.to_owned()).into());
    }
    Ok(keep_what_is_used(draft, &folder, compression)?)
}

fn write_sections(site: &Site, draft: &Draft) -> Result<(), ExportFailure> {
    for (name, html) in site.indexed_sections() {
        let file = format!("{SECTIONS}/{name}");
        let html = html.map_err(|source| ExportFailure::Render { path: name, source })?;
        draft.write(&file, html.as_bytes())?;
    }
    Ok(())
}

/// Runs the program among the sections, where no settings of another site lie.
fn run(program: &Path, sections: &Path, index: &Path) -> Result<(), PagefindError> {
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => PagefindError::Missing(program.to_owned()),
        _ => PagefindError::System {
            program: program.to_owned(),
            source,
        },
    };
    // A name alone is looked up in PATH; a path is meant from where we are.
    let is_name = program.components().count() == 1;
    let found = if is_name {
        program.to_owned()
    } else {
        absolute(program).map_err(failed)?
    };
    let ran = Command::new(found)
        .args(["--site", ".", "--output-path"])
        .arg(absolute(index).map_err(failed)?)
        .current_dir(sections)
        .stdin(Stdio::null())
        .output()
        .map_err(failed)?;
    if ran.status.success() {
        return Ok(());
    }
    let said = [ran.stderr, ran.stdout].concat();
    let said = String::from_utf8_lossy(&said);
    Err(PagefindError::Failed {
        program: program.to_owned(),
        status: ran.status,
        said: match said.trim() {
            "" => String::new(),
            said => format!(":\n{said}"),
        },
    })
}

/// Takes away what no page loads, and compresses what Pagefind has not.
fn keep_what_is_used(
    draft: &Draft,
    folder: &str,
    compression: Compression,
) -> Result<Written, FolderError> {
    let mut written = Written::default();
    for (name, body) in draft.files_in(folder)? {
        let own = name.strip_prefix(folder).unwrap_or(&name);
        if UNUSED.contains(&own.trim_start_matches('/')) {
            draft.remove_file(&name)?;
            continue;
        }
        written.files += 1;
        written.bytes += body.len() as u64;
        let file = ExportFile {
            media_type: media_type(&name),
            name,
            body: body.into(),
        };
        file.write(draft, compression)?;
    }
    Ok(written)
}
