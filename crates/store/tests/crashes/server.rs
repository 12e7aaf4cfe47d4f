//! The PostgreSQL server dies, all of it or one of its processes; the program goes on, and then dies too.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use festoon_store::{Address, Store, Trouble};
use festoon_testkit::databases::{Cluster, Durability, TestDatabase};

use crate::judge::judge;
use crate::writer::{Start, Writer, make_tables};
use crate::{Chance, rounds};

const ROUNDS_OF_A_DATABASE: u64 = 25;

fn database(cluster: &Arc<Cluster>) -> (TestDatabase, Address) {
    let database = TestDatabase::on_cluster(cluster);
    let address: Address = database.address().parse().expect("an address");
    Store::migrate(&address).expect("it can be made");
    make_tables(&Store::open(&address).expect("it opens"));
    (database, address)
}

#[test]
fn a_server_killed_while_it_is_written_to_loses_nothing_acknowledged() {
    let rounds = rounds(4);
    let Some(cluster) = Cluster::start(Durability::Lasting).map(Arc::new) else { return };
    let (mut acknowledged, mut place) = (BTreeSet::new(), database(&cluster));
    let (mut all, mut refused) = (0, 0);
    for round in 0..rounds {
        if round % ROUNDS_OF_A_DATABASE == 0 {
            (acknowledged, place) = (BTreeSet::new(), database(&cluster));
        }
        let (database, address) = &place;
        let mut chance = Chance(round);
        let mut writer = Writer::start(database.address(), round, Start::default());
        writer.listen(1 + chance.below(150));
        writer.listen_for(Duration::from_micros(chance.below(3_000)));
        if round % 3 == 2 {
            // One process of the server: it takes all others down with it and comes back by itself.
            let processes = cluster.processes();
            let last = processes.last().expect("the server runs").to_string();
            Command::new("kill").args(["-9", &last]).status().expect("kill runs");
        } else {
            cluster.kill();
            cluster.start_again();
        }
        writer.listen(20);
        let said = writer.kill();
        assert_eq!(said.wrong, [""; 0], "round {round}");

        all += said.acknowledged.len();
        refused += said.refused.len();
        acknowledged.extend(said.acknowledged);
        wait_for(address);
        judge(address, &acknowledged).unwrap_or_else(|complaint| panic!("round {round}: {complaint}"));
    }
    println!("{rounds} deaths, {all} transactions acknowledged, none lost, {refused} refused");
}

/// A server that takes up its log again may take longer than a program would wait.
fn wait_for(address: &Address) {
    let is_away = || Store::open(address).is_err_and(|error| error.trouble == Trouble::Away);
    assert!((0..12).any(|_| !is_away()), "the server does not come back");
}
