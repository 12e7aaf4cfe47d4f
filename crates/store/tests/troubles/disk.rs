//! A disk that is full.

use std::path::Path;
use std::process::Command;

use festoon_store::{Address, Store, StoreError, Trouble};

/// A small disk, taken away again when it is dropped.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Nothing, and a line that says so, where this process may not mount one.
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "none"]).arg(folder.path()).output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        println!("skipped: a small disk can be mounted by root alone");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn put(store: &Store, id: i64) -> Result<u64, Trouble> {
    let wrote = store.write(move |tx| {
        let row = [id.into(), vec![7_u8; 20_000].into()];
        tx.run("INSERT INTO filling (id, body) VALUES ($1, $2)", &row)
    });
    wrote.map_err(|error: StoreError| error.trouble)
}

#[test]
fn a_full_disk_is_said_to_be_full_what_was_written_stays_and_room_helps() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let address = Address::Sqlite(disk.path().join("week.db"));
    Store::migrate(&address).expect("there is room for the schema");
    let store = Store::open(&address).expect("it opens");
    let made =
        store.write(|tx| tx.run("CREATE TABLE filling (id BIGINT NOT NULL PRIMARY KEY, body BYTEA)", &[]));
    made.map_err(|error: StoreError| error.trouble).expect("there is room for a table");

    let written: Vec<i64> = (0..200).take_while(|id| put(&store, *id).is_ok()).collect();
    assert!(written.len() < 200, "two megabytes hold all of it");
    assert_eq!(put(&store, 1_000), Err(Trouble::Full));

    let ids = store.read(|read| read.all("SELECT id FROM filling ORDER BY id", &[], |row| row.get::<i64>(0)));
    assert_eq!(ids, Ok::<_, StoreError>(written));
    let remount = Command::new("mount").args(["-o", "remount,size=8m"]).arg(disk.path()).status();
    assert!(remount.expect("mount runs").success());
    assert_eq!(put(&store, 1_000), Ok(1));
    drop(store);
}

#[test]
fn a_disk_without_room_for_a_database_is_said_to_be_full() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let rest = std::fs::write(disk.path().join("rest"), vec![0_u8; 3 << 20]);
    assert!(rest.is_err(), "there is more room than was mounted");
    let address = Address::Sqlite(disk.path().join("week.db"));
    assert_eq!(Store::migrate(&address).map_err(|error| error.trouble), Err(Trouble::Full));
}
