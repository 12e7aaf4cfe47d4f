//! Faults by their path and kind: a thousand events that lack the same member are one fault, said at the first of them.
//!
//! Costs one path a fault; members nobody knows are kept by name up to a bound, so that a hostile file fills no memory.

use std::collections::BTreeMap;

use super::{Fault, JsonTrouble};
use crate::schedule::ScheduleTrouble;
use crate::schedule::notes::Notes;

/// Members nobody knows beyond this many are counted together.
const NAMES_KEPT: usize = 200;
const NAME_SHOWN: usize = 60;
/// More of what stood is never shown.
const STOOD_KEPT: usize = 200;

/// Faults of one file, equal ones counted.
#[derive(Debug, Default)]
pub(in crate::schedule::json) struct Faults {
    met: BTreeMap<(String, Fault), Met>,
    names: usize,
}

#[derive(Debug)]
struct Met {
    count: u32,
    line: u32,
    stood: String,
}

impl Faults {
    /// Notes a fault of the value at a path, or of a member of it.
    pub(in crate::schedule::json) fn note(
        &mut self,
        path: &[&'static str],
        member: Option<&str>,
        fault: Fault,
        line: u32,
        stood: &str,
    ) {
        let mut whole = String::new();
        for part in path {
            if !whole.is_empty() && *part != "[]" {
                whole.push('.');
            }
            whole.push_str(part);
        }
        if let Some(member) = member {
            if !whole.is_empty() {
                whole.push('.');
            }
            whole.extend(member.chars().filter(|c| !c.is_control()).take(NAME_SHOWN));
        }
        if fault == Fault::Unknown && !self.met.contains_key(&(whole.clone(), fault)) {
            self.names += 1;
            if self.names > NAMES_KEPT {
                "…".clone_into(&mut whole);
            }
        }
        let met = self.met.entry((whole, fault)).or_insert_with(|| Met {
            count: 0,
            line,
            stood: stood.chars().take(STOOD_KEPT).collect(),
        });
        met.count = met.count.saturating_add(1);
    }

    pub(in crate::schedule::json) fn tell(self, notes: &mut Notes) {
        for ((path, fault), met) in self.met {
            let trouble = JsonTrouble::Member(path, fault, met.count);
            notes.say(met.line, &met.stood, ScheduleTrouble::Json(trouble));
        }
    }
}
