//! What the planner left alone.

use festoon_domain::programme::Programme;
use festoon_domain::timetable::words;
use festoon_guide::clash_report::Both;
use festoon_guide::words::planner::PlannerWords;

use crate::timetable::planning::{Held, LeftOut, Note};

/// The note as a sentence.
#[must_use]
pub fn noted(programme: &Programme, note: &Note) -> Both {
    Both::said(|lang| {
        let words = PlannerWords::of(lang);
        let (id, said) = match note {
            Note::LeftOut(id, LeftOut::Cancelled) => (id, words.out_cancelled),
            Note::LeftOut(id, LeftOut::NoTime) => (id, words.out_no_time),
            Note::LeftOut(id, LeftOut::NoLength) => (id, words.out_no_length),
            Note::Held(id, Held::Pinned) => (id, words.held_pinned),
            Note::Held(id, Held::Begun) => (id, words.held_begun),
            Note::Held(id, Held::NoRoom) => (id, words.held_no_room),
            Note::Held(id, Held::Shared) => (id, words.held_shared),
            Note::Held(id, Held::Overnight) => (id, words.held_overnight),
            Note::Held(id, Held::OffTheMinute) => (id, words.held_off_the_minute),
            Note::Held(id, Held::Twice) => (id, words.held_twice),
            Note::Held(id, Held::Inside) => (id, words.held_inside),
        };
        said.with(&[("what", &words::appointment(programme, *id, lang))])
    })
}
