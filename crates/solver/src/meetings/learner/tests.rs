//! The learner against every plan of small days: what it finds keeps all rules, and what it says cannot be is not there.

use proptest::prelude::*;

use super::super::day::{Day, Half, Hall, Language, Meeting, Participant, Pause, Plan, Seat};
use super::super::score::{Score, score};
use super::*;

/// A day of every rule, small enough for every plan of it to be tried.
fn small_day() -> impl Strategy<Value = Day> {
    let people = 4_u32;
    let meeting = (0..people, 1..people, 0..6_u8, any::<bool>(), any::<bool>());
    let person = (prop::collection::vec(0..4_u16, 0..2), 0..4_u32, 0..5_u16);
    (
        prop::collection::vec(meeting, 1..6),
        prop::collection::vec(person, people as usize),
        (1..3_u32, 0..3_u32, 0..4_u32, 0..4_u16),
        prop::collection::vec((0..5_u32, 1..3_u32), 0..3),
    )
        .prop_map(move |(meetings, persons, (tables, minutes, evenness, second), order)| {
            let mut day = Day::of(4, tables);
            for (at, slot) in day.slots.iter_mut().enumerate() {
                slot.half = if at < 2 { Half::Morning } else { Half::Afternoon };
                slot.day = u16::from(second > 2 && at >= 2);
            }
            if minutes > 0 {
                day.halls.push(Hall { tables: vec![1, 0, 1, 1] });
                day.roads = vec![vec![0, minutes * 20], vec![minutes * 20, 0]];
            }
            day.languages = vec![Language { interpreters: vec![1, 1, 0, 1] }];
            day.evenness = (evenness < 3).then_some(evenness);
            for (away, row, free) in persons {
                let pauses = if free < 2 { vec![Pause { first: 1, last: 2, free }] } else { Vec::new() };
                day.participants.push(Participant { away, in_a_row: (row > 0).then_some(row), pauses });
            }
            for (one, further, kind, spoken, held) in meetings {
                let half = [Some(Half::Morning), Some(Half::Afternoon)].get(usize::from(kind)).copied();
                day.meetings.push(Meeting {
                    half: half.flatten(),
                    halls: if held { vec![0] } else { Vec::new() },
                    languages: spoken.then_some(0).into_iter().collect(),
                    ..Meeting::of(one, (one + further) % people)
                });
            }
            let count = u32::try_from(day.meetings.len()).expect("days are small here");
            let order = order.into_iter().map(|(first, on)| (first, first + on));
            day.order = order.filter(|&(_, then)| then < count).collect();
            day
        })
}

/// The fewest breaks of all plans that keep all rules, if there is one.
fn fewest_of_all(day: &Day) -> Option<u32> {
    let halls = u32::try_from(day.halls.len()).expect("days are small here");
    let seats = 4 * halls;
    let count = seats.pow(u32::try_from(day.meetings.len()).expect("days are small here"));
    let plan = |mut left: u32| {
        let mut seat = || {
            let seat = left % seats;
            left /= seats;
            Some(Seat { slot: u16::try_from(seat % 4).expect("it is small"), hall: seat / 4 })
        };
        Plan(day.meetings.iter().map(|_| seat()).collect())
    };
    let scores = (0..count).map(|number| score(day, &plan(number)).expect("it is sound"));
    scores.filter(|score| score.hard == 0).map(|score| score.breaks).min()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_is_found_and_what_cannot_is_proved(day in small_day(), seed in 0..9_u64) {
        let ground = Ground::new(&day);
        let best = fewest_of_all(&day);
        let never = || false;
        let mut learner = Learner::new(&ground, seed, &never);
        // Questions in any order give the answers of questions asked alone.
        for most in [Some(2), None, Some(0), Some(1), Some(9), Some(0)] {
            let lesson = learner.ask(most, u64::MAX);
            match (best, lesson) {
                (None, lesson) => prop_assert!(
                    matches!(lesson, Lesson::Never) || most.is_some() && lesson == Lesson::More,
                    "{:?}", lesson
                ),
                (Some(best), Lesson::Plan(plan)) => {
                    let Score { hard, breaks } = score(&day, &plan).expect("it is sound");
                    prop_assert_eq!(hard, 0);
                    prop_assert!(best <= breaks && most.is_none_or(|most| breaks <= most));
                }
                (Some(best), lesson) => {
                    prop_assert_eq!(&lesson, &Lesson::More);
                    prop_assert!(most.is_some_and(|most| most < best), "{:?} of {}", most, best);
                }
            }
        }
        prop_assert_eq!(learner.blame().is_some(), best.is_none());
    }
}

#[test]
fn a_contradiction_of_a_few_is_told_without_the_others() {
    // Two meetings of one person in the only slot at which both can, and others that have nothing to do with it.
    let mut day = Day::of(4, 3);
    (0..6).for_each(|_| {
        day.participant();
    });
    day.participants[0].away = vec![0, 1, 3];
    day.meetings = vec![Meeting::of(3, 4), Meeting::of(0, 1), Meeting::of(4, 5), Meeting::of(0, 2)];
    let ground = Ground::new(&day);
    let never = || false;
    assert_eq!(Learner::new(&ground, 1, &never).ask(Some(3), u64::MAX), Lesson::Never);
    assert_eq!(Learner::new(&ground, 1, &never).blame(), Some(vec![1, 3]));
}
