//! What in a ledger contradicts itself, each contradiction by its name and its figure.

use super::{Ledger, Width};
use crate::claim::{Hedge, Kind, Value};
use crate::figure::Figure;
use crate::number::Number;
use crate::write;
use std::collections::BTreeMap;

/// A contradiction in a ledger. The words name the figure and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Two figures have one id and different truths.
    #[error("{id}: two truths, {one} and {other}; one figure has one value a day")]
    TwoTruths {
        /// Of the figure.
        id: String,
        /// The value given first.
        one: String,
        /// The value given then.
        other: String,
    },
    /// Two figures have one id.
    #[error("{id}: stands twice; an id names one figure")]
    SameId {
        /// Of the figure.
        id: String,
    },
    /// Two figures of one kind, unit, stage and scope share a name, so that no text can tell them apart.
    #[error(
        "{one} and {other}: both are called “{name}” with the same kind, unit, stage and scope; rename one"
    )]
    SameName {
        /// Id of the first.
        one: String,
        /// Id of the second.
        other: String,
        /// What both are called.
        name: String,
    },
    /// The low end lies above the high one.
    #[error("{id}: the interval {low}..{high} is upside down; the lower end comes first")]
    UpsideDown {
        /// Of the figure.
        id: String,
        /// Its lower end.
        low: String,
        /// Its upper end.
        high: String,
    },
    /// The tolerance is negative or at least the whole.
    #[error("{id}: a tolerance of {tolerance}; it is a share of the value, from 0 to below 1")]
    Tolerance {
        /// Of the figure.
        id: String,
        /// As given.
        tolerance: Number,
    },
    /// Money without a currency.
    #[error("{id}: money without a currency; give its ISO 4217 code")]
    NoCurrency {
        /// Of the figure.
        id: String,
    },
    /// A currency on something that is no money.
    #[error("{id}: a currency on a figure that is no money")]
    CurrencyOfNoMoney {
        /// Of the figure.
        id: String,
    },
    /// A rate that is zero or below.
    #[error("{id}: a rate of {rate}; a unit of money costs something")]
    Rate {
        /// Of the figure, or the code of the currency.
        id: String,
        /// As given.
        rate: Number,
    },
    /// A count without unit.
    #[error("{id}: a count without a unit; “item” when none fits")]
    NoUnit {
        /// Of the figure.
        id: String,
    },
    /// The value is not of the kind.
    #[error("{id}: {value} is no value for this kind of figure")]
    WrongKind {
        /// Of the figure.
        id: String,
        /// As given.
        value: String,
    },
    /// No name in one of the languages.
    #[error("{id}: no name in {language}")]
    NoName {
        /// Of the figure.
        id: String,
        /// `Chinese` or `English`.
        language: &'static str,
    },
    /// Earlier values that are not in order, or not before the figure's own day.
    #[error("{id}: its earlier values are not in order of their days, all before its own")]
    EarlierOutOfOrder {
        /// Of the figure.
        id: String,
    },
    /// A part that no figure is.
    #[error("{id}: its part {part} is not in the ledger")]
    NoSuchPart {
        /// Of the total.
        id: String,
        /// As given.
        part: String,
    },
    /// Parts that do not make the total.
    #[error("{id}: its parts make {sum}, and it says {total}")]
    PartsDiffer {
        /// Of the total.
        id: String,
        /// What the parts make.
        sum: Number,
        /// What it says.
        total: Number,
    },
    /// A scope that names a week, a place or the like that the file does not describe.
    #[error("{id}: its scope says {key} = “{value}”, which is not described")]
    NoSuchScope {
        /// Of the figure.
        id: String,
        /// `week`, `place`, …
        key: String,
        /// As given.
        value: String,
        /// Those that are described.
        known: Vec<String>,
    },
    /// A share that can only be meant as a number of per cent: 55 for 55 %.
    #[error("{id}: a share of {value}; shares are fractions of 1, 55 % is \"0.55\"")]
    PercentForShare {
        /// Of the figure.
        id: String,
        /// As given.
        value: Number,
    },
    /// An announced wording that never was true of the figure, or is of no one figure.
    #[error("{id}: “{wording}” was never true of it; what it was before belongs under earlier")]
    FalselyAnnounced {
        /// Of the figure.
        id: String,
        /// Its value.
        value: String,
        /// As given.
        wording: String,
    },
    /// A hedge whose width is no share.
    #[error("hedge {hedge}: a width of {within}; it is a share, from 0 to below 1")]
    HedgeWidth {
        /// Its word.
        hedge: &'static str,
        /// As given.
        within: Number,
    },
}

impl Ledger {
    /// Every contradiction, in the order of the figures. A ledger with faults still works; its verdicts may not.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for hedge in Hedge::ALL {
            if let Width::Share(within) = self.hedges.of(hedge).within
                && !is_share(within)
            {
                faults.push(Fault::HedgeWidth { hedge: hedge.word(), within });
            }
        }
        for (currency, rate) in self.rates.iter().filter(|(_, rate)| **rate <= Number::ZERO) {
            faults.push(Fault::Rate { id: currency.to_string(), rate: *rate });
        }
        self.twins(&mut faults);
        for figure in &self.figures {
            faults.extend(alone(figure));
            self.scope(figure, &mut faults);
            self.announced(figure, &mut faults);
            self.parts(figure, &mut faults);
        }
        faults
    }

    fn twins(&self, faults: &mut Vec<Fault>) {
        let mut ids: BTreeMap<&str, &Figure> = BTreeMap::new();
        let mut names = BTreeMap::new();
        for figure in &self.figures {
            let twin = ids.get(figure.id.as_str()).copied();
            let Some(first) = twin else {
                ids.insert(&figure.id, figure);
                for name in figure.zh.iter().chain(&figure.en) {
                    let same = (name, figure.kind, figure.unit, figure.stage, &figure.scope);
                    let Some(other) = names.insert(same, &figure.id).filter(|other| **other != figure.id)
                    else {
                        continue;
                    };
                    let (one, other) = (other.clone(), figure.id.clone());
                    faults.push(Fault::SameName { one, other, name: name.clone() });
                }
                continue;
            };
            let id = figure.id.clone();
            faults.push(if first.value == figure.value {
                Fault::SameId { id }
            } else {
                Fault::TwoTruths { id, one: first.value.to_string(), other: figure.value.to_string() }
            });
        }
    }

    /// A scope key that is not described only tells figures apart; of one that is, every value but `other` must be, and so must weeks and places.
    fn scope(&self, figure: &Figure, faults: &mut Vec<Fault>) {
        for (key, value) in &figure.scope {
            let known: Vec<String> = match (key.as_str(), self.scopes.get(key)) {
                ("week", _) => self.weeks.iter().map(|week| week.id.clone()).collect(),
                (_, Some(values)) => values.keys().cloned().collect(),
                ("place", None) => Vec::new(),
                (_, None) => continue,
            };
            if !known.contains(value) && (value != "other" || key == "week") {
                let (id, key, value) = (figure.id.clone(), key.clone(), value.clone());
                faults.push(Fault::NoSuchScope { id, key, value, known });
            }
        }
    }

    /// What was announced may be old; it must have been true of some value.
    fn announced(&self, figure: &Figure, faults: &mut Vec<Fault>) {
        for wording in [&figure.announced.zh, &figure.announced.en].into_iter().flatten() {
            let earlier = figure.earlier.iter().map(|earlier| earlier.value);
            let mut values = earlier.chain([figure.value]);
            if !values.any(|value| write::states(wording, figure, value, &self.hedges)) {
                faults.push(Fault::FalselyAnnounced {
                    id: figure.id.clone(),
                    value: figure.value.to_string(),
                    wording: wording.clone(),
                });
            }
        }
    }

    fn parts(&self, figure: &Figure, faults: &mut Vec<Fault>) {
        let mut sum = Some(Number::ZERO);
        for part in &figure.sum_of {
            let Some(known) = self.figure(part) else {
                faults.push(Fault::NoSuchPart { id: figure.id.clone(), part: part.clone() });
                sum = None;
                continue;
            };
            let rate =
                known.currency.map_or(Some(Number::ONE), |currency| self.rate_of(currency, Some(known)));
            let amount = known.value.number().zip(rate).and_then(|(value, rate)| value.times(rate));
            sum = sum.zip(amount).and_then(|(sum, amount)| sum.plus(amount));
        }
        let total = figure.value.number();
        if let (Some(sum), Some(total), false) = (sum, total, figure.sum_of.is_empty())
            && sum != total
        {
            faults.push(Fault::PartsDiffer { id: figure.id.clone(), sum, total });
        }
    }
}

/// The largest share that is believed: eleven times as much, as growth. Without a direction two wholes and more are believed only with decimals.
fn is_percent(figure: &Figure, share: Number) -> bool {
    let whole = figure.direction.is_none() && share.is_whole() && share >= Number::whole(2);
    whole || share > Number::whole(10)
}

fn is_share(number: Number) -> bool {
    number >= Number::ZERO && number < Number::ONE
}

/// What is wrong with a figure by itself.
fn alone(figure: &Figure) -> Vec<Fault> {
    let id = || figure.id.clone();
    let mut faults = Vec::new();
    let mut when = |wrong: bool, fault: Fault| {
        if wrong {
            faults.push(fault);
        }
    };
    if let Value::Range(low, high) = figure.value {
        when(low > high, Fault::UpsideDown { id: id(), low: low.to_string(), high: high.to_string() });
    }
    if let Value::Period(low, high) = figure.value {
        when(low > high, Fault::UpsideDown { id: id(), low: low.to_string(), high: high.to_string() });
    }
    let tolerance = figure.tolerance;
    when(!is_share(tolerance), Fault::Tolerance { id: id(), tolerance });
    let money = figure.kind == Kind::Money;
    when(money && figure.currency.is_none(), Fault::NoCurrency { id: id() });
    when(!money && figure.currency.is_some(), Fault::CurrencyOfNoMoney { id: id() });
    let rate = figure.rate.unwrap_or(Number::ONE);
    when(rate <= Number::ZERO, Fault::Rate { id: id(), rate });
    when(figure.kind == Kind::Count && figure.unit.is_none(), Fault::NoUnit { id: id() });
    when(figure.zh.is_empty(), Fault::NoName { id: id(), language: "Chinese" });
    when(figure.en.is_empty(), Fault::NoName { id: id(), language: "English" });
    let values = figure.earlier.iter().map(|earlier| earlier.value).chain([figure.value]);
    for value in values.filter(|value| !fits(figure.kind, *value)) {
        when(true, Fault::WrongKind { id: id(), value: value.to_string() });
    }
    let (_, most) = figure.value.ends().unwrap_or((Number::ZERO, Number::ZERO));
    let percent = figure.kind == Kind::Share && is_percent(figure, most);
    when(percent, Fault::PercentForShare { id: id(), value: most });
    let days: Vec<_> = figure.earlier.iter().map(|earlier| earlier.as_of).chain(figure.as_of).collect();
    when(!days.is_sorted_by(|one, next| one < next), Fault::EarlierOutOfOrder { id: id() });
    faults
}

fn fits(kind: Kind, value: Value) -> bool {
    match kind {
        Kind::Date => matches!(value, Value::Date(_)),
        Kind::Period => matches!(value, Value::Period(..)),
        Kind::Time => matches!(value, Value::Time(_) | Value::Hours(..)),
        Kind::Count
        | Kind::Money
        | Kind::Share
        | Kind::Points
        | Kind::Factor
        | Kind::Ordinal
        | Kind::Edition
        | Kind::Year
        | Kind::Number => matches!(value, Value::Number(_) | Value::Range(..)),
    }
}
