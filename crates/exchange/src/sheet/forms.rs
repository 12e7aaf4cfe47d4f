//! One activity a sheet.
use super::SheetReading;
use super::cells::Cells;
use super::rows::Context;
pub(super) fn find(_cells: &Cells<'_>) -> Option<()> {
    None
}
pub(super) fn read(_cells: &Cells<'_>, _context: &Context<'_>, _forms: &(), _reading: &mut SheetReading) {}
