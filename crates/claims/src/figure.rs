//! A figure: a number as it is known, with everything that decides whether a text states it rightly.

use crate::calendar::Date;
use crate::claim::{Change, Hedge, Kind, Stage, Value};
use crate::number::Number;
use crate::unit::{Currency, Unit};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A published number with its definition. Plain values; [`Ledger::faults`](crate::Ledger::faults) says what contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Unique in its ledger.
    pub id: String,
    /// The Chinese name, then aliases.
    pub zh: Vec<String>,
    /// The English name, then aliases.
    pub en: Vec<String>,
    /// What sort of figure it is.
    pub kind: Kind,
    /// The truth, or the interval it is known to lie in.
    pub value: Value,
    /// Nothing for money, dates and plain numbers.
    pub unit: Option<Unit>,
    /// For money only.
    pub currency: Option<Currency>,
    /// What one unit of `currency` costs in the ledger's currency, for this figure.
    pub rate: Option<Number>,
    /// How far the counted things are.
    pub stage: Option<Stage>,
    /// What it is about, key by key; `week` is always there.
    pub scope: BTreeMap<String, String>,
    /// The day on which the value holds.
    pub as_of: Option<Date>,
    /// What it was before, oldest first: from that day on, until the next.
    pub earlier: Vec<Earlier>,
    /// For shares, points and factors that say a change: [`Change::Up`] or [`Change::Down`].
    pub direction: Option<Change>,
    /// Share of the value by which a number may differ and still be right, on top of rounding.
    pub tolerance: Number,
    /// The hedges that are honest; nothing: all that the rules make true.
    pub hedges: Option<Vec<Hedge>>,
    /// The wording in which it was given out.
    pub announced: Announced,
    /// Who may know it.
    pub secrecy: Secrecy,
    /// Before this instant nobody may publish it.
    pub embargoed_until: Option<Timestamp>,
    /// Ids of the parts whose sum it is.
    pub sum_of: Vec<String>,
}

/// A value that held before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    /// The day from which on it held.
    pub as_of: Date,
    /// The truth of that day.
    pub value: Value,
}

/// The wording in which a figure was given out, by language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Announced {
    /// In Chinese.
    pub zh: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// Who may know a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Secrecy {
    /// Everybody.
    #[default]
    Public,
    /// Nobody outside the house.
    Internal,
}

impl Figure {
    /// A public figure with a truth and no more; the rest is filled in by whoever knows it.
    #[must_use]
    pub fn new(id: &str, kind: Kind, value: Value) -> Self {
        Self {
            id: id.to_owned(),
            zh: Vec::new(),
            en: Vec::new(),
            kind,
            value,
            unit: None,
            currency: None,
            rate: None,
            stage: None,
            scope: BTreeMap::new(),
            as_of: None,
            earlier: Vec::new(),
            direction: None,
            tolerance: Number::ZERO,
            hedges: None,
            announced: Announced::default(),
            secrecy: Secrecy::Public,
            embargoed_until: None,
            sum_of: Vec::new(),
        }
    }

    /// The value in force on `day`: the last one that held by then, and before the first, the first.
    #[must_use]
    pub fn on(&self, day: Date) -> Value {
        if self.as_of.is_none_or(|as_of| as_of <= day) {
            return self.value;
        }
        let in_force = self.earlier.iter().rev().find(|earlier| earlier.as_of <= day);
        in_force.or_else(|| self.earlier.first()).map_or(self.value, |earlier| earlier.value)
    }

    /// Whether it may be published at `at`.
    #[must_use]
    pub fn may_be_told(&self, at: Timestamp) -> bool {
        self.secrecy == Secrecy::Public && self.embargoed_until.is_none_or(|until| until <= at)
    }
}
