//! Whether words state a truth: equal, rounded far enough, within tolerance, or hedged honestly.

use crate::claim::{Claim, Hedge, Value};
use crate::figure::Figure;
use crate::ledger::{HedgeRules, Side, Width};
use crate::number::Number;

/// How a number stands to a truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It states it.
    Right,
    /// It is near it, and its hedge says what is not so.
    HedgeFalse,
    /// It states something else.
    Wrong,
}

/// Fewer significant digits than these need a hedge when they are rounded.
const ROUNDED_DIGITS: u8 = 3;

/// Whether `claim` states `truth`, a value of `figure` in the claim's own currency and unit.
pub(crate) fn stands(claim: &Claim, figure: &Figure, truth: Value, rules: &HedgeRules) -> Standing {
    match (claim.value, truth) {
        (Value::Date(said), Value::Date(date)) => of(said.agrees_with(date)),
        (Value::Period(from, to), Value::Period(first, last)) => {
            of(from.agrees_with(first) && to.agrees_with(last))
        }
        (Value::Time(said), Value::Time(time)) => of(said == time),
        (Value::Hours(..), Value::Hours(..)) => of(claim.value == truth),
        (Value::Range(low, high), _) => match truth.ends() {
            Some((first, last)) => of(low <= first && last <= high),
            None => Standing::Wrong,
        },
        (Value::Number(said), _) => match truth.ends() {
            Some(ends) => number(claim, said, figure, ends, rules),
            None => Standing::Wrong,
        },
        _ => Standing::Wrong,
    }
}

fn of(right: bool) -> Standing {
    if right { Standing::Right } else { Standing::Wrong }
}

fn number(
    claim: &Claim,
    said: Number,
    figure: &Figure,
    (low, high): (Number, Number),
    rules: &HedgeRules,
) -> Standing {
    let rough = Rough { said: said.roughly(), step: claim.step.roughly() };
    if rough.is_far(claim, figure, (low, high), rules) {
        return Standing::Wrong;
    }
    let Some(hedge) = claim.hedge else {
        let exact = low == high && (said == low || rounds(claim, said, low) || tolerated(figure, said, low));
        return of(exact);
    };
    let honest = figure.hedges.as_ref().is_none_or(|hedges| hedges.contains(&hedge));
    let true_of = |truth| holds(hedge, said, truth, claim.step, rules);
    if honest && true_of(low) && true_of(high) {
        return Standing::Right;
    }
    let tolerant = hedge == Hedge::About && tolerated(figure, said, low);
    if honest && tolerant {
        return Standing::Right;
    }
    // Near enough that the number is meant, and only its hedge is not true of it.
    let near =
        |truth: Number| said.minus(truth).is_some_and(|apart| apart.size() <= share(truth, MEANT_HUNDREDTHS));
    if near(low) || near(high) || low <= said && said <= high {
        Standing::HedgeFalse
    } else {
        Standing::Wrong
    }
}

/// A claim's number and its step, for the question that most pairs of numbers are done with: are they far apart?
#[derive(Clone, Copy)]
struct Rough {
    said: f64,
    step: f64,
}

/// What rounding of a quotient may add to a distance, as a share of what was compared.
const SLACK: f64 = 1e-9;

impl Rough {
    /// Whether the number lies farther from the truth than any rule, tolerance or rounding allows.
    fn is_far(
        self,
        claim: &Claim,
        figure: &Figure,
        (low, high): (Number, Number),
        rules: &HedgeRules,
    ) -> bool {
        let first = low.roughly();
        let last = if low == high { first } else { high.roughly() };
        let size = first.abs().max(last.abs());
        let tolerated =
            if figure.tolerance == Number::ZERO { 0.0 } else { figure.tolerance.roughly().abs() * size };
        let allowed = match claim.hedge.map(|hedge| rules.of(hedge).within) {
            None if claim.digits >= ROUNDED_DIGITS => tolerated.max(self.step.abs()),
            None => tolerated,
            Some(Width::Place) => tolerated.max(self.step.abs()).max(size * MEANT),
            Some(Width::Share(share)) => {
                tolerated.max(share.roughly().abs() * self.said.abs()).max(size * MEANT)
            }
        };
        let inside = first <= self.said && self.said <= last;
        let apart = if inside { 0.0 } else { (first - self.said).abs().min((self.said - last).abs()) };
        apart > allowed + SLACK * (allowed + size + self.said.abs())
    }
}

/// How near a number with a false hedge lies to a truth that it is meant to state: within these hundredths.
const MEANT_HUNDREDTHS: i128 = 15;
const MEANT: f64 = 0.15;

fn share(of: Number, hundredths: i128) -> Number {
    Number::fraction(hundredths, 100).and_then(|share| of.size().times(share)).unwrap_or(Number::ZERO)
}

fn rounds(claim: &Claim, said: Number, truth: Number) -> bool {
    claim.digits >= ROUNDED_DIGITS && truth.rounded_to(claim.step) == Some(said)
}

fn tolerated(figure: &Figure, said: Number, truth: Number) -> bool {
    let apart = said.minus(truth).map(Number::size);
    apart.zip(truth.size().times(figure.tolerance)).is_some_and(|(apart, allowed)| apart <= allowed)
}

/// Whether a hedged number is true of one truth.
pub(crate) fn holds(hedge: Hedge, said: Number, truth: Number, step: Number, rules: &HedgeRules) -> bool {
    let rule = rules.of(hedge);
    let side = match rule.side {
        Side::Below => truth < said,
        Side::Above => truth > said,
        Side::Either => true,
        Side::AboveOrEqual => truth >= said,
        Side::BelowOrEqual => truth <= said,
    };
    let apart = truth.minus(said).map(Number::size);
    let width = match rule.within {
        Width::Share(share) => {
            said.size().times(share).zip(apart).is_some_and(|(width, apart)| apart <= width)
        }
        Width::Place => apart.is_some_and(|apart| apart < step),
    };
    side && width
}

/// How many times a hedged or rounded number may be the truth: a little more than twice it.
const NEAR: f64 = 2.2387;
/// The powers of ten by which numbers are off, the likelier first, and what takes each away again.
const SLIPS: [(i32, f64); 14] = [
    (-1, 1e1),
    (1, 1e-1),
    (-2, 1e2),
    (2, 1e-2),
    (-3, 1e3),
    (3, 1e-3),
    (-4, 1e4),
    (4, 1e-4),
    (-5, 1e5),
    (5, 1e-5),
    (-6, 1e6),
    (6, 1e-6),
    (-8, 1e8),
    (8, 1e-8),
];

/// The power of ten by which a number is off a truth, when it is off by nothing else: 1, 2, 3, 4 or 8 either way.
pub(crate) fn power(claim: &Claim, figure: &Figure, truth: Value, rules: &HedgeRules) -> Option<i32> {
    let Value::Number(said) = claim.value else { return None };
    // The exact rules are asked only of the powers that bring the numbers near each other.
    let (low, high) = truth.ends()?;
    let rough = Rough { said: said.roughly(), step: claim.step.roughly() };
    let (highest, lowest) = ((rough.said / high.roughly()).abs(), (rough.said / low.roughly()).abs());
    let near = |(_, scale): &(i32, f64)| highest * scale < NEAR && lowest * scale > 1.0 / NEAR;
    SLIPS.into_iter().filter(near).find_map(|(power, scale)| {
        let moved = Rough { said: rough.said * scale, step: rough.step * scale };
        if moved.is_far(claim, figure, (low, high), rules) {
            return None;
        }
        let (moved, step) = (said.shifted(-power)?, claim.step.shifted(-power)?);
        let moved = Claim { value: Value::Number(moved), step, ..claim.clone() };
        let standing = stands(&moved, figure, truth, rules);
        let off = standing == Standing::Right
            || standing == Standing::HedgeFalse
                && truth.number().is_some_and(|truth| moved.value == Value::Number(truth));
        off.then_some(power)
    })
}
