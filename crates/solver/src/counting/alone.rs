//! What an entry costs by itself: no place, the wrong place, not the old place.

use super::{Standing, Tell, Who, number, tell};
use crate::{At, Place, Rule};

pub(super) fn count(standing: &Standing<'_>, to: Tell<'_>) {
    for (entry, place) in standing.places.iter().enumerate() {
        let who = Who::Entry(number(entry));
        let Some(stands) = place else {
            tell(to, Rule::Unplaced, 1, who);
            continue;
        };
        for cost in &stands.entry.costs {
            let due = match cost.at {
                At::Period(period) => stands.block.period == period,
                At::Room(room) => stands.block.room == room,
                At::Hours(hours) => {
                    stands.block.period == hours.period
                        && stands.from < hours.till
                        && hours.from < stands.till
                }
            };
            if due {
                tell(to, cost.rule, cost.count, who);
            }
        }
        let here = |former: Place| former.block as usize == stands.block_number && former.slot == stands.from;
        if stands.entry.former.is_some_and(|former| !here(former)) {
            tell(to, Rule::Moved, 1, who);
        }
    }
}
