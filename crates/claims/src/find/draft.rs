//! A figure while it is being read.

use crate::claim::{Change, Hedge, Kind, Oddity, Role, UnitFrom, Value};
use crate::number::Number;
use crate::unit::{Currency, Unit};

/// A figure while it is being read, in tokens instead of bytes.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) first: usize,
    pub(super) next: usize,
    /// Where its number begins and ends.
    pub(super) number: (usize, usize),
    pub(super) kind: Kind,
    pub(super) value: Value,
    pub(super) unit: Option<Unit>,
    pub(super) unit_from: UnitFrom,
    pub(super) currency: Option<Currency>,
    pub(super) hedge: Option<Hedge>,
    pub(super) change: Option<Change>,
    pub(super) role: Role,
    pub(super) step: Number,
    pub(super) digits: u8,
    pub(super) oddity: Option<Oddity>,
}

impl Draft {
    /// A figure of a kind and a value, from a token to another, without anything around it.
    pub(super) fn new(first: usize, next: usize, kind: Kind, value: Value) -> Self {
        Self {
            first,
            next,
            number: (first, next),
            kind,
            value,
            unit: None,
            unit_from: UnitFrom::Words,
            currency: None,
            hedge: None,
            change: None,
            role: Role::Stated,
            step: Number::ONE,
            digits: 1,
            oddity: None,
        }
    }
}

/// What trying to read a figure came to.
pub(super) enum Found {
    Figure(Draft),
    /// No figure; the token to go on from.
    Skip(usize),
}
