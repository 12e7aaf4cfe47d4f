//! An evaluation for people at a terminal: who stands where, how firmly, and what to look at.

use std::fmt::Write;
use std::path::Path;

use festoon_domain::text::Lang;
use festoon_exchange::indexes::Note;
use festoon_guide::clash_report::place;
use festoon_guide::evaluation::{Evaluation, Firmness, IndexRead, Judged, Origin};
use serde_json::{Value, json};

use crate::complaint::place_json;

/// How many rows of a table are shown; the bundle has all.
const MOST_ROWS: usize = 60;

/// What was left alone, a line each.
pub(super) fn notes(notes: &[Note], lang: Lang) -> String {
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let line = |note: &Note| {
        let words = if lang == Lang::Zh { &note.words.zh } else { &note.words.en };
        format!("{}{colon}{words}\n", place(&note.citation, lang))
    };
    let mut out: String = notes.iter().map(line).collect();
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

pub(super) fn notes_json(notes: &[Note]) -> Value {
    let one = |note: &Note| {
        json!({
            "file": &*note.citation.file,
            "place": place_json(&note.citation),
            "zh": note.words.zh,
            "en": note.words.en,
        })
    };
    Value::Array(notes.iter().map(one).collect())
}

/// The latest year of every index, who was first, and warnings.
pub(super) fn evaluation(evaluation: &Evaluation, lang: Lang) -> String {
    let mut out = head(evaluation, lang);
    let Some(year) = evaluation.latest() else { return out };
    for (place, index) in evaluation.indexes.iter().enumerate() {
        let _written = writeln!(out, "{} · {year}", index.name.read(lang));
        table(&mut out, evaluation, (place, index), year, lang);
        out.push('\n');
    }
    foot(&mut out, evaluation, lang);
    out
}

/// Intervals of ranks, and what moves them.
pub(super) fn firmness(evaluation: &Evaluation, lang: Lang) -> String {
    let mut out = head(evaluation, lang);
    for index in &evaluation.indexes {
        let Some(found) = &index.firmness else { continue };
        let how = match (found.judged, lang) {
            (Judged::Exactly, Lang::Zh) => format!("全部 {} 种组合", found.runs),
            (Judged::Exactly, Lang::En) => format!("all {} combinations", found.runs),
            (Judged::ByDrawing, Lang::Zh) => format!("{} 次计算，种子 {}", found.runs, found.seed),
            (Judged::ByDrawing, Lang::En) => format!("{} runs, seed {}", found.runs, found.seed),
        };
        let _written = writeln!(out, "{} · {} · {how}", index.name.read(lang), found.year);
        standings(&mut out, evaluation, found, lang);
        shares(&mut out, found, lang);
        out.push('\n');
    }
    foot(&mut out, evaluation, lang);
    out
}

fn head(evaluation: &Evaluation, lang: Lang) -> String {
    let mut title = evaluation.title.read(lang).to_owned();
    if evaluation.origin == Origin::Invented {
        let tag =
            if lang == Lang::Zh { "〔示例，数据为虚构〕" } else { "[sample, invented numbers]" };
        title = format!("{title} {tag}");
    }
    let title = title.trim();
    if title.is_empty() { String::new() } else { format!("{title}\n\n") }
}

fn table(
    out: &mut String,
    evaluation: &Evaluation,
    (place, index): (usize, &IndexRead),
    year: i32,
    lang: Lang,
) {
    let root = index.root();
    let order = evaluation.order(place, year);
    let shown = |value: Option<f64>| value.map_or_else(|| "—".into(), |value| format!("{value:.2}"));
    for &case in order.iter().take(MOST_ROWS) {
        let of = |values: &[Option<f64>]| values.get(case).copied().flatten();
        let rank = of(&root.ranks).map_or_else(|| "—".into(), |rank| rank.to_string());
        let name = evaluation.units[evaluation.cases[case].unit].name.read(lang);
        let way = index.ways.iter().find(|way| way.to == case).and_then(|way| way.climbed);
        let moved = way.map(|climbed| moved(climbed, lang)).unwrap_or_default();
        let _written = writeln!(out, "{rank:>4}  {:>9}  {name}{moved}", shown(of(&root.scores)));
    }
    if order.len() > MOST_ROWS {
        let rest = order.len() - MOST_ROWS;
        let _written = match lang {
            Lang::Zh => writeln!(out, "      另有 {rest} 个单位"),
            Lang::En => writeln!(out, "      and {rest} more"),
        };
    }
}

/// How a unit moved since the year before.
fn moved(climbed: f64, lang: Lang) -> String {
    let by = climbed.abs();
    match (climbed > 0.0, climbed < 0.0, lang) {
        (true, _, Lang::Zh) => format!("（升 {by} 位）"),
        (true, _, Lang::En) => format!(" (up {by})"),
        (_, true, Lang::Zh) => format!("（降 {by} 位）"),
        (_, true, Lang::En) => format!(" (down {by})"),
        _ => String::new(),
    }
}

fn standings(out: &mut String, evaluation: &Evaluation, found: &Firmness, lang: Lang) {
    let _written = match lang {
        Lang::Zh => writeln!(out, "名次  90% 的方案  最好–最差"),
        Lang::En => writeln!(out, "rank  90 % of runs  best–worst"),
    };
    for one in found.standings.iter().take(MOST_ROWS) {
        let rank = one.published.map_or_else(|| "—".into(), |rank| rank.to_string());
        let name = evaluation.units[evaluation.cases[one.case].unit].name.read(lang);
        let (between, all) = (format!("{}–{}", one.low, one.high), format!("{}–{}", one.best, one.worst));
        let _written = writeln!(out, "{rank:>4}  {between:>11}  {all:>10}  {name}");
    }
}

fn shares(out: &mut String, found: &Firmness, lang: Lang) {
    match &found.shares {
        Err(why) => {
            let _written = writeln!(out, "{}", why.read(lang));
        }
        Ok(shares) => {
            for (factor, one) in found.factors.iter().zip(shares) {
                let (alone, together) = (one.alone * 100.0, one.together * 100.0);
                let _written = match lang {
                    Lang::Zh => writeln!(out, "{}：单独影响 {alone:.1}%，连同交互 {together:.1}%", factor.zh),
                    Lang::En => writeln!(
                        out,
                        "{}: {alone:.1} % of the movement alone, {together:.1} % with all it does together with others",
                        factor.en
                    ),
                };
            }
        }
    }
}

fn foot(out: &mut String, evaluation: &Evaluation, lang: Lang) {
    let latest = evaluation.latest();
    for honour in evaluation.honours.iter().filter(|honour| Some(honour.year) == latest) {
        let _written = writeln!(out, "{}", honour.sentence.read(lang));
    }
    if !evaluation.warnings.is_empty() {
        let _written = writeln!(out, "\n{}", if lang == Lang::Zh { "请留意：" } else { "Look at these:" });
    }
    for warning in &evaluation.warnings {
        let _written = writeln!(out, "- {}", warning.read(lang));
    }
    let (treated, missing) = (evaluation.treated.len(), evaluation.gaps.len());
    let _written = match lang {
        Lang::Zh => writeln!(out, "\n处理过的单元格 {treated} 处，没有数值的 {missing} 处。"),
        Lang::En => writeln!(out, "\nCells that were treated: {treated}; without a number: {missing}."),
    };
}

/// Where the bundle is.
pub(super) fn written(out: Option<&Path>, lang: Lang) -> String {
    let Some(out) = out.map(Path::display) else { return String::new() };
    match lang {
        Lang::Zh => format!("审计包已写到 {out}；festoon index verify {out} 可核对。\n"),
        Lang::En => format!("The audit bundle is in {out}; festoon index verify {out} makes it again.\n"),
    }
}
