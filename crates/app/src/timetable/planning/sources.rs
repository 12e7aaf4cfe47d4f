//! The weeks that can be planned: a folder or spreadsheets are read as anywhere, a week of the database is its draft; and the ways a planned week
//! goes back. What goes back is imported as a file is, so nothing lands in a draft that nobody looked at.

use festoon_domain::programme::{Programme, Visibility};
use festoon_domain::text::Lang;
use festoon_domain::week::Records;
use festoon_exchange::outlet::{self, Asked, Issue, Outlet, Unwritable, Written};
use festoon_exchange::{Defect, NamedFile, Options, Refusal, week_folder};
use festoon_store::{Store, StoreError, releases};
use jiff::Timestamp;

use crate::Failure;
use crate::draft::read;
use crate::releases::thaw;
use crate::weeks::{ExportRefusal, whole};

/// What files say about a week, and what of them could not be taken as it stood. A week folder is everything recorded, other files are its sessions.
///
/// # Errors
/// Every file that cannot be read, with the place.
pub fn of_files(files: &[NamedFile], options: &Options) -> Result<(Records, Vec<Defect>), Vec<Refusal>> {
    let said = read(files, options)?;
    Ok((said.records, said.defects))
}

/// Everything recorded about a week of the database as it stands in the draft; the current week's where none is named.
///
/// # Errors
/// When there is no such week, or it does not fit together.
pub fn of_draft(store: &Store, week: Option<&str>) -> Result<Records, Failure<ExportRefusal>> {
    whole(store, week).map(|(_, records)| records)
}

/// The programme of a release, from which as little as possible is to change; nothing if there is no such release, or its bytes are damaged.
///
/// # Errors
/// The database.
pub fn of_release(store: &Store, week: &str, number: u32) -> Result<Option<Programme>, StoreError> {
    let slug = week.to_owned();
    let bytes = store.read(move |read| releases::frozen(read, &slug, number))?;
    Ok(bytes.and_then(|bytes| thaw(&bytes).ok()).map(|frozen| frozen.records.programme))
}

/// A week folder's bytes with the planned programme in it; everything else of the week stays.
#[must_use]
pub fn as_folder(records: &Records, planned: Programme) -> Vec<(String, Vec<u8>)> {
    week_folder::write(&Records { programme: planned, ..records.clone() })
}

/// The planned programme as a table that `festoon import` takes: everybody is in it, so it is for the week office alone.
///
/// # Errors
/// A programme that a table cannot hold.
pub fn as_table(
    planned: &Programme,
    form: TableForm,
    lang: Lang,
    now: Timestamp,
) -> Result<Written, Unwritable> {
    let outlet = match form {
        TableForm::Csv => Outlet::Csv,
        TableForm::Workbook => Outlet::Xlsx,
    };
    let asked = Asked { lang, audience: Visibility::Protocol, ..Asked::of(Issue { number: 1, at: now }) };
    outlet::write(planned, outlet, &asked)
}

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    Csv,
    Workbook,
}
