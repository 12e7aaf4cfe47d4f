//! Answers that are of no one week but of the shelf as a whole, or of this program: made once a shelf, when they are first asked for.
//!
//! They change when the shelf does, and are dated by that. HTTP counts seconds, so what is shown within the second of another shelf that
//! somebody was told the date of has no date of its own, and what a shelf answers after its time has none either.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::kept::{Kept, Rendered};

/// Which answer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Whole {
    /// `/worker.js`
    Worker,
    /// `/widget.js`
    Widget,
    /// `/robots.txt`
    Robots,
    /// `/api/v1/weeks`
    Weeks,
    /// `/api/v1/openapi.json`
    Description,
}

/// The answers of a shelf as a whole.
#[derive(Debug, Default)]
pub(crate) struct Wholes {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// When the shelf was shown.
    shown: Option<Timestamp>,
    /// Whether that tells it from those before it, and it is shown still.
    tells: bool,
    kept: BTreeMap<Whole, Arc<Kept>>,
}

impl Wholes {
    /// Those of the shelf that is shown next, and now; these are no longer dated.
    pub(super) fn followed_by(&self, now: Timestamp) -> Self {
        let mut state = self.state();
        let is_later = state.shown.is_none_or(|before| before.as_second() < now.as_second());
        // Nobody was told the date of what nobody asked for.
        let tells = is_later || (state.tells && state.kept.is_empty());
        state.tells = false;
        Self { state: Mutex::new(State { shown: Some(now), tells, kept: BTreeMap::new() }) }
    }

    /// An answer, made now if nobody asked for it before. Who asks meanwhile waits: it takes no longer than a page.
    pub(crate) fn answer(&self, which: Whole, make: impl FnOnce(Since) -> Kept) -> Arc<Kept> {
        let mut state = self.state();
        if let Some(kept) = state.kept.get(&which) {
            return Arc::clone(kept);
        }
        let answer = Arc::new(make(Since(state.shown.filter(|_| state.tells))));
        state.kept.insert(which, Arc::clone(&answer));
        answer
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Only whole answers are ever put here, so a poisoned lock still holds nothing else.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Since when an answer is as it is, where that is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Since(Option<Timestamp>);

impl Since {
    /// What was rendered, with its date.
    pub(crate) fn dates(self, rendered: Rendered) -> Kept {
        Kept::of_no_week(rendered, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(wholes: &Wholes) -> Option<Timestamp> {
        let mut told = None;
        wholes.answer(Whole::Robots, |since| {
            told = since.0;
            since.dates(Rendered {
                body: Vec::new(),
                media_type: "text/plain",
                lang: None,
                reach: crate::kept::Reach::Everybody,
            })
        });
        told
    }

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(milliseconds).expect("within range")
    }

    #[test]
    fn two_shelves_within_a_second_never_have_the_same_date() {
        let first = Wholes::default().followed_by(at(1_000));
        assert_eq!(dated(&first), Some(at(1_000)));
        let second = first.followed_by(at(1_999));
        assert_eq!(dated(&second), None);
        let third = second.followed_by(at(2_000));
        assert_eq!(dated(&third), Some(at(2_000)));
    }

    #[test]
    fn a_shelf_that_nobody_asked_gives_its_second_to_the_next() {
        let first = Wholes::default().followed_by(at(1_000));
        let second = first.followed_by(at(1_500));
        assert_eq!(dated(&first), None, "its time is over");
        assert_eq!(dated(&second), Some(at(1_500)));
    }
}
