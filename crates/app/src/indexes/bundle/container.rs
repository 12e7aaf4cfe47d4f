//! A bundle as one file: a zip in which nothing is packed tighter, so that its bytes too are the same wherever it is made.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{Bundle, BundleFile};

/// The most that a bundle holds, unpacked.
const LARGEST_BYTES: u64 = 512 * 1024 * 1024;
/// The most files of a bundle.
const MOST_FILES: usize = 10_000;

/// Why a file is no bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It is no zip, or a damaged one.
    NoZip,
    /// It holds more than any bundle.
    TooLarge,
}

/// The bundle as one file.
///
/// # Panics
/// Never: memory takes whatever is written.
#[must_use]
pub fn packed(bundle: &Bundle) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for file in &bundle.0 {
        zip.start_file(file.path.as_str(), options).expect("paths are told apart, and memory takes them");
        zip.write_all(&file.bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// The files of one.
///
/// # Errors
/// When it is no zip, or unpacked more than a bundle may be.
pub fn unpacked(bytes: &[u8]) -> Result<Bundle, Unusable> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unusable::NoZip)?;
    if zip.len() > MOST_FILES {
        return Err(Unusable::TooLarge);
    }
    let mut left = LARGEST_BYTES;
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).map_err(|_| Unusable::NoZip)?;
        if entry.is_dir() {
            continue;
        }
        let path = entry.name().map_err(|_| Unusable::NoZip)?.into_owned();
        let mut bytes = Vec::new();
        entry.take(left + 1).read_to_end(&mut bytes).map_err(|_| Unusable::NoZip)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(Unusable::TooLarge)?;
        files.push(BundleFile { path, bytes });
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Bundle(files))
}
