//! What the planner left alone, and what it had to assume.

use festoon_domain::programme::Programme;
use festoon_domain::timetable::words;
use festoon_domain::venue::VenueId;
use festoon_guide::clash_report::Both;
use festoon_guide::words::planner::PlannerWords;

use crate::timetable::planning::{Held, LeftOut, Note, Planning};

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

/// How many pairs of houses are named.
const MOST_NAMED: usize = 3;

impl Planning {
    /// What stays in a hall that `planner.toml` says is closed then: nobody moves it but a person. `programme` is the one that was prepared.
    #[must_use]
    pub fn stranded(&self, programme: &Programme) -> Vec<Both> {
        let held = self.notes.iter().filter_map(|note| match note {
            Note::Held(id, _) if self.is_shut(programme, *id) => Some(*id),
            _ => None,
        });
        let said = |id| {
            Both::said(|lang| {
                let what = words::appointment(programme, id, lang);
                PlannerWords::of(lang).stranded.with(&[("what", &what)])
            })
        };
        held.map(said).collect()
    }

    /// That roads are unknown, and between which houses; nothing if all are known.
    #[must_use]
    pub fn roads_sentence(&self, programme: &Programme) -> Option<Both> {
        let pairs = &self.unknown_roads;
        let said = |lang| {
            let words = PlannerWords::of(lang);
            let pair = |(one, other): &(VenueId, VenueId)| {
                let house = |id| words::venue(programme, id, lang);
                words.between.with(&[("one", &house(*one)), ("other", &house(*other))])
            };
            let named: Vec<String> = pairs.iter().take(MOST_NAMED).map(pair).collect();
            let named = named.join(words.and_between);
            match pairs.len() {
                1 => words.unknown_road.with(&[("pairs", &named)]),
                n if n <= MOST_NAMED => words.unknown_roads.with(&[("pairs", &named)]),
                n => words.many_unknown_roads.with(&[("n", &n.to_string()), ("pairs", &named)]),
            }
        };
        (!pairs.is_empty()).then(|| Both::said(said))
    }
}
