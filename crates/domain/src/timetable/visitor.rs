//! A visitor's own plan: which of the sessions somebody wants to see cannot both be seen.
//!
//! A visitor is judged as a guest of honour is, by [`Passage`] and with the slack of the week's [`Rulebook`]; nothing is decided
//! here. What is left out is what only an organiser must know: a road nobody stated, and sessions that look like one.

use super::people::farthest;
use super::sweep::{Listed, Timed, close_pairs};
use super::{Move, Passage, Rulebook};
use crate::programme::{OccurrenceId, Programme, Span};

/// Two sessions of a plan that do not go together, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collision {
    /// The earlier one.
    pub from: OccurrenceId,
    /// The later one.
    pub to: OccurrenceId,
    /// What stands between them.
    pub hindrance: Hindrance,
}

/// Why two sessions do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// They share these instants in different places.
    Together(Span),
    /// The road takes longer than the time between them.
    TooFar(Move),
    /// The road fits, with less to spare than the rulebook's slack.
    Tight(Move),
}

/// Every pair of `wanted` that does not go together, by time. An occurrence named twice counts once; those without a time, and
/// those that are cancelled, stand in nobody's way. Costs n log n and what it finds.
#[must_use]
pub fn collisions(programme: &Programme, wanted: &[OccurrenceId], rulebook: &Rulebook) -> Vec<Collision> {
    let timed = wanted.iter().filter_map(|&id| Some((programme[id].scheduled()?, id)));
    let mut timed: Vec<Timed> = timed.collect();
    timed.sort_unstable();
    timed.dedup();

    let mut found = Vec::new();
    let margin = farthest(programme, rulebook);
    close_pairs(&mut timed, margin, rulebook.most_listed, |(_, from), (_, to)| {
        let Some(hindrance) = hindrance(Passage::between(programme, from, to), rulebook) else {
            return Listed::No;
        };
        found.push(Collision { from, to, hindrance });
        Listed::Yes
    });
    found
}

fn hindrance(passage: Passage, rulebook: &Rulebook) -> Option<Hindrance> {
    match passage {
        Passage::Together(together) => Some(Hindrance::Together(together)),
        Passage::TooFar(passage) => Some(Hindrance::TooFar(passage)),
        Passage::Spare(way, _) if passage.is_tight(rulebook) => Some(Hindrance::Tight(way)),
        Passage::Spare(..) | Passage::Free | Passage::Unknown => None,
    }
}
