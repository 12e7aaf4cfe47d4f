//! Files without rows and rows without files.
//!
//! A program that ends between keeping a file and committing its row leaves an orphan, one that ends while writing leaves a file
//! begun. Both are left alone for a day: a row may still be on its way.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, Metadata};
use std::io;
use std::path::PathBuf;

use festoon_store::uploads::Upload;
use festoon_store::{Read, StoreError, uploads, weeks};
use jiff::{SignedDuration, Timestamp};

use super::folder::BEGUN;
use super::{Edge, Hash, MediaType, UploadFolder, UploadRefusal, Wanted};

const LEFT_ALONE: SignedDuration = SignedDuration::from_hours(24);

/// What does not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stray {
    /// Rows whose file is not there, or not as long as it was.
    pub missing: Vec<Upload>,
    /// Pictures that lack copies; `resize-picture` makes them.
    pub without_copies: Vec<Upload>,
    /// Files that belong to no row, and files begun, all older than a day.
    pub orphans: Vec<PathBuf>,
}

/// What the sweep did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swept {
    /// What was removed.
    pub removed: Vec<PathBuf>,
}

/// Compares the rows of all weeks with the folder; changes nothing.
///
/// The folder is read inside the closure that reads the store: fine for a doctor, too slow for a page.
///
/// # Errors
/// What the database does; a folder that cannot be read is told inside.
pub fn look(
    read: &mut Read<'_>,
    folder: &UploadFolder,
    now: Timestamp,
) -> Result<Result<Stray, UploadRefusal>, StoreError> {
    let mut rows = Vec::new();
    for week in weeks::all(read)? {
        rows.extend(uploads::of_week(read, &week.slug)?);
    }
    Ok(compare(folder, &rows, now).map_err(UploadRefusal::from))
}

/// Removes the orphans that [`look`] found, unless somebody wanted one again meanwhile.
///
/// # Errors
/// What the disk refuses; what was removed before stays removed.
pub fn sweep(folder: &UploadFolder, stray: &Stray, now: Timestamp) -> Result<Swept, UploadRefusal> {
    // Nobody writes meanwhile, so what is old now is not being kept again.
    let root = File::open(folder.root())?;
    root.lock()?;

    let mut swept = Swept::default();
    for path in &stray.orphans {
        match fs::symlink_metadata(path) {
            Ok(metadata) if is_old(&metadata, now)? => {
                fs::remove_file(path)?;
                swept.removed.push(path.clone());
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(swept)
}

fn compare(folder: &UploadFolder, rows: &[Upload], now: Timestamp) -> io::Result<Stray> {
    let mut stray = Stray::default();
    let known: HashSet<&str> = rows.iter().map(|row| row.hash.as_str()).collect();
    let mut lengths = HashMap::new();
    for entry in fs::read_dir(folder.root())? {
        let fan = entry?;
        if !fan.file_type()?.is_dir() {
            continue;
        }
        for entry in fs::read_dir(fan.path())? {
            let entry = entry?;
            let Some(metadata) = unless_gone(entry.metadata())? else { continue };
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_ours = owner(&name).is_some_and(|hash| known.contains(hash));
            let is_known_form = name.starts_with(BEGUN) || owner(&name).is_some();
            if is_known_form && !is_ours && metadata.is_file() && is_old(&metadata, now)? {
                stray.orphans.push(entry.path());
            }
            lengths.insert(entry.path(), metadata.len());
        }
    }
    stray.orphans.sort_unstable();

    for row in rows {
        let Some((hash, media_type)) = Hash::parse(&row.hash).zip(MediaType::from_word(&row.media_type))
        else {
            stray.missing.push(row.clone());
            continue;
        };
        let length = lengths.get(&folder.original(&hash, media_type)).copied();
        if length != u64::try_from(row.bytes).ok() {
            stray.missing.push(row.clone());
        } else if media_type.wanted() == Wanted::Picture
            && Edge::ALL.into_iter().any(|edge| folder.public(&hash, edge).is_none())
        {
            stray.without_copies.push(row.clone());
        }
    }
    Ok(stray)
}

/// The hash that a file belongs to, by its name; what is named otherwise is not ours to touch.
fn owner(name: &str) -> Option<&str> {
    let hash = name.get(..64)?;
    let rest = &name[64..];
    Hash::parse(hash).filter(|_| rest.starts_with(['.', '-'])).map(|_| hash)
}

fn is_old(metadata: &Metadata, now: Timestamp) -> io::Result<bool> {
    let written = Timestamp::try_from(metadata.modified()?).map_err(io::Error::other)?;
    Ok(now.duration_since(written) >= LEFT_ALONE)
}

fn unless_gone<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}
