//! From TOML to a ledger, key by key.

use std::collections::BTreeMap;

use festoon_claims::{
    Announced, Change, Clock, Currency, Date, Earlier, Figure, Hedge, HedgeRule, HedgeRules, Kind, Ledger,
    Number, Secrecy, Side, Stage, Unit, Value, Week, Width, Words,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use toml::de::DeValue;

use super::doubt::Doubt;
use super::faults;
use crate::said::{MOST_MISTAKES, Mistakes, Said, TomlText};
use crate::{NamedFile, Refusal, Right};

const NUMBER: (&str, &str) = (
    "不带千分位的整数，或引号中的小数、分数，如 156、\"0.558\"、\"2/3\"",
    "a whole number without grouping, or a decimal or fraction in quotation marks, such as 156, \"0.558\", \"2/3\"",
);
const DAY: (&str, &str) = ("存在的日期，如 2021-06-10", "a day that exists, such as 2021-06-10");

pub(super) fn read(file: &NamedFile) -> Result<Ledger, Vec<Refusal>> {
    let text = TomlText::of(file).map_err(|refusal| vec![refusal])?;
    let table = text.table().map_err(|refusal| vec![refusal])?;
    let mistakes = Mistakes::of(&text);
    let (mut places, mut doubt) = (BTreeMap::new(), Doubt::default());
    let ledger = ledger(Said::of(table.get_ref(), 0, "figures.toml", &mistakes), &mut places, &mut doubt);
    let mut refusals = mistakes.refusals();
    let faults = ledger.faults();
    refusals.extend(faults.iter().filter(|fault| doubt.leaves(fault)).map(|fault| {
        let of_key = faults::figure(fault).zip(faults::key(fault));
        let line = of_key.and_then(|(id, key)| places.get(&format!("{id} {key}")));
        let at =
            line.or_else(|| faults::figure(fault).or(faults::hedge(fault)).and_then(|id| places.get(id)));
        text.refusal(at.copied().unwrap_or(0), faults::sentence(fault))
    }));
    refusals.sort_by(|one, other| one.spot.cmp(&other.spot));
    refusals.truncate(MOST_MISTAKES);
    if refusals.is_empty() { Ok(ledger) } else { Err(refusals) }
}

/// `places` is filled with where each figure and each hedge rule stands, by its id or word; of a repeated id, where it stands last.
fn ledger(said: Said<'_>, places: &mut BTreeMap<String, usize>, doubt: &mut Doubt) -> Ledger {
    let mut ledger = Ledger::new(Vec::new());
    if !said.has("version") {
        said.lacks("version = 1");
    }
    let one = |value: &DeValue<'_>| digits(value).filter(|digits| *digits == "1").map(drop);
    let _noted: Option<()> = said.read("version", "1，目前只有这一版", "1, the only version there is", one);
    ledger.currency = currency(&said, "currency").unwrap_or(Currency::CNY);
    let zone = said.read(
        "time_zone",
        "IANA 时区名，如 \"Asia/Shanghai\"",
        "an IANA name, such as \"Asia/Shanghai\"",
        |value| value.as_str().filter(|name| TimeZone::get(name).is_ok()).map(str::to_owned),
    );
    ledger.time_zone = zone.unwrap_or_else(|| "Asia/Shanghai".to_owned());
    if let Some(hedges) = said.table("hedges", "[hedges]") {
        ledger.hedges = rules(hedges, places);
    }
    for (code, rate) in said.named("rates", "[rates]") {
        let currency = Currency::parse(&code);
        if currency.is_none() {
            rate.wrong(Right::new(
                format!("「{code}」不是 ISO 4217 币种代码。应如 USD；人民币是 CNY。"),
                format!("“{code}” is not an ISO 4217 code. Write it as USD; the yuan is CNY."),
            ));
        }
        let value = number(&rate, "value");
        if !rate.has("value") {
            rate.lacks("value");
        }
        let _told_only: Option<Date> = day(&rate, "as_of");
        rate.finish();
        if let (Some(currency), Some(value)) = (currency, value) {
            ledger.rates.insert(currency, value);
        }
    }
    for week in said.tables("week", "[[week]]") {
        let id = week.must("id").unwrap_or_default();
        let names = names(&week);
        // Whether a week is invented is for people; the engine treats all alike.
        let _invented = week.flag("invented");
        week.finish();
        ledger.weeks.push(Week { id, names });
    }
    for (key, values) in said.named("scope", "[scope]") {
        let words = values.inner("[scope]").into_iter().map(|(value, said)| {
            let words = names(&said);
            said.finish();
            (value, words)
        });
        ledger.scopes.insert(key, words.collect());
    }
    doubt.head = said.mistakes.count() > 0;
    for entry in said.tables("figure", "[[figure]]") {
        let (offset, before) = (entry.offset, said.mistakes.count());
        let announced = entry.offset_of("announced");
        let figure = figure(entry, doubt);
        doubt.figures |= said.mistakes.count() > before;
        let Some(figure) = figure else { continue };
        places.insert(format!("{} announced", figure.id), announced);
        places.insert(figure.id.clone(), offset);
        ledger.figures.push(figure);
    }
    if !said.has("figure") {
        said.lacks("[[figure]]");
    }
    said.finish();
    ledger
}

fn rules(said: Said<'_>, places: &mut BTreeMap<String, usize>) -> HedgeRules {
    let mut rules = HedgeRules::default();
    for hedge in Hedge::ALL {
        let Some(rule) = said.table(hedge.word(), "[hedges]") else { continue };
        places.insert(hedge.word().to_owned(), rule.offset);
        let sides = [
            ("below", Side::Below),
            ("above", Side::Above),
            ("either", Side::Either),
            ("above-or-equal", Side::AboveOrEqual),
            ("below-or-equal", Side::BelowOrEqual),
        ];
        for key in ["side", "within"] {
            if !rule.has(key) {
                rule.lacks(key);
            }
        }
        let usual = rules.of(hedge);
        let side = rule.choice_or("side", &sides, usual.side);
        let width = |value: &DeValue<'_>| match value.as_str() {
            Some("place") => Some(Width::Place),
            _ => decimal(value).map(Width::Share),
        };
        let within = rule.read(
            "within",
            "引号中的比例，如 \"0.05\"，或 \"place\"",
            "a share in quotation marks, such as \"0.05\", or \"place\"",
            width,
        );
        rule.finish();
        rules = rules.with(hedge, HedgeRule { side, within: within.unwrap_or(usual.within) });
    }
    said.finish();
    rules
}

fn figure(said: Said<'_>, doubt: &mut Doubt) -> Option<Figure> {
    let before = said.mistakes.count();
    let id = said.must("id");
    if !said.has("kind") {
        said.lacks("kind");
    }
    let kinds: Vec<(&str, Option<Kind>)> =
        Kind::ALL.into_iter().map(|kind| (kind.word(), Some(kind))).collect();
    let kind = said.choice_or("kind", &kinds, None);
    let value = value(&said, kind);
    let names = names(&said);
    let stages: Vec<(&str, Option<Stage>)> =
        Stage::ALL.into_iter().map(|stage| (stage.word(), Some(stage))).collect();
    let directions = [("up", Some(Change::Up)), ("down", Some(Change::Down))];
    let units: Vec<&str> = Unit::ALL.iter().map(|unit| unit.word()).collect();
    let (zh, en) = (format!("{} 中的一个", units.join("、")), format!("one of {}", units.join(", ")));
    let unit = said.read("unit", &zh, &en, |value| value.as_str().and_then(Unit::parse));
    let figure = Figure {
        id: id.clone().unwrap_or_default(),
        zh: names.zh,
        en: names.en,
        kind: kind.unwrap_or(Kind::Number),
        value: value.unwrap_or(Value::Number(Number::ZERO)),
        unit,
        currency: currency(&said, "currency"),
        rate: number(&said, "rate"),
        stage: said.choice_or("stage", &stages, None),
        scope: said.pairs("scope").into_iter().collect(),
        as_of: day(&said, "as_of"),
        earlier: earlier(&said, kind),
        direction: said.choice_or("direction", &directions, None),
        tolerance: number(&said, "tolerance").unwrap_or(Number::ZERO),
        hedges: hedges(&said),
        announced: announced(&said),
        secrecy: said.choice_or("secrecy", &[("internal", Secrecy::Internal)], Secrecy::Public),
        embargoed_until: instant(&said, "embargoed_until"),
        sum_of: parts(&said, id.as_deref()),
    };
    let unread = [
        ("unit", figure.unit.is_none()),
        ("currency", figure.currency.is_none()),
        ("zh", figure.zh.is_empty()),
        ("en", figure.en.is_empty()),
    ];
    let unread = unread.into_iter().filter(|(key, is_missing)| *is_missing && said.has(key));
    let unread = unread.map(|(key, _)| key).collect();
    let mistakes = said.mistakes;
    said.finish();
    if mistakes.count() > before {
        doubt.half_read(id.as_deref(), unread);
    }
    (id.is_some() && kind.is_some() && value.is_some()).then_some(figure)
}

/// `value`, or `low` and `high`; what is not of the kind is told at its place.
fn value(said: &Said<'_>, kind: Option<Kind>) -> Option<Value> {
    if said.has("low") || said.has("high") {
        let (low, high) = (number(said, "low"), number(said, "high"));
        if said.has("value") || !said.has("low") || !said.has("high") {
            said.wrong(Right::new(
                "[[figure]]要么写 value，要么 low 和 high 都写。",
                "[[figure]] has either value, or both low and high.",
            ));
        }
        return low.zip(high).map(|(low, high)| Value::Range(low, high));
    }
    if !said.has("value") {
        said.lacks("value");
    }
    // Without a kind there is nothing to hold the value against, and the kind was told.
    let kind = kind?;
    let (zh, en) = match kind {
        Kind::Date => DAY,
        Kind::Period => {
            ("起止日期，如 \"2021-06-21/2021-06-25\"", "two days, such as \"2021-06-21/2021-06-25\"")
        }
        Kind::Time => (
            "时刻或起止时刻，如 \"09:30\"、\"09:00/11:30\"",
            "a time or two, such as \"09:30\" or \"09:00/11:30\"",
        ),
        _ => NUMBER,
    };
    said.read("value", zh, en, |value| of_kind(kind, value))
}

fn of_kind(kind: Kind, value: &DeValue<'_>) -> Option<Value> {
    let pair = |read: &dyn Fn(&str) -> Option<Value>| value.as_str().and_then(read);
    match kind {
        Kind::Date => date(value).map(Value::Date),
        Kind::Period => pair(&|words| {
            let (from, to) = words.split_once('/')?;
            Some(Value::Period(Date::parse(from)?, Date::parse(to)?))
        }),
        Kind::Time => pair(&|words| match words.split_once('/') {
            Some((from, to)) => Some(Value::Hours(clock(from)?, clock(to)?)),
            None => clock(words).map(Value::Time),
        }),
        _ => decimal(value).map(Value::Number),
    }
}

fn earlier(said: &Said<'_>, kind: Option<Kind>) -> Vec<Earlier> {
    let (zh, en) = ("若干 { as_of = 日期, value = 数值 }", "a list of { as_of = day, value = … }");
    said.each("earlier", zh, en, |entry| {
        let table = entry.as_table()?;
        let known = table.keys().all(|key| matches!(key.get_ref().as_ref(), "as_of" | "value"));
        let as_of = date(table.get("as_of")?.get_ref())?;
        let value = of_kind(kind.unwrap_or(Kind::Number), table.get("value")?.get_ref())?;
        known.then_some(Earlier { as_of, value })
    })
}

fn hedges(said: &Said<'_>) -> Option<Vec<Hedge>> {
    if !said.has("hedges") {
        return None;
    }
    let words = Hedge::ALL.map(Hedge::word);
    let (zh, en) =
        (format!("[ ] 中的一个或几个词：{}", words.join("、")), format!("a list of {}", words.join(", ")));
    let hedge =
        |value: &DeValue<'_>| Hedge::ALL.into_iter().find(|hedge| value.as_str() == Some(hedge.word()));
    Some(said.each("hedges", &zh, &en, hedge))
}

fn announced(said: &Said<'_>) -> Announced {
    let Some(table) = said.table("announced", "announced") else { return Announced::default() };
    let announced = Announced { zh: table.text("zh"), en: table.text("en") };
    table.finish();
    announced
}

/// A blank is no name: every text would hold it.
fn names(said: &Said<'_>) -> Words {
    let named = |key| said.words(key).into_iter().filter(|name| !name.is_empty()).collect();
    Words { zh: named("zh"), en: named("en") }
}

fn parts(said: &Said<'_>, id: Option<&str>) -> Vec<String> {
    let parts = said.words("sum_of");
    if let Some(id) = id.filter(|id| parts.iter().any(|part| part == id)) {
        said.wrong(Right::new(
            format!("「{id}」不能是自己的分项。请从 sum_of 中删去。"),
            format!("“{id}” cannot be a part of itself. Take it out of sum_of."),
        ));
    }
    parts
}

fn currency(said: &Said<'_>, key: &'static str) -> Option<Currency> {
    let (zh, en) = (
        "ISO 4217 币种代码，如 \"CNY\"（人民币不写 RMB）",
        "an ISO 4217 code, such as \"CNY\" (the yuan is not RMB)",
    );
    said.read(key, zh, en, |value| value.as_str().and_then(Currency::parse))
}

fn number(said: &Said<'_>, key: &'static str) -> Option<Number> {
    said.read(key, NUMBER.0, NUMBER.1, decimal)
}

fn day(said: &Said<'_>, key: &'static str) -> Option<Date> {
    said.read(key, DAY.0, DAY.1, date)
}

fn instant(said: &Said<'_>, key: &'static str) -> Option<Timestamp> {
    let (zh, en) = (
        "带时差的时刻，如 2022-06-30T10:00:00+08:00",
        "an instant with its offset, such as 2022-06-30T10:00:00+08:00",
    );
    said.read(key, zh, en, |value| match value {
        DeValue::Datetime(moment) => moment.to_string().parse().ok(),
        other => other.as_str()?.parse().ok(),
    })
}

fn digits<'a>(value: &'a DeValue<'_>) -> Option<&'a str> {
    match value {
        DeValue::Integer(whole) if whole.radix() == 10 => Some(whole.as_str()),
        _ => None,
    }
}

fn decimal(value: &DeValue<'_>) -> Option<Number> {
    Number::parse(digits(value).or_else(|| value.as_str())?)
}

/// A whole day with its year.
fn date(value: &DeValue<'_>) -> Option<Date> {
    let day = match value {
        DeValue::Datetime(moment) => Date::parse(&moment.to_string()),
        other => Date::parse(other.as_str()?),
    };
    day.filter(|day| day.year.is_some() && day.day.is_some())
}

fn clock(words: &str) -> Option<Clock> {
    let (hour, minute) = words.split_once(':')?;
    Clock::new(hour.parse().ok()?, minute.parse().ok()?)
}
