//! `festoon timetable score`: what a timetable costs, rule by rule.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::timetable::conference;
use festoon_domain::text::Lang;
use festoon_exchange::cosplib;

use super::source::{self, Source};
use super::told;
use crate::answer::{Answer, Format, Verdict, answer};
use crate::complaint::Complaint;

/// Say what a timetable costs, rule by rule · 按规则给时间表评分
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable score OR60F.xlsx OR60FSolution.xlsx
  festoon timetable score OR60F.xlsx OR60FSolution.xlsx --format json

Exit codes: 0 done · 2 a file cannot be used, or the solution is none; standard error names file and place.
退出码：0 完成 · 2 文件无法使用，或不是一份可行的时间表；标准错误写明文件和位置")]
pub(super) struct Score {
    /// What was to be planned: a `CoSPLib` workbook
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The timetable, in the authors' format: sheet sol
    #[arg(value_name = "SOLUTION")]
    solution: PathBuf,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Score {
    pub(super) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let Source::Conference(posed) = Source::open(&self.file)?;
        let file = source::open(&self.solution)?;
        let solution = cosplib::read_solution(&file, posed.conference())
            .map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;

        let scored = conference::score(&posed, &solution);
        Ok(Answer { text: told::text(&scored, lang), json: told::json(&scored), verdict: Verdict::Done })
    }
}
