//! What the engine found wrong with a framework, in both languages. The English is the engine's own.

use festoon_composite::Fault;
use festoon_composite::numbers::NumbersError;
use festoon_composite::ranking::RankingError;
use festoon_composite::weights::WeightError;

use crate::Right;

/// A fault as a sentence, with what would be right.
#[must_use]
pub fn sentence(fault: &Fault) -> Right {
    let mut en = fault.to_string();
    en.push('.');
    Right { zh: chinese(fault), en }
}

#[expect(clippy::too_many_lines, reason = "one sentence a fault, and there are many")]
fn chinese(fault: &Fault) -> String {
    match fault {
        Fault::UnitTwice { unit, first, second } => {
            format!("单位 {unit} 出现了两次（第 {first} 和第 {second} 个）。每个单位的代码只能有一个。")
        }
        Fault::CaseTwice { unit, year, first, second } => {
            format!("单位 {unit} 在 {year} 年有两行（第 {first} 行和第 {second} 行）。请只留一行。")
        }
        Fault::NoSuchUnit { row, unit, units } => {
            format!("第 {row} 行指的是第 {unit} 个单位，但只有 {units} 个。")
        }
        Fault::ColumnTwice { column } => format!("「{column}」一栏出现了两次。每一栏的代码只能有一个。"),
        Fault::ColumnLength { column, cells, cases } => {
            format!("「{column}」一栏有 {cells} 格，数据有 {cases} 行。请每行一格，没有数据就留空。")
        }
        Fault::NoCases => "数据一行也没有。请至少给出一个单位一年的数据。".into(),
        Fault::NoColumn { indicator } => {
            format!("数据中没有指标 {indicator}。请补上表头为 {indicator} 的一栏，或从框架中删去。")
        }
        Fault::NoDenominator { indicator, column } => {
            format!(
                "指标 {indicator} 要除以 {column}，但数据中没有这一栏。请补上，并在框架中写一节 [[column]]。"
            )
        }
        Fault::NoGroup { step, group } => {
            format!("第 {step} 步按「{group}」分组插补，但没有单位属于任何一组。请给每个单位写明 {group}。")
        }
        Fault::NoYear { step, year } => format!("第 {step} 步以 {year} 年为尺度，但数据中没有这一年。"),
        Fault::NoReferenceUnit { step, unit } => {
            format!("第 {step} 步以单位 {unit} 为参照，但数据中没有它。")
        }
        Fault::IndicatorTwice { indicator } => {
            format!("指标 {indicator} 出现了两次。每个指标的代码只能有一个。")
        }
        Fault::IndicatorNumber { indicator, what, number, right } => {
            format!("指标 {indicator} 的{}是 {number}，{}。", what_zh(what), right_zh(right))
        }
        Fault::GoalpostsTurned { indicator, worst, best, right } => {
            format!("指标 {indicator} 的不允许值是 {worst}，满意值是 {best}，{}。", right_zh(right))
        }
        Fault::IndexTwice { index } => format!("指数 {index} 出现了两次。每个指数的代码只能有一个。"),
        Fault::NoRoot { index } => {
            format!("指数 {index} 没有根节点。请补上一个没有上级、代码为 {index} 的节点。")
        }
        Fault::Orphan { index, node } => {
            format!("指数 {index} 的节点 {node} 没有上级。只有根节点 {index} 可以没有上级。")
        }
        Fault::NoParent { index, node, parent } => {
            format!("指数 {index} 的节点 {node} 属于 {parent}，但这个指数中没有 {parent}。")
        }
        Fault::NodeTwice { index, node } => {
            format!("指数 {index} 的节点 {node} 出现了两次。一个节点在一个指数中只能有一处。")
        }
        Fault::Ring { index, ring } => format!(
            "指数 {index} 的节点 {} 首尾相接成了一圈。请让其中一个归到通向 {index} 的节点之下。",
            ring.join(" → ")
        ),
        Fault::NoChildren { index, node } => {
            format!(
                "指数 {index} 的节点 {node} 没有下级，也不是指标。请在它下面加上节点，或在指标中补上 {node}。"
            )
        }
        Fault::LeafWithChildren { index, node, child } => {
            format!("指数 {index} 的指标 {node} 下面还有 {child}。指标是末级，请把其中一个换成别的代码。")
        }
        Fault::Weight { index, node, weight } => {
            format!("指数 {index} 的节点 {node} 权重是 {weight}，应为 0 以上的数。")
        }
        Fault::WeightsSumToZero { index, node, children } => format!(
            "指数 {index} 的节点 {node} 下各权重之和为 0。请让 {} 中至少一个大于 0。",
            children.join("、")
        ),
        Fault::NoSuchCode { step, code, kind } => {
            let kind = if *kind == "node" { "节点" } else { "指标" };
            format!("第 {step} 步提到的 {code} 不是框架中的{kind}。")
        }
        Fault::StepNumber { step, what, number, right } => {
            format!("第 {step} 步的{}是 {number}，{}。", what_zh(what), right_zh(right))
        }
        Fault::Lacking { step, indicator, what } => {
            let what =
                if *what == "target" { "目标值 target" } else { "不允许值和满意值 goalposts" };
            format!("第 {step} 步需要{what}，指标 {indicator} 没有写明。请补上，或不让这一步包括它。")
        }
        Fault::SpanOfRanks { step, what } => format!(
            "第 {step} 步是{}，不能以一年为尺度。请用 over = \"all-years\" 或 \"each-year\"。",
            what_zh(what)
        ),
        Fault::NotAggregated { index, node } => {
            format!("指数 {index} 的节点 {node} 没有哪一步来合成。请在合成的一步中写上它。")
        }
        Fault::NothingToRank { step } => {
            format!("第 {step} 步要排名，但没有合成的一步。请在它之前加上 aggregate。")
        }
        Fault::NotTurned { indicator, index } => {
            format!(
                "指标 {indicator} 是逆向指标，但在合成指数 {index} 之前没有哪一步作标准化。请加上 normalise。"
            )
        }
        Fault::JudgedOthers { step, node, judged, children } => format!(
            "第 {step} 步判断的是 {}，但 {node} 的下级是 {}。",
            judged.join("、"),
            children.join("、")
        ),
        Fault::Judgements { step, node, error } => {
            format!("第 {step} 步对 {node} 下级的判断：{}。", of_weights(error).zh)
        }
        Fault::Bounds { step, node, least, most, children, .. } => format!(
            "第 {step} 步：{node} 有 {children} 个下级，份额限在 {least} 到 {most} 之间，加不成 1。请把下限写得足够小、上限足够大，都在 0 到 1 之间。"
        ),
        Fault::NoIndex { index, known } => {
            format!("没有指数 {index}。框架中有：{}。", known.join("、"))
        }
        Fault::FactorNode { factor, index, node } => {
            format!("第 {factor} 个变动因素提到的 {node} 不是指数 {index} 的节点。")
        }
        Fault::FactorSteps { factor, from, until, right } => {
            format!("第 {factor} 个变动因素替换第 {} 到第 {until} 步，{}。", from + 1, right_zh(right))
        }
        Fault::FactorWithoutChoices { factor } => {
            format!("第 {factor} 个变动因素没有可选的做法。请至少给一种。")
        }
        Fault::FactorNumber { factor, what, number, right } => {
            format!("第 {factor} 个变动因素的{}是 {number}，{}。", what_zh(what), right_zh(right))
        }
        Fault::NothingToVary { index } => {
            format!("指数 {index} 没有合成的一步，没有得分可以变动。请加上 aggregate。")
        }
    }
}

/// Why there are no weights, without a full stop. Rows and columns are of judgements, or of scores.
#[must_use]
pub fn of_weights(error: &WeightError) -> Right {
    let zh = match error {
        WeightError::Numbers(error) => of_numbers_zh(error),
        WeightError::Weight { column, value } => {
            format!("第 {} 个权重是 {value}，应为 0 以上的数", column + 1)
        }
        WeightError::ZeroSum => "权重之和为 0，至少一个应大于 0".into(),
        WeightError::NothingDiffers => "没有哪一栏能区分各行，至少一栏应有差别".into(),
        WeightError::NotReciprocal { row, column, given, right } => {
            format!("第 {} 行第 {} 列是 {given}，应为 {right}，即对角另一侧的倒数", row + 1, column + 1)
        }
        WeightError::Inconsistent { ratio, row, column, given, right } => format!(
            "判断自相矛盾，一致性比率 CR 为 {ratio:.2}，应不超过 0.1；最不合的是第 {} 行第 {} 列的 {given}，其余判断要求约为 {right:.2}",
            row + 1,
            column + 1
        ),
        WeightError::NoRandomIndex { size } => {
            format!("这张表没有 {size} 个准则的随机一致性指标，最多 15 个")
        }
        WeightError::Bounds { column, least, most } => {
            format!("第 {} 栏的份额是 {least} 到 {most}，应在 0 到 1 之间，小的在前", column + 1)
        }
        WeightError::BoundSums { least, most } => format!("各份额之和在 {least} 到 {most} 之间，应包含 1"),
        WeightError::NoPeers { row } => format!("第 {} 行没有其他行的组合可以相比", row + 1),
        WeightError::Unsolved { row } => {
            format!("第 {} 行的线性规划解不出来，某一栏的数值可能相差太大", row + 1)
        }
    };
    Right { zh, en: error.to_string() }
}

/// Why cases could not be compared, without a full stop.
#[must_use]
pub fn of_ranking(error: &RankingError) -> Right {
    let zh = match error {
        RankingError::Numbers(error) => of_numbers_zh(error),
        RankingError::Weights(error) => of_weights(error).zh,
        RankingError::TooMissing { row, present, needed } => {
            format!("第 {} 行只有 {present} 的权重有数值，至少要 {needed}", row + 1)
        }
        RankingError::AllSame => "各行在所比的方面完全相同，没有名次可排".into(),
        RankingError::Thresholds { column } => {
            format!("第 {} 栏的阈值应为 0 以上，无差异阈值小于偏好阈值", column + 1)
        }
        RankingError::Parameter { value, least, most } => format!("{value} 应在 {least} 到 {most} 之间"),
        RankingError::Base { base, periods } => {
            format!("第 {} 期不能作基期，一共只有 {periods} 期", base + 1)
        }
    };
    Right { zh, en: error.to_string() }
}

fn of_numbers_zh(error: &NumbersError) -> String {
    match error {
        NumbersError::TooFew { found, needed } => format!("只有 {found} 个数，至少要 {needed} 个"),
        NumbersError::Missing { row, column } => format!("第 {} 行第 {} 列没有数", row + 1, column + 1),
        NumbersError::Constant { column, value } => {
            format!("第 {} 栏全是 {value}，应有差别", column + 1)
        }
        NumbersError::Negative { row, column, value } => {
            format!("第 {} 行第 {} 列是 {value}，不应小于 0", row + 1, column + 1)
        }
        NumbersError::NotPositive { row, column, value } => {
            format!("第 {} 行第 {} 列是 {value}，应大于 0", row + 1, column + 1)
        }
        NumbersError::ZeroDenominator { column } => {
            format!("第 {} 栏的合计或最大值是 0，不能作除数", column + 1)
        }
        NumbersError::Lengths { left, right } => format!("一边有 {left} 个数，另一边有 {right} 个，应一样多"),
        NumbersError::NotSymmetric { row, column } => {
            format!("第 {} 行第 {} 列与对角另一侧不等", row + 1, column + 1)
        }
        NumbersError::Share { share } => format!("{share} 不是比例，应在 0 到 1 之间"),
        NumbersError::OutOfRange { row, column, value } => {
            format!("第 {} 行第 {} 列是 {value}，超出计算范围，请换一个计量单位", row + 1, column + 1)
        }
        NumbersError::Dependent => "有的栏可由其他栏推出，请去掉一栏".into(),
    }
}

/// What the engine calls a number.
fn what_zh(what: &str) -> &str {
    match what {
        "the factor of the denominator" => "分母系数 factor",
        "the target" => "目标值 target",
        "the share of cases" => "单位的最低比例 cases",
        "the share of indicators" => "指标的最低比例 indicators",
        "what cells are filled with" => "填补值 constant",
        "the bound of the skewness" => "偏度界限 skewness",
        "the bound of the kurtosis" => "峰度界限 kurtosis",
        "the power of the mean" => "幂次 power",
        "the least share of the weight" => "最低权重比例 least",
        "what zero scores are lifted or shifted by" => "抬高或平移量 by_how_much",
        "the high end of the scale" => "上端 high",
        "the base of the coefficient" => "基数 base",
        "the span of the coefficient" => "幅度 span",
        "the standard deviation of the scores" => "标准差 sd",
        "the share of the range in the logarithm" => "对数平移比例 share",
        "the power of Box and Cox" => "Box-Cox 幂次 lambda",
        "the spread of the weights" => "权重变动幅度 spread",
        "the noise's share of the deviation" => "噪声比例 share",
        "treating outliers" => "异常值处理",
        "bending" => "变换",
        "a rank" => "名次",
        "Borda's points" => "波达计分",
        "a percentile" => "百分位",
        "a comparison of cases" => "单位之间的比较",
        other => other,
    }
}

/// What the engine says would be right.
fn right_zh(right: &str) -> &str {
    match right {
        "give a number that is not 0, such as 1" => "应为不等于 0 的数，如 1",
        "give a number" => "应为一个数",
        "give a share between 0 and 1, such as 0.9 for 90 %" => "应为 0 到 1 之间的比例，如 0.9 表示 90%",
        "give a number, customarily 2 and 3.5" => "应为一个数，通常为 2 和 3.5",
        "give a number; 1 is arithmetic, 0 geometric" => "应为一个数，1 为算术平均，0 为几何平均",
        "give a number above 0" => "应大于 0",
        "give a number above 0, customarily 0.01" => "应大于 0，通常为 0.01",
        "give a number above 0, customarily 40" => "应大于 0，通常为 40",
        "give a number, customarily 60" => "应为一个数，通常为 60",
        "make it greater than the low end" => "应大于下端 low",
        "give a number; 0 is the logarithm, and without one it is estimated" => {
            "应为一个数，0 为对数，不写则由数据估计"
        }
        "more of it is better, so the worst must be the smaller number" => {
            "但它是正向指标，不允许值应小于满意值"
        }
        "less of it is better, so the worst must be the greater number" => {
            "但它是逆向指标，不允许值应大于满意值"
        }
        "give a share from 0 to 1, such as 0.25" => "应为 0 到 1 之间的比例，如 0.25",
        "give 0 or more, such as 0.05" => "应为 0 以上的数，如 0.05",
        "the framework has fewer steps" => "但框架没有这么多步",
        "another factor exchanges some of them; put both into one factor's choices" => {
            "但另一个因素已经替换了其中一步，请合成一个因素的 choices"
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The engine's own words stand in its sources; each must have a Chinese counterpart here.
    #[test]
    fn every_word_of_the_engine_that_is_told_has_a_chinese_wording() {
        let sources = [
            include_str!("../../../composite/src/framework/checking.rs"),
            include_str!("../../../composite/src/variation/checking.rs"),
        ];
        let mut missing = Vec::new();
        for said in sources.iter().flat_map(|source| source.split('"').skip(1).step_by(2)) {
            // The bounds of a benefit of the doubt have a sentence of their own.
            let is_told = said.contains(' ') && !said.contains('{') && !said.starts_with("give shares");
            let is_known = what_zh(said) != said || right_zh(said) != said;
            if is_told && !is_known && !said.starts_with("it was") && !said.starts_with("there is") {
                missing.push(said);
            }
        }
        assert_eq!(missing, Vec::<&str>::new());
    }
}
