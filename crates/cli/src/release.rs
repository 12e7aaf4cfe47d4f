//! `festoon release`: freeze and publish, now or at an hour, or go back.

use std::process::ExitCode;

use festoon_app::Failure::Refused;
use festoon_app::releases::ReleaseRefusal;
use festoon_app::releases::{Released, release, roll_back};
use festoon_app::tasks::{self, ReleaseAt};
use festoon_domain::text::Lang;
use festoon_guide::clash_report::Both;
use festoon_store::Store;
use jiff::Timestamp;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer, stamp};
use crate::changes::{self, push};
use crate::complaint::Complaint;
use crate::database::{Database, Who};
use crate::language::both;
use crate::now;

/// Freeze a week's draft and publish it under the next number · 把草稿定为新的发布版并公布
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon release nanjing-2027 --reason \"the opening moves to Purple Hall\"
  festoon release nanjing-2027 --back-to 3 --reason \"release 4 was too early\"
示例：
  festoon release nanjing-2027 --reason \"开幕式改到紫金厅\"

A running server shows the release within a second. Going back makes a new number, so that calendars follow.
正在运行的服务会在一秒内换上新版。退回旧版也会得到新的版号，日历才会跟着更新。
Exit codes: 0 released · 1 the public would see nothing new · 2 nothing was released
退出码：0 已发布 · 1 内容没有变化 · 2 未发布")]
pub(crate) struct Release {
    /// Which week
    #[arg(value_name = "WEEK")]
    week: String,

    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// Publish this older release's programme again
    #[arg(long, value_name = "NUMBER", conflicts_with = "at")]
    back_to: Option<u32>,

    /// Not now but at this instant, as 2027-06-21T08:00:00+08:00; a running server does it
    #[arg(long, value_name = "INSTANT")]
    at: Option<Timestamp>,

    #[command(flatten)]
    who: Who,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Release {
    /// An organiser publishes.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        if self.reason.trim().is_empty() {
            let sentence = Both::said(|lang| ReleaseRefusal::NoReason.sentence(lang));
            return Err(vec![Complaint::about("--reason", sentence)]);
        }
        let store = self.database.open()?;
        if let Some(at) = self.at {
            return self.later(&store, at, lang);
        }
        let actor = self.who.actor();
        let released = match self.back_to {
            None => release(&store, now(), &actor, &self.week, &self.reason),
            Some(number) => roll_back(&store, now(), &actor, &self.week, number, &self.reason),
        };
        match released {
            Ok(released) => Ok(told(&released, lang)),
            Err(Refused(refusal @ ReleaseRefusal::NothingChanged(number))) => Ok(Answer {
                text: format!("{}\n", refusal.sentence(lang)),
                json: json!({ "week": self.week, "released": false, "number": number }),
                verdict: Verdict::No,
            }),
            Err(failure) => Err(self.database.failed(&self.week, failure, ReleaseRefusal::sentence)),
        }
    }

    fn later(&self, store: &Store, at: Timestamp, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let now = now();
        if at <= now {
            let sentence = both(
                format!("{at} 已经过去，请给将来的时刻，或去掉 --at 立即发布。"),
                format!("{at} has passed. Give an instant to come, or leave --at out to release now."),
            );
            return Err(vec![Complaint::about("--at", sentence)]);
        }
        let body = ReleaseAt {
            week: self.week.clone(),
            at,
            reason: self.reason.clone(),
            actor: self.who.actor().name().to_owned(),
        };
        let week = self.week.clone();
        let put = store.write(move |tx| {
            let known = festoon_store::weeks::find(tx, &week)?.is_some();
            let is_new = known && tasks::put(tx, &body, at, now)?;
            Ok((known, is_new))
        });
        let (known, is_new) = put.map_err(|error| self.database.complain(&error))?;
        if known && !is_new {
            let sentence = both(
                "这一时刻的发布早已安排好，这次没有改动。festoon tasks 会列出来；要另外发布，请换一个时刻。",
                "a release at this instant is planned already, and nothing was changed. festoon tasks lists it; choose another instant.",
            );
            return Err(vec![Complaint::about("--at", sentence)]);
        }
        if !known {
            let sentence = both(
                "没有这一届。festoon weeks 会列出现有的各届。",
                "there is no such week. festoon weeks lists those there are.",
            );
            return Err(vec![Complaint::about(&self.week, sentence)]);
        }
        let text = match lang {
            Lang::Zh => format!("已安排在 {at} 发布「{}」；届时需要有 festoon serve 在运行。\n", self.week),
            Lang::En => {
                format!("{} will be released at {at}; a festoon serve must be running then.\n", self.week)
            }
        };
        let json = json!({ "week": self.week, "released": false, "at": stamp(at) });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}

fn told(released: &Released, lang: Lang) -> Answer {
    let row = &released.row;
    let mut text = String::new();
    push(
        &mut text,
        &match lang {
            Lang::Zh => format!("「{}」第{}版已发布。", row.week, row.number),
            Lang::En => format!("Release {} of {} is published.", row.number, row.week),
        },
    );
    if let Some(behind) = released.clock_behind {
        let minutes = behind.as_mins().max(1);
        push(
            &mut text,
            &match lang {
                Lang::Zh => format!(
                    "注意：这台机器的时钟比上一版的发布时间慢 {minutes} 分钟，新版的时间记在上一版之后。请校准时钟。"
                ),
                Lang::En => format!(
                    "Note: this machine's clock is {minutes} min behind the last release; the new one is dated after it. Set the clock right."
                ),
            },
        );
    }
    if row.number > 1 {
        crate::releases::grouped(&released.changes, &released.names, lang, &mut text);
    }
    let json = json!({
        "week": row.week,
        "released": true,
        "number": row.number,
        "at": stamp(row.at),
        "reason": row.reason,
        "back_to": row.rolled_back_to,
        "bytes": released.bytes,
        "changes": if row.number > 1 { changes::json(&released.changes, &released.names) } else { Vec::new() },
    });
    Answer { text, json, verdict: Verdict::Done }
}
