//! What cannot be a day of meetings: said with the place, before anything is searched.
//!
//! Here is what somebody wrote down wrongly: what names nothing, or contradicts itself. A day that is well written and too full is not a
//! fault: [`super::reasons`] says why it is too full.

use std::collections::VecDeque;

use thiserror::Error;

use super::day::{Day, Meeting};

/// Why a day is none.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Fault {
    #[error("{list} {at} names {what} {named}, and there are {count}")]
    Unknown { list: &'static str, at: usize, what: &'static str, named: usize, count: usize },
    #[error("there are {slots} slots; at most {} can be arranged", Day::MOST_SLOTS)]
    TooManySlots { slots: usize },
    #[error("there are meetings and no hall to hold them in")]
    NoHall,
    #[error("slot {slot} ends before it begins, or begins before the one before it ends")]
    Backwards { slot: usize },
    #[error("{list} {at} counts {counted} {what}, and there are {count}")]
    Length { list: &'static str, at: usize, what: &'static str, counted: usize, count: usize },
    #[error("participant {participant} has a pause that ends before it begins or is longer than its stretch")]
    Pause { participant: usize },
    #[error("participant {participant} may have no meeting in a row; one or more is possible")]
    NoRow { participant: usize },
    #[error("meeting {meeting} is of participant {participant} with themselves")]
    Oneself { meeting: usize, participant: u32 },
    #[error("meeting {meeting} is fixed in slot {slot}, when participant {participant} is away")]
    FixedAway { meeting: usize, slot: u16, participant: u32 },
    #[error("meeting {meeting} is fixed in slot {slot}, which is in the other half of the day")]
    FixedHalf { meeting: usize, slot: u16 },
    #[error("meetings {one} and {other} of participant {participant} are both fixed in slot {slot}")]
    FixedTwice { one: usize, other: usize, participant: u32, slot: u16 },
    #[error("meeting {first} must be before meeting {then}, and both are fixed the other way round")]
    FixedOrder { first: u32, then: u32 },
    #[error("meetings {meetings:?} must each be before the next, and the last before the first")]
    Circle { meetings: Vec<u32> },
    #[error("the plan seats {seated} meetings, and there are {meetings}")]
    Seats { seated: usize, meetings: usize },
}

impl Day {
    /// Whether every number names something and nothing contradicts itself.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub fn check(&self) -> Result<(), Fault> {
        self.check_slots()?;
        self.check_halls()?;
        for (at, participant) in self.participants.iter().enumerate() {
            for &slot in &participant.away {
                named("participant", at, "slot", slot.into(), self.slots.len())?;
            }
            for pause in &participant.pauses {
                named("pause of participant", at, "slot", pause.last.into(), self.slots.len())?;
                if pause.first > pause.last || pause.free > pause.last - pause.first + 1 {
                    return Err(Fault::Pause { participant: at });
                }
            }
            if participant.in_a_row == Some(0) {
                return Err(Fault::NoRow { participant: at });
            }
        }
        for (at, meeting) in self.meetings.iter().enumerate() {
            self.check_meeting(at, meeting)?;
        }
        self.check_fixed_apart()?;
        self.check_order()
    }

    fn check_slots(&self) -> Result<(), Fault> {
        if self.slots.len() > Self::MOST_SLOTS {
            return Err(Fault::TooManySlots { slots: self.slots.len() });
        }
        if self.halls.is_empty() && !self.meetings.is_empty() {
            return Err(Fault::NoHall);
        }
        let mut before = (0, 0);
        for (at, slot) in self.slots.iter().enumerate() {
            if slot.till < slot.from || (slot.day, slot.from) < before {
                return Err(Fault::Backwards { slot: at });
            }
            before = (slot.day, slot.till);
        }
        Ok(())
    }

    fn check_halls(&self) -> Result<(), Fault> {
        let slots = self.slots.len();
        for (at, hall) in self.halls.iter().enumerate() {
            counted("hall", at, "slots", hall.tables.len(), slots)?;
        }
        for (at, language) in self.languages.iter().enumerate() {
            counted("language", at, "slots", language.interpreters.len(), slots)?;
        }
        if self.roads.is_empty() {
            return Ok(());
        }
        counted("roads", 0, "halls", self.roads.len(), self.halls.len())?;
        for (at, roads) in self.roads.iter().enumerate() {
            counted("road", at, "halls", roads.len(), self.halls.len())?;
        }
        Ok(())
    }

    fn check_meeting(&self, at: usize, meeting: &Meeting) -> Result<(), Fault> {
        for who in [meeting.one, meeting.other] {
            named("meeting", at, "participant", who as usize, self.participants.len())?;
        }
        if meeting.one == meeting.other {
            return Err(Fault::Oneself { meeting: at, participant: meeting.one });
        }
        for &hall in &meeting.halls {
            named("meeting", at, "hall", hall as usize, self.halls.len())?;
        }
        for &language in &meeting.languages {
            named("meeting", at, "language", language as usize, self.languages.len())?;
        }
        let Some(slot) = meeting.fixed else { return Ok(()) };
        named("meeting", at, "slot", slot.into(), self.slots.len())?;
        for participant in [meeting.one, meeting.other] {
            if self.participants[participant as usize].away.contains(&slot) {
                return Err(Fault::FixedAway { meeting: at, slot, participant });
            }
        }
        if !self.open(meeting, slot) {
            return Err(Fault::FixedHalf { meeting: at, slot });
        }
        Ok(())
    }

    fn check_fixed_apart(&self) -> Result<(), Fault> {
        let mut fixed: Vec<(u32, u16, usize)> = Vec::new();
        for (at, meeting) in self.meetings.iter().enumerate() {
            fixed.extend(
                meeting.fixed.iter().flat_map(|&slot| [(meeting.one, slot, at), (meeting.other, slot, at)]),
            );
        }
        fixed.sort_unstable();
        for pair in fixed.windows(2) {
            let [(participant, slot, one), (who, when, other)] = [pair[0], pair[1]];
            if (participant, slot) == (who, when) {
                return Err(Fault::FixedTwice { one, other, participant, slot });
            }
        }
        Ok(())
    }

    fn check_order(&self) -> Result<(), Fault> {
        let count = self.meetings.len();
        for (at, &(first, then)) in self.order.iter().enumerate() {
            named("order", at, "meeting", first as usize, count)?;
            named("order", at, "meeting", then as usize, count)?;
            let fixed = |meeting: u32| self.meetings[meeting as usize].fixed;
            if let (Some(one), Some(other)) = (fixed(first), fixed(then))
                && one >= other
            {
                return Err(Fault::FixedOrder { first, then });
            }
        }
        match self.circle() {
            Some(meetings) => Err(Fault::Circle { meetings }),
            None => Ok(()),
        }
    }

    /// Meetings each of which must be before the next, and the last before the first.
    fn circle(&self) -> Option<Vec<u32>> {
        let mut waits = vec![0_usize; self.meetings.len()];
        for &(_, then) in &self.order {
            waits[then as usize] += 1;
        }
        let number = |at: usize| u32::try_from(at).expect("orders name meetings by 32 bits");
        let mut ready: VecDeque<u32> = (0..waits.len()).filter(|&at| waits[at] == 0).map(number).collect();
        while let Some(done) = ready.pop_front() {
            for &(_, then) in self.order.iter().filter(|(first, _)| *first == done) {
                waits[then as usize] -= 1;
                if waits[then as usize] == 0 {
                    ready.push_back(then);
                }
            }
        }
        // Whatever still waits has something that still waits before it: walking back must come round.
        let mut walked = vec![number(waits.iter().position(|&left| left > 0)?)];
        loop {
            let here = *walked.last().expect("the walk has begun");
            let &(before, _) = self
                .order
                .iter()
                .find(|(first, then)| *then == here && waits[*first as usize] > 0)
                .expect("what still waits has something that still waits before it");
            if let Some(since) = walked.iter().position(|&at| at == before) {
                let mut circle = walked.split_off(since);
                circle.reverse();
                return Some(circle);
            }
            walked.push(before);
        }
    }
}

const fn named(
    list: &'static str,
    at: usize,
    what: &'static str,
    named: usize,
    count: usize,
) -> Result<(), Fault> {
    if named < count {
        return Ok(());
    }
    Err(Fault::Unknown { list, at, what, named, count })
}

const fn counted(
    list: &'static str,
    at: usize,
    what: &'static str,
    counted: usize,
    count: usize,
) -> Result<(), Fault> {
    if counted == count {
        return Ok(());
    }
    Err(Fault::Length { list, at, what, counted, count })
}
