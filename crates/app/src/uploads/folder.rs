//! Where uploads lie: `ab/abcdef….png`, copies beside it as `ab/abcdef…-320.jpg`.
//!
//! A file is written beside its place, made lasting, then moved there: whoever finds one finds it whole, also after a power cut.
//! The same bytes twice are one file. It is written anew each time all the same: that repairs a damaged one, and tells the sweep,
//! which goes by a file's age, that somebody wants it again.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Copy, Edge, Examined, Hash, MediaType, UploadRefusal, Wanted, copies_of, examine};

/// How the names of files begin that are being written.
pub(super) const BEGUN: &str = "begun-";

/// A file that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub hash: Hash,
    /// What it was found to be.
    pub media_type: MediaType,
    /// How many bytes.
    pub bytes: u64,
    /// Width and height of a picture as it is shown, in pixels.
    pub pixels: Option<(u32, u32)>,
}

/// The folder of uploads; a clone is the same one.
///
/// One picture is decoded at a time, whoever asks: a large one takes up to three quarters of a gigabyte meanwhile.
#[derive(Debug, Clone)]
pub struct UploadFolder {
    root: PathBuf,
    decoding: Arc<Mutex<()>>,
}

impl UploadFolder {
    /// Takes a folder, and makes it where there is none; only its owner may look in.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, UploadRefusal> {
        let root = root.into();
        make_folder(&root)?;
        Ok(Self { root, decoding: Arc::default() })
    }

    /// Keeps bytes if they are what is wanted; when this returns they are lasting.
    ///
    /// # Errors
    /// What [`examine`] finds, and what the disk refuses.
    pub fn keep(&self, bytes: &[u8], wanted: Wanted) -> Result<Kept, UploadRefusal> {
        let Examined { media_type, pixels } = self.alone(|| examine(bytes, wanted))?;

        let hash = Hash::of(bytes);
        self.write(&self.original(&hash, media_type), bytes)?;
        Ok(Kept { hash, media_type, bytes: bytes.len() as u64, pixels })
    }

    /// Makes the copies of a picture that is kept. Harmless when repeated.
    ///
    /// # Errors
    /// [`DiskTrouble::Absent`](super::DiskTrouble::Absent) when the picture is not there, and what the disk refuses.
    pub fn make_copies(&self, hash: &Hash) -> Result<(), UploadRefusal> {
        if Edge::ALL.into_iter().all(|edge| self.public(hash, edge).is_some()) {
            return Ok(());
        }

        let (path, media_type) = self.picture(hash).ok_or(io::Error::from(io::ErrorKind::NotFound))?;
        let copies = self.alone(|| copies_of(&fs::read(path)?, media_type))?;
        for Copy { edge, media_type, bytes } in copies {
            self.write(&self.copy(hash, edge, media_type), &bytes)?;
        }
        Ok(())
    }

    /// What the public is given of a picture, and as what: a copy, never the original. Nothing until it is made.
    #[must_use]
    pub fn public(&self, hash: &Hash, edge: Edge) -> Option<(PathBuf, MediaType)> {
        let places =
            [MediaType::Jpeg, MediaType::Webp].map(|as_type| (self.copy(hash, edge, as_type), as_type));
        places.into_iter().find(|(path, _)| path.is_file())
    }

    /// A paper as it came. Serve it as a download of its type, never as part of a page: PDF may carry script too.
    #[must_use]
    pub fn paper(&self, hash: &Hash) -> Option<PathBuf> {
        Some(self.original(hash, MediaType::Pdf)).filter(|path| path.is_file())
    }

    /// Where an upload lies as it came, whether or not it is there. Not for the public: a photograph may say where it was taken.
    #[must_use]
    pub fn original(&self, hash: &Hash, media_type: MediaType) -> PathBuf {
        self.root.join(hash.fan()).join(format!("{hash}.{}", media_type.ending()))
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    fn copy(&self, hash: &Hash, edge: Edge, media_type: MediaType) -> PathBuf {
        self.root.join(hash.fan()).join(format!("{hash}-{}.{}", edge.pixels(), media_type.ending()))
    }

    fn picture(&self, hash: &Hash) -> Option<(PathBuf, MediaType)> {
        let pictures = MediaType::ALL.into_iter().filter(|media_type| media_type.wanted() == Wanted::Picture);
        pictures.map(|as_type| (self.original(hash, as_type), as_type)).find(|(path, _)| path.is_file())
    }

    fn alone<T>(&self, decode: impl FnOnce() -> T) -> T {
        let _one = self.decoding.lock().unwrap_or_else(PoisonError::into_inner);
        decode()
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // Shared with other writers; the sweep takes it alone.
        let root = File::open(&self.root)?;
        root.lock_shared()?;

        let fan = path.parent().expect("every file lies in a folder of the root");
        if make_folder(fan)? == Made::Now {
            root.sync_all()?;
        }
        let begun = begin(fan, bytes)?;
        if let Err(error) = fs::rename(&begun, path) {
            let _ = fs::remove_file(&begun);
            return Err(error);
        }
        File::open(fan)?.sync_all()
    }
}

/// Writes bytes, lasting, to a new file of the folder.
fn begin(fan: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = fan.join(format!("{BEGUN}{}-{number}", std::process::id()));
        let mut file = match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            // Left by a process of the same number that ended in the middle; the sweep takes it.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            opened => opened?,
        };
        if let Err(error) = file.write_all(bytes).and_then(|()| file.sync_all()) {
            // On a full disk every byte counts.
            let _ = fs::remove_file(&path);
            return Err(error);
        }
        return Ok(path);
    }
}

#[derive(PartialEq, Eq)]
enum Made {
    Now,
    Before,
}

fn make_folder(path: &Path) -> io::Result<Made> {
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => Ok(Made::Now),
        Err(_) if path.is_dir() => Ok(Made::Before),
        Err(error) => Err(error),
    }
}
