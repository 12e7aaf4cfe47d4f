//! A PostgreSQL server that is away, that refuses, and that hangs up in the middle of a commit.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use festoon_store::{Address, Store, StoreError, Trouble};
use festoon_testkit::databases::{Cluster, Durability, TestDatabase};

use crate::{both, migrating, opening};

fn count(store: &Store) -> Result<i64, Trouble> {
    let count = store.read(|read| read.one("SELECT COUNT(*) FROM met", &[], |row| row.get(0)));
    count.map_err(|error: StoreError| error.trouble)
}

fn put(store: &Store, id: i64) -> Result<u64, Trouble> {
    let put = store.write(move |tx| tx.run("INSERT INTO met (id) VALUES ($1)", &[id.into()]));
    put.map_err(|error: StoreError| error.trouble)
}

fn make(store: &Store) {
    let made = store.write(|tx| tx.run("CREATE TABLE met (id BIGINT NOT NULL PRIMARY KEY)", &[]));
    made.map_err(|error: StoreError| error.trouble).expect("it can be made");
}

#[test]
fn writers_hear_within_seconds_that_a_server_is_away_and_go_on_when_it_is_back() {
    let Some(cluster) = Cluster::start(Durability::Forgetful).map(Arc::new) else { return };
    let database = TestDatabase::on_cluster(&cluster);
    let address: Address = database.address().parse().expect("an address");
    Store::migrate(&address).expect("it can be made");
    let store = Store::open(&address).expect("it opens");
    make(&store);
    let (tell, notices) = mpsc::channel();
    let watch = store.watch(move || {
        let _ = tell.send(());
    });

    cluster.stop();
    let began = Instant::now();
    let answers: Vec<_> = std::thread::scope(|scope| {
        // More than there are lanes: those who wait behind others do not wait anew.
        let threads: Vec<_> = (0..40)
            .map(|id| {
                scope.spawn({
                    let store = &store;
                    move || put(store, id)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    assert_eq!(answers, vec![Err(Trouble::Away); 40]);
    assert!(began.elapsed() < Duration::from_secs(9), "{:?}", began.elapsed());
    let began = Instant::now();
    assert_eq!(count(&store), Err(Trouble::Away));
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    assert_eq!(opening(&address), Err(Trouble::Away));

    cluster.start_again();
    while notices.try_recv().is_ok() {}
    assert_eq!(put(&store, 100), Ok(1));
    assert_eq!(count(&store), Ok(1));
    notices.recv_timeout(Duration::from_secs(5)).expect("the watch came back too");
    drop(watch);
}

#[test]
fn a_server_that_comes_back_soon_is_waited_for() {
    let Some(cluster) = Cluster::start(Durability::Forgetful).map(Arc::new) else { return };
    let database = TestDatabase::on_cluster(&cluster);
    let address: Address = database.address().parse().expect("an address");
    Store::migrate(&address).expect("it can be made");
    let store = Store::open(&address).expect("it opens");
    make(&store);
    cluster.stop();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| put(&store, 1));
        cluster.start_again();
        assert_eq!(writer.join().expect("no panic"), Ok(1));
    });
}

#[test]
fn wrong_names_and_forbidden_things_are_told_apart() {
    let Some(told) = both::postgres() else { return };
    let Address::Postgres(url) = &told.address else { panic!("a server") };
    let (server, _) = url.rsplit_once('/').expect("a database's name");
    let absent: Address = format!("{server}/no_such_database").parse().expect("an address");
    assert_eq!((opening(&absent), migrating(&absent)), (Err(Trouble::Absent), Err(Trouble::Absent)));

    let (_, place) = url.rsplit_once('@').expect("a user's name");
    let stranger: Address = format!("postgres://nobody_we_know@{place}").parse().expect("an address");
    assert_eq!(opening(&stranger), Err(Trouble::Forbidden));

    let nobody =
        TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let away: Address = format!("postgres://festoon@{nobody}/week").parse().expect("an address");
    assert_eq!(opening(&away), Err(Trouble::Away));

    let no_address: Address = "postgres://festoon@host:port/week".parse().expect("it looks like one");
    assert_eq!(opening(&no_address), Err(Trouble::Absent));
}

/// What the wire does with the answer to a commit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// The question arrives, the answer does not.
    Answer,
    /// The question does not arrive.
    Question,
}

/// A wire to the server that is cut once, at the first commit after [`Wire::arm`].
struct Wire {
    address: Address,
    armed: Arc<AtomicU32>,
    cuts: Arc<AtomicU32>,
}

impl Wire {
    fn to(url: &str, cut: Cut) -> Self {
        let rest = url.strip_prefix("postgres://").expect("a server");
        let (user, rest) = rest.split_once('@').expect("a user");
        let (server, database) = rest.split_once('/').expect("a database");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it listens").port();
        let (armed, cuts) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
        let wire = Self {
            address: format!("postgres://{user}@127.0.0.1:{port}/{database}").parse().expect("an address"),
            armed: Arc::clone(&armed),
            cuts: Arc::clone(&cuts),
        };
        let server = server.to_owned();
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let server = TcpStream::connect(&server).expect("the server is there");
                let (armed, cuts) = (Arc::clone(&armed), Arc::clone(&cuts));
                carry(&client, &server, move |bytes| {
                    let is_commit = bytes.windows(6).any(|word| word == b"COMMIT");
                    if !is_commit || armed.swap(0, Ordering::SeqCst) == 0 {
                        return None;
                    }
                    cuts.fetch_add(1, Ordering::SeqCst);
                    Some(cut)
                });
            }
        });
        wire
    }

    fn arm(&self) {
        self.armed.store(1, Ordering::SeqCst);
    }
}

/// Carries bytes both ways until one side hangs up or the wire is cut.
fn carry(client: &TcpStream, server: &TcpStream, watch: impl Fn(&[u8]) -> Option<Cut> + Send + 'static) {
    let clone = |stream: &TcpStream| stream.try_clone().expect("a descriptor");
    let (mut from_client, mut to_server) = (clone(client), clone(server));
    let (mut from_server, mut to_client) = (clone(server), clone(client));
    let mute = Arc::new(AtomicU32::new(0));
    let is_mute = Arc::clone(&mute);
    std::thread::spawn(move || {
        let mut bytes = [0; 8_192];
        while let Ok(length @ 1..) = from_client.read(&mut bytes) {
            let cut = watch(&bytes[..length]);
            if cut.is_some() {
                mute.store(1, Ordering::SeqCst);
            }
            if cut != Some(Cut::Question) && to_server.write_all(&bytes[..length]).is_err() {
                break;
            }
            // The client hangs on until the server has answered, or it could ask after its commit before that has been carried out.
            if cut == Some(Cut::Question) {
                let _ = from_client.shutdown(std::net::Shutdown::Both);
            }
            if cut.is_some() {
                break;
            }
        }
        let _ = to_server.shutdown(std::net::Shutdown::Write);
    });
    std::thread::spawn(move || {
        let mut bytes = [0; 8_192];
        while let Ok(length @ 1..) = from_server.read(&mut bytes) {
            if is_mute.load(Ordering::SeqCst) == 1 || to_client.write_all(&bytes[..length]).is_err() {
                break;
            }
        }
        let _ = to_client.shutdown(std::net::Shutdown::Both);
    });
}

#[test]
fn a_commit_whose_answer_is_lost_counts_once() {
    let Some(told) = both::postgres() else { return };
    let Address::Postgres(url) = &told.address else { panic!("a server") };
    make(&told.store);
    for (cut, number) in [(Cut::Answer, 0_i64), (Cut::Question, 100)] {
        let wire = Wire::to(url, cut);
        let store = Store::open(&wire.address).expect("it opens over the wire");
        for id in number..number + 20 {
            wire.arm();
            let runs = Arc::new(AtomicU32::new(0));
            let counted = Arc::clone(&runs);
            let put = store.write(move |tx| {
                counted.fetch_add(1, Ordering::SeqCst);
                tx.run("INSERT INTO met (id) VALUES ($1)", &[id.into()])
            });
            assert_eq!(put.map_err(|error: StoreError| error.trouble), Ok(1));
            // Where the question was lost, the closure has to be run again; where only the answer was, it must not be.
            let expected = if cut == Cut::Question { 2 } else { 1 };
            assert_eq!(runs.load(Ordering::SeqCst), expected);
        }
        assert_eq!(wire.cuts.load(Ordering::SeqCst), 20);
    }
    assert_eq!(count(&told.store), Ok(40));
}
