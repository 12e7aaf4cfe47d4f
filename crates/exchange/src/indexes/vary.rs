//! `[[vary]]`: what could have been chosen otherwise. Nothing said means that weights are varied by a quarter and each indicator is left out in turn.

use festoon_composite::Framework;
use festoon_composite::uncertainty::Spread;
use festoon_composite::variation::Factor;
use festoon_domain::text::Text;

use super::Varied;
use super::steps::{step, which};
use super::words::has_node;
use crate::Right;
use crate::said::Said;

/// By what share weights are varied when nothing else is said.
const USUAL_SPREAD: f64 = 0.25;

/// What is varied where the file says nothing.
pub(super) fn usual(framework: &Framework) -> Vec<Varied> {
    let mut all = Vec::new();
    for index in &framework.indexes {
        let of = Some(index.code.clone());
        let weights = Factor::Weights { index: index.code.clone(), spread: USUAL_SPREAD };
        all.push(varied(Text::default(), of.clone(), weights));
        let leaf = |code: &str| framework.indicators.iter().any(|one| one.code == code);
        let leaves = index.nodes.iter().filter(|node| leaf(&node.code)).map(|node| Some(node.code.clone()));
        all.push(varied(
            Text::default(),
            of,
            Factor::Removal { choices: [None].into_iter().chain(leaves).collect() },
        ));
    }
    all
}

/// Reads one; several where it is tried on several indexes.
pub(super) fn vary(said: Said<'_>, framework: &Framework) -> Vec<Varied> {
    let name = said.wording("name");
    let Some(what) = said.must("what") else { return Vec::new() };
    let every_index = || framework.indexes.iter().map(|index| index.code.clone());
    let of = said.text("index");
    if let Some(index) = of.as_ref().filter(|index| every_index().all(|one| one != **index)) {
        let known: Vec<String> = every_index().collect();
        let right = Right::new(
            format!("没有指数「{index}」。框架中有：{}。", known.join("、")),
            format!("there is no index “{index}”. The framework has {}.", known.join(", ")),
        );
        said.mistakes.note(said.offset_of("index"), right);
    }
    let factors: Vec<Factor> = match what.as_str() {
        "weights" => {
            let spread = said.number("spread").unwrap_or(USUAL_SPREAD);
            let node = said.text("node");
            let indexes: Vec<String> =
                said.text("index").map_or_else(|| every_index().collect(), |one| vec![one]);
            let has = |index: &String| node.as_ref().is_none_or(|node| has_node(framework, index, node));
            if !indexes.iter().any(has) {
                said.wrong(Right::new(
                    "没有哪个指数含有这个 node。请照 [[index.node]] 的 code 写。",
                    "no index has this node. Write it as the code of an [[index.node]].",
                ));
            }
            let factor = |index: String| match &node {
                Some(node) => Factor::Weight { index, node: node.clone(), spread },
                None => Factor::Weights { index, spread },
            };
            indexes.into_iter().filter(has).map(factor).collect()
        }
        "noise" => {
            vec![Factor::Noise { which: which(&said), share: said.number("share").unwrap_or(0.05) }]
        }
        "removal" => {
            let choices = said.words("choices");
            if choices.is_empty() {
                said.lacks("choices");
                return Vec::new();
            }
            let strange =
                choices.iter().find(|code| every_index().all(|index| !has_node(framework, &index, code)));
            if let Some(code) = strange {
                let right = Right::new(
                    format!("「{code}」不是任何指数的节点。请照 [[index.node]] 的 code 写。"),
                    format!("“{code}” is no node of any index. Write it as the code of an [[index.node]]."),
                );
                said.mistakes.note(said.offset_of("choices"), right);
            }
            let nothing = [None].into_iter();
            vec![Factor::Removal { choices: nothing.chain(choices.into_iter().map(Some)).collect() }]
        }
        "steps" => steps(&said, framework).into_iter().collect(),
        other => {
            let right = Right::new(
                format!("what 不能是「{other}」。可用的有：weights、noise、removal、steps。"),
                format!("what cannot be “{other}”. There are: weights, noise, removal, steps."),
            );
            said.mistakes.note(said.offset_of("what"), right);
            return Vec::new();
        }
    };
    said.finish();
    let whose = |factor: &Factor| match factor {
        Factor::Weight { index, .. } | Factor::Weights { index, .. } => Some(index.clone()),
        _ => of.clone(),
    };
    factors.into_iter().map(|factor| varied(name.clone(), whose(&factor), factor)).collect()
}

/// Steps `from` to `to`, counted from 1, exchanged for one of several lists of steps.
fn steps(said: &Said<'_>, framework: &Framework) -> Option<Factor> {
    let whole = |key| said.number(key).filter(|number| number.fract() == 0.0 && *number >= 1.0);
    let from = whole("from");
    let to = if said.has("to") { whole("to") } else { from };
    let choices: Vec<Vec<_>> = said
        .lists_of_tables("choices", "choices 中的一步")
        .into_iter()
        .map(|list| list.into_iter().filter_map(step).collect())
        .collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1")]
    let range = from.zip(to).map(|(from, to)| from as usize - 1..to as usize);
    let Some(range) = range.filter(|range| range.start < range.end && range.end <= framework.steps.len())
    else {
        let steps = framework.steps.len();
        said.wrong(Right::new(
            format!("from 和 to 应为步骤的序号，1 到 {steps}，from 不大于 to。"),
            format!("from and to are the numbers of steps, 1 to {steps}, and from is not after to."),
        ));
        return None;
    };
    if choices.is_empty() {
        said.lacks("choices");
        return None;
    }
    Some(Factor::Steps { range, choices })
}

/// A factor with how it is drawn: choices alike, everything else evenly.
fn varied(name: Text, index: Option<String>, factor: Factor) -> Varied {
    let spread = factor.levels().map_or(Spread::Uniform { low: 0.0, high: BELOW_ONE }, Spread::parts);
    Varied { name, index, factor, spread }
}

/// The greatest number below 1: a factor takes none that reaches it.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;
