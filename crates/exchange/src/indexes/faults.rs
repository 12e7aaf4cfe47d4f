//! What the engine found wrong with a framework, in both languages. The English is the engine's own.

use festoon_composite::Fault;

use crate::Right;

/// A fault as a sentence, with what would be right.
#[must_use]
pub fn sentence(fault: &Fault) -> Right {
    let mut en = fault.to_string();
    en.push('.');
    Right { zh: chinese(fault), en }
}

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
            let is_told = said.contains(' ') && !said.contains('{');
            let is_known = what_zh(said) != said || right_zh(said) != said;
            if is_told && !is_known && !said.starts_with("it was") && !said.starts_with("there is") {
                missing.push(said);
            }
        }
        assert_eq!(missing, Vec::<&str>::new());
    }
}
