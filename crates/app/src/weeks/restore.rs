//! A backup brought back, into either database.
//!
//! The whole file is read and checked before anything is written; then everything is written in one transaction, so a restore that
//! fails leaves what was there. Over a living week nothing is restored unless somebody says so.
//!
//! Published plans are in no backup, and a restore leaves them as they stand: a backup would bring back what visitors have deleted since.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use festoon_domain::text::Lang;
use festoon_store::copy::{self, Backed, Table};
use festoon_store::plans::{self, PlanCopy};
use festoon_store::{Store, StoreError, Tx, Value, weeks};
use serde_json::Value as Json;
use zip::ZipArchive;

use super::backup::{FORMAT, MANIFEST, VERSION, WeeksState, place};
use super::line;
use crate::Failure;
use crate::uploads::{MediaType, UploadFolder, UploadRefusal, Wanted};

/// Rows that are put at once.
const CHUNK: usize = 2_000;

/// Whether what is there may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// Only an empty database is restored into.
    Nothing,
    /// What is there is replaced if it still is what a backup has kept of it.
    Kept(WeeksState),
}

/// Why nothing is restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreRefusal {
    /// There are weeks in the database.
    Living(Vec<String>),
    /// The file cannot be read; the reader's words.
    Unreadable(String),
    /// It is a zip, but no backup of ours.
    NoBackup,
    /// A newer Festoon wrote it.
    Newer,
    /// It is damaged: which of its files, and the line where that is known.
    Damaged(String, Option<u64>),
    /// Somebody wrote since what is there was backed up.
    Changed,
    /// An upload cannot be put back: which, and why.
    Upload(String, UploadRefusal),
}

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The weeks.
    pub weeks: Vec<String>,
    /// How many rows of all tables.
    pub rows: u64,
    /// How many uploads.
    pub uploads: usize,
}

/// Brings a backup back.
///
/// # Errors
/// Why nothing is restored; the database is as it was.
pub fn restore(
    store: &Store,
    folder: &UploadFolder,
    from: &Path,
    over: Over,
) -> Result<Restored, Failure<RestoreRefusal>> {
    let names = check(from).map_err(Failure::Refused)?;
    if over == Over::Nothing {
        let there: Vec<String> = store.read(weeks::all)?.into_iter().map(|week| week.slug).collect();
        if !there.is_empty() {
            return Err(Failure::Refused(RestoreRefusal::Living(there)));
        }
    }
    // Pictures first: rows without files would be worse than files without rows, which the sweep removes.
    let uploads = put_uploads(from, folder, &names).map_err(Failure::Refused)?;

    let path = from.to_owned();
    let rows = store.write(move |tx| {
        let published = plans::all(tx)?;
        match &over {
            Over::Kept(state) if super::backup::state(tx)? != *state => {
                return Err(Failure::Refused(RestoreRefusal::Changed));
            }
            Over::Kept(_) => copy::wipe(tx)?,
            Over::Nothing if !copy::is_empty(tx)? => {
                let there = weeks::all(tx)?.into_iter().map(|week| week.slug).collect();
                return Err(Failure::Refused(RestoreRefusal::Living(there)));
            }
            Over::Nothing => {}
        }
        let rows = fill(tx, &path)?;
        put_published(tx, &published)?;
        Ok(rows)
    })?;
    let weeks = store.read(weeks::all)?.into_iter().map(|week| week.slug).collect();
    Ok(Restored { weeks, rows, uploads })
}

/// Puts the plans back that visitors have published and not taken back, of the weeks that are there again.
fn put_published(tx: &mut Tx<'_>, published: &[PlanCopy]) -> Result<(), StoreError> {
    let there: HashSet<String> = weeks::all(tx)?.into_iter().map(|week| week.slug).collect();
    for copy in published.iter().filter(|copy| there.contains(&copy.week)) {
        plans::put(tx, copy)?;
    }
    Ok(())
}

/// Reads everything once and counts it; the names of its files.
fn check(from: &Path) -> Result<Vec<String>, RestoreRefusal> {
    let mut zip = open(from)?;
    let names: Result<Vec<String>, _> = zip.file_names().map(|name| name.map(Cow::into_owned)).collect();
    let names = names.map_err(|error| RestoreRefusal::Unreadable(error.to_string()))?;
    let counts = manifest(&mut zip)?;

    for (table, count) in &counts.tables {
        let Some(table) = copy::tables().iter().find(|known| known.name == table) else {
            return Err(RestoreRefusal::Newer);
        };
        let mut found = 0;
        each_row(&mut zip, table, &mut |_| {
            found += 1;
            Ok(())
        })?;
        if found != *count {
            return Err(damaged(&place(table), None));
        }
    }
    let uploads: Vec<&String> = names.iter().filter(|name| name.starts_with("uploads/")).collect();
    for name in &uploads {
        let mut file = zip.by_name(name).map_err(|_| damaged(name, None))?;
        io::copy(&mut file, &mut io::sink()).map_err(|_| damaged(name, None))?;
    }
    if uploads.len() as u64 != counts.uploads {
        return Err(damaged("uploads/", None));
    }
    Ok(names)
}

/// What a backup says it holds.
struct Counts {
    tables: BTreeMap<String, u64>,
    uploads: u64,
}

fn manifest(zip: &mut ZipArchive<BufReader<File>>) -> Result<Counts, RestoreRefusal> {
    let file = zip.by_name(MANIFEST).map_err(|_| RestoreRefusal::NoBackup)?;
    let mut text = String::new();
    file.take(64 * 1024).read_to_string(&mut text).map_err(|_| damaged(MANIFEST, None))?;
    let manifest: Json = serde_json::from_str(&text).map_err(|_| damaged(MANIFEST, None))?;
    if manifest["format"] != FORMAT {
        return Err(RestoreRefusal::NoBackup);
    }
    let schema = manifest["schema"].as_i64().ok_or_else(|| damaged(MANIFEST, None))?;
    if manifest["version"] != VERSION || schema > Store::NEWEST_SCHEMA {
        return Err(RestoreRefusal::Newer);
    }
    let tables = manifest["tables"].as_object().into_iter().flatten();
    let tables = tables.map(|(name, count)| Some((name.clone(), count.as_u64()?)));
    let tables: Option<BTreeMap<String, u64>> = tables.collect();
    let counts = tables.zip(manifest["uploads"].as_u64());
    counts.map(|(tables, uploads)| Counts { tables, uploads }).ok_or_else(|| damaged(MANIFEST, None))
}

fn open(from: &Path) -> Result<ZipArchive<BufReader<File>>, RestoreRefusal> {
    let file = File::open(from).map_err(|error| RestoreRefusal::Unreadable(error.to_string()))?;
    ZipArchive::new(BufReader::new(file)).map_err(|error| RestoreRefusal::Unreadable(error.to_string()))
}

fn fill(tx: &mut Tx<'_>, from: &Path) -> Result<u64, Failure<RestoreRefusal>> {
    let mut zip = open(from).map_err(Failure::Refused)?;
    let counts = manifest(&mut zip).map_err(Failure::Refused)?;
    let mut count = 0;
    // A table that an older Festoon did not have stays empty; and an older one backed up what this one does not bring back.
    let is_wanted = |table: &&Table| table.backed == Backed::Up && counts.tables.contains_key(table.name);
    for table in copy::tables().iter().filter(is_wanted) {
        let mut waiting: Vec<Vec<Value>> = Vec::new();
        let mut trouble: Option<StoreError> = None;
        let read = each_row(&mut zip, table, &mut |row| {
            waiting.push(row);
            if waiting.len() >= CHUNK {
                match copy::put(tx, table, &waiting) {
                    Ok(put) => count += put,
                    Err(error) => {
                        trouble = Some(error);
                        return Err(damaged(table.name, None));
                    }
                }
                waiting.clear();
            }
            Ok(())
        });
        if let Some(error) = trouble {
            return Err(Failure::Store(error));
        }
        read.map_err(Failure::Refused)?;
        count += copy::put(tx, table, &waiting)?;
    }
    Ok(count)
}

/// Every row of a table, in the columns' order of today; a column that an older Festoon did not have is empty.
fn each_row(
    zip: &mut ZipArchive<BufReader<File>>,
    table: &'static Table,
    take: &mut dyn FnMut(Vec<Value>) -> Result<(), RestoreRefusal>,
) -> Result<(), RestoreRefusal> {
    let name = place(table);
    let file = zip.by_name(&name).map_err(|_| damaged(&name, None))?;
    let mut lines = (1..).zip(BufReader::new(file).lines());
    let Some((_, Ok(head))) = lines.next() else { return Err(damaged(&name, Some(1))) };
    let columns: Vec<String> = serde_json::from_str(&head).map_err(|_| damaged(&name, Some(1)))?;
    let places: Vec<Option<usize>> =
        table.columns.iter().map(|(column, _)| columns.iter().position(|name| name == column)).collect();
    if columns.iter().any(|name| !table.columns.iter().any(|(column, _)| column == name)) {
        return Err(RestoreRefusal::Newer);
    }
    for (number, text) in lines {
        let row = text.ok().and_then(|text| line::read(&text)).filter(|row| row.len() == columns.len());
        let mut row = row.ok_or_else(|| damaged(&name, Some(number)))?;
        let ordered =
            places.iter().map(|place| place.map_or(Value::Null, |place| std::mem::take(&mut row[place])));
        take(ordered.collect())?;
    }
    Ok(())
}

fn put_uploads(from: &Path, folder: &UploadFolder, names: &[String]) -> Result<usize, RestoreRefusal> {
    let mut zip = open(from)?;
    let mut count = 0;
    for name in names.iter().filter(|name| name.starts_with("uploads/")) {
        let mut bytes = Vec::new();
        let mut file = zip.by_name(name).map_err(|_| damaged(name, None))?;
        file.read_to_end(&mut bytes).map_err(|_| damaged(name, None))?;
        let path = PathBuf::from(name);
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let wanted = if ending == MediaType::Pdf.ending() { Wanted::Paper } else { Wanted::Picture };
        // Taken like any other upload: by what its bytes are, under the name its bytes give it.
        let refused = |refusal| RestoreRefusal::Upload(name.clone(), refusal);
        let kept = folder.keep(&bytes, wanted).map_err(refused)?;
        if wanted == Wanted::Picture {
            folder.make_copies(&kept.hash).map_err(refused)?;
        }
        count += 1;
    }
    Ok(count)
}

fn damaged(name: &str, line: Option<u64>) -> RestoreRefusal {
    RestoreRefusal::Damaged(name.to_owned(), line)
}

impl RestoreRefusal {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Living(weeks), Lang::Zh) => format!(
                "数据库里已有创新周（{}），恢复会把它们全部换掉，什么也没有写入。若确要替换，请加 --over；原有内容会先备份到旁边。",
                weeks.join("、")
            ),
            (Self::Living(weeks), Lang::En) => format!(
                "there are weeks in the database ({}), and a restore would replace them all. Nothing was written. If that is meant, add --over; what is there is backed up first.",
                weeks.join(", ")
            ),
            (Self::Unreadable(words), Lang::Zh) => {
                format!("这个文件读不出来（{words}）。请给 festoon backup 写出的文件。")
            }
            (Self::Unreadable(words), Lang::En) => {
                format!("it cannot be read ({words}). Give a file that festoon backup wrote.")
            }
            (Self::NoBackup, Lang::Zh) => "这不是 festoon backup 写出的备份。".into(),
            (Self::NoBackup, Lang::En) => "this is no backup that festoon backup wrote.".into(),
            (Self::Newer, Lang::Zh) => "这份备份来自更新版本的 Festoon，请先升级再恢复。".into(),
            (Self::Newer, Lang::En) => {
                "a newer Festoon wrote this backup. Bring this one up to date first.".into()
            }
            (Self::Damaged(name, line), Lang::Zh) => {
                let line = line.map(|line| format!("第 {line} 行")).unwrap_or_default();
                format!("备份已损坏，坏在 {name}{line}。什么也没有写入；请用另一份备份。")
            }
            (Self::Damaged(name, line), Lang::En) => {
                let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
                format!("the backup is damaged at {name}{line}. Nothing was written; use another one.")
            }
            (Self::Changed, Lang::Zh) => {
                "刚备份完原有内容，又有人写入了新的内容，什么也没有恢复。请再试一次。".into()
            }
            (Self::Changed, Lang::En) => {
                "somebody wrote after what was there had been backed up, so nothing was restored. Try again."
                    .into()
            }
            (Self::Upload(name, refusal), Lang::Zh) => {
                format!("上传的文件 {name} 放不回去：{}数据库没有改动。", refusal.sentence(lang))
            }
            (Self::Upload(name, refusal), Lang::En) => {
                format!(
                    "the upload {name} cannot be put back: {} The database is as it was.",
                    refusal.sentence(lang)
                )
            }
        }
    }
}
