//! A week as the planner's problem: what it counts is what the clash report finds, and a plan without hard breaches is a week without clashes.

use std::collections::BTreeSet;

use festoon_app::timetable::planning::{
    Asked, Held, Limits, Note, Planning, TableForm, Why, as_table, judge_week, plan_week, prepare,
};
use festoon_domain::programme::{OccurrenceId, PersonId, Programme, Span, Spot};
use festoon_domain::text::Lang;
use festoon_domain::timetable::{Clash, Rule as Clashing, Rulebook, Severity, check};
use festoon_exchange::planner::{Bookmark, Planner, PlannerRule};
use festoon_exchange::{NamedFile, Options, week_folder};
use festoon_solver::{Rule, Who, broken};
use festoon_testkit::people::{ADA, EVERYBODY};
use festoon_testkit::{TestWeek, any_week, occurrence, room};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn asked(planner: &Planner) -> Asked<'_> {
    Asked { planner, bookmarks: &[], former: None, begun_by: None }
}

fn prepared(programme: &Programme) -> Planning {
    prepare(programme, &asked(&Planner::default())).expect("a week that asks nothing can be planned")
}

fn demo() -> Programme {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/week");
    let files = |name: &str| std::fs::read(format!("{folder}/{name}")).ok().map(Into::into);
    week_folder::read(&files).expect("the sample week is sound").programme
}

type Pairs = BTreeSet<(PersonId, OccurrenceId, OccurrenceId)>;

fn pair(person: PersonId, one: OccurrenceId, other: OccurrenceId) -> (PersonId, OccurrenceId, OccurrenceId) {
    (person, one.min(other), one.max(other))
}

/// What is part of the problem, and what of it is held.
fn sorts(programme: &Programme, planning: &Planning) -> (BTreeSet<OccurrenceId>, BTreeSet<OccurrenceId>) {
    let mut in_it: BTreeSet<OccurrenceId> = programme.each_occurrence().map(|(id, _)| id).collect();
    let mut held = BTreeSet::new();
    for note in &planning.notes {
        match note {
            Note::LeftOut(id, _) => in_it.remove(id),
            Note::Held(id, _) => held.insert(*id),
        };
    }
    (in_it, held)
}

/// Who cannot be at both, as the clash report says it. Of two things in one hall at once it says only that the hall is taken twice; whoever
/// is at both of them has to be added.
fn people_by_report(programme: &Programme, planning: &Planning, rule: Rule) -> Pairs {
    let (in_it, held) = sorts(programme, planning);
    let mut pairs = Pairs::new();
    for finding in check(programme, &Rulebook::default()) {
        match finding.clash {
            Clash::TwoPlaces { person, first, second, .. } if rule == Rule::People => {
                pairs.insert(pair(person, first, second));
            }
            Clash::Road { person, from, to, .. } if rule == Rule::People => {
                pairs.insert(pair(person, from, to));
            }
            Clash::Slack { person, from, to, .. } if rule == Rule::Slack => {
                pairs.insert(pair(person, from, to));
            }
            Clash::RoomTwice { first, second, .. } if rule == Rule::People => {
                let both_held = held.contains(&first) && held.contains(&second);
                let theirs =
                    |id: OccurrenceId| programme.session_of(id).appearances.iter().map(|there| there.person);
                for person in
                    theirs(first).filter(|who| !both_held && theirs(second).any(|other| other == *who))
                {
                    pairs.insert(pair(person, first, second));
                }
            }
            _ => {}
        }
    }
    pairs.retain(|(_, one, other)| in_it.contains(one) && in_it.contains(other));
    pairs
}

fn people_by_problem(programme: &Programme, planning: &Planning, rule: Rule) -> Pairs {
    let breaches = broken(&planning.problem, &planning.standing).expect("the week as it stands is a plan");
    let mut pairs = Pairs::new();
    for breach in breaches.into_iter().filter(|breach| breach.rule == rule) {
        match breach.who {
            Who::PairOf { one, other, person } => {
                pairs.insert(pair(
                    planning.person(person),
                    planning.occurrence(one),
                    planning.occurrence(other),
                ));
            }
            // A bond does not say whom it is about: whoever is at both, and honoured at one of them.
            Who::Pair(one, other) => {
                let (one, other) = (planning.occurrence(one), planning.occurrence(other));
                let people = (0..).map(PersonId).take(programme.people.len());
                let there = |who: &PersonId, id| {
                    programme.session_of(id).appearances.iter().any(|a| a.person == *who)
                };
                let honoured = |who: &PersonId| {
                    [one, other]
                        .into_iter()
                        .any(|id| festoon_domain::timetable::honoured(programme, *who, id))
                };
                let people = people.filter(|who| there(who, one) && there(who, other) && honoured(who));
                pairs.extend(people.map(|who| pair(who, one, other)));
            }
            _ => panic!("{rule:?} is about two"),
        }
    }
    pairs
}

type Minutes = BTreeSet<(u32, i64)>;

fn full_by_report(programme: &Programme) -> Minutes {
    let mut minutes = Minutes::new();
    for finding in check(programme, &Rulebook::default()) {
        if let Clash::VenueFull { venue, during, .. } = finding.clash {
            minutes.extend(
                (during.start().as_second()..during.end().as_second())
                    .step_by(60)
                    .map(|at| (venue.0, at / 60)),
            );
        }
    }
    minutes
}

fn full_by_problem(planning: &Planning) -> Minutes {
    let breaches = broken(&planning.problem, &planning.standing).expect("the week as it stands is a plan");
    let mut minutes = Minutes::new();
    for breach in breaches {
        if let Who::Venue { venue, period, slot } = breach.who {
            let span = planning.span(period, slot, slot + 1);
            minutes.extend(
                (span.start().as_second()..span.end().as_second()).step_by(60).map(|at| (venue - 1, at / 60)),
            );
        }
    }
    minutes
}

/// What has no hall to itself, or one that is closed, of what the planner may move.
fn unhoused_by_problem(planning: &Planning) -> BTreeSet<OccurrenceId> {
    let breaches = broken(&planning.problem, &planning.standing).expect("the week as it stands is a plan");
    let blocks =
        breaches.iter().filter(|breach| breach.rule == Rule::PeriodRoom).map(|breach| match breach.who {
            Who::Block(block) => block,
            _ => panic!("a lane is a block"),
        });
    let stands =
        |block| planning.standing.0.iter().position(|place| place.is_some_and(|place| place.block == block));
    let entry = |block| u32::try_from(stands(block).expect("a lane is of somebody")).expect("few");
    blocks.map(|block| planning.occurrence(entry(block))).collect()
}

fn expect_agreement(programme: &Programme) -> Result<(), TestCaseError> {
    let planning = prepared(programme);
    for rule in [Rule::People, Rule::Slack] {
        prop_assert_eq!(
            people_by_problem(programme, &planning, rule),
            people_by_report(programme, &planning, rule)
        );
    }
    prop_assert_eq!(full_by_problem(&planning), full_by_report(programme));

    let (_, held) = sorts(programme, &planning);
    let unhoused = unhoused_by_problem(&planning);
    let mut troubled = BTreeSet::new();
    for finding in check(programme, &Rulebook::default()) {
        match finding.clash {
            Clash::RoomTwice { first, second, .. } => {
                prop_assert!(
                    [first, second].iter().any(|id| unhoused.contains(id))
                        || (held.contains(&first) && held.contains(&second))
                );
                troubled.extend([first, second]);
            }
            Clash::Closed { occurrence, .. } => {
                prop_assert!(
                    unhoused.contains(&occurrence)
                        || held.contains(&occurrence)
                        || programme[occurrence].when.is_none_or(|span| span.start() == span.end())
                );
                troubled.insert(occurrence);
            }
            _ => {}
        }
    }
    prop_assert!(unhoused.is_subset(&troubled), "{:?} {:?}", unhoused, troubled);
    Ok(())
}

/// Of the rules the planner has a twin of, what is still wrong with a plan that it says is sound: nothing, but among what it may not move.
fn expect_sound(programme: &Programme, seed: u64) -> Result<(), TestCaseError> {
    let planning = prepared(programme);
    let found =
        planning.solve(&Limits { seed, ..Limits::steps(2_000) }, &mut |_| {}).expect("the problem is sound");
    if found.score.hard > 0 {
        return Ok(());
    }
    let applied = planning.applied(programme, &found.plan);
    let (in_it, held) = sorts(programme, &planning);
    for finding in check(&applied, &Rulebook::default()) {
        let rule = finding.clash.rule();
        if !matches!(
            rule,
            Clashing::TwoPlaces
                | Clashing::Road
                | Clashing::RoomTwice
                | Clashing::VenueFull
                | Clashing::Closed
        ) {
            continue;
        }
        let about = finding.clash.occurrences();
        let beyond_it =
            about.iter().any(|id| !in_it.contains(id)) || about.iter().all(|id| held.contains(id));
        prop_assert!(beyond_it, "{:?}", finding.clash);
    }
    Ok(())
}

/// The week with its times on whole multiples of so many minutes: others are held, and counted by the minutes they touch.
fn on_the_minute(mut programme: Programme, minutes: i64) -> Programme {
    let step = minutes * 60;
    for occurrence in &mut programme.occurrences {
        occurrence.when = occurrence.when.map(|span| {
            let start =
                Timestamp::from_second(span.start().as_second().div_euclid(step) * step).expect("in 2021");
            let length = (span.duration().as_secs() / step * step).max(step);
            Span::new(start, start + SignedDuration::from_secs(length)).expect("forwards")
        });
    }
    programme
}

const HOUSES: [&str; 3] = ["park", "campus", "mall"];
const HALLS: [[&str; 2]; 3] = [["p1", "p2"], ["c1", "c2"], ["m1", "m2"]];

/// Minutes after nine, length, day, house, hall, who, as guest, shared, expected.
type Drawn = (u32, u32, u32, usize, usize, usize, bool, bool, u32);

fn crowded(drawn: &[Drawn], roads: [u32; 4]) -> Programme {
    let mut week = TestWeek::new();
    for (house, halls) in HOUSES.into_iter().zip(HALLS) {
        week = week.venue(house).capacity(100).open("09:30", "15:00").room(halls[0]).room(halls[1]);
    }
    week = week.road("park", "campus", roads[0]).road("campus", "mall", roads[1]);
    week = week.road("mall", "park", roads[2]).road("park", "mall", roads[3]);
    for (n, &(from, length, day, house, hall, who, guest, shared, expected)) in drawn.iter().enumerate() {
        let clock = |minutes: u32| format!("{:02}:{:02}", 9 + minutes / 60, minutes % 60);
        week = week
            .venue(HOUSES[house])
            .room(HALLS[house][hall])
            .session(&format!("session-{n}"))
            .titled(&format!("第{n}号场次"), &format!("Session number {n}"))
            .at(&format!("2021-06-2{} {}", 1 + day, clock(from)), &clock(from + length))
            .expecting(expected);
        week = if guest { week.guest(EVERYBODY[who]) } else { week.speaker(EVERYBODY[who]) };
        week = if shared { week.shared() } else { week };
    }
    week.build()
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (
        (0_u32..40).prop_map(|n| n * 7),
        (1_u32..12).prop_map(|n| n * 5),
        0..2_u32,
        0..3_usize,
        0..2_usize,
        0..3_usize,
        any::<bool>(),
        (0..8_u32).prop_map(|n| n == 0),
        0..60_u32,
    );
    prop::collection::vec(one, 0..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_the_planner_counts_of_a_crowded_week_is_what_the_report_finds(drawn in drawn(), roads in [1..60_u32, 1..60, 1..60, 1..60]) {
        expect_agreement(&crowded(&drawn, roads))?;
    }

    #[test]
    fn what_the_planner_counts_of_any_week_is_what_the_report_finds(seed in any::<u64>(), minutes in 1..6_i64) {
        expect_agreement(&on_the_minute(any_week(seed).programme, minutes))?;
    }

    #[test]
    fn any_week_at_all_can_be_prepared_and_searched(seed in any::<u64>()) {
        expect_sound(&any_week(seed).programme, seed)?;
    }

    #[test]
    fn a_plan_without_hard_breaches_is_a_week_without_clashes(drawn in drawn(), roads in [1..60_u32, 1..60, 1..60, 1..60], seed in any::<u64>()) {
        expect_sound(&crowded(&drawn, roads), seed)?;
    }
}

#[test]
fn the_sample_week_is_solved_by_moving_what_clashes_and_nothing_else() {
    let programme = demo();
    expect_agreement(&programme).expect("what is counted is what is found");
    let planning = prepared(&programme);
    assert_eq!(people_by_problem(&programme, &planning, Rule::People).len(), 2);
    assert_eq!(people_by_problem(&programme, &planning, Rule::Slack).len(), 1);
    assert_eq!((full_by_problem(&planning).is_empty(), unhoused_by_problem(&planning).len()), (false, 2));
    let found = planning.solve(&Limits::steps(200_000), &mut |_| {}).expect("the problem is sound");
    assert_eq!(found.score.hard, 0);
    let applied = planning.applied(&programme, &found.plan);
    let moved = planning.moved(&programme, &found.plan);
    let left: Vec<Clashing> = check(&applied, &Rulebook::default())
        .into_iter()
        .map(|finding| finding.clash.rule())
        .filter(|rule| !matches!(rule, Clashing::Untranslated | Clashing::Stale))
        .collect();
    // The one that is left lacks an interpreter, whom only a person can find.
    assert_eq!((left, moved.len()), (vec![Clashing::Interpreters], 7));
}

#[test]
fn what_shares_its_hall_is_held_and_what_is_cancelled_is_left_out() {
    let week = TestWeek::new()
        .venue("park")
        .room("p1")
        .session("posters")
        .at("2021-06-21 10:00", "12:00")
        .shared()
        .session("gone")
        .at("2021-06-21 10:00", "11:00")
        .cancelled()
        .session("talk")
        .at("2021-06-21 10:00", "11:00")
        .build();
    let planning = prepared(&week);
    let (in_it, held) = sorts(&week, &planning);
    assert_eq!(held, BTreeSet::from([occurrence(&week, "posters")]));
    assert!(!in_it.contains(&occurrence(&week, "gone")));
    assert!(planning.notes.contains(&Note::Held(occurrence(&week, "posters"), Held::Shared)));
    assert!(planning.entry_of(occurrence(&week, "talk")).is_some());
}

fn talks() -> Programme {
    TestWeek::new()
        .venue("park")
        .open("09:00", "18:00")
        .room("p1")
        .room("p2")
        .session("one")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .session("two")
        .at("2021-06-21 12:00", "13:00")
        .build()
}

fn planner(text: &str) -> Planner {
    let file = NamedFile { name: "planner.toml".into(), bytes: text.as_bytes().to_vec() };
    Planner::parse(&file).expect("well-formed")
}

#[test]
fn what_names_nothing_or_contradicts_itself_is_refused_in_words() {
    let week = talks();
    for (text, said) in [
        ("pins = [\"three\"]", "nothing is called “three”; use a key of sessions.csv, a slug or a guid."),
        (
            "[[before]]\nfirst = \"one\"\nthen = \"two\"\n[[before]]\nfirst = \"two\"\nthen = \"one\"",
            "is a circle: “one” before “two” before “one”",
        ),
        ("pins = [\"one\"]\n[[pin]]\nsession = \"one\"\nroom = \"p1\"", "is pinned twice"),
        ("[[pin]]\nsession = \"one\"\nstart = \"2021-06-21T19:00\"", "at which its room is not open"),
        (
            "[[pin]]\nsession = \"one\"\nroom = \"p1\"\nstart = \"2021-06-21T14:00\"\n[[pin]]\nsession = \"two\"\nroom = \"p1\"\nstart = \"2021-06-21T14:30\"",
            "pinned to one room at one time",
        ),
        (
            "[[away]]\nperson = \"nobody\"\nfrom = \"2021-06-21T10:00\"\ntill = \"2021-06-21T11:00\"",
            "nothing is called “nobody”; use a key of people.csv.",
        ),
    ] {
        let refusals = prepare(&week, &asked(&planner(text))).expect_err(text);
        assert_eq!(refusals.len(), 1, "{text}");
        let sentence = refusals[0].reason.sentence(Lang::En);
        assert!(sentence.contains(said), "{text}: {sentence}");
    }
}

#[test]
fn whoever_is_away_is_not_asked_for_and_what_is_pinned_stands_where_it_is_said() {
    let week = talks();
    let planner = planner(
        "[[away]]\nperson = \"ada\"\nfrom = \"2021-06-21T08:00\"\ntill = \"2021-06-21T17:00\"\n\
         [[pin]]\nsession = \"two\"\nroom = \"p2\"\nstart = \"2021-06-22T09:30\"\n\
         [rules]\ndays = \"ignore\"",
    );
    let planning = prepare(&week, &asked(&planner)).expect("it can be planned");
    let found = planning.solve(&Limits::steps(20_000), &mut |_| {}).expect("the problem is sound");
    assert_eq!(found.score.hard, 0);
    let applied = planning.applied(&week, &found.plan);
    let start = |key| {
        applied[occurrence(&applied, key)].when.expect("a time").start().to_zoned(week.week.zone.clone())
    };
    let one = start("one").datetime();
    assert!(one.date() != jiff::civil::date(2021, 6, 21) || one.hour() == 17, "{one}");
    assert_eq!(start("two").datetime(), jiff::civil::date(2021, 6, 22).at(9, 30, 0, 0));
    assert_eq!(applied[occurrence(&applied, "two")].room(), Some(room(&applied, "p2")));
}

#[test]
fn what_has_begun_stays_and_what_stood_elsewhere_in_the_release_goes_back() {
    let then = talks();
    let mut now = then.clone();
    let two = occurrence(&now, "two");
    now.occurrences[two.0 as usize].place = Some(festoon_domain::programme::Place::Room(room(&now, "p2")));
    let planner = Planner::default();
    let begun_by = then[occurrence(&then, "one")].when.map(Span::start);
    let asked = Asked { planner: &planner, bookmarks: &[], former: Some(&then), begun_by };
    let planning = prepare(&now, &asked).expect("it can be planned");
    assert_eq!(planning.entry_of(occurrence(&now, "one")), None);
    let found = planning.solve(&Limits::steps(20_000), &mut |_| {}).expect("the problem is sound");
    assert_eq!(planning.applied(&now, &found.plan), then);
}

/// The two talks, with the halls in another order and everything an hour later.
fn talks_counted_otherwise(then: &Programme) -> Programme {
    let mut now = TestWeek::new()
        .venue("park")
        .open("09:00", "18:00")
        .room("p2")
        .room("p1")
        .session("one")
        .at("2021-06-21 11:00", "12:00")
        .speaker(ADA)
        .session("two")
        .at("2021-06-21 13:00", "14:00")
        .build();
    for key in ["one", "two"] {
        let id = occurrence(&now, key);
        let was = &then[occurrence(then, key)];
        let there = was.room().map(|id| then[id].key.clone()).expect("a hall");
        now.occurrences[id.0 as usize].guid = was.guid;
        now.occurrences[id.0 as usize].place =
            Some(festoon_domain::programme::Place::Room(room(&now, &there)));
    }
    now
}

#[test]
fn a_release_is_found_again_by_the_names_of_its_halls_and_by_titles_where_no_guid_is_known() {
    let then = talks();
    let mut now = talks_counted_otherwise(&then);
    let planner = Planner::default();
    for guids in ["the same", "other ones"] {
        if guids == "other ones" {
            for (n, occurrence) in (1..).zip(&mut now.occurrences) {
                occurrence.guid = uuid::Uuid::from_u128(n);
            }
        }
        let keeping = Asked { former: Some(&then), ..asked(&planner) };
        let kept_to =
            plan_week(&now, &keeping, &Limits::steps(20_000), &mut |_| {}).expect("it can be planned");
        let against = kept_to.against.expect("it was kept to");
        assert_eq!((against.kept.len(), against.moved.len()), (2, 0), "{guids}");
        assert_eq!((against.new.len(), against.gone.len()), (0, 0), "{guids}");
        for key in ["one", "two"] {
            let (is, was) = (&kept_to.programme[occurrence(&now, key)], &then[occurrence(&then, key)]);
            let hall = |programme: &Programme, own: &festoon_domain::programme::Occurrence| {
                own.room().map(|id| programme[id].key.clone())
            };
            assert_eq!((is.when, hall(&now, is)), (was.when, hall(&then, was)), "{guids}: {key}");
        }
    }
}

#[test]
fn what_cannot_stay_is_told_apart_from_what_moves_and_is_not_counted_where_it_stays_all_the_same() {
    let crowded = |close: &str| {
        let mut week = TestWeek::new()
            .venue("park")
            .open("10:00", close)
            .room("p1")
            .session("one")
            .at("2021-06-21 10:00", "11:00")
            .session("two")
            .at("2021-06-21 10:30", "11:30")
            .build();
        week.week.last_day = week.week.first_day;
        let planner = planner("hours = \"08:00-20:00\"");
        plan_week(&week, &asked(&planner), &Limits::steps(5_000), &mut |_| {}).expect("it can be planned")
    };
    let tight = crowded("11:30");
    assert_eq!((tight.moved.len(), tight.stuck.len(), tight.after), (0, 1, tight.before));
    assert!(tight.told.iter().all(|told| told.rule != Some(PlannerRule::Moved)));

    let roomy = crowded("18:00");
    assert_eq!((roomy.moved.len(), roomy.stuck.len()), (1, 0));
    assert_eq!(roomy.moved[0].0.why, Why::CouldNotStay);
    assert!(roomy.after.hard == 0 && roomy.before.hard > 0);
}

#[test]
fn what_was_left_out_is_asked_about_and_answered_with_why() {
    let mut week = talks();
    let two = occurrence(&week, "two");
    week.occurrences[two.0 as usize].state = festoon_domain::programme::State::Cancelled;
    let planning = prepared(&week);
    let at = week[two].when.expect("a time").start();
    let answer =
        planning.why_not(&week, &planning.standing, (two, at, room(&week, "p2"))).expect("it can be asked");
    let said: Vec<&str> = answer.in_the_way.iter().map(|way| way.en.as_str()).collect();
    assert_eq!(said, ["“two” (12:00–13:00, p2, park) is cancelled and was left out."]);
}

#[test]
fn what_is_pinned_beyond_all_time_is_refused_and_what_takes_place_there_is_planned_around() {
    let week = talks();
    let far = planner("[[pin]]\nsession = \"one\"\nstart = \"9999-12-31T23:00\"");
    let refusals = prepare(&week, &asked(&far)).expect_err("it is beyond all time");
    assert_eq!(refusals.len(), 1);
    let mut week = talks();
    let last = Timestamp::MAX - SignedDuration::from_hours(2);
    let two = occurrence(&week, "two");
    week.occurrences[two.0 as usize].when = Span::new(last, last + SignedDuration::from_hours(1));
    let planner = Planner::default();
    plan_week(&week, &asked(&planner), &Limits::steps(500), &mut |_| {}).expect("it can be planned");
}

#[test]
fn a_century_of_sessions_is_refused_before_anything_is_counted() {
    let mut week = talks();
    let one = week.occurrences[0].clone();
    for day in 1..800 {
        let start = one.when.expect("a time").start() + SignedDuration::from_hours(24 * day);
        let mut other = one.clone();
        other.guid = uuid::Uuid::from_u128(u128::try_from(day).expect("above 0"));
        other.when = Span::new(start, start + SignedDuration::from_hours(1));
        week.occurrences.push(other);
    }
    let refusals = prepare(&week, &asked(&Planner::default())).expect_err("it is too much");
    let said = refusals[0].reason.sentence(Lang::En);
    assert!(said.starts_with("801 sessions on 8") && said.contains("too many for one plan"), "{said}");
}

fn sentences(week: &Programme, text: &str) -> Vec<String> {
    let planning = prepare(week, &asked(&planner(text))).expect("it can be planned");
    let told = planning.told(week, &planning.standing).expect("the week as it stands is a plan");
    told.iter().map(|told| told.sentence.en.clone()).collect()
}

#[test]
fn every_rule_broken_is_a_sentence_that_names_what_it_is_about() {
    let week = TestWeek::new()
        .venue("park")
        .capacity(50)
        .open("09:00", "17:00")
        .room("p1")
        .equipped("screen")
        .seats(30)
        .venue("campus")
        .road("park", "campus", 35)
        .venue("park")
        .room("p1")
        .session("one")
        .at("2021-06-21 09:30", "10:00")
        .speaker(ADA)
        .needs("booth")
        .expecting(40)
        .session("late")
        .at("2021-06-21 16:30", "17:30")
        .venue("campus")
        .room("c1")
        .session("two")
        .at("2021-06-21 10:20", "11:00")
        .speaker(ADA)
        .session("three")
        .at("2021-06-21 10:30", "11:00")
        .build();
    let text = "
        pause = 10
        [[before]]
        first = \"two\"
        then = \"one\"
        [[away]]
        person = \"ada\"
        from = \"2021-06-21T10:30\"
        till = \"2021-06-21T10:40\"
        [[stock]]
        name = \"camera\"
        of = 1
        sessions = { two = 1, three = 1 }
        [[wish]]
        session = \"two\"
        not_room = \"c1\"
        [rules]
        wishes = \"warn 1\"";
    insta::assert_snapshot!(sentences(&week, text).join("\n"));
}

#[test]
fn an_absence_that_is_said_twice_or_in_pieces_is_told_once() {
    let away = |from: &str, till: &str| {
        format!("[[away]]\nperson = \"ada\"\nfrom = \"2021-06-21T{from}\"\ntill = \"2021-06-21T{till}\"\n")
    };
    let once = sentences(&talks(), &away("09:00", "12:00"));
    assert!(once.iter().any(|said| said.contains("is away")), "{once:?}");
    let in_pieces =
        [away("10:30", "12:00"), away("09:00", "10:00"), away("10:00", "11:00"), away("09:00", "10:00")];
    assert_eq!(sentences(&talks(), &in_pieces.concat()), once);
    let apart = sentences(&talks(), &(away("09:00", "10:10") + &away("10:50", "12:00")));
    assert_eq!(apart.iter().filter(|said| said.contains("is away")).count(), 2, "{apart:?}");
}

#[test]
fn why_not_there_is_answered_with_who_stands_there_and_what_would_be_broken() {
    let week = talks();
    let text = "hours = \"09:00-19:00\"\n[[pin]]\nsession = \"two\"\nroom = \"p2\"\nstart = \"2021-06-21T12:00\"\n[[away]]\nperson = \"ada\"\nfrom = \"2021-06-21T12:00\"\ntill = \"2021-06-21T13:00\"";
    let planning = prepare(&week, &asked(&planner(text))).expect("it can be planned");
    let at = |clock: &str| {
        let civil: jiff::civil::DateTime = format!("2021-06-21T{clock}").parse().expect("a time");
        civil.to_zoned(week.week.zone.clone()).expect("no gap").timestamp()
    };
    let ask = |clock: &str, hall: &str| {
        let asked = (occurrence(&week, "one"), at(clock), room(&week, hall));
        let answer = planning.why_not(&week, &planning.standing, asked).expect("it can be asked");
        let worse = answer.worse.iter().map(|told| told.sentence.en.clone());
        answer.in_the_way.iter().map(|way| way.en.clone()).chain(worse).collect::<Vec<_>>()
    };
    assert_eq!(
        ask("12:30", "p2"),
        [
            "p2, park is taken then, by “two” (12:00–13:00, p2, park), which stays.",
            "Ada Holm is away when “one” (12:30–13:30, p2, park) is on.",
            "“one” moves from Mon 21 June, 10:00–11:00, p2, park to Mon 21 June, 12:30–13:30, p2, park.",
        ]
    );
    assert_eq!(ask("20:00", "p2"), ["p2, park is not open then for as long as it takes."]);
    assert_eq!(ask("08:30", "p2"), ["p2, park is not open then for as long as it takes."]);
    assert_eq!(ask("10:00", "p2"), Vec::<String>::new());
    let usual = prepared(&week);
    let asked = (occurrence(&week, "one"), at("16:00"), room(&week, "p2"));
    let answer = usual.why_not(&week, &usual.standing, asked).expect("it can be asked");
    assert_eq!(answer.in_the_way[0].en, "That is outside the hours that are planned for.");
    let between = planning.why_not(
        &week,
        &planning.standing,
        (occurrence(&week, "one"), at("10:07"), room(&week, "p2")),
    );
    let [way] = &between.expect("it can be asked").in_the_way[..] else { panic!("one thing is in the way") };
    assert!(way.en.starts_with("Times are planned in steps of "), "{}", way.en);
    assert!(way.zh.starts_with("排期按 "), "{}", way.zh);
}

#[test]
fn a_week_that_cannot_be_says_which_sessions_do_not_go_together() {
    let week = TestWeek::new()
        .venue("park")
        .open("10:00", "11:30")
        .room("p1")
        .session("one")
        .at("2021-06-21 10:00", "11:00")
        .session("two")
        .at("2021-06-21 10:30", "11:30")
        .build();
    let mut week = week;
    week.week.last_day = week.week.first_day;
    let planning = prepared(&week);
    let causes = planning.causes(&week, &Limits::steps(2_000)).expect("the problem is sound");
    let said: Vec<&str> = causes.iter().map(|reason| reason.sentence.en.as_str()).collect();
    assert_eq!(said, ["These need 120 minutes together, and the rooms they may use have 90: “one”, “two”."]);
}

#[test]
fn a_planned_week_written_as_a_folder_comes_back_with_every_session_itself() {
    let programme = demo();
    let planning = prepared(&programme);
    let found = planning.solve(&Limits::steps(20_000), &mut |_| {}).expect("the problem is sound");
    let applied = planning.applied(&programme, &found.plan);
    let files = week_folder::write(&festoon_domain::week::Records::of(applied.clone()));
    let file = |name: &str| files.iter().find(|(own, _)| own == name).map(|(_, bytes)| bytes.clone().into());
    let back = week_folder::read(&file).expect("what is written can be read").programme;
    let told = |programme: &Programme| -> Vec<_> {
        programme.occurrences.iter().map(|own| (own.guid, own.when, own.place)).collect()
    };
    assert_eq!(told(&back), told(&applied));
    let guids =
        |programme: &Programme| -> Vec<_> { programme.occurrences.iter().map(|own| own.guid).collect() };
    assert_eq!(guids(&back), guids(&programme));
}

#[test]
fn a_planned_week_written_as_a_table_is_read_with_every_session_at_its_new_time() {
    let programme = demo();
    let planning = prepared(&programme);
    let found = planning.solve(&Limits::steps(20_000), &mut |_| {}).expect("the problem is sound");
    let planned = planning.applied(&programme, &found.plan);
    for (form, name) in [(TableForm::Csv, "planned.csv"), (TableForm::Workbook, "planned.xlsx")] {
        let written = as_table(&planned, form, Lang::En, Timestamp::UNIX_EPOCH).expect("a table holds it");
        let file = NamedFile { name: name.into(), bytes: written.bytes };
        let options = Options { zone: Some(programme.week.zone.clone()), ..Options::default() };
        let back = festoon_exchange::read(&[file], &options).expect("our own table").programme;
        let told = |programme: &Programme| -> BTreeSet<_> {
            let hall = |occurrence: &festoon_domain::programme::Occurrence| {
                occurrence.room().map(|room| programme[room].name.read(Lang::En).to_owned())
            };
            programme.occurrences.iter().map(|own| (own.guid, own.when, hall(own))).collect()
        };
        assert_eq!(told(&back), told(&planned), "{name}");
    }
}

#[test]
fn a_house_that_is_lost_for_a_day_moves_its_own_sessions_and_nothing_else() {
    let programme = demo();
    let lost =
        "[[away]]\nvenue = \"jiulong-lake-block\"\nfrom = \"2021-06-24T00:00\"\ntill = \"2021-06-25T00:00\"";
    let planning = prepared(&programme);
    let found = planning.solve(&Limits::steps(300_000), &mut |_| {}).expect("the problem is sound");
    let settled = planning.applied(&programme, &found.plan);
    let planner = planner(lost);
    let planning = prepare(&settled, &asked(&planner)).expect("it can be planned");
    let day = jiff::civil::date(2021, 6, 24);
    let is_lost = |id: OccurrenceId| {
        let there = settled.venue_of(id).is_some_and(|venue| settled[venue].key == "jiulong-lake-block");
        there
            && planning.entry_of(id).is_some()
            && settled[id]
                .when
                .is_some_and(|span| span.start().to_zoned(settled.week.zone.clone()).date() == day)
    };
    let must: BTreeSet<OccurrenceId> =
        settled.each_occurrence().map(|(id, _)| id).filter(|id| is_lost(*id)).collect();
    let plan = planning.solve(&Limits::steps(300_000), &mut |_| {}).expect("the problem is sound");
    assert_eq!(plan.score.hard, 0);
    let moved: BTreeSet<OccurrenceId> =
        planning.moved(&settled, &plan.plan).iter().map(|moved| moved.occurrence).collect();
    assert!(!must.is_empty());
    assert_eq!(moved, must);
}

#[test]
fn a_week_is_judged_as_it_stands_and_then_planned() {
    let programme = demo();
    let planner = Planner::default();
    let as_it_stands = judge_week(&programme, &asked(&planner)).expect("it can be judged");
    assert_eq!((as_it_stands.moved.len(), as_it_stands.before), (0, as_it_stands.after));
    let found = plan_week(&programme, &asked(&planner), &Limits::steps(200_000), &mut |_| {})
        .expect("it can be planned");
    assert_eq!((found.moved.len(), found.before, found.after.hard), (7, as_it_stands.before, 0));
    let hard = as_it_stands.told.iter().filter(|told| told.severity == Severity::Block);
    let said: Vec<&str> = hard.map(|told| told.sentence.zh.as_str()).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn numbers_as_large_as_they_get_are_planned_like_any_others() {
    let week = talks();
    let text = "[[wish]]\nsession = \"one\"\nnot_room = \"p2\"\ncount = 4294967295\n[rules]\nwishes = \"warn 1000000\"";
    let planner = planner(text);
    let mark = Bookmark { one: "one".into(), other: "two".into(), visitors: u32::MAX, row: 2 };
    let asked = Asked { bookmarks: &[mark], ..asked(&planner) };
    let found = plan_week(&week, &asked, &Limits::steps(2_000), &mut |_| {}).expect("it can be planned");
    assert_eq!(found.after.hard, 0);
    assert_eq!(found.programme[occurrence(&week, "one")].room(), Some(room(&week, "p1")));
}

#[test]
fn a_visitor_who_marked_two_sessions_can_see_both() {
    let week = TestWeek::new()
        .venue("park")
        .open("09:00", "18:00")
        .room("p1")
        .session("one")
        .at("2021-06-21 10:00", "11:00")
        .room("p2")
        .session("two")
        .at("2021-06-21 10:00", "11:00")
        .build();
    let planner = Planner::default();
    let marks = [Bookmark { one: "one".into(), other: "two".into(), visitors: 300, row: 2 }];
    let asked = Asked { bookmarks: &marks, ..asked(&planner) };
    let as_it_stands = judge_week(&week, &asked).expect("it can be judged");
    assert_eq!(
        as_it_stands.told[0].sentence.en,
        "300 of the visitors marked both “one” (10:00–11:00, p1, park) and “two” (10:00–11:00, p2, park), which are on at once."
    );
    let hours = "hours = \"09:00-18:00\"";
    let planner = self::planner(hours);
    let asked = Asked { planner: &planner, ..asked };
    let found = plan_week(&week, &asked, &Limits::steps(20_000), &mut |_| {}).expect("it can be planned");
    assert_eq!((found.moved.len(), found.told.len()), (1, 1));
}

/// Four sessions of one speaker on top of each other in one hall, a fifth later, and one elsewhere at the same time.
fn heap() -> Programme {
    let mut week = TestWeek::new().venue("park").open("09:00", "18:00").room("p1");
    for (key, from, till) in [
        ("one", "2021-06-21 10:00", "12:00"),
        ("two", "2021-06-21 10:30", "11:30"),
        ("three", "2021-06-21 11:00", "13:00"),
        ("four", "2021-06-21 12:30", "13:30"),
        ("five", "2021-06-21 15:00", "16:00"),
    ] {
        week = week.session(key).at(from, till).speaker(ADA);
    }
    week.room("p2").session("apart").at("2021-06-21 11:00", "11:30").build()
}

#[test]
fn sessions_on_top_of_each_other_are_one_sentence_for_the_hall_and_one_for_whoever_should_be_at_all() {
    let week = heap();
    let planner = Planner::default();
    let judged = judge_week(&week, &asked(&planner)).expect("it can be judged");
    let hard = |told: &&festoon_app::timetable::planning::Told| told.severity == Severity::Block;
    let said: Vec<(&str, &str)> = judged
        .told
        .iter()
        .filter(hard)
        .map(|told| (told.sentence.zh.as_str(), told.sentence.en.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (
                "艾达·霍尔姆在 6月21日 周一 10:30–13:00 要同时出现在 4 场：「one场」、「two场」、「three场」、「four场」。",
                "Ada Holm should be at 4 sessions at once on Mon 21 June, 10:30–13:00: “one”, “two”, “three”, “four”."
            ),
            (
                "park馆·p1厅在 6月21日 周一 10:30–13:00 有 4 场叠在一起：「one场」、「two场」、「three场」、「four场」。",
                "4 sessions are on top of each other in p1, park on Mon 21 June, 10:30–13:00: “one”, “two”, “three”, “four”."
            ),
        ]
    );
    // What is said in fewer sentences costs as much as before.
    let sum = judged
        .told
        .iter()
        .fold(festoon_app::timetable::planning::Score::default(), |sum, told| sum + told.cost);
    assert_eq!(sum, judged.after);
}

#[test]
fn a_session_marked_with_many_others_of_its_time_is_one_sentence() {
    let week = heap();
    let planner = planner("[rules]\nbookmarks = \"warn 5\"");
    let mark =
        |other: &str, visitors| Bookmark { one: "apart".into(), other: other.into(), visitors, row: 2 };
    let marks = [mark("one", 7), mark("two", 90), mark("three", 20), mark("five", 400)];
    let judged =
        judge_week(&week, &Asked { bookmarks: &marks, ..asked(&planner) }).expect("it can be judged");
    let of: Vec<_> =
        judged.told.iter().filter(|told| told.rule.map(PlannerRule::word) == Some("bookmarks")).collect();
    let [told] = &of[..] else { panic!("one sentence: {of:?}") };
    assert_eq!(
        (told.sentence.zh.as_str(), told.sentence.en.as_str(), told.occurrences.len()),
        (
            "收藏了「apart场」的观众里，也有人收藏了同时进行的几场：「two场」（90 位）、「three场」（20 位）、「one场」（7 位）。",
            "Visitors who marked “apart” also marked what is on at the same time: “two” (90), “three” (20), “one” (7).",
            4
        )
    );
}

#[test]
fn a_lost_house_is_named_as_closed_and_what_nobody_moves_in_it_is_told() {
    let week = TestWeek::new()
        .venue("park")
        .open("09:00", "18:00")
        .room("p1")
        .session("one")
        .at("2021-06-21 10:00", "11:00")
        .session("desk")
        .at("2021-06-21 12:00", "13:00")
        .build();
    let mut week = week;
    let shared = week.session_of(occurrence(&week, "desk")).key.clone();
    let desk = week.sessions.iter_mut().find(|session| session.key == shared).expect("a session");
    desk.room_use = festoon_domain::programme::RoomUse::Shared;
    let planner =
        planner("[[away]]\nvenue = \"park\"\nfrom = 2021-06-21T00:00:00\ntill = 2021-06-22T00:00:00");
    let judged = judge_week(&week, &asked(&planner)).expect("it can be judged");
    let told: Vec<(&str, &str)> =
        judged.told.iter().map(|told| (told.sentence.zh.as_str(), told.sentence.en.as_str())).collect();
    assert_eq!(
        told,
        [(
            "「one场」（10:00–11:00，park馆·p1厅）的会场那时用不了（planner.toml 的 [[away]]）。",
            "“one” (10:00–11:00, p1, park) is in a room that is closed then (an [[away]] of planner.toml)."
        )]
    );
    let stranded = judged.planning.stranded(&week);
    let said: Vec<&str> = stranded.iter().map(|said| said.en.as_str()).collect();
    assert_eq!(
        said,
        [
            "“desk” (12:00–13:00, p1, park) stays where it is, and the room is closed then (an [[away]] of planner.toml): find it another by hand."
        ]
    );
}

#[test]
fn what_names_nothing_is_told_in_the_order_of_the_file() {
    let week = talks();
    let text = "[[before]]\nfirst = \"nine\"\nthen = \"one\"\n[[wish]]\nsession = \"eight\"\nnot_room = \"p1\"\n[[pin]]\nsession = \"seven\"";
    let refusals = prepare(&week, &asked(&planner(text))).expect_err("nobody knows them");
    let lines: Vec<Spot> = refusals.into_iter().map(|refusal| refusal.spot).collect();
    assert_eq!(lines, [Spot::Character(2, 9), Spot::Character(5, 11), Spot::Character(8, 11)]);
}
