//! Rows and files: what belongs together, what is stray, what the sweep takes.

use std::fs::{self, File};
use std::path::Path;

use festoon_app::uploads::{
    Added, Hash, Kept, MediaType, Stray, Swept, UploadFolder, Wanted, add, look, sweep,
};
use festoon_store::uploads::{Upload, find};
use festoon_store::{Store, weeks};
use festoon_testkit::databases::TestDatabase;
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::pictures::{photograph, png};

const WEEK: &str = "jiangning-2021";
const HOUR: SignedDuration = SignedDuration::from_hours(1);

struct Stage {
    store: Store,
    folder: UploadFolder,
    root: TempDir,
    _database: TestDatabase,
}

fn stage() -> Stage {
    let (root, database) = (tempfile::tempdir().expect("a folder"), TestDatabase::sqlite());
    let address = database.address().parse().expect("the test kit gives addresses");
    Store::migrate(&address).expect("a schema");
    let store = Store::open(&address).expect("a database");
    store.write(|tx| weeks::create(tx, WEEK, Timestamp::UNIX_EPOCH)).expect("a week");
    let folder = UploadFolder::open(root.path()).expect("a folder");
    Stage { store, folder, root, _database: database }
}

impl Stage {
    fn keep(&self, width: u32) -> Kept {
        self.folder.keep(&png(photograph(width, 10)), Wanted::Picture).expect("kept")
    }

    fn add(&self, kept: &Kept, name: &'static str) -> Added {
        let kept = kept.clone();
        let added = self.store.write(move |tx| add(tx, Timestamp::UNIX_EPOCH, "Lin", WEEK, &kept, name));
        added.expect("added")
    }

    fn row(&self, hash: &Hash) -> Upload {
        let hash = hash.to_string();
        let found = self.store.read(move |read| find(read, WEEK, &hash)).expect("a database");
        found.expect("a row")
    }

    fn look(&self, now: Timestamp) -> Stray {
        let folder = self.folder.clone();
        let looked = self.store.read(move |read| look(read, &folder, now)).expect("a database");
        looked.expect("a folder")
    }

    /// When something was last written here, by the disk's own clock.
    fn now(&self) -> Timestamp {
        written(&self.folder.original(&self.keep(1).hash, MediaType::Png))
    }
}

fn written(path: &Path) -> Timestamp {
    fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .expect("a file")
        .try_into()
        .expect("an instant")
}

fn set_written(path: &Path, at: Timestamp) {
    File::options().write(true).open(path).and_then(|file| file.set_modified(at.into())).expect("a file");
}

#[test]
fn a_row_says_what_was_found_and_what_its_owner_called_it() {
    let stage = stage();
    let kept = stage.keep(30);
    assert_eq!(stage.add(&kept, "C:\\Lin\\logo\u{202e}\n 标志.png "), Added::New);
    assert_eq!(stage.add(&kept, "again.png"), Added::Before);
    assert_eq!(
        stage.row(&kept.hash),
        Upload {
            hash: kept.hash.to_string(),
            week: WEEK.into(),
            media_type: "image/png".into(),
            bytes: i64::try_from(kept.bytes).expect("small"),
            pixels: Some((30, 10)),
            name: "logo 标志.png".into(),
            at: Timestamp::UNIX_EPOCH,
            actor: "Lin".into(),
        }
    );
}

#[test]
fn a_file_without_a_name_is_called_by_its_hash() {
    let stage = stage();
    let kept = stage.keep(30);
    stage.add(&kept, "photos/");
    assert_eq!(stage.row(&kept.hash).name, format!("{}.png", kept.hash));
}

#[test]
fn what_belongs_together_is_not_stray_once_its_copies_are_made() {
    let stage = stage();
    let kept = stage.keep(30);
    stage.add(&kept, "logo.png");
    let later = stage.now() + HOUR * 2;
    let without_copies = vec![stage.row(&kept.hash)];
    assert_eq!(stage.look(later), Stray { without_copies, ..Stray::default() });

    stage.folder.make_copies(&kept.hash).expect("copies");
    assert_eq!(stage.look(later), Stray::default());
}

#[test]
fn a_row_whose_file_is_gone_or_shorter_is_missing() {
    let stage = stage();
    let (gone, shorter) = (stage.keep(30), stage.keep(40));
    for kept in [&gone, &shorter] {
        stage.add(kept, "logo.png");
    }
    fs::remove_file(stage.folder.original(&gone.hash, MediaType::Png)).expect("removed");
    fs::write(stage.folder.original(&shorter.hash, MediaType::Png), "half").expect("written");

    let mut missing = stage.look(Timestamp::UNIX_EPOCH).missing;
    missing.sort_by_key(|row| row.pixels);
    assert_eq!(missing, [stage.row(&gone.hash), stage.row(&shorter.hash)]);
}

#[test]
fn files_without_a_row_are_swept_after_a_day_and_nothing_else_is() {
    let stage = stage();
    let (orphan, known) = (stage.keep(30), stage.keep(40));
    stage.add(&known, "logo.png");
    for kept in [&orphan, &known] {
        stage.folder.make_copies(&kept.hash).expect("copies");
    }
    let fan = stage.root.path().join(&orphan.hash.as_str()[..2]);
    fs::write(fan.join("begun-1-1"), "half").expect("written");
    for others in ["README", "notes.txt"] {
        fs::write(fan.join(others), "an administrator's").expect("written");
    }
    let last = written(&fan.join("notes.txt"));

    assert_eq!(stage.look(last + HOUR * 23).orphans, [""; 0].map(Into::<std::path::PathBuf>::into));
    let stray = stage.look(last + HOUR * 24);
    let endings = ["-1920.webp", "-320.webp", "-960.webp", ".png"];
    let mut expected = endings.map(|ending| fan.join(format!("{}{ending}", orphan.hash))).to_vec();
    expected.push(fan.join("begun-1-1"));
    expected.sort_unstable();
    assert_eq!(stray, Stray { orphans: expected.clone(), ..Stray::default() });

    assert_eq!(sweep(&stage.folder, &stray, last + HOUR * 24), Ok(Swept { removed: expected }));
    assert_eq!(sweep(&stage.folder, &stray, last + HOUR * 24), Ok(Swept::default()));
    assert_eq!(stage.look(last + HOUR * 24), Stray::default());
    assert!(fan.join("README").is_file());
}

#[test]
fn an_orphan_that_somebody_brings_again_is_not_swept() {
    let stage = stage();
    let now = stage.now();
    let kept = stage.keep(30);
    let path = stage.folder.original(&kept.hash, MediaType::Png);
    set_written(&path, now - HOUR * 48);
    let stray = stage.look(now);
    assert_eq!(stray.orphans, std::slice::from_ref(&path));

    stage.keep(30);
    assert_eq!(sweep(&stage.folder, &stray, now), Ok(Swept::default()));
    assert!(path.is_file());
}
