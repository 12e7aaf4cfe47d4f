//! Lasting writes a second: a closure of three statements, as many submitted as a rush would.
//!
//! Beside it, in the same run and through the same queue: a closure that does nothing, which is what the way to a lane and back costs, and
//! the same closure one at a time, which is one commit each. On PostgreSQL the server is one of our own, with
//! its disk waited for. Databases lie where temporary files do; on a memory disk the figures would mean nothing.

use std::sync::mpsc::{self, Sender};
use std::time::{Duration, Instant};

use anyhow::Context;
use festoon_store::{Address, Store, StoreError, Tx};
use festoon_testkit::databases::{Cluster, Durability, TestDatabase};

use crate::results::Results;

const TIME: Duration = Duration::from_secs(4);
const RUSH: usize = 64;

pub(crate) fn run(results: &mut Results) -> anyhow::Result<()> {
    let sqlite = TestDatabase::sqlite();
    let store = opened(&sqlite)?;
    let grouped = told(&store, "SQLite")?;
    results.add(
        "lasting writes, SQLite, three statements, 64 waiting",
        &format!("{:.0}/s", grouped.rush),
        &format!(
            "a closure that does nothing {:.0}/s, {:.2} of it; one commit each {:.0}/s, ratio {:.1}",
            grouped.nothing,
            grouped.rush / grouped.nothing,
            grouped.alone,
            grouped.rush / grouped.alone
        ),
        "10 × one commit each",
    );
    drop(store);

    let Some(cluster) = Cluster::start(Durability::Lasting).map(std::sync::Arc::new) else { return Ok(()) };
    let database = TestDatabase::on_cluster(&cluster);
    let store = opened(&database)?;
    let few = rate(&store, 8, three)?;
    let served = told(&store, "PostgreSQL")?;
    results.add(
        "lasting writes, PostgreSQL, three statements, 64 waiting",
        &format!("{:.0}/s; 8 waiting {few:.0}/s", served.rush),
        &format!(
            "a closure that does nothing {:.0}/s, {:.2} of it; one at a time {:.0}/s, ratio {:.1}",
            served.nothing,
            served.rush / served.nothing,
            served.alone,
            served.rush / served.alone
        ),
        "",
    );
    Ok(())
}

/// Closures a second.
struct Rates {
    rush: f64,
    nothing: f64,
    alone: f64,
}

/// The three in turns, three times, since a disk is not equally quick all the time; the medians.
fn told(store: &Store, name: &str) -> anyhow::Result<Rates> {
    let (mut rush, mut nothing, mut alone) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=3 {
        rush.push(rate(store, RUSH, three)?);
        nothing.push(rate(store, RUSH, |_, _| Ok(()))?);
        alone.push(rate(store, 1, three)?);
        println!(
            "{name}, round {round}: {:.0}/s of 64, {:.0}/s of nothing, {:.0}/s alone",
            rush[round - 1],
            nothing[round - 1],
            alone[round - 1]
        );
    }
    Ok(Rates { rush: median(rush), nothing: median(nothing), alone: median(alone) })
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn opened(database: &TestDatabase) -> anyhow::Result<Store> {
    let address: Address = database.address().parse().ok().context("the test kit gives addresses")?;
    Store::migrate(&address)?;
    let store = Store::open(&address)?;
    store.write(|tx| -> Result<(), StoreError> {
        tx.run(
            "CREATE TABLE pass (id BIGINT NOT NULL PRIMARY KEY, room BIGINT NOT NULL, name TEXT NOT NULL)",
            &[],
        )?;
        tx.run("CREATE TABLE seat (room BIGINT NOT NULL PRIMARY KEY, taken BIGINT NOT NULL)", &[])?;
        tx.run("CREATE TABLE letter (id BIGINT NOT NULL PRIMARY KEY, body TEXT NOT NULL)", &[])?;
        (0..ROOMS).try_for_each(|room| {
            tx.run("INSERT INTO seat (room, taken) VALUES ($1, 0)", &[room.into()]).map(drop)
        })
    })?;
    Ok(store)
}

const ROOMS: i64 = 1_000;

/// As somebody registers: a place is taken, a pass is made, a letter is put in the outbox.
fn three(tx: &mut Tx<'_>, id: i64) -> Result<(), StoreError> {
    let room = id.wrapping_mul(7_919).rem_euclid(ROOMS);
    tx.run("UPDATE seat SET taken = taken + 1 WHERE room = $1 AND taken < 1000000", &[room.into()])?;
    let name = "Wei, visitor of the innovation week";
    tx.run("INSERT INTO pass (id, room, name) VALUES ($1, $2, $3)", &[id.into(), room.into(), name.into()])?;
    let letter = "{\"to\":\"wei\",\"about\":\"your place in the hall\",\"language\":\"zh\"}";
    tx.run("INSERT INTO letter (id, body) VALUES ($1, $2)", &[id.into(), letter.into()])?;
    Ok(())
}

type Work = fn(&mut Tx<'_>, i64) -> Result<(), StoreError>;

/// Closures a second with so many waiting all the time.
fn rate(store: &Store, waiting: usize, work: Work) -> anyhow::Result<f64> {
    let (answer, answers) = mpsc::channel();
    let mut next = free_id(store)?;
    let mut submit = |answer: &Sender<Result<(), StoreError>>| {
        let (id, answer) = (next, answer.clone());
        next += 1;
        store.submit(
            move |tx| work(tx, id),
            move |result| {
                // The measurement may be over.
                let _ = answer.send(result);
            },
        );
    };

    let began = Instant::now();
    let mut done = 0_u32;
    (0..waiting).for_each(|_| submit(&answer));
    while began.elapsed() < TIME {
        answers.recv().context("the store answers")??;
        done += 1;
        submit(&answer);
    }
    let rate = f64::from(done) / began.elapsed().as_secs_f64();
    for _ in 0..waiting {
        answers.recv().context("the store answers")??;
    }
    Ok(rate)
}

fn free_id(store: &Store) -> anyhow::Result<i64> {
    let free: Result<i64, StoreError> =
        store.read(|read| read.one("SELECT COALESCE(MAX(id), 0) + 1 FROM pass", &[], |row| row.get(0)));
    Ok(free?)
}
