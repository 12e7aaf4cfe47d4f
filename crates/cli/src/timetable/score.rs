//! `festoon timetable score`: what a timetable costs, rule by rule.

use std::process::ExitCode;

use festoon_app::timetable::conference;
use festoon_app::timetable::planning::judge_week;
use festoon_domain::text::Lang;
use festoon_exchange::cosplib;

use super::source::{Given, Source, Week};
use super::{costs, told};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;
use crate::language::both;

/// Say what a timetable costs, rule by rule · 按规则给时间表评分
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon timetable score demo/week --planner planner.toml
  festoon timetable score nanjing-2027 --database sqlite:festoon.db
  festoon timetable score OR60F.xlsx OR60FSolution.xlsx --format json

A week is scored as it stands; after a CoSPLib workbook comes the timetable, in the authors' format: sheet sol.
Exit codes: 0 done · 2 a file cannot be used, or the solution is none; standard error names file and place.
活动周按现状评分；CoSPLib 工作簿后面写时间表（工作表 sol）。
退出码：0 完成 · 2 文件无法使用，或不是一份可行的时间表；标准错误写明文件和位置")]
pub(super) struct Score {
    #[command(flatten)]
    given: Given,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Score {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let (posed, rest) = match self.given.open()? {
            Source::Conference(posed, rest) => (posed, rest),
            Source::Week(week) => return self.week(&week, lang),
        };
        let [file] = &rest[..] else {
            let sentence = both(
                "CoSPLib 工作簿后面应有且只有一份时间表：festoon timetable score 工作簿 时间表。",
                "after a CoSPLib workbook comes one timetable: festoon timetable score WORKBOOK SOLUTION.",
            );
            return Err(vec![Complaint::about(&self.given.files[0].display().to_string(), sentence)]);
        };
        let solution = cosplib::read_solution(file, posed.conference())
            .map_err(|refusal| vec![Complaint::from_refusal(&refusal)])?;

        let scored = conference::score(&posed, &solution);
        Ok(Answer { text: costs::text(&scored, lang), json: costs::json(&scored), verdict: Verdict::Done })
    }
    fn week(&self, week: &Week, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        told::defects(week, self.format, lang);
        let judged =
            judge_week(&week.records.programme, &week.asked()).map_err(|refusals| week.refused(&refusals))?;
        told::roads(&judged, week, self.format, lang);
        let text = told::judged(&judged, week, lang);
        Ok(Answer { text, json: told::json::planned(&judged, week).into(), verdict: Verdict::Done })
    }
}
