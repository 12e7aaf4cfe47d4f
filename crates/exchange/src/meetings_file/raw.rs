//! What a file of meetings says, before anybody asks whether it fits together: words and numbers, each with its place. TOML and spreadsheets say the same.

use festoon_domain::programme::Spot;
use jiff::civil::{Date, DateTime};

use crate::{Placed, Right, Word};

/// What does not fit, and where it stands.
pub(super) type Fault = (Spot, Right);

/// Faults as they are found; a file is read to its end, so that all are told at once.
#[derive(Debug, Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// Nothing, and a fault more, where there is none.
    pub(super) fn known<T>(&mut self, found: Result<T, Fault>) -> Option<T> {
        found.map_err(|fault| self.0.push(fault)).ok()
    }
}

pub(super) fn fault(at: &Spot, zh: impl Into<String>, en: impl Into<String>) -> Fault {
    (at.clone(), Right::new(zh, en))
}

pub(super) fn bad(at: &Spot, key: &str, stood: &str, right: &str) -> Fault {
    fault(
        at,
        format!("「{key}」的「{stood}」不对，应为：{right}。"),
        format!("“{stood}” for “{key}” does not fit; right would be: {right}."),
    )
}

#[derive(Debug)]
pub(super) struct Document {
    pub(super) minutes: Placed<u32>,
    pub(super) between: u32,
    pub(super) in_a_row: Option<u32>,
    pub(super) days: Vec<Day>,
    pub(super) parties: Vec<Party>,
    pub(super) interpreters: Vec<Interpreter>,
    pub(super) venues: Vec<Venue>,
    pub(super) roads: Vec<Road>,
    pub(super) breaks: Vec<Break>,
    pub(super) pins: Vec<Pin>,
    pub(super) apart: Vec<Apart>,
}

#[derive(Debug)]
pub(super) struct Day {
    pub(super) date: Placed<Date>,
    pub(super) hours: Vec<Word>,
}

#[derive(Debug)]
pub(super) struct Party {
    pub(super) name: Word,
    pub(super) people: Vec<Word>,
    pub(super) languages: Vec<Word>,
    pub(super) offers: Vec<String>,
    pub(super) seeks: Vec<String>,
    pub(super) wishes: Vec<Word>,
    pub(super) most: Option<u32>,
    pub(super) away: Vec<Word>,
}

#[derive(Debug)]
pub(super) struct Interpreter {
    pub(super) name: Word,
    pub(super) languages: Vec<Word>,
    pub(super) away: Vec<Word>,
}

#[derive(Debug)]
pub(super) struct Venue {
    pub(super) name: Word,
    pub(super) tables: u32,
    pub(super) closed: Vec<Word>,
}

#[derive(Debug)]
pub(super) struct Road {
    pub(super) from: Word,
    pub(super) to: Word,
    pub(super) minutes: u32,
}

#[derive(Debug)]
pub(super) struct Break {
    pub(super) name: Word,
    pub(super) between: Word,
    pub(super) free: u32,
}

#[derive(Debug)]
pub(super) struct Pin {
    pub(super) one: Word,
    pub(super) other: Word,
    pub(super) start: Option<Placed<DateTime>>,
    pub(super) venue: Option<Word>,
}

#[derive(Debug)]
pub(super) struct Apart {
    pub(super) one: Word,
    pub(super) other: Word,
}
