//! Cords: what joins the two bars of a finding, if both are drawn on one day.

use std::collections::HashMap;

use festoon_domain::timetable::{Clash, Finding, Severity};

use super::{Bar, Cord, CordKind, Day, Mark};

/// How many cords a day draws; more would only hide the bars.
const MOST_CORDS: usize = 80;

pub(super) fn of(day: &Day, findings: &[(&Finding, Option<usize>)]) -> Vec<Cord> {
    let bars: HashMap<u32, &Bar> = day.bars.iter().map(|bar| (bar.occurrence, bar)).collect();
    let mut cords = Vec::new();
    for (finding, place) in findings {
        if place.is_none() || finding.severity == Severity::Note {
            continue;
        }
        let (kind, first, second) = match &finding.clash {
            Clash::Road { from, to, gap, road, .. } | Clash::Slack { from, to, gap, road, .. } => {
                (CordKind::Road(gap.0, road.minutes.0), from, to)
            }
            Clash::TwoPlaces { first, second, .. } | Clash::RoomTwice { first, second, .. } => {
                (CordKind::Together, first, second)
            }
            Clash::Duplicate { first, second } => (CordKind::Alike, first, second),
            _ => continue,
        };
        let (Some(first), Some(second)) = (bars.get(&first.0), bars.get(&second.0)) else { continue };
        let shared =
            i32::midpoint(first.minutes.0.max(second.minutes.0), first.minutes.1.min(second.minutes.1));
        let (from, to) = match kind {
            CordKind::Road(..) => (first.minutes.1, second.minutes.0),
            CordKind::Together => (shared, shared),
            CordKind::Alike => (first.minutes.0, second.minutes.0),
        };
        let mark = Mark { severity: finding.severity, finding: *place };
        cords.push(Cord { kind, from: (from, first.row), to: (to, second.row), mark });
        if cords.len() == MOST_CORDS {
            break;
        }
    }
    cords
}
