//! `festoon releases`: which releases a week has, and what each changed.

use std::process::ExitCode;

use festoon_app::releases::{ReleaseRefusal, difference};
use festoon_domain::choice::Choice as _;
use festoon_domain::programme::Visibility;
use festoon_domain::record::{Change, Names, tally};
use festoon_domain::text::Lang;
use festoon_store::releases::ReleaseRow;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer, stamp};
use crate::changes::{self, push};
use crate::complaint::Complaint;
use crate::database::Database;

/// How many sentences of one group a terminal shows.
const MOST_OF_A_GROUP: usize = 20;

/// List a week's releases, or tell what one of them changed · 列出各发布版及其变化
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon releases nanjing-2027
  festoon releases nanjing-2027 --show 4
  festoon releases nanjing-2027 --show 4 --against 1")]
pub(crate) struct Releases {
    /// Which week
    #[arg(value_name = "WEEK")]
    week: String,

    /// What this release changed
    #[arg(long, value_name = "NUMBER")]
    show: Option<u32>,

    /// Against this one [default: the one before it]
    #[arg(long, value_name = "NUMBER", requires = "show")]
    against: Option<u32>,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Releases {
    /// Somebody asks what was published.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| match self.show {
            None => self.list(lang),
            Some(number) => self.show(number, lang),
        })
    }

    fn list(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let week = self.week.clone();
        let rows = store.read(move |read| festoon_store::releases::of_week(read, &week));
        let rows = rows.map_err(|error| self.database.complain(&error))?;
        let mut text = String::new();
        if rows.is_empty() {
            push(
                &mut text,
                &match lang {
                    Lang::Zh => format!("「{}」还没有发布过。", self.week),
                    Lang::En => format!("Nothing of {} was released yet.", self.week),
                },
            );
        }
        for row in &rows {
            push(&mut text, &line(row, lang));
        }
        let json = rows.iter().map(|row| {
            json!({
                "number": row.number,
                "at": stamp(row.at),
                "by": row.actor,
                "reason": row.reason,
                "back_to": row.rolled_back_to,
            })
        });
        let json = json!({ "week": self.week, "releases": json.collect::<Vec<_>>() });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }

    fn show(&self, number: u32, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let (changes, names) = difference(&store, &self.week, number, self.against)
            .map_err(|failure| self.database.failed(&self.week, failure, ReleaseRefusal::sentence))?;
        let mut text = String::new();
        grouped(&changes, &names, lang, &mut text);
        let json = json!({ "week": self.week, "number": number, "changes": changes::json(&changes, &names) });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}

fn line(row: &ReleaseRow, lang: Lang) -> String {
    let back = match (row.rolled_back_to, lang) {
        (None, _) => String::new(),
        (Some(number), Lang::Zh) => format!("（退回第{number}版）"),
        (Some(number), Lang::En) => format!(" (back to {number})"),
    };
    let at = row.at.strftime("%Y-%m-%d %H:%M:%SZ");
    match lang {
        Lang::Zh => format!("第{}版{back}  {at}  {}：{}", row.number, row.actor, row.reason),
        Lang::En => format!("release {}{back}  {at}  {}: {}", row.number, row.actor, row.reason),
    }
}

/// What a release changed, by what it means for the public.
pub(crate) fn grouped(changes: &[Change], names: &Names, lang: Lang, to: &mut String) {
    // Whoever works at this terminal sees what the public sees: that is what was released.
    let groups = tally(changes, names, Visibility::Public);
    if groups.is_empty() {
        push(
            to,
            match (lang, changes.is_empty()) {
                (Lang::Zh, true) => "两版内容相同。",
                (Lang::Zh, false) => "页面文字没有变化（只有人员资料或附件等改动）。",
                (Lang::En, true) => "The two are the same.",
                (Lang::En, false) => {
                    "Nothing of the programme differs, only details such as people's pictures."
                }
            },
        );
    }
    for group in groups {
        let (heading, count) = (group.topic.called(lang), group.lines.len());
        push(
            to,
            &match lang {
                Lang::Zh => format!("{heading}（{count}）"),
                Lang::En => format!("{heading} ({count})"),
            },
        );
        for line in group.lines.iter().take(MOST_OF_A_GROUP) {
            push(to, &format!("  {}", line.sentence(lang)));
        }
        let more = count.saturating_sub(MOST_OF_A_GROUP);
        if more > 0 {
            push(
                to,
                &match lang {
                    Lang::Zh => format!("  另有 {more} 处。"),
                    Lang::En => format!("  … {more} more."),
                },
            );
        }
    }
}
