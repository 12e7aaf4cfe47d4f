//! How the values of a ledger look from afar, so that a claim is held only against figures that it could mean: those of its sort in the order
//! of their sizes and of their digits, in which the ones that a claim looks for (`look`) stand together.

use super::look::{Look, Sight, Sights, rounded};
use crate::claim::{Claim, Kind, Value};
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::lint::weighing::evidence::may_agree;
use crate::number::Number;
use crate::unit::{Currency, Unit};
use rustc_hash::FxHashMap;

/// The rough sizes of the values of figures.
#[derive(Debug)]
pub(crate) struct Shapes {
    /// For each sort of claims the figures that they may be held against; the last of a kind is for money that no figure is in.
    sorts: Vec<Sort>,
    /// The powers of ten of the values of figures now and before, in their own money and the ledger's, figure by figure.
    sizes: Vec<f64>,
    /// Where those of each figure begin, and where the last end.
    starts: Vec<u32>,
    /// For each figure, of what its sizes are all there is to compare: its kind and money; nothing for what is known as a range.
    terms: Vec<Option<Terms>>,
    /// The ledger's own money.
    money: Currency,
    /// How claims are looked at.
    sights: Sights,
}

pub(in crate::lint) type Terms = (Kind, Option<Currency>);

/// The figures that claims of one kind, in one money, may be held against.
#[derive(Debug)]
pub(in crate::lint) struct Sort {
    pub(in crate::lint) terms: Terms,
    pub(in crate::lint) all: Vec<u32>,
    /// The sizes of those whose sizes can be compared, in order.
    sized: Vec<(f64, u32)>,
    /// The digits of all their sizes, which are what is left of them without powers of ten, in order.
    digits: Vec<(f64, u32)>,
    /// For each unit, those of the same that count what may be called by it.
    agreeing: FxHashMap<Unit, Vec<(f64, u32)>>,
    /// The others, of which only the exact rules know.
    pub(in crate::lint) odd: Vec<u32>,
}

impl Shapes {
    /// Of a ledger, with what the nouns in the names of each figure count.
    pub(crate) fn new(ledger: &Ledger, named_units: &[Vec<Unit>]) -> Self {
        let (mut all, mut starts) = (Vec::new(), vec![0]);
        for figure in &ledger.figures {
            all.extend(sizes(ledger, figure));
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        let mut shapes = Self {
            sorts: Vec::new(),
            sizes: all,
            starts,
            terms: ledger.figures.iter().map(terms).collect(),
            money: ledger.currency,
            sights: Sights::new(ledger),
        };
        let mut monies: Vec<Currency> = ledger.figures.iter().filter_map(|figure| figure.currency).collect();
        monies.push(ledger.currency);
        monies.sort_unstable();
        monies.dedup();
        let sorts = Kind::ALL.into_iter().flat_map(|kind| {
            let monies = monies.iter().filter(move |_| kind == Kind::Money);
            monies.map(|money| Some(*money)).chain([None]).map(move |money| (kind, money))
        });
        shapes.sorts = sorts.map(|terms| shapes.sort(ledger, terms)).collect();
        for sort in shapes.sorts.iter_mut().filter(|sort| sort.terms.0 == Kind::Count) {
            for said in Unit::ALL {
                let agrees = |(_, at): &&(f64, u32)| {
                    let truth = ledger.figures[*at as usize].unit;
                    truth.is_none_or(|truth| may_agree(*said, truth, &named_units[*at as usize]))
                };
                sort.agreeing.insert(*said, sort.digits.iter().filter(agrees).copied().collect());
            }
        }
        shapes
    }

    /// The figures that claims in some terms are held against.
    fn sort(&self, ledger: &Ledger, terms: Terms) -> Sort {
        let mut sort = Sort {
            terms,
            all: Vec::new(),
            sized: Vec::new(),
            digits: Vec::new(),
            agreeing: FxHashMap::default(),
            odd: Vec::new(),
        };
        for (at, figure) in ledger.figures.iter().enumerate() {
            if !sort.holds(figure.kind) {
                continue;
            }
            let of = u32::try_from(at).unwrap_or(u32::MAX);
            sort.all.push(of);
            if self.are_comparable(at, terms) {
                sort.sized.extend(self.sizes(at).iter().map(|size| (*size, of)));
                sort.digits.extend(self.sizes(at).iter().map(|size| (size - size.floor(), of)));
            } else {
                sort.odd.push(of);
            }
        }
        sort.sized.sort_by(|one, other| one.0.total_cmp(&other.0));
        sort.digits.sort_by(|one, other| one.0.total_cmp(&other.0));
        sort
    }

    /// Whether the sizes of a figure are all there is to compare with claims in some terms: in other money than its own and the ledger's
    /// a value is not among them.
    pub(in crate::lint) fn are_comparable(&self, figure: usize, (kind, money): Terms) -> bool {
        let foreign = kind == Kind::Money && money.is_none();
        !foreign
            && self.terms[figure].is_some_and(|(own, currency)| {
                own == kind && (money == currency || money == Some(self.money))
            })
    }

    /// The sort that a claim is of.
    pub(in crate::lint) fn sort_of(&self, claim: &Claim) -> Option<&Sort> {
        let mut sorts = self.sorts.iter().filter(|sort| sort.terms.0 == claim.kind);
        sorts.find(|sort| sort.terms.1 == claim.currency || sort.terms.1.is_none())
    }

    /// What of a claim is compared.
    pub(crate) fn look(&self, claim: &Claim) -> Option<Look> {
        self.sights.look(claim)
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

    /// What a claim could be of a figure at the most, if it does not state its number.
    #[inline]
    pub(in crate::lint) fn sight(&self, figure: usize, look: &Look) -> Sight {
        let sizes = self.sizes(figure);
        if sizes.iter().any(|size| !look.stated.misses_by_powers(*size)) {
            return Sight::Slip;
        }
        if sizes.iter().all(|size| look.meant.misses(*size)) { Sight::Far } else { Sight::Meant }
    }
}

impl Sort {
    /// Whether figures of a kind are held against these claims.
    pub(in crate::lint) fn holds(&self, kind: Kind) -> bool {
        are_held(self.terms.0, kind)
    }

    /// The figures whose number a claim may state; one that has several like it comes as often.
    pub(in crate::lint) fn stated(&self, look: &Look) -> impl Iterator<Item = u32> {
        let (low, high) = look.stated.ends();
        let first = self.sized.partition_point(|(size, _)| *size < low);
        // Few figures are so near each other that looking for the end of them would be quicker than coming there.
        self.sized[first..].iter().take_while(move |(size, _)| *size <= high).map(|(_, at)| *at)
    }

    /// The figures whose sizes are like a claim's, powers of ten aside, as often as they have such; where a unit is given, only those that may
    /// be called by it.
    pub(in crate::lint) fn alike(&self, look: &Look, unit: Option<Unit>) -> impl Iterator<Item = u32> {
        let all_digits = unit.and_then(|unit| self.agreeing.get(&unit)).unwrap_or(&self.digits);
        let digits = look.low - look.low.floor();
        let all = look.apart >= 0.5 || look.high > look.low || digits.is_nan();
        let from = |digits: f64| all_digits.partition_point(move |(size, _)| *size < digits);
        // Digits go round: 9.9 is near 1.
        let (low, high) = (digits - look.apart, digits + look.apart);
        let (first, last) = if all { (0, all_digits.len()) } else { (from(low), from(high)) };
        let before = from(low + 1.0)..all_digits.len();
        let behind = 0..from(high - 1.0);
        let round = if all { (0..0, 0..0) } else { (before, behind) };
        [first..last, round.0, round.1].into_iter().flat_map(|part| &all_digits[part]).map(|(_, at)| *at)
    }
}

/// Whether claims of one kind are held against figures of another.
pub(in crate::lint) fn are_held(claim: Kind, figure: Kind) -> bool {
    claim == figure || is_mixed(claim, figure)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Hedge;
    use crate::find::find;
    use crate::ledger::HedgeRules;
    use crate::lint::verdicts::judge::{self, Standing};
    use crate::lint::weighing::fit::is_close;

    /// What a claim is of a value by the exact rules.
    fn exactly(claim: &Claim, figure: &Figure, rules: &HedgeRules) -> Option<Sight> {
        if judge::stands(claim, figure, figure.value, rules) != Standing::Wrong {
            return None;
        }
        if judge::power(claim, figure, figure.value, rules).is_some() {
            return Some(Sight::Slip);
        }
        Some(if is_close(claim, figure.value) { Sight::Meant } else { Sight::Far })
    }

    #[test]
    fn what_is_dismissed_from_afar_is_dismissed_by_the_exact_rules() {
        let values = [7, 48, 156, 640, 1_340, 174_236, 49_600].map(Number::whole);
        let figures = values.map(|value| Figure {
            tolerance: Number::fraction(1, 50).expect("a share"),
            ..Figure::new("one", Kind::Count, Value::Number(value))
        });
        let ledger = Ledger::new(figures.to_vec());
        let shapes = Shapes::new(&ledger, &vec![Vec::new(); ledger.figures.len()]);
        let mut seen = [0; 2];
        for said in (1..2_000).chain((2_000..600_000).step_by(997)) {
            for hedge in Hedge::ALL.into_iter().map(Some).chain([None]) {
                let mut claim = find(&format!("{said}个")).remove(0);
                claim.hedge = hedge;
                let look = shapes.look(&claim).expect("a count is compared");
                let sort = shapes.sort_of(&claim).expect("counts are a sort");
                for (at, figure) in ledger.figures.iter().enumerate() {
                    let stated = sort.stated(&look).any(|stated| stated as usize == at);
                    let sight = shapes.sight(at, &look);
                    let told = format!("{said} {hedge:?} of {}", figure.value);
                    match exactly(&claim, figure, &ledger.hedges) {
                        None => assert!(stated, "{told} is stated"),
                        Some(Sight::Slip) => assert!(stated || sight == Sight::Slip, "{told} is a slip"),
                        Some(Sight::Meant) => assert!(stated || sight != Sight::Far, "{told} is meant"),
                        Some(Sight::Far) => seen[usize::from(!stated && sight == Sight::Far)] += 1,
                    }
                }
            }
        }
        assert!(seen[1] > seen[0], "most of what is far is seen to be: {seen:?}");
    }
}
