//! How long a search goes on, and what a person at a terminal sees meanwhile.

use std::io::{IsTerminal, stderr};
use std::num::NonZeroU64;
use std::thread;
use std::time::{Duration, Instant};

use festoon_domain::text::Lang;
use festoon_solver::{Budget, Limits};
use indicatif::{ProgressBar, ProgressStyle};

use crate::interrupt::Interrupt;

/// Parts of a whole on the progress bar.
const PARTS: u64 = 1_000;

/// What a search may take.
#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// How long to search
    #[arg(long, value_name = "N", default_value = "30", conflicts_with = "steps", value_parser = seconds)]
    seconds: Duration,

    /// How many moves each thread tries; then time does not matter
    #[arg(long, value_name = "N")]
    steps: Option<NonZeroU64>,

    /// Another seed finds another plan
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,

    /// How many cores to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
}

impl Search {
    /// Runs a search within its limits. Ctrl-C ends one in time early.
    pub(crate) fn run<T>(&self, search: impl FnOnce(&Limits<'_>) -> T) -> T {
        let threads = self.threads.map_or_else(cores, usize::from);
        let limits = |budget| Limits { budget, seed: self.seed, threads };
        if let Some(steps) = self.steps {
            return search(&limits(Budget::Steps(steps.get())));
        }
        let interrupt = Interrupt::listen();
        let began = Instant::now();
        let spent = || {
            let part = began.elapsed().as_secs_f64() / self.seconds.as_secs_f64();
            if interrupt.is_pressed() { 1.0 } else { part }
        };
        search(&limits(Budget::Spent(&spent)))
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Up to a week.
fn seconds(said: &str) -> Result<Duration, String> {
    const LONGEST: f64 = 604_800.0;
    let seconds = said.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds <= LONGEST);
    let right = || format!("give seconds above 0 and up to {LONGEST} · 请写 0 以上、{LONGEST} 以下的秒数");
    seconds.map(Duration::from_secs_f64).ok_or_else(right)
}

/// A bar with the best so far. Where nobody looks, nothing.
pub(crate) struct Bar {
    bar: ProgressBar,
    lang: Lang,
}

impl Bar {
    pub(crate) fn new(lang: Lang) -> Self {
        if !stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden(), lang };
        }
        let style = ProgressStyle::with_template("{bar:30} {percent}% {msg}").expect("the template is one");
        Self { bar: ProgressBar::new(PARTS).with_style(style), lang }
    }

    /// How much of the limit is spent, 0 to 1, and what is said of the best so far.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of a thousand"
    )]
    pub(crate) fn show(&self, spent: f64, best: impl FnOnce(Lang) -> String) {
        if self.bar.is_hidden() {
            return;
        }
        self.bar.set_position((spent.clamp(0.0, 1.0) * PARTS as f64) as u64);
        self.bar.set_message(best(self.lang));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
