//! `festoon journal`: who changed what, when, from what to what, and why.

use festoon_domain::week::zone_named;
use std::process::ExitCode;

use festoon_app::draft::{self, DraftRefusal};
use festoon_domain::record::{Kind, Names, Value};
use festoon_domain::text::Lang;
use festoon_store::journal::{self, Line};
use jiff::tz::TimeZone;
use serde_json::json;

use crate::answer::{Answer, Format, Verdict, answer, stamp};
use crate::changes::push;
use crate::complaint::Complaint;
use crate::database::Database;
use crate::language::both;

/// Tell what was changed in a week's draft, newest first · 查看草稿的修改记录
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  festoon journal nanjing-2027
  festoon journal nanjing-2027 --record session/opening --limit 20")]
pub(crate) struct Journal {
    /// Which week [default: the current one]
    #[arg(value_name = "WEEK")]
    week: Option<String>,

    /// Of one record: its kind and key
    #[arg(long, value_name = "KIND/KEY", value_parser = record)]
    record: Option<(Kind, String)>,

    /// How many lines at most
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    limit: u32,

    #[command(flatten)]
    database: Database,

    /// How it is told: for people, or one JSON object
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A record as an argument: `session/opening`.
pub(crate) fn record(said: &str) -> Result<(Kind, String), String> {
    let (kind, key) =
        said.split_once('/').ok_or("kind/key, as session/opening · 写作 种类/键，如 session/opening")?;
    let kind = Kind::from_word(kind).ok_or_else(|| {
        let words: Vec<&str> = Kind::ALL.into_iter().map(Kind::word).collect();
        format!("there is no such kind · 没有这种记录; {}", words.join(", "))
    })?;
    Ok((kind, key.to_owned()))
}

impl Journal {
    /// Somebody asks who changed it.
    pub(crate) fn run(self) -> ExitCode {
        answer(self.format, |lang| self.answer(lang))
    }

    fn answer(&self, lang: Lang) -> Result<Answer, Vec<Complaint>> {
        let store = self.database.open()?;
        let draft = draft::load(&store, self.week.as_deref()).map_err(|failure| {
            let about = self.week.clone().unwrap_or_else(|| "WEEK".into());
            self.database.failed(&about, failure, DraftRefusal::sentence)
        })?;
        let mut names = Names::default();
        names.learn(&draft.records);
        let zone = draft.records.iter().find(|record| record.kind == Kind::Week);
        let zone = zone.and_then(|week| zone_named(week.words("zone"))).unwrap_or(TimeZone::UTC);

        let (week, record, limit) = (draft.week.slug.clone(), self.record.clone(), self.limit);
        let lines = store.read(move |read| {
            let record = record.as_ref().map(|(kind, key)| (*kind, key.as_str()));
            journal::of_week(read, &week, record, limit)
        });
        let lines = lines.map_err(|error| self.database.complain(&error))?;

        let mut text = String::new();
        if lines.is_empty() {
            let none = both("没有修改记录。", "Nothing was changed.");
            push(&mut text, none.read(lang));
        }
        let mut revision = None;
        for line in &lines {
            if revision != Some(line.deed.revision) {
                revision = Some(line.deed.revision);
                push(&mut text, &deed(line, &zone, lang));
            }
            push(&mut text, &format!("  {}", said(line, &names, lang)));
        }
        let json = lines.iter().map(|line| {
            let value = |value: &Value| value_said(line, &names, value, Lang::En);
            json!({
                "revision": line.deed.revision,
                "at": stamp(line.deed.at),
                "by": line.deed.actor,
                "why": line.deed.why,
                "kind": line.kind.word(),
                "key": line.key,
                "field": line.field,
                "from": value(&line.from),
                "to": value(&line.to),
            })
        });
        let json = json!({ "week": draft.week.slug, "lines": json.collect::<Vec<_>>() });
        Ok(Answer { text, json, verdict: Verdict::Done })
    }
}

fn deed(line: &Line, zone: &TimeZone, lang: Lang) -> String {
    let at = line.deed.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    match lang {
        Lang::Zh => format!("{at}  {}：{}", line.deed.actor, line.deed.why),
        Lang::En => format!("{at}  {}: {}", line.deed.actor, line.deed.why),
    }
}

fn said(line: &Line, names: &Names, lang: Lang) -> String {
    let record = crate::changes::named(names, line.kind, &line.key, lang);
    let field = line.field.as_deref().and_then(|field| line.kind.place_of(field));
    let Some(field) = field else {
        return match (lang, line.from == Value::Nothing) {
            (Lang::Zh, true) => format!("新增{record}"),
            (Lang::Zh, false) => format!("删除{record}"),
            (Lang::En, true) => format!("new: {record}"),
            (Lang::En, false) => format!("gone: {record}"),
        };
    };
    let called = line.kind.fields()[field].called(lang);
    let (from, to) =
        (names.value(line.kind, field, &line.from, lang), names.value(line.kind, field, &line.to, lang));
    match lang {
        Lang::Zh => format!("{record}：{called}由{from}改为{to}"),
        Lang::En => format!("{record}: {called} from {from} to {to}"),
    }
}

fn value_said(line: &Line, names: &Names, value: &Value, lang: Lang) -> Option<String> {
    let field = line.kind.place_of(line.field.as_deref()?)?;
    (*value != Value::Nothing).then(|| names.value(line.kind, field, value, lang))
}
