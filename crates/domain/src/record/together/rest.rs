//! Figures, projects and the exhibition.

use super::programme::text;
use super::reader::{Keys, Reader};
use crate::exhibition::{Checkpoint, Exhibit, ExhibitionPoint};
use crate::figures::{Figure, Hedge, Measure};
use crate::record::{Fault, Kind, Record};
use crate::signing::{Project, Stage};
use crate::week::Records;

pub(super) fn put_together(records: &[Record], keys: &Keys<'_>, whole: &mut Records) -> Result<(), Fault> {
    let each = |kind| Reader::each(records, kind, keys);
    whole.figures = each(Kind::Figure).map(figure).collect::<Result<_, _>>()?;
    whole.projects = each(Kind::Project).map(project).collect::<Result<_, _>>()?;
    whole.points = each(Kind::Point).map(point).collect::<Result<_, _>>()?;
    whole.exhibits = each(Kind::Exhibit).map(exhibit).collect::<Result<_, _>>()?;
    whole.checkpoints = each(Kind::Checkpoint).map(checkpoint).collect::<Result<_, _>>()?;
    Ok(())
}

fn figure(at: Reader<'_>) -> Result<Figure, Fault> {
    Ok(Figure {
        key: at.key(),
        name: text!(at, "name"),
        definition: text!(at, "definition"),
        unit: at.words("unit")?.to_owned(),
        announced: at.needed("announced", "48", at.number("announced", "48")?)?,
        hedge: at.needed("hedge", Hedge::WORDS, at.choice("hedge", Hedge::WORDS, Hedge::from_word)?)?,
        as_of: at.needed("as_of", "2021-06-21", at.day("as_of")?)?,
        measure: at.needed("computed_by", Measure::WORDS, at.choice("computed_by", Measure::WORDS, Measure::from_word)?)?,
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn project(at: Reader<'_>) -> Result<Project, Fault> {
    Ok(Project {
        key: at.key(),
        name: text!(at, "name"),
        stage: at.needed("stage", Stage::WORDS, at.choice("stage", Stage::WORDS, Stage::from_word)?)?,
        amount_fen: at.needed("amount_fen", "100000000000", at.number("amount_fen", "100000000000")?)?,
        chain: at.optional("chain")?,
        country: at.optional("country")?,
        signed_on: at.day("signed_on")?,
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn point(at: Reader<'_>) -> Result<ExhibitionPoint, Fault> {
    Ok(ExhibitionPoint {
        key: at.key(),
        name: text!(at, "name"),
        venue: at.optional("venue")?,
        hours: at.words("hours")?.to_owned(),
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn exhibit(at: Reader<'_>) -> Result<Exhibit, Fault> {
    Ok(Exhibit {
        key: at.key(),
        name: text!(at, "name"),
        chain: at.words("chain")?.to_owned(),
        point: at.words("point")?.to_owned(),
        exhibitor: text!(at, "exhibitor"),
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}

fn checkpoint(at: Reader<'_>) -> Result<Checkpoint, Fault> {
    Ok(Checkpoint {
        key: at.key(),
        name: text!(at, "name"),
        place: text!(at, "place"),
        venue: at.optional("venue")?,
        hours: at.words("hours")?.to_owned(),
        provenance: at.origin("origin")?.unwrap_or_default(),
    })
}
