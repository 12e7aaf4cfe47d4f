//! What stands beside the programme: figures, projects and the exhibition.

use super::reader::Reader;
use crate::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};
use crate::figures::Figure;
use crate::record::Fault;
use crate::signing::Project;

pub(super) fn figure(mut row: Reader<'_>) -> Result<Figure, Fault> {
    Ok(Figure {
        key: row.record_key(),
        name: row.text("name")?,
        definition: row.text("definition")?,
        unit: row.words("unit")?,
        announced: row.number("announced")?.ok_or_else(|| row.missing("48"))?,
        hedge: row.chosen("hedge")?,
        as_of: row.day("as_of")?.ok_or_else(|| row.missing("2021-06-21"))?,
        measure: row.chosen("computed_by")?,
        provenance: row.or_usual("origin")?,
    })
}

pub(super) fn project(mut row: Reader<'_>) -> Result<Project, Fault> {
    Ok(Project {
        key: row.record_key(),
        name: row.text("name")?,
        stage: row.chosen("stage")?,
        amount_fen: row.number("amount_fen")?.ok_or_else(|| row.missing("100000000000"))?,
        chain: row.named("chain")?,
        country: row.said("country")?,
        signed_on: row.day("signed_on")?,
        provenance: row.or_usual("origin")?,
    })
}

pub(super) fn point(mut row: Reader<'_>) -> Result<ExhibitionPoint, Fault> {
    Ok(ExhibitionPoint {
        key: row.record_key(),
        name: row.text("name")?,
        venue: row.named("venue")?,
        hours: row.words("hours")?,
        provenance: row.or_usual("origin")?,
    })
}

pub(super) fn exhibit(mut row: Reader<'_>) -> Result<Exhibit, Fault> {
    Ok(Exhibit {
        key: row.record_key(),
        name: row.text("name")?,
        chain: row.named("chain")?.unwrap_or_default(),
        point: row.named("point")?.unwrap_or_default(),
        exhibitor: row.text("exhibitor")?,
        provenance: row.or_usual("origin")?,
    })
}

pub(super) fn checkpoint(mut row: Reader<'_>) -> Result<Checkpoint, Fault> {
    Ok(Checkpoint {
        key: row.record_key(),
        name: row.text("name")?,
        place: row.text("place")?,
        venue: row.named("venue")?,
        hours: row.words("hours")?,
        provenance: row.or_usual("origin")?,
    })
}
