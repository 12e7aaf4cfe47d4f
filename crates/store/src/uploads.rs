//! Which uploads there are. The bytes lie on disk under their hash.

use jiff::Timestamp;

use crate::{Read, StoreError, Tx};

/// An upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// SHA-256 of its bytes, 64 hexadecimal digits: its name on disk and in addresses.
    pub hash: String,
    /// Of which week.
    pub week: String,
    /// What it was found to be, by its bytes: `image/png`.
    pub media_type: String,
    /// How many bytes.
    pub bytes: i64,
    /// Width and height in pixels, of a picture.
    pub pixels: Option<(u32, u32)>,
    /// What its owner called it.
    pub name: String,
    /// When it came.
    pub at: Timestamp,
    /// Who brought it.
    pub actor: String,
}

/// Puts an upload in, unless the week has it; whether it did not.
pub fn put(tx: &mut Tx<'_>, upload: &Upload) -> Result<bool, StoreError> {
    let _ = (tx, upload);
    unimplemented!()
}

/// An upload of a week.
pub fn find(read: &mut Read<'_>, week: &str, hash: &str) -> Result<Option<Upload>, StoreError> {
    let _ = (read, week, hash);
    unimplemented!()
}

/// The uploads of a week, oldest first.
pub fn of_week(read: &mut Read<'_>, week: &str) -> Result<Vec<Upload>, StoreError> {
    let _ = (read, week);
    unimplemented!()
}
