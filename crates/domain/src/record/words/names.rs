//! What records are called, and what stands in their fields, for people.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::super::{Kind, Record, Sort, Value};
use crate::text::{Lang, Text};

/// What records are called, for sentences: a key alone says little.
#[derive(Debug)]
pub struct Names {
    called: HashMap<(Kind, Box<str>), Text>,
    /// The session and the start of every occurrence.
    occurrences: HashMap<Box<str>, (Box<str>, Option<Timestamp>)>,
    zone: Option<TimeZone>,
}

impl Default for Names {
    fn default() -> Self {
        Self { called: HashMap::new(), occurrences: HashMap::new(), zone: None }
    }
}

impl Names {
    /// Learns what the records are called and in which zone the week says its times; those learnt first win.
    pub fn learn(&mut self, records: &[Record]) {
        for record in records {
            let (zh, en) = match record.kind {
                Kind::Week => {
                    self.zone = self.zone.take().or_else(|| TimeZone::get(record.words("zone")).ok());
                    ("title_zh", "title_en")
                }
                Kind::Activity | Kind::Part | Kind::Session => ("title_zh", "title_en"),
                Kind::Occurrence => {
                    let start = match record.value("start") {
                        Value::Instant(start) => Some(*start),
                        _ => None,
                    };
                    let known = (record.words("session").into(), start);
                    self.occurrences.entry(record.key.clone()).or_insert(known);
                    continue;
                }
                Kind::Road => continue,
                _ => ("name_zh", "name_en"),
            };
            let name = (record.kind, record.key.clone());
            self.called
                .entry(name)
                .or_insert_with(|| Text::from_wordings(record.words(zh), record.words(en), None));
        }
    }

    /// What a record is called: its name or title in quotation marks, an occurrence by its session and time; else its key.
    #[must_use]
    pub fn of(&self, kind: Kind, key: &str, lang: Lang) -> String {
        match kind {
            Kind::Occurrence => {
                let Some((session, start)) = self.occurrences.get(key) else { return quoted(key, lang) };
                let session = self.of(Kind::Session, session, lang);
                match (start, lang) {
                    (None, _) => session,
                    (Some(start), Lang::Zh) => format!("{session}（{}）", self.instant(*start, lang)),
                    (Some(start), Lang::En) => format!("{session} ({})", self.instant(*start, lang)),
                }
            }
            Kind::Road => {
                let (from, to) = key.split_once('/').unwrap_or((key, ""));
                format!("{}—{}", self.of(Kind::Venue, from, lang), self.of(Kind::Venue, to, lang))
            }
            _ => {
                let name = self.called.get(&(kind, Box::from(key))).map_or("", |text| text.read(lang));
                quoted(if name.is_empty() { key } else { name }, lang)
            }
        }
    }

    /// The session of an occurrence.
    pub(super) fn session_of(&self, occurrence: &str, lang: Lang) -> String {
        match self.occurrences.get(occurrence) {
            Some((session, _)) => self.of(Kind::Session, session, lang),
            None => quoted(occurrence, lang),
        }
    }

    /// A value as people say it: instants in the week's zone, keys by their names.
    #[must_use]
    pub fn value(&self, kind: Kind, field: usize, value: &Value, lang: Lang) -> String {
        let sort = kind.fields().get(field).map(|field| field.sort);
        match (value, sort) {
            (Value::Nothing, _) => match lang {
                Lang::Zh => "（空）".into(),
                Lang::En => "nothing".into(),
            },
            (Value::Words(key), Some(Sort::Key(of))) => self.of(of, key, lang),
            (Value::List(keys), Some(Sort::Keys(of))) => {
                let names: Vec<String> = keys.iter().map(|key| self.of(of, bare(key), lang)).collect();
                names.join(if lang == Lang::Zh { "、" } else { ", " })
            }
            (Value::Words(word), Some(Sort::Choice | Sort::Day)) => word.to_string(),
            (Value::Words(words), _) => quoted(words, lang),
            (Value::List(words), _) => {
                let words: Vec<String> = words.iter().map(|words| quoted(words, lang)).collect();
                words.join(if lang == Lang::Zh { "、" } else { ", " })
            }
            (Value::Number(number), _) => number.to_string(),
            (Value::Decimal(number), _) => number.to_string(),
            (Value::Flag(flag), _) => match (flag, lang) {
                (true, Lang::Zh) => "是".into(),
                (false, Lang::Zh) => "否".into(),
                (true, Lang::En) => "yes".into(),
                (false, Lang::En) => "no".into(),
            },
            (Value::Instant(instant), _) => self.instant(*instant, lang),
        }
    }

    /// 6月21日 09:00, 21 June 09:00; the year is the week's.
    pub(super) fn instant(&self, instant: Timestamp, lang: Lang) -> String {
        let local = instant.to_zoned(self.zone.clone().unwrap_or(TimeZone::UTC));
        match lang {
            Lang::Zh => format!("{}月{}日 {}", local.month(), local.day(), local.strftime("%H:%M")),
            Lang::En => format!("{} {}", local.day(), local.strftime("%B %H:%M")),
        }
    }

    /// From and to, the day said once where it is one.
    pub(super) fn span(&self, start: Timestamp, end: Timestamp, lang: Lang) -> String {
        let zone = self.zone.clone().unwrap_or(TimeZone::UTC);
        let (from, to) = (start.to_zoned(zone.clone()), end.to_zoned(zone));
        if from.date() == to.date() {
            format!("{}–{}", self.instant(start, lang), to.strftime("%H:%M"))
        } else {
            format!("{} – {}", self.instant(start, lang), self.instant(end, lang))
        }
    }
}

/// A person's key may carry who may know.
pub(super) fn bare(key: &str) -> &str {
    key.split(':').next().unwrap_or(key)
}

pub(super) fn quoted(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("「{words}」"),
        Lang::En => format!("“{words}”"),
    }
}
