//! `festoon index run`: every index, and the bundle that proves it.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::indexes::{json, pack};
use festoon_domain::text::Lang;

use super::given::{Given, VERSION};
use super::{folder, told};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;

/// Compute the indexes, and write what anybody can verify · 计算指数，并写出可供核对的审计包
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon index run --framework framework.toml --data 2020.xlsx 2021.xlsx --out audit
  festoon index run --framework framework.toml --data districts.csv --format json
示例：
  festoon index run --framework 框架.toml --data 各区数据.xlsx --out 审计包.zip --lang zh

OUT is a new or empty folder, an earlier bundle, or a file that ends in .zip.
Exit codes: 0 done · 2 a file cannot be used; standard error names file, row and column.
--out 可以是新的或空的文件夹、以前的审计包，或以 .zip 结尾的文件。
退出码：0 完成 · 2 文件无法使用，标准错误写明文件、行和列")]
pub(super) struct Run {
    #[command(flatten)]
    given: Given,

    /// Where the audit bundle is written: a folder, or a file that ends in .zip
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Run {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let posed = self.given.read()?;
        let evaluated = posed.evaluate(VERSION);
        if let Some(out) = &self.out {
            folder::write(&pack(&posed, &evaluated, None), out, self.given.paths())?;
        }
        let mut whole = json(&evaluated.evaluation);
        whole["notes"] = told::notes_json(&posed.measured.notes);
        let text = [
            told::notes(&posed.measured.notes, lang),
            told::evaluation(&evaluated.evaluation, lang),
            told::written(self.out.as_deref(), lang),
        ];
        Ok(Answer { text: text.concat(), json: whole, verdict: Verdict::Done })
    }
}
