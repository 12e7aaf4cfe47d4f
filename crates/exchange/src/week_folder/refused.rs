//! What does not fit between records, said where it stands in the folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use festoon_domain::programme::{Citation, Spot};
use festoon_domain::record::{Fault, Kind, Record, Value, Wrong};

use super::{FolderFault, HEAD, layout, table};
use crate::Refusal;

/// `places` are those of the fields of `week.toml`, whose records are the first.
pub(super) fn refusal(fault: Fault, records: &[Record], places: &[BTreeMap<&'static str, Spot>]) -> Refusal {
    let record = records.get(fault.index);
    let place = record.and_then(|record| record.source.clone());
    let Citation { file, spot } =
        place.unwrap_or_else(|| Citation { file: Arc::from(HEAD), spot: Spot::Whole });

    let own = places.get(fault.index).filter(|_| *file == *HEAD);
    let name = fault.field.unwrap_or_else(|| layout::key_column(fault.kind));
    let spot = own.and_then(|own| own.get(name)).cloned().unwrap_or(spot);

    let column = fault.field.map_or_else(|| layout::key_column(fault.kind), layout::column);
    let why = match fault.wrong {
        Wrong::Twice => FolderFault::KeyTwice(fault.stood),
        Wrong::NoKey if fault.kind == Kind::Road => unknown_end(record),
        Wrong::NoKey | Wrong::NotOne => FolderFault::BadValue(column, fault.stood, "a-z 0-9 -"),
        Wrong::Unknown(kind) if fault.stood.is_empty() => {
            FolderFault::BadValue(column, fault.stood, layout::defined_in(kind))
        }
        Wrong::Unknown(_) => FolderFault::UnknownKey(column, fault.stood),
        Wrong::Unfit(_) if fault.field == Some(layout::AMOUNT) => {
            FolderFault::BadValue(column, fault.stood, "1000000000")
        }
        Wrong::Unfit(right) => FolderFault::BadValue(column, fault.stood, right),
    };
    table::refusal(&file, spot, why)
}

/// The end of a road that is no key, and so none of a venue.
fn unknown_end(record: Option<&Record>) -> FolderFault {
    let end = |column: &'static str| match record?.values.get(layout::place(Kind::Road, column))? {
        Value::Words(key)
            if !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') =>
        {
            Some(FolderFault::UnknownKey(column, key.to_string()))
        }
        _ => None,
    };
    end("from").or_else(|| end("to")).unwrap_or_else(|| FolderFault::UnknownKey("from", String::new()))
}
