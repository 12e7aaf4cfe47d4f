//! The same text in two languages: its figures paired, disagreements and omissions told.

mod likeness;
mod sentence;

use crate::claim::{Claim, Kind, Role, Value};
use crate::find::find;
use crate::lint::Language;
use crate::measure::{self, Measure};
use crate::unit::Unit;
use likeness::{differs, like, loses_hedge};

/// What there is to say of a figure in two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pair {
    /// Both say it.
    Agree {
        /// In the Chinese text.
        zh: Claim,
        /// In the English text.
        en: Claim,
    },
    /// Both speak of it and say different things.
    Disagree {
        /// In the Chinese text.
        zh: Claim,
        /// In the English text.
        en: Claim,
        /// What differs.
        how: Difference,
    },
    /// Only one of them says it.
    Omitted {
        /// The language that says it.
        said_in: Language,
        /// Where.
        claim: Claim,
    },
}

/// What differs between two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The number.
    Value,
    /// By a power of ten: 亿 and billion.
    Power(i32),
    /// The hedge turns round.
    Hedge,
    /// One of them bends the number and the other gives it bare: 200余家, “200 exhibitors”.
    HedgeLost,
    /// It rises in one and falls in the other.
    Direction,
    /// It is to be signed in one and signed in the other.
    Stage,
    /// The currency.
    Currency,
    /// What is counted.
    Unit,
    /// What it is measured in: square metres and square feet, per cent and percentage points.
    Measure,
}

/// A claim where it stands in its text.
struct Stated {
    /// How far in, from 0 to 1.
    at: f64,
    claim: Claim,
    /// What it is measured in, where that is no unit of the closed list.
    measure: Option<Measure>,
}

/// Pairs the figures of a Chinese text with those of the same text in English.
///
/// What both say alike is paired first, wherever it stands; of what is left, figures of one kind and unit in the same part of the text
/// are meant to be the same and disagree; the rest one of them omits.
#[must_use]
pub fn align(zh: &str, en: &str) -> Vec<Pair> {
    let stated = |text: &str| -> Vec<Stated> {
        let length = text.len().max(1);
        let claims =
            find(text).into_iter().filter(|claim| claim.value != Value::Beyond && claim.role != Role::AsOf);
        claims
            .map(|claim| Stated {
                at: share(claim.place.start, length),
                measure: measure::outside(text, &claim),
                claim,
            })
            .collect()
    };
    let (mut zh, mut en) = (stated(zh), stated(en));
    let mut pairs = Vec::new();
    // From what is surely the same to what only may be: place breaks ties.
    for (likeness, reach) in [(5, 0.35), (4, 0.35), (3, 0.35), (3, 1.0)] {
        let alike = |zh: &Stated, en: &Stated| (like(zh, en) >= likeness).then(|| loses_hedge(zh, en));
        take(&mut zh, &mut en, reach, alike, |zh, en, loses_hedge| {
            pairs.push(if loses_hedge {
                Pair::Disagree { zh, en, how: Difference::HedgeLost }
            } else {
                Pair::Agree { zh, en }
            });
        });
    }
    // The same number said otherwise goes before another number that stands nearer.
    for (reach, sure) in [(0.35, Sure::SameNumber), (0.08, Sure::No), (0.2, Sure::No), (1.0, Sure::OnlyOne)] {
        let meant = |zh: &Stated, en: &Stated| differs(zh, en).filter(|how| sure.allows(zh, en, *how));
        take(&mut zh, &mut en, reach, meant, |zh, en, how| pairs.push(Pair::Disagree { zh, en, how }));
    }
    for (said_in, left) in [(Language::Zh, zh), (Language::En, en)] {
        let stated = left.into_iter().map(|one| one.claim).filter(|claim| claim.role == Role::Stated);
        pairs.extend(stated.map(|claim| Pair::Omitted { said_in, claim }));
    }
    pairs.sort_by_key(|pair| match pair {
        Pair::Agree { zh, .. } | Pair::Disagree { zh, .. } => zh.place.start,
        Pair::Omitted { claim, .. } => claim.place.start,
    });
    pairs
}

/// What must speak for it that two claims which differ are meant to be the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// That their numbers are the same, and what differs is said of them.
    SameNumber,
    /// That they are the only ones of their unit that are left, wherever they stand.
    OnlyOne,
    /// Their place alone.
    No,
}

impl Sure {
    fn allows(self, zh: &Stated, en: &Stated, how: Difference) -> bool {
        match self {
            Self::SameNumber => !matches!(how, Difference::Value | Difference::Power(_) | Difference::Unit),
            Self::OnlyOne => {
                let (zh, en) = (&zh.claim, &en.claim);
                zh.kind != Kind::Count || zh.unit == en.unit && zh.unit != Some(Unit::Item)
            }
            Self::No => true,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "how far into a text a figure stands")]
fn share(at: usize, length: usize) -> f64 {
    at as f64 / length as f64
}

/// How many neighbours are tried for one figure, which keeps the time in bounds for texts of any length.
const NEIGHBOURS: usize = 64;

/// Pairs off what fits, the nearest first; what `fits` says of two goes along with them.
fn take<T>(
    zh: &mut Vec<Stated>,
    en: &mut Vec<Stated>,
    reach: f64,
    fits: impl Fn(&Stated, &Stated) -> Option<T>,
    mut with: impl FnMut(Claim, Claim, T),
) {
    let mut left = Vec::new();
    let mut free = vec![true; en.len()];
    for one in zh.drain(..) {
        let middle = en.partition_point(|other| other.at < one.at);
        let low = middle.saturating_sub(NEIGHBOURS);
        let high = (middle + NEIGHBOURS).min(en.len());
        let apart = |other: usize| (en[other].at - one.at).abs();
        let near = (low..high)
            .filter(|other| free[*other] && apart(*other) <= reach)
            .filter_map(|other| Some((other, fits(&one, &en[other])?)));
        match near.min_by(|(first, _), (second, _)| apart(*first).total_cmp(&apart(*second))) {
            Some((other, what)) => {
                free[other] = false;
                with(one.claim, en[other].claim.clone(), what);
            }
            None => left.push(one),
        }
    }
    let mut free = free.into_iter();
    en.retain(|_| free.next() == Some(true));
    *zh = left;
}
