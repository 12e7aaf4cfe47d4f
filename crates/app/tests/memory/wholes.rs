//! A week as a whole: out and in again, backed up and restored, from either database into either.

use std::io::Write as _;

use festoon_app::Failure;
use festoon_app::draft::{Brought, bring, load};
use festoon_app::releases::{latest, release, roll_back};
use festoon_app::uploads::UploadFolder;
use festoon_app::weeks::{Finding, Over, RestoreRefusal, backup, examine, export, restore};
use festoon_domain::record::Record;
use festoon_domain::text::Lang;
use festoon_exchange::{NamedFile, Options};
use festoon_store::plans::{self, PlanCopy};
use festoon_store::{Address, Store, StoreError, Tx};
use festoon_testkit::databases::TestDatabase;

use super::hosts::{asked, brought_in, lin, morning, on_both, sheet};

const OPENING: &str = "2021-06-21,09:00,10:00,开幕式,Opening,紫金山科技城,秦淮厅,创新办,林悦";
const FORUM: &str = "2021-06-21,10:30,12:00,高峰论坛,Summit forum,紫金山科技城,秦淮厅,创新办,顾明棠";

fn fresh() -> Vec<(Store, TestDatabase)> {
    let databases = std::iter::once(TestDatabase::sqlite()).chain(TestDatabase::postgres());
    databases
        .map(|database| {
            let address: Address = database.address().parse().expect("an address");
            Store::migrate(&address).expect("a schema");
            (Store::open(&address).expect("a database"), database)
        })
        .collect()
}

fn filled(store: &Store) {
    brought_in(store, &sheet("host.csv", &[OPENING, FORUM]), &asked());
    release(store, morning(), &lin(), "test-week", "one").expect("released");
    brought_in(store, &sheet("host.csv", &[&OPENING.replace("09:00", "08:30"), FORUM]), &asked());
    release(store, morning(), &lin(), "test-week", "two").expect("released");
}

/// What a draft says, without where it was read.
fn said(store: &Store) -> Vec<Record> {
    let mut records = load(store, Some("test-week")).expect("the week is there").records;
    for record in &mut records {
        record.source = None;
    }
    records
}

fn uploads() -> (UploadFolder, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (UploadFolder::open(folder.path().join("uploads")).expect("a folder of uploads"), folder)
}

#[test]
fn an_exported_week_imports_into_an_empty_database_as_an_equal_one_in_every_direction() {
    for (from, _from) in fresh() {
        filled(&from);
        let files: Vec<NamedFile> = export(&from, "test-week")
            .expect("exported")
            .into_iter()
            .filter(|(name, _)| !name.contains('/'))
            .map(|(name, bytes)| NamedFile { name: name.as_str().into(), bytes })
            .collect();
        for (to, _to) in fresh() {
            let brought: Brought = bring(&files, &Options::default()).expect("it can be read");
            brought_in(&to, &brought, &asked());
            assert_eq!(said(&to), said(&from));
        }
    }
}

#[test]
fn a_backup_of_either_database_restores_into_either() {
    for (from, _from) in fresh() {
        filled(&from);
        let (folder, place) = uploads();
        let file = place.path().join("backup.zip");
        let contents = backup(&from, &folder, morning(), &file).expect("backed up");
        assert_eq!(contents.weeks, ["test-week"]);
        for (to, _to) in fresh() {
            let restored = restore(&to, &folder, &file, Over::Nothing).expect("restored");
            assert_eq!(restored.rows, contents.rows);
            assert_eq!(said(&to), said(&from));
            let numbers =
                |store: &Store| latest(store, &[]).expect("releases").new.pop().map(|standing| standing.row);
            assert_eq!(numbers(&to), numbers(&from));
            // The same again, byte for byte but for the hour.
            let again = place.path().join("again.zip");
            backup(&to, &folder, morning(), &again).expect("backed up");
            assert_eq!(std::fs::read(&again).expect("a file"), std::fs::read(&file).expect("a file"));
        }
    }
}

#[test]
fn a_living_week_is_not_restored_over_unless_somebody_says_so() {
    on_both(|store| {
        filled(store);
        let (folder, place) = uploads();
        let file = place.path().join("backup.zip");
        let kept = backup(store, &folder, morning(), &file).expect("backed up");
        let moved = OPENING.replace("09:00", "08:00");
        brought_in(store, &sheet("host.csv", &[&moved, FORUM]), &asked());
        let before = said(store);

        let refused = restore(store, &folder, &file, Over::Nothing);
        assert_eq!(refused, Err(Failure::Refused(RestoreRefusal::Living(vec!["test-week".into()]))));
        assert_eq!(said(store), before);

        // Somebody wrote since: what they wrote is in no backup, and so it is not replaced.
        let changed = restore(store, &folder, &file, Over::Kept(kept.state));
        assert_eq!(changed, Err(Failure::Refused(RestoreRefusal::Changed)));
        assert_eq!(said(store), before);

        let safe = place.path().join("safe.zip");
        let kept = backup(store, &folder, morning(), &safe).expect("backed up");
        restore(store, &folder, &file, Over::Kept(kept.state)).expect("restored");
        assert_ne!(said(store), before);
    });
}

#[test]
fn what_a_visitor_has_taken_back_does_not_come_back_with_a_backup_and_what_stands_goes_on() {
    on_both(|store| {
        filled(store);
        let published = |key: &str| PlanCopy {
            key: key.into(),
            secret_hash: "s".into(),
            week: "test-week".into(),
            numbers: vec![1],
            lang: Lang::En,
            made: morning(),
            expires: morning(),
        };
        let [deleted, stands] = ["deleted", "stands"].map(published);
        let both = [deleted, stands.clone()];
        write(store, move |tx| both.iter().try_for_each(|copy| plans::put(tx, copy).map(drop)));
        let (folder, place) = uploads();
        let file = place.path().join("backup.zip");
        let kept = backup(store, &folder, morning(), &file).expect("backed up");
        write(store, |tx| plans::delete(tx, "deleted", "s"));

        restore(store, &folder, &file, Over::Kept(kept.state)).expect("restored");
        assert_eq!(store.read(plans::all).map_err(|error: StoreError| error), Ok(vec![stands]));
        for (to, _to) in fresh() {
            restore(&to, &folder, &file, Over::Nothing).expect("restored");
            assert_eq!(to.read(plans::all).map_err(|error: StoreError| error), Ok(vec![]));
        }
    });
}

fn write<T: Send + 'static>(
    store: &Store,
    work: impl Fn(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) {
    store.write(work).expect("written");
}

#[test]
fn a_damaged_backup_is_refused_with_the_place_and_nothing_is_written() {
    on_both(|store| {
        let (folder, place) = uploads();
        let (source, _database) = fresh().remove(0);
        filled(&source);
        let whole = place.path().join("backup.zip");
        backup(&source, &folder, morning(), &whole).expect("backed up");
        let bytes = std::fs::read(&whole).expect("a file");

        let file = place.path().join("damaged.zip");
        for cut in [0, 10, bytes.len() / 2, bytes.len() - 1] {
            std::fs::write(&file, &bytes[..cut]).expect("written");
            assert!(matches!(
                restore(store, &folder, &file, Over::Nothing),
                Err(Failure::Refused(RestoreRefusal::Unreadable(_) | RestoreRefusal::Damaged(..)))
            ));
        }
        for place in (40..bytes.len() - 200).step_by(bytes.len() / 40) {
            let mut harmed = bytes.clone();
            harmed[place] ^= 0x55;
            std::fs::write(&file, &harmed).expect("written");
            // A flipped bit in a zip's own headers may be harmless; whatever comes of it, it is all or nothing.
            if restore(store, &folder, &file, Over::Nothing).is_ok() {
                assert_eq!(said(store), said(&source));
                store.write(festoon_store::copy::wipe).map_err(|error: StoreError| error).expect("wiped");
            } else {
                let weeks = store.read(festoon_store::weeks::all);
                assert_eq!(weeks.map_err(|error: StoreError| error).expect("weeks"), []);
            }
        }

        let mut zip = zip::ZipWriter::new(std::fs::File::create(&file).expect("a file"));
        zip.start_file("hello.txt", zip::write::SimpleFileOptions::default()).expect("begun");
        zip.write_all(b"hello").expect("written");
        zip.finish().expect("finished");
        assert_eq!(
            restore(store, &folder, &file, Over::Nothing),
            Err(Failure::Refused(RestoreRefusal::NoBackup))
        );
    });
}

#[test]
fn a_doctor_finds_nothing_wrong_with_a_week_that_is_well_and_tells_what_is_not() {
    on_both(|store| {
        filled(store);
        let (folder, _place) = uploads();
        let well = examine(store, &folder, morning()).expect("examined");
        assert!(well.is_well(), "{well:?}");
        assert!(
            matches!(&well.findings[..], [Finding::Week(slug, _, 2, Some(2))] if slug == "test-week"),
            "{well:?}"
        );

        let unreleased = Finding::Unreleased("test-week".into());
        roll_back(store, morning(), &lin(), "test-week", 1, "too early").expect("released");
        let back = examine(store, &folder, morning()).expect("examined");
        assert!(back.is_well() && back.findings.contains(&unreleased), "{back:?}");
        roll_back(store, morning(), &lin(), "test-week", 2, "late enough").expect("released");
        let forth = examine(store, &folder, morning()).expect("examined");
        assert!(!forth.findings.contains(&unreleased), "the draft is what is public: {forth:?}");

        brought_in(store, &sheet("host.csv", &[OPENING]), &asked());
        let early = super::hosts::at("2021-06-01T00:00:00Z");
        let behind = examine(store, &folder, early).expect("examined");
        assert!(behind.findings.iter().any(|finding| matches!(finding, Finding::Clock(_))), "{behind:?}");
    });
}
