//! `festoon import`: files into the draft, again and again.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use festoon_app::draft::{
    Asked, Brought, DraftRefusal, OnConflict, OnMissing, Plan, Separate, bring, import, rehearse,
};
use festoon_domain::record::Kind;
use festoon_domain::text::Lang;
use jiff::tz::TimeZone;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer};
use crate::changes::{self, push};
use crate::complaint::{Complaint, defect_json};
use crate::database::{Database, Who};
use crate::inputs::{self, Beside};
use crate::now;
use crate::progress::Progress;

/// Bring files into a week's draft; again with the same files, nothing changes · 把文件导入草稿，可重复导入
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch on the command line, named there")]
#[command(after_help = "\
Example:
  festoon import hosts/*.xlsx --week nanjing-2027 --dry-run
  festoon import demo/week
  festoon import 日程-最终版.xlsx --replaces 日程.xlsx
示例：
  festoon import 各单位 --week nanjing-2027

What was edited in the draft since the last import is kept; where the file changed it too, you are told (--take-file takes the
file's word). What a file no longer mentions stays (--withdraw cancels it). Nothing is published: festoon release does that.
上次导入后在草稿里改过的内容会保留；若文件里也改了，会列出来（--take-file 以文件为准）。文件里不再出现的内容不会自动删除（--withdraw 将其取消）。
Exit codes: 0 done · 1 done, but something waits for a decision · 2 nothing was imported
退出码：0 完成 · 1 完成，但有待定事项 · 2 未导入")]
pub(crate) struct Import {
    /// Spreadsheets, schedule files, calendars, a folder of them, or a week folder
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Into which week; one that is not there is made [default: the week folder's own, else the current week]
    #[arg(long, value_name = "SLUG")]
    week: Option<String>,

    #[command(flatten)]
    beside: Beside,

    /// Minutes between venues
    #[arg(long, value_name = "FILE")]
    travel: Option<PathBuf>,

    /// Only tell what would change
    #[arg(long)]
    dry_run: bool,

    /// Where draft and file both changed something, take the file's word
    #[arg(long)]
    take_file: bool,

    /// Cancel what the files said before and say no longer
    #[arg(long)]
    withdraw: bool,

    /// The file takes the place of one that came earlier under this name
    #[arg(long, value_name = "NAME", conflicts_with = "separate")]
    replaces: Option<String>,

    /// The file is another programme, although it looks like one that came earlier
    #[arg(long)]
    separate: bool,

    /// Why, for the journal [default: import and the files' names]
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,

    #[command(flatten)]
    who: Who,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Import {
    /// A week office brings what its hosts sent.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let now = now();
        let (files, mut options) = inputs::read(&self.files, self.travel.as_ref(), &self.beside)?;
        options.this_year = Some(now.to_zoned(TimeZone::UTC).year());
        let progress = Progress::begin(files.len(), lang);
        let brought = bring(&files, &options)
            .map_err(|refusals| refusals.iter().map(Complaint::from_refusal).collect::<Vec<_>>())?;

        let asked = self.asked();
        let plan = if self.dry_run {
            let (store, _nowhere) = self.database.open_or_pretend()?;
            rehearse(&store, &brought, &asked).map(Arc::new)
        } else {
            import(&self.database.open_or_make()?, now, &brought, &asked)
        };
        let about: Vec<String> = self.files.iter().map(|path| path.display().to_string()).collect();
        let plan =
            plan.map_err(|failure| self.database.failed(&about.join(", "), failure, DraftRefusal::sentence))?;
        progress.end();
        Ok(self.told(&plan, &brought, lang))
    }

    fn asked(&self) -> Asked {
        let names: Vec<String> = self.files.iter().map(|path| inputs::base_name(path)).collect();
        Asked {
            week: self.week.clone(),
            on_conflict: if self.take_file { OnConflict::TakeFile } else { OnConflict::KeepDraft },
            on_missing: if self.withdraw { OnMissing::Withdraw } else { OnMissing::Leave },
            replaces: self.replaces.clone(),
            separate: if self.separate { Separate::Said } else { Separate::Unsaid },
            actor: self.who.actor(),
            why: self.reason.clone().unwrap_or_else(|| format!("import {}", names.join(", "))),
        }
    }

    fn told(&self, plan: &Plan, brought: &Brought, lang: Lang) -> Answer {
        let open = !plan.missing.is_empty() || (!self.take_file && !plan.conflicts.is_empty());
        Answer {
            text: self.text(plan, brought, lang),
            json: self.json(plan, brought),
            verdict: if open { Verdict::No } else { Verdict::Done },
        }
    }

    fn text(&self, plan: &Plan, brought: &Brought, lang: Lang) -> String {
        let mut text = String::new();
        push(&mut text, &self.headline(plan, lang));
        changes::text(&plan.changes, &plan.names, lang, &mut text);

        if !plan.conflicts.is_empty() {
            push(
                &mut text,
                match (lang, self.take_file) {
                    (Lang::Zh, false) => "草稿和文件都改过、保留草稿的内容（--take-file 以文件为准）：",
                    (Lang::Zh, true) => "草稿和文件都改过、已按文件的内容：",
                    (Lang::En, false) => {
                        "Changed in the draft and in the file; the draft's is kept (--take-file takes the file's):"
                    }
                    (Lang::En, true) => "Changed in the draft and in the file; the file's is taken:",
                },
            );
            for (kind, key, conflict) in &plan.conflicts {
                push(&mut text, &format!("  {}", plan.names.conflict(*kind, key, conflict, lang)));
            }
        }
        if !plan.missing.is_empty() {
            push(
                &mut text,
                match lang {
                    Lang::Zh => "文件里不再出现、仍留在草稿里的（--withdraw 将其取消）：",
                    Lang::En => "No longer in the files, still in the draft (--withdraw cancels):",
                },
            );
            for (kind, key) in &plan.missing {
                push(&mut text, &format!("  {}", changes::named(&plan.names, *kind, key, lang)));
            }
        }
        if !brought.defects.is_empty() {
            push(
                &mut text,
                &match lang {
                    Lang::Zh => {
                        format!("有 {} 处没能照原样读取，festoon check 会逐一列出。", brought.defects.len())
                    }
                    Lang::En if brought.defects.len() == 1 => {
                        "1 thing could not be taken as it stood; festoon check tells which.".into()
                    }
                    Lang::En => format!(
                        "{} things could not be taken as they stood; festoon check lists them.",
                        brought.defects.len()
                    ),
                },
            );
        }
        text
    }

    fn headline(&self, plan: &Plan, lang: Lang) -> String {
        let count = plan.changes.len();
        let week = &plan.week;
        match (lang, self.dry_run, count) {
            (Lang::Zh, _, 0) => format!("「{week}」的草稿没有变化。"),
            (Lang::Zh, true, _) => {
                format!("试运行：将改动「{week}」草稿中的 {count} 条记录，什么也没有写入。")
            }
            (Lang::Zh, false, _) => format!(
                "已改动「{week}」草稿中的 {count} 条记录。发布请用：festoon release {week} --reason …"
            ),
            (Lang::En, _, 0) => format!("Nothing changes in the draft of {week}."),
            (Lang::En, true, 1) => {
                format!("Dry run: 1 record of {week}'s draft would change; nothing was written.")
            }
            (Lang::En, true, _) => {
                format!("Dry run: {count} records of {week}'s draft would change; nothing was written.")
            }
            (Lang::En, false, 1) => format!(
                "1 record of {week}'s draft has changed. To publish: festoon release {week} --reason …"
            ),
            (Lang::En, false, _) => {
                format!(
                    "{count} records of {week}'s draft have changed. To publish: festoon release {week} --reason …"
                )
            }
        }
    }

    fn json(&self, plan: &Plan, brought: &Brought) -> serde_json::Value {
        let conflict = |(kind, key, conflict): &(Kind, Box<str>, festoon_domain::record::Conflict)| {
            json!({
                "kind": kind.word(),
                "key": key,
                "field": kind.fields()[conflict.field].name,
                "zh": plan.names.conflict(*kind, key, conflict, Lang::Zh),
                "en": plan.names.conflict(*kind, key, conflict, Lang::En),
            })
        };
        json!({
            "week": plan.week,
            "new_week": plan.is_new,
            "dry_run": self.dry_run,
            "changes": changes::json(&plan.changes, &plan.names),
            "conflicts": plan.conflicts.iter().map(conflict).collect::<Vec<_>>(),
            "missing": plan.missing.iter().map(|(kind, key)| json!({ "kind": kind.word(), "key": key })).collect::<Vec<_>>(),
            "defects": brought.defects.iter().map(defect_json).collect::<Vec<_>>(),
        })
    }
}
