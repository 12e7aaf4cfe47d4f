//! What was computed, but ought to be looked at before it is published.

use festoon_composite::Warning;
use festoon_composite::numbers::NumbersError;
use festoon_composite::ranking::RankingError;
use festoon_composite::weights::WeightError;
use festoon_domain::text::Lang;
use festoon_exchange::Right;
use festoon_exchange::indexes::{of_ranking, of_weights};
use festoon_guide::evaluation::{Both, Evaluation, Swap};

use super::{Names, both, percent, plain, quoted};

pub(in super::super) fn sentence(warning: &Warning, names: Names<'_>) -> Both {
    let indicator = |place: usize, lang: Lang| quoted(&names.indicator(place), lang);
    let node = |(index, node): (usize, usize), lang: Lang| quoted(&names.node(index, node), lang);
    match warning {
        Warning::StillFails { step, indicator: at, shape } => both(
            format!(
                "第 {step} 步处理后，{}仍有异常值（偏度 {:.2}，峰度 {:.2}）。",
                indicator(*at, Lang::Zh),
                shape.skewness,
                shape.kurtosis
            ),
            format!(
                "After step {step} {} still has outliers (skewness {:.2}, kurtosis {:.2}).",
                indicator(*at, Lang::En),
                shape.skewness,
                shape.kurtosis
            ),
        ),
        Warning::Constant { indicator: at, value } => both(
            format!("{}所有单位都是 {}，对名次不起作用。", indicator(*at, Lang::Zh), plain(*value)),
            format!(
                "{} is {} for everybody, so it decides nothing.",
                indicator(*at, Lang::En),
                plain(*value)
            ),
        ),
        Warning::Inconsistent { node: at, ratio, worst } => {
            let (zh, en) = worst.map_or_else(Default::default, |worst| {
                let (row, column) = (worst.row + 1, worst.column + 1);
                (
                    format!(
                        "；最不合的是第 {row} 行第 {column} 列的 {}，其余判断要求约为 {:.2}",
                        plain(worst.given),
                        worst.right
                    ),
                    format!(
                        "; row {row}, column {column} fits worst with {}, the others ask for about {:.2}",
                        plain(worst.given),
                        worst.right
                    ),
                )
            });
            both(
                format!(
                    "{}下级的专家判断自相矛盾：一致性比率 {ratio:.2}，应不超过 0.1{zh}。",
                    node(*at, Lang::Zh)
                ),
                format!(
                    "The judgements below {} contradict each other: the consistency ratio is {ratio:.2}, and should be at most 0.1{en}.",
                    node(*at, Lang::En)
                ),
            )
        }
        Warning::NoWeights { node: at, error, children, cases } => {
            let why = with_names(of_weights(error), weights_place(error), (at.0, children, cases), names);
            both(
                format!("由数据得不出{}下级的权重：{}。", node(*at, Lang::Zh), why.zh),
                format!("The numbers give no weights below {}: {}.", node(*at, Lang::En), why.en),
            )
        }
        Warning::NoComparison { node: at, error, children, cases } => {
            let place = match error {
                RankingError::Numbers(error) => numbers_place(error),
                RankingError::Weights(error) => weights_place(error),
                _ => (None, None),
            };
            let why = with_names(of_ranking(error), place, (at.0, children, cases), names);
            both(
                format!("{}比较不出结果：{}。", node(*at, Lang::Zh), why.zh),
                format!("The comparison for {} has no result: {}.", node(*at, Lang::En), why.en),
            )
        }
    }
}

/// Row and column that an error is about, where it is about some.
fn numbers_place(error: &NumbersError) -> (Option<usize>, Option<usize>) {
    match error {
        NumbersError::Missing { row, column }
        | NumbersError::Negative { row, column, .. }
        | NumbersError::NotPositive { row, column, .. }
        | NumbersError::OutOfRange { row, column, .. } => (Some(*row), Some(*column)),
        NumbersError::Constant { column, .. } | NumbersError::ZeroDenominator { column } => {
            (None, Some(*column))
        }
        _ => (None, None),
    }
}

fn weights_place(error: &WeightError) -> (Option<usize>, Option<usize>) {
    match error {
        WeightError::Numbers(error) => numbers_place(error),
        WeightError::NoPeers { row } | WeightError::Unsolved { row } => (Some(*row), None),
        _ => (None, None),
    }
}

/// The same, and what the row and the column it counts are.
fn with_names(
    why: Right,
    (row, column): (Option<usize>, Option<usize>),
    (index, children, cases): (usize, &[usize], &[usize]),
    names: Names<'_>,
) -> Right {
    let case = row.and_then(|row| cases.get(row)).map(|case| names.run.cases[*case]);
    let child = column.and_then(|column| children.get(column)).map(|child| names.node(index, *child));
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if let (Some(case), Some(row)) = (case, row) {
        let unit = names.unit(case.unit);
        zh.push(format!("第 {} 行是{}{} 年", row + 1, quoted(&unit, Lang::Zh), case.year));
        en.push(format!("row {} is {} in {}", row + 1, quoted(&unit, Lang::En), case.year));
    }
    if let (Some(child), Some(column)) = (child, column) {
        zh.push(format!("第 {} 列是{}", column + 1, quoted(&child, Lang::Zh)));
        en.push(format!("column {} is {}", column + 1, quoted(&child, Lang::En)));
    }
    if zh.is_empty() {
        return why;
    }
    Right::new(format!("{}（{}）", why.zh, zh.join("，")), format!("{} ({})", why.en, en.join(", ")))
}

/// “Rank 1 and 2 swap in 38 % of the variants.”
pub(in super::super) fn swaps(swap: &Swap, index: usize, evaluation: &Evaluation) -> Both {
    let index = &evaluation.indexes[index];
    let rank = |case: usize| index.root().ranks.get(case).copied().flatten().map(plain).unwrap_or_default();
    let unit =
        |case: usize, lang: Lang| evaluation.units[evaluation.cases[case].unit].name.read(lang).to_owned();
    let (above, below) = (swap.above, swap.below);
    both(
        format!(
            "{}：第 {} 名{}和第 {} 名{}在 {}% 的变动方案中互换名次。",
            quoted(&index.name, Lang::Zh),
            rank(above),
            unit(above, Lang::Zh),
            rank(below),
            unit(below, Lang::Zh),
            percent(swap.swapped)
        ),
        format!(
            "{}: rank {} ({}) and rank {} ({}) swap in {} % of the variants.",
            quoted(&index.name, Lang::En),
            rank(above),
            unit(above, Lang::En),
            rank(below),
            unit(below, Lang::En),
            percent(swap.swapped)
        ),
    )
}
