//! `--keep`: from what as little as possible is to change.

use std::path::{Path, PathBuf};

use festoon_app::timetable::planning::{of_files, of_release};
use festoon_domain::programme::Programme;
use festoon_exchange::Options;
use festoon_guide::clash_report::Both;

use crate::complaint::Complaint;
use crate::database::Database;
use crate::inputs::{self, Beside};
use crate::language::both;

/// From what as little as possible is to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kept {
    AsItStands,
    Release(u32),
    Files(PathBuf),
}

/// A programme to keep to, and what it is called.
#[derive(Debug)]
pub(in crate::timetable) struct Former {
    pub(in crate::timetable) programme: Programme,
    pub(in crate::timetable) called: Both,
    /// Nothing where it is files.
    pub(in crate::timetable) release: Option<u32>,
}

/// A number is a release; a file or folder that is called like one is written with its folder, as `./3`.
pub(super) fn kept(said: &str) -> Result<Kept, String> {
    if said == "stay" {
        return Ok(Kept::AsItStands);
    }
    if let Ok(number) = said.parse() {
        let above = Some(number).filter(|number| *number > 0).map(Kept::Release);
        return above.ok_or_else(|| "releases are counted from 1 · 发布版本从 1 数起".to_owned());
    }
    let is_there = Path::new(said).exists().then(|| Kept::Files(said.into()));
    is_there.ok_or_else(|| {
        "give the number of a release, a file or folder that is there, or stay · 请写发布版本号、已有的文件或文件夹，或写 stay"
            .to_owned()
    })
}

impl Kept {
    pub(super) const fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Files(path) => Some(path),
            Self::AsItStands | Self::Release(_) => None,
        }
    }

    /// Fetches it; `week` is whose release it is.
    pub(super) fn former(
        &self,
        week: Option<&str>,
        database: &Database,
        beside: &Beside,
        options: &Options,
    ) -> Result<Option<Former>, Vec<Complaint>> {
        match self {
            Self::AsItStands => Ok(None),
            Self::Release(number) => released(*number, week, database).map(Some),
            Self::Files(path) => said_before(path, beside, options).map(Some),
        }
    }
}

fn released(number: u32, week: Option<&str>, database: &Database) -> Result<Former, Vec<Complaint>> {
    let Some(week) = week else {
        let sentence =
            both("发布版本是哪一届的？请用 --week 写明。", "say of which week the release is, with --week.");
        return Err(vec![Complaint::about("--keep", sentence)]);
    };
    let store = database.open()?;
    let release = of_release(&store, week, number).map_err(|error| database.complain(&error))?;
    let Some(programme) = release else {
        let sentence = both(
            format!("「{week}」没有第{number}版。festoon releases {week} 会列出有哪些。"),
            format!("“{week}” has no release {number}. festoon releases {week} lists those there are."),
        );
        return Err(vec![Complaint::about("--keep", sentence)]);
    };
    let called = both(format!("第{number}版"), format!("release {number}"));
    Ok(Former { programme, called, release: Some(number) })
}

fn said_before(path: &PathBuf, beside: &Beside, options: &Options) -> Result<Former, Vec<Complaint>> {
    let (files, own) = inputs::read(std::slice::from_ref(path), None, beside)?;
    let options = Options { this_year: options.this_year, ..own };
    let (records, _defects) = of_files(&files, &options)
        .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect::<Vec<_>>())?;
    let name = inputs::base_name(path);
    let called = both(format!("「{name}」"), format!("“{name}”"));
    Ok(Former { programme: records.programme, called, release: None })
}
