//! `do = "aggregate"`: how what stands below a node becomes its score.

use festoon_composite::framework::{Aggregate, Method, MissingChild, NotPositive};
use festoon_composite::numbers::Scale;
use festoon_composite::ranking::Decision;
use festoon_composite::weights::{Envelopment, ShareBounds};

use super::super::words::{
    COPELAND, CRITERION_SCALE, ENVELOPED, LINK, ORIENTATION, RATIO_SCORE, RETURNS, VIKOR_SCORE, WEIGHTING,
};
use super::{number, span, unknown, which};
use crate::said::Said;

const WAYS: [&str; 23] = [
    "arithmetic",
    "geometric",
    "harmonic",
    "power",
    "copeland",
    "topsis",
    "benefit-of-the-doubt",
    "chained-growth",
    "saw",
    "weighted-product",
    "waspas",
    "vikor",
    "promethee",
    "copras",
    "aras",
    "grey",
    "moora",
    "moora-reference",
    "moora-multiplicative",
    "edas",
    "codas",
    "mabac",
    "envelopment",
];

pub(super) fn aggregate(said: &Said<'_>) -> Option<Aggregate> {
    let by = said.must("by")?;
    let by = match by.as_str() {
        "arithmetic" => Method::Arithmetic,
        "geometric" => Method::Geometric,
        "harmonic" => Method::Harmonic,
        "power" => Method::Power(number(said, "power")?),
        "copeland" => Method::Copeland(said.choice("score", COPELAND)),
        "topsis" => Method::Topsis {
            scale: said.choice_or("scale", CRITERION_SCALE, Scale::Vector),
            weighting: said.choice("weighting", WEIGHTING),
        },
        "benefit-of-the-doubt" => Method::BenefitOfTheDoubt(ShareBounds {
            least: said.number("share_from").unwrap_or(ShareBounds::FREE.least),
            most: said.number("share_to").unwrap_or(ShareBounds::FREE.most),
        }),
        "chained-growth" => {
            Method::ChainedGrowth { link: said.choice("link", LINK), base: said.year("base") }
        }
        other => Method::Decided(decision(said, other)?),
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

/// The other methods of multi-criteria decisions, with what is customary where nothing is said.
fn decision(said: &Said<'_>, by: &str) -> Option<Decision> {
    let scale = |usual| said.choice_or("scale", CRITERION_SCALE, usual);
    let share = |key, usual| said.number(key).unwrap_or(usual);
    Some(match by {
        "saw" => Decision::Sum { scale: scale(Scale::MaxRatio) },
        "weighted-product" => Decision::Product { scale: scale(Scale::AsIs) },
        "waspas" => Decision::Waspas { part: share("part", 0.5) },
        "vikor" => {
            let score = said.choice("score", VIKOR_SCORE);
            Decision::Vikor { majority: share("majority", 0.5), score }
        }
        "promethee" => Decision::Promethee,
        "copras" => Decision::Copras(said.choice("score", RATIO_SCORE)),
        "aras" => Decision::Aras(said.choice("score", RATIO_SCORE)),
        "grey" => {
            let distinguishing = share("distinguishing", 0.5);
            Decision::Grey { scale: scale(Scale::MinMax), distinguishing }
        }
        "moora" => Decision::Moora,
        "moora-reference" => Decision::MooraReference,
        "moora-multiplicative" => Decision::MooraMultiplicative,
        "edas" => Decision::Edas,
        "codas" => Decision::Codas { threshold: share("threshold", 0.02) },
        "mabac" => Decision::Mabac,
        "envelopment" => Decision::Envelopment(Envelopment {
            returns: said.choice("returns", RETURNS),
            orientation: said.choice("orientation", ORIENTATION),
            peers: said.choice("peers", ENVELOPED),
        }),
        _ => {
            unknown(said, "by", by, &WAYS);
            return None;
        }
    })
}
