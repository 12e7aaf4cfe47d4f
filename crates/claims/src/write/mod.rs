//! From figures to words: exact, rounded with enough digits to stand alone, or rounded with a hedge that is true.
//!
//! Whatever is written is held against the figure before it is given out, so no hedge is ever false.

pub(crate) mod characters;
mod number;
mod style;
mod template;

pub(crate) use style::{Wrong, in_style_of};
pub use template::{Broken, Change as SlotChange, Rendered, Slot, Template, Untold};

use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Kind, Value};
use crate::figure::Figure;
use crate::find::find;
use crate::ledger::HedgeRules;
use crate::lint::Language;
use crate::lint::verdicts::direction;
use crate::lint::verdicts::judge::{self, Standing};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// How much of a number is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// All of it.
    Exact,
    /// Three significant digits, which may stand without a hedge.
    Rounded,
    /// One or two digits, and the hedge that is true of them.
    Hedged,
    /// As it was given out, while that is true; else hedged.
    AsAnnounced,
}

/// Words for a figure, and what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// 近500亿元, “nearly 50 billion yuan”
    pub text: String,
    /// What was done to the number.
    pub rounding: Rounding,
    /// The number that is told, when it is one.
    pub told: Option<Number>,
    /// The hedge before or behind it.
    pub hedge: Option<Hedge>,
}

/// Words for a value of a figure; nothing when no true words of that sort can be found.
#[must_use]
pub fn wording(
    figure: &Figure,
    value: Value,
    language: Language,
    rounding: Rounding,
    rules: &HedgeRules,
) -> Option<Wording> {
    let plain = |rounding| Wording {
        text: exact(Some(figure), value, language),
        rounding,
        told: value.number(),
        hedge: None,
    };
    match rounding {
        Rounding::AsAnnounced => announced(figure, value, language, rules)
            .or_else(|| wording(figure, value, language, Rounding::Hedged, rules)),
        Rounding::Exact => Some(plain(Rounding::Exact)),
        Rounding::Rounded => Some(rounded(figure, value, language).unwrap_or_else(|| plain(Rounding::Exact))),
        Rounding::Hedged => {
            Some(hedged(figure, value, language, rules).unwrap_or_else(|| plain(Rounding::Exact)))
        }
    }
}

/// The wording in which the figure was given out, while it is true.
fn announced(figure: &Figure, value: Value, language: Language, rules: &HedgeRules) -> Option<Wording> {
    let text = match language {
        Language::Zh => figure.announced.zh.as_ref(),
        Language::En => figure.announced.en.as_ref(),
    }?;
    let claim = stated(text, figure, value, rules)?;
    Some(Wording {
        text: text.clone(),
        rounding: Rounding::AsAnnounced,
        told: claim.value.number(),
        hedge: claim.hedge,
    })
}

/// The one claim of a wording, where it is true of a value of the figure.
fn stated(wording: &str, figure: &Figure, value: Value, rules: &HedgeRules) -> Option<Claim> {
    let claims = find(wording);
    let [claim] = &claims[..] else { return None };
    // “620 million yuan” is no wording of 620 million dollars.
    if figure.currency.is_some_and(|own| claim.currency.is_some_and(|said| said != own)) {
        return None;
    }
    let own = Claim { kind: figure.kind, ..claim.clone() };
    (judge::stands(&own, figure, value, rules) == Standing::Right).then_some(own)
}

/// Whether a wording is true of a value of the figure.
pub(crate) fn states(wording: &str, figure: &Figure, value: Value, rules: &HedgeRules) -> bool {
    stated(wording, figure, value, rules).is_some()
}

fn rounded(figure: &Figure, value: Value, language: Language) -> Option<Wording> {
    let Value::Number(truth) = value else { return None };
    let counted = matches!(figure.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Factor);
    let step = Number::scaled(1, truth.magnitude()? - 2)?;
    let told =
        truth.rounded_to(step).filter(|told| counted && *told != truth && truth > Number::whole(1000))?;
    // A zero at the end would not be seen as stated: 17.0万 is 17万.
    let stated = told.over(step)?.over(Number::whole(10)).is_some_and(|tenth| !tenth.is_whole());
    let text = exact(Some(figure), Value::Number(told), language);
    stated.then_some(Wording { text, rounding: Rounding::Rounded, told: Some(told), hedge: None })
}

/// The roundest number near the truth with a hedge that is true of all of it.
fn hedged(figure: &Figure, value: Value, language: Language, rules: &HedgeRules) -> Option<Wording> {
    let (low, high) = value.ends()?;
    if !matches!(figure.kind, Kind::Count | Kind::Money | Kind::Share)
        || low <= Number::ZERO
        || low == high && low < Number::whole(20) && figure.kind == Kind::Count
    {
        return None;
    }
    let magnitude = high.magnitude()?;
    let steps = [magnitude, magnitude - 1].map(|power| Number::scaled(1, power));
    let [Some(one), Some(two)] = steps else { return None };
    if low == high && low.down_to(two) == Some(low) {
        // 48 and 5.2万 are round already: 近49 would say less in more words.
        return None;
    }
    let two = if figure.kind == Kind::Count && two < Number::ONE { one } else { two };
    let up = |step: Number| Some(high.down_to(step)?.plus(step)?).filter(|up| high < *up);
    let more = match language {
        Language::Zh => Hedge::More,
        Language::En => Hedge::Over,
    };
    // A quotient of large numbers may be beyond what is calculated with; a product is not.
    let near = |told: Number| {
        let allowed = Number::fraction(2, 100).and_then(|share| told.times(share));
        told.minus(low).zip(allowed).is_some_and(|(apart, allowed)| apart <= allowed)
    };
    let choices = [
        up(one).filter(|told| near(*told)).map(|told| (Hedge::Nearly, told)),
        low.down_to(two).filter(|told| *told < low).map(|told| (more, told)),
        up(two).map(|told| (Hedge::Nearly, told)),
        up(one).map(|told| (Hedge::Nearly, told)),
        low.down_to(one).filter(|told| *told < low).map(|told| (Hedge::Over, told)),
        high.rounded_to(two).map(|told| (Hedge::About, told)),
    ];
    choices.into_iter().flatten().find_map(|(hedge, told)| {
        let honest = figure.hedges.as_ref().is_none_or(|hedges| hedges.contains(&hedge));
        let step = step_of(told)?;
        let holds = |truth| judge::holds(hedge, told, truth, step, rules);
        let share_in_range = figure.kind != Kind::Share || told < Number::ONE;
        (honest && share_in_range && told > Number::ZERO && holds(low) && holds(high)).then(|| Wording {
            text: bent(figure, told, hedge, language),
            rounding: Rounding::Hedged,
            told: Some(told),
            hedge: Some(hedge),
        })
    })
}

/// One step of the last digit that is not zero.
fn step_of(told: Number) -> Option<Number> {
    (-9..=17).rev().find_map(|power| {
        let step = Number::scaled(1, power)?;
        told.over(step)?.is_whole().then_some(step)
    })
}

/// A number with its hedge: 近500亿元, 150余个, “more than 150 projects”.
fn bent(figure: &Figure, told: Number, hedge: Hedge, language: Language) -> String {
    let value = Value::Number(told);
    let plain = exact(Some(figure), value, language);
    match language {
        Language::En => {
            let word = match hedge {
                Hedge::Nearly => "nearly",
                Hedge::Over | Hedge::More => "more than",
                Hedge::About => "about",
                Hedge::AtLeast => "at least",
                Hedge::AtMost => "up to",
                Hedge::Under => "under",
            };
            format!("{word} {plain}")
        }
        Language::Zh => {
            let word = match hedge {
                Hedge::Nearly => "近",
                Hedge::Over => "超",
                Hedge::About => "约",
                Hedge::AtLeast => "至少",
                Hedge::AtMost => "至多",
                Hedge::Under => "不足",
                Hedge::More if figure.kind == Kind::Share => "超",
                Hedge::More => {
                    return number::with_more(told, &behind_zh(figure.kind, figure.unit, figure.currency));
                }
            };
            format!("{word}{plain}")
        }
    }
}

/// All of a value, in words that read back as it.
#[must_use]
pub fn exact(figure: Option<&Figure>, value: Value, language: Language) -> String {
    match figure {
        Some(figure) => as_counted(figure, said(figure.kind, value, figure.unit, figure.currency, language)),
        None => value.to_string(),
    }
}

/// Countries are told without regions, unless the figure's own names have them.
fn as_counted(figure: &Figure, words: String) -> String {
    let regions = || {
        figure.zh.iter().any(|name| name.contains("地区"))
            || figure.en.iter().any(|name| name.contains("region"))
    };
    if figure.unit == Some(Unit::Country) && !regions() {
        return words.replace("countries and regions", "countries");
    }
    words
}

/// Words for a share or points that say a rise or fall, with the word for it: 增长15.6%, “up 15.6%”; other words as they are.
#[must_use]
pub fn moving(figure: &Figure, words: &str, language: Language) -> String {
    let sized = matches!(figure.kind, Kind::Share | Kind::Points);
    let Some(direction) = figure.direction.filter(|_| sized) else { return words.to_owned() };
    if find(words).iter().any(|claim| claim.change.is_some()) {
        return words.to_owned();
    }
    let plain = direction::plain(direction, language);
    match (language, figure.kind) {
        // Points rise, and do not grow.
        (Language::Zh, Kind::Points) if direction == Change::Up => format!("提高{words}"),
        (Language::Zh, _) => format!("{plain}{words}"),
        (Language::En, _) => format!("{plain} {words}"),
    }
}

/// What a claim states, in words of either language; its hedge and what else stands around it left out.
#[must_use]
pub fn restated(claim: &Claim, language: Language) -> String {
    match (claim.value, claim.unit) {
        (Value::Beyond, _) => match language {
            Language::Zh => "过大的数".to_owned(),
            Language::En => "a number too large".to_owned(),
        },
        // 第四天, “on the fourth floor”: in the words of a table, since any noun may follow.
        (Value::Number(number), _) if claim.kind == Kind::Ordinal => match language {
            Language::Zh => format!("第{number}"),
            Language::En => number::ordinal(number),
        },
        (Value::Number(number), _) if claim.kind == Kind::Number => number.to_string(),
        (value, unit) => said(claim.kind, value, unit, claim.currency, language),
    }
}

/// The digits of a number with their scale, and nothing of what it counts.
pub(crate) fn digits(kind: Kind, number: Number, language: Language) -> String {
    match language {
        Language::Zh => number::scaled_zh(number, kind),
        Language::En => number::scaled_en(number),
    }
}

fn said(
    kind: Kind,
    value: Value,
    unit: Option<Unit>,
    currency: Option<Currency>,
    language: Language,
) -> String {
    match (value, language) {
        (Value::Number(number), Language::Zh) => zh(kind, number, unit, currency),
        (Value::Number(number), Language::En) => en(kind, number, unit, currency),
        (Value::Range(low, high), Language::Zh) => {
            let behind = behind_zh(kind, unit, currency);
            if kind == Kind::Share {
                return format!("{}—{}", percent(low), percent(high));
            }
            format!("{}至{}{behind}", number::plain(low), number::plain(high))
        }
        (Value::Range(low, high), Language::En) => {
            if kind == Kind::Share {
                return format!("between {} and {}", percent(low), percent(high));
            }
            format!(
                "between {} and {}",
                number::grouped(low),
                english(kind, &number::grouped(high), high, unit, currency)
            )
        }
        (Value::Date(date), Language::Zh) => day_zh(date),
        (Value::Date(date), Language::En) => day_en(date),
        (Value::Period(from, to), Language::Zh) => period_zh(from, to),
        (Value::Period(from, to), Language::En) => period_en(from, to),
        (Value::Time(time), _) => time.to_string(),
        (Value::Hours(from, to), Language::Zh) => format!("{from}至{to}"),
        (Value::Hours(from, to), Language::En) => format!("{from} to {to}"),
        (Value::Beyond, _) => "?".to_owned(),
    }
}

fn behind_zh(kind: Kind, unit: Option<Unit>, currency: Option<Currency>) -> String {
    match kind {
        Kind::Money => currency.unwrap_or(Currency::CNY).zh().to_owned(),
        Kind::Points => "个百分点".to_owned(),
        Kind::Factor => "倍".to_owned(),
        Kind::Number => "分".to_owned(),
        _ => unit.map_or("", Unit::zh).to_owned(),
    }
}

fn zh(kind: Kind, number: Number, unit: Option<Unit>, currency: Option<Currency>) -> String {
    match kind {
        Kind::Share => share_zh(number),
        Kind::Edition => number::edition_zh(number),
        Kind::Ordinal => format!("第{number}{}", if unit == Some(Unit::Time) { "次" } else { "位" }),
        Kind::Year => format!("{number}年"),
        Kind::Money | Kind::Count => {
            format!("{}{}", number::scaled_zh(number, kind), behind_zh(kind, unit, currency))
        }
        _ => format!("{number}{}", behind_zh(kind, unit, currency)),
    }
}

fn en(kind: Kind, number: Number, unit: Option<Unit>, currency: Option<Currency>) -> String {
    match kind {
        Kind::Share => share_en(number),
        Kind::Edition => format!("{} edition", number::ordinal(number)),
        Kind::Ordinal => {
            format!("{} {}", number::ordinal(number), if unit == Some(Unit::Time) { "time" } else { "place" })
        }
        Kind::Year => number.to_string(),
        Kind::Points => format!("{number} percentage points"),
        Kind::Factor => format!("{number} times as many"),
        Kind::Number => format!("{number} points"),
        _ => english(kind, &number::scaled_en(number), number, unit, currency),
    }
}

fn english(
    kind: Kind,
    digits: &str,
    number: Number,
    unit: Option<Unit>,
    currency: Option<Currency>,
) -> String {
    if kind == Kind::Money {
        return format!("{digits} {}", currency.unwrap_or(Currency::CNY).en());
    }
    let noun = unit.map_or("", Unit::en);
    let noun = if number == Number::ONE { number::singular(noun) } else { noun.to_owned() };
    format!("{digits} {noun}").trim_end().to_owned()
}

fn percent(number: Number) -> String {
    number.shifted(2).map_or_else(|| number.to_string(), |hundredths| format!("{hundredths}%"))
}

fn share_zh(number: Number) -> String {
    match number.to_string().split_once('/') {
        Some((top, bottom)) => format!("{}分之{}", number::characters(bottom), number::characters(top)),
        None => percent(number),
    }
}

fn share_en(number: Number) -> String {
    match number.to_string().split_once('/') {
        Some((top, bottom)) => {
            number::fraction(top, bottom).unwrap_or_else(|| format!("{top} out of {bottom}"))
        }
        None => percent(number),
    }
}

fn day_zh(date: Date) -> String {
    let year = date.year.map_or_else(String::new, |year| format!("{year}年"));
    let day = date.day.map_or_else(String::new, |day| format!("{day}日"));
    format!("{year}{}月{day}", date.month)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 21 June 2021, as far as the day is known.
pub(crate) fn day_en(date: Date) -> String {
    let day = date.day.map_or_else(String::new, |day| format!("{day} "));
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default();
    let year = date.year.map_or_else(String::new, |year| format!(" {year}"));
    format!("{day}{month}{year}")
}

fn period_zh(from: Date, to: Date) -> String {
    let (same_year, same_month) = (from.year == to.year, from.month == to.month);
    let end = match (same_year, same_month, to.day) {
        (true, true, Some(day)) => format!("{day}日"),
        (true, ..) => day_zh(Date { year: None, ..to }),
        (false, ..) => day_zh(to),
    };
    format!("{}至{end}", day_zh(from))
}

fn period_en(from: Date, to: Date) -> String {
    match (from.year == to.year && from.month == to.month, from.day) {
        (true, Some(day)) => format!("{day} to {}", day_en(to)),
        _ => format!("{} to {}", day_en(from), day_en(to)),
    }
}
