//! How firm ranks are: many runs of every index with other choices, and what moves them.

use std::ops::ControlFlow;

use festoon_composite::uncertainty::{
    BasePoints, Effects, Factors, How, Progress, Refused, Runs, Spread, Standings, Study, Unshared,
};
use festoon_composite::{Factor, Output, Variation};
use festoon_domain::text::{Lang, Text};
use festoon_exchange::indexes::Varied;
use festoon_exchange::{Reason, Refusal, Right};
use festoon_guide::evaluation::{Both, Evaluation, Firmness, Judged, Shared, Standing, Swap};

use super::told::{self, Names, both, percent, quoted};
use super::{Asked, Evaluated, NoStudy, Posed};

/// Neighbours that swap in fewer runs than this are firm enough to need no warning.
const FIRM: f64 = 0.1;
/// How many pairs of neighbours at the top are warned of; nobody quarrels about the middle.
const TOP: usize = 3;

/// Adds to every index how firm it is, and warns where the top is not.
pub(super) fn add(posed: &Posed, asked: &Asked<'_>, evaluated: &mut Evaluated) -> Result<(), NoStudy> {
    let Evaluated { run, evaluation } = evaluated;
    let Some(year) = asked.year.or_else(|| evaluation.latest()) else { return Ok(()) };
    if !evaluation.years.contains(&year) {
        let right = Right::new(
            format!("数据中没有 {year} 年。有的年份：{:?}。", evaluation.years),
            format!("nothing was measured of {year}. There are the years {:?}.", evaluation.years),
        );
        return Err(refused(posed, right));
    }
    let names = Names { file: &posed.framework, run };
    let count = run.indexes.len();
    let mut warnings = Vec::new();
    for place in 0..count {
        let part = Part { place, of: count, asked };
        let Some(firmness) = of_index(posed, evaluation, (place, year), names, &part)? else { continue };
        let doubtful = firmness.swaps.iter().take(TOP).filter(|swap| swap.swapped >= FIRM);
        warnings.extend(doubtful.map(|swap| (swap.swapped, told::warnings::swaps(swap, place, evaluation))));
        evaluation.indexes[place].firmness = Some(firmness);
    }
    warnings.sort_by(|one, other| other.0.total_cmp(&one.0));
    let graver: Vec<Both> = warnings.into_iter().map(|(_, words)| words).collect();
    evaluation.warnings.splice(0..0, graver);
    Ok(())
}

/// Which index of how many is studied, for telling how much is done.
struct Part<'a> {
    place: usize,
    of: usize,
    asked: &'a Asked<'a>,
}

impl Part<'_> {
    /// Each index is studied in two goes.
    fn watch(&self, go: usize, progress: Progress) -> ControlFlow<()> {
        #[expect(clippy::cast_precision_loss, reason = "a part of a whole for a bar")]
        let part = |done: u64, of: u64| if of == 0 { 1.0 } else { done as f64 / of as f64 };
        let goes = 2.0 * part(self.of as u64, 1);
        let before = part((2 * self.place + go) as u64, 1);
        (self.asked.watch)(((before + part(progress.done, progress.of)) / goes).min(1.0))
    }
}

fn of_index(
    posed: &Posed,
    evaluation: &Evaluation,
    (place, year): (usize, i32),
    names: Names<'_>,
    part: &Part<'_>,
) -> Result<Option<Firmness>, NoStudy> {
    let index = &evaluation.indexes[place];
    let varied: Vec<Varied> =
        posed.framework.varied.iter().filter_map(|varied| of_this(varied, index)).collect();
    let cases: Vec<usize> =
        (0..evaluation.cases.len()).filter(|case| evaluation.cases[*case].year == year).collect();
    if varied.is_empty() || cases.is_empty() {
        return Ok(None);
    }
    let factors: Vec<Factor> = varied.iter().map(|varied| varied.factor.clone()).collect();
    let told =
        |faults: festoon_composite::framework::Faults| NoStudy::Refused(posed.framework.refusals(&faults.0));
    let ranks = Variation::of(&posed.model, &index.code, factors.clone(), Output::Ranks).map_err(told)?;
    let shifts = Variation::of(&posed.model, &index.code, factors, Output::RankShift).map_err(told)?;
    let not = |why: Refused| no_study(posed, &why);
    let spreads: Vec<Spread> = varied.iter().map(|varied| varied.spread.clone()).collect();
    let judged = judged(&spreads, part.asked.runs);
    let spread = Factors::of(spreads).map_err(not)?;

    let of_year = |values: &[f64], outcome: &mut [f64]| {
        let mut all = vec![f64::NAN; ranks.outputs()];
        ranks.evaluate_at(values, &mut all);
        for (rank, case) in outcome.iter_mut().zip(&cases) {
            *rank = all[*case];
        }
    };
    let study = Study::of(&spread, cases.len(), of_year).map_err(not)?;
    let watch = |progress| part.watch(0, progress);
    let how = How { seed: part.asked.seed, threads: part.asked.threads, watch: &watch };
    let runs = match judged {
        Judged::Exactly => study.all_runs(&how),
        Judged::ByDrawing => study.runs(part.asked.runs, &how),
    };
    let runs = runs.map_err(not)?;

    let at = evaluation.years.iter().position(|one| *one == year).unwrap_or_default();
    let shift = |values: &[f64], outcome: &mut [f64]| {
        let mut all = vec![f64::NAN; shifts.outputs()];
        shifts.evaluate_at(values, &mut all);
        outcome[0] = all[at];
    };
    let study = Study::of(&spread, 1, shift).map_err(not)?;
    let watch = |progress| part.watch(1, progress);
    let how = How { watch: &watch, ..how };
    let effects = match judged {
        Judged::Exactly => study.exact_effects(&how),
        Judged::ByDrawing => study.effects(points(part.asked.runs, varied.len()), &how),
    };
    let shares = match effects {
        Err(Refused::CalledOff) => return Err(NoStudy::CalledOff),
        effects => shares(effects),
    };
    let nominal: Vec<f64> = cases.iter().map(|case| ranks.nominal_ranks()[*case]).collect();
    let mut firmness = standings(&runs, &nominal, &cases).map_err(not)?;
    firmness.year = year;
    firmness.seed = part.asked.seed;
    firmness.judged = judged;
    firmness.factors = varied.iter().map(|varied| factor_words(varied, names)).collect();
    firmness.shares = shares;
    Ok(Some(firmness))
}

/// A factor as this index takes it; none where it has nothing of what is varied.
fn of_this(varied: &Varied, index: &festoon_guide::evaluation::IndexRead) -> Option<Varied> {
    if varied.index.as_ref().is_some_and(|code| *code != index.code) {
        return None;
    }
    let Factor::Removal { choices } = &varied.factor else { return Some(varied.clone()) };
    let has = |code: &String| index.nodes.iter().any(|node| node.code == *code);
    let choices: Vec<Option<String>> =
        choices.iter().filter(|choice| choice.as_ref().is_none_or(has)).cloned().collect();
    let spread = Spread::parts(choices.len());
    let few = choices.iter().flatten().count() == 0;
    (!few).then(|| Varied { factor: Factor::Removal { choices }, spread, ..varied.clone() })
}

/// All combinations where they are no more than the runs that were asked for.
fn judged(spreads: &[Spread], runs: usize) -> Judged {
    let levels = spreads.iter().try_fold(1_usize, |all, spread| match spread {
        Spread::Discrete { values, .. } => all.checked_mul(values.len()),
        _ => None,
    });
    if levels.is_some_and(|levels| levels <= runs) { Judged::Exactly } else { Judged::ByDrawing }
}

/// Base points for about so many runs: the shares take factors and two more runs a point.
fn points(runs: usize, factors: usize) -> BasePoints {
    let wanted = (runs / (factors + 2)).clamp(64, 1 << 20);
    BasePoints::of(wanted.next_power_of_two().min(1 << 20)).expect("a power of two within the bounds")
}

fn standings(runs: &Runs, nominal: &[f64], cases: &[usize]) -> Result<Firmness, Refused> {
    let standings = Standings::of_ranks(runs, nominal)?;
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let place = |unit: usize| if nominal[unit].is_nan() { f64::INFINITY } else { nominal[unit] };
    order.sort_by(|one, other| place(*one).total_cmp(&place(*other)));
    let read = |unit: usize| {
        let found = standings.unit(unit)?;
        Some(Standing {
            case: cases[unit],
            published: found.nominal,
            median: found.median,
            mean: found.mean,
            low: found.low,
            high: found.high,
            best: found.best,
            worst: found.worst,
            ranked: found.ranked,
            shares: standings.distribution(unit),
        })
    };
    let swaps = standings.swaps().into_iter().map(|swap| Swap {
        above: cases[swap.above],
        below: cases[swap.below],
        swapped: swap.swapped,
        level: swap.level,
    });
    Ok(Firmness {
        year: 0,
        runs: runs.count(),
        seed: 0,
        judged: Judged::ByDrawing,
        factors: Vec::new(),
        standings: order.into_iter().filter_map(read).collect(),
        swaps: swaps.collect(),
        shift: standings.mean_shift(),
        shares: Ok(Vec::new()),
    })
}

fn shares(effects: Result<Effects, Refused>) -> Result<Vec<Shared>, Both> {
    let effects = effects.map_err(|why| refused_words(&why))?;
    let Some(output) = effects.outputs.into_iter().next() else { return Ok(Vec::new()) };
    let shared = output.shares.map_err(|why| match why {
        Unshared::Flat { .. } => both(
            "无论怎样变动，名次都不变，没有影响可分。",
            "Ranks stay as they are whatever is varied, so there is nothing to share out.",
        ),
        Unshared::Beyond { .. } => both(
            "名次变动的数值超出范围，分不出各因素的影响。",
            "The shifts are beyond what can be reckoned with, and are not shared out.",
        ),
    })?;
    let read = |effect: festoon_composite::uncertainty::Effect| Shared {
        alone: effect.first.value,
        alone_between: (effect.first.low, effect.first.high),
        together: effect.total.value,
        together_between: (effect.total.low, effect.total.high),
    };
    Ok(shared.into_iter().map(read).collect())
}

/// What is varied, by its own name or in words of ours.
fn factor_words(varied: &Varied, names: Names<'_>) -> Both {
    if !varied.name.is_empty() {
        return Both::said(|lang| varied.name.read(lang).to_owned());
    }
    match &varied.factor {
        Factor::Weights { spread, .. } => both(
            format!("权重上下浮动 {}%", percent(*spread)),
            format!("weights, up and down by {} %", percent(*spread)),
        ),
        Factor::Weight { node, spread, .. } => {
            let name: Text = names.coded(node);
            both(
                format!("{}的权重上下浮动 {}%", quoted(&name, Lang::Zh), percent(*spread)),
                format!("the weight of {}, up and down by {} %", quoted(&name, Lang::En), percent(*spread)),
            )
        }
        Factor::WeightsBelow { node, .. } => {
            let name = names.coded(node);
            both(
                format!("{}下级的权重", quoted(&name, Lang::Zh)),
                format!("the weights below {}", quoted(&name, Lang::En)),
            )
        }
        Factor::Noise { share, .. } => both(
            format!("数据误差，标准差为各指标的 {}%", percent(*share)),
            format!("noise in the data, {} % of each indicator’s deviation", percent(*share)),
        ),
        Factor::Removal { choices } => {
            let count = choices.iter().flatten().count();
            both(
                format!("去掉 {count} 个指标中的一个，或都不去"),
                format!("leaving out one of {count}, or none"),
            )
        }
        Factor::Steps { range, choices } => {
            let (from, to, ways) = (range.start + 1, range.end, choices.len());
            if from == to {
                both(format!("第 {from} 步的 {ways} 种做法"), format!("{ways} ways of step {from}"))
            } else {
                both(
                    format!("第 {from} 到第 {to} 步的 {ways} 种做法"),
                    format!("{ways} ways of steps {from} to {to}"),
                )
            }
        }
    }
}

fn no_study(posed: &Posed, why: &Refused) -> NoStudy {
    if *why == Refused::CalledOff {
        return NoStudy::CalledOff;
    }
    let Both { zh, en } = refused_words(why);
    refused(posed, Right::new(zh, en))
}

fn refused(posed: &Posed, right: Right) -> NoStudy {
    NoStudy::Refused(vec![Refusal {
        file: posed.framework.file.clone(),
        spot: festoon_domain::programme::Spot::Whole,
        reason: Reason::Malformed(right),
    }])
}

fn refused_words(why: &Refused) -> Both {
    let zh = match why {
        Refused::NoFactors => "没有变动因素，至少要有一个 [[vary]]".into(),
        Refused::NoOutputs => "没有单位可比较".into(),
        Refused::Factor { factor, .. } => format!("第 {factor} 个变动因素的取值不成立"),
        Refused::NotDiscrete { factor } => format!("第 {factor} 个变动因素可取任意数，不能逐一穷举"),
        Refused::Combinations { combinations, most } => {
            format!("一共有 {combinations} 种组合，最多逐一计算 {most} 种")
        }
        Refused::BasePoints { given, nearest, .. } => {
            format!("基点数 {given} 不对，应为 2 的幂，如 {nearest}")
        }
        Refused::Size { given, outputs, most } => {
            format!("{given} 次计算，每次 {outputs} 个数，总数应在 1 到 {most} 之间。请改小 --runs")
        }
        Refused::Output { .. } => "有的变动方案算不出名次，无法分出各因素的影响".into(),
        Refused::Units { given, units } => format!("{units} 个单位有 {given} 个名次"),
        Refused::CalledOff => "已中止".into(),
    };
    both(format!("{zh}。"), format!("{why}."))
}
