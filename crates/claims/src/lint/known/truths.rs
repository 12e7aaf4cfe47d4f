//! The numbers of a ledger's figures in rough arithmetic, made ready once a text: most claims are far from most figures, and that is seen
//! at one look at them. What is not far goes on to the exact rules (`judge`).

use crate::calendar::Date;
use crate::claim::{Claim, Kind, Value};
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::lint::verdicts::judge::{Ends, Rough};
use crate::unit::Currency;

/// What is known of one figure's number.
pub(in crate::lint) struct Truth {
    /// The value in force on the day of the text.
    pub(in crate::lint) today: Value,
    /// All that it ever was, the newest first; nothing where rough arithmetic does not do: for days and times, and for foreign money.
    ever: Vec<Ends>,
    kind: Kind,
    currency: Option<Currency>,
}

/// How a claim stands to the values of a figure, seen from afar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Seen {
    /// It is the very number, without a hedge and in the same terms.
    Same,
    /// It states none of them.
    Far,
    /// The exact rules must be asked.
    Unclear,
}

impl Truth {
    /// The truths of a ledger, figure by figure.
    pub(in crate::lint) fn all(ledger: &Ledger, day: Date) -> Vec<Self> {
        ledger.figures.iter().map(|figure| Self::of(ledger, figure, day)).collect()
    }

    fn of(ledger: &Ledger, figure: &Figure, day: Date) -> Self {
        let values = std::iter::once(figure.value).chain(figure.earlier.iter().map(|earlier| earlier.value));
        let ends = values.map(|value| value.ends().map(|(low, high)| Ends::of(low, high, figure.tolerance)));
        // Foreign money is held against the ledger's own as well, at rates of its own.
        let own = figure.currency.is_none_or(|currency| currency == ledger.currency);
        Self {
            today: figure.on(day),
            ever: if own { ends.collect::<Option<_>>().unwrap_or_default() } else { Vec::new() },
            kind: figure.kind,
            currency: figure.currency,
        }
    }

    /// How a claim stands to the values, seen from afar; `truth` is the one of them in force.
    #[inline]
    pub(in crate::lint) fn seen(&self, claim: &Claim, rough: Option<Rough>, truth: Value) -> Seen {
        let Some(rough) = rough.filter(|_| self.can_be_compared(claim)) else { return Seen::Unclear };
        match () {
            () if self.ever.iter().all(|ends| rough.is_far(ends)) => Seen::Far,
            () if claim.hedge.is_none() && claim.value == truth => Seen::Same,
            () => Seen::Unclear,
        }
    }

    /// Whether a claim could be a wrong number of the one value that there ever was; nothing where the exact rules must be asked.
    #[inline]
    pub(in crate::lint) fn is_close(&self, claim: &Claim, rough: Option<Rough>) -> Option<bool> {
        let [only] = &self.ever[..] else { return None };
        rough.filter(|_| self.can_be_compared(claim)).map(|rough| rough.is_close(only))
    }

    /// Whether a claim is held against these values as they stand.
    fn can_be_compared(&self, claim: &Claim) -> bool {
        let alike = claim.kind == self.kind && (claim.currency.is_none() || claim.currency == self.currency);
        alike && !self.ever.is_empty()
    }
}
