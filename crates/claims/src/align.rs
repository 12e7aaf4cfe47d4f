//! The same text in two languages: its figures paired, disagreements and omissions told.

use crate::claim::{Claim, Hedge, Kind, Role, Value};
use crate::find::find;
use crate::lint::Language;
use crate::number::Number;
use crate::unit::Unit;
use crate::write::restated;

/// What there is to say of a figure in two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pair {
    /// Both say it.
    Agree {
        /// In the Chinese text.
        zh: Claim,
        /// In the English text.
        en: Claim,
    },
    /// Both speak of it and say different things.
    Disagree {
        /// In the Chinese text.
        zh: Claim,
        /// In the English text.
        en: Claim,
        /// What differs.
        how: Difference,
    },
    /// Only one of them says it.
    Omitted {
        /// The language that says it.
        said_in: Language,
        /// Where.
        claim: Claim,
    },
}

/// What differs between two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The number.
    Value,
    /// By a power of ten: 亿 and billion.
    Power(i32),
    /// The hedge turns round.
    Hedge,
    /// The currency.
    Currency,
    /// What is counted.
    Unit,
}

impl Pair {
    /// What there is to say, in the reader's language; nothing where both agree.
    #[must_use]
    pub fn sentence(&self, reader: Language) -> Option<String> {
        Some(match (self, reader) {
            (Self::Agree { .. }, _) => return None,
            (Self::Disagree { how: Difference::Hedge, .. }, Language::Zh) => {
                "中英文限定词含义相反。".to_owned()
            }
            (Self::Disagree { how: Difference::Hedge, .. }, Language::En) => {
                "The hedges say opposite things.".to_owned()
            }
            (Self::Disagree { zh, en, how }, Language::Zh) => {
                let what = match how {
                    Difference::Value => "数值不一致".to_owned(),
                    Difference::Power(power) => {
                        format!("差了1{}倍", "0".repeat(power.unsigned_abs() as usize))
                    }
                    Difference::Hedge | Difference::Currency => "币种不一致".to_owned(),
                    Difference::Unit => "计数对象不一致".to_owned(),
                };
                let [zh, en] = [zh, en].map(|claim| restated(claim, Language::Zh));
                format!("中英文{what}：中文为{zh}，英文为{en}。")
            }
            (Self::Disagree { zh, en, how }, Language::En) => {
                let what = match how {
                    Difference::Value => "The two languages give different numbers".to_owned(),
                    Difference::Power(power) => format!(
                        "The two languages differ by a factor of 1{}",
                        "0".repeat(power.unsigned_abs() as usize)
                    ),
                    Difference::Hedge | Difference::Currency => {
                        "The two languages give different currencies".to_owned()
                    }
                    Difference::Unit => "The two languages count different things".to_owned(),
                };
                let [zh, en] = [zh, en].map(|claim| restated(claim, Language::En));
                format!("{what}: {zh} in Chinese, {en} in English.")
            }
            (Self::Omitted { said_in: Language::Zh, .. }, Language::Zh) => "英文稿没有这个数字。".to_owned(),
            (Self::Omitted { said_in: Language::En, .. }, Language::Zh) => "中文稿没有这个数字。".to_owned(),
            (Self::Omitted { said_in: Language::Zh, .. }, Language::En) => {
                "The English text does not give this figure.".to_owned()
            }
            (Self::Omitted { said_in: Language::En, .. }, Language::En) => {
                "The Chinese text does not give this figure.".to_owned()
            }
        })
    }
}

/// Pairs the figures of a Chinese text with those of the same text in English.
///
/// What both say alike is paired first, wherever it stands; of what is left, figures of one kind and unit in the same part of the text
/// are meant to be the same and disagree; the rest one of them omits.
#[must_use]
pub fn align(zh: &str, en: &str) -> Vec<Pair> {
    let stated = |text: &str| -> Vec<(f64, Claim)> {
        let length = text.len().max(1);
        let claims =
            find(text).into_iter().filter(|claim| claim.value != Value::Beyond && claim.role != Role::AsOf);
        claims.map(|claim| (share(claim.place.start, length), claim)).collect()
    };
    let (mut zh, mut en) = (stated(zh), stated(en));
    let mut pairs = Vec::new();
    // From what is surely the same to what only may be: place breaks ties.
    for likeness in [5, 4, 3] {
        take(
            &mut zh,
            &mut en,
            |zh, en| like(zh, en) >= likeness,
            0.35,
            |zh, en| pairs.push(Pair::Agree { zh, en }),
        );
    }
    take(&mut zh, &mut en, |zh, en| like(zh, en) >= 3, 1.0, |zh, en| pairs.push(Pair::Agree { zh, en }));
    for reach in [0.08, 0.2] {
        take(
            &mut zh,
            &mut en,
            |zh, en| differs(zh, en).is_some(),
            reach,
            |zh, en| {
                let how = differs(&zh, &en).unwrap_or(Difference::Value);
                pairs.push(Pair::Disagree { zh, en, how });
            },
        );
    }
    // Of what is left, the only ones of their unit are meant to be the same, wherever they stand.
    let only = |zh: &Claim, en: &Claim| {
        differs(zh, en).is_some()
            && (zh.kind != Kind::Count || zh.unit == en.unit && zh.unit != Some(Unit::Item))
    };
    take(&mut zh, &mut en, only, 1.0, |zh, en| {
        let how = differs(&zh, &en).unwrap_or(Difference::Value);
        pairs.push(Pair::Disagree { zh, en, how });
    });
    let telling = |claim: &Claim| {
        claim.role == Role::Stated
            && matches!(
                claim.kind,
                Kind::Count
                    | Kind::Money
                    | Kind::Share
                    | Kind::Points
                    | Kind::Factor
                    | Kind::Period
                    | Kind::Date
                    | Kind::Edition
                    | Kind::Number
                    | Kind::Ordinal
                    | Kind::Time
                    | Kind::Year
            )
    };
    pairs.extend(
        zh.into_iter()
            .filter(|(_, claim)| telling(claim))
            .map(|(_, claim)| Pair::Omitted { said_in: Language::Zh, claim }),
    );
    pairs.extend(
        en.into_iter()
            .filter(|(_, claim)| telling(claim))
            .map(|(_, claim)| Pair::Omitted { said_in: Language::En, claim }),
    );
    pairs.sort_by_key(|pair| match pair {
        Pair::Agree { zh, .. } | Pair::Disagree { zh, .. } => zh.place.start,
        Pair::Omitted { claim, .. } => claim.place.start,
    });
    pairs
}

#[expect(clippy::cast_precision_loss, reason = "how far into a text a figure stands")]
fn share(at: usize, length: usize) -> f64 {
    at as f64 / length as f64
}

/// How many neighbours are tried for one figure, which keeps the time in bounds for texts of any length.
const NEIGHBOURS: usize = 64;

/// Pairs off what fits, the nearest first.
fn take(
    zh: &mut Vec<(f64, Claim)>,
    en: &mut Vec<(f64, Claim)>,
    fits: impl Fn(&Claim, &Claim) -> bool,
    reach: f64,
    mut with: impl FnMut(Claim, Claim),
) {
    let mut left = Vec::new();
    let mut free = vec![true; en.len()];
    for (at, claim) in zh.drain(..) {
        let middle = en.partition_point(|(other, _)| *other < at);
        let low = middle.saturating_sub(NEIGHBOURS);
        let high = (middle + NEIGHBOURS).min(en.len());
        let near = (low..high).filter(|other| {
            free[*other] && (en[*other].0 - at).abs() <= reach && fits(&claim, &en[*other].1)
        });
        let best = near.min_by(|one, other| (en[*one].0 - at).abs().total_cmp(&(en[*other].0 - at).abs()));
        match best {
            Some(other) => {
                free[other] = false;
                with(claim, en[other].1.clone());
            }
            None => left.push((at, claim)),
        }
    }
    let mut free = free.into_iter();
    en.retain(|_| free.next() == Some(true));
    *zh = left;
}

fn same_unit(zh: &Claim, en: &Claim) -> bool {
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::Visitor);
    match (zh.unit, en.unit) {
        (Some(zh), Some(en)) => zh == en || zh == Unit::Item || en == Unit::Item || people(zh) && people(en),
        _ => zh.currency == en.currency,
    }
}

/// 5 for the same in every way, down to 3 for the same value; less for anything else.
fn like(zh: &Claim, en: &Claim) -> u8 {
    let kind = zh.kind == en.kind
        || matches!(
            (zh.kind, en.kind),
            (Kind::Share | Kind::Factor, Kind::Share | Kind::Factor)
                | (Kind::Ordinal | Kind::Edition, Kind::Ordinal | Kind::Edition)
        );
    if !kind
        || !same_value(zh, en)
        || opposite(zh.hedge, en.hedge)
        || zh.kind == Kind::Money && zh.currency != en.currency
    {
        return 0;
    }
    let unit = same_unit(zh, en);
    let exact = zh.unit == en.unit;
    let either =
        matches!((zh.unit, en.unit), (Some(one), Some(other)) if one.is_measure() != other.is_measure());
    match (exact, unit) {
        _ if either && zh.kind == Kind::Count && !unit => 0,
        (true, _) => 5,
        (_, true) => 4,
        // Visits said as visitors are a disagreement; other nouns only differ in how they were read.
        _ if counted_apart(zh, en) => 0,
        _ => 3,
    }
}

fn counted_apart(zh: &Claim, en: &Claim) -> bool {
    let visit = |claim: &Claim| claim.unit == Some(Unit::Visit);
    let people = |claim: &Claim| matches!(claim.unit, Some(Unit::Visitor | Unit::Person));
    visit(zh) && people(en) || people(zh) && visit(en)
}

fn same_value(zh: &Claim, en: &Claim) -> bool {
    match (zh.value, en.value) {
        (Value::Date(zh), Value::Date(en)) => zh.agrees_with(en),
        (Value::Period(zh_from, zh_to), Value::Period(en_from, en_to)) => {
            zh_from.agrees_with(en_from) && zh_to.agrees_with(en_to)
        }
        (Value::Number(one), Value::Number(other)) if zh.kind != en.kind => {
            one == other || one.plus(Number::ONE) == Some(other) || other.plus(Number::ONE) == Some(one)
        }
        (zh, en) => zh == en,
    }
}

/// Whether two hedges put the truth on different sides.
fn opposite(zh: Option<Hedge>, en: Option<Hedge>) -> bool {
    let side = |hedge: Option<Hedge>| match hedge {
        None => 0,
        Some(Hedge::Nearly | Hedge::Under | Hedge::AtMost) => -1,
        Some(Hedge::Over | Hedge::More | Hedge::AtLeast) => 1,
        Some(Hedge::About) => 2,
    };
    let (zh, en) = (side(zh), side(en));
    zh != en && (zh * en == -1)
}

/// What differs between two claims that seem to be of one figure.
fn differs(zh: &Claim, en: &Claim) -> Option<Difference> {
    if zh.kind == Kind::Money && en.kind == Kind::Money && zh.currency != en.currency {
        return same_value(zh, en).then_some(Difference::Currency);
    }
    if zh.kind != en.kind || zh.role != en.role {
        return None;
    }
    if same_value(zh, en) {
        return Some(if opposite(zh.hedge, en.hedge) { Difference::Hedge } else { Difference::Unit });
    }
    if !same_unit(zh, en) {
        return None;
    }
    let ratio = zh.value.number().zip(en.value.number()).and_then(|(zh, en)| en.over(zh));
    let power = ratio.and_then(|ratio| {
        [-8, -4, -3, -2, -1, 1, 2, 3, 4, 8].into_iter().find(|power| Number::scaled(1, *power) == Some(ratio))
    });
    Some(power.map_or(Difference::Value, Difference::Power))
}
