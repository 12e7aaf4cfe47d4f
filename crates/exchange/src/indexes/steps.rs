//! `[[step]]`: what is done, in its order, every choice by its name. What is not said is customary, and is written out in every audit bundle.

mod weighing;

use festoon_composite::Step;
use festoon_composite::framework::{
    Aggregate, Bend, Curve, Fallback, Filling, Impute, Method, MissingChild, Normalise, NotPositive, Pass,
    Rank, Reference, Scale, Screen, Span, Treat, Which, Winsorise,
};
use festoon_composite::numbers::Scale as CriterionScale;
use festoon_composite::weights::ShareBounds;

use super::words::{
    BEYOND, COPELAND, CRITERION_SCALE, DIVISOR, ESTIMATOR, LINK, POSTS, PRESENCE, SCREENING, STEPS, TIES,
    TURN, WEIGHTING, WINSOR_TIES,
};
use crate::Right;
use crate::said::Said;

/// Reads a step; nothing where it cannot be told which it is.
pub(super) fn step(said: Said<'_>) -> Option<Step> {
    let does = said.must("do")?;
    let step = match does.as_str() {
        "denominate" => Step::Denominate,
        "screen" => Step::Screen(screen(&said)),
        "impute" => Step::Impute(impute(&said)?),
        "treat" => Step::Treat(treat(&said)),
        "bend" => Step::Bend(Bend { curve: curve(&said, "by")?, over: span(&said), which: which(&said) }),
        "normalise" => Step::Normalise(normalise(&said)?),
        "weigh" => Step::Weigh(weighing::weigh(&said)?),
        "aggregate" => Step::Aggregate(aggregate(&said)?),
        "rank" => Step::Rank(Rank { ties: said.choice("ties", TIES) }),
        _ => {
            unknown(&said, "do", &does, &STEPS);
            return None;
        }
    };
    said.finish();
    Some(step)
}

fn unknown(said: &Said<'_>, key: &'static str, stood: &str, known: &[&str]) {
    let right = Right::new(
        format!("{key} 不能是「{stood}」。可用的有：{}。", known.join("、")),
        format!("{key} cannot be “{stood}”. There are: {}.", known.join(", ")),
    );
    said.mistakes.note(said.offset_of(key), right);
}

fn screen(said: &Said<'_>) -> Screen {
    Screen {
        cases: said.number("cases"),
        indicators: said.number("indicators"),
        order: said.choice("order", SCREENING),
        presence: said.choice("presence", PRESENCE),
    }
}

fn impute(said: &Said<'_>) -> Option<Impute> {
    let by = said.must("by")?;
    let by = match by.as_str() {
        "mean" => Filling::Mean,
        "median" => Filling::Median,
        "carry" => Filling::Carry,
        "interpolate" => Filling::Interpolate,
        "interpolate-and-hold" => Filling::InterpolateAndHold,
        "constant" => Filling::Constant(number(said, "constant")?),
        _ => {
            let known = ["mean", "median", "carry", "interpolate", "interpolate-and-hold", "constant"];
            unknown(said, "by", &by, &known);
            return None;
        }
    };
    let fallback = [("leave-missing", Fallback::LeaveMissing), ("all-units", Fallback::AllUnits)];
    Some(Impute {
        by,
        group: said.text("group"),
        fallback: said.choice("fallback", &fallback),
        over: span(said),
        which: which(said),
    })
}

fn treat(said: &Said<'_>) -> Treat {
    let usual = Pass::default();
    let pass = Pass {
        skewness: said.number("skewness").unwrap_or(usual.skewness),
        kurtosis: said.number("kurtosis").unwrap_or(usual.kurtosis),
        estimator: said.choice("estimator", ESTIMATOR),
    };
    let most = said.number("winsorise").unwrap_or(f64::from(Winsorise::default().most));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number below a million"
    )]
    let whole = ((0.0..1e6).contains(&most) && most.fract() == 0.0).then_some(most as u32);
    if whole.is_none() {
        let right = Right::new(
            format!("winsorise 是 {most}，应为最多移动几个值，0 以上的整数；0 表示不缩尾。"),
            format!(
                "winsorise is {most}; it is at most how many points move, a whole number from 0, which means none."
            ),
        );
        said.mistakes.note(said.offset_of("winsorise"), right);
    }
    let ties = said.choice("ties", WINSOR_TIES);
    Treat {
        pass,
        winsorise: whole.filter(|most| *most > 0).map(|most| Winsorise { most, ties }),
        otherwise: if said.has("otherwise") { curve(said, "otherwise") } else { None },
        over: span(said),
        which: which(said),
    }
}

fn curve(said: &Said<'_>, key: &'static str) -> Option<Curve> {
    let word = said.must(key)?;
    match word.as_str() {
        "logarithm" => Some(Curve::Logarithm),
        "shifted-logarithm" => Some(Curve::ShiftedLogarithm { share: said.number("share").unwrap_or(0.01) }),
        "box-cox" => Some(Curve::BoxCox { lambda: said.number("lambda") }),
        _ => {
            unknown(said, key, &word, &["logarithm", "shifted-logarithm", "box-cox"]);
            None
        }
    }
}

fn normalise(said: &Said<'_>) -> Option<Normalise> {
    let by = said.must("by")?;
    let between =
        |usual: (f64, f64)| (said.number("low").unwrap_or(usual.0), said.number("high").unwrap_or(usual.1));
    let scale = match by.as_str() {
        "min-max" => {
            let (low, high) = between((0.0, 100.0));
            Scale::MinMax { low, high }
        }
        "z-score" => Scale::ZScore {
            mean: said.number("mean").unwrap_or(0.0),
            sd: said.number("sd").unwrap_or(1.0),
            divisor: said.choice("divisor", DIVISOR),
        },
        "rank" => Scale::Rank { ties: said.choice("ties", TIES) },
        "borda" => Scale::Borda { ties: said.choice("ties", TIES) },
        "percentile" => Scale::Percentile { ties: said.choice("ties", TIES) },
        "share" => Scale::Share { of: reference(said, "of")? },
        "distance" => Scale::Distance { to: reference(said, "to")?, beyond: said.choice("beyond", BEYOND) },
        "goalposts" => {
            let (low, high) = between((0.0, 100.0));
            Scale::Goalposts { low, high, beyond: said.choice("beyond", BEYOND) }
        }
        "efficacy" => Scale::Efficacy {
            base: said.number("base").unwrap_or(60.0),
            span: said.number("span").unwrap_or(40.0),
            posts: said.choice("posts", POSTS),
            beyond: said.choice("beyond", BEYOND),
        },
        _ => {
            let known = [
                "min-max",
                "z-score",
                "rank",
                "borda",
                "percentile",
                "share",
                "distance",
                "goalposts",
                "efficacy",
            ];
            unknown(said, "by", &by, &known);
            return None;
        }
    };
    Some(Normalise { scale, turn: said.choice("turn", TURN), over: span(said), which: which(said) })
}

/// `best`, `mean`, `target`, or a unit, which is named beside it.
fn reference(said: &Said<'_>, key: &'static str) -> Option<Reference> {
    let word = said.text(key).unwrap_or_else(|| "best".into());
    match word.as_str() {
        "best" => Some(Reference::Best),
        "mean" => Some(Reference::Mean),
        "target" => Some(Reference::Target),
        "unit" => Some(Reference::Unit(said.must("unit")?)),
        _ => {
            unknown(said, key, &word, &["best", "mean", "target", "unit"]);
            None
        }
    }
}

fn aggregate(said: &Said<'_>) -> Option<Aggregate> {
    let by = said.must("by")?;
    let by = match by.as_str() {
        "arithmetic" => Method::Arithmetic,
        "geometric" => Method::Geometric,
        "harmonic" => Method::Harmonic,
        "power" => Method::Power(number(said, "power")?),
        "copeland" => Method::Copeland(said.choice("score", COPELAND)),
        "topsis" => Method::Topsis {
            scale: said.choice_or("scale", CRITERION_SCALE, CriterionScale::Vector),
            weighting: said.choice("weighting", WEIGHTING),
        },
        "benefit-of-the-doubt" => Method::BenefitOfTheDoubt(ShareBounds {
            least: said.number("share_from").unwrap_or(ShareBounds::FREE.least),
            most: said.number("share_to").unwrap_or(ShareBounds::FREE.most),
        }),
        "chained-growth" => {
            Method::ChainedGrowth { link: said.choice("link", LINK), base: said.year("base") }
        }
        _ => {
            let known = [
                "arithmetic",
                "geometric",
                "harmonic",
                "power",
                "copeland",
                "topsis",
                "benefit-of-the-doubt",
                "chained-growth",
            ];
            unknown(said, "by", &by, &known);
            return None;
        }
    };
    let missing = said.text("missing").unwrap_or_else(|| "renormalise".into());
    let missing = match missing.as_str() {
        "renormalise" => MissingChild::Renormalise,
        "undefined" => MissingChild::Undefined,
        "at-least" => MissingChild::AtLeast(number(said, "least")?),
        _ => {
            unknown(said, "missing", &missing, &["renormalise", "undefined", "at-least"]);
            return None;
        }
    };
    let not_positive = said.text("not_positive").unwrap_or_else(|| "zero-is-zero".into());
    let not_positive = match not_positive.as_str() {
        "zero-is-zero" => NotPositive::ZeroIsZero,
        "undefined" => NotPositive::Undefined,
        "lifted" => NotPositive::Lifted(number(said, "by_how_much")?),
        "shifted" => NotPositive::Shifted(number(said, "by_how_much")?),
        _ => {
            let known = ["zero-is-zero", "undefined", "lifted", "shifted"];
            unknown(said, "not_positive", &not_positive, &known);
            return None;
        }
    };
    Some(Aggregate { by, missing, not_positive, over: span(said), nodes: which(said) })
}

/// A number that must be there.
fn number(said: &Said<'_>, key: &'static str) -> Option<f64> {
    if !said.has(key) {
        said.lacks(key);
    }
    said.number(key)
}

/// `all-years`, `each-year`, or one year.
fn span(said: &Said<'_>) -> Span {
    if let Some(year) = said.has("year").then(|| said.year("year")).flatten() {
        return Span::Year(year);
    }
    said.choice("over", &[("all-years", Span::AllYears), ("each-year", Span::EachYear)])
}

/// `only = […]` or `except = […]`; all when neither is there.
pub(super) fn which(said: &Said<'_>) -> Which {
    let (only, except) = (said.words("only"), said.words("except"));
    if said.has("only") && said.has("except") {
        said.wrong(Right::new(
            "only 和 except 只能写一个。请删去一个。",
            "only and except cannot both be said. Take one away.",
        ));
    }
    if said.has("only") {
        Which::Only(only)
    } else if said.has("except") {
        Which::Except(except)
    } else {
        Which::All
    }
}
