//! How many plans are published within a while: by all together, and of that by one place on the network.
//!
//! Only what was written counts; who was refused has taken nothing from anybody. It is all in memory, an hour of it at most, and nowhere
//! written down.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use super::asker::Asker;

/// Whose publishing a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everybody's together.
    All,
    /// That of one place on the network, which may be a whole mall behind one address.
    Own,
}

struct Rule {
    whose: Whose,
    most: usize,
    within: SignedDuration,
}

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// A quarter of a minute's worth is one's own, so that a loop in somebody's terminal leaves the rest to others; and so little of an hour's
/// that it would take them weeks to fill the room that a week has.
const RULES: [Rule; 3] = [
    Rule { whose: Whose::Own, most: 15, within: MINUTE },
    Rule { whose: Whose::Own, most: 120, within: HOUR },
    Rule { whose: Whose::All, most: 60, within: MINUTE },
];

/// Why one more is too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    /// Whose share is used up.
    pub(super) whose: Whose,
    /// In how many seconds there is some again.
    pub(super) seconds: i64,
}

/// What was published lately.
#[derive(Debug, Default)]
pub(super) struct Allowance(Mutex<Lately>);

#[derive(Debug, Default)]
struct Lately {
    taken: VecDeque<Taken>,
    tickets: u64,
}

#[derive(Debug)]
struct Taken {
    at: Timestamp,
    by: Asker,
    ticket: u64,
}

impl Allowance {
    /// A place in the count, given back unless something is written; else how long to wait for one.
    pub(super) fn admit(self: &Arc<Self>, now: Timestamp, by: Asker) -> Result<Admission, Wait> {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.taken.retain(|one| now.duration_since(one.at) < HOUR);
        if let Some(wait) = RULES.iter().find_map(|rule| lately.wait(rule, now, by)) {
            return Err(wait);
        }

        lately.tickets += 1;
        let ticket = lately.tickets;
        lately.taken.push_back(Taken { at: now, by, ticket });
        Ok(Admission { allowance: Arc::clone(self), ticket: Some(ticket) })
    }
}

impl Lately {
    fn wait(&self, rule: &Rule, now: Timestamp, by: Asker) -> Option<Wait> {
        let counts = |one: &&Taken| rule.whose == Whose::All || one.by.is_same_as(by);
        let since = |one: &Taken| now.duration_since(one.at);
        let within = self.taken.iter().filter(counts).filter(|one| since(one) < rule.within);
        // The newest of them that must leave before there is room.
        let leaving = within.rev().nth(rule.most - 1)?;
        let seconds = (rule.within - since(leaving)).as_secs().clamp(1, rule.within.as_secs());
        Some(Wait { whose: rule.whose, seconds })
    }
}

/// A place in the count, for as long as it is not known whether something is written.
#[derive(Debug)]
pub(super) struct Admission {
    allowance: Arc<Allowance>,
    ticket: Option<u64>,
}

impl Admission {
    /// Something was written, so it counts.
    pub(super) fn counts(mut self) {
        self.ticket = None;
    }
}

impl Drop for Admission {
    fn drop(&mut self) {
        let Some(ticket) = self.ticket else { return };
        let mut lately = self.allowance.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.taken.retain(|one| one.ticket != ticket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("within range")
    }

    fn by(last: u8) -> Asker {
        Asker::at([203, 0, 113, last].into())
    }

    fn publish(allowance: &Arc<Allowance>, second: i64, by: Asker) -> Option<Wait> {
        allowance.admit(at(second), by).map(Admission::counts).err()
    }

    #[test]
    fn one_place_has_fifteen_a_minute_and_leaves_the_rest_to_others() {
        let allowance = Arc::default();
        assert!((0..15).all(|second| publish(&allowance, second, by(1)).is_none()));
        assert_eq!(publish(&allowance, 29, by(1)), Some(Wait { whose: Whose::Own, seconds: 31 }));
        assert_eq!(publish(&allowance, 29, by(2)), None);
        assert_eq!(publish(&allowance, 60, by(1)), None);
    }

    #[test]
    fn one_place_has_a_hundred_and_twenty_an_hour() {
        let allowance = Arc::default();
        assert!((0..120).all(|turn| publish(&allowance, turn * 10, by(1)).is_none()));
        assert_eq!(publish(&allowance, 2000, by(1)), Some(Wait { whose: Whose::Own, seconds: 1600 }));
        assert_eq!(publish(&allowance, 2000, by(2)), None);
        assert_eq!(publish(&allowance, 3600, by(1)), None);
    }

    #[test]
    fn all_together_have_sixty_a_minute_and_who_cannot_be_told_apart_has_no_share() {
        let allowance = Arc::default();
        let somebody = Asker::default();
        assert!((0..60).all(|_| publish(&allowance, 5, somebody).is_none()));
        assert_eq!(publish(&allowance, 29, by(1)), Some(Wait { whose: Whose::All, seconds: 36 }));
    }

    #[test]
    fn who_was_refused_has_taken_nothing() {
        let allowance: Arc<Allowance> = Arc::default();
        for _ in 0..1000 {
            drop(allowance.admit(at(0), by(1)).expect("nothing was written"));
        }
        assert_eq!(publish(&allowance, 0, by(1)), None);
    }
}
