//! Weighing and aggregating, in words.

use festoon_composite::framework::{
    Aggregate, Doubtful, Method, MissingChild, NotPositive, Scope, Weigh, Weighing,
};
use festoon_composite::numbers::{Basis, Correlation, Divisor, Keep, Rotation, Scale};
use festoon_composite::ranking::{CopelandScore, Link, Weighting};
use festoon_composite::weights::{ComponentWeights, Conflict, Derivation, RandomIndex, ZeroShares};
use festoon_guide::evaluation::Both;

use super::super::{Names, both, percent, plain};
use super::{deciding, joined, span};

fn nodes() -> Both {
    both("节点", "nodes")
}

pub(super) fn weighing(weigh: &Weigh, names: Names<'_>) -> Both {
    let which = names.which(&weigh.nodes, nodes());
    let by = by(&weigh.by);
    let said =
        both(format!("{}下级的权重：{}", which.zh, by.zh), format!("Weights below {}: {}", which.en, by.en));
    match (&weigh.by, weigh.scope) {
        (Weighing::Given | Weighing::Judged { .. }, _) => said,
        (_, Scope::Siblings) => joined(vec![said, both("同级之间分配", "among the children of each node")]),
        (_, Scope::Leaves) => joined(vec![
            said,
            both("在全部末级指标之间分配，上级取其合计", "over all indicators below at once"),
        ]),
    }
}

fn by(by: &Weighing) -> Both {
    match by {
        Weighing::Given => both("框架写明的权重", "as the framework gives them"),
        Weighing::Equal => both("等权", "all the same"),
        Weighing::Judged { derivation, random, doubtful, .. } => {
            let derivation = match derivation {
                Derivation::Eigenvector => both("特征向量法", "principal eigenvector"),
                Derivation::GeometricMean => both("方根法", "geometric means of rows"),
                Derivation::ColumnMean => both("和法", "means of normalised columns"),
            };
            let random = match random {
                RandomIndex::Saaty => both("Saaty 1980", "Saaty 1980"),
                RandomIndex::SaatyLater => both("Saaty 后来的表", "Saaty’s later table"),
                RandomIndex::Textbook => both("国内教材通用表", "the table of Chinese textbooks"),
                RandomIndex::AlonsoLamata => both("Alonso 与 Lamata 2006", "Alonso and Lamata 2006"),
                RandomIndex::Given(index) => both(plain(*index), plain(*index)),
            };
            let doubtful = match doubtful {
                Doubtful::Flagged => both("超过 0.1 则提醒", "flagged above 0.1"),
                Doubtful::Refused => both("超过 0.1 则不予采用", "refused above 0.1"),
            };
            both(
                format!(
                    "专家两两判断（层次分析法，{}；随机一致性指标用{}，一致性比率{}）",
                    derivation.zh, random.zh, doubtful.zh
                ),
                format!(
                    "judged by experts (AHP, {}; random index {}, consistency ratio {})",
                    derivation.en, random.en, doubtful.en
                ),
            )
        }
        Weighing::Entropy { zeros } => {
            let zeros = match zeros {
                ZeroShares::CountNothing => both("0·ln 0 计为 0", "0 · ln 0 counts as 0"),
                ZeroShares::Shift(by) => both(
                    format!("各值先加 {}", plain(*by)),
                    format!("{} is added to every value first", plain(*by)),
                ),
                ZeroShares::Refuse => both("不允许有 0", "zeros are refused"),
            };
            both(format!("熵权法（{}）", zeros.zh), format!("entropy ({})", zeros.en))
        }
        Weighing::Critic(choices) => {
            let (scale, correlation) = (scale(choices.scale), correlation(choices.correlation));
            let conflict = match choices.conflict {
                Conflict::OneLess => "1 − r",
                Conflict::OneLessAbsolute => "1 − |r|",
            };
            both(
                format!(
                    "CRITIC 法（{}，{}，{conflict}，{}）",
                    scale.zh,
                    correlation.zh,
                    divisor(choices.divisor).zh
                ),
                format!(
                    "CRITIC ({}, {}, {conflict}, {})",
                    scale.en,
                    correlation.en,
                    divisor(choices.divisor).en
                ),
            )
        }
        Weighing::StandardDeviation => both("按标准差", "by standard deviation"),
        Weighing::CoefficientOfVariation => both("按变异系数", "by coefficient of variation"),
        Weighing::Components { basis, keep, rotation, weights } => {
            components(*basis, *keep, *rotation, *weights)
        }
    }
}

fn divisor(divisor: Divisor) -> Both {
    match divisor {
        Divisor::Sample => both("除以 n − 1", "n − 1"),
        Divisor::Population => both("除以 n", "n"),
    }
}

fn correlation(correlation: Correlation) -> Both {
    match correlation {
        Correlation::Pearson => both("皮尔逊相关", "Pearson’s correlation"),
        Correlation::Spearman => both("斯皮尔曼相关", "Spearman’s correlation"),
        Correlation::Kendall => both("肯德尔 τ-b", "Kendall’s τ-b"),
        Correlation::KendallA => both("肯德尔 τ-a", "Kendall’s τ-a"),
    }
}

pub(super) fn scale(scale: Scale) -> Both {
    match scale {
        Scale::AsIs => both("不再变换", "values as they are"),
        Scale::MinMax => both("极差法", "min-max"),
        Scale::Max => both("除以最大值", "divided by the maximum"),
        Scale::MaxRatio => both("除以最大值，成本型取最小值之比", "divided by the maximum, costs as min / x"),
        Scale::Sum => both("除以合计", "divided by the sum"),
        Scale::SumRatio => both("除以合计，成本型先取倒数", "divided by the sum, costs turned over first"),
        Scale::Vector => both("向量归一", "divided by the root of the sum of squares"),
        Scale::VectorMirrored => {
            both("向量归一，成本型先反转", "by the root of the sum of squares, costs mirrored first")
        }
        Scale::VectorReciprocal => {
            both("向量归一，成本型先取倒数", "by the root of the sum of squares, costs turned over first")
        }
        Scale::Z(Divisor::Sample) => both("Z 分数（除以 n − 1）", "z-scores (n − 1)"),
        Scale::Z(Divisor::Population) => both("Z 分数（除以 n）", "z-scores (n)"),
    }
}

fn components(basis: Basis, keep: Keep, rotation: Rotation, weights: ComponentWeights) -> Both {
    let basis = match basis {
        Basis::Correlation => both("相关矩阵", "of correlations"),
        Basis::Covariance(_) => both("协方差矩阵", "of covariances"),
    };
    let keep = match keep {
        Keep::Kaiser => both("保留特征值大于均值的", "those above the mean eigenvalue kept"),
        Keep::Oecd => both("按经合组织手册保留", "kept by the rule of the OECD/JRC handbook"),
        Keep::Share(share) => both(
            format!("保留到解释 {}%", percent(share)),
            format!("as many as explain {} %", percent(share)),
        ),
        Keep::Count(count) => both(format!("保留 {count} 个"), format!("{count} kept")),
    };
    let rotation = match rotation {
        Rotation::Unrotated => both("不旋转", "unrotated"),
        Rotation::Varimax => both("方差最大旋转", "varimax"),
    };
    let weights = match weights {
        ComponentWeights::Grouped => both("载荷平方分组", "squared loadings, grouped"),
        ComponentWeights::Communalities => both("共同度", "communalities"),
        ComponentWeights::AbsoluteCoefficients => {
            both("载荷绝对值除以特征值平方根", "|loading| / √eigenvalue")
        }
        ComponentWeights::Coefficients => both("载荷除以特征值平方根", "loading / √eigenvalue"),
        ComponentWeights::FirstLoadings => both("第一主成分载荷", "loadings on the first component"),
        ComponentWeights::FirstSquaredLoadings => {
            both("第一主成分载荷平方", "squared loadings on the first component")
        }
    };
    both(
        format!("主成分法（{}，{}，{}，按{}）", basis.zh, keep.zh, rotation.zh, weights.zh),
        format!("principal components ({}, {}, {}, by {})", basis.en, keep.en, rotation.en, weights.en),
    )
}

pub(super) fn aggregating(aggregate: &Aggregate, names: Names<'_>) -> Both {
    let which = names.which(&aggregate.nodes, nodes());
    let (method, is_mean) = method(aggregate.by);
    let mut parts = vec![both(
        format!("{}的得分由下级合成：{}", which.zh, method.zh),
        format!("Scores of {} from what stands below them: {}", which.en, method.en),
    )];
    if !is_mean {
        parts.push(both("只比较下级齐全的单位", "only cases that have all of it are compared"));
        parts.push(span(aggregate.over));
        return joined(parts);
    }
    parts.push(match aggregate.missing {
        MissingChild::Renormalise => both(
            "缺的下级不计，其余权重按比例补足",
            "what is missing is left out and the other weights share its weight",
        ),
        MissingChild::Undefined => both("缺一个就没有得分", "no score when any of it is missing"),
        MissingChild::AtLeast(least) => both(
            format!("有得分的下级占权重不足 {}% 就没有得分", percent(least)),
            format!("no score when less than {} % of the weight is there", percent(least)),
        ),
    });
    let needs_positive = match aggregate.by {
        Method::Geometric | Method::Harmonic => true,
        Method::Power(power) => power <= 0.0,
        _ => false,
    };
    if needs_positive {
        parts.push(match aggregate.not_positive {
            NotPositive::ZeroIsZero => {
                both("有 0 则为 0，有负数则没有得分", "a zero makes it zero, a negative score leaves none")
            }
            NotPositive::Undefined => both("有 0 或负数就没有得分", "zero and negative scores leave none"),
            NotPositive::Lifted(to) => both(
                format!("低于 {} 的按 {} 计", plain(to), plain(to)),
                format!("scores below {} count as {}", plain(to), plain(to)),
            ),
            NotPositive::Shifted(by) => both(
                format!("先都加 {}，合成后再减去", plain(by)),
                format!("{} is added before and taken away after", plain(by)),
            ),
        });
    }
    joined(parts)
}

/// And whether it takes each case for itself.
fn method(by: Method) -> (Both, bool) {
    match by {
        Method::Arithmetic => (both("加权算术平均", "weighted arithmetic mean"), true),
        Method::Geometric => (both("加权几何平均", "weighted geometric mean"), true),
        Method::Harmonic => (both("加权调和平均", "weighted harmonic mean"), true),
        Method::Power(power) => (
            both(
                format!("{} 次幂平均", plain(power)),
                format!("weighted power mean with exponent {}", plain(power)),
            ),
            true,
        ),
        Method::Copeland(score) => {
            let score = match score {
                CopelandScore::WinsLessLosses => both("胜减负", "wins less losses"),
                CopelandScore::WinsAndHalfDraws => both("胜加半平", "wins and half the draws"),
                CopelandScore::Wins => both("胜场数", "wins"),
            };
            (
                both(
                    format!("Copeland 两两比较（{}）", score.zh),
                    format!("Copeland’s comparisons ({})", score.en),
                ),
                false,
            )
        }
        Method::Topsis { scale: of, weighting } => {
            let scale = scale(of);
            let weighting = match weighting {
                Weighting::Values => both("权重乘数值", "weights on values"),
                Weighting::SquaredDifferences => both("权重乘平方差", "weights on squared differences"),
            };
            (
                both(
                    format!("TOPSIS（{}，{}）", scale.zh, weighting.zh),
                    format!("TOPSIS ({}, {})", scale.en, weighting.en),
                ),
                false,
            )
        }
        Method::Decided(decision) => (deciding::decision(decision), false),
        Method::BenefitOfTheDoubt(bounds) => (
            both(
                format!(
                    "数据包络（每个单位取对自己最有利的权重，份额限 {}%–{}%）",
                    percent(bounds.least),
                    percent(bounds.most)
                ),
                format!(
                    "benefit of the doubt (each with its own best weights, shares from {} to {} %)",
                    percent(bounds.least),
                    percent(bounds.most)
                ),
            ),
            false,
        ),
        Method::ChainedGrowth { link, base } => {
            let link = match link {
                Link::Ratios => both("加权平均发展速度", "weighted mean of ratios"),
                Link::GeometricRatios => both("加权几何平均发展速度", "weighted geometric mean of ratios"),
                Link::Symmetric => both("对称增长率", "symmetric growth rates"),
            };
            let base = base.map_or_else(
                || both("首年为 100", "the first year is 100"),
                |year| both(format!("{year} 年为 100"), format!("{year} is 100")),
            );
            (
                both(
                    format!("环比链接（{}，{}）", link.zh, base.zh),
                    format!("chained growth ({}, {})", link.en, base.en),
                ),
                false,
            )
        }
    }
}
