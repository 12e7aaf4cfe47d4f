//! A ledger of figures, with the rules that say which hedges are honest, and its contradictions told one by one.

mod faults;
mod file;

pub use faults::Fault;
pub use file::Unreadable;

use crate::claim::Hedge;
use crate::figure::Figure;
use crate::number::Number;
use crate::unit::Currency;
use std::collections::BTreeMap;

/// Everything that texts are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// What 亿, 元 and “yuan” mean when the text says no more.
    pub currency: Currency,
    /// The zone in which days begin, by its IANA name.
    pub time_zone: String,
    /// Which hedges are honest.
    pub hedges: HedgeRules,
    /// What one unit of a foreign currency costs in `currency`; a figure's own rate wins.
    pub rates: BTreeMap<Currency, Number>,
    /// The weeks that texts speak of.
    pub weeks: Vec<Week>,
    /// For each scope key, for each value of it, the words that say it.
    pub scopes: BTreeMap<String, BTreeMap<String, Words>>,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// An edition of the series, by the names that texts give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// As in the figures' scopes.
    pub id: String,
    /// Its names, the preferred one first.
    pub names: Words,
}

/// Words for one thing, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

/// How far the truth may lie from a hedged number, and on which side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HedgeRules([HedgeRule; Hedge::ALL.len()]);

/// The rule of one hedge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HedgeRule {
    /// Where the truth must lie, seen from the number stated.
    pub side: Side,
    /// How far away at most.
    pub within: Width,
}

/// Where the truth lies, seen from the number stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Below it.
    Below,
    /// Above it.
    Above,
    /// On it or around it.
    Either,
    /// On it or above.
    AboveOrEqual,
    /// On it or below.
    BelowOrEqual,
}

/// How far the truth may lie from the number stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A share of the number stated.
    Share(Number),
    /// Less than one step of its last digit that is not zero.
    Place,
}

impl HedgeRules {
    /// The rule of a hedge.
    #[must_use]
    pub fn of(&self, hedge: Hedge) -> HedgeRule {
        self.0[hedge as usize]
    }

    /// The same rules with another one for `hedge`.
    #[must_use]
    pub fn with(mut self, hedge: Hedge, rule: HedgeRule) -> Self {
        self.0[hedge as usize] = rule;
        self
    }
}

/// 近 only from below and within 5 %, 超 only from above and within 10 %, and so on.
impl Default for HedgeRules {
    fn default() -> Self {
        Self(Hedge::ALL.map(usual))
    }
}

fn usual(hedge: Hedge) -> HedgeRule {
    let share = |hundredths| Width::Share(Number::fraction(hundredths, 100).unwrap_or(Number::ZERO));
    let (side, within) = match hedge {
        Hedge::Nearly => (Side::Below, share(5)),
        Hedge::Over => (Side::Above, share(10)),
        Hedge::More => (Side::Above, Width::Place),
        Hedge::About => (Side::Either, share(5)),
        Hedge::AtLeast => (Side::AboveOrEqual, share(10)),
        Hedge::AtMost => (Side::BelowOrEqual, share(10)),
        Hedge::Under => (Side::Below, share(10)),
    };
    HedgeRule { side, within }
}

impl Ledger {
    /// A ledger in yuan with the usual rules for hedges.
    #[must_use]
    pub fn new(figures: Vec<Figure>) -> Self {
        Self {
            currency: Currency::CNY,
            time_zone: "Asia/Shanghai".to_owned(),
            hedges: HedgeRules::default(),
            rates: BTreeMap::new(),
            weeks: Vec::new(),
            scopes: BTreeMap::new(),
            figures,
        }
    }

    /// The figure of an id.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// What one unit of a figure's currency costs in the ledger's.
    #[must_use]
    pub fn rate_of(&self, currency: Currency, figure: Option<&Figure>) -> Option<Number> {
        if currency == self.currency {
            return Some(Number::ONE);
        }
        let own = figure.filter(|figure| figure.currency == Some(currency)).and_then(|figure| figure.rate);
        own.or_else(|| self.rates.get(&currency).copied())
    }
}
