//! Which uploads there are. The bytes lie on disk under their hash.

use jiff::Timestamp;

use crate::{Read, Row, StoreError, Tx};

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

/// Puts an upload in, unless the week has it; whether it did not. What is there keeps the name it came under.
///
/// # Errors
/// When there is no such week, the database refuses or does not answer.
pub fn put(tx: &mut Tx<'_>, upload: &Upload) -> Result<bool, StoreError> {
    let put = tx.run(
        "INSERT INTO upload (week, hash, media_type, bytes, width, height, name, at, actor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (week, hash) DO NOTHING",
        &[
            upload.week.as_str().into(),
            upload.hash.as_str().into(),
            upload.media_type.as_str().into(),
            upload.bytes.into(),
            upload.pixels.map(|(width, _)| width).into(),
            upload.pixels.map(|(_, height)| height).into(),
            upload.name.as_str().into(),
            upload.at.into(),
            upload.actor.as_str().into(),
        ],
    )?;
    Ok(put == 1)
}

/// An upload of a week.
///
/// # Errors
/// When the database does not answer.
pub fn find(read: &mut Read<'_>, week: &str, hash: &str) -> Result<Option<Upload>, StoreError> {
    read.optional(
        "SELECT week, hash, media_type, bytes, width, height, name, at, actor
         FROM upload WHERE week = $1 AND hash = $2",
        &[week.into(), hash.into()],
        upload,
    )
}

/// The uploads of a week, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_week(read: &mut Read<'_>, week: &str) -> Result<Vec<Upload>, StoreError> {
    read.all(
        "SELECT week, hash, media_type, bytes, width, height, name, at, actor
         FROM upload WHERE week = $1 ORDER BY at, hash",
        &[week.into()],
        upload,
    )
}

fn upload(row: &mut Row) -> Result<Upload, StoreError> {
    let (width, height): (Option<u32>, Option<u32>) = (row.get(4)?, row.get(5)?);
    Ok(Upload {
        week: row.get(0)?,
        hash: row.get(1)?,
        media_type: row.get(2)?,
        bytes: row.get(3)?,
        pixels: width.zip(height),
        name: row.get(6)?,
        at: row.get(7)?,
        actor: row.get(8)?,
    })
}
