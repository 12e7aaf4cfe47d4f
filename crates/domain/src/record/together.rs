//! From records, one by one, to [`Records`].

mod programme;
mod reader;
mod rest;

use super::{Fault, Kind, Record, Wrong};
use crate::week::Records;
use reader::Keys;

/// The week that these records are of; their order within a kind becomes the order of its table.
///
/// # Errors
/// The first record that does not fit, with the field and what would be right.
pub fn put_together(records: &[Record]) -> Result<Records, Fault> {
    let keys = Keys::of(records)?;
    let mut weeks = records.iter().enumerate().filter(|(_, record)| record.kind == Kind::Week);
    let (Some((index, _)), None) = (weeks.next(), weeks.next()) else {
        let index = records.iter().rposition(|record| record.kind == Kind::Week).unwrap_or_default();
        let key = records.get(index).map_or_else(Box::default, |record| record.key.clone());
        return Err(Fault { index, kind: Kind::Week, key, field: None, stood: String::new(), wrong: Wrong::NotOne });
    };
    let mut whole = programme::put_together(records, index, &keys)?;
    rest::put_together(records, &keys, &mut whole)?;
    Ok(whole)
}
