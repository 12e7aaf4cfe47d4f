//! The power fails: what was not synced is gone, or there in pieces.

use std::collections::BTreeSet;
use std::time::Duration;

use festoon_store::{Address, Store};

use crate::folder::{Folder, Unsynced};
use crate::judge::judge;
use crate::writer::Writer;
use crate::{Chance, rounds};

const ROUNDS_OF_A_DATABASE: u64 = 10;

/// One round over a database: writes, and the power fails.
fn round(
    folder: &Folder,
    acknowledged: &mut BTreeSet<i64>,
    round: u64,
    synchronous: Option<&str>,
    unsynced: Unsynced,
) -> Option<Result<usize, String>> {
    let mut chance = Chance(round);
    let mut start = folder.over_disk()?;
    start.instead = synchronous;
    let mut writer = Writer::start(&folder.words(), round, start);
    writer.listen(1 + chance.below(300));
    writer.listen_for(Duration::from_micros(chance.below(3_000)));
    let said = writer.kill();
    assert_eq!((&said.refused, &said.wrong), (&vec![], &vec![]), "round {round}");

    acknowledged.extend(said.acknowledged);
    folder.cut(unsynced, &mut chance);
    let judged = judge(&folder.address, acknowledged);
    folder.settle();
    Some(judged)
}

#[test]
fn a_power_cut_while_sqlite_is_written_to_loses_nothing_acknowledged() {
    let rounds = rounds(15);
    let (mut acknowledged, mut folder) = (BTreeSet::new(), Folder::with_tables());
    let mut all = 0;
    for number in 0..rounds {
        if number % ROUNDS_OF_A_DATABASE == 0 {
            (acknowledged, folder) = (BTreeSet::new(), Folder::with_tables());
        }
        let before = acknowledged.len();
        let unsynced = if number % 2 == 0 { Unsynced::Lost } else { Unsynced::Mixed };
        let Some(judged) = round(&folder, &mut acknowledged, number, None, unsynced) else { return };
        judged.unwrap_or_else(|complaint| panic!("round {number}, {unsynced:?}: {complaint}"));
        all += acknowledged.len() - before;
    }
    println!("{rounds} power cuts, {all} transactions acknowledged, none lost");
}

/// The judge can complain: with less care than the store takes, what was acknowledged is lost.
#[test]
fn less_than_full_synchronous_loses_what_was_acknowledged() {
    for synchronous in ["OFF", "NORMAL"] {
        let complained = (0..5).any(|number| {
            let folder = Folder::with_tables();
            match round(&folder, &mut BTreeSet::new(), number, Some(synchronous), Unsynced::Lost) {
                Some(judged) => judged.is_err_and(|complaint| complaint.contains("lost")),
                None => true,
            }
        });
        assert!(complained, "synchronous={synchronous} lost nothing in five power cuts");
    }
}

#[test]
fn a_database_that_was_just_made_is_there_after_a_power_cut() {
    let folder = Folder::empty();
    let Some(mut start) = folder.over_disk() else { return };
    start.instead = Some("migrate");
    let mut writer = Writer::start(&folder.words(), 0, start);
    writer.listen(1);
    writer.kill();
    folder.cut(Unsynced::Lost, &mut Chance(0));
    Store::open(&folder.address).expect("the schema is there");
}

#[test]
fn a_disk_that_fills_up_while_sqlite_is_written_to_loses_nothing_acknowledged() {
    let folder = Folder::with_tables();
    let Some(mut start) = folder.over_disk() else { return };
    start.variables.push(("FESTOON_POWERCUT_ROOM", "1500000".to_owned()));
    let mut writer = Writer::start(&folder.words(), 0, start);
    writer.listen(20);
    writer.listen_for(Duration::from_secs(2));
    let said = writer.kill();
    assert_eq!(said.wrong, [""; 0]);
    let first = said.refused.first().expect("the disk was full");
    assert!(first.contains("The disk is full"), "{first}");

    folder.cut(Unsynced::Lost, &mut Chance(0));
    let Address::Sqlite(_) = &folder.address else { panic!("a file") };
    judge(&folder.address, &said.acknowledged).unwrap_or_else(|complaint| panic!("{complaint}"));
}
