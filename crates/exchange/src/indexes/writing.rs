//! A [`FrameworkFile`] written out again, every choice by its name: what was customary when it was run is not left to a later version.
//!
//! Reading what is written gives an equal framework. Comments of the file it was read from are not kept; the audit bundle has that file too.

mod steps;

use std::fmt::Write;

use festoon_composite::framework::Which;
use festoon_composite::variation::Factor;
use festoon_composite::{Framework, Indicator};
use festoon_domain::text::{Lang, Text};

use super::words::{DIRECTION, word};
use super::{FrameworkFile, NamedColumn, NamedIndex, Role, Varied, preferring};

/// The whole file as TOML.
#[must_use]
pub fn write(file: &FrameworkFile) -> String {
    let mut out = String::new();
    let to = &mut out;
    put(to, "title", &wording(&file.title));
    put(to, "note", &wording(&file.note));
    put(to, "invented", if file.invented { "true" } else { "" });
    put(to, "years", &if file.years.is_empty() { String::new() } else { format!("{:?}", file.years) });
    put(to, "groupings", &words(&file.groupings));
    if !file.headings.is_empty() {
        let _written = writeln!(to, "\n[headings]");
        for (role, heading) in &file.headings {
            put(to, key(*role), &quoted(heading));
        }
    }
    for unit in &file.units {
        let _written = writeln!(to, "\n[[unit]]");
        put(to, "code", &quoted(&unit.code));
        put(to, "name", &wording(&unit.name));
        if !unit.groups.is_empty() {
            let pairs: Vec<String> = unit
                .groups
                .iter()
                .map(|(key, group)| format!("{} = {}", quoted(key), quoted(group)))
                .collect();
            put(to, "groups", &format!("{{ {} }}", pairs.join(", ")));
        }
    }
    for column in &file.columns {
        let indicator = file.framework.indicators.iter().find(|one| one.code == column.code);
        write_column(to, column, indicator);
    }
    for index in &file.indexes {
        write_index(to, index, &file.framework);
    }
    for step in &file.framework.steps {
        let _written = writeln!(to, "\n[[step]]");
        for (key, value) in steps::fields(step) {
            put(to, key, &value);
        }
    }
    for varied in &file.varied {
        write_varied(to, varied);
    }
    out
}

fn write_column(to: &mut String, column: &NamedColumn, indicator: Option<&Indicator>) {
    let _written = writeln!(to, "\n[[{}]]", if indicator.is_some() { "indicator" } else { "column" });
    put(to, "code", &quoted(&column.code));
    put(to, "name", &wording(&column.name));
    put(to, "measure", &wording(&column.measure));
    put(to, "source", &wording(&column.source));
    let Some(indicator) = indicator else { return };
    put(to, "direction", &quoted(word(DIRECTION, &indicator.direction)));
    if let Some(per) = &indicator.denominator {
        put(to, "per", &format!("{{ column = {}, factor = {:?} }}", quoted(&per.column), per.factor));
    }
    if let Some(posts) = indicator.goalposts {
        put(to, "goalposts", &format!("{{ worst = {:?}, best = {:?} }}", posts.worst, posts.best));
    }
    if let Some(target) = indicator.target {
        put(to, "target", &format!("{target:?}"));
    }
    put(to, "prefer", &preferring::written(indicator.preference));
}

fn write_index(to: &mut String, named: &NamedIndex, framework: &Framework) {
    let _written = writeln!(to, "\n[[index]]");
    put(to, "code", &quoted(&named.code));
    put(to, "name", &wording(&named.name));
    put(to, "about", &wording(&named.about));
    let index = framework.indexes.iter().find(|index| index.code == named.code);
    for node in index.iter().flat_map(|index| &index.nodes) {
        let Some(parent) = &node.parent else { continue };
        let _written = writeln!(to, "\n[[index.node]]");
        put(to, "code", &quoted(&node.code));
        put(to, "name", &named.nodes.get(&node.code).map(wording).unwrap_or_default());
        put(to, "under", &quoted(parent));
        put(to, "weight", &format!("{:?}", node.weight));
    }
}

fn write_varied(to: &mut String, Varied { name, index, factor, .. }: &Varied) {
    let _written = writeln!(to, "\n[[vary]]");
    put(to, "name", &wording(name));
    put(to, "index", &index.as_deref().map(quoted).unwrap_or_default());
    let (what, fields) = match factor {
        Factor::Weights { spread, .. } => ("weights", vec![("spread", format!("{spread:?}"))]),
        Factor::Weight { node, spread, .. } => {
            ("weights", vec![("node", quoted(node)), ("spread", format!("{spread:?}"))])
        }
        // The file has no word for it, and no reader makes one.
        Factor::WeightsBelow { node, .. } => ("weights", vec![("node", quoted(node))]),
        Factor::Noise { which, share } => {
            let mut fields = vec![("share", format!("{share:?}"))];
            fields.extend(which_fields(which));
            ("noise", fields)
        }
        Factor::Removal { choices } => {
            let codes: Vec<String> = choices.iter().flatten().cloned().collect();
            ("removal", vec![("choices", words(&codes))])
        }
        Factor::Steps { range, choices } => {
            let lists: Vec<String> = choices
                .iter()
                .map(|list| {
                    let tables: Vec<String> = list.iter().map(steps::inline).collect();
                    format!("[{}]", tables.join(", "))
                })
                .collect();
            let (from, to) = ((range.start + 1).to_string(), range.end.to_string());
            ("steps", vec![("from", from), ("to", to), ("choices", format!("[{}]", lists.join(", ")))])
        }
    };
    put(to, "what", &quoted(what));
    for (key, value) in fields {
        put(to, key, &value);
    }
}

/// `only` or `except`, where not everything is meant.
fn which_fields(which: &Which) -> Option<(&'static str, String)> {
    match which {
        Which::All => None,
        Which::Only(codes) => Some(("only", list(codes))),
        Which::Except(codes) => Some(("except", list(codes))),
    }
}

const fn key(role: Role) -> &'static str {
    match role {
        Role::Unit => "unit",
        Role::Year => "year",
        Role::Indicator => "indicator",
        Role::Value => "value",
        Role::Source => "source",
        Role::Date => "date",
    }
}

/// A line, unless there is nothing to say.
fn put(to: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        let _written = writeln!(to, "{key} = {value}");
    }
}

fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

fn list(codes: &[String]) -> String {
    let quoted: Vec<String> = codes.iter().map(|code| quoted(code)).collect();
    format!("[{}]", quoted.join(", "))
}

fn words(codes: &[String]) -> String {
    if codes.is_empty() { String::new() } else { list(codes) }
}

fn wording(text: &Text) -> String {
    if text.is_empty() {
        return String::new();
    }
    let said = Lang::BOTH.map(|lang| (lang.code(), text.wording(lang)));
    let said: Vec<String> = said
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(lang, words)| format!("{lang} = {}", quoted(words)))
        .collect();
    format!("{{ {} }}", said.join(", "))
}
