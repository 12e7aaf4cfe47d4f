//! schedule.xml in the pentabarf dialects: frab, pretalx, wafer, OSEM, c3voc's hub, FOSDEM's own.
//!
//! Reading is one pass over the markup, in time and memory linear in the file; no tree is built.
//! What is refused: a document type, depth beyond 256, a root that is no schedule, a file that ends in the middle.

mod encoding;
mod event;
mod outline;
mod walker;

pub(crate) use encoding::undeclared;

use std::sync::Arc;

use festoon_domain::programme::Spot;

use self::walker::Walker;
use super::ScheduleTrouble;
use super::notes::Notes;
use super::outline::Outline;
use crate::{NamedFile, Reason, Refusal};

/// Reads the markup.
pub(super) fn read(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    let decoded = encoding::decode(&file.bytes);
    if let Some(name) = decoded.assumed {
        notes.say(1, "", ScheduleTrouble::EncodingAssumed(name));
    }
    if let Some((count, line)) = decoded.replaced {
        notes.say(line, "", ScheduleTrouble::BytesReplaced(count));
    }
    refuse_nul(&decoded.text, &file.name)?;

    Outline::of_markup(&mut Walker::new(&decoded.text, &file.name), notes)
}

/// NUL is no character of any text, and a file full of it is a broken copy.
fn refuse_nul(text: &str, file: &Arc<str>) -> Result<(), Refusal> {
    let Some(at) = text.find('\0') else { return Ok(()) };
    let line = text[..at].matches('\n').count() + 1;
    let spot = Spot::Line(u32::try_from(line).unwrap_or(u32::MAX));
    Err(Refusal { file: Arc::clone(file), spot, reason: Reason::Broken("NUL".into()) })
}

#[cfg(test)]
mod tests;
