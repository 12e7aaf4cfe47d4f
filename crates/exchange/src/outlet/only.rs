//! What of a programme is written: all of it, what is on one day, in one house, with one person, or what somebody chose.
//!
//! A selection is asked of each occurrence in the one pass that a writer makes anyway, so a calendar of one session costs no copy of
//! a programme of fifty thousand.

use std::sync::Arc;

use festoon_domain::programme::{
    ActivityId, OccurrenceId, PartId, PersonId, Programme, SessionId, Visibility,
};
use festoon_domain::text::Lang;
use festoon_domain::venue::VenueId;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Asked, Losses, Page, words};

/// What of a programme is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Only {
    /// Everything, even where that is nothing: a feed somebody subscribed to is there before its first event.
    Everything,
    /// What takes place on a day.
    Day(Date),
    /// An activity's sessions.
    Activity(ActivityId),
    /// A part's sessions.
    Part(PartId),
    /// One session, as often as it takes place.
    Session(SessionId),
    /// What takes place in a house, in whichever hall.
    Venue(VenueId),
    /// Where a person appears, as far as the readers may know.
    Person(PersonId),
    /// The occurrences with these numbers, in rising order: a visitor's plan.
    Numbers(Arc<[u32]>),
}

impl Only {
    /// What it is called, where it is less than everything.
    pub(super) fn title(&self, programme: &Programme, lang: Lang, losses: &mut Losses) -> Option<String> {
        let text = match *self {
            Self::Everything => return None,
            Self::Day(date) => return Some(day(date, lang)),
            Self::Numbers(_) => return Some(plan(lang).to_owned()),
            Self::Activity(id) => &programme[id].title,
            Self::Part(id) => &programme[id].title,
            Self::Session(id) => &programme[id].title,
            Self::Venue(id) => &programme[id].name,
            Self::Person(id) => &programme[id].name,
        };
        Some(words::line(&words::shown(text, lang, losses))).filter(|title| !title.is_empty())
    }

    /// The words by which it is unlike every other selection.
    pub(super) fn identity(&self, programme: &Programme) -> Option<[String; 2]> {
        let (kind, key) = match *self {
            Self::Everything => return None,
            Self::Numbers(ref numbers) => ("numbers", listed(numbers)),
            Self::Day(date) => ("day", date.to_string()),
            Self::Activity(id) => ("activity", programme[id].key.clone()),
            Self::Part(id) => ("part", programme[id].key.clone()),
            Self::Session(id) => ("session", programme[id].key.clone()),
            Self::Venue(id) => ("venue", programme[id].key.clone()),
            Self::Person(id) => ("person", programme[id].key.clone()),
        };
        Some([kind.to_owned(), key])
    }

    /// The page about it. A part has none of its own and is read on its activity's.
    pub(super) fn page<'p>(&self, programme: &'p Programme) -> Page<'p> {
        match *self {
            // A plan is on its owner's device and has no page of its own.
            Self::Everything | Self::Numbers(_) => Page::Week,
            Self::Day(date) => Page::Day(date),
            Self::Activity(id) => Page::Activity(&programme[id].key),
            Self::Part(id) => {
                programme[id].activity.map_or(Page::Week, |activity| Page::Activity(&programme[activity].key))
            }
            Self::Session(id) => Page::Session(&programme[id].key),
            Self::Venue(id) => Page::Venue(&programme[id].key),
            Self::Person(id) => Page::Person(&programme[id].key),
        }
    }
}

/// A selection made ready to be asked of many occurrences.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picked<'p> {
    programme: &'p Programme,
    only: &'p Only,
    audience: Visibility,
    /// From when to when the day is, where it is one.
    day: Option<(Timestamp, Timestamp)>,
}

impl<'p> Picked<'p> {
    pub(super) fn of(programme: &'p Programme, asked: &'p Asked) -> Self {
        let only = asked.only.as_ref().unwrap_or(&Only::Everything);
        let day = match only {
            Only::Day(date) => bounds(*date, programme),
            _ => None,
        };
        Self { programme, only, audience: asked.audience, day }
    }

    pub(super) fn takes(&self, id: OccurrenceId) -> bool {
        let occurrence = &self.programme[id];
        let session = || &self.programme[occurrence.session];
        match *self.only {
            Only::Everything => true,
            Only::Numbers(ref numbers) => {
                occurrence.number.is_some_and(|number| numbers.binary_search(&number.into()).is_ok())
            }
            Only::Day(_) => self.day.zip(occurrence.when).is_some_and(|((begin, end), when)| {
                when.start() < end && (when.end() > begin || when.start() >= begin)
            }),
            Only::Activity(id) => session().activity == Some(id),
            Only::Part(id) => session().part == Some(id),
            Only::Session(id) => occurrence.session == id,
            Only::Venue(venue) => self.programme.venue_of(id) == Some(venue),
            Only::Person(id) => {
                let appears = |visibility| visibility >= self.audience;
                session().appearances.iter().any(|one| one.person == id && appears(one.visibility))
            }
        }
    }
}

/// A day's first instant and the next day's, on the week's clocks.
fn bounds(date: Date, programme: &Programme) -> Option<(Timestamp, Timestamp)> {
    let midnight = |date: Date| date.to_zoned(programme.week.zone.clone()).ok().map(|at| at.timestamp());
    Some((midnight(date)?, midnight(date.tomorrow().ok()?)?))
}

/// `6月21日`, `21 June`.
fn day(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", date.month(), date.day()),
        Lang::En => date.strftime("%-d %B").to_string(),
    }
}

/// What a visitor's plan is called, as the guide calls it.
const fn plan(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "我的日程",
        Lang::En => "My plan",
    }
}

/// `3.12.77`
fn listed(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use festoon_testkit::people::{ADA, WEI};
    use festoon_testkit::{TestWeek, person};
    use jiff::civil::date;

    use super::*;
    use crate::outlet::Issue;

    fn programme() -> Programme {
        TestWeek::new()
            .venue("park")
            .room("hall")
            .session("night")
            .at("2021-06-21 23:00", "23:30")
            .speaker(ADA)
            .session("next")
            .at("2021-06-22 00:00", "01:00")
            .guest(WEI)
            .session("open")
            .build()
    }

    fn taken(only: Only) -> Vec<usize> {
        let programme = programme();
        let issue = Issue { number: 1, at: Timestamp::UNIX_EPOCH };
        let asked = Asked { only: Some(only), ..Asked::of(issue) };
        let picked = Picked::of(&programme, &asked);
        let everything = 0..programme.occurrences.len();
        everything.filter(|&place| picked.takes(OccurrenceId(u32::try_from(place).expect("few")))).collect()
    }

    #[test]
    fn a_day_ends_where_the_next_begins_and_has_nothing_without_a_time() {
        assert_eq!(taken(Only::Day(date(2021, 6, 21))), [0]);
        assert_eq!(taken(Only::Day(date(2021, 6, 22))), [1]);
        assert_eq!(taken(Only::Day(date(2021, 6, 23))), [0; 0]);
    }

    #[test]
    fn a_person_is_where_the_readers_may_know_of_them() {
        // The speaker is public, the guest of honour is the protocol desk's.
        assert_eq!(taken(Only::Person(person(&programme(), ADA))), [0]);
        assert_eq!(taken(Only::Person(person(&programme(), WEI))), [0; 0]);
    }

    #[test]
    fn what_somebody_chose_is_taken_by_its_numbers_and_what_has_none_is_not() {
        let mut programme = programme();
        for (place, number) in [(0, 7), (1, 12)] {
            programme.occurrences[place].number = std::num::NonZeroU32::new(number);
        }
        let issue = Issue { number: 1, at: Timestamp::UNIX_EPOCH };
        let asked = Asked { only: Some(Only::Numbers([3, 12].into())), ..Asked::of(issue) };
        let picked = Picked::of(&programme, &asked);
        assert_eq!([0, 1, 2].map(|place| picked.takes(OccurrenceId(place))), [false, true, false]);
    }

    #[test]
    fn every_selection_has_an_identity_of_its_own() {
        let programme = programme();
        assert_eq!(Only::Everything.identity(&programme), None);
        let session = Only::Session(SessionId(1)).identity(&programme);
        assert_eq!(session, Some(["session".into(), "next".into()]));
        let plan = |numbers: &[u32]| Only::Numbers(numbers.into()).identity(&programme);
        assert_eq!(plan(&[3, 12]), Some(["numbers".into(), "3.12".into()]));
        assert_ne!(plan(&[3, 12]), plan(&[31, 2]));
        assert_eq!(
            Only::Day(date(2021, 6, 1)).title(&programme, Lang::Zh, &mut Losses::default()).as_deref(),
            Some("6月1日")
        );
        assert_eq!(
            Only::Day(date(2021, 6, 1)).title(&programme, Lang::En, &mut Losses::default()).as_deref(),
            Some("1 June")
        );
    }
}
