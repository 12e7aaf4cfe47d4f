//! What is to be planned: a conference of the public benchmark, or a week from its hosts' files.

use std::path::PathBuf;

use festoon_app::timetable::conference::{self, Posed};
use festoon_app::timetable::planning::{Asked, of_files, of_release};
use festoon_domain::programme::Programme;
use festoon_domain::week::Records;
use festoon_exchange::planner::{self, Bookmark, Planner};
use festoon_exchange::{NamedFile, Options, cosplib};
use jiff::tz::TimeZone;

use crate::complaint::Complaint;
use crate::database::Database;
use crate::inputs::{self, Beside, base_name, open};
use crate::language::{Tongue, both, of_terminal};
use crate::now;

/// The files, and what is said beside them.
#[derive(Debug, clap::Args)]
pub(super) struct Given {
    /// A week: spreadsheets, schedule files, a folder of them or a week folder; or a `CoSPLib` workbook
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,

    /// What the week asks of its planner: docs/planner-toml.md
    #[arg(long, value_name = "planner.toml")]
    planner: Option<PathBuf>,

    /// How many visitors marked both of two sessions: a CSV
    #[arg(long, value_name = "FILE")]
    bookmarks: Option<PathBuf>,

    /// Minutes between venues: a CSV with from, to, mode, minutes
    #[arg(long, value_name = "FILE")]
    travel: Option<PathBuf>,

    #[command(flatten)]
    beside: Beside,

    /// What should change as little as possible: a release of --week, by its number, or stay: as the files stand
    #[arg(long, value_name = "RELEASE|stay", default_value = "stay", value_parser = kept)]
    keep: Kept,

    /// The week of the release
    #[arg(long, value_name = "SLUG")]
    week: Option<String>,

    #[command(flatten)]
    database: Database,

    /// Language of the answer [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

/// From what as little as possible is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    AsItStands,
    Release(u32),
}

/// What the files are.
#[derive(Debug)]
pub(super) enum Source {
    /// A workbook of `CoSPLib`, and the files after it.
    Conference(Box<Posed>, Vec<NamedFile>),
    Week(Box<Week>),
}

/// A week, and what it is planned by.
#[derive(Debug)]
pub(super) struct Week {
    pub(super) records: Records,
    planner: Planner,
    bookmarks: Vec<Bookmark>,
    former: Option<Programme>,
}

impl Week {
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked {
            planner: &self.planner,
            bookmarks: &self.bookmarks,
            former: self.former.as_ref(),
            begun_by: None,
        }
    }
}

impl Given {
    pub(super) fn lang(&self) -> festoon_domain::text::Lang {
        self.lang.map_or_else(of_terminal, Tongue::lang)
    }

    /// Everything that is read, none of which may be written over.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        let beside = [&self.planner, &self.bookmarks, &self.travel, &self.beside.map];
        self.files.iter().chain(beside.into_iter().flatten())
    }

    /// Reads the files; the content of the first decides what they are.
    pub(super) fn open(&self) -> Result<Source, Vec<Complaint>> {
        let (mut files, mut options) = inputs::read(&self.files, self.travel.as_ref(), &self.beside)?;
        if files.first().is_some_and(cosplib::is_conference) {
            let rest = files.split_off(1);
            return Ok(Source::Conference(Box::new(pose(&files[0])?), rest));
        }
        options.this_year = Some(now().to_zoned(TimeZone::UTC).year());
        self.week(&files, &options).map(|week| Source::Week(Box::new(week)))
    }

    fn week(&self, files: &[NamedFile], options: &Options) -> Result<Week, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let planner = self.planner().unwrap_or_else(|complaint| {
            complaints.push(complaint);
            Planner::default()
        });
        let bookmarks = self.marks().unwrap_or_else(|complaint| {
            complaints.push(complaint);
            Vec::new()
        });
        // What could not be taken as it stood is told by `festoon check`, which is asked first.
        let (records, _defects) = of_files(files, options).map_err(|refusals| {
            let refused = refusals.iter().map(Complaint::from_refusal);
            complaints.drain(..).chain(refused).collect::<Vec<_>>()
        })?;
        if !complaints.is_empty() {
            return Err(complaints);
        }
        Ok(Week { records, planner, bookmarks, former: self.former()? })
    }

    fn planner(&self) -> Result<Planner, Complaint> {
        let Some(path) = &self.planner else { return Ok(Planner::default()) };
        let file = open(path, &base_name(path))?;
        Planner::parse(&file).map_err(|refusal| Complaint::from_refusal(&refusal))
    }

    fn marks(&self) -> Result<Vec<Bookmark>, Complaint> {
        let Some(path) = &self.bookmarks else { return Ok(Vec::new()) };
        let file = open(path, &base_name(path))?;
        planner::read_bookmarks(&file).map_err(|refusal| Complaint::from_refusal(&refusal))
    }

    fn former(&self) -> Result<Option<Programme>, Vec<Complaint>> {
        let Kept::Release(number) = self.keep else { return Ok(None) };
        let Some(week) = &self.week else {
            let sentence = both(
                "发布版本是哪一周的？请用 --week 写明。",
                "say of which week the release is, with --week.",
            );
            return Err(vec![Complaint::about("--keep", sentence)]);
        };
        let store = self.database.open()?;
        let release = of_release(&store, week, number).map_err(|error| self.database.complain(&error))?;
        let absent = || {
            let sentence = both(
                format!("「{week}」没有第 {number} 版。festoon releases 会列出有哪些。"),
                format!("“{week}” has no release {number}. festoon releases lists those there are."),
            );
            vec![Complaint::about("--keep", sentence)]
        };
        release.ok_or_else(absent).map(Some)
    }
}

fn pose(file: &NamedFile) -> Result<Posed, Vec<Complaint>> {
    let conference = cosplib::read(file).map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;
    conference::pose(conference).map_err(|conference::TooDear| {
        let sentence = both(
            "权重和罚分太大，加不出总分。请缩小权重或罚分。",
            "weights and penalties are so large that no total can be had. Make them smaller.",
        );
        vec![Complaint::about(&file.name, sentence)]
    })
}

fn kept(said: &str) -> Result<Kept, String> {
    if said == "stay" {
        return Ok(Kept::AsItStands);
    }
    let number = said.parse().ok().filter(|number| *number > 0);
    number
        .map(Kept::Release)
        .ok_or_else(|| "give the number of a release, or stay · 请写发布版本号，或写 stay".to_owned())
}
