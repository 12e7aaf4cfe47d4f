//! The report for programs, as docs/clash-report.md describes it and docs/schemas/clash-report.schema.json checks it.
//!
//! Written as it goes: a hundred thousand sessions are never held as JSON.

mod findings;
mod sessions;

use std::cell::RefCell;
use std::io::{self, Write};

use festoon_app::timetable::ClashReport;
use festoon_domain::programme::Citation;
use festoon_domain::text::{Lang, Text};
use festoon_guide::clash_report::Report;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use crate::complaint::{self, place_json};

/// Writes everything: all findings, all defects, all sessions.
pub(super) fn write(clashes: &ClashReport, shown: &Report, to: &mut impl Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::new(&mut *to);
    Whole { clashes, shown }.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(to)
}

struct Whole<'a> {
    clashes: &'a ClashReport,
    shown: &'a Report,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (reading, summary) = (&self.clashes.reading, &self.shown.summary);
        let programme = &reading.programme;
        let mut map = serializer.serialize_map(Some(8))?;
        map.serialize_entry(
            "summary",
            &json!({
                "checked": self.shown.checked.to_string(),
                "zone": self.shown.zone.iana_name(),
                "block": summary.blocks,
                "warn": summary.warns,
                "note": summary.notes,
                "defects": summary.defects,
                "sessions": summary.occurrences,
                "venues": summary.venues,
                "rooms": summary.rooms,
                "people": summary.people,
                "hosts": summary.hosts,
            }),
        )?;
        map.serialize_entry(
            "files",
            &each(reading.files.iter().map(|file| {
                json!({
                    "name": &*file.name,
                    "format": file.format.word(),
                    "sessions": file.occurrences,
                    "zone": file.zone,
                })
            })),
        )?;
        map.serialize_entry("mapping", &each(reading.mappings.iter().map(|mapping| {
            let columns: Vec<Value> = mapping
                .columns
                .iter()
                .map(|(column, heading, field)| json!({ "column": column, "heading": heading, "field": field }))
                .collect();
            json!({
                "file": &*mapping.file,
                "sheet": &*mapping.sheet,
                "heading_row": mapping.heading_row,
                "columns": columns,
            })
        })))?;
        map.serialize_entry("defects", &each(reading.defects.iter().map(complaint::defect_json)))?;
        let findings = self.clashes.findings.iter();
        map.serialize_entry("findings", &each(findings.map(|finding| findings::of(programme, finding))))?;
        map.serialize_entry(
            "sessions",
            &each(programme.each_occurrence().map(|(id, _)| sessions::of(programme, id))),
        )?;
        map.serialize_entry(
            "venues",
            &each(programme.venues.iter().map(
                |venue| json!({ "key": venue.key, "name": text(&venue.name), "capacity": venue.capacity }),
            )),
        )?;
        map.end()
    }
}

/// A place with its file.
fn cited(citation: &Citation) -> Value {
    let mut value = place_json(citation);
    value["file"] = json!(&*citation.file);
    value
}

fn text(text: &Text) -> Value {
    json!({ "zh": text.wording(Lang::Zh), "en": text.wording(Lang::En) })
}

/// A list that is made while it is written, once.
struct Each<I>(RefCell<Option<I>>);

fn each<I: Iterator<Item = Value>>(items: I) -> Each<I> {
    Each(RefCell::new(Some(items)))
}

impl<I: Iterator<Item = Value>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}
