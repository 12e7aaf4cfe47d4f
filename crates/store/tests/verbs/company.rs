//! Transactions beside one another: neighbours of a group, readers beside a writer, locks, answers.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;

use festoon_store::{StoreError, Trouble, Tx};

use crate::both::{self, Which};
use crate::{ids, put, told, write};

const LONG: Duration = Duration::from_secs(30);

/// What a use case would return: a reason of its own, or the database's.
#[derive(Debug, PartialEq)]
enum Failure {
    Refused(i64),
    Store(Trouble),
}

type Work = Box<dyn Fn(&mut Tx<'_>) -> Result<i64, Failure> + Send>;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error.trouble)
    }
}

#[test]
fn neighbours_of_a_group_are_kept_where_one_refuses_fails_or_panics() {
    let seen = told(|store| {
        // The first holds the lane until all the others wait, so that on SQLite they become one group.
        let (go, wait) = mpsc::channel::<()>();
        let wait = std::sync::Mutex::new(wait);
        let (answer, answers) = mpsc::channel();
        let submit = |id: i64, work: Work| {
            let answer = answer.clone();
            store.submit(work, move |result| answer.send((id, result)).expect("the test listens"));
        };
        submit(
            0,
            Box::new(move |tx| {
                let _ = wait.lock().expect("only this closure").recv_timeout(LONG);
                Ok(put(tx, 0).map(|_| 0)?)
            }),
        );
        for id in 1..=12 {
            submit(
                id,
                Box::new(move |tx| {
                    put(tx, id)?;
                    match id % 4 {
                        1 => Err(Failure::Refused(id)),
                        2 => panic!("number {id} panics"),
                        3 => Ok(put(tx, id).map(|_| id)?),
                        _ => Ok(id),
                    }
                }),
            );
        }
        go.send(()).expect("the first waits");
        let mut answers: Vec<_> = (0..=12).map(|_| answers.recv_timeout(LONG).expect("an answer")).collect();
        answers.sort_by_key(|(id, _)| *id);
        (answers, ids(store))
    });

    let expected = (0..=12).map(|id| {
        let result = match id % 4 {
            1 => Err(Failure::Refused(id)),
            2 | 3 => Err(Failure::Store(Trouble::Ours)),
            _ => Ok(id),
        };
        (id, result)
    });
    assert_eq!(seen, (expected.collect(), vec![0, 4, 8, 12]));
}

#[test]
fn a_failed_statement_fails_the_transaction_whatever_the_closure_makes_of_it() {
    let seen = told(|store| {
        let swallowed = store.write(|tx| {
            put(tx, 1)?;
            let _ = put(tx, 1);
            Ok::<_, StoreError>(())
        });
        (swallowed.map_err(|error| error.trouble), ids(store))
    });
    assert_eq!(seen, (Err(Trouble::Ours), vec![]));
}

#[test]
fn a_panic_is_an_error_with_its_words_and_the_store_goes_on() {
    let seen = told(|store| {
        let panicked = store.write(|_| -> Result<(), StoreError> { panic!("Ada is not on stage") });
        let read = store.read(|_| -> Result<(), StoreError> { panic!("Wei does not read") });
        write(store, |tx| put(tx, 1));
        (panicked.map_err(|error| error.words), read.map_err(|error| error.words), ids(store))
    });
    let said = |words: &str| Err(format!("a closure panicked: {words}"));
    assert_eq!(seen, (said("Ada is not on stage"), said("Wei does not read"), vec![1]));
}

#[test]
fn a_reader_does_not_wait_for_a_writer_and_sees_what_was_there_before() {
    let seen = told(|store| {
        let (wrote, written) = mpsc::channel();
        let (go, wait) = mpsc::channel::<()>();
        let (wait, wrote) = (std::sync::Mutex::new(wait), std::sync::Mutex::new(wrote));
        let (answer, answered) = mpsc::channel();
        store.submit(
            move |tx| {
                put(tx, 1)?;
                let _ = wrote.lock().expect("only this closure").send(());
                let _ = wait.lock().expect("only this closure").recv_timeout(LONG);
                Ok::<_, StoreError>(())
            },
            move |result| answer.send(result).expect("the test listens"),
        );
        written.recv_timeout(LONG).expect("it writes");
        let meanwhile = ids(store);
        go.send(()).expect("the writer waits");
        answered.recv_timeout(LONG).expect("an answer").expect("it is written");
        (meanwhile, ids(store))
    });
    assert_eq!(seen, (vec![], vec![1]));
}

#[test]
fn all_statements_of_a_read_see_one_state() {
    let seen = told(|store| {
        let (looked, look) = mpsc::channel();
        let (go, wait) = mpsc::channel::<()>();
        let (looked, wait) = (std::sync::Mutex::new(looked), std::sync::Mutex::new(wait));
        let reader = store.clone();
        let thread = std::thread::spawn(move || {
            reader.read(move |read| {
                let count = "SELECT COUNT(*) FROM probe";
                let first: i64 = read.one(count, &[], |row| row.get(0))?;
                let _ = looked.lock().expect("only this closure").send(());
                let _ = wait.lock().expect("only this closure").recv_timeout(LONG);
                let second: i64 = read.one(count, &[], |row| row.get(0))?;
                Ok::<_, StoreError>((first, second))
            })
        });
        look.recv_timeout(LONG).expect("it looks");
        write(store, |tx| put(tx, 1));
        go.send(()).expect("the reader waits");
        (thread.join().expect("no panic"), ids(store))
    });
    assert_eq!(seen, (Ok((0, 0)), vec![1]));
}

#[test]
fn whoever_gets_a_lock_sees_what_its_last_holder_wrote() {
    let seen = told(|store| {
        let runs = Arc::new(AtomicU32::new(0));
        let start = Arc::new(Barrier::new(8));
        let threads: Vec<_> = (0..8)
            .map(|number: i64| {
                let (store, start, runs) = (store.clone(), Arc::clone(&start), Arc::clone(&runs));
                std::thread::spawn(move || {
                    start.wait();
                    for round in 0..5 {
                        let runs = Arc::clone(&runs);
                        let written: Result<u64, StoreError> = store.write(move |tx| {
                            runs.fetch_add(1, Ordering::Relaxed);
                            // Half of them look before they lock, and are begun again.
                            if number % 2 == 0 {
                                tx.one("SELECT COUNT(*) FROM probe", &[], |row| row.get::<i64>(0))?;
                            }
                            tx.lock("the one list")?;
                            let next: i64 =
                                tx.one("SELECT COALESCE(MAX(id), 0) + 1 FROM probe", &[], |row| row.get(0))?;
                            put(tx, next)
                        });
                        written.unwrap_or_else(|error| panic!("writer {number}, round {round}: {error}"));
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().expect("every writer gets its turn");
        }
        ids(store)
    });
    assert_eq!(seen, (1..=40).collect::<Vec<_>>());
}

#[test]
fn locks_taken_in_opposite_orders_are_had_by_everybody_in_the_end() {
    let seen = told(|store| {
        let threads: Vec<_> = (0..4)
            .map(|number: i64| {
                let store = store.clone();
                std::thread::spawn(move || {
                    for round in 0..3 {
                        let names = if number % 2 == 0 { ["a", "b"] } else { ["b", "a"] };
                        let written: Result<u64, StoreError> = store.write(move |tx| {
                            tx.lock(names[0])?;
                            tx.lock(names[1])?;
                            put(tx, number * 10 + round)
                        });
                        written.expect("it is written");
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().expect("no panic");
        }
        ids(store).len()
    });
    assert_eq!(seen, 12);
}

#[test]
fn writers_who_read_before_they_write_come_one_after_another() {
    let seen = told(|store| {
        write(store, |tx| tx.run("INSERT INTO probe (id, number) VALUES (1, 0)", &[]));
        let (answer, answers) = mpsc::channel();
        for _ in 0..200 {
            let answer = answer.clone();
            store.submit(
                |tx| {
                    let sql = "SELECT number FROM probe WHERE id = 1";
                    let number: i64 = tx.one(sql, &[], |row| row.get(0))?;
                    tx.run("UPDATE probe SET number = $1 WHERE id = 1", &[(number + 1).into()])
                },
                move |result: Result<u64, StoreError>| answer.send(result).expect("the test listens"),
            );
        }
        let answers: Vec<_> = (0..200).map(|_| answers.recv_timeout(LONG).expect("an answer")).collect();
        let number = store
            .read(|read| read.one("SELECT number FROM probe WHERE id = 1", &[], |row| row.get::<i64>(0)));
        let failed: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
        (failed, number)
    });
    assert_eq!(seen, (vec![], Ok::<_, StoreError>(200)));
}

#[test]
fn what_waits_is_done_before_a_store_closes() {
    for told in both::stores() {
        let count = Arc::new(AtomicU32::new(0));
        for _ in 0..50 {
            let count = Arc::clone(&count);
            told.store.submit(
                |_| Ok::<_, StoreError>(()),
                move |result| {
                    result.expect("it is done");
                    count.fetch_add(1, Ordering::Relaxed);
                },
            );
        }
        let again = told.open_again();
        drop(told.store);
        assert_eq!(count.load(Ordering::Relaxed), 50);
        drop(again);
    }
}

#[test]
fn a_store_may_be_let_go_of_by_its_own_answer() {
    for told in both::stores() {
        let (answer, answered) = mpsc::channel();
        let last = told.store.clone();
        let submitter = told.store.clone();
        drop(told.store);
        submitter.submit(
            |_| Ok::<_, StoreError>(()),
            move |_| {
                drop(last);
                answer.send(()).expect("the test listens");
            },
        );
        drop(submitter);
        answered.recv_timeout(LONG).expect("the answer comes");
    }
}

#[test]
fn a_change_is_noticed_whoever_made_it_and_quiet_is_quiet() {
    for told in both::stores() {
        let (tell, notices) = mpsc::channel();
        let watch = told.store.watch(move || {
            let _ = tell.send(());
        });
        let other = told.open_again();
        for store in [&told.store, &other] {
            while notices.try_recv().is_ok() {}
            write(store, |tx| tx.run("CREATE TABLE IF NOT EXISTS seen (id BIGINT)", &[]));
            write(store, |tx| tx.run("INSERT INTO seen (id) VALUES (1)", &[]));
            notices.recv_timeout(Duration::from_secs(5)).expect("it is noticed");
        }
        if told.which == Which::Sqlite {
            while notices.recv_timeout(Duration::from_millis(400)).is_ok() {}
            let quiet = notices.recv_timeout(Duration::from_millis(400));
            assert_eq!(quiet, Err(mpsc::RecvTimeoutError::Timeout));
        }
        drop(watch);
        write(&other, |tx| tx.run("INSERT INTO seen (id) VALUES (2)", &[]));
        while notices.try_recv().is_ok() {}
        assert_eq!(notices.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    }
}
