//! `festoon meetings`: one-to-one meetings get a slot and a table each.

mod ours;
mod told;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::Subcommand;
use festoon_app::timetable::meetings::{appointments, pose};
use festoon_domain::text::Lang;
use festoon_exchange::{NamedFile, b2bsp, meetings_file};
use festoon_solver::meetings::{Found, arrange_watched};
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;
use crate::inputs;
use crate::language::{Tongue, both, of_terminal};
use crate::patience::{Bar, Patience, Sought};
use crate::whole::write_whole;

/// Arrange one-to-one meetings · 安排一对一洽谈
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon meetings solve forum-13.dzn --seconds 60 -o meetings.csv")]
pub(crate) struct Meetings {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Solve(Solve),
}

/// Give every meeting a slot and a table, with few breaks between · 给每场洽谈排时段和桌位，尽量少空档
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon meetings solve meetings.toml -o list.xlsx --plans plans
  festoon meetings solve meetings.xlsx -o list.xlsx
  festoon meetings solve participants.csv tables.csv days.csv -o list.csv
  festoon meetings solve forum-13.dzn --seconds 60 --threads 2 -o meetings.csv --format json

Exit codes: 0 done · 1 not every meeting could be placed by the rules · 2 the file cannot be used
退出码：0 完成 · 1 有洽谈不能按规则排下 · 2 文件无法使用")]
struct Solve {
    /// meetings.toml, or a workbook or CSV files of the same (docs/meetings.md); or a .dzn of the B2BSP benchmark
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    patience: Patience,

    /// The list of meetings to write, as CSV; of meetings.toml also as a workbook (.xlsx)
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,

    /// Where to write everybody's plan in both languages; of meetings.toml
    #[arg(long, value_name = "FOLDER")]
    plans: Option<PathBuf>,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Language of the answer [default: from LC_ALL, LC_MESSAGES or LANG]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

impl Meetings {
    /// Somebody has meetings to arrange.
    pub(crate) fn run(self) -> ExitCode {
        let Command::Solve(solve) = self.command;
        let lang = solve.lang.map_or_else(of_terminal, Tongue::lang);
        answer_in(lang, solve.format, |lang| solve.answer(lang))
    }
}

impl Solve {
    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let open = |path: &PathBuf| inputs::open(path, &inputs::base_name(path));
        let files: Vec<NamedFile> =
            self.files.iter().map(open).collect::<Result<_, _>>().map_err(|complaint| vec![complaint])?;
        if let Some(out) = &self.out {
            inputs::may_be_written("-o", out, self.files.iter())?;
        }
        let form = Form::of(&self.files);
        if let Some(out) = &self.out {
            may_be_listed(out, form != Some(Form::Benchmark))?;
        }
        let [file, ..] = &files[..] else { unreachable!("a file is required") };
        match form {
            Some(Form::Benchmark) => self.benchmark(file, lang),
            Some(Form::Toml) => ours::answer(self, &file.name, meetings_file::read(file), lang),
            Some(Form::Sheets) => ours::answer(self, &file.name, meetings_file::read_sheets(&files), lang),
            None => {
                let sentence = both(
                    "洽谈写在一个 meetings.toml 里，或写在表格里（一个工作簿，或几个 CSV），写法见 docs/meetings.md；也可以读一个 .dzn。",
                    "meetings are written in one meetings.toml, or in sheets (a workbook, or some CSV files); docs/meetings.md says how. One .dzn is read too.",
                );
                Err(vec![Complaint::about(&file.name, sentence)])
            }
        }
    }

    fn benchmark(&self, file: &NamedFile, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        if let Some(plans) = &self.plans {
            let sentence = both(
                "--plans 只用于 meetings.toml 和表格：.dzn 里没有名字。",
                "--plans is for meetings.toml and sheets: a .dzn has no names.",
            );
            return Err(vec![Complaint::about(&plans.display().to_string(), sentence)]);
        }
        let read = b2bsp::read(file).map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;
        let refuse = |fault| vec![Complaint::about(&file.name, told::fault(&fault))];
        let day = pose(&read).map_err(refuse)?;

        let began = Instant::now();
        let bar = Bar::new(Sought::Meetings, lang);
        let found = self.patience.search(|limits| {
            arrange_watched(&day, limits, &mut |now| {
                bar.show(now.spent, now.best.hard.into(), now.best.breaks.into());
            })
        });
        drop(bar);
        let found: Found = found.map_err(refuse)?;
        let seconds = (began.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;

        let lines = appointments(&day, &found.plan);
        if let Some(out) = &self.out {
            write_whole(out, told::table(&lines, lang).as_bytes())
                .map_err(|error| vec![Complaint::unwritable(out, &error)])?;
        }
        let mut json = told::json(&found, &lines);
        json["seconds"] = json!(seconds);
        json["seed"] = json!(self.patience.seed);
        let verdict = if found.score.hard == 0 { Verdict::Done } else { Verdict::No };
        Ok(Answer { text: told::text(&found, &lines, lang), json, verdict })
    }
}

/// How meetings are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Toml,
    Sheets,
    Benchmark,
}

impl Form {
    /// By the endings of the files; nothing where they are of several forms, or of one that comes alone and is several.
    fn of(files: &[PathBuf]) -> Option<Self> {
        let form = |path: &PathBuf| {
            let ending = path.extension()?.to_str()?.to_ascii_lowercase();
            match ending.as_str() {
                "toml" => Some(Self::Toml),
                "dzn" => Some(Self::Benchmark),
                "csv" | "tsv" | "xlsx" | "xls" | "ods" => Some(Self::Sheets),
                _ => None,
            }
        };
        let first = form(files.first()?)?;
        let may_be = files.len() == 1 || first == Self::Sheets;
        (may_be && files.iter().all(|file| form(file) == Some(first))).then_some(first)
    }
}

/// Nobody looks for a list of commas in what is called a document. Asked before the search, as nobody should wait for a list that has nowhere to go.
fn may_be_listed(out: &Path, is_ours: bool) -> Result<(), Vec<Complaint>> {
    let Some(ending) = out.extension() else { return Ok(()) };
    let is = |known: &str| ending.eq_ignore_ascii_case(known);
    if is("csv") || (is_ours && is("xlsx")) {
        return Ok(());
    }
    let sentence = if is_ours {
        both(
            "这种文件写不了。文件名请以 .csv 或 .xlsx 结尾。",
            "this kind of file is not written here. Name a file that ends in .csv or .xlsx.",
        )
    } else {
        both(
            ".dzn 的结果只能写成 CSV。文件名请以 .csv 结尾。",
            "what comes of a .dzn is written as CSV. Name a file that ends in .csv.",
        )
    };
    Err(vec![Complaint::about(&out.display().to_string(), sentence)])
}
