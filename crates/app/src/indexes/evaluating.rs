//! From the engine's run to what people see.

mod coherence;

use std::collections::BTreeMap;

use festoon_composite::framework::{Direction, Method};
use festoon_composite::reading::{
    Among, Influence, contributions, honours, influence, leave_one_out, year_on_year,
};
use festoon_composite::{Missing, Run, Scored, Step, Why};
use festoon_domain::programme::Citation;
use festoon_domain::text::Text;
use festoon_exchange::indexes::{Measurement, Standing, step_word};
use festoon_guide::evaluation::{
    Better, CaseRead, CellGone, CellTreated, Combined, Evaluation, GapAt, HonourRead, IndexRead,
    IndicatorRead, Left, MethodStep, NodeRead, Origin, UnitRead, Way,
};

use super::told::{self, Names};
use super::{Evaluated, Posed};

pub(super) fn evaluated(posed: &Posed, version: &str) -> Evaluated {
    let run = posed.model.run();
    let file = &posed.framework;
    let names = Names { file, run: &run };
    let years: std::collections::BTreeSet<i32> = run.cases.iter().map(|case| case.year).collect();
    let mut evaluation = Evaluation {
        title: file.title.clone(),
        note: file.note.clone(),
        origin: if file.invented { Origin::Invented } else { Origin::Measured },
        version: version.to_owned(),
        years: years.into_iter().collect(),
        units: (0..run.units.len()).map(|place| unit(names, place)).collect(),
        cases: run.cases.iter().map(|case| CaseRead { unit: case.unit, year: case.year }).collect(),
        indicators: indicators(posed),
        indexes: run.indexes.iter().map(|scored| index(posed, &run, scored)).collect(),
        method: file
            .framework
            .steps
            .iter()
            .map(|step| MethodStep { word: step_word(step), sentence: told::method::sentence(step, names) })
            .collect(),
        honours: Vec::new(),
        warnings: run.warnings.iter().map(|warning| told::warnings::sentence(warning, names)).collect(),
        treated: run
            .changes
            .iter()
            .map(|change| CellTreated {
                step: change.step,
                case: change.case,
                indicator: change.indicator,
                from: change.from,
                to: change.to,
                why: told::reasons::changed(change.why),
            })
            .collect(),
        gaps: run.undefined.iter().map(|gone| self::gone(gone, posed, names)).collect(),
    };
    evaluation.honours = honoured(&run, &evaluation);
    Evaluated { run, evaluation }
}

fn unit(names: Names<'_>, place: usize) -> UnitRead {
    let unit = &names.run.units[place];
    UnitRead {
        code: unit.code.clone(),
        name: names.unit(place),
        groups: unit.groups.clone().into_iter().collect(),
    }
}

fn indicators(posed: &Posed) -> Vec<IndicatorRead> {
    let file = &posed.framework;
    let read = |one: &festoon_composite::Indicator| {
        let named = file.columns.iter().find(|column| column.code == one.code);
        let cells = posed.measured.data.cells(&one.code).unwrap_or_default();
        IndicatorRead {
            code: one.code.clone(),
            name: file.name_of_column(&one.code),
            measure: named.map(|named| named.measure.clone()).unwrap_or_default(),
            source: named.map(|named| named.source.clone()).unwrap_or_default(),
            better: match one.direction {
                Direction::MoreIsBetter => Better::More,
                Direction::LessIsBetter => Better::Less,
            },
            per: one.denominator.as_ref().map(|per| (file.name_of_column(&per.column), per.factor)),
            goalposts: one.goalposts.map(|posts| (posts.worst, posts.best)),
            target: one.target,
            measured: cells.iter().map(|cell| Some(*cell).filter(|cell| !cell.is_nan())).collect(),
        }
    };
    file.framework.indicators.iter().map(read).collect()
}

fn index(posed: &Posed, run: &Run, scored: &Scored) -> IndexRead {
    let file = &posed.framework;
    let named = file.indexes.iter().find(|named| named.code == scored.code);
    let own = |name: Option<&Text>, code: &str| {
        name.filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| Text::single(code))
    };
    let mut nodes: Vec<NodeRead> = Vec::with_capacity(scored.nodes.len());
    for node in &scored.nodes {
        let above = node.parent.map(|parent| &nodes[parent]);
        let name = match node.indicator {
            Some(_) => file.name_of_column(&node.code),
            None if node.parent.is_none() => own(named.map(|named| &named.name), &node.code),
            None => own(named.and_then(|named| named.nodes.get(&node.code)), &node.code),
        };
        let read = NodeRead {
            code: node.code.clone(),
            name,
            parent: node.parent,
            depth: above.map_or(0, |above| above.depth + 1),
            indicator: node.indicator,
            weight: node.weight,
            overall: above.map_or(1.0, |above| above.overall * node.weight),
            combined: node.indicator.is_none().then(|| combined(&file.framework.steps, &node.code)),
            scores: node.scores.clone(),
            ranks: node.ranks.clone(),
            gives: Vec::new(),
            decides: None,
        };
        nodes.push(read);
    }
    give(posed, &scored.code, run.cases.len(), &mut nodes);
    let coherent = |places: Vec<usize>| coherence::of(&nodes, &places);
    let pillars = coherent((0..nodes.len()).filter(|at| nodes[*at].parent == Some(0)).collect());
    let leaves = coherent((0..nodes.len()).filter(|at| nodes[*at].indicator.is_some()).collect());
    let ways = year_on_year(run, scored.root()).into_iter().map(|way| Way {
        unit: way.unit,
        from: way.from,
        to: way.to,
        change: way.change,
        growth: way.growth,
        climbed: way.climbed,
    });
    let without = leave_one_out(&posed.model, &scored.code).unwrap_or_default();
    IndexRead {
        code: scored.code.clone(),
        name: own(named.map(|named| &named.name), &scored.code),
        about: named.map(|named| named.about.clone()).unwrap_or_default(),
        ways: ways.collect(),
        without: without
            .into_iter()
            .map(|left| Left { node: left.node, ranks: left.ranks, shift: left.shift })
            .collect(),
        pillars,
        leaves,
        firmness: None,
        nodes,
    }
}

/// The step that decides is the last that names the node.
fn combined(steps: &[Step], node: &str) -> Combined {
    let by = steps.iter().rev().find_map(|step| match step {
        Step::Aggregate(one) if one.nodes.means(node) => Some(one.by),
        _ => None,
    });
    match by {
        Some(Method::Arithmetic) => Combined::Mean(1.0),
        Some(Method::Geometric) => Combined::Mean(0.0),
        Some(Method::Harmonic) => Combined::Mean(-1.0),
        Some(Method::Power(power)) => Combined::Mean(power),
        _ => Combined::Compared,
    }
}

/// What each node gives and decides; of a branch, the sum of what stands below it.
fn give(posed: &Posed, index: &str, cases: usize, nodes: &mut [NodeRead]) {
    let adds_up = nodes.iter().all(|node| node.combined != Some(Combined::Compared));
    let shares: BTreeMap<usize, Option<f64>> =
        influence(&posed.model, index, Among::Leaves, Influence::Covariance)
            .unwrap_or_default()
            .into_iter()
            .collect();
    let given = contributions(&posed.model, index).filter(|_| adds_up);
    for place in (0..nodes.len()).rev() {
        if nodes[place].indicator.is_some() {
            nodes[place].decides = shares.get(&place).copied().flatten().filter(|_| adds_up);
            let leaf = given.as_ref().and_then(|given| {
                let at = given.leaves.iter().position(|leaf| *leaf == place)?;
                Some(given.of[at].clone())
            });
            nodes[place].gives = leaf.unwrap_or_default();
            continue;
        }
        let children: Vec<usize> = (0..nodes.len()).filter(|at| nodes[*at].parent == Some(place)).collect();
        let decides: Option<Vec<f64>> = children.iter().map(|child| nodes[*child].decides).collect();
        nodes[place].decides = decides.map(|all| all.iter().sum());
        if given.is_some() {
            let sum = |case: usize| {
                let all: Option<Vec<f64>> =
                    children.iter().map(|child| nodes[*child].gives.get(case).copied().flatten()).collect();
                all.map(|all| all.iter().sum())
            };
            nodes[place].gives = (0..cases).map(sum).collect();
        }
    }
}

fn gone(gone: &festoon_composite::Undefined, posed: &Posed, names: Names<'_>) -> CellGone {
    let at = match gone.what {
        Missing::Cell { case, indicator } => GapAt::Cell { case, indicator },
        Missing::Score { case, index, node } => GapAt::Score { case, index, node },
        Missing::Case { case } => GapAt::Case { case },
        Missing::Indicator { indicator } => GapAt::Indicator { indicator },
    };
    let citation = match gone.what {
        Missing::Cell { case, indicator } => stands(posed, names.run, case, indicator, gone.why),
        Missing::Score { .. } | Missing::Case { .. } | Missing::Indicator { .. } => None,
    };
    CellGone { step: gone.step, at, why: told::reasons::missing(gone, names), citation }
}

/// Where the number stands that a cell has none for: its own, or the one it was to be divided by.
fn stands(posed: &Posed, run: &Run, case: usize, indicator: usize, why: Why) -> Option<Citation> {
    let (case, indicator) = (run.cases[case], &posed.framework.framework.indicators[indicator]);
    let column = match (why, &indicator.denominator) {
        (Why::ZeroDenominator | Why::DenominatorMissing, Some(below)) => &below.column,
        _ => &indicator.code,
    };
    let column = posed.measured.data.columns().iter().position(|one| one == column)?;
    // Measurements are in this order.
    let all = &posed.measured.measurements;
    let from = all.partition_point(|one| (one.unit, one.year, one.column) < (case.unit, case.year, column));
    let of_cell = |one: &&Measurement| (one.unit, one.year, one.column) == (case.unit, case.year, column);
    let mut here = all[from..].iter().take_while(of_cell);
    here.find(|one| one.standing == Standing::Counts).map(|one| one.citation.clone())
}

fn honoured(run: &Run, evaluation: &Evaluation) -> Vec<HonourRead> {
    let mut all: Vec<HonourRead> = honours(run)
        .into_iter()
        .map(|honour| HonourRead {
            unit: honour.unit,
            year: honour.year,
            sentence: told::honours::sentence(&honour, evaluation),
            on: honour.on,
            of: honour.of,
            time: honour.time,
        })
        .collect();
    all.sort_by(|one, other| {
        other.year.cmp(&one.year).then(other.on.len().cmp(&one.on.len())).then(one.unit.cmp(&other.unit))
    });
    all
}
