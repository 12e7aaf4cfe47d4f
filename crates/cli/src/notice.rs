//! `festoon notice`: what everybody must read at once, on every page within seconds, without a release.

use std::process::ExitCode;

use clap::Subcommand;
use festoon_app::Failure::Refused;
use festoon_app::notices::{self, Asked, Listed, NoticeRefusal, Until};
use festoon_domain::text::Lang;
use festoon_store::notices::NoticeRow;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::answer::{Answer, Format, Verdict, answer, stamp};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::{Database, Who};
use crate::now;

/// Post, list or withdraw urgent notices: on every page within seconds, outside releases · 紧急通知：几秒内出现在所有页面，无须发布新版
#[derive(Debug, clap::Args)]
pub(crate) struct Notice {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Post(Post),
    List(List),
    Withdraw(Withdraw),
}

/// Post a notice, in both languages · 发布通知，中英文缺一不可
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon notice post nanjing-2027 --zh \"台风预警：今天的户外活动全部取消。\" --en \"Typhoon warning: all outdoor events of today are cancelled.\" --until \"2027-06-21 22:00\"

Whoever has a page open reads it within ten seconds. At most 500 characters a language.
打开着页面的人十秒内就能看到。每种语言最多 500 个字符。
Exit codes: 0 posted · 2 not posted
退出码：0 已发布 · 2 未发布")]
struct Post {
    /// Over which week
    #[arg(value_name = "WEEK")]
    week: String,

    /// What it says in Chinese
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    zh: String,

    /// What it says in English
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    en: String,

    /// When it ends by itself: "2027-06-21 22:00" on the week's clocks, or an instant with its offset
    /// [default: when it is withdrawn]
    #[arg(long, value_name = "TIME", value_parser = until)]
    until: Option<Until>,

    #[command(flatten)]
    who: Who,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// List a week's notices, newest first · 列出通知
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  festoon notice list\n  festoon notice list nanjing-2027 --format json")]
struct List {
    /// Which week [default: the current one]
    #[arg(value_name = "WEEK")]
    week: Option<String>,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Withdraw a notice; it stays in the list · 撤回通知，记录保留
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon notice withdraw nanjing-2027 3
Exit codes: 0 withdrawn · 1 it was withdrawn before · 2 there is no such notice
退出码：0 已撤回 · 1 早已撤回 · 2 没有这条通知")]
struct Withdraw {
    /// Of which week
    #[arg(value_name = "WEEK")]
    week: String,

    /// Which notice
    #[arg(value_name = "NUMBER")]
    number: u32,

    #[command(flatten)]
    who: Who,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

fn until(said: &str) -> Result<Until, String> {
    if let Ok(instant) = said.parse::<Timestamp>() {
        return Ok(Until::Instant(instant));
    }
    said.parse::<DateTime>()
        .map(Until::Local)
        .map_err(|_| "\"2027-06-21 22:00\" or 2027-06-21T22:00:00+08:00 · 写作 \"2027-06-21 22:00\"".into())
}

impl Notice {
    /// The office has something to say at once.
    pub(crate) fn run(self) -> ExitCode {
        match self.what {
            What::Post(post) => answer(post.format, |lang| post.answer(lang)),
            What::List(list) => answer(list.format, |lang| list.answer(lang)),
            What::Withdraw(withdraw) => answer(withdraw.format, |lang| withdraw.answer(lang)),
        }
    }
}

impl Post {
    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let asked = Asked {
            week: self.week.clone(),
            zh: self.zh.clone(),
            en: self.en.clone(),
            until: self.until,
            actor: self.who.actor(),
        };
        let row = notices::post(&store, now(), &asked)
            .map_err(|failure| self.database.failed(&self.week, failure, NoticeRefusal::sentence))?;
        let number = row.notice.number;
        let back = format!("festoon notice withdraw {} {number}{}", row.week, self.database.as_arguments());
        let text = match lang {
            Lang::Zh => format!("第 {number} 号通知已发布。撤回：{back}\n"),
            Lang::En => format!("Notice {number} is posted. To take it back: {back}\n"),
        };
        Ok(Answer { text, json: object(&row, row.notice.posted), verdict: Verdict::Done })
    }
}

impl Withdraw {
    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let now = now();
        match notices::withdraw(&store, now, &self.who.actor(), &self.week, self.number) {
            Ok(row) => {
                let text = match lang {
                    Lang::Zh => format!("第 {} 号通知已撤回。\n", self.number),
                    Lang::En => format!("Notice {} is withdrawn.\n", self.number),
                };
                Ok(Answer { text, json: object(&row, now), verdict: Verdict::Done })
            }
            Err(Refused(refusal @ NoticeRefusal::WithdrawnAlready(..))) => Ok(Answer {
                text: format!("{}\n", refusal.sentence(lang)),
                json: json!({ "week": self.week, "number": self.number, "state": "withdrawn", "withdrawn": false }),
                verdict: Verdict::No,
            }),
            Err(failure) => Err(self.database.failed(&self.week, failure, NoticeRefusal::sentence)),
        }
    }
}

impl List {
    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let now = now();
        let Listed { week, zone, notices } =
            notices::all(&store, self.week.as_deref()).map_err(|failure| {
                let about = self.week.as_deref().unwrap_or("WEEK");
                self.database.failed(about, failure, NoticeRefusal::sentence)
            })?;

        let mut text = String::new();
        if notices.is_empty() {
            push(
                &mut text,
                &match lang {
                    Lang::Zh => format!("「{week}」没有通知。"),
                    Lang::En => format!("{week} has no notices."),
                },
            );
        }
        for row in &notices {
            push(&mut text, &line(row, &zone, now, lang));
        }
        let notices: Vec<Value> = notices.iter().map(|row| object(row, now)).collect();
        Ok(Answer { text, json: json!({ "week": week, "notices": notices }), verdict: Verdict::Done })
    }
}

/// How a notice stands, as a word for programs.
fn state(row: &NoticeRow, now: Timestamp) -> &'static str {
    match &row.withdrawn {
        Some(_) => "withdrawn",
        None if row.notice.stands(now) => "standing",
        None => "ended",
    }
}

fn line(row: &NoticeRow, zone: &TimeZone, now: Timestamp, lang: Lang) -> String {
    let clock = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    let notice = &row.notice;
    let (posted, by) = (clock(notice.posted), &row.posted_by);
    let how = match (&row.withdrawn, notice.ends, lang) {
        (Some((at, by)), _, Lang::Zh) => format!("已由 {by} 于 {} 撤回", clock(*at)),
        (Some((at, by)), _, Lang::En) => format!("withdrawn by {by} at {}", clock(*at)),
        (None, Some(ends), Lang::Zh) if ends <= now => format!("已于 {} 结束", clock(ends)),
        (None, Some(ends), Lang::En) if ends <= now => format!("ended at {}", clock(ends)),
        (None, Some(ends), Lang::Zh) => format!("正在显示，到 {} 为止", clock(ends)),
        (None, Some(ends), Lang::En) => format!("stands until {}", clock(ends)),
        (None, None, Lang::Zh) => "正在显示，直到撤回".to_owned(),
        (None, None, Lang::En) => "stands until it is withdrawn".to_owned(),
    };
    let (zh, en) = (notice.text.wording(Lang::Zh), notice.text.wording(Lang::En));
    match lang {
        Lang::Zh => format!("第 {} 号  {posted}  {by}  {how}\n  {zh}\n  {en}", notice.number),
        Lang::En => format!("{}  {posted}  {by}  {how}\n  {en}\n  {zh}", notice.number),
    }
}

fn object(row: &NoticeRow, now: Timestamp) -> Value {
    let notice = &row.notice;
    json!({
        "week": row.week,
        "number": notice.number,
        "zh": notice.text.wording(Lang::Zh),
        "en": notice.text.wording(Lang::En),
        "posted": stamp(notice.posted),
        "by": row.posted_by,
        "ends": notice.ends.map(stamp),
        "withdrawn": row.withdrawn.as_ref().map(|(at, by)| json!({ "at": stamp(*at), "by": by })),
        "state": state(row, now),
    })
}
