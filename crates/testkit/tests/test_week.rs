//! The builder says what it was told, so that the rules' tests can be believed.

use festoon_domain::programme::{Appearance, Place, Role, Span};
use festoon_domain::text::{Lang, Translation};
use festoon_domain::venue::Minutes;
use festoon_testkit::people::{ADA, JONAS};
use festoon_testkit::{TestWeek, occurrence, person, room, session, venue};

#[test]
fn a_session_takes_place_in_the_room_named_last() {
    let week =
        TestWeek::new().venue("park").room("hall").session("keynote").venue("campus").session("tour").build();

    assert_eq!(week[occurrence(&week, "keynote")].place, Some(Place::Room(room(&week, "hall"))));
    assert_eq!(week[occurrence(&week, "tour")].place, Some(Place::Venue(venue(&week, "campus"))));
}

#[test]
fn times_are_said_in_the_weeks_zone_and_may_run_past_midnight() {
    let week =
        TestWeek::new().venue("park").session("night").at("2021-06-21 22:00", "2021-06-22 01:00").build();

    let (start, end) = ("2021-06-21T14:00:00Z".parse(), "2021-06-21T17:00:00Z".parse());
    let span = Span::new(start.expect("an instant"), end.expect("an instant"));
    assert_eq!(week[occurrence(&week, "night")].when, span);
}

#[test]
fn a_person_named_twice_is_one_person() {
    let week =
        TestWeek::new().venue("park").session("a").speaker(ADA).guest(JONAS).session("b").chair(ADA).build();

    assert_eq!(week.people.len(), 2);
    let appearances = &week[session(&week, "b")].appearances;
    assert_eq!(appearances, &[Appearance::new(person(&week, ADA), Role::Chair)]);
}

#[test]
fn a_session_can_be_gone_back_to_and_happen_again() {
    let week = TestWeek::new()
        .venue("park")
        .session("tour")
        .at("2021-06-21 10:00", "11:00")
        .session("talk")
        .session("tour")
        .again_at("2021-06-22 10:00", "11:00")
        .stale(Lang::En)
        .build();

    assert_eq!((week.sessions.len(), week.occurrences.len()), (2, 3));
    assert_eq!(week[session(&week, "tour")].title.translation(Lang::En), Translation::Stale);
}

#[test]
fn a_road_is_stated_between_named_venues() {
    let week = TestWeek::new().venue("park").venue("campus").road("park", "campus", 35).build();

    let road = week.roads.between(&week.venues, venue(&week, "park"), venue(&week, "campus"));
    assert_eq!(road.map(|road| road.minutes), Some(Minutes(35)));
}
