//! The key file on disk: whose it is, and how it comes there whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::KeysFault;

/// More than a thousand purposes would need; what is larger is no key file.
const MOST_BYTES: u64 = 64 * 1024;
const OWNER_ONLY: u32 = 0o600;
const OTHERS: u32 = 0o077;

/// The folder's lock, held until this is dropped; every Festoon that makes or changes a key file takes it.
#[derive(Debug)]
pub(super) struct Alone {
    folder: File,
}

pub(super) fn alone(path: &Path) -> Result<Alone, KeysFault> {
    let folder = File::open(folder_of(path)).map_err(|error| KeysFault::Disk(error.to_string()))?;
    folder.lock().map_err(|error| KeysFault::of_disk(&error))?;
    Ok(Alone { folder })
}

impl Drop for Alone {
    fn drop(&mut self) {
        // Closing gives the lock back too; nothing is lost when this fails.
        let _ = self.folder.unlock();
    }
}

/// The text of a key file that its owner alone may read.
pub(super) fn read(path: &Path) -> Result<String, KeysFault> {
    let named = fs::symlink_metadata(path).map_err(|error| KeysFault::of_disk(&error))?;
    if named.is_symlink() {
        return Err(KeysFault::Link);
    }
    if !named.is_file() {
        return Err(KeysFault::NoFile);
    }

    // What was opened must be what was looked at: a link may have taken its place in between.
    let file = File::open(path).map_err(|error| KeysFault::of_disk(&error))?;
    let opened = file.metadata().map_err(|error| KeysFault::of_disk(&error))?;
    if (opened.dev(), opened.ino()) != (named.dev(), named.ino()) {
        return Err(KeysFault::Link);
    }
    let mode = opened.permissions().mode() & 0o777;
    if mode & OTHERS != 0 {
        return Err(KeysFault::Open(mode));
    }
    if opened.len() > MOST_BYTES {
        return Err(KeysFault::Damaged("too large".into()));
    }

    let mut text = String::new();
    match file.take(MOST_BYTES).read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(KeysFault::Damaged("not text".into()))
        }
        Err(error) => Err(KeysFault::of_disk(&error)),
    }
}

/// Puts a text in the file's place: written beside, made lasting, then moved. The folder must be held ([`alone`]).
pub(super) fn replace(path: &Path, text: &str) -> Result<(), KeysFault> {
    let disk = |error: io::Error| KeysFault::Disk(error.to_string());
    let beside = beside(path);
    // One that is there was left by a program that ended in the middle: the folder is ours alone.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk(error)),
        _ => {}
    }

    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(OWNER_ONLY).open(&beside).map_err(disk)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(disk)?;
    fs::rename(&beside, path).map_err(disk)?;
    File::open(folder_of(path)).and_then(|folder| folder.sync_all()).map_err(disk)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
