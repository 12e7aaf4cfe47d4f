//! From TOML to a [`FrameworkFile`], key by key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use festoon_composite::framework::{Denominator, Direction, Goalposts};
use festoon_composite::{Fault, Framework, Index, Indicator, Node};
use festoon_domain::programme::Spot;
use toml::de::DeTable;

use super::words::DIRECTION;
use super::{
    FrameworkFile, Lines, MOST_MISTAKES, NamedColumn, NamedIndex, NamedUnit, Role, malformed, steps, vary,
};
use crate::said::{LineOf, Mistakes, Said};
use crate::{NamedFile, Refusal, Right};

pub(super) fn read(file: &NamedFile) -> Result<FrameworkFile, Vec<Refusal>> {
    let whole = |right| vec![malformed(&file.name, Spot::Whole, right)];
    let text = std::str::from_utf8(&file.bytes)
        .map_err(|_| whole(Right::new("请存为 UTF-8。", "save it as UTF-8.")))?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        let right = Right::new(
            "文件是空的。最少要有 [[indicator]]、[[index]] 和 [[step]]，写法见 docs/framework-toml.md。",
            "the file is empty. It has at least [[indicator]], [[index]] and [[step]]; see docs/framework-toml.md.",
        );
        return Err(whole(right));
    }
    let lines = LineOf::of(text);
    let at = |offset: usize, right| malformed(&file.name, Spot::Line(lines.line(offset)), right);
    let table = DeTable::parse(text).map_err(|error| {
        let words = error.message();
        let right =
            Right::new(format!("不合 TOML 的写法：{words}。"), format!("it does not read as TOML: {words}."));
        vec![at(error.span().map_or(0, |span| span.start), right)]
    })?;
    let mistakes = Mistakes::default();
    let said = Said::of(table.get_ref(), 0, "framework.toml", &mistakes);
    let found = framework(said, &lines, &file.name);
    let mut refusals: Vec<Refusal> =
        mistakes.sorted().into_iter().map(|(offset, right)| at(offset, right)).collect();
    // What the engine says of a file that was only half understood would be about what is not in it.
    if refusals.is_empty() {
        refusals = found.refusals(&found.framework.faults());
    }
    refusals.truncate(MOST_MISTAKES);
    if refusals.is_empty() { Ok(found) } else { Err(refusals) }
}

fn framework(said: Said<'_>, at: &LineOf, file: &Arc<str>) -> FrameworkFile {
    let mut lines = Lines::default();
    let (title, note) = (said.wording("title"), said.wording("note"));
    let invented = said.flag("invented");
    let mut years = said.years("years");
    years.sort_unstable();
    years.dedup();
    let headings = said.table("headings", "[headings]").map(headings).unwrap_or_default();
    let groupings = said.words("groupings");
    let units: Vec<NamedUnit> = said.tables("unit", "[[unit]]").into_iter().filter_map(unit).collect();

    let mut columns = Vec::new();
    let mut whole = Framework::default();
    for one in said.tables("indicator", "[[indicator]]") {
        let line = at.line(one.offset);
        let Some((named, indicator)) = indicator(one) else { continue };
        lines.indicators.entry(named.code.clone()).or_insert(line);
        columns.push(named);
        whole.indicators.push(indicator);
    }
    for one in said.tables("column", "[[column]]") {
        let (offset, mistakes) = (one.offset, one.mistakes);
        let Some(named) = column(&one) else { continue };
        one.finish();
        if columns.iter().any(|other: &NamedColumn| other.code == named.code) {
            let right = Right::new(
                format!("「{}」已经是一个指标或一栏。请换一个 code。", named.code),
                format!("“{}” is an indicator or column already. Give it another code.", named.code),
            );
            mistakes.note(offset, right);
        }
        columns.push(named);
    }
    let mut indexes = Vec::new();
    for one in said.tables("index", "[[index]]") {
        let Some((named, index)) = index(one, at, &mut lines) else { continue };
        indexes.push(named);
        whole.indexes.push(index);
    }
    for one in said.tables("step", "[[step]]") {
        lines.steps.push(at.line(one.offset));
        whole.steps.extend(steps::step(one));
    }
    let varied = said.tables("vary", "[[vary]]");
    let varied: Vec<_> = varied.into_iter().flat_map(|one| vary::vary(one, &whole)).collect();
    let varied = if said.has("vary") { varied } else { vary::usual(&whole) };
    if whole.indicators.is_empty() {
        said.lacks("[[indicator]]");
    }
    if whole.indexes.is_empty() {
        said.lacks("[[index]]");
    }
    names_are_told_apart(&said, &units, |unit: &NamedUnit| (&unit.code, &unit.name), "unit");
    names_are_told_apart(&said, &columns, |column: &NamedColumn| (&column.code, &column.name), "indicator");
    said.finish();
    FrameworkFile {
        file: Arc::clone(file),
        title,
        note,
        invented,
        years,
        headings,
        groupings,
        units,
        columns,
        indexes,
        framework: whole,
        varied,
        lines,
    }
}

/// The data may use any code or name, so none may mean two.
fn names_are_told_apart<T>(
    said: &Said<'_>,
    all: &[T],
    names: impl Fn(&T) -> (&String, &festoon_domain::text::Text),
    key: &'static str,
) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (place, one) in all.iter().enumerate() {
        let (code, name) = names(one);
        let words = festoon_domain::text::Lang::BOTH.map(|lang| name.wording(lang));
        let words: BTreeSet<String> =
            words.into_iter().chain([code.as_str()]).map(super::measured::folded).collect();
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            let Some(other) = seen.insert(word.clone(), place) else { continue };
            let (other, _) = names(&all[other]);
            let right = Right::new(
                format!("「{word}」同时是 {other} 和 {code} 的名称。请换一个，否则数据中分不清。"),
                format!(
                    "“{word}” names both {other} and {code}. Change one: the data could not tell them apart."
                ),
            );
            said.mistakes.note(said.offset_of(key), right);
        }
    }
}

fn headings(said: Said<'_>) -> BTreeMap<Role, String> {
    let roles = [
        ("unit", Role::Unit),
        ("year", Role::Year),
        ("indicator", Role::Indicator),
        ("value", Role::Value),
        ("source", Role::Source),
        ("date", Role::Date),
    ];
    let found = roles.into_iter().filter_map(|(key, role)| Some((role, said.text(key)?))).collect();
    said.finish();
    found
}

fn unit(said: Said<'_>) -> Option<NamedUnit> {
    let (code, name, groups) = (said.must("code"), said.wording("name"), said.pairs("groups"));
    said.finish();
    Some(NamedUnit { code: code?, name, groups })
}

fn column(said: &Said<'_>) -> Option<NamedColumn> {
    let code = said.must("code");
    let (name, measure, source) = (said.wording("name"), said.wording("measure"), said.wording("source"));
    Some(NamedColumn { code: code?, name, measure, source })
}

fn indicator(said: Said<'_>) -> Option<(NamedColumn, Indicator)> {
    let named = column(&said);
    let direction = said.choice_or("direction", DIRECTION, Direction::MoreIsBetter);
    if !said.has("direction") {
        said.lacks("direction");
    }
    let denominator = said.table("per", "per").and_then(|per| {
        let column = per.must("column");
        let factor = per.number("factor").unwrap_or(1.0);
        per.finish();
        Some(Denominator { column: column?, factor })
    });
    let goalposts = said.table("goalposts", "goalposts").and_then(|posts| {
        for key in ["worst", "best"] {
            if !posts.has(key) {
                posts.lacks(key);
            }
        }
        let both = posts.number("worst").zip(posts.number("best"));
        posts.finish();
        both.map(|(worst, best)| Goalposts { worst, best })
    });
    let target = said.number("target");
    said.finish();
    let named = named?;
    let indicator = Indicator { code: named.code.clone(), direction, denominator, goalposts, target };
    Some((named, indicator))
}

fn index(said: Said<'_>, at: &LineOf, lines: &mut Lines) -> Option<(NamedIndex, Index)> {
    let offset = said.offset;
    let (code, name, about) = (said.must("code"), said.wording("name"), said.wording("about"));
    let tables = said.tables("node", "[[index.node]]");
    said.finish();
    let code = code?;
    lines.indexes.entry(code.clone()).or_insert_with(|| at.line(offset));
    let mut nodes = vec![Node::root(code.clone())];
    let mut names = BTreeMap::new();
    for one in tables {
        let line = at.line(one.offset);
        let node = (one.must("code"), one.text("under"), one.number("weight"), one.wording("name"));
        one.finish();
        let (Some(node), under, weight, name) = node else { continue };
        lines.nodes.entry((code.clone(), node.clone())).or_insert(line);
        if !name.is_empty() {
            names.insert(node.clone(), name);
        }
        nodes.push(Node::below(under.unwrap_or_else(|| code.clone()), node, weight.unwrap_or(1.0)));
    }
    let described = NamedIndex { code: code.clone(), name, about, nodes: names };
    Some((described, Index { code, nodes }))
}

impl Lines {
    /// Where what a fault is about stands.
    pub(super) fn of(&self, fault: &Fault) -> Option<u32> {
        use Fault::{
            Bounds, GoalpostsTurned, IndexTwice, IndicatorNumber, IndicatorTwice, JudgedOthers, Judgements,
            Lacking, LeafWithChildren, NoChildren, NoColumn, NoDenominator, NoGroup, NoParent,
            NoReferenceUnit, NoRoot, NoSuchCode, NoYear, NodeTwice, NotAggregated, NotTurned, NothingToRank,
            Orphan, Ring, SpanOfRanks, StepNumber, Weight, WeightsSumToZero,
        };
        let of_node = |index: &String, node: &String| {
            self.nodes.get(&(index.clone(), node.clone())).or_else(|| self.indexes.get(index))
        };
        let line = match fault {
            NoColumn { indicator }
            | NoDenominator { indicator, .. }
            | IndicatorTwice { indicator }
            | IndicatorNumber { indicator, .. }
            | GoalpostsTurned { indicator, .. }
            | NotTurned { indicator, .. } => self.indicators.get(indicator),
            NoGroup { step, .. }
            | NoYear { step, .. }
            | NoReferenceUnit { step, .. }
            | NoSuchCode { step, .. }
            | StepNumber { step, .. }
            | Lacking { step, .. }
            | SpanOfRanks { step, .. }
            | Bounds { step, .. }
            | JudgedOthers { step, .. }
            | Judgements { step, .. }
            | NothingToRank { step } => self.steps.get(step.checked_sub(1)?),
            IndexTwice { index } | NoRoot { index } => self.indexes.get(index),
            Orphan { index, node }
            | NoParent { index, node, .. }
            | NodeTwice { index, node }
            | NoChildren { index, node }
            | LeafWithChildren { index, node, .. }
            | Weight { index, node, .. }
            | WeightsSumToZero { index, node, .. }
            | NotAggregated { index, node } => of_node(index, node),
            Ring { index, ring } => ring.first().and_then(|node| of_node(index, node)),
            _ => None,
        };
        line.copied()
    }
}
