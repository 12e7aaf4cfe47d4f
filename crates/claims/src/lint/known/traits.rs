//! What is asked of every figure that a claim could mean, kept close together: a ledger's figures themselves lie far apart in memory, with
//! all their names.

use super::names::Name;
use crate::claim::{Change, Kind, Stage};
use crate::figure::Figure;
use crate::unit::{Currency, Unit};

/// Those of a figure's fields by which words tell it apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Traits {
    pub(in crate::lint) kind: Kind,
    pub(in crate::lint) unit: Option<Unit>,
    pub(in crate::lint) currency: Option<Currency>,
    pub(in crate::lint) stage: Option<Stage>,
    pub(in crate::lint) direction: Option<Change>,
}

impl Traits {
    pub(in crate::lint) fn of(figure: &Figure) -> Self {
        let Figure { kind, unit, currency, stage, direction, .. } = *figure;
        Self { kind, unit, currency, stage, direction }
    }
}

/// The keywords of all names of all figures in one row each.
#[derive(Debug)]
pub(crate) struct Named {
    /// Where the names of each figure begin, and where the last ones end.
    figures: Vec<u32>,
    /// What each name weighs as a whole, and where its keywords end; they begin where those before end.
    names: Vec<(f64, u32)>,
    /// Keywords with their weights.
    words: Vec<(u32, f64)>,
}

impl Named {
    pub(in crate::lint) fn new(figures: &[Vec<Name>]) -> Self {
        let row = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let mut named = Self { figures: vec![0], names: Vec::new(), words: Vec::new() };
        for names in figures {
            for (weight, words) in names {
                named.words.extend(words);
                named.names.push((*weight, row(named.words.len())));
            }
            named.figures.push(row(named.names.len()));
        }
        named
    }

    /// How much of one of a figure's names stands near, when each keyword stands as near as `near` says.
    pub(in crate::lint) fn most(&self, figure: usize, near: &[f64]) -> f64 {
        let (first, last) = (self.figures[figure] as usize, self.figures[figure + 1] as usize);
        let mut from = first.checked_sub(1).map_or(0, |before| self.names[before].1) as usize;
        let mut most = 0.0;
        for (weight, end) in &self.names[first..last] {
            let words = &self.words[from..*end as usize];
            let there: f64 = words.iter().map(|(id, weight)| weight * near[*id as usize]).sum();
            most = f64::max(most, there / weight);
            from = *end as usize;
        }
        most
    }
}

/// What a key of scope says that all ledgers know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Place,
    Channel,
    Week,
    Other,
}

impl Key {
    pub(in crate::lint) fn of(key: &str) -> Self {
        match key {
            "place" => Self::Place,
            "channel" => Self::Channel,
            "week" => Self::Week,
            _ => Self::Other,
        }
    }
}
