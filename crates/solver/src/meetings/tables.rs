//! At which table: numbers, once it is known how many are needed where.

use super::day::{Day, Plan};

/// The table of every meeting in its hall, from 0, in the order of the meetings; `None` where there is no seat or no table left.
///
/// Whoever had a table in the slot before keeps it where they can: those who stay seated wait for the others.
#[must_use]
pub fn tables(day: &Day, plan: &Plan) -> Vec<Option<u32>> {
    let mut given: Vec<Option<u32>> = vec![None; plan.0.len()];
    let mut last = vec![None; day.participants.len()];
    let mut meetings: Vec<usize> = (0..plan.0.len()).filter(|&at| plan.0[at].is_some()).collect();
    meetings.sort_by_key(|&at| plan.0[at]);
    for together in meetings.chunk_by(|&one, &other| plan.0[one] == plan.0[other]) {
        let Some(seat) = plan.0[together[0]] else { continue };
        let most = u32::try_from(plan.0.len()).unwrap_or(u32::MAX);
        let mut free: Vec<u32> =
            (0..day.halls[seat.hall as usize].tables[usize::from(seat.slot)].min(most)).collect();
        let kept = |at: usize, last: &[Option<(u32, u32)>]| {
            let meeting = &day.meetings[at];
            [meeting.one, meeting.other].map(|who| last[who as usize].filter(|(hall, _)| *hall == seat.hall))
        };
        for &at in together {
            let known = kept(at, &last)
                .into_iter()
                .flatten()
                .find_map(|(_, table)| free.iter().position(|one| *one == table));
            given[at] = known.map(|place| free.remove(place));
        }
        for &at in together {
            if given[at].is_none() && !free.is_empty() {
                given[at] = Some(free.remove(0));
            }
            let meeting = &day.meetings[at];
            for who in [meeting.one, meeting.other] {
                last[who as usize] = given[at].map(|table| (seat.hall, table));
            }
        }
    }
    given
}
