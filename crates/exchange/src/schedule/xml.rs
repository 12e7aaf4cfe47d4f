//! schedule.xml in the pentabarf dialects: frab, pretalx, wafer, OSEM, c3voc's hub, FOSDEM's own.
//!
//! Reading is one pass over the markup, in time and memory linear in the file; no tree is built.
//! What is refused: a document type, depth beyond 256, a root that is no schedule, a file that ends in the middle.

mod event;
mod outline;
mod walker;

use self::walker::Walker;
use super::encoding;
use super::notes::Notes;
use super::outline::Outline;
use crate::{NamedFile, Refusal};

/// Reads the markup.
pub(super) fn read(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    let text = encoding::decode(&file.bytes).text(&file.name, notes)?;

    Outline::of_markup(&mut Walker::new(&text, &file.name), notes)
}

#[cfg(test)]
mod tests;
