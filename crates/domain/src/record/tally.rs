//! What a release changed, sorted as people ask for it: what is new, what moved, what does not take place.
//!
//! Whoever reads it is told of people only what they may know. The signing list is the project desk's, and whether somebody is
//! known to everybody cannot be seen from their own record; so both are left out but for readers who may see everything.

use std::collections::HashSet;

use super::{Change, FieldChange, Kind, Names, Value, What};
use crate::choice::{Choice, choices};
use crate::programme::{Role, State, Visibility};
use crate::text::Lang;

/// A question that people have about a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// What was not there before.
    New,
    /// What is at another time or in another place.
    Moved,
    /// What does not take place, or is gone.
    Cancelled,
    /// What takes place after all.
    Restored,
    /// What is called otherwise.
    Renamed,
    /// Who appears.
    People,
    /// The rest.
    Other,
}

choices! { Topic {
    New "new" "新增" "New",
    Moved "moved" "改期或换场" "Moved",
    Cancelled "cancelled" "取消" "Cancelled",
    Restored "restored" "恢复" "Back on",
    Renamed "renamed" "更名" "Renamed",
    People "people" "人员" "People",
    Other "other" "其他" "Other",
} }

/// The changes of one topic; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The topic.
    pub topic: Topic,
    /// One line a record, in the order of the changes.
    pub lines: Vec<Line>,
}

/// What a topic says about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the record is.
    pub kind: Kind,
    /// Its key.
    pub key: Box<str>,
    /// The sentence in Chinese.
    pub zh: String,
    /// The sentence in English.
    pub en: String,
}

impl Line {
    /// The sentence in a language.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// The changes between two releases by topic, for readers who may see as much as `reader`; each record once a topic.
#[must_use]
pub fn tally(changes: &[Change], names: &Names, reader: Visibility) -> Vec<Group> {
    let mut groups: Vec<Group> = Topic::ALL.iter().map(|&topic| Group { topic, lines: Vec::new() }).collect();
    let told = told_by_occurrences(changes);
    for change in changes {
        let seen = reader == Visibility::Protocol || !matches!(change.kind, Kind::Person | Kind::Project);
        let again = change.kind == Kind::Session && told.contains(&(&*change.key, is_new(&change.what)));
        if !seen || again {
            continue;
        }
        for (topic, change) in by_topic(change, reader) {
            let [zh, en] = Lang::BOTH.map(|lang| names.sentence(&change, lang));
            groups[topic as usize].lines.push(Line { kind: change.kind, key: change.key, zh, en });
        }
    }
    groups.retain(|group| !group.lines.is_empty());
    groups
}

/// Sessions whose coming or going is told with that of their occurrences.
fn told_by_occurrences(changes: &[Change]) -> HashSet<(&str, Option<Novelty>)> {
    let occurrences = changes.iter().filter(|change| change.kind == Kind::Occurrence);
    occurrences
        .filter_map(|change| match &change.what {
            What::Added(values) | What::Removed(values) => match values.first() {
                Some(Value::Words(session)) => Some((&**session, is_new(&change.what))),
                _ => None,
            },
            What::Changed(_) => None,
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Novelty {
    Coming,
    Going,
}

const fn is_new(what: &What) -> Option<Novelty> {
    match what {
        What::Added(_) => Some(Novelty::Coming),
        What::Removed(_) => Some(Novelty::Going),
        What::Changed(_) => None,
    }
}

/// A change taken apart by topic.
fn by_topic(change: &Change, reader: Visibility) -> Vec<(Topic, Change)> {
    let fields = match &change.what {
        What::Added(_) => return vec![(Topic::New, change.clone())],
        What::Removed(_) => {
            let held = matches!(change.kind, Kind::Activity | Kind::Session | Kind::Occurrence);
            return vec![(if held { Topic::Cancelled } else { Topic::Other }, change.clone())];
        }
        What::Changed(fields) => fields,
    };
    let mut topics: Vec<(Topic, Vec<FieldChange>)> = Vec::new();
    for field in fields {
        let topic = topic(change.kind, field);
        let Some(field) = as_seen(change.kind, field, reader) else { continue };
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, fields)) => fields.push(field),
            None => topics.push((topic, vec![field])),
        }
    }
    topics
        .into_iter()
        .map(|(topic, fields)| (topic, Change { what: What::Changed(fields), ..change.clone() }))
        .collect()
}

fn topic(kind: Kind, change: &FieldChange) -> Topic {
    let name = kind.fields().get(change.field).map_or("", |field| field.name);
    match (kind, name) {
        (Kind::Occurrence, "start" | "end" | "room" | "venue") => Topic::Moved,
        (Kind::Occurrence, "state") if is_cancelled(&change.to) => Topic::Cancelled,
        (Kind::Occurrence, "state") => Topic::Restored,
        (Kind::Session | Kind::Activity, "title_zh" | "title_en") => Topic::Renamed,
        (Kind::Session, name) if role(name).is_some() => Topic::People,
        _ => Topic::Other,
    }
}

fn is_cancelled(value: &Value) -> bool {
    matches!(value, Value::Words(word) if &**word == State::Cancelled.word())
}

/// The role of a list of people at a session.
fn role(field: &str) -> Option<Role> {
    match field {
        "speakers" => Some(Role::Speaker),
        "chairs" => Some(Role::Chair),
        "guests" => Some(Role::GuestOfHonour),
        "interpreters" => Some(Role::Interpreter),
        _ => None,
    }
}

/// The change as far as the reader may know it; nothing if nothing is left of it.
fn as_seen(kind: Kind, change: &FieldChange, reader: Visibility) -> Option<FieldChange> {
    let name = kind.fields().get(change.field)?.name;
    let role = role(name).filter(|_| kind == Kind::Session);
    let Some(role) = role else {
        return Some(change.clone());
    };
    let visible = |entry: &str| {
        let said = entry.split_once(':').and_then(|(_, word)| Visibility::from_word(word));
        said.unwrap_or(role.default_visibility()) >= reader
    };
    let seen = |value: &Value| {
        let Value::List(people) = value else {
            return value.clone();
        };
        let people: Vec<Box<str>> = people.iter().filter(|entry| visible(entry)).cloned().collect();
        if people.is_empty() { Value::Nothing } else { Value::List(people) }
    };
    let (from, to) = (seen(&change.from), seen(&change.to));
    (from != to).then_some(FieldChange { field: change.field, from, to })
}

#[cfg(test)]
mod tests;
