//! How scores are made of what stands below, as keys and values.

use festoon_composite::framework::{Aggregate, Method, MissingChild, NotPositive};
use festoon_composite::numbers::Scale;
use festoon_composite::ranking::Decision;

use super::super::super::words::{
    COPELAND, CRITERION_SCALE, ENVELOPED, LINK, ORIENTATION, RATIO_SCORE, RETURNS, VIKOR_SCORE, WEIGHTING,
    word,
};
use super::super::{quoted, which_fields};
use super::{Fields, number, span};

pub(super) fn of_aggregate(aggregate: &Aggregate) -> Fields {
    let by = |name: &str| ("by", quoted(name));
    let mut fields = match aggregate.by {
        Method::Arithmetic => vec![by("arithmetic")],
        Method::Geometric => vec![by("geometric")],
        Method::Harmonic => vec![by("harmonic")],
        Method::Power(power) => vec![by("power"), ("power", number(power))],
        Method::Copeland(score) => vec![by("copeland"), ("score", quoted(word(COPELAND, &score)))],
        Method::Topsis { scale, weighting } => vec![
            by("topsis"),
            ("scale", quoted(word(CRITERION_SCALE, &scale))),
            ("weighting", quoted(word(WEIGHTING, &weighting))),
        ],
        Method::BenefitOfTheDoubt(bounds) => vec![
            by("benefit-of-the-doubt"),
            ("share_from", number(bounds.least)),
            ("share_to", number(bounds.most)),
        ],
        Method::Decided(decision) => of_decision(decision),
        Method::ChainedGrowth { link, base } => {
            let base = base.map(|year| ("base", year.to_string()));
            [by("chained-growth"), ("link", quoted(word(LINK, &link)))].into_iter().chain(base).collect()
        }
    };
    fields.extend(match aggregate.missing {
        MissingChild::Renormalise => vec![("missing", quoted("renormalise"))],
        MissingChild::Undefined => vec![("missing", quoted("undefined"))],
        MissingChild::AtLeast(least) => vec![("missing", quoted("at-least")), ("least", number(least))],
    });
    fields.extend(match aggregate.not_positive {
        NotPositive::ZeroIsZero => vec![("not_positive", quoted("zero-is-zero"))],
        NotPositive::Undefined => vec![("not_positive", quoted("undefined"))],
        NotPositive::Lifted(to) => vec![("not_positive", quoted("lifted")), ("by_how_much", number(to))],
        NotPositive::Shifted(by) => vec![("not_positive", quoted("shifted")), ("by_how_much", number(by))],
    });
    fields.push(span(aggregate.over));
    fields.extend(which_fields(&aggregate.nodes));
    fields
}

fn of_decision(decision: Decision) -> Fields {
    let by = |name: &str| ("by", quoted(name));
    let scale = |scale: Scale| ("scale", quoted(word(CRITERION_SCALE, &scale)));
    let ratio = |score| ("score", quoted(word(RATIO_SCORE, score)));
    match decision {
        Decision::Sum { scale: of } => vec![by("saw"), scale(of)],
        Decision::Product { scale: of } => vec![by("weighted-product"), scale(of)],
        Decision::Waspas { part } => vec![by("waspas"), ("part", number(part))],
        Decision::Vikor { majority, score } => {
            let score = ("score", quoted(word(VIKOR_SCORE, &score)));
            vec![by("vikor"), ("majority", number(majority)), score]
        }
        Decision::Promethee => vec![by("promethee")],
        Decision::Copras(score) => vec![by("copras"), ratio(&score)],
        Decision::Aras(score) => vec![by("aras"), ratio(&score)],
        Decision::Grey { scale: of, distinguishing } => {
            vec![by("grey"), scale(of), ("distinguishing", number(distinguishing))]
        }
        Decision::Moora => vec![by("moora")],
        Decision::MooraReference => vec![by("moora-reference")],
        Decision::MooraMultiplicative => vec![by("moora-multiplicative")],
        Decision::Edas => vec![by("edas")],
        Decision::Codas { threshold } => vec![by("codas"), ("threshold", number(threshold))],
        Decision::Mabac => vec![by("mabac")],
        Decision::Envelopment(how) => vec![
            by("envelopment"),
            ("returns", quoted(word(RETURNS, &how.returns))),
            ("orientation", quoted(word(ORIENTATION, &how.orientation))),
            ("peers", quoted(word(ENVELOPED, &how.peers))),
        ],
    }
}
