//! The rules against their own definitions: small random weeks, every pair looked at, no cleverness.

use std::collections::BTreeSet;

use festoon_domain::programme::{OccurrenceId, PersonId, Programme, Role, RoomUse, SessionId, Span};
use festoon_domain::timetable::{Clash, Collision, Hindrance, Rulebook, check, collisions};
use festoon_testkit::TestWeek;
use festoon_testkit::people::EVERYBODY;
use proptest::prelude::*;

/// A session of a random week: minutes after nine, length, house, hall, who, as guest, shared, expected.
type Drawn = (u32, u32, usize, usize, usize, bool, bool, u32);

const HOUSES: [&str; 3] = ["park", "campus", "mall"];
const HALLS: [[&str; 2]; 3] = [["p1", "p2"], ["c1", "c2"], ["m1", "m2"]];

fn week(drawn: &[Drawn], roads: [u32; 3]) -> Programme {
    let mut week = TestWeek::new();
    for (house, halls) in HOUSES.into_iter().zip(HALLS) {
        week = week.venue(house).capacity(100).room(halls[0]).room(halls[1]);
    }
    week =
        week.road("park", "campus", roads[0]).road("campus", "mall", roads[1]).road("mall", "park", roads[2]);
    for (n, &(from, length, house, hall, who, guest, shared, expected)) in drawn.iter().enumerate() {
        let clock = |minutes: u32| format!("{:02}:{:02}", 9 + minutes / 60, minutes % 60);
        // Titles differ by their number, so that nothing looks like a duplicate.
        week = week
            .venue(HOUSES[house])
            .room(HALLS[house][hall])
            .session(&format!("session-{n}"))
            .titled(&format!("第{n}号场次"), &format!("Session number {n}"))
            .at(&format!("2021-06-21 {}", clock(from)), &clock(from + length))
            .expecting(expected);
        week = if guest { week.guest(EVERYBODY[who]) } else { week.speaker(EVERYBODY[who]) };
        week = if shared { week.shared() } else { week };
    }
    week.build()
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (
        (0_u32..40).prop_map(|n| n * 5),
        (0_u32..12).prop_map(|n| n * 5),
        0..3_usize,
        0..2_usize,
        0..3_usize,
        any::<bool>(),
        any::<bool>(),
        0..60_u32,
    );
    prop::collection::vec(one, 0..24)
}

fn minutes_between(a: Span, b: Span) -> i64 {
    (b.start().as_second() - a.end().as_second()) / 60
}

type Found = BTreeSet<(&'static str, PersonId, OccurrenceId, OccurrenceId)>;

/// Every ordered pair, straight from the rule's words.
fn people_by_definition(programme: &Programme, slack: i64) -> Found {
    let mut found = BTreeSet::new();
    for (one, first) in programme.each_occurrence() {
        for (other, second) in programme.each_occurrence() {
            let (Some(a), Some(b)) = (first.when, second.when) else { continue };
            if one == other || (a, one) > (b, other) {
                continue;
            }
            for appearance in &programme[first.session].appearances {
                let theirs =
                    programme[second.session].appearances.iter().find(|x| x.person == appearance.person);
                let Some(theirs) = theirs else { continue };
                let person = appearance.person;
                let (here, there) = (programme.venue_of(one), programme.venue_of(other));
                if a.start() < b.end() && b.start() < a.end() && a.start() < a.end() && b.start() < b.end() {
                    if first.place != second.place {
                        found.insert(("two-places", person, one, other));
                    }
                } else if here != there {
                    let (Some(here), Some(there)) = (here, there) else { continue };
                    let road =
                        programme.roads.between(&programme.venues, here, there).map(|road| road.minutes.0);
                    let Some(road) = road.map(i64::from) else { continue };
                    let gap = minutes_between(a, b).max(0);
                    let honoured = [appearance.role, theirs.role].contains(&Role::GuestOfHonour);
                    if gap < road {
                        found.insert(("road", person, one, other));
                    } else if honoured && gap < road + slack {
                        found.insert(("slack", person, one, other));
                    }
                }
            }
        }
    }
    found
}

fn people_by_rule(programme: &Programme) -> Found {
    check(programme, &Rulebook::default())
        .into_iter()
        .filter_map(|finding| match finding.clash {
            Clash::TwoPlaces { person, first, second, .. } => Some(("two-places", person, first, second)),
            Clash::Road { person, from, to, .. } => Some(("road", person, from, to)),
            Clash::Slack { person, from, to, .. } => Some(("slack", person, from, to)),
            _ => None,
        })
        .collect()
}

/// What the rules say of each person, said of whoever wants to see all that this person is at.
fn people_as_visitors(programme: &Programme) -> Found {
    let mut found = BTreeSet::new();
    for person in (0..).map(PersonId).take(programme.people.len()) {
        let is_at = |id: OccurrenceId| {
            programme.session_of(id).appearances.iter().any(|appearance| appearance.person == person)
        };
        let wanted: Vec<OccurrenceId> =
            programme.each_occurrence().map(|(id, _)| id).filter(|&id| is_at(id)).collect();
        for Collision { from, to, hindrance } in collisions(programme, &wanted, &Rulebook::default()) {
            let rule = match hindrance {
                Hindrance::Together(_) => "two-places",
                Hindrance::TooFar(_) => "road",
                Hindrance::Tight(_) => "slack",
            };
            found.insert((rule, person, from, to));
        }
    }
    found
}

fn rooms_by_definition(programme: &Programme) -> BTreeSet<(OccurrenceId, OccurrenceId)> {
    let mut found = BTreeSet::new();
    for (one, first) in programme.each_occurrence() {
        for (other, second) in programme.each_occurrence() {
            let exclusive = |session: SessionId| programme[session].room_use == RoomUse::Exclusive;
            let (Some(a), Some(b)) = (first.when, second.when) else { continue };
            let together =
                a.start() < b.end() && b.start() < a.end() && a.start() < a.end() && b.start() < b.end();
            if one < other
                && first.place == second.place
                && together
                && exclusive(first.session)
                && exclusive(second.session)
            {
                found.insert((one, other));
            }
        }
    }
    found
}

/// Minute by minute, which houses hold more than a hundred.
fn full_minutes(programme: &Programme) -> BTreeSet<(u32, i64)> {
    let mut found = BTreeSet::new();
    for house in 0..3_u32 {
        let spans: Vec<(i64, i64, u32)> = programme
            .each_occurrence()
            .filter(|(id, _)| programme.venue_of(*id).map(|venue| venue.0) == Some(house))
            .filter_map(|(id, occurrence)| {
                let span = occurrence.when?;
                Some((
                    span.start().as_second() / 60,
                    span.end().as_second() / 60,
                    programme.session_of(id).expected?,
                ))
            })
            .collect();
        let first = spans.iter().map(|span| span.0).min().unwrap_or(0);
        let last = spans.iter().map(|span| span.1).max().unwrap_or(0);
        for minute in first..last {
            let people: u32 = spans.iter().filter(|s| s.0 <= minute && minute < s.1).map(|s| s.2).sum();
            if people > 100 {
                found.insert((house, minute));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn people_are_found_where_the_definition_finds_them(drawn in drawn(), roads in [1..60_u32, 1..60, 1..60]) {
        let programme = week(&drawn, roads);
        prop_assert_eq!(people_by_rule(&programme), people_by_definition(&programme, 15));
    }

    #[test]
    fn a_visitor_is_told_of_whatever_the_rules_say_of_a_guest_of_honour(drawn in drawn(), roads in [1..60_u32, 1..60, 1..60]) {
        let guests: Vec<Drawn> = (drawn.into_iter())
            .map(|(from, length, house, hall, who, _, shared, expected)| {
                (from, length, house, hall, who, true, shared, expected)
            })
            .collect();
        let programme = week(&guests, roads);
        prop_assert_eq!(people_as_visitors(&programme), people_by_rule(&programme));
    }

    #[test]
    fn rooms_are_found_where_the_definition_finds_them(drawn in drawn()) {
        let programme = week(&drawn, [10, 10, 10]);
        let found: BTreeSet<_> = check(&programme, &Rulebook::default())
            .into_iter()
            .filter_map(|finding| match finding.clash {
                Clash::RoomTwice { first, second, .. } => Some((first.min(second), first.max(second))),
                _ => None,
            })
            .collect();
        prop_assert_eq!(found, rooms_by_definition(&programme));
    }

    #[test]
    fn houses_are_full_in_the_minutes_that_the_definition_counts(drawn in drawn()) {
        let programme = week(&drawn, [10, 10, 10]);
        let mut found = BTreeSet::new();
        for finding in check(&programme, &Rulebook::default()) {
            if let Clash::VenueFull { venue, during, expected, .. } = finding.clash {
                prop_assert!(expected > 100);
                found.extend((during.start().as_second() / 60..during.end().as_second() / 60).map(|m| (venue.0, m)));
            }
        }
        prop_assert_eq!(found, full_minutes(&programme));
    }

    #[test]
    fn the_order_of_the_rows_does_not_change_what_is_found(drawn in drawn(), roads in [1..60_u32, 1..60, 1..60]) {
        let mut reversed = drawn.clone();
        reversed.reverse();
        let count = |drawn: &[Drawn]| {
            let mut rules: Vec<_> =
                check(&week(drawn, roads), &Rulebook::default()).iter().map(|finding| finding.clash.rule()).collect();
            rules.sort_unstable();
            rules
        };
        prop_assert_eq!(count(&drawn), count(&reversed));
    }
}
