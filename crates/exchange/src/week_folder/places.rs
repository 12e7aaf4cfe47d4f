//! `venues.csv`, `rooms.csv`, `travel.csv`.

use festoon_domain::programme::{Equipment, Programme};
use festoon_domain::venue::{Hours, Minutes, Position, Room, RoomId, Venue, VenueId};

use super::Files;
use super::keys::Keys;
use super::table::{Row, Table};
use crate::Refusal;

pub(super) fn read(files: Files<'_>, programme: &mut Programme, keys: &mut Keys) -> Result<(), Refusal> {
    let columns =
        ["key", "name_zh", "name_en", "longitude", "latitude", "datum", "capacity", "hours", "origin"];
    for row in Table::read(files, "venues.csv", &columns)?.rows() {
        let key = keys.venues.define(row, VenueId)?;
        programme.venues.push(venue(row, key)?);
    }

    let columns = ["key", "venue", "name_zh", "name_en", "seats", "equipment", "step_free"];
    for row in Table::read(files, "rooms.csv", &columns)?.rows() {
        let key = keys.rooms.define(row, RoomId)?;
        programme.rooms.push(room(row, key, keys)?);
    }

    for row in Table::read(files, "travel.csv", &["from", "to", "mode", "minutes"])?.rows() {
        let missing = |column| row.bad(column, "", "35");
        let from = keys.venues.named(row, "from")?.ok_or_else(|| missing("from"))?;
        let to = keys.venues.named(row, "to")?.ok_or_else(|| missing("to"))?;
        let minutes = row.number("minutes")?.ok_or_else(|| missing("minutes"))?;
        programme.roads.state(from, to, Minutes(minutes));
    }
    Ok(())
}

fn venue(row: Row<'_>, key: String) -> Result<Venue, Refusal> {
    Ok(Venue {
        key,
        name: row.text("name"),
        kind: row.optional("kind"),
        address: row.text("address"),
        position: position(row)?,
        capacity: row.number("capacity")?,
        hours: row.parsed("hours", Hours::RIGHT, |words| words.parse().ok())?.unwrap_or_default(),
        provenance: row.provenance()?,
        details: row.origin_or_its_own("details_origin")?,
    })
}

fn position(row: Row<'_>) -> Result<Option<Position>, Refusal> {
    let (longitude, latitude) = (row.number("longitude")?, row.number("latitude")?);
    let datum = row.choice("datum")?;
    let (Some(longitude), Some(latitude), Some(datum)) = (longitude, latitude, datum) else {
        return Ok(None);
    };
    let position = Position::new(longitude, latitude, datum);
    position.map(Some).ok_or_else(|| row.bad("longitude", row.get("longitude"), "-180 … 180, -90 … 90"))
}

fn room(row: Row<'_>, key: String, keys: &Keys) -> Result<Room, Refusal> {
    let venue = keys.venues.named(row, "venue")?.ok_or_else(|| row.bad("venue", "", "venues.csv: key"))?;
    Ok(Room {
        guid: None,
        key,
        venue,
        name: row.text("name"),
        seats: row.number("seats")?,
        hours: Hours::default(),
        equipment: row.list("equipment").map(|word| Equipment(word.to_owned())).collect(),
        step_free: row.parsed("step_free", "yes / no", yes_or_no)?,
    })
}

pub(super) fn yes_or_no(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
