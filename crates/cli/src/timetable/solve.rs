//! `festoon timetable solve`: searches for a cheap timetable, shows the best so far, and writes it.

use std::io::{IsTerminal, stderr};
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use festoon_app::timetable::conference::{self, Posed, Solved};
use festoon_domain::text::Lang;
use festoon_solver::{Budget, Limits, Progress};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::source::Source;
use super::told;
use crate::answer::{Answer, Format, Verdict, answer};
use crate::complaint::Complaint;
use crate::inputs;
use crate::interrupt::Interrupt;
use crate::whole::write_whole;

/// Parts of a whole on the progress bar.
const PARTS: u64 = 1_000;

/// Search for a timetable that costs little · 编排时间表，求总罚分最小
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable solve OR60F.xlsx --seconds 60 -o plan.xlsx
  festoon timetable solve OR60F.xlsx --steps 5000000 --seed 7 --threads 2 -o plan.xlsx --format json

Ctrl-C ends a search in time early and keeps the best so far; pressed twice, nothing is kept. Equal --steps, --seed and --threads give equal files.
Exit codes: 0 done · 1 something found no place · 2 the file cannot be used; standard error names file and place.
按 Ctrl-C 可提前结束限时编排并保留目前最好的结果；连按两次则放弃。--steps、--seed、--threads 相同，结果相同。
退出码：0 完成 · 1 有报告排不进去 · 2 文件无法使用，标准错误写明文件和位置")]
pub(super) struct Solve {
    /// What is to be planned: a `CoSPLib` workbook
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// How long to search
    #[arg(long, value_name = "N", default_value = "30", conflicts_with = "steps", value_parser = seconds)]
    seconds: Duration,

    /// How many moves each thread tries; then time does not matter
    #[arg(long, value_name = "N")]
    steps: Option<NonZeroU64>,

    /// Another seed finds another timetable
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// How many cores to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,

    /// The workbook to write, in the benchmark's solution format
    #[arg(short, value_name = "OUT")]
    out: PathBuf,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Solve {
    pub(super) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let Source::Conference(posed) = Source::open(&self.file)?;
        inputs::may_be_written("-o", &self.out, [&self.file].into_iter())?;

        let began = Instant::now();
        let Solved { solution, scored } = self.search(&posed, began, lang);
        let seconds = (began.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;

        let bytes = conference::write(&posed, &solution);
        write_whole(&self.out, &bytes).map_err(|error| vec![Complaint::unwritable(&self.out, &error)])?;

        let mut json = told::json(&scored);
        json["seconds"] = json!(seconds);
        json["seed"] = json!(self.seed);
        let verdict = if scored.hard == 0 { Verdict::Done } else { Verdict::No };
        Ok(Answer { text: told::text(&scored, lang), json, verdict })
    }

    fn search(&self, posed: &Posed, began: Instant, lang: Lang) -> Solved {
        let bar = Bar::new(lang);
        let mut watch = |progress| bar.show(progress);
        let threads = self.threads.map_or_else(cores, usize::from);
        let limits = |budget| Limits { budget, seed: self.seed, threads };
        if let Some(steps) = self.steps {
            return conference::solve(posed, &limits(Budget::Steps(steps.get())), &mut watch);
        }
        let interrupt = Interrupt::listen();
        let spent = || {
            let part = began.elapsed().as_secs_f64() / self.seconds.as_secs_f64();
            if interrupt.is_pressed() { 1.0 } else { part }
        };
        conference::solve(posed, &limits(Budget::Spent(&spent)), &mut watch)
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// What a person at a terminal sees meanwhile.
struct Bar {
    bar: ProgressBar,
    lang: Lang,
}

impl Bar {
    fn new(lang: Lang) -> Self {
        if !stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden(), lang };
        }
        let style = ProgressStyle::with_template("{bar:30} {percent}% {msg}").expect("the template is one");
        Self { bar: ProgressBar::new(PARTS).with_style(style), lang }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of a thousand"
    )]
    fn show(&self, progress: Progress) {
        if self.bar.is_hidden() {
            return;
        }
        let best = progress.best;
        let words = match (self.lang, best.hard) {
            (Lang::Zh, 0) => format!("目前最好 {}", best.soft),
            (Lang::Zh, hard) => format!("目前最好 {}，{hard} 场排不进去", best.soft),
            (Lang::En, 0) => format!("best so far {}", best.soft),
            (Lang::En, hard) => format!("best so far {}, {hard} without a place", best.soft),
        };
        self.bar.set_position((progress.spent.clamp(0.0, 1.0) * PARTS as f64) as u64);
        self.bar.set_message(words);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Up to a week.
fn seconds(said: &str) -> Result<Duration, String> {
    const LONGEST: f64 = 604_800.0;
    let seconds = said.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds <= LONGEST);
    let right = || format!("give seconds above 0 and up to {LONGEST} · 请写 0 以上、{LONGEST} 以下的秒数");
    seconds.map(Duration::from_secs_f64).ok_or_else(right)
}
