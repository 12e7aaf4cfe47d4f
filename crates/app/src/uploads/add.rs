//! A kept file gets its row, and a picture the task that makes its copies, in one transaction.

use festoon_store::uploads::{self, Upload};
use festoon_store::{StoreError, Tx};
use jiff::Timestamp;

use super::{Kept, Wanted};
use crate::tasks::{self, ResizePicture};

/// Longer names say nothing more.
const NAME_LENGTH: usize = 200;

/// Whether a week had a file already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new to the week.
    New,
    /// The week has the same bytes already, under whatever name they came the first time.
    Before,
}

/// A host hands a file in: what was kept becomes an upload of the week.
///
/// `name` is what its owner called it; only its last part is taken, without what cannot be seen.
///
/// # Errors
/// What the database does.
pub fn add(
    tx: &mut Tx<'_>,
    now: Timestamp,
    actor: &str,
    week: &str,
    kept: &Kept,
    name: &str,
) -> Result<Added, StoreError> {
    let upload = Upload {
        hash: kept.hash.to_string(),
        week: week.to_owned(),
        media_type: kept.media_type.word().to_owned(),
        bytes: i64::try_from(kept.bytes).unwrap_or(i64::MAX),
        pixels: kept.pixels,
        name: called(name, kept),
        at: now,
        actor: actor.to_owned(),
    };
    let is_new = uploads::put(tx, &upload)?;

    // Also for one that is there: a copy that went missing comes back, and one that did not costs a look.
    if kept.media_type.wanted() == Wanted::Picture {
        tasks::put(tx, &ResizePicture { week: upload.week, hash: upload.hash }, now, now)?;
    }
    Ok(if is_new { Added::New } else { Added::Before })
}

fn called(name: &str, kept: &Kept) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = last.chars().filter(|letter| !letter.is_control() && !turns_text(*letter)).take(NAME_LENGTH);
    let name = seen.collect::<String>().trim().to_owned();
    if name.is_empty() { format!("{}.{}", kept.hash, kept.media_type.ending()) } else { name }
}

/// Signs that turn the direction of text, with which `fdp.exe` can be shown as `exe.pdf`.
const fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
