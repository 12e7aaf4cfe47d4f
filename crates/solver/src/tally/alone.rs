//! What an entry costs by itself: no place, the wrong place, not the old place.

use super::{Standing, Tally, length};
use crate::{At, Place, Rule};

pub(super) fn count(standing: &Standing<'_>, tally: &mut Tally) {
    let without = standing.places.iter().filter(|place| place.is_none()).count();
    tally.add(Rule::Unplaced, length(without));
    for stands in standing.all() {
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
                tally.add(cost.rule, cost.count);
            }
        }
        let here = |former: Place| former.block as usize == stands.block_number && former.slot == stands.from;
        if stands.entry.former.is_some_and(|former| !here(former)) {
            tally.add(Rule::Moved, 1);
        }
    }
}
