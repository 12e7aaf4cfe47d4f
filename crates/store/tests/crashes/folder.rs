//! A SQLite database in a folder, with the disk under it that forgets.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use festoon_store::{Address, Store};
use tempfile::TempDir;

use crate::Chance;
use crate::writer::{Start, make_tables};

const BLOCK: usize = 4096;

/// A folder with a database, and what of it the disk holds.
pub(crate) struct Folder {
    root: TempDir,
    pub(crate) address: Address,
}

/// What a power cut leaves of what was not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsynced {
    /// Nothing.
    Lost,
    /// Some blocks, in no order: those that the system had happened to write back.
    Mixed,
}

impl Folder {
    /// A folder without a database.
    pub(crate) fn empty() -> Self {
        let root = tempfile::tempdir().expect("a folder for temporary files");
        for name in ["live", "disk"] {
            fs::create_dir(root.path().join(name)).expect("a folder");
        }
        // Links would hide the folder from the disk, which knows files by their true paths.
        let live = root.path().join("live").canonicalize().expect("it is there");
        Self { root, address: Address::Sqlite(live.join("week.db")) }
    }

    /// A folder with the tables of the load, all of it on the disk.
    pub(crate) fn with_tables() -> Self {
        let folder = Self::empty();
        Store::migrate(&folder.address).expect("it can be made");
        make_tables(&Store::open(&folder.address).expect("it opens"));
        folder.settle();
        folder
    }

    pub(crate) fn words(&self) -> String {
        crate::both::words(&self.address)
    }

    /// How a program is started over the disk that forgets; nothing, and a line that says so, where there is no C compiler.
    pub(crate) fn over_disk(&self) -> Option<Start<'static>> {
        let library = self.root.path().join("disk.so");
        if !library.exists() {
            let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/powercut/disk.c");
            let compiled = Command::new("cc")
                .args(["-shared", "-fPIC", "-O1", "-o"])
                .arg(&library)
                .args([source, "-ldl"])
                .status();
            if !compiled.is_ok_and(|status| status.success()) {
                println!("skipped: a C compiler is not installed");
                return None;
            }
        }
        let live = self.live().canonicalize().expect("it is there");
        let named = |path: &Path| path.to_str().expect("a plain path").to_owned();
        let variables = vec![
            ("LD_PRELOAD", named(&library)),
            ("FESTOON_POWERCUT_FOLDER", named(&live)),
            ("FESTOON_POWERCUT_DISK", named(&self.disk())),
        ];
        Some(Start { variables, instead: None })
    }

    /// The power is back: what the disk holds is what there is.
    pub(crate) fn cut(&self, unsynced: Unsynced, chance: &mut Chance) {
        for entry in fs::read_dir(self.live()).expect("the folder is there") {
            let live = entry.expect("a file").path();
            let disk = self.disk().join(live.file_name().expect("a name"));
            let kept = fs::read(&disk).ok();
            let kept = match (kept, unsynced) {
                (Some(kept), Unsynced::Mixed) => {
                    Some(mixed(&kept, &fs::read(&live).expect("a file"), chance))
                }
                (kept, _) => kept,
            };
            match kept {
                Some(bytes) => fs::write(&live, bytes).expect("there is room"),
                None => fs::remove_file(&live).expect("it is there"),
            }
        }
        // A name that was taken away without its folder being synced is there again.
        for entry in fs::read_dir(self.disk()).expect("the folder is there") {
            let disk = entry.expect("a file").path();
            let live = self.live().join(disk.file_name().expect("a name"));
            if !live.exists() && disk.extension().is_none_or(|ending| ending != "unnamed") {
                fs::copy(&disk, &live).expect("there is room");
            }
        }
    }

    /// Everything reaches the disk.
    pub(crate) fn settle(&self) {
        fs::remove_dir_all(self.disk()).and_then(|()| fs::create_dir(self.disk())).expect("a folder");
        for entry in fs::read_dir(self.live()).expect("the folder is there") {
            let live = entry.expect("a file").path();
            let name = live.file_name().expect("a name").to_str().expect("a plain name").to_owned();
            if !name.ends_with("-shm") {
                fs::copy(&live, self.disk().join(name)).expect("there is room");
            }
        }
    }

    fn live(&self) -> PathBuf {
        self.root.path().join("live")
    }

    fn disk(&self) -> PathBuf {
        self.root.path().join("disk")
    }
}

/// Block by block what was synced or what was not, and the length of either.
fn mixed(synced: &[u8], live: &[u8], chance: &mut Chance) -> Vec<u8> {
    let length = if chance.below(2) == 0 { synced.len() } else { live.len() };
    let mut out = Vec::with_capacity(length);
    while out.len() < length {
        let from = out.len();
        let to = length.min(from + BLOCK);
        let source = if chance.below(2) == 0 { synced } else { live };
        let had = source.get(from..to.min(source.len()).max(from)).unwrap_or_default();
        out.extend_from_slice(had);
        out.resize(to, 0);
    }
    out
}
