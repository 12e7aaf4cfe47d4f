//! How long a search may take, and what a person at a terminal sees meanwhile.

use std::io::{IsTerminal, stderr};
use std::num::NonZeroU64;
use std::thread;
use std::time::{Duration, Instant};

use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use festoon_solver::{Budget, Limits};
use indicatif::{ProgressBar, ProgressStyle};

use crate::interrupt::Interrupt;
use crate::language::both;

/// Parts of a whole on the progress bar.
const PARTS: u64 = 1_000;

/// The limits of a search, as arguments.
#[derive(Debug, clap::Args)]
pub(crate) struct Patience {
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

impl Patience {
    /// Lets a search run within these limits; Ctrl-C ends it with the best so far.
    pub(crate) fn search<R>(&self, run: impl FnOnce(&Limits<'_>) -> R) -> R {
        let threads = self.threads.map_or_else(cores, usize::from);
        let limits = |budget| Limits { budget, seed: self.seed, threads };
        let interrupt = Interrupt::listen();
        let stopped = || interrupt.is_pressed();
        if let Some(steps) = self.steps {
            return run(&limits(Budget::StepsUnless(steps.get(), &stopped)));
        }
        let began = Instant::now();
        let spent = || {
            let part = began.elapsed().as_secs_f64() / self.seconds.as_secs_f64();
            if stopped() { 1.0 } else { part }
        };
        run(&limits(Budget::Spent(&spent)))
    }

    /// Whether somebody ended a search before its limit, and what to say of it: nothing if nobody did.
    pub(crate) fn stopped(&self) -> Option<Both> {
        let by_time = both(
            "按 Ctrl-C 提前结束，以下是目前最好的结果。",
            "Ended early by Ctrl-C: this is the best so far.",
        );
        let by_steps = both(
            "按 Ctrl-C 提前结束，以下是目前最好的结果；再跑一次，结果会不同。",
            "Ended early by Ctrl-C: this is the best so far, and another run will give another.",
        );
        let said = if self.steps.is_some() { by_steps } else { by_time };
        Interrupt::listen().is_pressed().then_some(said)
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// What is searched for: it decides what a hard breach is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sought {
    /// Each is a submission without a place.
    Conference,
    /// Each is a rule that must be kept and is not.
    Week,
    /// The same; what is cheap is few breaks.
    Meetings,
}

/// How far a search is.
pub(crate) struct Bar {
    drawn: ProgressBar,
    sought: Sought,
    lang: Lang,
}

impl Bar {
    pub(crate) fn new(sought: Sought, lang: Lang) -> Self {
        if !stderr().is_terminal() {
            return Self { drawn: ProgressBar::hidden(), sought, lang };
        }
        let style = ProgressStyle::with_template("{bar:30} {percent}% {msg}").expect("the template is one");
        Self { drawn: ProgressBar::new(PARTS).with_style(style), sought, lang }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of a thousand"
    )]
    /// How much of the limit is spent, 0 to 1, what of the best so far must not be, and what should not.
    pub(crate) fn show(&self, spent: f64, hard: i64, soft: i64) {
        if self.drawn.is_hidden() {
            return;
        }
        let words = match (self.lang, self.sought, hard) {
            (Lang::Zh, Sought::Meetings, 0) => format!("目前最好 {soft} 个空档"),
            (Lang::Zh, _, 0) => format!("目前最好 {soft}"),
            (Lang::Zh, Sought::Conference, hard) => format!("目前最好 {soft}，{hard} 场排不进去"),
            (Lang::Zh, Sought::Week | Sought::Meetings, hard) => {
                format!("目前最好 {soft}，还有 {hard} 处必须解决")
            }
            (Lang::En, Sought::Meetings, 0) => format!("best so far {soft} breaks"),
            (Lang::En, _, 0) => format!("best so far {soft}"),
            (Lang::En, Sought::Conference, hard) => {
                format!("best so far {soft}, {hard} without a place")
            }
            (Lang::En, Sought::Week | Sought::Meetings, hard) => {
                format!("best so far {soft}, {hard} must be solved")
            }
        };
        self.drawn.set_position((spent.clamp(0.0, 1.0) * PARTS as f64) as u64);
        self.drawn.set_message(words);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.drawn.finish_and_clear();
    }
}

/// Up to a week.
fn seconds(said: &str) -> Result<Duration, String> {
    const LONGEST: f64 = 604_800.0;
    let seconds = said.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds <= LONGEST);
    let right = || format!("give seconds above 0 and up to {LONGEST} · 请写 0 以上、{LONGEST} 以下的秒数");
    seconds.map(Duration::from_secs_f64).ok_or_else(right)
}
