//! How the value of a claim stands to that of a figure: the same, an older one, another power of ten, another currency, or merely near.

use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Kind, Value};
use crate::figure::Figure;
use crate::lint::heard::around::Around;
use crate::lint::known::look;
use crate::lint::known::shapes;
use crate::lint::known::truths::Seen;
use crate::lint::matching::Matcher;
use crate::lint::verdicts::judge::{self, Standing};
use crate::number::Number;
use crate::unit::Currency;

/// How the value of a claim stands to a figure.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::lint) enum Fit {
    Right,
    /// An earlier value, or one newer than the day said.
    Old(Option<Date>),
    HedgeFalse,
    /// The hedge is false and the number is the very truth.
    HedgeOnly,
    Power(i32),
    Currency,
    Unit,
    Close,
    Far,
}

/// What a slip by a power of ten, a wrong number and one far off say for a figure.
pub(in crate::lint) const SLIP: f64 = 2.2;
pub(in crate::lint) const CLOSE: f64 = 1.0;
pub(in crate::lint) const FAR: f64 = -3.0;

impl Fit {
    /// Whether the number is the figure's own, be it under another name or of another day.
    pub(in crate::lint) fn is_meant(&self) -> bool {
        matches!(self, Self::Right | Self::Currency | Self::Unit | Self::HedgeOnly | Self::Old(_))
    }

    pub(in crate::lint) fn weight(&self, claim: &Claim) -> f64 {
        // The more digits agree, and the larger the number, the less it is by chance.
        let large = claim.value.number().is_some_and(|said| said >= Number::whole(10_000));
        let hedge = claim.hedge.filter(|_| *self != Self::HedgeOnly);
        let digits = match (claim.digits, hedge) {
            (3.., None) => 4.4,
            (2, None) if claim.value.number().is_some_and(|said| said >= Number::whole(100)) => 4.0,
            (2, None) => 3.4,
            (2.., Some(_)) if large => 2.6,
            (2.., Some(Hedge::More)) => 2.4,
            (1, _) if large => 1.8,
            (2.., Some(_)) => 1.4,
            _ => 0.0,
        };
        match self {
            Self::HedgeOnly => 3.0 + digits,
            Self::Right => 4.0 + digits,
            Self::Old(_) => 3.0 + digits * 0.6,
            Self::HedgeFalse => 1.8 + digits,
            // The very digits in other money are no chance.
            Self::Currency if claim.digits >= 3 && claim.hedge.is_none() => 4.0,
            Self::Currency | Self::Unit => 2.6,
            Self::Power(_) => SLIP,
            Self::Close => CLOSE,
            Self::Far => FAR,
        }
    }
}

impl Matcher<'_> {
    /// How the value stands to the figure's, on the day that the text speaks of.
    pub(in crate::lint) fn fit(&self, claim: &Claim, at: usize, around: &Around) -> Fit {
        let figure = &self.linter.ledger.figures[at];
        self.stated(claim, at, around).unwrap_or_else(|own| self.likeness(claim, figure, own))
    }

    /// The same of a number that the figure has or had, be it in another unit or currency; of any other the truth in the claim's own terms.
    pub(in crate::lint) fn stated(
        &self,
        claim: &Claim,
        at: usize,
        around: &Around,
    ) -> Result<Fit, Option<Value>> {
        let (figure, known) = (&self.linter.ledger.figures[at], &self.near.truths[at]);
        let rules = &self.linter.ledger.hedges;
        let day = around.day;
        let truth = day.map_or(known.today, |day| figure.on(day));
        let seen = if self.bound.is_none() { known.seen(claim, around.rough, truth) } else { Seen::Unclear };
        if seen == Seen::Far {
            return Err(Some(truth));
        }
        let foreign = seen == Seen::Unclear && claim.currency.is_some();
        if foreign && self.is_in_wrong_currency(claim, figure, truth) {
            return Ok(Fit::Currency);
        }
        let same = claim.kind == figure.kind && claim.currency == figure.currency;
        let own = if same { truth } else { self.in_terms_of(claim, figure, truth).ok_or(None)? };
        let standing =
            if seen == Seen::Same { Standing::Right } else { judge::stands(claim, figure, own, rules) };
        match standing {
            Standing::Right
                if day.is_some_and(|day| is_older(figure, truth, day) && self.may_be_older(figure)) =>
            {
                return Ok(Fit::Old(None));
            }
            Standing::Right if claim.kind != figure.kind => return Ok(Fit::Unit),
            Standing::Right => return Ok(Fit::Right),
            Standing::HedgeFalse if claim.kind == figure.kind => {
                let only = own.number().is_some_and(|own| claim.value == Value::Number(own));
                return Ok(if only { Fit::HedgeOnly } else { Fit::HedgeFalse });
            }
            _ => {}
        }
        let others = figure
            .earlier
            .iter()
            .map(|earlier| (Some(earlier.as_of), earlier.value))
            .chain([(figure.as_of, figure.value)]);
        for (since, value) in others.filter(|(_, value)| *value != truth) {
            let Some(own) = self.in_terms_of(claim, figure, value) else { continue };
            if judge::stands(claim, figure, own, rules) == Standing::Right {
                let dated =
                    since.is_some_and(|since| around.dates.iter().any(|date| date.agrees_with(since)));
                // The newest number is known before the day it is to hold from, and is no old one.
                let newest = value == figure.value && since.is_some_and(|since| since > self.occasion.day);
                let right = (dated || newest) && claim.as_of.is_none();
                return Ok(if right { Fit::Right } else { Fit::Old(since) });
            }
        }
        Err(Some(own))
    }

    /// How a number that is none of the figure's stands to the truth in the claim's own terms.
    pub(in crate::lint) fn likeness(&self, claim: &Claim, figure: &Figure, own: Option<Value>) -> Fit {
        let rules = &self.linter.ledger.hedges;
        let Some(own) = own else { return Fit::Far };
        if claim.kind != figure.kind {
            return Fit::Far;
        }
        if let Some(power) = judge::power(claim, figure, own, rules)
            .filter(|_| matches!(claim.kind, Kind::Count | Kind::Money | Kind::Share | Kind::Points))
        {
            return Fit::Power(power);
        }
        if is_close(claim, own) { Fit::Close } else { Fit::Far }
    }

    /// The day that the text speaks of, when it says one; `back` is the one before that.
    pub(in crate::lint) fn day_of(&self, claim: &Claim, back: Option<Date>) -> Option<Date> {
        let year = self.occasion.day.year;
        back.or(claim.as_of.map(|day| day.within(year))).filter(|day| day.day.is_some())
    }

    /// Whether a figure could have been otherwise before: it was, or its day lies behind the text's own.
    fn may_be_older(&self, figure: &Figure) -> bool {
        !figure.earlier.is_empty() || figure.as_of.is_none_or(|since| since <= self.occasion.day)
    }

    /// Whether the number is right and its currency is not: the figure's own amount, or that in the ledger's money, under another name.
    pub(in crate::lint) fn is_in_wrong_currency(&self, claim: &Claim, figure: &Figure, truth: Value) -> bool {
        let rules = &self.linter.ledger.hedges;
        let (Some(said), Some(own)) = (claim.currency, figure.currency) else { return false };
        let stands = |truth: Value| judge::stands(claim, figure, truth, rules) == Standing::Right;
        if self.bound.is_some() && !stands(truth) && self.would_be_right_in_other_money(claim, figure, truth)
        {
            return true;
        }
        if said != own {
            let converted = self.in_terms_of(claim, figure, truth).is_some_and(stands);
            let in_ledgers = self.in_ledgers_money(figure, truth);
            return !converted
                && (stands(truth) || said != self.linter.ledger.currency && in_ledgers.is_some_and(stands));
        }
        own != self.linter.ledger.currency
            && !stands(truth)
            && claim.digits >= 2
            && self.in_ledgers_money(figure, truth).is_some_and(stands)
    }

    /// “41.27 billion yuan (about HK$5.65 billion)”: whether what restates an amount would do so rightly in some other money that is quoted.
    fn would_be_right_in_other_money(&self, claim: &Claim, figure: &Figure, truth: Value) -> bool {
        let ledger = &*self.linter.ledger;
        let right = |claim: &Claim| {
            let own = self.in_terms_of(claim, figure, truth);
            own.is_some_and(|own| judge::stands(claim, figure, own, &ledger.hedges) == Standing::Right)
        };
        let others = ledger.rates.keys().copied().chain([ledger.currency]);
        claim.digits >= 2
            && !right(claim)
            && others
                .filter(|other| Some(*other) != claim.currency)
                .any(|other| right(&Claim { currency: Some(other), ..claim.clone() }))
    }

    pub(in crate::lint) fn in_ledgers_money(&self, figure: &Figure, truth: Value) -> Option<Value> {
        let rate = self.linter.ledger.rate_of(figure.currency?, Some(figure))?;
        truth.number()?.times(rate).map(Value::Number)
    }

    /// The truth in the currency and kind of the claim.
    pub(in crate::lint) fn in_terms_of(&self, claim: &Claim, figure: &Figure, truth: Value) -> Option<Value> {
        let scaled = |factor: Number| match truth {
            Value::Number(number) => number.times(factor).map(Value::Number),
            Value::Range(low, high) => {
                low.times(factor).zip(high.times(factor)).map(|(low, high)| Value::Range(low, high))
            }
            other => Some(other),
        };
        match (claim.kind, figure.kind) {
            (Kind::Share, Kind::Points) => return scaled(Number::fraction(1, 100)?),
            (Kind::Points, Kind::Share) => return scaled(Number::whole(100)),
            (Kind::Share, Kind::Factor) if claim.change == Some(Change::Up) => {
                return Some(Value::Number(truth.number()?.minus(Number::ONE)?));
            }
            _ => {}
        }
        let (Some(said), Some(own)) = (claim.currency, figure.currency) else { return Some(truth) };
        if said == own {
            return Some(truth);
        }
        let ledger = &*self.linter.ledger;
        let rate = |currency: Currency| ledger.rate_of(currency, Some(figure));
        scaled(rate(own)?.over(rate(said)?)?)
    }
}

/// Whether a value was not yet in force on the day that the text names.
pub(in crate::lint) fn is_older(figure: &Figure, value: Value, day: Date) -> bool {
    let since = figure.earlier.iter().find(|earlier| earlier.value == value).map(|earlier| earlier.as_of);
    since.or(figure.as_of).is_some_and(|since| day < since)
}

/// Kinds that a slip of words turns into one another.
pub(in crate::lint) fn is_mixed(claim: &Claim, figure: &Figure) -> bool {
    shapes::is_mixed(claim.kind, figure.kind)
}

/// Whether a date is at most three days beside the figure's.
pub(in crate::lint) fn is_days_off(claim: &Claim, figure: &Figure) -> bool {
    let (Value::Date(said), Value::Date(truth)) = (claim.value, figure.value) else { return false };
    let near = said.day.zip(truth.day).is_some_and(|(said, truth)| said.abs_diff(truth) <= 3);
    said.month == truth.month && near
}

pub(in crate::lint) fn shares_an_end(claim: &Claim, figure: &Figure) -> bool {
    match (claim.value, figure.value) {
        (Value::Period(from, to), Value::Period(first, last)) => {
            let same = |one: Date, other: Date| one.month == other.month && one.day == other.day;
            same(from, first) || same(to, last)
        }
        _ => false,
    }
}

/// Whether the number could be a wrong one of the figure: between half and twice of it, or the next edition or day.
pub(in crate::lint) fn is_close(claim: &Claim, truth: Value) -> bool {
    match (claim.value, truth) {
        (Value::Date(_), Value::Date(_))
        | (Value::Period(..), Value::Period(..))
        | (Value::Time(_), Value::Time(_)) => true,
        _ if matches!(claim.kind, Kind::Edition | Kind::Ordinal) => true,
        _ => {
            let Some(((said, _), (low, high))) = claim.value.ends().zip(truth.ends()) else { return false };
            let (said, low, high) = (said.roughly(), low.roughly(), high.roughly());
            said >= low * look::MEANT.0 && said <= high * look::MEANT.1
        }
    }
}
