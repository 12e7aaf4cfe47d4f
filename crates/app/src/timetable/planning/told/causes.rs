//! Why a week cannot be.

use festoon_domain::programme::{OccurrenceId, Programme};
use festoon_domain::timetable::words;
use festoon_guide::clash_report::Both;
use festoon_guide::words::planner::PlannerWords;
use festoon_solver::{Cause, Proof};

use super::together;
use crate::timetable::Reason;
use crate::timetable::planning::Planning;

/// The reason as a sentence, and whom it is about.
pub(super) fn told(planning: &Planning, programme: &Programme, cause: &Cause) -> Reason<OccurrenceId> {
    let mut about: Vec<OccurrenceId> =
        cause.entries.iter().map(|entry| planning.occurrence(*entry)).collect();
    about.dedup();
    let slot = u64::from(planning.calendar.slot);
    let sentence = Both::said(|lang| {
        let words = PlannerWords::of(lang);
        let titles = about.iter().map(|id| words::title(programme, *id, lang)).collect();
        let what = together::named(titles, lang);
        let minutes = |slots: u64| (slots * slot).to_string();
        match cause.proof {
            Proof::TooLong { slots, longest } => words.too_long.with(&[
                ("what", &what),
                ("needed", &minutes(u64::from(slots))),
                ("there", &minutes(u64::from(longest))),
            ]),
            Proof::NoRoom => words.no_room.with(&[("what", &what)]),
            Proof::Person { person, needed, there } => words.person_full.with(&[
                ("who", &words::person(programme, planning.person(person), lang)),
                ("needed", &minutes(needed)),
                ("there", &minutes(there)),
                ("what", &what),
            ]),
            Proof::Full { needed, there } => {
                words.full.with(&[("needed", &minutes(needed)), ("there", &minutes(there)), ("what", &what)])
            }
            Proof::Circle => words.circle.with(&[("what", &what)]),
            Proof::Pins { .. } => words.pins.with(&[("what", &what)]),
            Proof::Unsettled => words.unsettled.with(&[("what", &what)]),
            Proof::Sought => words.sought.with(&[("what", &what)]),
        }
    });
    Reason { proof: cause.proof, sentence, about }
}
