//! `festoon index sensitivity`: how firm each rank is, and what it depends on.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::indexes::{json, pack};
use festoon_domain::text::Lang;

use super::given::{Given, Studied};
use super::{folder, told};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;

/// Say how firm each rank is, and what it depends on · 检验名次是否稳固，取决于哪些选择
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon index sensitivity --framework framework.toml --data districts.csv
  festoon index sensitivity --framework framework.toml --data districts.csv --runs 10000 --seed 7 --threads 2 --format json
示例：
  festoon index sensitivity --framework 框架.toml --data 各区数据.csv --year 2021 --lang zh

What is varied, [[vary]] in the framework says; without it, weights by a quarter and each indicator left out in turn.
Equal --runs and --seed give equal results, whatever --threads says.
Exit codes: 0 done · 2 a file cannot be used, or it was called off.
变动什么由框架中的 [[vary]] 写明；没写则权重上下浮动四分之一，并逐一去掉各指标。--runs 和 --seed 相同，结果相同，与 --threads 无关。
退出码：0 完成 · 2 文件无法使用，或中途中止")]
pub(super) struct Sensitivity {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    studied: Studied,

    /// Where the audit bundle is written, the study included: a folder, or a file that ends in .zip
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Sensitivity {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let posed = self.given.read()?;
        let mut answer = None;
        self.studied.study(&posed, lang, |evaluated, asked| {
            if let Some(out) = &self.out {
                folder::write(&pack(&posed, &evaluated, Some(asked)), out, self.given.paths())?;
            }
            let mut whole = json(&evaluated.evaluation);
            whole["notes"] = told::notes_json(&posed.measured.notes);
            let text = [
                told::notes(&posed.measured.notes, lang),
                told::firmness(&evaluated.evaluation, lang),
                told::written(self.out.as_deref(), lang),
            ];
            answer = Some(Answer { text: text.concat(), json: whole, verdict: Verdict::Done });
            Ok(())
        })?;
        Ok(answer.expect("a study that was made is told"))
    }
}
