//! A step in words, with every choice that changes a result.

mod climbing;
mod scales;

use festoon_composite::Step;
use festoon_composite::framework::{
    Bend, Curve, Estimator, Fallback, Filling, Impute, Presence, Screen, Screening, Span, Ties, Treat,
    WinsorTies,
};
use festoon_domain::text::Lang;
use festoon_guide::evaluation::Both;

use super::{Names, both, percent, plain};

pub(in super::super) fn sentence(step: &Step, names: Names<'_>) -> Both {
    let Both { zh, en } = match step {
        Step::Denominate => denominating(names),
        Step::Screen(screen) => screening(screen),
        Step::Impute(impute) => imputing(impute, names),
        Step::Treat(treat) => treating(treat, names),
        Step::Bend(bend) => bending(bend, names),
        Step::Normalise(normalise) => scales::normalising(normalise, names),
        Step::Weigh(weigh) => climbing::weighing(weigh, names),
        Step::Aggregate(aggregate) => climbing::aggregating(aggregate, names),
        Step::Rank(rank) => {
            let equals = ties(rank.ties);
            both(
                format!("每年按得分从高到低排名；得分相同的{}", equals.zh),
                format!("Ranks within each year, the greatest score first; equals {}", equals.en),
            )
        }
    };
    both(format!("{zh}。"), format!("{en}."))
}

/// The words for indicators in general.
fn indicators() -> Both {
    both("指标", "indicators")
}

/// Joins what is said one after another.
fn joined(parts: Vec<Both>) -> Both {
    let zh: Vec<String> = parts.iter().map(|part| part.zh.clone()).collect();
    let en: Vec<String> = parts.into_iter().map(|part| part.en).collect();
    both(zh.join("；"), en.join("; "))
}

fn span(over: Span) -> Both {
    match over {
        Span::AllYears => both("各年合在一起计算", "over all years together"),
        Span::EachYear => both("逐年分别计算", "each year for itself"),
        Span::Year(year) => both(format!("以 {year} 年为准"), format!("by the values of {year}")),
    }
}

fn ties(ties: Ties) -> Both {
    match ties {
        Ties::Min => both("并列取较前的名次（1、2、2、4）", "share the best of their places (1, 2, 2, 4)"),
        Ties::Max => both("并列取较后的名次（1、3、3、4）", "share the worst of their places (1, 3, 3, 4)"),
        Ties::Mean => {
            both("并列取平均名次（1、2.5、2.5、4）", "share the mean of their places (1, 2.5, 2.5, 4)")
        }
        Ties::Dense => {
            both("并列且不空名次（1、2、2、3）", "share a place without leaving a gap (1, 2, 2, 3)")
        }
        Ties::First => both("按数据中的先后排（1、2、3、4）", "keep the order of the data (1, 2, 3, 4)"),
    }
}

fn denominating(names: Names<'_>) -> Both {
    let mut zh = Vec::new();
    let mut en = Vec::new();
    for one in &names.file.framework.indicators {
        let Some(per) = &one.denominator else { continue };
        let (own, below) = (names.file.name_of_column(&one.code), names.file.name_of_column(&per.column));
        let is_one = (per.factor - 1.0).abs() < f64::EPSILON;
        let factor = if is_one { String::new() } else { format!(" × {}", plain(per.factor)) };
        zh.push(format!("{} ÷ {}{}", own.read(Lang::Zh), below.read(Lang::Zh), factor));
        en.push(format!("{} ÷ {}{}", own.read(Lang::En), below.read(Lang::En), factor));
    }
    if zh.is_empty() {
        return both("没有指标需要除以分母", "No indicator has a denominator");
    }
    both(format!("换算成相对数：{}", zh.join("、")), format!("Made relative: {}", en.join(", ")))
}

fn screening(screen: &Screen) -> Both {
    let present = match screen.presence {
        Presence::Measured => both("有数据", "measured"),
        Presence::NotZero => both("有数据且不为 0", "measured and not zero"),
    };
    let mut parts = Vec::new();
    if let Some(share) = screen.cases {
        parts.push(both(
            format!("单位至少 {}% 的指标{}才保留", percent(share), present.zh),
            format!("A unit stays with at least {} % of the indicators {}", percent(share), present.en),
        ));
    }
    if let Some(share) = screen.indicators {
        parts.push(both(
            format!("指标至少在 {}% 的单位{}才保留", percent(share), present.zh),
            format!("an indicator stays with at least {} % of the units {}", percent(share), present.en),
        ));
    }
    if parts.len() == 2 {
        parts.push(match screen.order {
            Screening::AtOnce => both("两项同时筛选", "both by the shares before the step"),
            Screening::CasesFirst => both("先筛单位", "units first"),
            Screening::IndicatorsFirst => both("先筛指标", "indicators first"),
        });
    }
    if parts.is_empty() { both("不作筛选", "Nothing is screened out") } else { joined(parts) }
}

fn imputing(impute: &Impute, names: Names<'_>) -> Both {
    let which = names.which(&impute.which, indicators());
    let group = |zh: &str, en: &str| match &impute.group {
        Some(group) => {
            both(format!("同一「{group}」组的{zh}"), format!("the {en} of its group by “{group}”"))
        }
        None => both(format!("全部单位的{zh}"), format!("the {en} of all units")),
    };
    let by = match impute.by {
        Filling::Mean => group("平均数", "mean"),
        Filling::Median => group("中位数", "median"),
        Filling::Carry => both("本单位上一年的值", "the unit’s last value before"),
        Filling::Interpolate => both(
            "本单位前后两年之间的线性内插，首尾不填",
            "the straight line between the unit’s values before and after, and nothing beyond the ends",
        ),
        Filling::InterpolateAndHold => both(
            "本单位前后两年之间的线性内插，首尾取最近的值",
            "the straight line between the unit’s values before and after, and the nearest value beyond the ends",
        ),
        Filling::Constant(with) => both(plain(with), plain(with)),
    };
    let fallback = match impute.fallback {
        Fallback::LeaveMissing => both("填不出的留空", "what cannot be filled stays missing"),
        Fallback::AllUnits => both("填不出的改用全部单位的数", "where that has nothing, by all units"),
    };
    let filled = both(
        format!("{}的缺失值用{}填补", which.zh, by.zh),
        format!("Missing values of {} are filled with {}", which.en, by.en),
    );
    match impute.by {
        Filling::Mean | Filling::Median => joined(vec![filled, span(impute.over), fallback]),
        Filling::Constant(_) => filled,
        _ => joined(vec![filled, fallback]),
    }
}

fn treating(treat: &Treat, names: Names<'_>) -> Both {
    let which = names.which(&treat.which, indicators());
    let estimator = match treat.pass.estimator {
        Estimator::Population => both("按总体矩（g1、g2）", "population moments g1 and g2"),
        Estimator::SampleAdjusted => both("按样本校正（G1、G2）", "sample-adjusted, G1 and G2"),
        Estimator::SampleDeviation => both("按样本标准差（b1、b2）", "by the sample deviation, b1 and b2"),
    };
    let mut parts = vec![both(
        format!(
            "{}若偏度绝对值不小于 {} 且峰度不小于 {}（{}），作异常值处理",
            which.zh,
            plain(treat.pass.skewness),
            plain(treat.pass.kurtosis),
            estimator.zh
        ),
        format!(
            "Outliers of {} are treated where |skewness| is {} or more and kurtosis {} or more ({})",
            which.en,
            plain(treat.pass.skewness),
            plain(treat.pass.kurtosis),
            estimator.en
        ),
    )];
    if let Some(winsorise) = treat.winsorise {
        let ties = match winsorise.ties {
            WinsorTies::Together => both("并列的极值一起改", "equal extremes move together"),
            WinsorTies::WithinLimit => both(
                "并列的极值一起改，超过上限则不改",
                "equal extremes move together unless that exceeds the limit",
            ),
        };
        parts.push(both(
            format!("逐个缩尾直到符合，最多改 {} 个值，{}", winsorise.most, ties.zh),
            format!(
                "winsorised a step at a time until it passes, at most {} points, {}",
                winsorise.most, ties.en
            ),
        ));
    }
    if let Some(otherwise) = treat.otherwise {
        let curve = curve(otherwise);
        parts.push(both(
            format!("仍不符合的由原值{}", curve.zh),
            format!("what still fails is transformed from its untreated values, {}", curve.en),
        ));
    }
    parts.push(span(treat.over));
    joined(parts)
}

fn curve(curve: Curve) -> Both {
    match curve {
        Curve::Logarithm => both("取自然对数", "by ln(x)"),
        Curve::ShiftedLogarithm { share } => both(
            format!("取对数 ln(x − 最小值 + {} × 极差)", plain(share)),
            format!("by ln(x − min + {} · range)", plain(share)),
        ),
        Curve::BoxCox { lambda: Some(lambda) } => both(
            format!("作 Box-Cox 变换（λ = {}）", plain(lambda)),
            format!("by Box-Cox with λ = {}", plain(lambda)),
        ),
        Curve::BoxCox { lambda: None } => {
            both("作 Box-Cox 变换（λ 由数据估计）", "by Box-Cox, λ estimated from the data")
        }
    }
}

fn bending(bend: &Bend, names: Names<'_>) -> Both {
    let (which, curve, span) = (names.which(&bend.which, indicators()), curve(bend.curve), span(bend.over));
    both(
        format!("{}{}；{}", which.zh, curve.zh, span.zh),
        format!("Transforms {}, {}; {}", which.en, curve.en, span.en),
    )
}
