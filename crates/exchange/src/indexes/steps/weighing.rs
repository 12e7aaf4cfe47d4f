//! `do = "weigh"`: where weights come from.

use festoon_composite::Matrix;
use festoon_composite::framework::{Weigh, Weighing};
use festoon_composite::numbers::{Basis, Divisor, Keep};
use festoon_composite::weights::{CriticChoices, Judgements, PRINTED, RandomIndex, ZeroShares};

use super::super::faults::of_weights;
use super::super::words::{
    COMPONENT_WEIGHTS, CONFLICT, CORRELATION, CRITERION_SCALE, DERIVATION, DIVISOR, DOUBTFUL, ROTATION, SCOPE,
};
use super::{number, unknown, which};
use crate::Right;
use crate::said::Said;

const WAYS: [&str; 8] = [
    "given",
    "equal",
    "judged",
    "entropy",
    "critic",
    "standard-deviation",
    "coefficient-of-variation",
    "components",
];

pub(super) fn weigh(said: &Said<'_>) -> Option<Weigh> {
    let by = said.must("by")?;
    let by = match by.as_str() {
        "given" => Weighing::Given,
        "equal" => Weighing::Equal,
        "judged" => judged(said)?,
        "entropy" => Weighing::Entropy { zeros: zeros(said)? },
        "critic" => Weighing::Critic(CriticChoices {
            scale: said.choice("scale", CRITERION_SCALE),
            divisor: said.choice("divisor", DIVISOR),
            correlation: said.choice("correlation", CORRELATION),
            conflict: said.choice("conflict", CONFLICT),
        }),
        "standard-deviation" => Weighing::StandardDeviation,
        "coefficient-of-variation" => Weighing::CoefficientOfVariation,
        "components" => Weighing::Components {
            basis: basis(said),
            keep: keep(said)?,
            rotation: said.choice("rotation", ROTATION),
            weights: said.choice("weights", COMPONENT_WEIGHTS),
        },
        _ => {
            unknown(said, "by", &by, &WAYS);
            return None;
        }
    };
    Some(Weigh { by, scope: said.choice("scope", SCOPE), nodes: which(said) })
}

/// Experts' judgements of all pairs, as a whole table or its upper half.
fn judged(said: &Said<'_>) -> Option<Weighing> {
    let children = said.words("children");
    if children.is_empty() {
        said.lacks("children");
    }
    let rows = said.table_of_numbers("judgements");
    let upper = said.numbers("upper");
    let judgements = if rows.is_empty() {
        Judgements::by_upper_half(children.len(), &upper)
    } else if rows.iter().all(|row| row.len() == rows.len()) {
        Judgements::of(Matrix::of(rows.len(), rows.concat()), PRINTED)
    } else {
        said.mistakes.note(
            said.offset_of("judgements"),
            Right::new(
                format!("judgements 应为 {0} 行 {0} 列，与 children 同一顺序。", children.len()),
                format!("judgements are {0} rows of {0} numbers, in the order of children.", children.len()),
            ),
        );
        return None;
    };
    let key = if rows.is_empty() { "upper" } else { "judgements" };
    match judgements {
        Err(error) => {
            let Right { zh, en } = of_weights(&error);
            let right = Right::new(format!("{key}：{zh}。"), format!("{key}: {en}."));
            said.mistakes.note(said.offset_of(key), right);
            None
        }
        Ok(judgements) => Some(Weighing::Judged {
            children,
            judgements,
            derivation: said.choice("derivation", DERIVATION),
            random: random(said)?,
            doubtful: said.choice("doubtful", DOUBTFUL),
        }),
    }
}

fn random(said: &Said<'_>) -> Option<RandomIndex> {
    let word = said.text("random").unwrap_or_else(|| "saaty".into());
    match word.as_str() {
        "saaty" => Some(RandomIndex::Saaty),
        "saaty-later" => Some(RandomIndex::SaatyLater),
        "textbook" => Some(RandomIndex::Textbook),
        "alonso-lamata" => Some(RandomIndex::AlonsoLamata),
        "given" => Some(RandomIndex::Given(number(said, "random_index")?)),
        _ => {
            unknown(said, "random", &word, &["saaty", "saaty-later", "textbook", "alonso-lamata", "given"]);
            None
        }
    }
}

fn zeros(said: &Said<'_>) -> Option<ZeroShares> {
    let word = said.text("zeros").unwrap_or_else(|| "count-nothing".into());
    match word.as_str() {
        "count-nothing" => Some(ZeroShares::CountNothing),
        "shift" => Some(ZeroShares::Shift(number(said, "by_how_much")?)),
        "refuse" => Some(ZeroShares::Refuse),
        _ => {
            unknown(said, "zeros", &word, &["count-nothing", "shift", "refuse"]);
            None
        }
    }
}

fn basis(said: &Said<'_>) -> Basis {
    said.choice(
        "basis",
        &[
            ("correlation", Basis::Correlation),
            ("covariance-sample", Basis::Covariance(Divisor::Sample)),
            ("covariance-population", Basis::Covariance(Divisor::Population)),
        ],
    )
}

fn keep(said: &Said<'_>) -> Option<Keep> {
    let word = said.text("keep").unwrap_or_else(|| "kaiser".into());
    match word.as_str() {
        "kaiser" => Some(Keep::Kaiser),
        "oecd" => Some(Keep::Oecd),
        "share" => Some(Keep::Share(number(said, "kept_share")?)),
        "count" => {
            let count = number(said, "kept_count")?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number below ten thousand"
            )]
            let whole = ((1.0..1e4).contains(&count) && count.fract() == 0.0).then_some(count as usize);
            if whole.is_none() {
                let right =
                    Right::new("kept_count 应为 1 以上的整数。", "kept_count is a whole number from 1.");
                said.mistakes.note(said.offset_of("kept_count"), right);
            }
            whole.map(Keep::Count)
        }
        _ => {
            unknown(said, "keep", &word, &["kaiser", "oecd", "share", "count"]);
            None
        }
    }
}
