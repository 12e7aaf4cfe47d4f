//! A move under way: where everything it lifted stood, so that it can be taken back.

use super::super::day::Seat;
use super::super::state::State;

/// What was moved, and its seat before.
#[derive(Debug, Default)]
pub(crate) struct Trail(Vec<(u32, Option<Seat>)>);

impl Trail {
    pub(crate) fn begin(&mut self) {
        self.0.clear();
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl State<'_> {
    pub(crate) fn take(&mut self, meeting: u32, trail: &mut Trail) -> Seat {
        let seat = self.lift(meeting);
        trail.0.push((meeting, Some(seat)));
        seat
    }

    pub(crate) fn give(&mut self, meeting: u32, seat: Seat, trail: &mut Trail) {
        trail.0.push((meeting, None));
        self.put(meeting, seat);
    }

    /// Takes the move back, last things first.
    pub(crate) fn take_back(&mut self, trail: &mut Trail) {
        // A meeting lifted and given again is lifted first, so that nobody is ever in two places.
        for &(meeting, _) in trail.0.iter().rev() {
            if self.seat(meeting).is_some() {
                self.lift(meeting);
            }
        }
        // What was taken twice stood first where its first taking says; what was given first had no seat.
        let mut done = 0;
        while done < trail.0.len() {
            let (meeting, seat) = trail.0[done];
            if let Some(seat) = seat
                && !trail.0[..done].iter().any(|(earlier, _)| *earlier == meeting)
            {
                self.put(meeting, seat);
            }
            done += 1;
        }
        trail.0.clear();
    }
}
