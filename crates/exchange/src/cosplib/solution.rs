//! A solution as the authors of the benchmark keep it: which track each room has in each session, and which submission each slot.
//!
//! Sheet `sol`: rooms along the first row; a row a session with the track of each room; a blank row; a row a time slot, the session's name
//! in its first column, with the submission of each room. A submission of several slots stands in each of them. The sheet `violations` is
//! for people; it is written, and never read.

mod broken;
mod grid;
mod writing;

use festoon_domain::programme::Spot;

pub use broken::Broken;
pub use writing::{Account, write};

use super::sheet::Book;
use super::{Conference, ConferenceFault, refusal};
use crate::sheet::grid as sheets;
use crate::{Format, NamedFile, Refusal};

/// Where a submission begins: session, room and slot by their places, the slot from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub session: usize,
    pub room: usize,
    pub slot: u16,
}

/// A place for every submission that has one, in the order of the conference. One that was read has them all, each whole, alone and in a
/// room of its track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution(pub Vec<Option<Place>>);

/// Reads a solution of the conference.
///
/// # Errors
/// The first thing that makes it none, with its place and what would be right.
pub fn read(file: &NamedFile, conference: &Conference) -> Result<Solution, Refusal> {
    let (grids, _) = sheets::read(file, Format::Xlsx)?;
    let book = Book::new(&file.name, &grids);
    let whole = || refusal(&file.name, Spot::Whole, ConferenceFault::NoSheet("sol".into()));
    let sheet = book.find("sol").or_else(|| book.first()).ok_or_else(whole)?;

    let cells = grid::Cells::read(&sheet, conference)?;
    cells.solution(conference).map_err(|(row, column, broken)| {
        let fault = ConferenceFault::Solution(broken);
        match (row, column) {
            (0, _) => refusal(&file.name, Spot::Row(sheet.name(), 1), fault),
            (row, column) => refusal(&file.name, Spot::Cell(sheet.name(), row, column), fault),
        }
    })
}
