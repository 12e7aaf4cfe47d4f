//! From the likeliest figure of a claim to what is said of it.

use super::Verdict;
use super::around::{Around, Extent};
use super::clues::Clue;
use super::evidence::Contrast;
use super::fit::Fit;
use super::judge::{self, Standing};
use super::matching::{Candidate, Matcher};
use crate::claim::{Claim, Kind, UnitFrom, Value};
use crate::figure::Figure;
use crate::number::Number;
use crate::unit::Unit;

/// What the text around must say before a number is called wrong.
const CERTAIN: f64 = 2.9;
/// What it must say before a slip, an old value or another stage is told.
const LIKELY: f64 = 2.2;

/// What speaks for it that a claim means a figure, beside its evidence.
struct Grounds {
    /// Its digits agree so far that it is no chance.
    exact: bool,
    /// The figure is the only one of its week in its unit, and the unit tells.
    sole: bool,
    /// Any of these, a name, or a stage.
    known: bool,
}

impl Matcher<'_> {
    pub(super) fn decide(
        &self,
        claim: &Claim,
        candidate: &Candidate,
        around: &Around,
    ) -> (Option<usize>, Verdict) {
        let at = Some(candidate.figure);
        let figure = &self.linter.ledger.figures[candidate.figure];
        let year = self.occasion.day.year;
        let day = claim.as_of.map_or(self.occasion.day, |day| day.within(year));
        let truth = figure.on(day);
        let evidence = candidate.evidence;
        let contrast = candidate.contrast.map(|contrast| self.told(contrast, figure));
        let telling = claim.digits >= 2 || evidence >= LIKELY;
        let Grounds { exact, sole, known } = self.grounds(claim, candidate, around);
        let current = self.is_current(candidate.figure);
        let nothing = (None, Verdict::NotAmong);
        if !figure.may_be_told(self.occasion.at) {
            let meant = matches!(candidate.fit, Fit::Right | Fit::Old(_)) && evidence >= LIKELY && telling;
            return if meant { (at, Verdict::Embargoed) } else { nothing };
        }
        match &candidate.fit {
            Fit::Right => match contrast {
                // Of another week, with nothing that speaks for it: the number is the same by chance.
                None if evidence < -2.5 => nothing,
                // A small number of things of no sort, with no word for the figure.
                None if evidence < 0.3 && claim.digits < 3 && claim.unit == Some(Unit::Item) => nothing,
                None if candidate.converted && evidence < LIKELY => nothing,
                None => (at, Verdict::Right),
                Some(verdict)
                    if evidence
                        >= if candidate.swapped { -2.0 } else { self.needed(claim, candidate.figure) }
                        && !(around.elsewhere && current) =>
                {
                    (at, verdict)
                }
                Some(_) => nothing,
            },
            // What something rose from is of another time, and no figure of this week.
            _ if around.elsewhere && current => nothing,
            Fit::Old(since)
                if known
                    && telling
                    && evidence >= if claim.digits >= 3 && claim.hedge.is_none() { 0.8 } else { LIKELY } =>
            {
                (at, Verdict::Stale { since: *since, truth })
            }
            Fit::HedgeOnly
                if known && contrast.is_none() && evidence >= if claim.digits >= 3 { -0.6 } else { 1.2 } =>
            {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::HedgeFalse if known && evidence >= LIKELY && contrast.is_none() => {
                (at, Verdict::HedgeContradicts { hedge: claim.hedge, truth })
            }
            Fit::Currency if known && evidence >= if claim.digits >= 3 { -1.5 } else { LIKELY - 1.4 } => {
                let implied = claim
                    .value
                    .number()
                    .zip(truth.number())
                    .and_then(|(said, truth)| self.implied(claim, figure, said, truth));
                let own = figure.currency.unwrap_or(self.linter.ledger.currency);
                (at, Verdict::WrongCurrency { truth: own, implied_rate: implied })
            }
            Fit::Unit if exact && evidence >= 0.9 || known && evidence >= LIKELY => match figure.unit {
                Some(unit) => (at, Verdict::WrongUnit { truth: unit }),
                None => nothing,
            },
            Fit::Power(power)
                if known
                    && evidence >= Self::needed_for_slip(claim)
                    && contrast.is_none()
                    && (claim.digits >= 2
                        || evidence >= CERTAIN && claim.unit == figure.unit && claim.kind != Kind::Share) =>
            {
                (at, Verdict::OffByPower { power: *power, truth })
            }
            Fit::Close if matches!(around.extent, Extent::Day | Extent::Single) => nothing,
            Fit::Close
                if known
                    && evidence >= CERTAIN - if sole { 1.0 } else { 0.0 }
                    && contrast.is_none()
                    && !self.is_sum(claim) =>
            {
                (at, Verdict::WrongValue { truth })
            }
            _ => nothing,
        }
    }

    /// Whether enough is said of a figure to call a claim a wrong statement of it.
    fn grounds(&self, claim: &Claim, candidate: &Candidate, around: &Around) -> Grounds {
        let figure = &self.linter.ledger.figures[candidate.figure];
        let measured = figure.unit.is_some_and(Unit::is_measure);
        let share = matches!(figure.kind, Kind::Share | Kind::Points | Kind::Factor)
            || figure.kind == Kind::Money && figure.stage.is_none();
        let current = self.is_current(candidate.figure);
        let needed = match () {
            () if measured || around.extent.is_part() => 0.75,
            () if figure.kind == Kind::Factor => 0.12,
            () if share && figure.direction.is_some() && figure.direction == claim.change => 0.3,
            () if !current && candidate.fit == Fit::Close && around.years.is_empty() && !around.elsewhere => {
                0.9
            }
            () if share => 0.5,
            () => 0.32,
        };
        let named = match figure.kind {
            Kind::Edition => self.is_named_behind(claim),
            Kind::Period => true,
            _ => candidate.named >= needed,
        };
        // Three digits that agree to the last are no chance, whatever the words.
        let exact = match &candidate.fit {
            Fit::Unit => claim.digits >= 3 || claim.digits == 2 && candidate.named >= 0.2,
            Fit::Currency | Fit::Power(_) => claim.digits >= 3,
            Fit::HedgeOnly => claim.digits >= 2,
            Fit::Old(_) => claim.digits >= 3 && claim.hedge.is_none(),
            Fit::HedgeFalse | Fit::Right | Fit::Close | Fit::Far => false,
        };
        let sole = self.linter.clues.sole[candidate.figure]
            && claim.unit == figure.unit
            && claim.currency == figure.currency
            && claim.unit_from == UnitFrom::Words;
        Grounds { exact, sole, known: exact || sole || named || candidate.staged && !around.extent.is_part() }
    }

    /// A contrast as what is told of it.
    fn told(&self, contrast: Contrast, figure: &Figure) -> Verdict {
        match contrast {
            Contrast::Measure(truth) => Verdict::WrongUnit { truth },
            Contrast::Counted { said, truth } => Verdict::CountedDiffers { said, truth },
            Contrast::Stage { said, truth } => Verdict::WrongStage { said, truth },
            Contrast::Scope(key) => {
                let key = self.linter.clues.keys[usize::from(key)].clone();
                let truth = figure.scope.get(&key).cloned().unwrap_or_default();
                Verdict::ScopeDiffers { key, truth }
            }
        }
    }

    /// Whether the name of a week or a figure stands directly behind: 第四届澄湖创新周, “5th Future Network Development Conference”.
    pub(super) fn is_named_behind(&self, claim: &Claim) -> bool {
        let behind = &self.scan.text[claim.place.end..];
        let at = claim.place.end + (behind.len() - behind.trim_start().len());
        let first = self.hits.partition_point(|hit| hit.start < at);
        self.hits[first..]
            .iter()
            .take_while(|hit| hit.start == at)
            .any(|hit| matches!(hit.clue, Clue::Week(_) | Clue::Keyword(_)))
    }

    /// Whether the claims before it make it: 三个区合计87场 is told by the text itself.
    pub(super) fn is_sum(&self, claim: &Claim) -> bool {
        let before = self.claims.partition_point(|other| other.place.start < claim.place.start);
        let parts: Vec<Number> = self.claims[..before]
            .iter()
            .rev()
            .take(8)
            .filter(|other| other.kind == claim.kind && other.currency == claim.currency)
            .filter_map(|other| other.value.number())
            .collect();
        let run = |first: usize| {
            let mut sum = Number::ZERO;
            parts[first..].iter().enumerate().any(|(count, part)| {
                sum = sum.plus(*part).unwrap_or(sum);
                count > 0 && claim.value == Value::Number(sum)
            })
        };
        (0..parts.len()).any(run)
    }

    /// What the words must say for a figure whose number is right and something else is not: little when no other figure has the number.
    pub(super) fn needed(&self, claim: &Claim, at: usize) -> f64 {
        let ledger = self.linter.ledger;
        let figure = &ledger.figures[at];
        let day = self.occasion.day;
        let clues = &self.linter.clues;
        let others = ledger.figures.iter().enumerate().filter(|(other, figure)| {
            *other != at && figure.kind == claim.kind && clues.weeks[*other] == clues.weeks[at]
        });
        let unique = !others
            .into_iter()
            .any(|(_, other)| judge::stands(claim, other, other.on(day), &ledger.hedges) == Standing::Right);
        let measure =
            self.is_measured(claim) != figure.unit.is_some_and(Unit::is_measure) && claim.kind == Kind::Count;
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(100));
        let huge = claim.value.number().is_some_and(|said| said >= Number::whole(100_000));
        match claim.digits {
            _ if claim.kind == Kind::Share => 2.0,
            1 if unique && huge && !measure => -0.5,
            3.. if unique && !measure => -2.2,
            2 if unique && !measure && claim.hedge.is_none() => -1.3,
            2 if unique && large && !measure => -0.5,
            2.. => 0.8,
            _ => LIKELY,
        }
    }

    /// What the words must say for a number that is off by a power of ten: the less, the more of its digits agree.
    fn needed_for_slip(claim: &Claim) -> f64 {
        match (claim.kind, claim.digits) {
            _ if claim.hedge.is_some() => LIKELY,
            (Kind::Share, 3..) => -1.4,
            (_, 4..) => -0.5,
            _ => LIKELY,
        }
    }

    /// The rate at which a claim in the wrong currency would be right.
    pub(super) fn implied(
        &self,
        claim: &Claim,
        figure: &Figure,
        said: Number,
        truth: Number,
    ) -> Option<Number> {
        let ledger = self.linter.ledger;
        if claim.currency == Some(ledger.currency) {
            return said.over(truth);
        }
        truth.times(ledger.rate_of(figure.currency?, Some(figure))?)?.over(said)
    }
}
