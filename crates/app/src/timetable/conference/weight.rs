//! Which rule of the solver counts what the benchmark weighs.

use festoon_exchange::cosplib::{Weighed, Weights};
use festoon_solver::{Rule, Rulebook, Weight};

/// The rule.
#[must_use]
pub const fn rule(weighed: Weighed) -> Rule {
    match weighed {
        Weighed::TracksSessions => Rule::TrackPeriod,
        Weighed::TracksRooms => Rule::TrackRoom,
        Weighed::SessionsRooms => Rule::PeriodRoom,
        Weighed::SimilarTracks => Rule::SimilarTracks,
        Weighed::RoomsPerTrack => Rule::RoomsPerTrack,
        Weighed::ParallelTracks => Rule::ParallelTracks,
        Weighed::ConsecutiveTracks => Rule::ConsecutiveTracks,
        Weighed::Hours => Rule::Hours,
        Weighed::Order => Rule::Order,
        Weighed::SubmissionsSessions => Rule::EntryPeriod,
        Weighed::SubmissionsRooms => Rule::EntryRoom,
        Weighed::Presenters => Rule::Presenters,
        Weighed::Attendees => Rule::Attendees,
        Weighed::Chairs => Rule::Chairs,
        Weighed::PresentersAtOnce => Rule::PresentersAtOnce,
        Weighed::AttendeesAtOnce => Rule::AttendeesAtOnce,
    }
}

/// The weights of a workbook.
pub(super) fn rulebook(weights: &Weights) -> Rulebook {
    let mut rules = Rulebook::default();
    for weighed in Weighed::ALL {
        let weight = weights.of(weighed);
        if weight > 0 {
            rules.weigh(rule(weighed), Weight::Soft(weight));
        }
    }
    rules
}
