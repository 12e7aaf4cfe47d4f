//! `festoon index report`: the evaluation as one page that can be published.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_domain::text::Lang;
use festoon_guide::evaluation::write_page;
use serde_json::json;

use super::given::{Given, Studied};
use crate::answer::{Answer, Format, Verdict, answer_in};
use crate::complaint::Complaint;
use crate::inputs;
use crate::whole::write_whole;

/// Write the evaluation as one page in both languages · 写成一份可以发布的双语报告
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon index report --framework framework.toml --data districts.csv -o report.html
示例：
  festoon index report --framework 框架.toml --data 各区数据.xlsx -o 报告.html --lang zh

The page carries all it needs and can be sent, printed or put on any site. --lang says which language stands in front.
Exit codes: 0 done · 2 a file cannot be used, or it was called off.
报告是一个自足的网页，可以发送、打印或放到任何网站；--lang 决定哪种语言在前。
退出码：0 完成 · 2 文件无法使用，或中途中止")]
pub(super) struct Report {
    #[command(flatten)]
    given: Given,

    #[command(flatten)]
    studied: Studied,

    /// The page to write
    #[arg(short, value_name = "REPORT.html")]
    out: PathBuf,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Report {
    pub(super) fn run(self) -> ExitCode {
        answer_in(self.given.lang(), self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        inputs::may_be_written("-o", &self.out, self.given.paths())?;
        let posed = self.given.read()?;
        let unwritable = |error| vec![Complaint::unwritable(&self.out, &error)];
        self.studied.study(&posed, lang, |evaluated, _| {
            let mut page = Vec::new();
            write_page(&evaluated.evaluation, lang, &mut page).map_err(unwritable)?;
            write_whole(&self.out, &page).map_err(unwritable)
        })?;
        let out = self.out.display().to_string();
        let text = match lang {
            Lang::Zh => format!("报告已写到 {out}\n"),
            Lang::En => format!("The report is in {out}\n"),
        };
        Ok(Answer { text, json: json!({ "report": out }), verdict: Verdict::Done })
    }
}
