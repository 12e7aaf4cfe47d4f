//! The week as a folder of CSV and TOML files: the format of `demo/week` and of a complete export.
//!
//! Unlike a host's spreadsheet this is a format of our own: one table a kind of record, keys instead of names, and
//! strict. A column that is missing, a key nobody defined or a word nobody knows is a refusal that names file, row and
//! column, because a week that was exported must come back equal.
//! `docs/week-folder.md` lists the tables.

mod exhibition;
mod fault;
mod head;
mod keys;
mod places;
mod programme;
mod sessions;
mod signing;
mod table;

use std::borrow::Cow;

use festoon_domain::programme::Programme;
use festoon_domain::week::Records;

use crate::Refusal;
pub use fault::FolderFault;

/// The file by which a week folder is known.
pub const HEAD: &str = "week.toml";
/// The file its sessions are in.
pub const SESSIONS: &str = "sessions.csv";

/// Where the files of the folder come from: by name, nothing if there is no such file.
pub type Files<'a> = &'a dyn Fn(&str) -> Option<Cow<'static, [u8]>>;

/// Reads a whole week.
///
/// # Errors
/// The first fault of every table that has one, with file, row and column.
pub fn read(files: Files<'_>) -> Result<Records, Vec<Refusal>> {
    let one = |refusal| vec![refusal];
    let (week, figures) = head::read(files).map_err(one)?;

    let mut programme = Programme::empty(week);
    let mut keys = keys::Keys::default();
    places::read(files, &mut programme, &mut keys).map_err(one)?;
    programme::read(files, &mut programme, &mut keys).map_err(one)?;
    sessions::read(files, &mut programme, &mut keys).map_err(one)?;

    let projects = signing::read(files).map_err(one)?;
    let points = exhibition::points(files).map_err(one)?;
    let exhibits = exhibition::exhibits(files).map_err(one)?;
    let checkpoints = exhibition::checkpoints(files).map_err(one)?;
    Ok(Records { programme, figures, projects, exhibits, points, checkpoints })
}
pub fn write(_: &Records) -> Vec<(String, Vec<u8>)> { unimplemented!() }
