//! The keys of an installation, in a file of their own: what passes are signed with, what one-time codes are locked with.
//!
//! The file is readable by its owner alone, is in no backup and no export, and no key is ever printed. A file that is damaged,
//! cut off, open to others or a link is refused and never made anew: new keys would silently void everything the old ones
//! signed. Who makes it is the caller's decision ([`make`]), and so is chance.
//! A purpose that a newer Festoon adds gets its key ([`complete`]) without touching the others.
//!
//! Where one is made or changed, the folder is locked meanwhile, so that two programs at once end with one file; it is written
//! beside and moved into place, so that no power cut leaves half a file. Only for systems with Unix permissions.

mod fault;
mod file;
mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

pub use fault::KeysFault;

/// What a key is for. One key serves one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Signs passes.
    Passes,
    /// Locks what one-time codes are made from.
    Totp,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 2] = [Self::Passes, Self::Totp];

    /// As it stands in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Totp => "totp",
        }
    }
}

/// 32 random bytes. Printed, it is three dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; Self::BYTES]);

impl Key {
    /// How long a key is.
    pub const BYTES: usize = 32;

    /// The key itself.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// A key for every purpose there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    passes: Key,
    totp: Key,
}

impl Keys {
    /// The key of a purpose.
    #[must_use]
    pub const fn of(&self, purpose: Purpose) -> &Key {
        match purpose {
            Purpose::Passes => &self.passes,
            Purpose::Totp => &self.totp,
        }
    }

    fn from_ring(ring: &Ring) -> Result<Self, KeysFault> {
        let key =
            |purpose: Purpose| ring.get(purpose.word()).cloned().ok_or(KeysFault::Lacking(purpose.word()));
        Ok(Self { passes: key(Purpose::Passes)?, totp: key(Purpose::Totp)? })
    }
}

/// Keys by the words of their purposes; also of purposes that only a newer Festoon knows.
type Ring = BTreeMap<String, Key>;

/// Reads the keys.
///
/// # Errors
/// [`KeysFault::Absent`] where there is no file, [`KeysFault::Lacking`] when a purpose has no key yet ([`complete`] is right),
/// and everything that makes the file untrustworthy.
pub fn load(path: &Path) -> Result<Keys, KeysFault> {
    Keys::from_ring(&text::read(&file::read(path)?)?)
}

/// Makes the file with new keys; where there is one already, that one is read and nothing is made.
///
/// `chance` fills what it is given with random bytes.
///
/// # Errors
/// As for [`load`], what the disk refuses, and [`KeysFault::Chance`] when `chance` gives nothing or the same twice.
pub fn make(path: &Path, chance: impl FnMut(&mut [u8])) -> Result<Keys, KeysFault> {
    let _alone = file::alone(path)?;
    let ring = match file::read(path) {
        Ok(there) => text::read(&there)?,
        Err(KeysFault::Absent) => Ring::new(),
        Err(fault) => return Err(fault),
    };

    fill(path, ring, chance)
}

/// Reads the keys, and makes those of purposes that have none yet; the others stay what they are.
///
/// # Errors
/// As for [`make`], and [`KeysFault::Absent`].
pub fn complete(path: &Path, chance: impl FnMut(&mut [u8])) -> Result<Keys, KeysFault> {
    let _alone = file::alone(path)?;
    let ring = text::read(&file::read(path)?)?;

    fill(path, ring, chance)
}

fn fill(path: &Path, mut ring: Ring, mut chance: impl FnMut(&mut [u8])) -> Result<Keys, KeysFault> {
    let before = ring.len();
    for purpose in Purpose::ALL {
        if !ring.contains_key(purpose.word()) {
            let key = draw(&ring, &mut chance)?;
            ring.insert(purpose.word().to_owned(), key);
        }
    }

    if ring.len() > before {
        file::replace(path, &text::write(&ring))?;
    }
    Keys::from_ring(&ring)
}

/// Chance that was never asked, or that repeats itself, is worse than no key at all.
fn draw(ring: &Ring, chance: &mut impl FnMut(&mut [u8])) -> Result<Key, KeysFault> {
    let mut bytes = [0; Key::BYTES];
    chance(&mut bytes);
    let key = Key(bytes);
    if bytes == [0; Key::BYTES] || ring.values().any(|other| *other == key) {
        return Err(KeysFault::Chance);
    }
    Ok(key)
}

#[cfg(test)]
mod tests;
