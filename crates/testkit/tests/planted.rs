//! A planted week holds what its plan says, and the same plan gives the same week.

use std::collections::HashSet;

use festoon_domain::timetable::Rule;
use festoon_testkit::planted::{PLANTED, Plan, PlantedWeek, Row};

const PLAN: Plan = Plan { sessions: 3000, clashes_each: 20, seed: 7 };

#[test]
fn every_rule_is_broken_as_often_as_planned() {
    let week = PlantedWeek::grow(PLAN);

    assert_eq!(PLANTED.map(|rule| week.count(rule)), [20; 14]);
    assert_eq!(week.rows.len(), 3000);
}

#[test]
fn a_planted_row_belongs_to_one_clash_only() {
    let week = PlantedWeek::grow(PLAN);

    let rows: Vec<u32> = week.planted.iter().flat_map(|planted| planted.rows.clone()).collect();
    let distinct: HashSet<u32> = rows.iter().copied().collect();
    assert_eq!(rows.len(), distinct.len());
}

#[test]
fn the_row_numbers_are_those_of_the_file() {
    let week = PlantedWeek::grow(PLAN);
    let mut bytes = Vec::new();
    week.write_csv(&mut bytes).expect("memory takes all");

    let text = String::from_utf8(bytes).expect("written as UTF-8");
    let untranslated =
        week.planted.iter().find(|planted| planted.rule == Rule::Untranslated).expect("planted");
    let line = text.lines().nth(untranslated.rows[0] as usize - 1).expect("the row is in the file");
    assert_eq!(line.split(',').nth(1), Some(""));
}

#[test]
fn outside_the_plants_no_hall_and_nobody_is_used_twice_at_once() {
    let week = PlantedWeek::grow(Plan { clashes_each: 0, ..PLAN });

    let mut used = HashSet::new();
    for row in &week.rows {
        let time = row.time.expect("the crowd has times");
        for who in people(row) {
            assert!(used.insert((time.day, time.from, who.clone())), "{who} is in two places");
        }
        assert!(used.insert((time.day, time.from, format!("{}/{}", row.venue, row.room))));
    }
}

#[test]
fn the_same_seed_gives_the_same_week_and_another_seed_another() {
    let titles = |seed| -> Vec<String> {
        PlantedWeek::grow(Plan { seed, ..PLAN }).rows.into_iter().map(|row| row.title).collect()
    };

    assert_eq!(titles(7), titles(7));
    assert_ne!(titles(7), titles(8));
}

fn people(row: &Row) -> impl Iterator<Item = &String> {
    let chair = Some(&row.chair).filter(|chair| !chair.is_empty());
    row.speakers.iter().chain(&row.guests).chain(&row.interpreters).chain(chair)
}
