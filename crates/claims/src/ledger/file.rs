//! Reading a `figures.toml` into a ledger. Every entry that cannot be read is told by its place, and what would be right.

use super::{HedgeRule, HedgeRules, Ledger, Side, Week, Width, Words};
use crate::calendar::{Clock, Date};
use crate::claim::{Change, Hedge, Kind, Stage, Value};
use crate::figure::{Announced, Earlier, Figure, Secrecy};
use crate::number::Number;
use crate::unit::{Currency, Unit};
use std::collections::BTreeMap;
use toml::{Table, Value as Entry};

/// An entry of the file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {what}")]
pub struct Unreadable {
    /// `figure ch-visits: value`, or the line and column of a text that is no TOML.
    pub at: String,
    /// What would be right.
    pub what: String,
}

impl Ledger {
    /// Reads the text of a `figures.toml`.
    ///
    /// # Errors
    /// Every entry that cannot be read; contradictions among readable ones are told by [`Ledger::faults`].
    pub fn parse(text: &str) -> Result<Self, Vec<Unreadable>> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            vec![Unreadable { at: "the file".to_owned(), what: error.to_string() }]
        })?;
        let mut desk = Desk { unreadable: Vec::new() };
        let ledger = desk.ledger(&table);
        if desk.unreadable.is_empty() { Ok(ledger) } else { Err(desk.unreadable) }
    }
}

/// Where what cannot be read is collected.
struct Desk {
    unreadable: Vec<Unreadable>,
}

impl Desk {
    fn tell(&mut self, at: &str, what: &str) {
        self.unreadable.push(Unreadable { at: at.to_owned(), what: what.to_owned() });
    }

    fn ledger(&mut self, table: &Table) -> Ledger {
        let mut ledger = Ledger::new(Vec::new());
        if table.get("version").and_then(Entry::as_integer) != Some(1) {
            self.tell("version", "1 is the only version there is");
        }
        if let Some(currency) = self.word(table, "", "currency", Currency::parse, "an ISO 4217 code") {
            ledger.currency = currency;
        }
        if let Some(zone) = table.get("time_zone").and_then(Entry::as_str) {
            zone.clone_into(&mut ledger.time_zone);
        }
        ledger.hedges = self.hedges(table);
        for (code, entry) in tables(table, "rates") {
            let rate = self.number(entry, &format!("rates.{code}"), "value");
            match (Currency::parse(code), rate) {
                (Some(currency), Some(rate)) => drop(ledger.rates.insert(currency, rate)),
                _ => self.tell(&format!("rates.{code}"), "an ISO 4217 code with a value"),
            }
        }
        for week in array(table, "week") {
            let id = string(week, "id").unwrap_or_default();
            ledger.weeks.push(Week { id, names: words(week) });
        }
        for (key, values) in tables(table, "scope") {
            let values = values.iter().filter_map(|(value, entry)| Some((value, entry.as_table()?)));
            let values = values.map(|(value, entry)| (value.clone(), words(entry))).collect();
            ledger.scopes.insert(key.clone(), values);
        }
        ledger.figures = array(table, "figure").filter_map(|entry| self.figure(entry)).collect();
        ledger
    }

    fn hedges(&mut self, table: &Table) -> HedgeRules {
        let mut rules = HedgeRules::default();
        for (word, entry) in tables(table, "hedges") {
            let at = format!("hedges.{word}");
            let hedge = Hedge::ALL.into_iter().find(|hedge| hedge.word() == word);
            let side =
                self.word(entry, &at, "side", side, "below, above, either, above-or-equal or below-or-equal");
            let within = if entry.get("within").and_then(Entry::as_str) == Some("place") {
                Some(Width::Place)
            } else {
                self.number(entry, &at, "within").map(Width::Share)
            };
            match (hedge, side, within) {
                (Some(hedge), Some(side), Some(within)) => {
                    rules = rules.with(hedge, HedgeRule { side, within });
                }
                (None, ..) => self.tell(&at, "nearly, over, more, about, at-least, at-most or under"),
                _ => self.tell(&at, "a side, and within: a share or “place”"),
            }
        }
        rules
    }

    fn figure(&mut self, entry: &Table) -> Option<Figure> {
        let Some(id) = string(entry, "id") else {
            self.tell("a figure", "an id");
            return None;
        };
        let at = format!("figure {id}");
        let kind = self.word(
            entry,
            &at,
            "kind",
            kind,
            "count, money, share, points, factor, ordinal, edition, date, period, year, time or number",
        );
        let Some(kind) = kind else {
            self.tell(&format!("{at}: kind"), "every figure has one");
            return None;
        };
        let value = match (entry.get("low"), entry.get("high")) {
            (Some(low), Some(high)) => plain(low).zip(plain(high)).map(|(low, high)| Value::Range(low, high)),
            _ => entry.get("value").and_then(|value| of_kind(kind, value)),
        };
        let Some(value) = value else {
            self.tell(
                &format!("{at}: value"),
                "digits without grouping, or both low and high; days as 2021-06-10",
            );
            return None;
        };
        let mut figure = Figure::new(&id, kind, value);
        let names = words(entry);
        (figure.zh, figure.en) = (names.zh, names.en);
        figure.unit = self.word(entry, &at, "unit", Unit::parse, "a unit of the closed list");
        figure.currency = self.word(entry, &at, "currency", Currency::parse, "an ISO 4217 code");
        figure.rate = self.number(entry, &at, "rate");
        figure.stage = self.word(
            entry,
            &at,
            "stage",
            stage,
            "lead, intent, to-be-signed, signed, landed, started or producing",
        );
        figure.scope = scope(entry);
        figure.as_of = entry.get("as_of").and_then(day);
        figure.earlier = self.earlier(entry, &at, kind);
        figure.direction = self.word(entry, &at, "direction", direction, "up or down");
        figure.tolerance = self.number(entry, &at, "tolerance").unwrap_or(Number::ZERO);
        figure.hedges = self.honest(entry, &at);
        if let Some(announced) = entry.get("announced").and_then(Entry::as_table) {
            figure.announced = Announced { zh: string(announced, "zh"), en: string(announced, "en") };
        }
        if entry.get("secrecy").is_some_and(|secrecy| secrecy.as_str() != Some("internal")) {
            self.tell(&format!("{at}: secrecy"), "“internal”, or nothing for public");
        }
        figure.secrecy = if entry.contains_key("secrecy") { Secrecy::Internal } else { Secrecy::Public };
        figure.embargoed_until = self.embargo(entry, &at);
        figure.sum_of = strings(entry, "sum_of");
        Some(figure)
    }

    fn earlier(&mut self, entry: &Table, at: &str, kind: Kind) -> Vec<Earlier> {
        let mut earlier = Vec::new();
        for before in array(entry, "earlier") {
            let value = before.get("value").and_then(|value| of_kind(kind, value));
            match before.get("as_of").and_then(day).zip(value) {
                Some((as_of, value)) => earlier.push(Earlier { as_of, value }),
                None => self.tell(&format!("{at}: earlier"), "as_of and value"),
            }
        }
        earlier
    }

    fn honest(&mut self, entry: &Table, at: &str) -> Option<Vec<Hedge>> {
        entry.get("hedges")?;
        let mut hedges = Vec::new();
        for word in strings(entry, "hedges") {
            match Hedge::ALL.into_iter().find(|hedge| hedge.word() == word) {
                Some(hedge) => hedges.push(hedge),
                None => self
                    .tell(&format!("{at}: hedges"), "nearly, over, more, about, at-least, at-most or under"),
            }
        }
        Some(hedges)
    }

    fn embargo(&mut self, entry: &Table, at: &str) -> Option<jiff::Timestamp> {
        let until = entry.get("embargoed_until")?;
        let written =
            until.as_datetime().map(ToString::to_string).or_else(|| until.as_str().map(str::to_owned));
        let parsed = written.and_then(|written| written.parse().ok());
        if parsed.is_none() {
            self.tell(
                &format!("{at}: embargoed_until"),
                "an instant with its offset, as 2022-06-30T10:00:00+08:00",
            );
        }
        parsed
    }

    fn number(&mut self, table: &Table, at: &str, key: &str) -> Option<Number> {
        let entry = table.get(key)?;
        let number = plain(entry);
        if number.is_none() {
            self.tell(&format!("{at}: {key}"), "an integer, or a text of digits as \"0.558\" or \"2/3\"");
        }
        number
    }

    fn word<T>(
        &mut self,
        table: &Table,
        at: &str,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
        right: &str,
    ) -> Option<T> {
        let entry = table.get(key)?;
        let read = entry.as_str().and_then(read);
        if read.is_none() {
            self.tell(&format!("{at}: {key}"), right);
        }
        read
    }
}

fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = (&'a String, &'a Table)> {
    let inner = table.get(key).and_then(Entry::as_table).into_iter().flatten();
    inner.filter_map(|(key, entry)| Some((key, entry.as_table()?)))
}

fn array<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(Entry::as_array).into_iter().flatten().filter_map(Entry::as_table)
}

fn string(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Entry::as_str).map(str::to_owned)
}

fn strings(table: &Table, key: &str) -> Vec<String> {
    let entries = table.get(key).and_then(Entry::as_array).into_iter().flatten();
    entries.filter_map(Entry::as_str).map(str::to_owned).collect()
}

fn words(table: &Table) -> Words {
    Words { zh: strings(table, "zh"), en: strings(table, "en") }
}

fn scope(table: &Table) -> BTreeMap<String, String> {
    let entries = table.get("scope").and_then(Entry::as_table).into_iter().flatten();
    entries.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect()
}

fn plain(entry: &Entry) -> Option<Number> {
    match entry {
        Entry::Integer(value) => Number::scaled(i128::from(*value), 0),
        Entry::String(text) => Number::parse(text),
        _ => None,
    }
}

fn day(entry: &Entry) -> Option<Date> {
    match entry {
        Entry::String(text) => Date::parse(text),
        Entry::Datetime(moment) => Date::parse(&moment.to_string()),
        _ => None,
    }
}

fn of_kind(kind: Kind, entry: &Entry) -> Option<Value> {
    match kind {
        Kind::Date => day(entry).map(Value::Date),
        Kind::Period => {
            let (from, to) = entry.as_str()?.split_once('/')?;
            Date::parse(from).zip(Date::parse(to)).map(|(from, to)| Value::Period(from, to))
        }
        Kind::Time => match entry.as_str()?.split_once('/') {
            Some((from, to)) => clock(from).zip(clock(to)).map(|(from, to)| Value::Hours(from, to)),
            None => clock(entry.as_str()?).map(Value::Time),
        },
        _ => plain(entry).map(Value::Number),
    }
}

fn clock(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once(':')?;
    Clock::new(hour.parse().ok()?, minute.parse().ok()?)
}

fn side(word: &str) -> Option<Side> {
    Some(match word {
        "below" => Side::Below,
        "above" => Side::Above,
        "either" => Side::Either,
        "above-or-equal" => Side::AboveOrEqual,
        "below-or-equal" => Side::BelowOrEqual,
        _ => return None,
    })
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "count" => Kind::Count,
        "money" => Kind::Money,
        "share" => Kind::Share,
        "points" => Kind::Points,
        "factor" => Kind::Factor,
        "ordinal" => Kind::Ordinal,
        "edition" => Kind::Edition,
        "date" => Kind::Date,
        "period" => Kind::Period,
        "year" => Kind::Year,
        "time" => Kind::Time,
        "number" => Kind::Number,
        _ => return None,
    })
}

fn stage(word: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage.word() == word)
}

fn direction(word: &str) -> Option<Change> {
    match word {
        "up" => Some(Change::Up),
        "down" => Some(Change::Down),
        _ => None,
    }
}
