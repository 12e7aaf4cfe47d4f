//! The program dies; the machine goes on.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::folder::Folder;
use crate::judge::judge;
use crate::writer::{Start, Writer};
use crate::{Chance, rounds};

/// Databases stay small, so that reading them does not take most of the time.
const ROUNDS_OF_A_DATABASE: u64 = 10;

#[test]
fn a_program_killed_while_it_writes_to_sqlite_loses_nothing_acknowledged() {
    let rounds = rounds(15);
    let (mut acknowledged, mut folder) = (BTreeSet::new(), Folder::with_tables());
    let (mut all, mut there) = (0, 0);
    for round in 0..rounds {
        if round % ROUNDS_OF_A_DATABASE == 0 {
            (acknowledged, folder) = (BTreeSet::new(), Folder::with_tables());
            there = 0;
        }
        let mut chance = Chance(round);
        let mut writer = Writer::start(&folder.words(), round, Start::default());
        writer.listen(1 + chance.below(300));
        writer.listen_for(Duration::from_micros(chance.below(3_000)));
        let said = writer.kill();
        assert_eq!((&said.refused, &said.wrong), (&vec![], &vec![]), "round {round}");

        all += said.acknowledged.len();
        acknowledged.extend(said.acknowledged);
        let found = judge(&folder.address, &acknowledged)
            .unwrap_or_else(|complaint| panic!("round {round}: {complaint}"));
        assert!(found > there, "round {round}: {found} transactions, {there} before");
        there = found;
    }
    println!("{rounds} kills, {all} transactions acknowledged, none lost");
}
