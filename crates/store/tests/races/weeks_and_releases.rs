//! Races for names, for being the current week, for a revision and for a release's number.

use festoon_store::releases::{self, ReleaseRow};
use festoon_store::uploads::{self, Upload};
use festoon_store::{StoreError, Tx, copy, weeks};

use crate::at;
use crate::ring::{must, race};

fn release(number: u32, actor: &str) -> ReleaseRow {
    ReleaseRow {
        week: "2021".into(),
        number,
        at: at(0),
        actor: actor.into(),
        reason: "race".into(),
        revision: 0,
        rolled_back_to: None,
    }
}

/// A week that is there whatever was before.
fn only_week(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    copy::wipe(tx)?;
    weeks::create(tx, "2021", at(0)).map(drop)
}

#[test]
fn of_two_who_make_a_week_of_one_name_one_does() {
    race(|ring, round| {
        let slug = format!("week-{round}");
        let works = ["a", "b"].map(|_| {
            let slug = slug.clone();
            move |tx: &mut Tx<'_>| weeks::create(tx, &slug, at(0))
        });
        let made = ring.together(round, works);
        let listed = ring.look(weeks::all).iter().filter(|week| week.slug == slug).count();
        must(made[0] != made[1] && listed == 1, || format!("{made:?}, listed {listed} times"))
    });
}

#[test]
fn of_two_who_make_the_first_week_one_makes_the_current_one() {
    race(|ring, round| {
        ring.alone(copy::wipe);
        let made = ring
            .together(round, ["a", "b"].map(|slug| move |tx: &mut Tx<'_>| weeks::create(tx, slug, at(0))));
        let current = ring.look(weeks::all).iter().filter(|week| week.is_current).count();
        must(made == [true, true] && current == 1, || format!("{made:?}, {current} current weeks"))
    });
}

#[test]
fn one_week_is_current_after_two_were_made_it_and_one_was_made() {
    race(|ring, round| {
        ring.alone(|tx| {
            copy::wipe(tx)?;
            ["a", "b", "c"].into_iter().try_for_each(|slug| weeks::create(tx, slug, at(0)).map(drop))
        });
        let works = ["b", "c"].map(|slug| {
            move |tx: &mut Tx<'_>| {
                weeks::create(tx, "d", at(0))?;
                weeks::make_current(tx, slug)
            }
        });
        let made = ring.together(round, works);
        let current: Vec<_> = ring.look(weeks::all).into_iter().filter(|week| week.is_current).collect();
        must(made == [true, true] && current.len() == 1 && ["b", "c"].contains(&&*current[0].slug), || {
            format!("{made:?}, {current:?}")
        })
    });
}

#[test]
fn of_two_who_changed_one_revision_one_counts_it_on() {
    race(|ring, round| {
        let from = ring.alone(|tx| {
            weeks::create(tx, "2021", at(0))?;
            Ok(weeks::find(tx, "2021")?.expect("it was made").revision)
        });
        let won =
            ring.together(round, [(); 2].map(|()| move |tx: &mut Tx<'_>| weeks::advance(tx, "2021", from)));
        let after = ring.look(|read| weeks::find(read, "2021")).map(|week| week.revision);
        must(won[0] != won[1] && after == Some(from + 1), || format!("{won:?}, {from} became {after:?}"))
    });
}

/// Reads and counts on from what it read: with both in one transaction, both count.
#[test]
fn of_two_who_read_and_change_none_is_lost() {
    race(|ring, round| {
        let before = ring.alone(|tx| {
            weeks::create(tx, "2021", at(0))?;
            Ok(weeks::find(tx, "2021")?.expect("it was made").revision)
        });
        let works = [(); 2].map(|()| {
            |tx: &mut Tx<'_>| {
                let read = weeks::find(tx, "2021")?.expect("it was made").revision;
                weeks::advance(tx, "2021", read)
            }
        });
        let won = ring.together(round, works);
        let after = ring.look(|read| weeks::find(read, "2021")).map(|week| week.revision);
        must(won == [true, true] && after == Some(before + 2), || {
            format!("{won:?}, {before} became {after:?}")
        })
    });
}

#[test]
fn of_two_who_release_under_one_number_one_does_and_its_body_is_its_own() {
    race(|ring, round| {
        let next = ring.alone(move |tx| {
            if round.is_multiple_of(50) {
                only_week(tx)?;
            }
            Ok(releases::latest(tx)?.first().map_or(1, |last| last.number + 1))
        });
        let works = ["a", "b"]
            .map(|actor| move |tx: &mut Tx<'_>| releases::put(tx, &release(next, actor), actor.as_bytes()));
        let put = ring.together(round, works);
        let (newest, body) = ring
            .look(move |read| Ok((releases::of_week(read, "2021")?, releases::frozen(read, "2021", next)?)));
        let winner = if put[0] { "a" } else { "b" };
        let whole = newest[0].actor == winner && body.as_deref() == Some(winner.as_bytes());
        let gapless = newest.iter().rev().map(|row| row.number).eq(1..=next);
        must(put[0] != put[1] && whole && gapless, || format!("{put:?}, {body:?}, {newest:?}"))
    });
}

#[test]
fn two_who_release_after_the_last_both_do_without_a_gap() {
    race(|ring, round| {
        let before = ring.alone(move |tx| {
            if round.is_multiple_of(50) {
                only_week(tx)?;
            }
            Ok(releases::latest(tx)?.first().map_or(0, |last| last.number))
        });
        let works = ["a", "b"].map(|actor| {
            move |tx: &mut Tx<'_>| {
                let next = releases::latest(tx)?.first().map_or(1, |last| last.number + 1);
                releases::put(tx, &release(next, actor), actor.as_bytes())
            }
        });
        let put = ring.together(round, works);
        let numbers = ring.look(|read| releases::of_week(read, "2021"));
        let gapless = numbers.iter().rev().map(|row| row.number).eq(1..=before + 2);
        must(put == [true, true] && gapless, || format!("{put:?}, {before} before, {numbers:?}"))
    });
}

#[test]
fn of_two_who_bring_one_upload_one_does() {
    race(|ring, round| {
        ring.alone(|tx| weeks::create(tx, "2021", at(0)));
        let works = ["a", "b"].map(|actor| {
            let upload = Upload {
                hash: format!("{round:064x}"),
                week: "2021".into(),
                media_type: "image/png".into(),
                bytes: 1,
                pixels: None,
                name: actor.into(),
                at: at(0),
                actor: actor.into(),
            };
            move |tx: &mut Tx<'_>| uploads::put(tx, &upload)
        });
        let put = ring.together(round, works);
        let kept = ring
            .look(move |read| uploads::find(read, "2021", &format!("{round:064x}")))
            .map(|kept| kept.actor);
        let winner = if put[0] { "a" } else { "b" };
        must(put[0] != put[1] && kept.as_deref() == Some(winner), || format!("{put:?}, {kept:?}"))
    });
}
