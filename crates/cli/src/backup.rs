//! `festoon backup`: the whole memory in one file, while everybody works on.

use std::path::PathBuf;
use std::process::ExitCode;

use festoon_app::weeks::{Contents, backup};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::language::both;
use crate::now;

/// Keep everything in one file, weeks, journal, releases and uploads; keys are not in it · 把全部资料备份到一个文件
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon backup 2027-06-20.zip
A backup of either database restores into either. The key file is not in it: keep a copy of that in a safe place.
两种数据库的备份可以互相恢复。密钥文件不在备份里，请另行妥善保存。")]
pub(crate) struct Backup {
    /// The file to write
    #[arg(value_name = "FILE")]
    to: PathBuf,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Backup {
    /// An administrator goes home.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        if self.to.exists() {
            let sentence = both(
                "已有这个文件，备份不会覆盖它。请换一个文件名。",
                "this file is there already, and a backup does not write over it. Choose another name.",
            );
            return Err(vec![Complaint::about(&self.to.display().to_string(), sentence)]);
        }
        let store = self.database.open()?;
        let folder = self.database.uploads()?;
        let contents = backup(&store, &folder, now(), &self.to).map_err(|trouble| {
            let about = self.to.display().to_string();
            vec![Complaint::about(&about, Both::said(|lang| trouble.sentence(lang)))]
        })?;
        Ok(self.told(&contents, lang))
    }

    fn told(&self, contents: &Contents, lang: Lang) -> Answer {
        let (weeks, rows, uploads) = (contents.weeks.len(), contents.rows, contents.uploads);
        let to = self.to.display();
        let mut text = String::new();
        push(
            &mut text,
            &match lang {
                Lang::Zh => format!("已备份到 {to}：{weeks} 届，{rows} 条数据，{uploads} 个上传文件。"),
                Lang::En => format!("Backed up to {to}: weeks {weeks}, rows {rows}, uploads {uploads}."),
            },
        );
        if !contents.missing.is_empty() {
            let missing = contents.missing.join(if lang == Lang::Zh { "、" } else { ", " });
            push(
                &mut text,
                &match lang {
                    Lang::Zh => format!("磁盘上缺少、没有备份的文件：{missing}。"),
                    Lang::En => format!("Not on disk and so not in the backup: {missing}."),
                },
            );
        }
        let json = json!({
            "file": to.to_string(),
            "weeks": contents.weeks,
            "rows": rows,
            "uploads": uploads,
            "missing": contents.missing,
        });
        let verdict = if contents.missing.is_empty() { Verdict::Done } else { Verdict::No };
        Answer { text, json, verdict }
    }
}
