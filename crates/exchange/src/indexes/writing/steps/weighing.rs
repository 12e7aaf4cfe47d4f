//! Where weights come from, as keys and values.

use festoon_composite::framework::{Weigh, Weighing};
use festoon_composite::numbers::{Basis, Divisor, Keep};
use festoon_composite::weights::{RandomIndex, ZeroShares};

use super::super::super::words::{
    COMPONENT_WEIGHTS, CONFLICT, CORRELATION, CRITERION_SCALE, DERIVATION, DIVISOR, DOUBTFUL, ROTATION,
    SCOPE, word,
};
use super::super::{list, quoted, which_fields};
use super::{Fields, number};

pub(super) fn of_weigh(weigh: &Weigh) -> Fields {
    let by = |name: &str| ("by", quoted(name));
    let mut fields = match &weigh.by {
        Weighing::Given => vec![by("given")],
        Weighing::Equal => vec![by("equal")],
        Weighing::Judged { children, judgements, derivation, random, doubtful } => {
            let table = judgements.table();
            let row = |row: usize| {
                let cells: Vec<String> = table.row(row).iter().copied().map(number).collect();
                format!("[{}]", cells.join(", "))
            };
            let rows: Vec<String> = (0..table.rows()).map(row).collect();
            let mut fields = vec![
                by("judged"),
                ("children", list(children)),
                ("judgements", format!("[{}]", rows.join(", "))),
                ("derivation", quoted(word(DERIVATION, derivation))),
                ("doubtful", quoted(word(DOUBTFUL, doubtful))),
            ];
            fields.extend(of_random(*random));
            fields
        }
        Weighing::Entropy { zeros } => {
            let zeros = match zeros {
                ZeroShares::CountNothing => vec![("zeros", quoted("count-nothing"))],
                ZeroShares::Refuse => vec![("zeros", quoted("refuse"))],
                ZeroShares::Shift(by) => vec![("zeros", quoted("shift")), ("by_how_much", number(*by))],
            };
            [vec![by("entropy")], zeros].concat()
        }
        Weighing::Critic(choices) => vec![
            by("critic"),
            ("scale", quoted(word(CRITERION_SCALE, &choices.scale))),
            ("divisor", quoted(word(DIVISOR, &choices.divisor))),
            ("correlation", quoted(word(CORRELATION, &choices.correlation))),
            ("conflict", quoted(word(CONFLICT, &choices.conflict))),
        ],
        Weighing::StandardDeviation => vec![by("standard-deviation")],
        Weighing::CoefficientOfVariation => vec![by("coefficient-of-variation")],
        Weighing::Components { basis, keep, rotation, weights } => {
            let mut fields = vec![by("components"), ("basis", quoted(of_basis(*basis)))];
            fields.extend(of_keep(*keep));
            fields.push(("rotation", quoted(word(ROTATION, rotation))));
            fields.push(("weights", quoted(word(COMPONENT_WEIGHTS, weights))));
            fields
        }
    };
    fields.push(("scope", quoted(word(SCOPE, &weigh.scope))));
    fields.extend(which_fields(&weigh.nodes));
    fields
}

fn of_random(random: RandomIndex) -> Fields {
    match random {
        RandomIndex::Saaty => vec![("random", quoted("saaty"))],
        RandomIndex::SaatyLater => vec![("random", quoted("saaty-later"))],
        RandomIndex::Textbook => vec![("random", quoted("textbook"))],
        RandomIndex::AlonsoLamata => vec![("random", quoted("alonso-lamata"))],
        RandomIndex::Given(index) => vec![("random", quoted("given")), ("random_index", number(index))],
    }
}

const fn of_basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Correlation => "correlation",
        Basis::Covariance(Divisor::Sample) => "covariance-sample",
        Basis::Covariance(Divisor::Population) => "covariance-population",
    }
}

fn of_keep(keep: Keep) -> Fields {
    match keep {
        Keep::Kaiser => vec![("keep", quoted("kaiser"))],
        Keep::Oecd => vec![("keep", quoted("oecd"))],
        Keep::Share(share) => vec![("keep", quoted("share")), ("kept_share", number(share))],
        Keep::Count(count) => vec![("keep", quoted("count")), ("kept_count", count.to_string())],
    }
}
