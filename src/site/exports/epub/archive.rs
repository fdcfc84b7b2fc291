//! The archive that holds a book.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::error::BookError;
use crate::library::Date;

/// The first file of every book, by which programs know it.
const MEDIA_TYPE: &str = "application/epub+zip";

/// The files with their names, each as if written on that day: the same files make the same bytes.
///
/// # Errors
/// If a file is larger than an archive can hold.
pub fn archive(files: &[(String, Vec<u8>)], date: Date) -> Result<Vec<u8>, BookError> {
    // The archive counts its years from 1980; an earlier day is its first.
    let day = DateTime::from_date_and_time(date.year, date.month, date.day, 0, 0, 0);
    let options = SimpleFileOptions::default()
        .last_modified_time(day.unwrap_or_default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = options.compression_method(CompressionMethod::Stored);
    archive.start_file("mimetype", stored)?;
    archive.write_all(MEDIA_TYPE.as_bytes())?;
    let deflated = options.compression_method(CompressionMethod::Deflated);
    for (name, contents) in files {
        archive.start_file(name.as_str(), deflated)?;
        archive.write_all(contents)?;
    }
    Ok(archive.finish()?.into_inner())
}
