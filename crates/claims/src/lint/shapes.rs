//! How the values of a ledger look from afar, so that a claim is held only against figures that it could mean.
//!
//! Everything here is compared by powers of ten, in which a number ten times another is one more, and in rough arithmetic: what is
//! dismissed is dismissed with room to spare, and whatever is not goes on to the exact rules.

use crate::claim::{Claim, Kind, Value};
use crate::figure::Figure;
use crate::ledger::{HedgeRules, Ledger, Side, Width};
use crate::number::Number;
use crate::unit::Currency;

/// The figures of each kind, and the rough sizes of their values.
#[derive(Debug)]
pub(crate) struct Shapes {
    /// By the kind of a claim: the figures it may be held against.
    kinds: Vec<Vec<u32>>,
    /// The powers of ten of the values of figures now and before, in their own money and the ledger's, figure by figure.
    sizes: Vec<f64>,
    /// Where those of each figure begin, and where the last end.
    starts: Vec<u32>,
    /// For each figure, in what its sizes are all there is to compare: its kind and money; nothing for what is known as a range.
    terms: Vec<Option<(Kind, Option<Currency>)>>,
    /// The greatest tolerance of any figure.
    tolerance: f64,
    /// The ledger's own money.
    money: Currency,
}

/// A claim as it is compared with the values of figures, in powers of ten.
pub(crate) struct Look {
    low: f64,
    high: f64,
    /// How far apart numbers may lie that are still alike.
    apart: f64,
    /// A truth outside these bounds is neither stated nor stated with a false hedge.
    stated: Window,
    /// A truth outside these is too far for a wrong number of it.
    meant: Window,
}

/// What a claim could be of a figure at the most, seen from afar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// The number may be the figure's: only the exact rules know.
    Stated,
    /// It may be off by a power of ten, or a wrong one.
    Slip,
    /// It may be a wrong one.
    Meant,
    /// It is another.
    Far,
}

/// Bounds by their middle and what is half of their width.
#[derive(Clone, Copy)]
struct Window {
    middle: f64,
    half: f64,
}

/// How far apart two numbers may lie that are still to be held against each other, powers of ten aside.
const APART: f64 = 1.18;
/// The same for a hedged number of one or two digits: 百余 may be 199.
const LOOSE: f64 = 2.2;
/// A truth of which a number between these shares may be a wrong statement.
pub(super) const MEANT: (f64, f64) = (0.45, 2.2);
/// Room for what rough arithmetic loses.
const ROOM: f64 = 1e-6;

impl Shapes {
    pub(crate) fn new(ledger: &Ledger) -> Self {
        let mut kinds = vec![Vec::new(); Kind::ALL.len()];
        for (at, figure) in ledger.figures.iter().enumerate() {
            let of = u32::try_from(at).unwrap_or(u32::MAX);
            for kind in
                Kind::ALL.into_iter().filter(|kind| *kind == figure.kind || is_mixed(*kind, figure.kind))
            {
                kinds[kind as usize].push(of);
            }
        }
        let (mut all, mut starts) = (Vec::new(), vec![0]);
        for figure in &ledger.figures {
            all.extend(sizes(ledger, figure));
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        let tolerances = ledger.figures.iter().map(|figure| figure.tolerance.roughly().abs());
        let terms = ledger.figures.iter().map(terms).collect();
        Self { kinds, sizes: all, starts, terms, tolerance: tolerances.fold(0.0, f64::max), money: ledger.currency }
    }

    /// The figures that claims of a kind are held against.
    pub(crate) fn of_kind(&self, kind: Kind) -> &[u32] {
        &self.kinds[kind as usize]
    }

    /// What of a claim is compared; nothing for what is no amount and no share, which may always be meant.
    pub(crate) fn look(&self, claim: &Claim, rules: &HedgeRules) -> Option<Look> {
        let compared = matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Points);
        let (low, high) = claim.value.ends().filter(|_| compared)?;
        let apart = match claim.kind {
            // Shares are few, and of all of them the words decide.
            Kind::Share | Kind::Points => f64::INFINITY,
            _ if claim.hedge.is_some() && claim.digits < 3 => LOOSE.log10(),
            _ => APART.log10(),
        };
        let (low, high) = (low.roughly().abs(), high.roughly().abs());
        let (least, most) = self.reach(claim, rules);
        let meant = Window::of(low / MEANT.1, low / MEANT.0);
        let stated = Window::of(low * least, high * most);
        Some(Look { low: low.log10(), high: high.log10(), apart, stated, meant })
    }

    /// The shares of what a claim says between which a truth must lie for the exact rules to call it stated, or nearly so.
    fn reach(&self, claim: &Claim, rules: &HedgeRules) -> (f64, f64) {
        /// What judging allows a number whose hedge alone is false, and more.
        const NEARLY: f64 = 0.16;
        let said = claim.value.ends().map_or(f64::NAN, |(low, _)| low.roughly().abs());
        let step = claim.step.roughly().abs() / said;
        let (below, above) = match claim.hedge.map(|hedge| rules.of(hedge)) {
            None if claim.digits < 3 => (0.0, 0.0),
            None => (step, step),
            Some(rule) => {
                let width = match rule.within {
                    Width::Place => step,
                    Width::Share(share) => share.roughly().abs(),
                };
                match rule.side {
                    Side::Below | Side::BelowOrEqual => (width.max(NEARLY), NEARLY),
                    Side::Above | Side::AboveOrEqual => (NEARLY, width.max(NEARLY)),
                    Side::Either => (width.max(NEARLY), width.max(NEARLY)),
                }
            }
        };
        let tolerated = self.tolerance.max(if claim.hedge.is_some() { NEARLY } else { 0.0 });
        let least = (1.0 - below).min(1.0 / (1.0 + tolerated));
        (least.max(0.0), (1.0 + above).max(1.0 / (1.0 - tolerated)))
    }

    fn sizes(&self, figure: usize) -> &[f64] {
        &self.sizes[self.starts[figure] as usize..self.starts[figure + 1] as usize]
    }

    /// Whether the number of a claim is like one of a figure's, or differs from it by a power of ten only.
    pub(crate) fn could_be(&self, figure: usize, look: &Look) -> bool {
        self.sizes(figure).iter().any(|size| {
            let places = size - look.low;
            let inside = *size >= look.low && *size <= look.high;
            inside || (places - rounded(places)).abs() < look.apart
        })
    }

    /// What a claim could be of a figure at the most.
    pub(super) fn sight(&self, figure: usize, claim: &Claim, look: &Look) -> Sight {
        let Some((kind, currency)) = self.terms[figure] else { return Sight::Stated };
        // In other money than its own and the ledger's a value is not among the sizes.
        if kind != claim.kind || claim.currency != currency && claim.currency != Some(self.money) {
            return Sight::Stated;
        }
        let sizes = self.sizes(figure);
        let some = |fits: &dyn Fn(f64) -> bool| sizes.iter().any(|size| fits(*size));
        match () {
            () if some(&|size| !look.stated.misses(size)) => Sight::Stated,
            () if some(&|size| !look.stated.misses_by_powers(size)) => Sight::Slip,
            () if some(&|size| !look.meant.misses(size)) => Sight::Meant,
            () => Sight::Far,
        }
    }
}

impl Window {
    fn of(low: f64, high: f64) -> Self {
        let (low, high) = (low.log10(), high.log10());
        Self { middle: f64::midpoint(low, high), half: (high - low) / 2.0 + ROOM }
    }

    fn misses(self, size: f64) -> bool {
        (size - self.middle).abs() > self.half
    }

    /// Whether it is missed however many powers of ten are added or taken away.
    fn misses_by_powers(self, size: f64) -> bool {
        let places = size - self.middle;
        (places - rounded(places)).abs() > self.half
    }
}

/// The nearest whole number of a small one: adding so large a number leaves no room for places.
fn rounded(places: f64) -> f64 {
    const LARGE: f64 = 6_755_399_441_055_744.0;
    places + LARGE - LARGE
}

/// Kinds that a slip of words turns into one another.
pub(crate) fn is_mixed(claim: Kind, figure: Kind) -> bool {
    matches!((claim, figure), (Kind::Share, Kind::Points | Kind::Factor) | (Kind::Points, Kind::Share))
}

fn terms(figure: &Figure) -> Option<(Kind, Option<Currency>)> {
    let numbers = std::iter::once(figure.value).chain(figure.earlier.iter().map(|earlier| earlier.value));
    let plain = |value: Value| value.number().is_some_and(|number| number > Number::ZERO);
    numbers.into_iter().all(plain).then_some((figure.kind, figure.currency))
}

fn sizes(ledger: &Ledger, figure: &Figure) -> Vec<f64> {
    let values = std::iter::once(figure.value).chain(figure.earlier.iter().map(|earlier| earlier.value));
    let ends = values.filter_map(Value::ends).flat_map(|(low, high)| [low, high]);
    let rate = figure.currency.and_then(|currency| ledger.rate_of(currency, Some(figure)));
    let mut sizes: Vec<f64> = ends
        .flat_map(|end| [Some(end), rate.and_then(|rate| end.times(rate))])
        .flatten()
        .map(|number| number.roughly().abs().log10())
        .collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    sizes
}
