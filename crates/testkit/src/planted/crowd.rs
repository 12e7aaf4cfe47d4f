//! Everybody who breaks no rule: most of a planted week.
//!
//! Each hall holds a session of 45 minutes every hour. Speakers stay four hours in one hall; those of the morning speak in
//! another house in the evening, after more than four hours, which no road takes. Chairs and interpreters stay in their
//! hall; guests of honour come once in the morning and once, elsewhere, in the evening.

use super::Chance;
use super::Row;
use super::grounds::{DAYS, Grounds, HOURS_A_DAY};
use super::row::Time;
use super::wording::{Wording, host};

/// Who belongs to a hall.
struct Regulars {
    roamer: String,
    stayer: String,
    chair: String,
    guest: String,
    interpreter: String,
}

/// Adds so many rows, or as many as the halls hold.
pub(super) fn fill(
    count: u32,
    grounds: &Grounds,
    wording: &mut Wording,
    chance: &mut Chance,
    rows: &mut Vec<Row>,
) {
    let halls = grounds.halls.len();
    let regulars: Vec<Regulars> = grounds
        .halls
        .iter()
        .map(|_| Regulars {
            roamer: wording.person(),
            stayer: wording.person(),
            chair: wording.person(),
            guest: wording.person(),
            interpreter: wording.person(),
        })
        .collect();

    for number in 0..count as usize {
        let (slot, at) = (number / halls, number % halls);
        let (day, hour) = (slot / HOURS_A_DAY as usize, slot % HOURS_A_DAY as usize);
        assert!(day < DAYS as usize, "the grounds are laid for the number of sessions");
        // The hall whose regular comes here in the evening: another every day.
        let visitor_from = (at + day * 7 + 1) % halls;
        let speaker = match hour {
            0..4 => &regulars[at].roamer,
            4..8 => &regulars[at].stayer,
            _ => &regulars[visitor_from].roamer,
        };
        let guests = match hour {
            0 => vec![regulars[at].guest.clone()],
            8 => vec![regulars[visitor_from].guest.clone()],
            _ => Vec::new(),
        };

        let hall = &grounds.halls[at];
        let (title, title_en) = wording.title();
        let mut row = Row {
            title,
            title_en,
            time: Some(an_hour_of(day, hour)),
            venue: Grounds::venue_name(hall.venue),
            room: hall.name.clone(),
            seats: Some(hall.seats),
            host: host(chance.below(50)),
            speakers: vec![speaker.clone()],
            chair: regulars[at].chair.clone(),
            guests,
            expected: Some(20 + chance.below(hall.seats - 20)),
            use_of_room: "独占",
            translation: "最新",
            ..Row::default()
        };
        if at % 3 == 0 {
            row.languages = "中英".into();
            row.interpreters_needed = Some(1);
            row.interpreters = vec![regulars[at].interpreter.clone()];
        }
        rows.push(row);
    }
}

fn an_hour_of(day: usize, hour: usize) -> Time {
    let small = |figure: usize| u32::try_from(figure).expect("days and hours of a week are small");
    let from = (8 + small(hour)) * 60;
    Time { day: small(day), from, to: from + 45 }
}
