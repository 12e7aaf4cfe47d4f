//! SQLite files that are none, that are damaged, that may not be had, and that are served already.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use festoon_store::{Address, Store, Trouble};
use festoon_testkit::databases::an_unprivileged_user;
use tempfile::TempDir;

use crate::{both, migrating, opening};

type Damage = fn(&mut Vec<u8>);

const ADDRESS: &str = "FESTOON_TROUBLE_ADDRESS";

/// A folder with a database of a few hundred pages.
fn folder() -> (TempDir, PathBuf, Address) {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("week.db");
    let address = Address::Sqlite(path.clone());
    Store::migrate(&address).expect("it can be made");
    let store = Store::open(&address).expect("it opens");
    let filled: Result<u64, festoon_store::StoreError> = store.write(|tx| {
        tx.run("CREATE TABLE filling (id BIGINT NOT NULL PRIMARY KEY, body BYTEA)", &[])?;
        (0..200_i64).try_fold(0, |sum, id| {
            let row = [id.into(), vec![7_u8; 3_000].into()];
            Ok(sum + tx.run("INSERT INTO filling (id, body) VALUES ($1, $2)", &row)?)
        })
    });
    filled.expect("it can be filled");
    (folder, path, address)
}

#[test]
fn what_is_no_database_is_said_to_be_none() {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let random: Vec<u8> = (0_u32..20_000).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let texts = [("a table", "title,room\n开幕,大厅\n".repeat(100).into_bytes()), ("random bytes", random)];
    for (name, bytes) in texts {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).expect("there is room");
        let address = Address::Sqlite(path.clone());
        assert_eq!(opening(&address), Err(Trouble::Corrupt), "{name}");
        assert_eq!(migrating(&address), Err(Trouble::Corrupt), "{name}");
        assert_eq!(fs::read(path).expect("it is there"), bytes, "{name} was written to");
    }
}

#[test]
fn a_database_cut_short_or_overwritten_is_said_to_be_damaged() {
    let damages: [(&str, Damage); 3] = [
        ("cut in the middle", |bytes| bytes.truncate(bytes.len() / 2)),
        ("cut to a part of a page", |bytes| bytes.truncate(5_000)),
        ("overwritten after the header", |bytes| bytes[100..9_000].fill(0xA5)),
    ];
    for (name, damage) in damages {
        let (_folder, path, address) = folder();
        let mut bytes = fs::read(&path).expect("it is there");
        damage(&mut bytes);
        fs::write(&path, bytes).expect("there is room");
        assert_eq!(opening(&address), Err(Trouble::Corrupt), "{name}");
    }
}

#[test]
fn damage_that_shows_only_later_is_said_then_and_the_store_goes_on() {
    let (_folder, path, address) = folder();
    let mut bytes = fs::read(&path).expect("it is there");
    let from = bytes.len() - 300_000;
    bytes[from..].fill(0xA5);
    fs::write(&path, bytes).expect("there is room");

    let store = Store::open(&address).expect("its beginning is whole");
    let sum = store.read(|read| read.one("SELECT COUNT(body) FROM filling", &[], |row| row.get::<i64>(0)));
    assert_eq!(sum.map_err(|error| error.trouble), Err::<i64, _>(Trouble::Corrupt));
    let steps = store.read(|read| read.one("SELECT COUNT(*) FROM schema_step", &[], |row| row.get::<i64>(0)));
    assert!(steps.is_ok_and(|steps: i64| steps > 0));
}

#[test]
fn what_is_not_there_is_said_not_to_be_there() {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let at = |path: &str| Address::Sqlite(folder.path().join(path));
    assert_eq!(opening(&at("week.db")), Err(Trouble::Absent));
    assert_eq!(opening(&at("nowhere/week.db")), Err(Trouble::Absent));
    assert_eq!(migrating(&at("nowhere/week.db")), Err(Trouble::Absent));
    assert_eq!(opening(&at("")), Err(Trouble::Absent));
    assert_eq!(migrating(&at("")), Err(Trouble::Absent));
}

/// What the program below is asked to do.
#[test]
#[ignore = "a program without privileges, which the next tests start"]
fn tells_its_trouble() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let address = address.parse().expect("an address");
    println!("told: {:?} {:?}", opening(&address), migrating(&address));
}

/// What a program that is not root is told; nothing, and a line that says so, where nobody else can be had.
fn told_without_privileges(address: &Address) -> Option<String> {
    let program = std::env::current_exe().expect("this program is a file");
    let user = an_unprivileged_user();
    // Where the program itself lies, another user may not look.
    let copied = tempfile::tempdir().expect("a folder for temporary files");
    let copy = copied.path().join("troubles");
    let mut command = match user {
        Some(user) => {
            fs::copy(program, &copy).expect("there is room");
            fs::set_permissions(copied.path(), Permissions::from_mode(0o755)).expect("it is ours");
            user.command(&copy)
        }
        None => Command::new(program),
    };
    command.args(["--ignored", "--exact", "--nocapture", "files::tells_its_trouble"]);
    let output = command.current_dir("/").env(ADDRESS, both::words(address)).stderr(Stdio::null()).output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        println!("skipped: no program can be run without privileges");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("told: ").map(str::to_owned))
}

#[test]
fn what_may_not_be_written_or_read_is_said_to_be_forbidden() {
    for (file, folder_mode) in [(0o644, 0o755), (0o000, 0o777), (0o666, 0o000)] {
        let (folder, path, address) = folder();
        fs::set_permissions(&path, Permissions::from_mode(file)).expect("it is ours");
        fs::set_permissions(folder.path(), Permissions::from_mode(folder_mode)).expect("it is ours");
        if an_unprivileged_user().is_none() {
            // Its own files would not be forbidden to this user by the bits of others.
            fs::set_permissions(&path, Permissions::from_mode(file & 0o444)).expect("it is ours");
        }
        let told = told_without_privileges(&address);
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("it is ours");
        let Some(told) = told else { return };
        assert_eq!(told, "Err(Forbidden) Err(Forbidden)", "file {file:o} in folder {folder_mode:o}");
    }
}

#[test]
fn of_two_servers_on_one_file_the_second_is_told_whatever_it_calls_the_file() {
    let (folder, path, address) = folder();
    let first = Store::open(&address).expect("it opens");
    let linked = folder.path().join("linked.db");
    std::os::unix::fs::symlink(&path, &linked).expect("a link");
    let second = Store::open(&Address::Sqlite(linked)).expect("it opens beside a server");

    let serving = first.serving().expect("nobody serves it");
    assert_eq!(second.serving().map(drop).map_err(|error| error.trouble), Err(Trouble::Served));
    drop(serving);
    second.serving().expect("nobody serves it any more");
}

#[test]
fn several_servers_on_one_postgres_are_wanted() {
    let Some(told) = both::postgres() else { return };
    let other = told.open_again();
    let _first = told.store.serving().expect("it may");
    other.serving().expect("it may too");
}

#[test]
fn another_program_that_writes_for_long_is_waited_for_and_then_said_to_be_busy() {
    let (_folder, path, address) = folder();
    let store = Store::open(&address).expect("it opens");
    let other = rusqlite::Connection::open(&path).expect("it opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");

    let began = std::time::Instant::now();
    let answers: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| store.write(|tx| tx.run("DELETE FROM filling", &[])))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    let troubles: Vec<_> = answers.into_iter().map(|answer| answer.map_err(|error| error.trouble)).collect();
    assert_eq!(troubles, vec![Err::<u64, _>(Trouble::Busy); 4]);
    assert!(began.elapsed().as_secs() < 10, "they waited one after another: {:?}", began.elapsed());

    other.execute_batch("ROLLBACK").expect("it wrote nothing");
    assert_eq!(store.write(|tx| tx.run("DELETE FROM filling", &[])), Ok::<_, festoon_store::StoreError>(200));
}
