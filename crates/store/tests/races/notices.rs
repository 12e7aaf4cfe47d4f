//! Races for a notice's number, for its withdrawal, and for a published plan's key.

use festoon_domain::text::{Lang, Text};
use festoon_store::notices::{self, NewNotice};
use festoon_store::plans::{self, PlanCopy};
use festoon_store::{Tx, weeks};

use crate::at;
use crate::ring::{must, race};

fn new(by: &str) -> NewNotice {
    NewNotice {
        week: "2021".into(),
        text: Text::new("暴雨", "Heavy rain"),
        posted: at(0),
        posted_by: by.into(),
        ends: None,
    }
}

#[test]
fn two_who_post_at_once_both_do_under_numbers_of_their_own() {
    race(|ring, round| {
        let before = ring.alone(|tx| {
            weeks::create(tx, "2021", at(0))?;
            Ok(notices::of_week(tx, "2021")?.len())
        });
        let works = ["a", "b"].map(|by| move |tx: &mut Tx<'_>| notices::put(tx, &new(by)));
        let numbers = ring.together(round, works);
        let listed = ring.look(|read| notices::of_week(read, "2021"));
        let whose = |by: &str| listed.iter().find(|row| row.posted_by == by).map(|row| row.notice.number);
        let own = whose("a") == Some(numbers[0]) && whose("b") == Some(numbers[1]);
        let gapless = listed.iter().rev().map(|row| row.notice.number as usize).eq(1..=before + 2);
        must(numbers[0] != numbers[1] && own && gapless, || format!("{numbers:?}, {before}, {listed:?}"))
    });
}

#[test]
fn of_two_who_withdraw_one_notice_one_does() {
    race(|ring, round| {
        let number = ring.alone(|tx| {
            weeks::create(tx, "2021", at(0))?;
            notices::put(tx, &new("a"))
        });
        let works =
            ["a", "b"].map(|by| move |tx: &mut Tx<'_>| notices::withdraw(tx, "2021", number, at(1), by));
        let won = ring.together(round, works);
        let by = ring.look(|read| notices::of_week(read, "2021"))[0].withdrawn.clone().map(|(_, by)| by);
        let winner = if won[0] { "a" } else { "b" };
        must(won[0] != won[1] && by.as_deref() == Some(winner), || format!("{won:?}, {by:?}"))
    });
}

#[test]
fn of_two_who_publish_under_one_key_one_does() {
    race(|ring, round| {
        ring.alone(|tx| weeks::create(tx, "2021", at(0)));
        let works = ["a", "b"].map(|secret| {
            let copy = PlanCopy {
                key: round.to_string(),
                secret_hash: secret.into(),
                week: "2021".into(),
                numbers: vec![1],
                lang: Lang::Zh,
                made: at(0),
                expires: at(1),
            };
            move |tx: &mut Tx<'_>| plans::put(tx, &copy)
        });
        let put = ring.together(round, works);
        let kept = ring.look(move |read| plans::find(read, &round.to_string())).map(|copy| copy.secret_hash);
        let winner = if put[0] { "a" } else { "b" };
        must(put[0] != put[1] && kept.as_deref() == Some(winner), || format!("{put:?}, {kept:?}"))
    });
}
