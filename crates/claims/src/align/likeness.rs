//! Whether two claims say the same, and what differs when they only seem to be of one figure.

use super::{Difference, Stated};
use crate::claim::{Change, Claim, Hedge, Kind, Role, Value};
use crate::number::Number;
use crate::unit::Unit;

/// 5 for the same in every way, down to 3 for the same value; less for anything else.
pub(super) fn like(zh: &Stated, en: &Stated) -> u8 {
    if !same_kind(zh, en) || !same_value(&zh.claim, &en.claim) || said_otherwise(zh, en).is_some() {
        return 0;
    }
    let (unit, measured) = (same_unit(zh, en), zh.measure.is_some() && zh.measure == en.measure);
    let (zh, en) = (&zh.claim, &en.claim);
    if zh.kind == Kind::Money && zh.currency != en.currency {
        return 0;
    }
    let either =
        matches!((zh.unit, en.unit), (Some(one), Some(other)) if one.is_measure() != other.is_measure());
    match (zh.unit == en.unit || measured, unit) {
        _ if either && zh.kind == Kind::Count && !unit => 0,
        (true, _) => 5,
        (_, true) => 4,
        // Visits said as visitors are a disagreement; other nouns only differ in how they were read.
        _ if counted_apart(zh, en) => 0,
        _ => 3,
    }
}

/// What differs between two claims that seem to be of one figure.
pub(super) fn differs(one: &Stated, other: &Stated) -> Option<Difference> {
    let (zh, en) = (&one.claim, &other.claim);
    if zh.kind == Kind::Money && en.kind == Kind::Money && zh.currency != en.currency {
        return same_value(zh, en).then_some(Difference::Currency);
    }
    if zh.role != en.role {
        return None;
    }
    if are_share_and_points(zh, en) {
        return Some(Difference::Measure);
    }
    if zh.kind != en.kind {
        return None;
    }
    if same_value(zh, en) {
        return Some(said_otherwise(one, other).unwrap_or(Difference::Unit));
    }
    if !same_unit(one, other) {
        return None;
    }
    let ratio = zh.value.number().zip(en.value.number()).and_then(|(zh, en)| en.over(zh));
    let power = ratio.and_then(|ratio| {
        [-8, -4, -3, -2, -1, 1, 2, 3, 4, 8].into_iter().find(|power| Number::scaled(1, *power) == Some(ratio))
    });
    Some(power.map_or(Difference::Value, Difference::Power))
}

/// Whether of two claims that otherwise say the same one is bent and the other bare: 200余家, “200 exhibitors”.
pub(super) fn loses_hedge(zh: &Stated, en: &Stated) -> bool {
    let (zh, en) = (&zh.claim, &en.claim);
    let number = matches!(zh.kind, Kind::Count | Kind::Money | Kind::Share);
    let stated = zh.role == Role::Stated && en.role == Role::Stated;
    number && stated && zh.hedge.is_some() != en.hedge.is_some()
}

/// What the words say otherwise of the same number: another measure, the other side of it, the other direction, another stage.
fn said_otherwise(zh: &Stated, en: &Stated) -> Option<Difference> {
    if !same_measure(zh, en) {
        return Some(Difference::Measure);
    }
    let (zh, en) = (&zh.claim, &en.claim);
    if opposite(zh.hedge, en.hedge) {
        return Some(Difference::Hedge);
    }
    if falls(zh.change).zip(falls(en.change)).is_some_and(|(zh, en)| zh != en) {
        return Some(Difference::Direction);
    }
    let staged = matches!(zh.kind, Kind::Count | Kind::Money);
    let apart = zh.stage.zip(en.stage).is_some_and(|(zh, en)| zh != en);
    (staged && apart).then_some(Difference::Stage)
}

/// Whether a change is a fall; of what a figure came to nothing is known.
fn falls(change: Option<Change>) -> Option<bool> {
    match change? {
        Change::Up | Change::Double => Some(false),
        Change::Down => Some(true),
        Change::To => None,
    }
}

fn same_kind(zh: &Stated, en: &Stated) -> bool {
    let (zh, en) = (zh.claim.kind, en.claim.kind);
    zh == en
        || matches!(
            (zh, en),
            (Kind::Share | Kind::Factor, Kind::Share | Kind::Factor)
                | (Kind::Ordinal | Kind::Edition, Kind::Ordinal | Kind::Edition)
        )
}

/// 3万平方米 is not 30,000 square feet, whatever unit the closed list has for either.
fn same_measure(zh: &Stated, en: &Stated) -> bool {
    let listed = |one: &Stated| one.claim.unit.is_some_and(Unit::is_measure);
    match (zh.measure, en.measure) {
        (Some(zh), Some(en)) => zh == en,
        (Some(_), None) => !listed(en),
        (None, Some(_)) => !listed(zh),
        (None, None) => true,
    }
}

fn same_unit(zh: &Stated, en: &Stated) -> bool {
    if !same_measure(zh, en) {
        return false;
    }
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::Visitor);
    match (zh.claim.unit, en.claim.unit) {
        (Some(zh), Some(en)) => zh == en || zh == Unit::Item || en == Unit::Item || people(zh) && people(en),
        _ => zh.claim.currency == en.claim.currency,
    }
}

fn counted_apart(zh: &Claim, en: &Claim) -> bool {
    let visit = |claim: &Claim| claim.unit == Some(Unit::Visit);
    let people = |claim: &Claim| matches!(claim.unit, Some(Unit::Visitor | Unit::Person));
    visit(zh) && people(en) || people(zh) && visit(en)
}

/// 5个百分点 and “5 per cent”: one number, and two things.
fn are_share_and_points(zh: &Claim, en: &Claim) -> bool {
    let hundredths = |claim: &Claim| claim.value.number().and_then(|number| number.shifted(2));
    match (zh.kind, en.kind) {
        (Kind::Share, Kind::Points) => hundredths(zh) == en.value.number(),
        (Kind::Points, Kind::Share) => zh.value.number() == hundredths(en),
        _ => false,
    }
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
