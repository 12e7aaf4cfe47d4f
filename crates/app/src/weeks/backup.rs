//! The whole memory in one file, from either database and for either.
//!
//! A zip: one file of JSON lines a table (its first line the columns), every upload as it came, and `manifest.json`, which counts both, so
//! that what is missing is noticed. It is read from one state of the database while everybody goes on working. Keys are never in it: whoever finds a backup can sign nothing.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use festoon_domain::text::Lang;
use festoon_store::copy::{self, Backed, Table};
use festoon_store::{Read, Store, StoreError, releases, uploads, weeks};
use jiff::Timestamp;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::line;
use crate::uploads::{Hash, MediaType, UploadFolder};

/// By which a backup is known.
pub(super) const FORMAT: &str = "festoon-backup";
/// The form described here.
pub(super) const VERSION: u64 = 1;
pub(super) const MANIFEST: &str = "manifest.json";

/// Why there is no backup.
#[derive(Debug)]
pub enum BackupTrouble {
    /// The database.
    Store(StoreError),
    /// The file that is written, or an upload that is read.
    Disk(io::Error),
}

impl From<StoreError> for BackupTrouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for BackupTrouble {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl From<zip::result::ZipError> for BackupTrouble {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Disk(error.into())
    }
}

/// How far every week has come: its name, the draft's revision and the newest release's number.
pub type WeeksState = Vec<(String, i64, u32)>;

/// How far every week of a database has come.
pub(super) fn state(read: &mut Read<'_>) -> Result<WeeksState, StoreError> {
    let released = releases::latest(read)?;
    let number = |slug: &str| released.iter().find(|row| row.week == slug).map_or(0, |row| row.number);
    let weeks = weeks::all(read)?.into_iter();
    Ok(weeks.map(|week| (week.slug.clone(), week.revision, number(&week.slug))).collect())
}

/// What went into a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The weeks.
    pub weeks: Vec<String>,
    /// How many rows of all tables.
    pub rows: u64,
    /// How many uploads.
    pub uploads: usize,
    /// The state of the weeks that was written: by week, the draft's revision and the newest release.
    pub state: WeeksState,
    /// Uploads that the database knows and the disk has not.
    pub missing: Vec<String>,
}

/// Writes a backup beside its place and moves it there when it is whole and lasting.
///
/// # Errors
/// What database or disk refuse; then nothing is at its place that was not there before.
pub fn backup(
    store: &Store,
    folder: &UploadFolder,
    now: Timestamp,
    to: &Path,
) -> Result<Contents, BackupTrouble> {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let written = written(store, folder, now, &part).and_then(|contents| {
        std::fs::rename(&part, to)?;
        // The name is to last too: a restore over living weeks relies on it.
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(contents)
    });
    if written.is_err() {
        // What is half there helps nobody; that it cannot be removed either adds nothing to the error told.
        let _gone = std::fs::remove_file(&part);
    }
    written
}

fn written(
    store: &Store,
    folder: &UploadFolder,
    now: Timestamp,
    part: &Path,
) -> Result<Contents, BackupTrouble> {
    let (folder, place) = (folder.clone(), part.to_owned());
    // The closure begins anew with the file when it is run again.
    let contents = store.read(move |read| {
        let mut zip = ZipWriter::new(BufWriter::new(File::create(&place)?));
        let mut counts = BTreeMap::new();
        for table in copy::tables().iter().filter(|table| table.backed == Backed::Up) {
            counts.insert(table.name, dump(read, &mut zip, table)?);
        }
        let weeks: Vec<String> = weeks::all(read)?.into_iter().map(|week| week.slug).collect();
        let (uploads, missing) = papers(read, &mut zip, &folder, &weeks)?;
        let manifest = json!({
            "format": FORMAT,
            "version": VERSION,
            "schema": Store::NEWEST_SCHEMA,
            "at": now.to_string(),
            "tables": counts,
            "uploads": uploads,
        });
        entry(&mut zip, MANIFEST, manifest.to_string().as_bytes())?;
        let rows = counts.values().sum();
        zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok::<_, BackupTrouble>(Contents { weeks, rows, uploads, state: state(read)?, missing })
    })?;
    Ok(contents)
}

type Zip = ZipWriter<BufWriter<File>>;

/// The place of a table in a backup.
pub(super) fn place(table: &Table) -> String {
    format!("tables/{}.jsonl", table.name)
}

fn entry(zip: &mut Zip, name: &str, bytes: &[u8]) -> Result<(), BackupTrouble> {
    zip.start_file(name, SimpleFileOptions::default().large_file(true))?;
    zip.write_all(bytes)?;
    Ok(())
}

fn dump(read: &mut Read<'_>, zip: &mut Zip, table: &'static Table) -> Result<u64, BackupTrouble> {
    let columns: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    entry(zip, &place(table), format!("{}\n", json!(columns)).as_bytes())?;
    let mut count = 0;
    let mut last: Option<Vec<festoon_store::Value>> = None;
    loop {
        let rows = copy::rows(read, table, last.as_deref())?;
        let Some(end) = rows.last() else { return Ok(count) };
        last = Some(end[..table.key].to_vec());
        for row in &rows {
            zip.write_all(line::write(row).as_bytes())?;
            count += 1;
        }
    }
}

fn papers(
    read: &mut Read<'_>,
    zip: &mut Zip,
    folder: &UploadFolder,
    weeks: &[String],
) -> Result<(usize, Vec<String>), BackupTrouble> {
    let (mut kept, mut missing) = (std::collections::BTreeSet::new(), Vec::new());
    for week in weeks {
        for upload in uploads::of_week(read, week)? {
            let known = Hash::parse(&upload.hash).zip(MediaType::from_word(&upload.media_type));
            let Some((hash, media_type)) = known.filter(|_| !kept.contains(&upload.hash)) else { continue };
            match std::fs::read(folder.original(&hash, media_type)) {
                Ok(bytes) => {
                    entry(zip, &format!("uploads/{hash}.{}", media_type.ending()), &bytes)?;
                    kept.insert(upload.hash);
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push(upload.name),
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok((kept.len(), missing))
}

impl BackupTrouble {
    /// What is wrong.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Store(error), lang) => error.sentence(lang),
            (Self::Disk(error), Lang::Zh) => match error.kind() {
                io::ErrorKind::StorageFull => "磁盘已满，备份没有写成。请换一个位置，或腾出空间。".into(),
                io::ErrorKind::PermissionDenied => "没有写入权限，备份没有写成。请换一个位置。".into(),
                io::ErrorKind::NotFound => "没有这个文件夹，备份没有写成。".into(),
                _ => format!("备份没有写成（{error}）。"),
            },
            (Self::Disk(error), Lang::En) => match error.kind() {
                io::ErrorKind::StorageFull => {
                    "the disk is full, so there is no backup. Choose another place or make room.".into()
                }
                io::ErrorKind::PermissionDenied => {
                    "it may not be written here, so there is no backup. Choose another place.".into()
                }
                io::ErrorKind::NotFound => "there is no such folder, so there is no backup.".into(),
                _ => format!("there is no backup ({error})."),
            },
        }
    }
}
