//! Which kind of record stands in which file, and what its columns are called there.
//!
//! A column is called as its field. What differs, and what must be there although a record may do without, stands here.

use festoon_domain::choice::Choice;
use festoon_domain::programme::{PartKind, RoomUse};
use festoon_domain::record::{Kind, Record, Value};
use festoon_domain::week::Provenance;

/// A table with one row a record.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) kind: Kind,
    pub(super) file: &'static str,
    /// Columns without which it is not read; the others may be missing.
    pub(super) needed: &'static [&'static str],
}

/// Every such table.
pub(super) const SHEETS: [Sheet; 11] = [
    Sheet {
        kind: Kind::Venue,
        file: "venues.csv",
        needed: &[
            "key",
            "name_zh",
            "name_en",
            "longitude",
            "latitude",
            "datum",
            "capacity",
            "hours",
            "origin",
        ],
    },
    Sheet {
        kind: Kind::Room,
        file: "rooms.csv",
        needed: &["key", "venue", "name_zh", "name_en", "seats", "equipment", "step_free"],
    },
    Sheet { kind: Kind::Road, file: "travel.csv", needed: &["from", "to", "mode", "minutes"] },
    Sheet { kind: Kind::Host, file: "hosts.csv", needed: &["key", "name_zh", "name_en", "origin"] },
    Sheet {
        kind: Kind::Person,
        file: "people.csv",
        needed: &["key", "name_zh", "name_en", "organisation_zh", "organisation_en", "origin"],
    },
    Sheet {
        kind: Kind::Activity,
        file: "activities.csv",
        needed: &[
            "key", "title_zh", "title_en", "host", "edition", "city_key", "partners", "chain", "kind",
            "origin",
        ],
    },
    Sheet {
        kind: Kind::Part,
        file: "parts.csv",
        needed: &["key", "activity", "kind", "title_zh", "title_en", "origin"],
    },
    Sheet {
        kind: Kind::Project,
        file: "projects.csv",
        needed: &["key", "name_zh", "name_en", "stage", "amount_cny", "origin"],
    },
    Sheet {
        kind: Kind::Point,
        file: "points.csv",
        needed: &["key", "name_zh", "name_en", "venue", "hours", "origin"],
    },
    Sheet {
        kind: Kind::Exhibit,
        file: "exhibits.csv",
        needed: &["key", "name_zh", "name_en", "chain", "point", "exhibitor_zh", "exhibitor_en", "origin"],
    },
    Sheet {
        kind: Kind::Checkpoint,
        file: "checkpoints.csv",
        needed: &["key", "name_zh", "name_en", "place_zh", "place_en", "hours", "origin"],
    },
];

/// Columns without which the sessions are not read.
pub(super) const OF_SESSIONS: [&str; 14] = [
    "key", "activity", "part", "title_zh", "title_en", "day", "start", "end", "room", "use", "expected",
    "speakers", "guests", "origin",
];

/// Whether an entry of `week.toml` must name the field; an empty text says that nobody said.
pub(super) fn is_needed_in_head(field: &str) -> bool {
    !field.ends_with("_stale") && !matches!(field, "site" | "road_speed_kmh" | "road_detour")
}

/// Roads are told by how they are travelled; all that are known are for cars.
pub(super) const MODE: (&str, &str) = ("mode", "road");
/// What money is counted in.
pub(super) const CURRENCY: (&str, &str) = ("currency", "CNY");
/// The field of money, kept in fen.
pub(super) const AMOUNT: &str = "amount_fen";

/// What a field's column is called.
pub(super) fn column(field: &'static str) -> &'static str {
    if field == AMOUNT { "amount_cny" } else { field }
}

/// Which column a record's key stands in.
pub(super) const fn key_column(kind: Kind) -> &'static str {
    match kind {
        Kind::Week => "slug",
        Kind::Figure => "id",
        Kind::Road => "from",
        Kind::Occurrence => "guid",
        _ => "key",
    }
}

/// Where a kind's keys are defined, for saying what would be right.
pub(super) const fn defined_in(kind: Kind) -> &'static str {
    match kind {
        Kind::Venue => "venues.csv: key",
        Kind::Room => "rooms.csv: key",
        Kind::Host => "hosts.csv: key",
        Kind::Person => "people.csv: key",
        Kind::Activity => "activities.csv: key",
        Kind::Part => "parts.csv: key",
        Kind::Point => "points.csv: key",
        Kind::Chain => "week.toml: [[chain]] key",
        _ => "sessions.csv: key",
    }
}

/// Said where a reader would take something for granted: that there is no occurrence, that no wording is stale.
pub(super) const NONE: &str = "none";

/// What is written where a record says nothing, so that a reader need not know what is usual.
pub(super) fn unsaid(record: &Record, place: usize) -> &'static str {
    let name = record.kind.fields()[place].name;
    match (record.kind, name) {
        (_, "origin") => Provenance::default().word(),
        (Kind::Part, "kind") => PartKind::default().word(),
        (Kind::Session, "use") => RoomUse::default().word(),
        _ if name.ends_with("_stale") && is_said_twice(&record.values[place - 2..place]) => NONE,
        _ => "",
    }
}

/// The same words in both languages, which would else be taken for one wording.
fn is_said_twice(wordings: &[Value]) -> bool {
    matches!(wordings, [zh @ Value::Words(_), en] if zh == en)
}

/// A field's place in its kind.
pub(super) fn place(kind: Kind, field: &str) -> usize {
    let place = kind.fields().iter().position(|known| known.name == field);
    place.expect("fields that are named here are among their kind's")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_needed_column_is_a_field_or_the_key() {
        for sheet in &SHEETS {
            for needed in sheet.needed {
                let is_field = sheet.kind.fields().iter().any(|field| column(field.name) == *needed);
                assert!(
                    is_field || *needed == key_column(sheet.kind) || *needed == MODE.0,
                    "{} {needed}",
                    sheet.file
                );
            }
        }
    }
}
