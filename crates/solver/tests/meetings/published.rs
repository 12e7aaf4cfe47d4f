//! The published business-to-business instances that have a proved optimum, as far as they are there.
//!
//! They are looked for under `FESTOON_REAL_DATA`, by default `../shared/data` beside the repository, and skipped and counted where
//! they are not. What is read here is what these files hold and no more: the reader for everybody is in `festoon-exchange`.

use std::path::PathBuf;

use festoon_solver::Limits;
use festoon_solver::meetings::{Day, Half, Meeting, Score, Standing, arrange, score};

/// Name, and the fewest breaks.
pub(crate) const PUBLISHED: [(&str, u32); 6] = [
    ("forum-13", 0),
    ("forumt-14", 5),
    ("tic-12", 0),
    ("tic-13crafc", 4),
    ("ticf-13crafb", 3),
    ("tic-14crafa", 0),
];

/// The text of an instance, where it is.
pub(crate) fn text(name: &str) -> Option<String> {
    let root = std::env::var_os("FESTOON_REAL_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    std::fs::read_to_string(root.join(format!("timetable/b2b/{name}.original.dzn"))).ok()
}

/// The day of a text.
pub(crate) fn day(text: &str) -> Day {
    let number = |name: &str| numbers(value(text, name))[0];
    let slots = u16::try_from(number("nTotalSlots")).expect("it is small and sound here");
    let mut day = Day::of(slots, number("nTables"));
    day.evenness = Some(2);
    for slot in day.slots.iter_mut().skip(number("nMorningSlots") as usize) {
        slot.half = Half::Afternoon;
    }
    for away in sets(value(text, "forbidden")) {
        let who = day.participant();
        day.participants[who as usize].away =
            away.into_iter().filter(|&slot| slot > 0).map(earlier).collect();
    }
    let fixed = numbers(value(text, "fixed"));
    for (row, &fixed) in numbers(value(text, "requested")).chunks(3).zip(&fixed) {
        let half = match row[2] {
            1 => Some(Half::Morning),
            2 => Some(Half::Afternoon),
            _ => None,
        };
        let fixed = (fixed > 0).then(|| earlier(fixed));
        day.meetings.push(Meeting { half, fixed, ..Meeting::of(row[0] - 1, row[1] - 1) });
    }
    day
}

/// Slots are counted from 1 in the files.
fn earlier(slot: u32) -> u16 {
    u16::try_from(slot - 1).expect("it is small and sound here")
}

fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let begins = |line: &str| line.split('=').next().is_some_and(|word| word.trim() == name);
    let assigned = text.split(';').find(|part| begins(part.trim())).expect("it is small and sound here");
    assigned.split_once('=').expect("it is small and sound here").1
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().expect("it is small and sound here"))
        .collect()
}

fn sets(text: &str) -> Vec<Vec<u32>> {
    text.split('{')
        .skip(1)
        .map(|set| numbers(set.split('}').next().expect("it is small and sound here")))
        .collect()
}

#[test]
fn published_days_come_out_with_the_proved_optimum_or_a_true_bound() {
    let mut read = 0;
    for (name, best) in PUBLISHED {
        let Some(text) = text(name) else { continue };
        read += 1;
        let day = day(&text);
        let found = arrange(&day, &Limits::steps(20_000)).expect("it is small and sound here");
        assert_eq!(score(&day, &found.plan).expect("it is small and sound here"), found.score, "{name}");
        match found.standing {
            Standing::Best => assert_eq!(found.score, Score { hard: 0, breaks: best }, "{name}"),
            Standing::Open { fewest } => {
                assert!(fewest <= best, "{name}: {fewest} is claimed to be the fewest");
            }
            Standing::Impossible(reasons) => panic!("{name} can be made, and {reasons:?}"),
        }
    }
    println!("{read} of {} published days read; FESTOON_REAL_DATA says where they are", PUBLISHED.len());
}
