//! Figures, projects and the exhibition.

use super::cells::Cells;
use crate::record::{Kind, Record};
use crate::week::Records;

pub(super) fn take_apart(records: &Records, all: &mut Vec<Record>) {
    all.extend(records.figures.iter().map(|figure| {
        Cells::of(Kind::Figure, &figure.key)
            .text(&figure.name)
            .text(&figure.definition)
            .words(&figure.unit)
            .number(Some(figure.announced))
            .words(figure.hedge.word())
            .day(Some(figure.as_of))
            .words(figure.measure.word())
            .origin(figure.provenance)
            .done()
    }));
    all.extend(records.projects.iter().map(|project| {
        Cells::of(Kind::Project, &project.key)
            .text(&project.name)
            .words(project.stage.word())
            .number(Some(project.amount_fen))
            .optional(project.chain.as_deref())
            .optional(project.country.as_deref())
            .day(project.signed_on)
            .origin(project.provenance)
            .done()
    }));
    all.extend(records.points.iter().map(|point| {
        Cells::of(Kind::Point, &point.key)
            .text(&point.name)
            .optional(point.venue.as_deref())
            .words(&point.hours)
            .origin(point.provenance)
            .done()
    }));
    all.extend(records.exhibits.iter().map(|exhibit| {
        Cells::of(Kind::Exhibit, &exhibit.key)
            .text(&exhibit.name)
            .words(&exhibit.chain)
            .words(&exhibit.point)
            .text(&exhibit.exhibitor)
            .origin(exhibit.provenance)
            .done()
    }));
    all.extend(records.checkpoints.iter().map(|checkpoint| {
        Cells::of(Kind::Checkpoint, &checkpoint.key)
            .text(&checkpoint.name)
            .text(&checkpoint.place)
            .optional(checkpoint.venue.as_deref())
            .words(&checkpoint.hours)
            .origin(checkpoint.provenance)
            .done()
    }));
}
