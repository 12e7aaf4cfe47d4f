//! Weeks are made once, listed by name, one is current, and their revision counts on for one writer at a time.

use festoon_store::weeks::{self, WeekRow};

use crate::{at, read, told, write};

fn week(slug: &str, revision: i64, minute: i64, is_current: bool) -> WeekRow {
    WeekRow { slug: slug.into(), revision, created_at: at(minute), is_current }
}

#[test]
fn weeks_are_made_once_listed_by_the_bytes_of_their_names_and_the_first_is_current() {
    let seen = told(|store| {
        let made = write(store, |tx| {
            let names = ["shenzhen-2021", "b", "B", "a", "ä", "中", "a-1", "a b", "𝔞", "～"];
            (0..).zip(names).map(|(minute, slug)| weeks::create(tx, slug, at(minute))).collect()
        });
        let again = write(store, |tx| weeks::create(tx, "b", at(99)));
        (made, again, read(store, weeks::all))
    });

    let listed = ["B", "a", "a b", "a-1", "b", "shenzhen-2021", "ä", "中", "～", "𝔞"];
    let minutes = [2, 3, 7, 6, 1, 0, 4, 5, 9, 8];
    let rows = listed.iter().zip(minutes).map(|(slug, minute)| week(slug, 0, minute, minute == 0)).collect();
    let made: Vec<bool> = vec![true; 10];
    assert_eq!(seen, (made, false, rows));
}

#[test]
fn another_week_becomes_current_if_there_is_one() {
    let seen = told(|store| {
        let none = write(store, |tx| weeks::make_current(tx, "2021"));
        write(store, |tx| Ok((weeks::create(tx, "2021", at(0))?, weeks::create(tx, "2022", at(1))?)));
        let unknown = write(store, |tx| weeks::make_current(tx, "2023"));
        let kept = read(store, |read| weeks::find(read, "2021"));
        let known = write(store, |tx| weeks::make_current(tx, "2022"));
        (none, unknown, kept, known, read(store, weeks::all))
    });

    let kept = Some(week("2021", 0, 0, true));
    let after = vec![week("2021", 0, 0, false), week("2022", 0, 1, true)];
    assert_eq!(seen, (false, false, kept, true, after));
}

#[test]
fn a_revision_counts_on_only_from_where_it_stands() {
    let seen = told(|store| {
        let tried = write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            let tries = [("2021", 0), ("2021", 0), ("2021", 1), ("2021", 7), ("2022", 0)];
            tries
                .into_iter()
                .map(|(slug, from)| weeks::advance(tx, slug, from))
                .collect::<Result<Vec<_>, _>>()
        });
        (tried, read(store, |read| Ok((weeks::find(read, "2021")?, weeks::find(read, "2022")?))))
    });
    assert_eq!(seen, (vec![true, false, true, false, false], (Some(week("2021", 2, 0, true)), None)));
}
