//! What figures are alone in, so that a unit or a stage points to them without a name: the only ones of their week that count in a unit which
//! counts little else.

use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::unit::Unit;
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::Hash;

/// Figures by what `key` says of them; nothing for those that are left out.
pub(in crate::lint) fn by<K: Hash + Eq>(
    ledger: &Ledger,
    key: impl Fn(usize, &Figure) -> Option<K>,
) -> FxHashMap<K, Vec<u32>> {
    let mut by: FxHashMap<K, Vec<u32>> = FxHashMap::default();
    for (at, figure) in ledger.figures.iter().enumerate() {
        if let Some(key) = key(at, figure) {
            by.entry(key).or_default().extend(u32::try_from(at));
        }
    }
    by
}

/// The units of those that are alone, with their weeks.
pub(in crate::lint) fn sole_units(
    ledger: &Ledger,
    sole: &[bool],
    weeks: &[Option<u16>],
) -> FxHashSet<(Option<u16>, Unit)> {
    let figures = ledger.figures.iter().zip(sole).zip(weeks).filter(|((_, sole), _)| **sole);
    figures.filter_map(|((figure, _), week)| Some((*week, figure.unit?))).collect()
}

/// Whether a figure is the only one of its week that counts in its unit, and the unit counts little else.
pub(in crate::lint) fn is_sole(ledger: &Ledger, figure: &Figure) -> bool {
    use Unit::{
        Achievement, Agreement, Award, Booth, Chain, Checkpoint, Country, Demand, Exhibit, ExhibitionPoint,
        Interaction, Job, KilowattHour, Language, Media, Meeting, Patent, Report, SquareMetre, Stamp, Team,
        View, Visit, Visitor, Volume,
    };
    let telling = matches!(
        figure.unit,
        Some(
            Achievement
                | Agreement
                | Award
                | Country
                | Language
                | Team
                | View
                | Visitor
                | Volume
                | Booth
                | Chain
                | Checkpoint
                | Demand
                | Exhibit
                | ExhibitionPoint
                | Interaction
                | Job
                | KilowattHour
                | Media
                | Meeting
                | Patent
                | Report
                | SquareMetre
                | Stamp
                | Visit
        )
    );
    let foreign = figure.currency.is_some_and(|currency| currency != ledger.currency);
    let telling = telling || foreign;
    let twin = |other: &&Figure| {
        other.unit == figure.unit
            && other.currency == figure.currency
            && other.scope.get("week") == figure.scope.get("week")
    };
    telling && ledger.figures.iter().filter(twin).count() == 1
}

/// The weeks whose forums have a number of their own.
pub(in crate::lint) fn with_forums(ledger: &Ledger, weeks: &[Option<u16>]) -> FxHashSet<Option<u16>> {
    let figures = ledger.figures.iter().zip(weeks);
    figures.filter(|(figure, _)| figure.unit == Some(Unit::Forum)).map(|(_, week)| *week).collect()
}
