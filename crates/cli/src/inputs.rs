//! From arguments to bytes and options: everything that can be wrong before a file is read.
//!
//! All that is wrong is said at once. A file is measured before it is read, and what has no size (a pipe) is read no
//! further than a file may be large.

mod zones;

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use festoon_domain::programme::Spot;
use festoon_exchange::sheet::ColumnMap;
use festoon_exchange::{NamedFile, Options, Reason, Refusal};
use jiff::tz::TimeZone;

use crate::complaint::Complaint;
use crate::language::both;
use festoon_guide::clash_report::Both;

/// What a person says about files to be read, beside their names.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Beside {
    /// The zone of times that state none [default: Asia/Shanghai, said once a file]
    #[arg(long, value_name = "IANA")]
    zone: Option<String>,

    /// Which column is what, where the guess is wrong
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
}

impl Beside {
    /// The first option that was given; what is not read from files takes none.
    pub(crate) const fn first_said(&self) -> Option<&'static str> {
        match (&self.zone, &self.map) {
            (Some(_), _) => Some("--zone"),
            (None, Some(_)) => Some("--map"),
            (None, None) => None,
        }
    }
}

/// The files and what was said beside them, or everything that is wrong with either.
pub(crate) fn read(
    paths: &[PathBuf],
    travel: Option<&PathBuf>,
    beside: &Beside,
) -> Result<(Vec<NamedFile>, Options), Vec<Complaint>> {
    let mut complaints = Vec::new();
    let mut keep = |result: Result<NamedFile, Complaint>| match result {
        Ok(file) => Some(file),
        Err(complaint) => {
            complaints.push(complaint);
            None
        }
    };
    let paths = with_folders_opened(paths);
    let names = names(&paths);
    let files = paths.iter().zip(names).filter_map(|(path, name)| keep(open(path, &name))).collect();
    let travel = travel.and_then(|path| keep(open(path, &base_name(path))));
    let map = beside.map.as_ref().and_then(|path| keep(open(path, &base_name(path))));

    let mut options = Options { travel, ..Options::default() };
    if let Some(zone) = &beside.zone {
        match TimeZone::get(zone) {
            Ok(known) => options.zone = Some(known),
            Err(_) => complaints.push(zones::unknown(zone)),
        }
    }
    if let Some(map) = map {
        match ColumnMap::parse(&map) {
            Ok(columns) => options.map = Some(columns),
            Err(refusals) => complaints.extend(refusals.iter().map(Complaint::from_refusal)),
        }
    }
    if complaints.is_empty() { Ok((files, options)) } else { Err(complaints) }
}

/// What is written must not take the place of a file it is made from.
pub(crate) fn may_be_written<'a>(
    option: &str,
    page: &Path,
    inputs: impl Iterator<Item = &'a PathBuf>,
) -> Result<(), Vec<Complaint>> {
    let Ok(page_really) = page.canonicalize() else { return Ok(()) };
    let is_input = inputs.filter_map(|path| path.canonicalize().ok()).any(|path| path == page_really);
    if !is_input {
        return Ok(());
    }
    let sentence = both(
        format!("{option} 指向了要读取的文件本身，会把它覆盖。请换一个文件名。"),
        format!("{option} names one of the files to read and would overwrite it. Choose another name."),
    );
    Err(vec![Complaint::about(&page.display().to_string(), sentence)])
}

/// A folder stands for the files in it, in the order of their names; hidden ones and folders inside are left alone.
fn with_folders_opened(paths: &[PathBuf]) -> Vec<PathBuf> {
    let open = |path: &PathBuf| {
        let Ok(entries) = fs::read_dir(path) else { return vec![path.clone()] };
        let mut inside: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        inside.retain(|path| path.is_file() && !base_name(path).starts_with(['.', '~']));
        inside.sort_unstable();
        // An empty folder is complained about by its own name.
        if inside.is_empty() { vec![path.clone()] } else { inside }
    };
    paths.iter().flat_map(open).collect()
}

/// Names without folders; with them where two files would otherwise be called the same.
fn names(paths: &[PathBuf]) -> Vec<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for path in paths {
        *times.entry(base_name(path)).or_default() += 1;
    }
    let name = |path: &PathBuf| {
        let base = base_name(path);
        if times.get(&base).is_some_and(|times| *times > 1) { path.display().to_string() } else { base }
    };
    paths.iter().map(name).collect()
}

pub(crate) fn base_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

pub(crate) fn open(path: &Path, name: &str) -> Result<NamedFile, Complaint> {
    let said = path.display().to_string();
    let metadata = fs::metadata(path).map_err(|error| unreadable(&said, &error))?;
    if metadata.is_dir() {
        return Err(Complaint::about(&said, of_folder(path)));
    }
    let too_large = |size| {
        Complaint::from_refusal(&Refusal {
            file: name.into(),
            spot: Spot::Whole,
            reason: Reason::TooLarge(size, NamedFile::LARGEST_BYTES),
        })
    };
    if metadata.len() > NamedFile::LARGEST_BYTES {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    let file = File::open(path).map_err(|error| unreadable(&said, &error))?;
    file.take(NamedFile::LARGEST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&said, &error))?;
    if bytes.len() as u64 > NamedFile::LARGEST_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(NamedFile { name: name.into(), bytes })
}

/// What is piped in.
pub(crate) fn read_stdin() -> Result<NamedFile, Complaint> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(NamedFile::LARGEST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable("-", &error))?;
    if bytes.len() as u64 > NamedFile::LARGEST_BYTES {
        let reason = Reason::TooLarge(bytes.len() as u64, NamedFile::LARGEST_BYTES);
        return Err(Complaint::from_refusal(&Refusal { file: "-".into(), spot: Spot::Whole, reason }));
    }
    Ok(NamedFile { name: "-".into(), bytes })
}

/// A folder where a file was to be, or one with nothing in it where folders are opened.
fn of_folder(path: &Path) -> Both {
    let is_empty = fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty {
        return both("这个文件夹里没有文件。", "this folder has no files in it.");
    }
    both("这是文件夹，不是文件。请写出其中某个文件的名称。", "this is a folder. Name a file in it.")
}

fn unreadable(path: &str, error: &io::Error) -> Complaint {
    let sentence = match error.kind() {
        io::ErrorKind::NotFound => {
            both("没有这个文件。请检查路径和文件名。", "there is no such file. Check the path and the name.")
        }
        io::ErrorKind::PermissionDenied => {
            both("没有读取权限。请检查文件的权限。", "it may not be read. Check its permissions.")
        }
        _ => both(format!("读不出来（{error}）。"), format!("it cannot be read ({error}).")),
    };
    Complaint::about(path, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        let paths = ["a/week.csv", "b/week.csv", "c/other.csv"].map(PathBuf::from);
        assert_eq!(names(&paths), ["a/week.csv", "b/week.csv", "other.csv"]);
    }
}
