//! A bundle on disk: a folder, or one `.zip`.
//!
//! Nothing of anybody's is written over: a folder must be new, empty, or an earlier bundle, of which only what it lists is replaced.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use festoon_app::indexes::{Bundle, BundleFile, Unusable, packed, unpacked};

use crate::complaint::Complaint;
use crate::inputs;
use crate::language::both;
use crate::whole::write_whole;

/// What lists the files of a bundle.
const SUMS: &str = "SHA256SUMS";
/// How deep a bundle's folders are looked through, and how many files are taken.
const DEEPEST: usize = 4;
const MOST_FILES: usize = 10_000;

/// Writes a bundle.
pub(super) fn write<'a>(
    bundle: &Bundle,
    out: &Path,
    inputs_read: impl Iterator<Item = &'a PathBuf>,
) -> Result<(), Vec<Complaint>> {
    let unwritable = |path: &Path, error: &io::Error| vec![Complaint::unwritable(path, error)];
    if is_zip(out) {
        inputs::may_be_written("--out", out, inputs_read)?;
        return write_whole(out, &packed(bundle)).map_err(|error| unwritable(out, &error));
    }
    make_room(out)?;
    for file in &bundle.0 {
        let path = out.join(&file.path);
        let folder = path.parent().unwrap_or(out);
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        write_whole(&path, &file.bytes).map_err(|error| unwritable(&path, &error))?;
    }
    Ok(())
}

/// Takes away what an earlier bundle left; anything else in the folder is a reason to write elsewhere.
fn make_room(out: &Path) -> Result<(), Vec<Complaint>> {
    let Ok(mut entries) = fs::read_dir(out) else {
        let is_file = out.exists();
        return if is_file { Err(vec![in_use(out)]) } else { Ok(()) };
    };
    if entries.next().is_none() {
        return Ok(());
    }
    let Ok(sums) = fs::read_to_string(out.join(SUMS)) else { return Err(vec![in_use(out)]) };
    let listed = sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| Path::new(path));
    let within = |path: &&Path| path.components().all(|part| matches!(part, Component::Normal(_)));
    for path in listed.filter(within) {
        // What is not there any more need not be taken away.
        let _gone = fs::remove_file(out.join(path));
    }
    Ok(())
}

fn in_use(out: &Path) -> Complaint {
    let sentence = both(
        "这里已有别的文件，不会覆盖。--out 请用新的或空的文件夹、以前的审计包，或以 .zip 结尾的文件。",
        "something else is here and is not written over. Give --out a new or empty folder, an earlier bundle, or a file that ends in .zip.",
    );
    Complaint::about(&out.display().to_string(), sentence)
}

fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Reads a bundle.
pub(super) fn read(path: &Path) -> Result<Bundle, Vec<Complaint>> {
    let said = path.display().to_string();
    if !path.is_dir() {
        let file = inputs::open(path, &inputs::base_name(path)).map_err(|complaint| vec![complaint])?;
        return unpacked(&file.bytes).map_err(|why| {
            let sentence = match why {
                Unusable::NoZip => both(
                    "不是 .zip，或已损坏。请选 festoon index run --out 写出的文件夹或 .zip。",
                    "it is no .zip, or a damaged one. Give the folder or .zip that festoon index run --out wrote.",
                ),
                Unusable::TooLarge => both(
                    "里面的文件太多或太大，不是审计包。",
                    "it holds more than any audit bundle does.",
                ),
            };
            vec![Complaint::about(&said, sentence)]
        });
    }
    let mut files = Vec::new();
    let mut complaints = Vec::new();
    gather(path, "", DEEPEST, &mut files, &mut complaints);
    if !complaints.is_empty() {
        return Err(complaints);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Bundle(files))
}

fn gather(
    folder: &Path,
    prefix: &str,
    deep: usize,
    files: &mut Vec<BundleFile>,
    complaints: &mut Vec<Complaint>,
) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if files.len() >= MOST_FILES {
            return;
        }
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            if deep > 0 {
                gather(&path, &format!("{name}/"), deep - 1, files, complaints);
            }
            continue;
        }
        match inputs::open(&path, &name) {
            Ok(file) => files.push(BundleFile { path: name, bytes: file.bytes }),
            Err(complaint) => complaints.push(complaint),
        }
    }
}
