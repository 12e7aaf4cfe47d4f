//! What there is to say of a claim, in both languages, and the wording that would be right.

use super::{direction, stage, stale};
use crate::calendar::Date;
use crate::claim::{Change, Claim, Hedge, Stage, Value};
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::lint::Language;
use crate::number::Number;
use crate::unit::{Currency, Unit};
use crate::write::{self, Rounding, Wrong, characters};

/// A claim with what was found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The claim; its place is in bytes of the whole text.
    pub claim: Claim,
    /// The id of the figure it states, or seems to.
    pub figure: Option<String>,
    /// What there is to say.
    pub verdict: Verdict,
    /// The language of the text around it.
    pub language: Language,
}

/// What there is to say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It states its figure.
    Right,
    /// It states another value.
    WrongValue {
        /// The value in force.
        truth: Value,
    },
    /// It is off by a power of ten: 万 for 亿, million for billion, a digit too many.
    OffByPower {
        /// 1 when ten times too large, −3 when a thousand times too small.
        power: i32,
        /// The value in force.
        truth: Value,
    },
    /// It is in another currency.
    WrongCurrency {
        /// The figure's.
        truth: Currency,
        /// The rate at which it would be right.
        implied_rate: Option<Number>,
    },
    /// It is in another measure: per cent for percentage points, hectares for square metres.
    WrongUnit {
        /// The figure's.
        truth: Unit,
    },
    /// Its hedge says what is not so.
    HedgeContradicts {
        /// As stated.
        hedge: Option<Hedge>,
        /// The value in force.
        truth: Value,
    },
    /// It is said of another stage.
    WrongStage {
        /// As stated.
        said: Stage,
        /// The figure's.
        truth: Stage,
    },
    /// It rises where its figure falls, or the other way round.
    WrongDirection {
        /// As stated: up or down.
        said: Change,
        /// The figure's.
        truth: Change,
    },
    /// It was true before, or its date is older than its value.
    Stale {
        /// The day from which on the stated value held.
        since: Option<Date>,
        /// The day on which the text says that it holds, where it names one.
        day: Option<Date>,
        /// The value in force on that day, else on the day of the text.
        truth: Value,
    },
    /// It is said of another place, channel, sector.
    ScopeDiffers {
        /// Which: place, channel, sector.
        key: String,
        /// The figure's value of it.
        truth: String,
    },
    /// Other things are counted: people for visits.
    CountedDiffers {
        /// As stated.
        said: Unit,
        /// The figure's.
        truth: Unit,
    },
    /// It may not be published: internal, or before its time.
    Embargoed,
    /// The parts that the text gives do not make the total that it gives.
    SumFails {
        /// The parts, as the text gives them, in the money of the total.
        parts: Vec<Number>,
        /// What they make.
        makes: Number,
        /// What the text says, or what its hedged total stands for.
        total: Number,
    },
    /// No figure of the ledger; a note, and no alarm.
    NotAmong,
}

impl Verdict {
    /// Whether it must be mended before the text goes out.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        !matches!(self, Self::Right | Self::NotAmong)
    }

    /// One word for machines.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::WrongValue { .. } => "wrong-value",
            Self::OffByPower { .. } => "off-by-power",
            Self::WrongCurrency { .. } => "wrong-currency",
            Self::WrongUnit { .. } => "wrong-unit",
            Self::HedgeContradicts { .. } => "hedge-contradicts",
            Self::WrongStage { .. } => "wrong-stage",
            Self::WrongDirection { .. } => "wrong-direction",
            Self::Stale { .. } => "stale",
            Self::ScopeDiffers { .. } => "scope-differs",
            Self::CountedDiffers { .. } => "counted-differs",
            Self::Embargoed => "embargoed",
            Self::SumFails { .. } => "sum-fails",
            Self::NotAmong => "not-among",
        }
    }
}

impl Finding {
    /// What could stand in its place: its own words in `text` with the right number of `day`, or else a wording of the figure; nothing where
    /// nothing need be mended. Of a wrong stage, direction or scope it is the words for the true one; see [`Finding::in_place_of`].
    /// A text in traditional characters is answered in its own.
    #[must_use]
    pub fn suggestion(&self, text: &str, ledger: &Ledger, day: Date) -> Option<String> {
        let (near, claim) = characters::simplified_near(text, &self.claim);
        let words = Self { claim, ..self.clone() }.suggested(&near, ledger, day)?;
        Some(characters::as_in(text, &self.claim, words))
    }

    /// The same of a text in simplified characters, as all our words are.
    fn suggested(&self, text: &str, ledger: &Ledger, day: Date) -> Option<String> {
        let figure = ledger.figure(self.figure.as_ref()?)?;
        let wrong = match &self.verdict {
            Verdict::Embargoed | Verdict::SumFails { .. } | Verdict::NotAmong | Verdict::Right => {
                return None;
            }
            Verdict::WrongStage { said, truth } => {
                return Some(stage::turned(text, &self.claim, [*said, *truth], self.language).1.to_owned());
            }
            Verdict::WrongDirection { said, .. } => {
                return Some(direction::turned(text, &self.claim, *said, self.language).1.to_owned());
            }
            Verdict::ScopeDiffers { key, truth } => {
                let words = ledger.scopes.get(key)?.get(truth)?;
                return match self.language {
                    Language::Zh => words.zh.first().cloned(),
                    Language::En => words.en.first().cloned(),
                };
            }
            Verdict::CountedDiffers { .. } => Some(Wrong::Counted),
            // Of a false hedge the number is mostly meant: 近500亿元 for 超500亿元, and not 超490亿元.
            Verdict::WrongCurrency { .. } | Verdict::WrongUnit { .. } | Verdict::HedgeContradicts { .. } => {
                None
            }
            Verdict::WrongValue { .. } | Verdict::OffByPower { .. } | Verdict::Stale { .. } => {
                Some(Wrong::Number)
            }
        };
        let (value, rules) = (self.due(figure, day)?, &ledger.hedges);
        let words = text.get(self.claim.place.clone()).unwrap_or_default();
        let own = wrong.and_then(|wrong| {
            write::in_style_of(words, &self.claim, wrong, figure, value, self.language, rules)
        });
        own.or_else(|| {
            let rounding = if self.claim.hedge.is_some() { Rounding::Hedged } else { Rounding::Exact };
            write::wording(figure, value, self.language, rounding, rules).map(|wording| wording.text)
        })
    }

    /// The words elsewhere in the sentence of `text` that the suggestion stands for: of a wrong stage those that state it, of a wrong direction
    /// the word that says it.
    #[must_use]
    pub fn in_place_of(&self, text: &str) -> Option<String> {
        let (near, claim) = characters::simplified_near(text, &self.claim);
        let words = match &self.verdict {
            Verdict::WrongDirection { said, .. } => direction::turned(&near, &claim, *said, self.language).0,
            Verdict::WrongStage { said, truth } => {
                stage::turned(&near, &claim, [*said, *truth], self.language).0
            }
            _ => return None,
        };
        Some(characters::as_in(text, &self.claim, words.to_owned()))
    }

    /// The value that the claim ought to state: the one in force on the day that its text names for it, else on `day`; nothing where the
    /// figure had no number yet, since then it is the day that must be another.
    fn due(&self, figure: &Figure, day: Date) -> Option<Value> {
        let own = |truth| truth == figure.value || figure.earlier.iter().any(|one| one.value == truth);
        match self.verdict {
            Verdict::Stale { day: Some(named), .. } if stale::is_before_all(figure, named) => None,
            Verdict::Stale { truth, .. } | Verdict::WrongValue { truth } if own(truth) => Some(truth),
            // One end of the days of the week.
            Verdict::WrongValue { truth: truth @ Value::Date(_) } => Some(truth),
            _ => Some(figure.on(day)),
        }
    }
}
