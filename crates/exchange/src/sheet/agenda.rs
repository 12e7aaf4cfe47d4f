//! Grids with halls or days across and hours down.
use super::SheetReading;
use super::cells::Cells;
use super::rows::Context;
pub(super) fn read(_cells: &Cells<'_>, _context: &Context<'_>, _reading: &mut SheetReading) -> bool {
    false
}
