//! Pairs of spans that lie close together, without looking at every pair.
//!
//! Spans sorted by start are compared with those that start before they end (plus a margin), which costs n log n plus
//! the pairs found.
//! A file in which everything happens at once, or in which one "person" is on every stage, would make that square; a
//! budget stops the walk and the report says that it stopped.

use jiff::SignedDuration;

use crate::programme::{OccurrenceId, Span};

/// An occurrence and when it is.
pub(super) type Timed = (Span, OccurrenceId);

/// How a walk over pairs ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    /// All pairs were seen.
    Whole,
    /// The budget ran out at this occurrence.
    StoppedAt(OccurrenceId),
}

/// Pairs looked at for one person, room or title before the walk stops: a second's work for a thousand of them.
const MOST_STEPS: usize = 1_000_000;

/// Calls `pair` for every two spans of which the later starts before the earlier ends plus `margin`, earlier first;
/// `pair` says whether it listed something, and after `most_listed` of those the walk stops.
pub(super) fn close_pairs(
    timed: &mut [Timed],
    margin: SignedDuration,
    most_listed: usize,
    mut pair: impl FnMut(Timed, Timed) -> Listed,
) -> Walk {
    timed.sort_unstable();
    let (mut steps, mut listed) = (0, 0);
    for (i, &earlier) in timed.iter().enumerate() {
        let horizon = earlier.0.end().saturating_add(margin).unwrap_or(earlier.0.end());
        for &later in timed[i + 1..].iter().take_while(|later| later.0.start() < horizon) {
            steps += 1;
            if pair(earlier, later) == Listed::Yes {
                listed += 1;
            }
            if steps >= MOST_STEPS || listed >= most_listed {
                return Walk::StoppedAt(later.1);
            }
        }
    }
    Walk::Whole
}

/// Whether a pair became a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    Yes,
    No,
}
