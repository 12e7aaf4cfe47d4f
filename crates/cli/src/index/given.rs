//! What every command on indexes is given: the framework, what was measured, and how ranks are studied.

use std::io::{IsTerminal, stderr};
use std::num::{NonZeroU16, NonZeroUsize};
use std::ops::ControlFlow;
use std::path::PathBuf;

use festoon_app::indexes::{Asked, Evaluated, NoStudy, Posed};
use festoon_domain::text::Lang;
use indicatif::{ProgressBar, ProgressStyle};

use crate::complaint::Complaint;
use crate::inputs;
use crate::interrupt::Interrupt;
use crate::language::{Tongue, both, of_terminal};

/// The version that stands in every result.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files.
#[derive(Debug, clap::Args)]
pub(super) struct Given {
    /// What the indexes are made of
    #[arg(long, value_name = "F.toml")]
    framework: PathBuf,

    /// What was measured: CSV or a workbook, long or wide; several files are read together
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    data: Vec<PathBuf>,

    /// The language of the answer [default: the terminal's]
    #[arg(long, value_enum)]
    lang: Option<Tongue>,
}

impl Given {
    pub(super) fn lang(&self) -> Lang {
        self.lang.map_or_else(of_terminal, Tongue::lang)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.framework].into_iter().chain(&self.data)
    }

    /// Reads them, or says everything that is wrong.
    pub(super) fn read(&self) -> Result<Posed, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let mut open = |path: &PathBuf| {
            inputs::open(path, &inputs::base_name(path)).map_err(|complaint| complaints.push(complaint)).ok()
        };
        let framework = open(&self.framework);
        let data: Vec<_> = self.data.iter().filter_map(&mut open).collect();
        let Some(framework) = framework.filter(|_| complaints.is_empty()) else { return Err(complaints) };
        Posed::read(framework, data)
            .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect())
    }
}

/// How ranks are studied.
#[derive(Debug, clap::Args)]
pub(super) struct Studied {
    /// About how many runs each index gets
    #[arg(long, value_name = "N", default_value_t = 2000, value_parser = runs)]
    runs: usize,

    /// Another seed draws other runs; one seed gives one result on any number of threads
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// Of which year [default: the latest]
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,

    #[command(flatten)]
    threads: Threads,
}

/// On how many cores.
#[derive(Debug, clap::Args)]
pub(super) struct Threads {
    /// How many cores to use [default: all]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroU16>,
}

impl Threads {
    pub(super) fn count(&self) -> NonZeroUsize {
        let all = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.threads.map_or(all, NonZeroUsize::from)
    }
}

fn runs(said: &str) -> Result<usize, String> {
    let runs = said.parse().ok().filter(|runs| (1..=1_000_000).contains(runs));
    runs.ok_or_else(|| "give a whole number from 1 to 1000000 · 请写 1 到 1000000 的整数".into())
}

impl Studied {
    /// Studies, with a bar at a terminal. Ctrl-C calls it off.
    pub(super) fn study(
        &self,
        posed: &Posed,
        lang: Lang,
        then: impl FnOnce(Evaluated, &Asked<'_>) -> Result<(), Vec<Complaint>>,
    ) -> Result<(), Vec<Complaint>> {
        watched(lang, |watch| {
            let threads = self.threads.count();
            let asked = Asked { runs: self.runs, seed: self.seed, threads, year: self.year, watch };
            let evaluated = posed.study(VERSION, &asked).map_err(|not| not_studied(&not))?;
            then(evaluated, &asked)
        })
    }
}

/// Runs something that tells how far it is, with a bar at a terminal.
pub(super) fn watched<R>(lang: Lang, work: impl FnOnce(&(dyn Fn(f64) -> ControlFlow<()> + Sync)) -> R) -> R {
    const PARTS: f64 = 1000.0;
    let bar = if stderr().is_terminal() { ProgressBar::new(1000) } else { ProgressBar::hidden() };
    let words = match lang {
        Lang::Zh => "{bar:30} {percent}% 正在计算各种变动方案",
        Lang::En => "{bar:30} {percent}% running the variants",
    };
    bar.set_style(ProgressStyle::with_template(words).expect("the template is one"));
    let interrupt = Interrupt::listen();
    let watch = |part: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a thousand")]
        bar.set_position((part.clamp(0.0, 1.0) * PARTS) as u64);
        if interrupt.is_pressed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let result = work(&watch);
    bar.finish_and_clear();
    result
}

pub(super) fn not_studied(not: &NoStudy) -> Vec<Complaint> {
    match not {
        NoStudy::CalledOff => vec![called_off()],
        NoStudy::Refused(refusals) => refusals.iter().map(Complaint::from_refusal).collect(),
    }
}

pub(super) fn called_off() -> Complaint {
    let sentence = both("按 Ctrl-C 中止，没有得出结果。", "called off by Ctrl-C; there is no result.");
    Complaint::about("festoon", sentence)
}
