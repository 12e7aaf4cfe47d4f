//! `festoon doctor`: is the memory well?

use std::process::ExitCode;

use festoon_app::keys;
use festoon_app::uploads::{look, sweep};
use festoon_app::weeks::{Finding, Health, examine};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::now;

/// Look whether database, releases, uploads, tasks, keys and clock are well · 检查数据库、发布版、上传文件、任务、密钥和时钟
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon doctor
Exit codes: 0 all is well · 1 something needs attention · 2 the database cannot be opened
退出码：0 一切正常 · 1 有需要处理的问题 · 2 数据库打不开")]
pub(crate) struct Doctor {
    /// Remove old files that belong to nothing
    #[arg(long)]
    sweep: bool,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Doctor {
    /// An administrator wants to sleep.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let now = now();
        let store = self.database.open()?;
        let folder = self.database.uploads()?;
        let mut removed = 0;
        if self.sweep {
            let looked = folder.clone();
            let stray = store
                .read(move |read| look(read, &looked, now))
                .map_err(|error| self.database.complain(&error))?;
            let swept = stray.and_then(|stray| sweep(&folder, &stray, now)).map_err(|refusal| {
                vec![Complaint::about("uploads", Both::said(|lang| refusal.sentence(lang)))]
            })?;
            removed = swept.removed.len();
        }
        let mut health = examine(&store, &folder, now).map_err(|error| self.database.complain(&error))?;
        health.findings.extend(self.keys());
        Ok(self.told(&health, removed, lang))
    }

    /// Keys are made when they are first needed; that there are none yet is well.
    fn keys(&self) -> Option<Finding> {
        let path = self.database.keys();
        if !path.exists() && !path.is_symlink() {
            return None;
        }
        let fault = keys::load(&path).err()?;
        Some(Finding::Keys(fault.sentence(Lang::Zh), fault.sentence(Lang::En)))
    }

    fn told(&self, health: &Health, removed: usize, lang: Lang) -> Answer {
        let mut text = format!("{}\n", self.database.address());
        for finding in &health.findings {
            let mark = if finding.is_trouble() { "✗" } else { "·" };
            push(&mut text, &format!("{mark} {}", finding.sentence(lang)));
        }
        if self.sweep {
            push(
                &mut text,
                &match lang {
                    Lang::Zh => format!("· 已清理 {removed} 个旧文件。"),
                    Lang::En => format!("· Removed {removed} old files."),
                },
            );
        }
        push(
            &mut text,
            match (lang, health.is_well()) {
                (Lang::Zh, true) => "一切正常。",
                (Lang::Zh, false) => "有需要处理的问题，见上面标 ✗ 的各行。",
                (Lang::En, true) => "All is well.",
                (Lang::En, false) => "Something needs attention: the lines marked ✗.",
            },
        );
        let findings = health.findings.iter().map(|finding| {
            json!({
                "trouble": finding.is_trouble(),
                "zh": finding.sentence(Lang::Zh),
                "en": finding.sentence(Lang::En),
            })
        });
        let json = json!({
            "database": self.database.address().to_string(),
            "well": health.is_well(),
            "findings": findings.collect::<Vec<_>>(),
            "removed": removed,
        });
        Answer { text, json, verdict: if health.is_well() { Verdict::Done } else { Verdict::No } }
    }
}
