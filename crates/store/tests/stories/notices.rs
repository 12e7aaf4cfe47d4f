//! Notices are numbered from 1 within their week, stand until they end or are withdrawn, and stay in the list.

use festoon_domain::notice::Notice;
use festoon_domain::text::Text;
use festoon_store::notices::{self, NewNotice, NoticeRow};
use festoon_store::{StoreError, Trouble, weeks};

use crate::{at, read, told, write};

fn new(week: &str, minute: i64, ends: Option<i64>) -> NewNotice {
    NewNotice {
        week: week.into(),
        text: Text::new("台风预警：户外活动暂停。", "Typhoon warning: outdoor events are suspended."),
        posted: at(minute),
        posted_by: "Lin".into(),
        ends: ends.map(at),
    }
}

fn row(new: &NewNotice, number: u32, withdrawn: Option<i64>) -> NoticeRow {
    NoticeRow {
        week: new.week.clone(),
        notice: Notice { number, text: new.text.clone(), posted: new.posted, ends: new.ends },
        posted_by: new.posted_by.clone(),
        withdrawn: withdrawn.map(|minute| (at(minute), "Mei".into())),
    }
}

#[test]
fn a_notice_stands_until_it_ends_or_is_withdrawn_and_its_number_is_never_given_again() {
    let [lasting, ending, elsewhere] = [new("2021", 1, None), new("2021", 2, Some(9)), new("2020", 3, None)];
    let later = new("2021", 6, None);
    let [first, second, third, last] = [&lasting, &ending, &elsewhere, &later].map(Clone::clone);
    let seen = told(move |store| {
        let posted = [lasting.clone(), ending.clone(), elsewhere.clone()];
        let numbers = write(store, move |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2020", at(0))?;
            posted.iter().map(|new| notices::put(tx, new)).collect::<Result<Vec<_>, _>>()
        });
        let before = read(store, |read| notices::standing(read, at(8)));
        let withdrawn = write(store, |tx| {
            let tries = [("2021", 1), ("2021", 1), ("2021", 7), ("2022", 1)];
            let tries = tries.map(|(week, number)| notices::withdraw(tx, week, number, at(5), "Mei"));
            tries.into_iter().collect::<Result<Vec<_>, _>>()
        });
        let later = later.clone();
        let next = write(store, move |tx| notices::put(tx, &later));
        let after = read(store, |read| notices::standing(read, at(9)));
        let all = read(store, |read| Ok((notices::of_week(read, "2021")?, notices::of_week(read, "2022")?)));
        ((numbers, next, withdrawn), before, after, all)
    });

    let numbers = (vec![1, 2, 1], 3, vec![true, false, false, false]);
    let before = vec![row(&third, 1, None), row(&second, 2, None), row(&first, 1, None)];
    let after = vec![row(&third, 1, None), row(&last, 3, None)];
    let of_week = vec![row(&last, 3, None), row(&second, 2, None), row(&first, 1, Some(5))];
    assert_eq!(seen, (numbers, before, after, (of_week, Vec::new())));
}

#[test]
fn what_is_to_be_read_changes_when_a_notice_comes_ends_or_is_withdrawn() {
    let seen = told(|store| {
        let nothing = read(store, |read| notices::changed(read, at(0)));
        write(store, |tx| {
            weeks::create(tx, "2021", at(0))?;
            weeks::create(tx, "2022", at(0))?;
            notices::put(tx, &new("2021", 1, None))?;
            notices::put(tx, &new("2021", 2, Some(6)))
        });
        let posted = read(store, |read| notices::changed(read, at(5)));
        let ended = read(store, |read| notices::changed(read, at(6)));
        write(store, |tx| notices::withdraw(tx, "2021", 1, at(7), "Mei"));
        (nothing, posted, ended, read(store, |read| notices::changed(read, at(8))))
    });
    let of_week = |minute| vec![("2021".to_owned(), at(minute))];
    assert_eq!(seen, (Vec::new(), of_week(2), of_week(6), of_week(7)));
}

#[test]
fn a_notice_of_no_week_is_refused_and_leaves_nothing() {
    let seen = told(|store| {
        let put: Result<u32, StoreError> = store.write(|tx| notices::put(tx, &new("2022", 1, None)));
        (put.map_err(|error| error.trouble), read(store, |read| notices::standing(read, at(2))))
    });
    assert_eq!(seen, (Err(Trouble::Ours), Vec::new()));
}
