//! `festoon timetable solve`: searches for a cheap timetable, shows the best so far, and writes it.

mod written;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use festoon_app::timetable::conference::{self, Posed};
use festoon_app::timetable::planning::plan_week;
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use serde_json::{Value, json};

use super::source::{Given, Origin, Source, Week};
use super::{costs, told};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;
use crate::inputs;
use crate::language::both;
use crate::patience::{Bar, Patience, Sought};
use crate::whole::write_whole;
use written::Written;

/// Search for a timetable that costs little · 编排时间表，求总罚分最小
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable solve demo/week --planner planner.toml --seconds 60 -o planned
  festoon timetable solve nanjing-2027 --database sqlite:festoon.db --keep 3 -o planned
  festoon timetable solve hosts/*.xlsx --keep 3 --week nanjing-2027 -o planned.xlsx
  festoon timetable solve OR60F.xlsx --steps 5000000 --seed 7 --threads 2 -o plan.xlsx --format json
示例：
  festoon timetable solve 各单位 --seconds 60 --lang zh -o 新日程.xlsx

Ctrl-C ends a search early and keeps the best so far; pressed twice, nothing is kept. Equal --steps, --seed and --threads give equal files.
Exit codes: 0 done · 1 something must still be solved, or found no place · 2 a file cannot be used; standard error names file and place.
按 Ctrl-C 可提前结束编排并保留目前最好的结果；连按两次则放弃。--steps、--seed、--threads 相同，结果相同。
退出码：0 完成 · 1 还有必须解决的问题，或有报告排不进去 · 2 文件无法使用，标准错误写明文件和位置")]
pub(super) struct Solve {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    patience: Patience,

    /// What to write: of a week, an empty or new folder, or a table (.csv, .xlsx) with everybody in it; of a CoSPLib workbook, a solution
    #[arg(short, value_name = "OUT")]
    out: PathBuf,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Solve {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        inputs::may_be_written("-o", &self.out, self.given.inputs())?;
        match self.given.open()? {
            Source::Conference(posed, rest) if rest.is_empty() => self.conference(&posed, lang),
            Source::Conference(_, rest) => {
                let sentence = both(
                    "CoSPLib 工作簿只能单独编排。请去掉其他文件。",
                    "a CoSPLib workbook is planned alone. Leave the other files out.",
                );
                Err(vec![Complaint::about(&rest[0].name, sentence)])
            }
            Source::Week(week) => self.week(&week, lang),
        }
    }

    fn conference(&self, posed: &Posed, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let began = Instant::now();
        let bar = Bar::new(Sought::Conference, lang);
        let solved = self.patience.search(|limits| {
            conference::solve(posed, limits, &mut |progress| {
                bar.show(progress.spent, progress.best.hard, progress.best.soft);
            })
        });
        drop(bar);
        let seconds = seconds_since(began);

        let bytes = conference::write(posed, &solved.solution);
        write_whole(&self.out, &bytes).map_err(|error| vec![Complaint::unwritable(&self.out, &error)])?;

        let json = self.with_effort(costs::json(&solved.scored), seconds);
        let text = [self.stopped(lang), costs::text(&solved.scored, lang)].concat();
        let verdict = if solved.scored.hard == 0 { Verdict::Done } else { Verdict::No };
        Ok(Answer { text, json, verdict })
    }

    fn week(&self, week: &Week, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let out = Written::to(&self.out)?;
        told::defects(week, self.format, lang);
        let began = Instant::now();
        let bar = Bar::new(Sought::Week, lang);
        let planned = self
            .patience
            .search(|limits| {
                plan_week(&week.records.programme, &week.asked(), limits, &mut |progress| {
                    bar.show(progress.spent, progress.best.hard, progress.best.soft);
                })
            })
            .map_err(|refusals| week.refused(&refusals))?;
        drop(bar);
        let seconds = seconds_since(began);
        told::roads(&planned, week, self.format, lang);

        out.write(&week.records, &planned.programme, lang)?;
        let json = self.with_effort(told::json::planned(&planned, week).into(), seconds);
        let written = format!("\n{}\n", self.onward(&out, week).read(lang));
        let text = [self.stopped(lang), told::planned(&planned, week, lang), written].concat();
        let verdict = if planned.after.hard == 0 { Verdict::Done } else { Verdict::No };
        Ok(Answer { text, json, verdict })
    }

    /// Where the plan is, and how it gets into a draft.
    fn onward(&self, out: &Written<'_>, week: &Week) -> Both {
        let to = self.out.display();
        match (out, week.origin) {
            // A draft knows everything that stands there but what moved; of that, the plan's word is to be taken.
            (Written::Folder(_) | Written::Table(..), Origin::Draft) => {
                // A table knows its sessions, and not whose week it is.
                let week = match (out, self.given.slug()) {
                    (Written::Table(..), Some(slug)) => format!(" --week {slug}"),
                    _ => String::new(),
                };
                let import = format!("festoon import {to}{week} --take-file{}", self.given.database());
                both(
                    format!("已写到 {to}。放回草稿：{import}（先加 --dry-run 看看会改什么）。"),
                    format!(
                        "Written to {to}. Back into the draft: {import} (with --dry-run first, to see what would change)."
                    ),
                )
            }
            (_, Origin::Files) => both(
                format!("已写到 {to}。导入草稿用 festoon import，先加 --dry-run 看看会改什么。"),
                format!(
                    "Written to {to}. festoon import brings it into a draft; with --dry-run it first tells what would change."
                ),
            ),
        }
    }

    /// That somebody ended it early, as a line.
    fn stopped(&self, lang: Lang) -> String {
        self.patience.stopped().map_or_else(String::new, |said| format!("{}\n", said.read(lang)))
    }

    fn with_effort(&self, mut json: Value, seconds: f64) -> Value {
        json["seconds"] = json!(seconds);
        json["seed"] = json!(self.patience.seed);
        json["stopped"] = json!(self.patience.stopped().is_some());
        json
    }
}

/// To the millisecond.
fn seconds_since(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 1000.0).round() / 1000.0
}
