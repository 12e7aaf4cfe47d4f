//! Of what there is only so much at a time: places in a house, stocks, and a track's right to be alone. Kept as what is drawn in every slot.

use super::{Ground, Shift};
use crate::{Rule, Score};

#[derive(Clone)]
pub(crate) struct Crowds {
    /// By house: people in each slot of the line.
    people: Vec<Vec<u32>>,
    /// By stock.
    drawn: Vec<Vec<u32>>,
    /// By track: its entries.
    tracks: Vec<Vec<u32>>,
}

impl Crowds {
    pub(crate) fn new(ground: &Ground<'_>) -> Self {
        let problem = ground.problem;
        let line = |on: bool| if on { vec![0; ground.line] } else { Vec::new() };
        let full = ground.on(Rule::VenueCapacity);
        let alone = ground.on(Rule::TrackAtOnce);
        Self {
            people: problem.venues.iter().map(|venue| line(full && venue.places.is_some())).collect(),
            drawn: problem.stocks.iter().map(|stock| line(ground.on(stock.rule))).collect(),
            tracks: problem.tracks.iter().map(|_| line(alone)).collect(),
        }
    }

    pub(crate) fn shift(&mut self, ground: &Ground<'_>, shift: Shift) -> Score {
        let problem = ground.problem;
        let asks = &problem.entries[shift.entry as usize];
        let block = shift.block as usize;
        let from = ground.base[ground.period[block] as usize] + usize::from(shift.slot);
        let stretch = from..from + usize::from(asks.slots);
        let mut changed = Score::default();

        let venue = ground.venue[block] as usize;
        if let (Some(slots), Some(places)) =
            (self.people[venue].get_mut(stretch.clone()), problem.venues[venue].places)
            && asks.audience > 0
        {
            let count = drawn(slots, asks.audience, shift.sign, |people| i64::from(people > places));
            changed = changed + ground.unit[Rule::VenueCapacity as usize] * count;
        }
        for draw in &asks.draws {
            let stock = &problem.stocks[draw.stock as usize];
            if let Some(slots) = self.drawn[draw.stock as usize].get_mut(stretch.clone()) {
                let count = drawn(slots, draw.amount, shift.sign, |amount| {
                    i64::from(amount.saturating_sub(stock.of))
                });
                changed = changed + ground.unit[stock.rule as usize] * count;
            }
        }
        if let Some(slots) = self.tracks[asks.track as usize].get_mut(stretch) {
            let count = drawn(slots, 1, shift.sign, |beside| i64::from(beside.saturating_sub(1)));
            changed = changed + ground.unit[Rule::TrackAtOnce as usize] * count;
        }
        changed
    }
}

/// Draws an amount in every slot, or gives it back: by how much the count rises.
fn drawn(slots: &mut [u32], amount: u32, sign: i64, count: impl Fn(u32) -> i64) -> i64 {
    let mut rise = 0;
    for slot in slots {
        rise -= count(*slot);
        *slot = if sign > 0 { slot.saturating_add(amount) } else { slot.saturating_sub(amount) };
        rise += count(*slot);
    }
    rise
}
