//! Changes on a terminal: what is different, in words.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use festoon_domain::record::{Change, Kind, Names, Value, What};
use festoon_domain::text::Lang;
use serde_json::{Value as Json, json};

/// How many lines of changes a terminal shows; the JSON has all.
const MOST_LINES: usize = 60;

/// Up to how many new records are named one by one.
const MOST_NEW: usize = 20;

/// What takes place, and is named however much there is of it.
const HAPPENS: [Kind; 3] = [Kind::Activity, Kind::Session, Kind::Occurrence];

/// Every change on a line. Of many new records only what takes place is named, the rest is counted; a long list is cut.
pub(crate) fn text(changes: &[Change], names: &Names, lang: Lang, to: &mut String) {
    let is_new = |change: &&Change| matches!(change.what, What::Added(_));
    let many = changes.iter().filter(is_new).count() > MOST_NEW;
    let is_counted = |change: &&Change| many && is_new(change) && !HAPPENS.contains(&change.kind);
    // A new session is told by when and where it is, not once more by itself.
    let dated: HashSet<&str> = changes.iter().filter(is_new).filter_map(session_of).collect();
    let is_dated =
        |change: &&Change| change.kind == Kind::Session && is_new(change) && dated.contains(&*change.key);

    let told = changes.iter().filter(|change| !is_counted(change) && !is_dated(change));
    let mut lines = told.flat_map(|change| names.sentences(change, lang));
    for line in lines.by_ref().take(MOST_LINES) {
        push(to, &format!("  {line}"));
    }
    let more = lines.count();
    if more > 0 {
        push(
            to,
            &match lang {
                Lang::Zh => format!("  另有 {more} 处，--format json 列出全部。"),
                Lang::En => format!("  … {more} more; --format json lists all."),
            },
        );
    }

    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for change in changes.iter().filter(is_counted) {
        *counts.entry(change.kind).or_default() += 1;
    }
    if !counts.is_empty() {
        let said: Vec<String> =
            counts.iter().map(|(kind, count)| format!("{} {count}", kind.called(lang))).collect();
        let new = if lang == Lang::Zh { "另新增：" } else { "also new: " };
        push(to, &format!("  {new}{}", said.join(" · ")));
    }
}

/// The session of a new occurrence.
fn session_of(change: &Change) -> Option<&str> {
    let What::Added(values) = &change.what else { return None };
    let place = Kind::Occurrence.place_of("session").filter(|_| change.kind == Kind::Occurrence)?;
    match values.get(place) {
        Some(Value::Words(session)) => Some(session),
        _ => None,
    }
}

/// Every change as an object.
pub(crate) fn json(changes: &[Change], names: &Names) -> Vec<Json> {
    changes.iter().map(|change| one(change, names)).collect()
}

fn one(change: &Change, names: &Names) -> Json {
    let fields: Vec<Json> = match &change.what {
        What::Changed(fields) => fields
            .iter()
            .map(|field| {
                let said = |value| names.value(change.kind, field.field, value, Lang::En);
                json!({
                    "field": change.kind.fields()[field.field].name,
                    "from": said(&field.from),
                    "to": said(&field.to),
                })
            })
            .collect(),
        What::Added(_) | What::Removed(_) => Vec::new(),
    };
    json!({
        "kind": change.kind.word(),
        "key": change.key,
        "what": what(change),
        "fields": fields,
        "zh": names.sentences(change, Lang::Zh),
        "en": names.sentences(change, Lang::En),
    })
}

const fn what(change: &Change) -> &'static str {
    match change.what {
        What::Added(_) => "added",
        What::Removed(_) => "removed",
        What::Changed(_) => "changed",
    }
}

/// A record by its kind and name.
pub(crate) fn named(names: &Names, kind: Kind, key: &str, lang: Lang) -> String {
    let name = names.of(kind, key, lang);
    match lang {
        Lang::Zh => format!("{}{name}", kind.called(lang)),
        Lang::En => format!("{} {name}", kind.called(lang)),
    }
}

/// A line.
pub(crate) fn push(to: &mut String, line: &str) {
    writeln!(to, "{line}").expect("writing to a string cannot fail");
}
