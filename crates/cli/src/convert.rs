//! `festoon convert`: from one format to another, without a database and without an account.
//!
//! The file goes to standard output or where `-o` says, everything that is said about it to standard error.

mod told;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use festoon_app::programme::{Conversion, Refused, convert, site};
use festoon_domain::programme::Visibility;
use festoon_domain::text::Lang;
use festoon_exchange::outlet::{Asked, Issue, Outlet, Previous, Site};
use jiff::tz::TimeZone;

use crate::complaint::{self, Complaint};
use crate::guard::guarded;
use crate::inputs::{self, Beside};
use crate::language::{self, Tongue, both};
use crate::now;
use crate::progress::Progress;
use crate::whole::write_whole;

/// Turn a programme into the format another program reads · 把日程转换成别的软件能读的格式
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon convert schedule.xml --to ics --lang en -o week.ics
  festoon convert demo/week --to schedule-xml --lang zh --site https://week.example.org > schedule.xml
示例：
  festoon convert 各单位 --to xlsx --lang zh -o 总日程.xlsx

Standard error tells what could not be taken as it stood and what the format cannot hold.
Exit codes: 0 done · 2 an input cannot be used; standard error names file and place.
标准错误列出哪些内容没能照原样读取、哪些放不进目标格式。退出码：0 完成 · 2 输入无法使用")]
pub(crate) struct Convert {
    /// Spreadsheets, schedule files, calendars, or a folder of them; several are brought together
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = outlet)]
    to: Outlet,

    /// The language of the file where it has only one; a missing text falls back to the other
    /// [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,

    #[command(flatten)]
    beside: Beside,

    /// Where the file goes [default: standard output]
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,

    /// Where the guide is published: links and identifiers are made from it
    #[arg(long, value_name = "URL", value_parser = site_said)]
    site: Option<Site>,

    /// Who may read it: people appear as far as they may be known to those
    #[arg(long, value_enum, default_value_t = Audience::Public)]
    audience: Audience,

    /// The calendar as it was published last (for ics): what has not changed keeps its sequence, what is gone stays, cancelled
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,

    /// Which publication this is, counted up; calendars take a higher one for a change
    #[arg(long, value_name = "NUMBER", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    issue: u32,

    /// How standard error tells what was found: for people, or one JSON object
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// Everybody.
    Public,
    /// Hosts and the week office.
    Hosts,
    /// The protocol desk alone.
    Protocol,
}

/// How things are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs; docs/convert.md.
    Json,
}

impl Convert {
    /// Answers, and turns even a mistake of our own into a sentence and exit code 2.
    pub(crate) fn run(self) -> ExitCode {
        let said = language::of_terminal();
        let mut err = io::stderr().lock();
        // Nothing is left to do where standard error itself is closed.
        match guarded(|| self.answer(said)) {
            Ok(conversion) => {
                let _unwritten = match self.format {
                    Format::Text => told::as_text(&conversion, said, &mut err),
                    Format::Json => told::as_json(&conversion, &mut err),
                };
                ExitCode::SUCCESS
            }
            Err(complaints) => {
                let _unwritten = match self.format {
                    Format::Text => complaint::write(&complaints, said, &mut err),
                    Format::Json => complaint::write_json(&complaints, &mut err),
                };
                ExitCode::from(2)
            }
        }
    }

    fn answer(&self, said: Lang) -> Result<Conversion, Vec<Complaint>> {
        let now = now();
        let (files, mut options) = inputs::read(&self.files, None, &self.beside)?;
        options.this_year = Some(now.to_zoned(TimeZone::UTC).year());
        if let Some(out) = &self.out {
            inputs::may_be_written("-o", out, self.files.iter().chain(&self.beside.map))?;
        } else if self.to == Outlet::Xlsx && io::stdout().is_terminal() {
            return Err(vec![Complaint::about("--to xlsx", binary())]);
        }

        let progress = Progress::begin(files.len(), said);
        let asked = Asked {
            lang: self.lang.map_or(said, Tongue::lang),
            audience: self.audience.visibility(),
            site: self.site.clone(),
            previous: self.previous()?,
            ..Asked::of(Issue { number: self.issue, at: now })
        };
        let conversion = convert(&files, &options, self.to, &asked).map_err(|refused| match refused {
            Refused::Unreadable(refusals) => refusals.iter().map(Complaint::from_refusal).collect(),
            Refused::Unwritable(reason) => {
                let sentence = both(reason.sentence(Lang::Zh), reason.sentence(Lang::En));
                let names: Vec<String> = self.files.iter().map(|path| path.display().to_string()).collect();
                vec![Complaint::about(&names.join(", "), sentence)]
            }
        })?;
        progress.end();

        self.put(&conversion.written.bytes)?;
        Ok(conversion)
    }

    fn previous(&self) -> Result<Option<Previous>, Vec<Complaint>> {
        let Some(path) = &self.previous else { return Ok(None) };
        if self.to != Outlet::Ics {
            let sentence = both(
                "--previous 只用于 --to ics：只有日历需要记住上一次写了什么。",
                "--previous goes with --to ics alone: only a calendar remembers what was written before.",
            );
            return Err(vec![Complaint::about("--previous", sentence)]);
        }
        let file = inputs::open(path, &inputs::base_name(path)).map_err(|complaint| vec![complaint])?;
        let previous = Previous::read(&file.bytes);
        let refused = || {
            let sentence = both(
                "这不是用 festoon convert 写出的日历，认不出哪些场次变了。请给上一次写出的 .ics。",
                "this is no calendar that festoon convert wrote, so what has changed cannot be told. Give the .ics written last.",
            );
            vec![Complaint::about(&path.display().to_string(), sentence)]
        };
        previous.map(Some).ok_or_else(refused)
    }

    fn put(&self, bytes: &[u8]) -> Result<(), Vec<Complaint>> {
        let Some(out) = &self.out else {
            let mut stdout = io::stdout().lock();
            return match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
                // Whoever reads on has read enough: `festoon convert … | head`.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    Err(vec![Complaint::unprintable(&error)])
                }
                _ => Ok(()),
            };
        };
        write_whole(out, bytes).map_err(|error| vec![Complaint::unwritable(out, &error)])
    }
}

impl Audience {
    const fn visibility(self) -> Visibility {
        match self {
            Self::Public => Visibility::Public,
            Self::Hosts => Visibility::Hosts,
            Self::Protocol => Visibility::Protocol,
        }
    }
}

fn binary() -> festoon_guide::clash_report::Both {
    both(
        "工作簿不是文字，不能输出到终端。请用 -o 指定文件。",
        "a workbook is no text for a terminal. Say where it goes with -o.",
    )
}

/// A format by its word.
fn outlet(word: &str) -> Result<Outlet, String> {
    Outlet::ALL.into_iter().find(|outlet| outlet.word() == word).ok_or_else(|| {
        let words = Outlet::ALL.map(Outlet::word).join(", ");
        format!("there is no such format · 没有这种格式; {words}")
    })
}

fn site_said(said: &str) -> Result<Site, String> {
    site(said).ok_or_else(|| {
        "give the address of the front page, as https://week.example.org · 请写首页网址，如 https://week.example.org".into()
    })
}
