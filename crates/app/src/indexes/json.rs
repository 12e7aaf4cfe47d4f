//! An evaluation for programs: names in both languages, numbers as they are, `null` for what has none. Described in docs/framework-toml.md.

use festoon_domain::text::{Lang, Text};
use festoon_guide::evaluation::{
    Better, Both, Coherence, Combined, Evaluation, Firmness, IndexRead, Judged, NodeRead, Origin,
};
use serde_json::{Value, json};

/// The whole evaluation as one object.
#[must_use]
pub fn json(evaluation: &Evaluation) -> Value {
    let of_indicator = |one: &festoon_guide::evaluation::IndicatorRead| {
        json!({
            "code": one.code,
            "name": text(&one.name),
            "measure": text(&one.measure),
            "source": text(&one.source),
            "better": match one.better { Better::More => "more", Better::Less => "less" },
            "per": one.per.as_ref().map(|(name, factor)| json!({ "name": text(name), "factor": factor })),
            "goalposts": one.goalposts.map(|(worst, best)| json!({ "worst": worst, "best": best })),
            "target": one.target,
            "measured": one.measured,
        })
    };
    let units: Vec<Value> = evaluation
        .units
        .iter()
        .map(|unit| {
            let groups: serde_json::Map<String, Value> =
                unit.groups.iter().map(|(key, group)| (key.clone(), json!(group))).collect();
            json!({ "code": unit.code, "name": text(&unit.name), "groups": groups })
        })
        .collect();
    let method: Vec<Value> = evaluation
        .method
        .iter()
        .map(|step| json!({ "do": step.word, "zh": step.sentence.zh, "en": step.sentence.en }))
        .collect();
    let honours: Vec<Value> = evaluation
        .honours
        .iter()
        .map(|one| {
            json!({
                "unit": evaluation.units[one.unit].code,
                "year": one.year,
                "on": one.on.iter().map(|index| evaluation.indexes[*index].code.as_str()).collect::<Vec<_>>(),
                "of": one.of,
                "time": one.time,
                "zh": one.sentence.zh,
                "en": one.sentence.en,
            })
        })
        .collect();
    json!({
        "title": text(&evaluation.title),
        "note": text(&evaluation.note),
        "invented": evaluation.origin == Origin::Invented,
        "version": evaluation.version,
        "years": evaluation.years,
        "units": units,
        "cases": evaluation.cases.iter().map(|case| case_json(evaluation, case)).collect::<Vec<_>>(),
        "indicators": evaluation.indicators.iter().map(of_indicator).collect::<Vec<_>>(),
        "indexes": evaluation.indexes.iter().map(|one| index(one, evaluation)).collect::<Vec<_>>(),
        "method": method,
        "honours": honours,
        "warnings": evaluation.warnings.iter().map(both).collect::<Vec<_>>(),
        "treated": treated(evaluation),
        "missing": missing(evaluation),
    })
}

fn text(text: &Text) -> Value {
    json!({ "zh": text.wording(Lang::Zh), "en": text.wording(Lang::En) })
}

fn both(both: &Both) -> Value {
    json!({ "zh": both.zh, "en": both.en })
}

fn case_json(evaluation: &Evaluation, case: &festoon_guide::evaluation::CaseRead) -> Value {
    json!({ "unit": evaluation.units[case.unit].code, "year": case.year })
}

fn index(index: &IndexRead, evaluation: &Evaluation) -> Value {
    let of_way = |way: &festoon_guide::evaluation::Way| {
        json!({
            "unit": evaluation.units[way.unit].code,
            "from": evaluation.cases[way.from].year,
            "to": evaluation.cases[way.to].year,
            "change": way.change,
            "growth": way.growth,
            "climbed": way.climbed,
        })
    };
    let without: Vec<Value> = index
        .without
        .iter()
        .map(|left| json!({ "node": index.nodes[left.node].code, "ranks": left.ranks, "shift": left.shift }))
        .collect();
    json!({
        "code": index.code,
        "name": text(&index.name),
        "about": text(&index.about),
        "nodes": index.nodes.iter().map(|one| node(one, index)).collect::<Vec<_>>(),
        "ways": index.ways.iter().map(of_way).collect::<Vec<_>>(),
        "without": without,
        "pillars": index.pillars.as_ref().map(|found| coherence(found, index)),
        "leaves": index.leaves.as_ref().map(|found| coherence(found, index)),
        "firmness": index.firmness.as_ref().map(|found| firmness(found, evaluation)),
    })
}

fn node(node: &NodeRead, index: &IndexRead) -> Value {
    json!({
        "code": node.code,
        "name": text(&node.name),
        "under": node.parent.map(|parent| index.nodes[parent].code.as_str()),
        "indicator": node.indicator.is_some(),
        "weight": node.weight,
        "overall": node.overall,
        "power": node.combined.and_then(|how| match how { Combined::Mean(power) => Some(power), Combined::Compared => None }),
        "scores": node.scores,
        "ranks": node.ranks,
        "gives": node.gives,
        "decides": node.decides,
    })
}

fn coherence(found: &Coherence, index: &IndexRead) -> Value {
    json!({
        "nodes": found.nodes.iter().map(|node| index.nodes[*node].code.as_str()).collect::<Vec<_>>(),
        "cases": found.cases,
        "correlations": found.correlations,
        "alpha": found.alpha,
        "explained": found.explained,
        "loadings": found.loadings,
        "remarks": found.remarks.iter().map(both).collect::<Vec<_>>(),
    })
}

fn firmness(found: &Firmness, evaluation: &Evaluation) -> Value {
    let unit = |case: usize| evaluation.units[evaluation.cases[case].unit].code.as_str();
    let standings: Vec<Value> = found
        .standings
        .iter()
        .map(|one| {
            json!({
                "unit": unit(one.case),
                "rank": one.published,
                "low": one.low,
                "high": one.high,
                "median": one.median,
                "mean": one.mean,
                "best": one.best,
                "worst": one.worst,
                "ranked": one.ranked,
                "shares": one.shares,
            })
        })
        .collect();
    let swaps: Vec<Value> = found
        .swaps
        .iter()
        .map(|one| json!({ "above": unit(one.above), "below": unit(one.below), "swapped": one.swapped, "level": one.level }))
        .collect();
    let shares = match &found.shares {
        Err(why) => json!({ "not": both(why) }),
        Ok(shares) => Value::Array(
            found
                .factors
                .iter()
                .zip(shares)
                .map(|(factor, one)| {
                    json!({
                        "factor": both(factor),
                        "first": one.alone,
                        "first_between": one.alone_between,
                        "total": one.together,
                        "total_between": one.together_between,
                    })
                })
                .collect(),
        ),
    };
    json!({
        "year": found.year,
        "runs": found.runs,
        "seed": found.seed,
        "exact": found.judged == Judged::Exactly,
        "factors": found.factors.iter().map(both).collect::<Vec<_>>(),
        "ranks": standings,
        "swaps": swaps,
        "shift": found.shift,
        "shares": shares,
    })
}

fn treated(evaluation: &Evaluation) -> Vec<Value> {
    let of = |cell: &festoon_guide::evaluation::CellTreated| {
        let case = evaluation.cases[cell.case];
        json!({
            "step": cell.step,
            "unit": evaluation.units[case.unit].code,
            "year": case.year,
            "indicator": evaluation.indicators[cell.indicator].code,
            "from": cell.from,
            "to": cell.to,
            "why": both(&cell.why),
        })
    };
    evaluation.treated.iter().map(of).collect()
}

fn missing(evaluation: &Evaluation) -> Vec<Value> {
    let of = |gap: &festoon_guide::evaluation::CellGone| {
        let (case, indicator, node) = gap.at.parts();
        let case = case.map(|case| evaluation.cases[case]);
        json!({
            "step": gap.step,
            "unit": case.map(|case| evaluation.units[case.unit].code.as_str()),
            "year": case.map(|case| case.year),
            "indicator": indicator.map(|one| evaluation.indicators[one].code.as_str()),
            "index": node.map(|(index, _)| evaluation.indexes[index].code.as_str()),
            "node": node.map(|(index, node)| evaluation.indexes[index].nodes[node].code.as_str()),
            "why": both(&gap.why),
        })
    };
    evaluation.gaps.iter().map(of).collect()
}
