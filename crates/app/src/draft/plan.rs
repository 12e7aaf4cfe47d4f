//! What an import would do, worked out before anything is written.

use std::collections::{BTreeMap, HashMap, HashSet};

use festoon_domain::record::{Change, Conflict, Kind, Names, Record, Value, What, compare, merge};
use festoon_store::imported::Said;

use super::after::After;
use super::attribution::attribute;
use super::bring::{Extent, FOLDER};
use super::matching::{self, Matched};

/// What to do where draft and file both changed something, each its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnConflict {
    /// Keep the draft's, and tell.
    #[default]
    KeepDraft,
    /// Take the file's.
    TakeFile,
}

/// What to do with what a file said before and says no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnMissing {
    /// Leave it in the draft, and tell.
    #[default]
    Leave,
    /// Cancel occurrences; take out other records of a whole week that nothing names any more.
    Withdraw,
}

/// What an import does to a draft.
#[derive(Debug)]
pub struct Plan {
    /// Into which week.
    pub week: String,
    /// Whether the week is new.
    pub is_new: bool,
    /// What changes in the draft.
    pub changes: Vec<Change>,
    /// Where draft and file both changed something; what was done about it is in [`Self::changes`] or nothing.
    pub conflicts: Vec<(Kind, Box<str>, Conflict)>,
    /// What the files said before and say no longer, and is left in the draft.
    pub missing: Vec<(Kind, Box<str>)>,
    /// What records are called.
    pub names: Names,
    pub(super) revision: i64,
    pub(super) after: Vec<Record>,
    pub(super) said: Vec<(String, Said)>,
    /// The file whose place was taken, and the one that took it: its rows are put again, to be remembered under the new name.
    pub(super) took_place: Option<(String, String)>,
}

/// What an empty cell of a session means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Empty {
    /// That there is nothing.
    Said,
    /// Nothing: a table of the draft has no column for some of what the draft has.
    Silent,
}

/// What a plan is made from.
#[derive(Debug)]
pub(super) struct Given<'a> {
    pub(super) week: &'a str,
    pub(super) is_new: bool,
    pub(super) revision: i64,
    pub(super) draft: &'a [Record],
    pub(super) brought: Vec<Record>,
    pub(super) extent: Extent,
    /// What the brought files said the last time, by the name they have now.
    pub(super) said: HashMap<String, Said>,
    /// What files that were not brought say.
    pub(super) said_by_others: HashSet<(Kind, Box<str>)>,
    /// What those said, for a table that was written of the draft and speaks for all of them.
    pub(super) beside: Said,
    pub(super) empty: Empty,
    pub(super) on_conflict: OnConflict,
    pub(super) on_missing: OnMissing,
}

impl Plan {
    pub(super) fn make(mut given: Given<'_>) -> Self {
        let brought = std::mem::take(&mut given.brought);
        let files = attribute(&brought);
        let Matched { records, is_known } = match given.extent {
            Extent::Week => matching::take_as_named(given.draft, brought, given.week),
            Extent::Sessions => matching::settle(given.draft, brought, &files),
        };
        let sources: Vec<Vec<String>> = match given.extent {
            Extent::Week => vec![vec![FOLDER.to_owned()]; records.len()],
            Extent::Sessions => {
                files.iter().map(|names| names.iter().map(ToString::to_string).collect()).collect()
            }
        };

        let mut after = After::of(given.draft);
        let mut said: BTreeMap<String, Said> =
            given.said.keys().map(|source| (source.clone(), Said::new())).collect();
        let mut conflicts = Vec::new();
        for ((record, known), sources) in records.into_iter().zip(is_known).zip(&sources) {
            let name = (record.kind, record.key.clone());
            let mut noted = record.values.clone();
            if known {
                let base = sources.iter().find_map(|source| given.said.get(source)?.get(&name));
                let base = base.or_else(|| given.beside.get(&name));
                let draft = after.get(&name);
                let file = spoken(&record, draft, given.extent, given.empty);
                let mut merged = merge(base.map(Vec::as_slice), &draft.values, &file);
                for conflict in &merged.conflicts {
                    match given.on_conflict {
                        OnConflict::TakeFile => merged.values[conflict.field].clone_from(&conflict.offered),
                        // What was not taken was not heard, so that it is asked again until somebody decides.
                        OnConflict::KeepDraft => {
                            let before = base.and_then(|base| base.get(conflict.field)).cloned();
                            noted[conflict.field] = before.unwrap_or_default();
                        }
                    }
                }
                let told = merged.conflicts.into_iter();
                conflicts.extend(told.map(|conflict| (name.0, name.1.clone(), conflict)));
                after.set(&name, merged.values, record.source);
            } else {
                after.add(record);
            }
            for source in sources {
                said.entry(source.clone()).or_default().insert(name.clone(), noted.clone());
            }
        }

        let missing = missing(&given, &said, &after);
        if given.on_missing == OnMissing::Withdraw {
            withdraw(&missing, &mut after);
        }
        remember(&given.said, &after, &mut said);
        Self::of(&given, after, said, conflicts, missing)
    }

    fn of(
        given: &Given<'_>,
        after: After,
        said: BTreeMap<String, Said>,
        conflicts: Vec<(Kind, Box<str>, Conflict)>,
        missing: Vec<(Kind, Box<str>)>,
    ) -> Self {
        let after = after.into_records();
        let mut names = Names::default();
        names.learn(&after);
        names.learn(given.draft);
        Self {
            week: given.week.to_owned(),
            is_new: given.is_new,
            changes: compare(given.draft, &after),
            conflicts,
            missing: if given.on_missing == OnMissing::Leave { told(missing, &after) } else { Vec::new() },
            names,
            revision: given.revision,
            after,
            // What a file said the last time and says again is noted already.
            said: said.into_iter().filter(|(source, said)| given.said.get(source) != Some(said)).collect(),
            took_place: None,
        }
    }

    /// Nothing would be written: the files say what they said, and the draft says it too.
    pub(super) fn is_idle(&self) -> bool {
        !self.is_new && self.changes.is_empty() && self.said.is_empty() && self.took_place.is_none()
    }

    /// The draft itself is written to, and whoever planned on the old one has to plan anew.
    pub(super) fn writes_draft(&self) -> bool {
        !self.changes.is_empty() || self.took_place.is_some()
    }

    /// The records that the plan puts into the store, and the keys of those it takes out.
    pub(super) fn writes(&self) -> (Put, Vec<(Kind, Box<str>)>) {
        let mut touched: HashSet<(Kind, &str)> = HashSet::new();
        let mut gone = Vec::new();
        for change in &self.changes {
            match change.what {
                What::Removed(_) => gone.push((change.kind, change.key.clone())),
                What::Added(_) | What::Changed(_) => {
                    touched.insert((change.kind, &change.key));
                }
            }
        }
        let moved = |record: &Record| {
            let file = record.source.as_ref().map(|source| &*source.file);
            file.is_some() && file == self.took_place.as_ref().map(|(_, new)| &**new)
        };
        if touched.len() == self.after.len() {
            return (Put::Everything, gone);
        }
        let put = self
            .after
            .iter()
            .filter(|record| touched.contains(&(record.kind, &*record.key)) || moved(record));
        (Put::Some(put.cloned().collect()), gone)
    }
}

/// What of a plan is put into the store. A new week is all of it, and too large to be copied for that.
#[derive(Debug)]
pub(super) enum Put {
    Everything,
    Some(Vec<Record>),
}

impl Put {
    pub(super) fn records<'a>(&'a self, plan: &'a Plan) -> &'a [Record] {
        match self {
            Self::Everything => &plan.after,
            Self::Some(records) => records,
        }
    }
}

/// What a file says about a record; in files that only mention things, silence is what stands in the draft.
fn spoken(record: &Record, draft: &Record, extent: Extent, empty: Empty) -> Vec<Value> {
    let is_of_programme = matches!(record.kind, Kind::Session | Kind::Occurrence);
    let says_all = extent == Extent::Week || (is_of_programme && empty == Empty::Said);
    if says_all {
        return record.values.clone();
    }
    // Where nobody gives a chain its character, reading makes one of its name.
    let is_made_up = |name: &str| record.kind == Kind::Chain && name == "glyph";
    let pairs = record.kind.fields().iter().zip(record.values.iter().zip(&draft.values));
    pairs
        .map(|(field, (file, draft))| {
            let is_silent = *file == Value::Nothing || is_made_up(field.name);
            if is_silent { draft.clone() } else { file.clone() }
        })
        .collect()
}

/// What a file said the last time and nothing says now, and the draft still has. Of files that only mention things, their sessions.
fn missing(given: &Given<'_>, now: &BTreeMap<String, Said>, after: &After) -> Vec<(Kind, Box<str>)> {
    let spoken: HashSet<&(Kind, Box<str>)> = now.values().flat_map(Said::keys).collect();
    let mut missing: Vec<(Kind, Box<str>)> = Vec::new();
    for (source, said) in &given.said {
        let counts = |kind: Kind| source == FOLDER || matches!(kind, Kind::Session | Kind::Occurrence);
        let unsaid = said.keys().filter(|name| counts(name.0) && !spoken.contains(name));
        let unsaid = unsaid.filter(|name| !given.said_by_others.contains(*name) && after.is_standing(name));
        missing.extend(unsaid.cloned());
    }
    missing.sort();
    missing.dedup();
    missing
}

/// A session that is missing is told once, not again for each of its occurrences; one that is cancelled is not missing.
fn told(missing: Vec<(Kind, Box<str>)>, after: &[Record]) -> Vec<(Kind, Box<str>)> {
    let sessions_of: HashMap<&str, &str> = after
        .iter()
        .filter(|record| record.kind == Kind::Occurrence && record.words("state") != "cancelled")
        .map(|record| (&*record.key, record.words("session")))
        .collect();
    let standing: HashSet<&str> = sessions_of.values().copied().collect();
    let sessions: HashSet<Box<str>> =
        missing.iter().filter(|(kind, _)| *kind == Kind::Session).map(|(_, key)| key.clone()).collect();
    let is_told = |(kind, key): &(Kind, Box<str>)| match kind {
        Kind::Session => standing.contains(&**key),
        Kind::Occurrence => !sessions_of.get(&**key).is_some_and(|session| sessions.contains(*session)),
        _ => true,
    };
    missing.into_iter().filter(is_told).collect()
}

/// What a file said before and says no longer stays on its account as long as the draft has it: it is told the next time too, and a
/// file that brings something back that was cancelled says something new.
fn remember(before: &HashMap<String, Said>, after: &After, now: &mut BTreeMap<String, Said>) {
    for (source, said) in before {
        let account = now.entry(source.clone()).or_default();
        for (name, values) in said {
            let Some(record) = after.find(name) else { continue };
            let is_cancelled = record.words("state") == "cancelled";
            let noted = if is_cancelled { &record.values } else { values };
            account.entry(name.clone()).or_insert_with(|| noted.clone());
        }
    }
}

/// Cancels what is missing of the programme, and takes out what else is missing and nothing names any more.
fn withdraw(missing: &[(Kind, Box<str>)], after: &mut After) {
    for name in missing.iter().filter(|(kind, _)| *kind == Kind::Occurrence) {
        after.cancel(name);
    }
    // Sessions stay with their cancelled occurrences.
    let rest = |name: &&(Kind, Box<str>)| !matches!(name.0, Kind::Week | Kind::Session | Kind::Occurrence);
    after.remove_unless_named(missing.iter().filter(rest));
}
