//! Rooms: two sessions that each want one to themselves at one time.
//!
//! A shared use never clashes, neither with another shared use (fifty posters in a hall) nor with an exclusive one:
//! whoever marks a use as shared has settled that with the room.

use std::collections::HashMap;

use jiff::SignedDuration;

use super::sweep::{Listed, Timed, Walk, close_pairs};
use super::{Clash, Duplicates, Rule, Rulebook, Subject};
use crate::programme::{Programme, RoomUse};
use crate::venue::RoomId;

pub(super) fn check(
    programme: &Programme,
    rulebook: &Rulebook,
    duplicates: &Duplicates,
    clashes: &mut Vec<Clash>,
) {
    for (room, mut timed) in exclusive_uses(programme) {
        let walk = close_pairs(&mut timed, SignedDuration::ZERO, rulebook.most_listed, |first, second| {
            let Some(together) = first.0.intersection(second.0) else { return Listed::No };
            if duplicates.contains(first.1, second.1) {
                return Listed::No;
            }
            clashes.push(Clash::RoomTwice { room, first: first.1, second: second.1, together });
            Listed::Yes
        });
        if let Walk::StoppedAt(example) = walk {
            clashes.push(Clash::AndMore { rule: Rule::RoomTwice, subject: Subject::Room(room), example });
        }
    }
}

fn exclusive_uses(programme: &Programme) -> Vec<(RoomId, Vec<Timed>)> {
    let mut uses: HashMap<RoomId, Vec<Timed>> = HashMap::new();
    for (id, occurrence) in programme.each_occurrence() {
        let (Some(span), Some(room)) = (occurrence.scheduled(), occurrence.room()) else { continue };
        if programme[occurrence.session].room_use == RoomUse::Exclusive {
            uses.entry(room).or_default().push((span, id));
        }
    }
    let mut uses: Vec<_> = uses.into_iter().collect();
    uses.sort_unstable_by_key(|(room, _)| *room);
    uses
}
