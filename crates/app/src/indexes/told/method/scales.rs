//! Normalising, in words.

use festoon_composite::framework::{Beyond, Normalise, Posts, Reference, Scale, Turn};
use festoon_composite::numbers::Divisor;
use festoon_domain::text::Lang;
use festoon_guide::evaluation::Both;

use super::super::{Names, both, plain, quoted};
use super::{indicators, joined, span, ties};

pub(super) fn normalising(normalise: &Normalise, names: Names<'_>) -> Both {
    let which = names.which(&normalise.which, indicators());
    let scale = scale(&normalise.scale, names);
    let mut parts = vec![both(
        format!("{}作标准化：{}", which.zh, scale.zh),
        format!("Normalises {}: {}", which.en, scale.en),
    )];
    let by_goalposts = matches!(
        normalise.scale,
        Scale::Goalposts { .. } | Scale::Efficacy { posts: Posts::Stated, .. } | Scale::Share { .. }
    );
    if !by_goalposts {
        parts.push(match normalise.turn {
            Turn::Before => both("逆向指标先变号", "of which less is better change their sign before"),
            Turn::After => both("逆向指标标准化后再反转", "of which less is better are turned around after"),
            Turn::Never => both("不改变方向", "directions are left as they are"),
        });
    }
    parts.push(span(normalise.over));
    joined(parts)
}

fn scale(scale: &Scale, names: Names<'_>) -> Both {
    let between = |low: f64, high: f64| format!("{}–{}", plain(low), plain(high));
    match scale {
        Scale::MinMax { low, high } => both(
            format!("极差法，最差为 {}，最好为 {}", plain(*low), plain(*high)),
            format!("min-max, the worst is {} and the best {}", plain(*low), plain(*high)),
        ),
        Scale::ZScore { mean, sd, divisor } => {
            let divisor = match divisor {
                Divisor::Sample => both("样本标准差，除以 n − 1", "sample deviation, n − 1"),
                Divisor::Population => both("总体标准差，除以 n", "population deviation, n"),
            };
            both(
                format!("Z 分数，均值 {}，标准差 {}（{}）", plain(*mean), plain(*sd), divisor.zh),
                format!("z-scores with mean {} and deviation {} ({})", plain(*mean), plain(*sd), divisor.en),
            )
        }
        Scale::Rank { ties: of } => {
            let ties = ties(*of);
            both(
                format!("名次，最差为 1；相同的值{}", ties.zh),
                format!("ranks, the worst is 1; equals {}", ties.en),
            )
        }
        Scale::Borda { ties: of } => {
            let ties = ties(*of);
            both(
                format!("波达计分，即胜过几个单位；相同的值{}", ties.zh),
                format!("Borda’s points, how many stand below; equals {}", ties.en),
            )
        }
        Scale::Percentile { ties: of } => {
            let ties = ties(*of);
            both(
                format!("百分位（名次 − 1）/（n − 1）；相同的值{}", ties.zh),
                format!("percentiles, (rank − 1) / (n − 1); equals {}", ties.en),
            )
        }
        Scale::Share { of } => {
            let of = reference(of, names);
            both(
                format!("与{}之比，逆向指标取倒数之比", of.zh),
                format!("shares of {}, turned over where less is better", of.en),
            )
        }
        Scale::Distance { to, beyond: of } => {
            let (to, beyond) = (reference(to, names), beyond(*of));
            both(
                format!("到{}的距离，达到为 1，最差为 0；超出的{}", to.zh, beyond.zh),
                format!(
                    "distances to {}, 1 when reached and 0 for the worst; beyond it {}",
                    to.en, beyond.en
                ),
            )
        }
        Scale::Nearest { low, high } => both(
            format!("离目标值的远近换算到 {}，达到目标值最好，最远的最差", between(*low, *high)),
            format!(
                "by how near the target a value is, {}: best at it, worst the farthest",
                between(*low, *high)
            ),
        ),
        Scale::Goalposts { low, high, beyond: of } => {
            let beyond = beyond(*of);
            both(
                format!("按各指标的门槛值换算到 {}；超出的{}", between(*low, *high), beyond.zh),
                format!(
                    "by the goalposts of each indicator, {}; beyond them {}",
                    between(*low, *high),
                    beyond.en
                ),
            )
        }
        Scale::Efficacy { base, span, posts, beyond: of } => {
            let posts = match posts {
                Posts::Stated => {
                    both("各指标写明的不允许值和满意值", "the worst and satisfactory values stated")
                }
                Posts::Measured => both("实测的最差值和最好值", "the worst and best values measured"),
            };
            let beyond = beyond(*of);
            let (base, span) = (plain(*base), plain(*span));
            both(
                format!(
                    "功效系数 {base} + {span} ×（x − 不允许值）/（满意值 − 不允许值），用{}；超出的{}",
                    posts.zh, beyond.zh
                ),
                format!(
                    "efficacy coefficients {base} + {span} · (x − worst) / (best − worst), with {}; beyond them {}",
                    posts.en, beyond.en
                ),
            )
        }
    }
}

fn beyond(beyond: Beyond) -> Both {
    match beyond {
        Beyond::Capped => both("按端点计", "a value counts as the end"),
        Beyond::Extended => both("照算，不封顶", "the scale goes on"),
    }
}

fn reference(to: &Reference, names: Names<'_>) -> Both {
    match to {
        Reference::Best => both("最好值", "the best value"),
        Reference::Target => both("目标值", "the target"),
        Reference::Mean => both("平均值", "the mean"),
        Reference::Unit(code) => {
            let unit = names.file.units.iter().find(|unit| unit.code == *code).map(|unit| unit.name.clone());
            let name = unit.unwrap_or_else(|| festoon_domain::text::Text::single(code));
            both(
                format!("{}同年的值", quoted(&name, Lang::Zh)),
                format!("the value of {} in the same year", quoted(&name, Lang::En)),
            )
        }
    }
}
