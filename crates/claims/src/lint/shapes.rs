//! How the values of a ledger look from afar, so that for a claim only those are weighed that it could mean.

use crate::claim::{Claim, Kind};
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::number::Number;

/// The figures of each kind, and the rough sizes of their values.
#[derive(Debug)]
pub(crate) struct Shapes {
    /// By the kind of a claim: the figures it may be held against.
    kinds: Vec<Vec<u32>>,
    /// The powers of ten of the values of figures now and before, in their own money and the ledger's, figure by figure.
    sizes: Vec<f64>,
    /// Where those of each figure begin, and where the last end.
    starts: Vec<usize>,
}

/// How far apart two numbers may lie that are still to be held against each other, powers of ten aside.
const APART: f64 = 1.18;
/// The same for a hedged number of one or two digits: 百余 may be 199.
const LOOSE: f64 = 2.2;

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
            starts.push(all.len());
        }
        Self { kinds, sizes: all, starts }
    }

    /// The figures that claims of a kind are held against.
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> {
        self.kinds[kind as usize].iter().map(|at| *at as usize)
    }

    /// What of a claim is compared; nothing for what is no amount, which may always be meant.
    pub(crate) fn look(claim: &Claim) -> Option<Look> {
        let amount = matches!(claim.kind, Kind::Count | Kind::Money);
        let (low, high) = claim.value.ends().filter(|_| amount)?;
        let loose = claim.hedge.is_some() && claim.digits < 3;
        let apart = if loose { LOOSE } else { APART };
        Some(Look { low: size(low), high: size(high), apart: apart.log10() })
    }

    /// Whether the number of a claim is like one of a figure's, or differs from it by a power of ten only.
    pub(crate) fn could_be(&self, figure: usize, look: &Look) -> bool {
        self.sizes[self.starts[figure]..self.starts[figure + 1]].iter().any(|size| {
            let places = size - look.low;
            let inside = *size >= look.low && *size <= look.high;
            inside || (places - rounded(places)).abs() < look.apart
        })
    }
}

/// A claim as it is compared with the values of figures: the powers of ten of its ends, and how far apart is near.
pub(crate) struct Look {
    low: f64,
    high: f64,
    apart: f64,
}

/// The nearest whole number of a small one: adding so large a number leaves no room for places.
fn rounded(places: f64) -> f64 {
    const ROOM: f64 = 6_755_399_441_055_744.0;
    places + ROOM - ROOM
}

fn size(number: Number) -> f64 {
    number.roughly().abs().log10()
}

/// Kinds that a slip of words turns into one another.
pub(crate) fn is_mixed(claim: Kind, figure: Kind) -> bool {
    matches!((claim, figure), (Kind::Share, Kind::Points | Kind::Factor) | (Kind::Points, Kind::Share))
}

fn sizes(ledger: &Ledger, figure: &Figure) -> Vec<f64> {
    let values = std::iter::once(figure.value).chain(figure.earlier.iter().map(|earlier| earlier.value));
    let ends = values.filter_map(super::super::claim::Value::ends).flat_map(|(low, high)| [low, high]);
    let rate = figure.currency.and_then(|currency| ledger.rate_of(currency, Some(figure)));
    let mut sizes: Vec<f64> =
        ends.flat_map(|end| [Some(end), rate.and_then(|rate| end.times(rate))]).flatten().map(size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    sizes
}
