//! schedule.json in its two versions, and OPass session.json.
//!
//! The text is checked as a whole, held against the table of its format (`forms/`), and then read where it lies: a value
//! is a piece of the text, so that its line is known and nothing is copied before it is needed. Members may come in any
//! order and twice. No tree is built; the price is that the text is looked at once for every level a format knows,
//! about ten times. What is refused: broken JSON, depth beyond 128, lists that no schedule has.

mod event;
mod fault;
mod first;
mod form;
mod forms;
mod node;
mod opass;
mod people;
mod reader;
mod second;

pub use fault::{Fault, JsonTrouble, Table};
pub use form::Words;
pub use node::Kind;

use self::form::Form;
use self::node::Source;
use self::reader::Reader;
use super::encoding;
use super::notes::Notes;
use super::outline::Outline;
use crate::{NamedFile, Refusal};

/// Reads schedule.json, version 1: days, rooms, events.
pub(super) fn read_first(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    read(file, notes, &forms::FIRST, first::read)
}

/// Reads the draft of its second version: a flat list of events.
pub(super) fn read_second(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    read(file, notes, &forms::SECOND, second::read)
}

/// Reads OPass session.json: sessions that name speakers, rooms and types by their ids.
pub(super) fn read_opass(file: &NamedFile, notes: &mut Notes) -> Result<Outline, Refusal> {
    read(file, notes, &forms::OPASS, opass::read)
}

fn read(
    file: &NamedFile,
    notes: &mut Notes,
    form: &'static Form,
    outline: fn(&mut Reader<'_, '_>) -> Result<Outline, Refusal>,
) -> Result<Outline, Refusal> {
    let text = encoding::decode_json(&file.bytes).text(&file.name, notes)?;
    let source = Source::open(&text, &file.name)?;
    form.check(&source, notes)?;
    outline(&mut Reader::new(&source, notes))
}

#[cfg(test)]
mod tests;
