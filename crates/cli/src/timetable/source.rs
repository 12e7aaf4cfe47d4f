//! What is to be planned: a conference of the public benchmark, a week from its hosts' files, or a week's draft in a database.

mod kept;

use std::path::PathBuf;

use festoon_app::timetable::conference::{self, Posed};
use festoon_app::timetable::planning::{Asked, of_draft, of_files};
use festoon_app::weeks::ExportRefusal;
use festoon_domain::week::Records;
use festoon_exchange::planner::{self, Bookmark, Grade, Planner, PlannerRule};
use festoon_exchange::{Defect, NamedFile, Options, Refusal, cosplib};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::complaint::Complaint;
use crate::database::Database;
use crate::inputs::{self, Beside, base_name, open};
use crate::language::{Tongue, both, of_terminal};
use crate::now;
pub(super) use kept::Former;
use kept::Kept;

/// What is planned, and what is said beside it.
#[derive(Debug, clap::Args)]
pub(super) struct Given {
    /// A week: spreadsheets, schedule files, a folder of them or a week folder; or the slug of a week in the database, whose draft is meant; or a
    /// `CoSPLib` workbook
    #[arg(required = true, value_name = "FILE|WEEK")]
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

    /// What should change as little as possible: a release of the week, by its number; files of it as they were; or stay: as it stands now
    #[arg(long, value_name = "RELEASE|FILE|stay", default_value = "stay", value_parser = kept::kept)]
    keep: Kept,

    /// The week of the release [default: the week that is planned, where it is one of the database]
    #[arg(long, value_name = "SLUG")]
    week: Option<String>,

    /// What has begun by then stays where it is: a time of the week's zone, or now
    #[arg(long, value_name = "TIME|now", value_parser = moment)]
    begun_by: Option<Moment>,

    #[command(flatten)]
    database: Database,

    /// Language of the answer [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

/// A time, as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Now,
    At(DateTime),
}

/// What was given.
#[derive(Debug)]
pub(super) enum Source {
    /// A workbook of `CoSPLib`, and the files after it.
    Conference(Box<Posed>, Vec<NamedFile>),
    Week(Box<Week>),
}

/// Where a week was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Files,
    Draft,
}

/// A week, and what it is planned by.
#[derive(Debug)]
pub(super) struct Week {
    pub(super) records: Records,
    /// What could not be taken as it stood.
    pub(super) defects: Vec<Defect>,
    pub(super) former: Option<Former>,
    pub(super) origin: Origin,
    planner: Planner,
    bookmarks: Vec<Bookmark>,
    marks_file: Option<String>,
    /// What is complained about where nothing else is to blame: `planner.toml`, or the week itself.
    called: String,
    begun_by: Option<Timestamp>,
}

impl Week {
    /// What the planner refused; it does not know what the files are called, nor that there is no `planner.toml`.
    pub(super) fn refused(&self, refusals: &[Refusal]) -> Vec<Complaint> {
        let called = |refusal: &Refusal| match (&*refusal.file, &self.marks_file) {
            ("bookmarks", Some(name)) => Some(name.as_str()),
            (file, _) if *file == *Planner::default().file => Some(self.called.as_str()),
            _ => None,
        };
        let named = |refusal: &Refusal| {
            let file = called(refusal).map_or_else(|| refusal.file.clone(), Into::into);
            Complaint::from_refusal(&Refusal { file, ..refusal.clone() })
        };
        refusals.iter().map(named).collect()
    }

    /// Whether a rule is counted at all.
    pub(super) fn looks_at(&self, rule: PlannerRule) -> bool {
        self.planner.grade(rule) != Grade::Ignore
    }

    pub(super) fn asked(&self) -> Asked<'_> {
        Asked {
            planner: &self.planner,
            bookmarks: &self.bookmarks,
            former: self.former.as_ref().map(|former| &former.programme),
            begun_by: self.begun_by,
        }
    }
}

impl Given {
    pub(super) fn lang(&self) -> festoon_domain::text::Lang {
        self.lang.map_or_else(of_terminal, Tongue::lang)
    }

    /// The same database again, for a command that is advised.
    pub(super) fn database(&self) -> String {
        self.database.as_arguments()
    }

    /// Everything that is read, none of which may be written over.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        let beside = [&self.planner, &self.bookmarks, &self.travel, &self.beside.map];
        self.files.iter().chain(beside.into_iter().flatten()).chain(self.keep.path())
    }

    /// Reads what was given; the content of the first file decides what files are.
    pub(super) fn open(&self) -> Result<Source, Vec<Complaint>> {
        if let Some(slug) = self.slug() {
            return self.drafted(slug).map(|week| Source::Week(Box::new(week)));
        }
        let (mut files, mut options) = inputs::read(&self.files, self.travel.as_ref(), &self.beside)?;
        if files.first().is_some_and(cosplib::is_conference) {
            let rest = files.split_off(1);
            return Ok(Source::Conference(Box::new(pose(&files[0])?), rest));
        }
        options.this_year = Some(now().to_zoned(TimeZone::UTC).year());
        let read = of_files(&files, &options)
            .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect());
        self.week(Origin::Files, read, self.week.as_deref(), &options)
            .map(|week| Source::Week(Box::new(week)))
    }

    /// The only word given, where it is no file and can be a week's.
    fn slug(&self) -> Option<&str> {
        let [only] = &self.files[..] else { return None };
        let word = only.to_str().filter(|_| !only.exists())?;
        let fits = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        (!word.is_empty() && word.bytes().all(fits)).then_some(word)
    }

    fn drafted(&self, slug: &str) -> Result<Week, Vec<Complaint>> {
        if let Some(option) = self.travel.as_ref().map(|_| "--travel").or(self.beside.first_said()) {
            let sentence = both(
                format!("{option} 只用于读取文件。「{slug}」不是文件，按数据库里的草稿编排。"),
                format!(
                    "{option} is for files that are read. “{slug}” is no file, so the draft in the database is meant."
                ),
            );
            return Err(vec![Complaint::about(option, sentence)]);
        }
        let neither = || {
            let sentence = both(
                "没有这个文件，也打不开可能有这一届的数据库。请检查路径，或用 --database 指明数据库。",
                "there is no such file, and the database that may have such a week cannot be opened. Check the path, or name the database with --database.",
            );
            Complaint::about(slug, sentence)
        };
        let store = self.database.open().map_err(|mut complaints| {
            complaints.insert(0, neither());
            complaints
        })?;
        let draft = of_draft(&store, Some(slug))
            .map_err(|failure| self.database.failed(slug, failure, ExportRefusal::sentence));
        drop(store);
        let read = draft.map(|records| (records, Vec::new()));
        self.week(Origin::Draft, read, self.week.as_deref().or(Some(slug)), &Options::default())
    }

    /// Everything that is wrong with any of it is said at once.
    fn week(
        &self,
        origin: Origin,
        read: Result<(Records, Vec<Defect>), Vec<Complaint>>,
        of_release: Option<&str>,
        options: &Options,
    ) -> Result<Week, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let planner = self.planner().map_err(|complaint| complaints.push(complaint)).ok();
        let bookmarks = self.marks().map_err(|complaint| complaints.push(complaint)).ok();
        let read = read.map_err(|more| complaints.extend(more)).ok();
        let former = self.keep.former(of_release, &self.database, &self.beside, options);
        let former = former.map_err(|more| complaints.extend(more)).ok();
        let begun_by = read.as_ref().map(|(records, _)| self.begun(&records.programme.week.zone));
        let begun_by = begun_by.transpose().map_err(|complaint| complaints.push(complaint)).ok().flatten();
        match (read, planner, bookmarks, former) {
            (Some((records, defects)), Some(planner), Some(bookmarks), Some(former))
                if complaints.is_empty() =>
            {
                Ok(Week {
                    records,
                    defects,
                    former,
                    origin,
                    planner,
                    bookmarks,
                    begun_by: begun_by.flatten(),
                    marks_file: self.bookmarks.as_ref().map(|path| base_name(path)),
                    called: base_name(self.planner.as_ref().unwrap_or(&self.files[0])),
                })
            }
            _ => Err(complaints),
        }
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

    fn begun(&self, zone: &TimeZone) -> Result<Option<Timestamp>, Complaint> {
        match self.begun_by {
            None => Ok(None),
            Some(Moment::Now) => Ok(Some(now())),
            Some(Moment::At(at)) => zone.to_timestamp(at).map(Some).map_err(|_| {
                let sentence = both(
                    format!("{at} 不在能计算的时间里。请写一个如 2021-06-22 10:00 的时间。"),
                    format!("{at} is beyond all time. Give one as 2021-06-22 10:00."),
                );
                Complaint::about("--begun-by", sentence)
            }),
        }
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

fn moment(said: &str) -> Result<Moment, String> {
    if said == "now" {
        return Ok(Moment::Now);
    }
    let at = said.parse().map(Moment::At);
    at.map_err(|_| {
        "give a time as \"2021-06-22 10:00\", or now · 请写如 \"2021-06-22 10:00\" 的时间，或写 now"
            .to_owned()
    })
}
