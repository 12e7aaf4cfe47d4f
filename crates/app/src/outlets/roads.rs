//! The minutes of road between houses, so that a device judges a visitor's plan as the house rules do.
//!
//! `{"release":3,"buffer":0,"minutes":[[0,25],[25,0]]}`: a row and a place for each house of `programme.venues`; null where nobody knows
//! the road. Only houses in which something takes place have minutes; the row of any other is empty, and rows end behind their last
//! number. The buffer is none: the rule for everybody asks for the road alone, and minutes to spare are a guest of honour's.
//! Above 300 houses with sessions only the 300 with the most have minutes, and of the others a device says nothing, as of unknown roads.
//! Costs one pass over the occurrences and the square of the houses, at most 90,000 roads.

use std::cmp::Reverse;

use festoon_domain::venue::VenueId;
use festoon_guide::Guide;
use serde::Serialize;

/// Houses that have minutes.
const MOST_HOUSES: usize = 300;

#[derive(Serialize)]
struct Document {
    release: u32,
    buffer: u32,
    minutes: Vec<Vec<Option<u32>>>,
}

pub(super) fn write(guide: &Guide) -> Vec<u8> {
    let programme = guide.programme();
    let houses = houses_with_sessions(guide);
    let between = |from: VenueId, to: VenueId| {
        programme.roads.between(&programme.venues, from, to).map(|road| road.minutes.0)
    };
    let length = houses.last().map_or(0, |last| last.0 as usize + 1);
    let mut minutes = vec![Vec::new(); programme.venues.len()];
    for &from in &houses {
        let mut row = vec![None; length];
        for &to in &houses {
            row[to.0 as usize] = between(from, to);
        }
        minutes[from.0 as usize] = row;
    }
    let release = guide.release().map_or(0, |release| release.number);
    serde_json::to_vec(&Document { release, buffer: 0, minutes }).expect("numbers are JSON")
}

/// The houses that have minutes, in order.
fn houses_with_sessions(guide: &Guide) -> Vec<VenueId> {
    let programme = guide.programme();
    let mut busy = vec![0_usize; programme.venues.len()];
    for (id, _) in programme.each_occurrence() {
        if let Some(house) = programme.venue_of(id) {
            busy[house.0 as usize] += 1;
        }
    }
    let counted = (0..).map(VenueId).zip(busy);
    let mut houses: Vec<(VenueId, usize)> = counted.filter(|(_, count)| *count > 0).collect();
    houses.sort_unstable_by_key(|(house, count)| (Reverse(*count), *house));
    let mut houses: Vec<VenueId> = houses.into_iter().take(MOST_HOUSES).map(|(house, _)| house).collect();
    houses.sort_unstable();
    houses
}
