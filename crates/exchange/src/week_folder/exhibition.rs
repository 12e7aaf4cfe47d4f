//! `points.csv`, `exhibits.csv`, `checkpoints.csv`.

use festoon_domain::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};

use super::Files;
use super::table::Table;
use crate::Refusal;

pub(super) fn points(files: Files<'_>) -> Result<Vec<ExhibitionPoint>, Refusal> {
    Table::read(files, "points.csv", &["key", "name_zh", "name_en", "venue", "hours", "origin"])?
        .rows()
        .map(|row| {
            Ok(ExhibitionPoint {
                key: row.get("key").to_owned(),
                name: row.text("name"),
                venue: row.optional("venue"),
                hours: row.get("hours").to_owned(),
                provenance: row.provenance()?,
            })
        })
        .collect()
}

pub(super) fn exhibits(files: Files<'_>) -> Result<Vec<Exhibit>, Refusal> {
    let columns = ["key", "name_zh", "name_en", "chain", "point", "exhibitor_zh", "exhibitor_en", "origin"];
    Table::read(files, "exhibits.csv", &columns)?
        .rows()
        .map(|row| {
            Ok(Exhibit {
                key: row.get("key").to_owned(),
                name: row.text("name"),
                chain: row.get("chain").to_owned(),
                point: row.get("point").to_owned(),
                exhibitor: row.text("exhibitor"),
                provenance: row.provenance()?,
            })
        })
        .collect()
}

pub(super) fn checkpoints(files: Files<'_>) -> Result<Vec<Checkpoint>, Refusal> {
    Table::read(
        files,
        "checkpoints.csv",
        &["key", "name_zh", "name_en", "place_zh", "place_en", "hours", "origin"],
    )?
    .rows()
    .map(|row| {
        Ok(Checkpoint {
            key: row.get("key").to_owned(),
            name: row.text("name"),
            place: row.text("place"),
            venue: row.optional("venue"),
            hours: row.get("hours").to_owned(),
            provenance: row.provenance()?,
        })
    })
    .collect()
}
