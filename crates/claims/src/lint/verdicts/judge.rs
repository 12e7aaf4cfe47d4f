//! Whether words state a truth: equal, rounded far enough, within tolerance, or hedged honestly.

use crate::claim::{Claim, Hedge, Kind, Value};
use crate::figure::Figure;
use crate::ledger::{HedgeRules, Side, Width};
use crate::lint::known::look::MEANT as MEANT_SHARES;
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
    if Rough::of(claim, said, rules).is_far(&Ends::of(low, high, figure.tolerance)) {
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

/// A claim's number in rough arithmetic, for the question that most pairs of numbers are done with: are they far apart?
#[derive(Clone, Copy)]
pub(crate) struct Rough {
    said: f64,
    /// How far from the number its hedge or its rounding reaches.
    reach: f64,
    /// How far from a truth it may lie and still be meant, as a share of the truth.
    meant: f64,
}

/// A truth in rough arithmetic, or the ends of the interval that it lies in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    low: f64,
    high: f64,
    size: f64,
    tolerated: f64,
}

/// What rounding of a quotient may add to a distance, as a share of what was compared.
const SLACK: f64 = 1e-9;

impl Ends {
    pub(in crate::lint) fn of(low: Number, high: Number, tolerance: Number) -> Self {
        let first = low.roughly();
        let last = if low == high { first } else { high.roughly() };
        let size = first.abs().max(last.abs());
        let tolerated = if tolerance == Number::ZERO { 0.0 } else { tolerance.roughly().abs() * size };
        Self { low: first, high: last, size, tolerated }
    }
}

impl Rough {
    pub(in crate::lint) fn of(claim: &Claim, said: Number, rules: &HedgeRules) -> Self {
        let said = said.roughly();
        let step = || claim.step.roughly().abs();
        let (reach, meant) = match claim.hedge.map(|hedge| rules.of(hedge).within) {
            None if claim.digits >= ROUNDED_DIGITS => (step(), 0.0),
            None => (0.0, 0.0),
            Some(Width::Place) => (step(), MEANT),
            Some(Width::Share(share)) => (share.roughly().abs() * said.abs(), MEANT),
        };
        Self { said, reach, meant }
    }

    /// The same a thousand times over, or a tenth of it.
    fn scaled(self, scale: f64) -> Self {
        Self { said: self.said * scale, reach: self.reach * scale, meant: self.meant }
    }

    /// Whether the number lies farther from the truth than any rule, tolerance or rounding allows.
    #[inline]
    pub(in crate::lint) fn is_far(self, truth: &Ends) -> bool {
        let allowed = truth.tolerated.max(self.reach).max(truth.size * self.meant);
        // Within an interval it is no distance from it.
        let apart = (truth.low - self.said).max(self.said - truth.high).max(0.0);
        apart > allowed + SLACK * (allowed + truth.size + self.said.abs())
    }

    /// Whether the number could be a wrong one of the truth: between half and twice of it.
    #[inline]
    pub(in crate::lint) fn is_close(self, truth: &Ends) -> bool {
        self.said >= truth.low * MEANT_SHARES.0 && self.said <= truth.high * MEANT_SHARES.1
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

/// How far a round amount may be from what it is of, as a share of it.
const ROUND: f64 = 0.02;

/// Whether an amount is the round one nearest a truth.
fn is_round_of(said: f64, truth: &Ends) -> bool {
    said >= truth.low * (1.0 - ROUND) && said <= truth.high * (1.0 + ROUND)
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
    let (rough, ends) = (Rough::of(claim, said, rules), Ends::of(low, high, figure.tolerance));
    let (highest, lowest) = ((rough.said / ends.high).abs(), (rough.said / ends.low).abs());
    // Where they are so near as they stand, no power brings them nearer.
    if low == high && highest > 1.0 / NEAR && highest < NEAR {
        return None;
    }
    // 总投资50亿元 for 496亿: whoever loses a digit of a round amount has often lost its hedge as well.
    let round = claim.kind == Kind::Money
        && claim.hedge.is_none()
        && claim.digits < ROUNDED_DIGITS
        && claim.currency == figure.currency;
    let near = |(_, scale): &(i32, f64)| highest * scale < NEAR && lowest * scale > 1.0 / NEAR;
    SLIPS.into_iter().filter(near).find_map(|(power, scale)| {
        if rough.scaled(scale).is_far(&ends) {
            return (round && is_round_of(rough.said * scale, &ends)).then_some(power);
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
