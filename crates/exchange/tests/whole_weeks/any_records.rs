//! Whole weeks of any content, with what a week's files break on: texts, times and sums that are hard to write down.

use std::collections::BTreeMap;

use festoon_domain::programme::{Equipment, Reference, ReferenceKind, Span};
use festoon_domain::record::{Kind, Record, Value, take_apart};
use festoon_domain::text::Text;
use festoon_domain::week::Records;
use festoon_testkit::any_week;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

/// Any week, its words, spans and sums made nastier.
pub(crate) fn any_records() -> impl Strategy<Value = Records> {
    let words = prop::collection::vec(words(), 12);
    let spans = prop::collection::vec(span(), 4);
    (any::<u64>(), words, spans, prop::collection::vec(any::<i64>(), 3)).prop_map(
        |(seed, words, spans, sums)| {
            let mut week = any_week(seed);
            put_words(&mut week, &words);
            let programme = &mut week.programme;
            for (occurrence, span) in programme.occurrences.iter_mut().zip(spans.iter().cycle()).skip(1) {
                occurrence.when = Some(*span);
            }
            // Identities as a folder gives them, some of them at another row than theirs.
            for (place, occurrence) in
                programme.occurrences.iter_mut().enumerate().filter(|one| one.0 % 2 == 0)
            {
                let key = &programme.sessions[occurrence.session.0 as usize].key;
                let name = format!("{}/{key}/{}", programme.week.slug, place / 2 + 1);
                occurrence.guid = Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes());
            }
            for (project, sum) in week.projects.iter_mut().zip(sums) {
                project.amount_fen = sum;
            }
            week
        },
    )
}

fn put_words(week: &mut Records, words: &[String]) {
    let mut pool = words.iter().cycle();
    let mut next = || pool.next().expect("words without end").clone();
    let programme = &mut week.programme;
    programme.week.title = Text::from_wordings(&next(), &next(), None);
    programme.week.threads.push(Text::from_wordings(&next(), &next(), None));
    for session in programme.sessions.iter_mut().step_by(2) {
        session.link = Some(next());
        session.languages = vec![next(), next()];
        session.equipment = vec![Equipment(next()), Equipment(next()), Equipment(next())];
        session.subtitle = Text::from_wordings(&next(), &next(), None);
        session.description = Text::from_wordings(&next(), "", None);
        let address = "https://host.example/a".to_owned();
        session.references = vec![Reference { address, title: next(), kind: ReferenceKind::Attachment }];
    }
    for occurrence in programme.occurrences.iter_mut().step_by(2) {
        occurrence.slug = Some(next());
    }
    for venue in programme.venues.iter_mut().step_by(2) {
        venue.kind = Some(next());
    }
    for figure in week.figures.iter_mut().step_by(2) {
        figure.unit = next();
    }
    for point in week.points.iter_mut().step_by(2) {
        point.hours = next();
    }
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => "[a-z]{1,5}",
        1 => "[一-龥]{1,3}",
        4 => prop::sample::select(vec![
            "\"", "'", "''", ",", ";", "\\", "\\\\", "\n", "\r\n", "\r", "\t", " ", "=", "+1", "-", "@", "＝", "\u{3000}",
            "\u{0}", "\u{7f}", "\u{85}", "\u{feff}", "🎆", "שלום", "مرحبا", "\u{202e}", "#", "[x]", "none",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// On the minute or not, over several days, without length, and in the nights in which clocks change.
fn span() -> impl Strategy<Value = Span> {
    let nights = ["2021-06-21T00:00:00Z", "2021-03-27T22:00:00Z", "2021-10-30T22:00:00Z"];
    let micros = prop_oneof![3 => Just(0), 1 => 0_i64..60_000_000];
    let length = prop_oneof![4 => 0_i64..300, 1 => Just(1_440), 1 => 0_i64..6_000];
    (prop::sample::select(nights.to_vec()), 0_i64..360, micros.clone(), length, micros).prop_map(
        |(night, minutes, early, length, late)| {
            let night: Timestamp = night.parse().expect("an instant");
            let start = night + SignedDuration::from_mins(minutes) + SignedDuration::from_micros(early);
            let end = start + SignedDuration::from_mins(length) + SignedDuration::from_micros(late);
            Span::new(start, end).expect("forwards")
        },
    )
}

/// What a week says, whatever its order and wherever it was read.
pub(crate) fn said(week: &Records) -> BTreeMap<(Kind, Box<str>), Vec<Value>> {
    take_apart(week).into_iter().map(|record| ((record.kind, record.key), record.values)).collect()
}

/// The same in its order.
pub(crate) fn in_order(week: &Records) -> Vec<Record> {
    take_apart(week).into_iter().map(|record| Record { source: None, ..record }).collect()
}
