//! A claim seen from afar: of what size a truth must be for the claim to state it, to be a wrong number of it, or to be off by a power of ten.
//!
//! Everything here is compared by powers of ten, in which a number ten times another is one more, and in rough arithmetic: what is
//! dismissed is dismissed with room to spare, and whatever is not goes on to the exact rules.

use crate::claim::{Claim, Hedge, Kind};
use crate::ledger::{Ledger, Side, Width};
use crate::lint::weighing::fit::{CLOSE, FAR, SLIP};
use std::f64::consts::LOG10_E;

/// A claim as it is compared with the values of figures, in powers of ten.
pub(crate) struct Look {
    pub(in crate::lint) low: f64,
    pub(in crate::lint) high: f64,
    /// How far apart numbers may lie that are still alike.
    pub(in crate::lint) apart: f64,
    /// A truth outside these bounds is neither stated nor stated with a false hedge.
    pub(in crate::lint) stated: Window,
    /// Whether all inside them are alike.
    pub(in crate::lint) all_alike: bool,
    /// A truth outside these is too far for a wrong number of it.
    pub(in crate::lint) meant: Window,
}

/// What a claim could be of a figure whose number it does not state, seen from afar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Sight {
    /// It may be off by a power of ten, or a wrong one.
    Slip,
    /// It may be a wrong one.
    Meant,
    /// It is another.
    Far,
}

impl Sight {
    /// What it says for a figure at the most.
    pub(in crate::lint) fn weight(self) -> f64 {
        match self {
            Self::Slip => SLIP,
            Self::Meant => CLOSE,
            Self::Far => FAR,
        }
    }
}

/// How far apart two numbers may lie that are still to be held against each other, powers of ten aside.
const APART: f64 = 1.18;
/// The same for a hedged number of one or two digits: 百余 may be 199.
const LOOSE: f64 = 2.2;
/// A truth of which a number between these shares may be a wrong statement.
pub(in crate::lint) const MEANT: (f64, f64) = (0.45, 2.2);
/// Room for what rough arithmetic loses.
const ROOM: f64 = 1e-6;
/// The size of nothing at all, which has none: it is taken for less than everything.
const NOTHING: f64 = -300.0;

/// How claims of each sort are looked at, which the rules of a ledger say.
#[derive(Debug)]
pub(in crate::lint) struct Sights {
    /// The same three numbers in powers of ten.
    apart: f64,
    loose: f64,
    meant: Reach,
    /// How far a number without a hedge reaches, and one with each.
    plain: Reach,
    /// One without a hedge that may have had one.
    round: Reach,
    hedged: [Hedged; Hedge::ALL.len()],
}

/// How far below and above a number a truth may lie, in powers of ten.
#[derive(Debug, Clone, Copy)]
struct Reach {
    below: f64,
    above: f64,
}

/// How far a hedged number reaches: always as far, or by the step of its last digit.
#[derive(Debug, Clone, Copy)]
enum Hedged {
    Fixed(Reach),
    ByStep { side: Side, tolerated: f64 },
}

/// What judging allows a number whose hedge alone is false, and more.
const NEARLY: f64 = 0.16;

impl Sights {
    pub(in crate::lint) fn new(ledger: &Ledger) -> Self {
        let tolerances = ledger.figures.iter().map(|figure| figure.tolerance.roughly().abs());
        let tolerance = tolerances.fold(0.0, f64::max);
        let tolerated = tolerance.max(NEARLY);
        let hedged = Hedge::ALL.map(|hedge| {
            let rule = ledger.hedges.of(hedge);
            match rule.within {
                Width::Share(share) => {
                    Hedged::Fixed(Reach::hedged(rule.side, share.roughly().abs(), tolerated))
                }
                Width::Place => Hedged::ByStep { side: rule.side, tolerated },
            }
        });
        let plain = Reach::of(0.0, 0.0, tolerance);
        let round = match hedged[Hedge::About as usize] {
            Hedged::Fixed(reach) => reach,
            Hedged::ByStep { .. } => plain,
        };
        Self {
            apart: APART.log10(),
            loose: LOOSE.log10(),
            meant: Reach { below: MEANT.1.log10(), above: -MEANT.0.log10() },
            plain,
            round,
            hedged,
        }
    }

    /// What of a claim is compared; nothing for what is no amount and no share, which may always be meant.
    pub(in crate::lint) fn look(&self, claim: &Claim) -> Option<Look> {
        let compared = matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Points);
        let (low, high) = claim.value.ends().filter(|_| compared)?;
        let apart = match claim.kind {
            // Shares are few, and of all of them the words decide.
            Kind::Share | Kind::Points => f64::INFINITY,
            _ if claim.hedge.is_some() && claim.digits < 3 => self.loose,
            _ => self.apart,
        };
        let single = low == high;
        let said = low.roughly().abs();
        let low = said.log10();
        let high = if single { low } else { high.roughly().abs().log10() };
        let step = || claim.step.roughly().abs() / said;
        let stated = match claim.hedge {
            // A round amount that is off by a power of ten may have lost its hedge with the digit.
            None if claim.digits < 3 && claim.kind == Kind::Money => self.round,
            None if claim.digits < 3 => self.plain,
            None => self.plain.rounded(step()),
            Some(hedge) => match self.hedged[hedge as usize] {
                Hedged::Fixed(reach) => reach,
                Hedged::ByStep { side, tolerated } => Reach::hedged(side, step(), tolerated),
            },
        };
        let all_alike = stated.below.max(stated.above) + ROOM < apart;
        let (stated, meant) = (stated.around(low, high), self.meant.around(low, low));
        Some(Look { low, high, apart, stated, all_alike, meant })
    }
}

impl Reach {
    /// Between the truths that a number is a share too large or too small for, and that tolerate as much.
    fn of(below: f64, above: f64, tolerated: f64) -> Self {
        let least = (1.0 - below).min(1.0 / (1.0 + tolerated)).max(0.0);
        let most = (1.0 + above).max(1.0 / (1.0 - tolerated));
        Self { below: -least.log10(), above: most.log10() }
    }

    fn hedged(side: Side, width: f64, tolerated: f64) -> Self {
        let width = width.max(NEARLY);
        match side {
            Side::Below | Side::BelowOrEqual => Self::of(width, NEARLY, tolerated),
            Side::Above | Side::AboveOrEqual => Self::of(NEARLY, width, tolerated),
            Side::Either => Self::of(width, width, tolerated),
        }
    }

    /// The same for a number of three digits or more, whose last may be rounded by `step`, a share of the number.
    fn rounded(self, step: f64) -> Self {
        // No less than the logarithms of 1 + step and 1 / (1 - step), which are dearer.
        Self { below: self.below.max(step / (1.0 - step) * LOG10_E), above: self.above.max(step * LOG10_E) }
    }

    fn around(self, low: f64, high: f64) -> Window {
        let (low, high) = ((low - self.below).max(NOTHING), (high + self.above).max(NOTHING));
        Window { middle: f64::midpoint(low, high), half: (high - low) / 2.0 + ROOM }
    }
}

/// Bounds by their middle and what is half of their width.
#[derive(Clone, Copy)]
pub(in crate::lint) struct Window {
    middle: f64,
    half: f64,
}

impl Window {
    /// Its ends.
    pub(in crate::lint) fn ends(self) -> (f64, f64) {
        (self.middle - self.half, self.middle + self.half)
    }

    pub(in crate::lint) fn misses(self, size: f64) -> bool {
        (size - self.middle).abs() > self.half
    }

    /// Whether it is missed however many powers of ten are added or taken away.
    pub(in crate::lint) fn misses_by_powers(self, size: f64) -> bool {
        let places = size - self.middle;
        (places - rounded(places)).abs() > self.half
    }
}

/// The nearest whole number of a small one: adding so large a number leaves no room for places.
pub(in crate::lint) fn rounded(places: f64) -> f64 {
    const LARGE: f64 = 6_755_399_441_055_744.0;
    places + LARGE - LARGE
}
