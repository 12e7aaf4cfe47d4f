//! The races can find something: a rule that is broken on purpose, with statements that look before they write and an isolation that
//! lets them, is found broken by the same meeting of two writers.

use std::sync::Arc;

use festoon_store::{Address, weeks};
use postgres::{Client, IsolationLevel, NoTls};

use crate::at;
use crate::both;
use crate::ring::{Meeting, must};

/// Reads a revision and writes the one after it, without asking whether it is still the same.
fn count_on(
    client: &mut Client,
    isolation: IsolationLevel,
    meeting: &Meeting,
) -> Result<(), postgres::Error> {
    let mut transaction = client.build_transaction().isolation_level(isolation).start()?;
    let revision: i64 = transaction.query_one("SELECT revision FROM week WHERE slug = '2021'", &[])?.get(0);
    meeting.wait();
    transaction.execute("UPDATE week SET revision = $1 WHERE slug = '2021'", &[&(revision + 1)])?;
    transaction.commit()
}

/// What two such writers leave: how many were let through, and whether all of those count. Nothing without PostgreSQL.
fn race_of(isolation: IsolationLevel) -> Option<(usize, Result<(), String>)> {
    let told = both::postgres()?;
    let Address::Postgres(url) = &told.address else { panic!("{:?} is no server", told.address) };
    told.store.write(|tx| weeks::create(tx, "2021", at(0))).expect("it can be made");

    let meeting = Arc::new(Meeting::default());
    let let_through = std::thread::scope(|scope| {
        let writers = [(); 2].map(|()| {
            let meeting = Arc::clone(&meeting);
            scope.spawn(move || {
                let mut client = Client::connect(url, NoTls).expect("the server is there");
                count_on(&mut client, isolation, &meeting).is_ok()
            })
        });
        writers
            .map(|writer| writer.join().expect("a writer does not panic"))
            .into_iter()
            .filter(|done| *done)
            .count()
    });

    let week =
        told.store.read(|read| weeks::find(read, "2021")).expect("it can be read").expect("it is there");
    let kept = must(usize::try_from(week.revision) == Ok(let_through), || {
        format!("{let_through} wrote, {} count", week.revision)
    });
    Some((let_through, kept))
}

#[test]
fn an_update_lost_on_purpose_is_found() {
    let Some(raced) = race_of(IsolationLevel::ReadCommitted) else { return };
    assert_eq!(raced, (2, Err("2 wrote, 1 count".to_owned())));
}

#[test]
fn the_same_writers_are_kept_apart_where_transactions_are_serial() {
    let Some(raced) = race_of(IsolationLevel::Serializable) else { return };
    assert_eq!(raced, (1, Ok(())));
}
