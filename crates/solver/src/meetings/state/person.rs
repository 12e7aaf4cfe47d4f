//! What one participant's slots count.

use super::ground::Roads;
use super::{NONE, State};

/// Breaks, and the hard rules of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Felt {
    pub(super) breaks: u32,
    pub(super) waited: u32,
    pub(super) personal: u32,
}

impl State<'_> {
    pub(super) fn felt_by(&self, who: u32) -> Felt {
        let busy = self.busy(who);
        let demands = &self.ground.demands[who as usize];
        let mut personal = 0;
        if let Some(most) = demands.most {
            personal += self.beyond(busy, most);
        }
        for &(stretch, free) in &demands.pauses {
            personal += free.saturating_sub((stretch & !busy).count_ones());
        }
        if demands.roads == Roads::Walked {
            personal += self.missed(who, busy);
        }
        Felt { breaks: self.ground.breaks(busy), waited: self.ground.waited(busy), personal }
    }

    /// Slots of rows beyond the most in a row.
    fn beyond(&self, busy: u128, most: u32) -> u32 {
        let mut beyond = 0;
        for day in &self.ground.days {
            let mut left = busy & day;
            while left != 0 {
                let from = left.trailing_zeros();
                let row = (left >> from).trailing_ones();
                beyond += row.saturating_sub(most);
                // A row of 128 slots cannot be shifted out in one go.
                left = if from + row >= 128 { 0 } else { left >> (from + row) << (from + row) };
            }
        }
        beyond
    }

    /// Ways from a meeting to the next that take longer than there is.
    fn missed(&self, who: u32, busy: u128) -> u32 {
        let mut missed = 0;
        let mut left = busy;
        let mut before = None;
        while left != 0 {
            let slot = super::lowest(left);
            left &= left - 1;
            let meeting = self.held(who, slot);
            debug_assert_ne!(meeting, NONE, "a busy slot has a meeting");
            let Some(here) = self.seat(meeting) else { continue };
            if before.is_some_and(|before| !self.ground.day.walks(before, here)) {
                missed += 1;
            }
            before = Some(here);
        }
        missed
    }
}
