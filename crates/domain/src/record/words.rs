//! Changes as sentences, in both languages.
//!
//! Sentences are for people who may see everything: the office, its journal, the protocol desk. What a release says to everybody
//! comes from [`super::tally`], which knows who is told what.

mod sentences;

use crate::week::zone_named;
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Kind, Record, Sort, Value};
use crate::choice::Choice;
use crate::figures::{Hedge, Measure};
use crate::programme::{Access, ActivityKind, PartKind, RoomUse, SessionKind, Span, State, Visibility};
use crate::signing::Stage;
use crate::text::{Lang, Text};
use crate::timetable::words::{moment, month, span};
use crate::venue::Datum;
use crate::week::Provenance;

/// What records are called, for sentences: a key alone says little.
#[derive(Debug, Default)]
pub struct Names {
    called: HashMap<Kind, HashMap<Box<str>, Text>>,
    occurrences: HashMap<Box<str>, Held>,
    zone: Option<TimeZone>,
}

/// What is known of an occurrence.
#[derive(Debug, Default)]
struct Held {
    session: Box<str>,
    when: Option<Span>,
}

impl Names {
    /// Learns what the records are called and in which zone the week says its times; those learnt first win.
    pub fn learn(&mut self, records: &[Record]) {
        for record in records {
            if record.kind == Kind::Occurrence {
                self.occurrences.entry(record.key.clone()).or_insert_with(|| held(&record.values));
            } else if let Some(name) = name(record) {
                let of_kind = self.called.entry(record.kind).or_default();
                of_kind.entry(record.key.clone()).or_insert(name);
            }
            if record.kind == Kind::Week && self.zone.is_none() {
                let zone = place(Kind::Week, "zone").and_then(|place| record.values.get(place));
                self.zone = zone.and_then(words).and_then(zone_named);
            }
        }
    }

    /// What a record is called: its name or title in quotation marks, an occurrence by its session and time; else its key.
    #[must_use]
    pub fn of(&self, kind: Kind, key: &str, lang: Lang) -> String {
        match kind {
            Kind::Occurrence => self
                .occurrences
                .get(key)
                .map_or_else(|| quoted(key, lang), |held| self.held(&held.session, held.when, None, lang)),
            Kind::Road => match (key.split_once('/'), lang) {
                (None, _) => quoted(key, lang),
                (Some((from, to)), Lang::Zh) => {
                    format!("{}至{}", self.of(Kind::Venue, from, lang), self.of(Kind::Venue, to, lang))
                }
                (Some((from, to)), Lang::En) => {
                    format!("{} to {}", self.of(Kind::Venue, from, lang), self.of(Kind::Venue, to, lang))
                }
            },
            _ => quoted(self.plain(kind, key, lang), lang),
        }
    }

    /// The key of the session that an occurrence is of.
    #[must_use]
    pub fn session_of(&self, occurrence: &str) -> Option<&str> {
        self.occurrences.get(occurrence).map(|held| &*held.session)
    }

    /// A name without quotation marks.
    fn plain<'a>(&'a self, kind: Kind, key: &'a str, lang: Lang) -> &'a str {
        let name = self.called.get(&kind).and_then(|of_kind| of_kind.get(key));
        name.map_or(key, |name| name.read(lang))
    }

    /// `「开幕式」（6月21日 周一 09:00–10:00，秦淮厅）`.
    fn held(&self, session: &str, when: Option<Span>, place: Option<&str>, lang: Lang) -> String {
        let when = when.map(|when| self.span(when, lang));
        let details: Vec<&str> = when.as_deref().into_iter().chain(place).collect();
        let name = self.of(Kind::Session, session, lang);
        match lang {
            _ if details.is_empty() => name,
            Lang::Zh => format!("{name}（{}）", details.join("，")),
            Lang::En => format!("{name} ({})", details.join(", ")),
        }
    }

    fn span(&self, when: Span, lang: Lang) -> String {
        span(when, self.zone.as_ref().unwrap_or(&TimeZone::UTC), lang)
    }

    /// A value as people say it: instants in the week's zone, keys by their names, words of choices in the language.
    #[must_use]
    pub fn value(&self, kind: Kind, field: usize, value: &Value, lang: Lang) -> String {
        let Some(field) = kind.fields().get(field) else {
            return raw(value, lang);
        };
        match (value, field.sort) {
            (Value::Words(key), Sort::Key(other)) => self.of(other, key, lang),
            (Value::Words(word), Sort::Choice) => {
                quoted(choice(kind, field.name, word, lang).unwrap_or(word), lang)
            }
            (Value::Words(day), Sort::Day) => {
                day.parse().map_or_else(|_| quoted(day, lang), |day| date(day, lang))
            }
            (Value::List(keys), Sort::Keys(other)) => {
                listed(keys.iter().map(|key| self.entry(other, key, lang)), lang)
            }
            (Value::List(words), _) if field.name == "access" => {
                let said = |word: &str| Access::from_word(word).map_or("", |access| access.called(lang));
                listed(
                    words
                        .iter()
                        .map(|word| quoted(Some(said(word)).filter(|w| !w.is_empty()).unwrap_or(word), lang)),
                    lang,
                )
            }
            (Value::Instant(instant), _) => self.moment(*instant, lang),
            _ => raw(value, lang),
        }
    }

    fn moment(&self, instant: Timestamp, lang: Lang) -> String {
        moment(&instant.to_zoned(self.zone.clone().unwrap_or(TimeZone::UTC)), lang)
    }

    /// A key of a list, with the visibility that a person's may carry.
    fn entry(&self, kind: Kind, entry: &str, lang: Lang) -> String {
        let (key, visibility) = entry.split_once(':').unwrap_or((entry, ""));
        let name = self.of(kind, key, lang);
        match (Visibility::from_word(visibility), lang) {
            (None, _) => name,
            (Some(visibility), Lang::Zh) => format!("{name}（{}）", visibility.called(lang)),
            (Some(visibility), Lang::En) => format!("{name} ({})", visibility.called(lang)),
        }
    }
}

/// The place of a field in its kind.
fn place(kind: Kind, name: &str) -> Option<usize> {
    kind.fields().iter().position(|field| field.name == name)
}

fn words(value: &Value) -> Option<&str> {
    if let Value::Words(words) = value { Some(words) } else { None }
}

/// A record's name or title, where it has one.
fn name(record: &Record) -> Option<Text> {
    let first = place(record.kind, "name_zh").or_else(|| place(record.kind, "title_zh"))?;
    let wording = |place: usize| record.values.get(place).and_then(words).unwrap_or_default();
    Some(Text::from_wordings(wording(first), wording(first + 1), None)).filter(|name| !name.is_empty())
}

fn held(values: &[Value]) -> Held {
    let at = |name: &str| place(Kind::Occurrence, name).and_then(|place| values.get(place));
    Held {
        session: at("session").and_then(words).unwrap_or_default().into(),
        when: when(at("start"), at("end")),
    }
}

fn when(start: Option<&Value>, end: Option<&Value>) -> Option<Span> {
    match (start, end) {
        (Some(Value::Instant(start)), Some(Value::Instant(end))) => Span::new(*start, *end),
        _ => None,
    }
}

/// What people call a value of a list of choices.
fn choice(kind: Kind, field: &str, word: &str, lang: Lang) -> Option<&'static str> {
    fn called<T: Choice>(word: &str, lang: Lang) -> Option<&'static str> {
        T::from_word(word).map(|choice| choice.called(lang))
    }
    match (kind, field) {
        (Kind::Activity, "kind") => called::<ActivityKind>(word, lang),
        (Kind::Part, "kind") => called::<PartKind>(word, lang),
        (Kind::Session, "kind") => called::<SessionKind>(word, lang),
        (_, "datum") => called::<Datum>(word, lang),
        (_, "use") => called::<RoomUse>(word, lang),
        (_, "state") => called::<State>(word, lang),
        (_, "hedge") => called::<Hedge>(word, lang),
        (_, "computed_by") => called::<Measure>(word, lang),
        (_, "stage") => called::<Stage>(word, lang),
        (_, field) if field.ends_with("origin") => called::<Provenance>(word, lang),
        (_, field) if field.ends_with("_stale") => called::<Lang>(word, lang),
        _ => None,
    }
}

/// `2021年6月21日`, `21 June 2021`.
fn date(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => format!("{} {} {}", day.day(), month(day.month()), day.year()),
    }
}

/// A value that says itself.
fn raw(value: &Value, lang: Lang) -> String {
    match (value, lang) {
        (Value::Nothing, Lang::Zh) => "无".into(),
        (Value::Nothing, Lang::En) => "nothing".into(),
        (Value::Words(words), _) => quoted(words, lang),
        (Value::Number(number), _) => number.to_string(),
        (Value::Decimal(number), _) => number.to_string(),
        (Value::Flag(true), Lang::Zh) => "是".into(),
        (Value::Flag(true), Lang::En) => "yes".into(),
        (Value::Flag(false), Lang::Zh) => "否".into(),
        (Value::Flag(false), Lang::En) => "no".into(),
        (Value::Instant(instant), _) => instant.to_string(),
        (Value::List(list), _) => listed(list.iter().map(|words| quoted(words, lang)), lang),
    }
}

fn listed(entries: impl Iterator<Item = String>, lang: Lang) -> String {
    let entries: Vec<String> = entries.collect();
    match lang {
        Lang::Zh => entries.concat(),
        Lang::En => entries.join(", "),
    }
}

/// In quotation marks, on one line, and no longer than a sentence bears.
fn quoted(words: &str, lang: Lang) -> String {
    const LONGEST: usize = 80;
    let mut line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(cut);
        line.push('…');
    }
    match lang {
        Lang::Zh => format!("「{line}」"),
        Lang::En => format!("“{line}”"),
    }
}

#[cfg(test)]
mod tests;
