//! Houses, their halls, and the roads between them.

use super::reader::Reader;
use crate::programme::Equipment;
use crate::record::Fault;
use crate::venue::{Minutes, Position, Room, Venue, VenueId};

pub(super) fn venue(mut row: Reader<'_>) -> Result<Venue, Fault> {
    let key = row.record_key();
    let (name, kind, address) = (row.text("name")?, row.said("kind")?, row.text("address")?);
    let position = position(&mut row)?;
    let (capacity, hours) = (row.number("capacity")?, row.hours("hours")?);
    let provenance = row.or_usual("origin")?;
    let details = row.choice("details_origin")?.unwrap_or(provenance);
    Ok(Venue { key, name, kind, address, position, capacity, hours, provenance, details })
}

fn position(row: &mut Reader<'_>) -> Result<Option<Position>, Fault> {
    let (longitude, latitude) = (row.decimal("longitude")?, row.decimal("latitude")?);
    let datum = row.choice("datum")?;
    match (longitude, latitude, datum) {
        (None, None, None) => Ok(None),
        (Some(longitude), Some(latitude), Some(datum)) => Position::new(longitude, latitude, datum)
            .map(Some)
            .ok_or_else(|| row.unfit("latitude", "-180 … 180, -90 … 90")),
        (None, ..) => Err(row.unfit("longitude", "longitude, latitude, datum")),
        (_, None, _) => Err(row.unfit("latitude", "longitude, latitude, datum")),
        (.., None) => Err(row.unfit("datum", "WGS-84 / GCJ-02")),
    }
}

pub(super) fn room(mut row: Reader<'_>) -> Result<Room, Fault> {
    Ok(Room {
        key: row.record_key(),
        venue: VenueId(row.needed("venue")?),
        name: row.text("name")?,
        seats: row.number("seats")?,
        hours: row.hours("hours")?,
        equipment: equipment(row.list("equipment")?),
        step_free: row.flag("step_free")?,
        guid: row.guid("guid")?,
    })
}

pub(super) fn equipment(words: &[Box<str>]) -> Vec<Equipment> {
    words.iter().map(|word| Equipment(word.to_string())).collect()
}

pub(super) fn road(mut row: Reader<'_>) -> Result<(VenueId, VenueId, Minutes), Fault> {
    let (from, to) = (VenueId(row.needed("from")?), VenueId(row.needed("to")?));
    row.ends_are_its_key()?;
    Ok((from, to, Minutes(row.number("minutes")?.ok_or_else(|| row.missing("35"))?)))
}
