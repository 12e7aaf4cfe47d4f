//! A claim: a figure as a text uses it, with everything the words around it say.

use crate::calendar::{Clock, Date};
use crate::number::Number;
use crate::unit::{Currency, Unit};
use std::fmt;
use std::ops::Range;

/// A figure found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Bytes of the text, both ends on characters: hedge, number, scale, currency or unit in one stretch.
    pub place: Range<usize>,
    /// What sort of figure it is.
    pub kind: Kind,
    /// What it says.
    pub value: Value,
    /// What is counted or measured; nothing for money, dates and plain numbers.
    pub unit: Option<Unit>,
    /// Whether the words of the number say what is counted, or only what stands before.
    pub unit_from: UnitFrom,
    /// For money only.
    pub currency: Option<Currency>,
    /// How the words bend the number.
    pub hedge: Option<Hedge>,
    /// The stage of what is counted, when the words near it name one.
    pub stage: Option<Stage>,
    /// Whether it is the size or the end of a rise or fall.
    pub change: Option<Change>,
    /// The day on which it holds, when the words near it say so.
    pub as_of: Option<Date>,
    /// Whether it states something or only names a class or a day of reference.
    pub role: Role,
    /// One step of the last digit that is stated and not zero: 10 for 150, 10^8 for 496亿.
    pub step: Number,
    /// How many significant digits are stated: 3 for 17.4万, 1 for 500亿 and for 五百亿.
    pub digits: u8,
    /// What is strange about how it is written.
    pub oddity: Option<Oddity>,
}

/// Sorts of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Of things, or of a measure such as metres.
    Count,
    /// An amount in a currency.
    Money,
    /// Percent, fraction, 成, half.
    Share,
    /// Percentage points.
    Points,
    /// A multiple: what the new amount is of the old.
    Factor,
    /// 第二次, third place.
    Ordinal,
    /// 第五届, 5th edition.
    Edition,
    /// A day or a month.
    Date,
    /// Two days, or a span of years, a quarter, a half year.
    Period,
    /// A year.
    Year,
    /// A time of day or a span of it.
    Time,
    /// A score or index level without unit.
    Number,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Count,
        Self::Money,
        Self::Share,
        Self::Points,
        Self::Factor,
        Self::Ordinal,
        Self::Edition,
        Self::Date,
        Self::Period,
        Self::Year,
        Self::Time,
        Self::Number,
    ];

    /// The word of the file formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Share => "share",
            Self::Points => "points",
            Self::Factor => "factor",
            Self::Ordinal => "ordinal",
            Self::Edition => "edition",
            Self::Date => "date",
            Self::Period => "period",
            Self::Year => "year",
            Self::Time => "time",
            Self::Number => "number",
        }
    }
}

/// What a claim says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// One number, its scale multiplied out; shares are fractions of 1, a year is itself.
    Number(Number),
    /// From the first to the second, both included.
    Range(Number, Number),
    /// A day or a month.
    Date(Date),
    /// From the first to the second day, both included.
    Period(Date, Date),
    /// A time of day.
    Time(Clock),
    /// From the first to the second time.
    Hours(Clock, Clock),
    /// Written as a number but beyond what is calculated with; see [`Oddity`].
    Beyond,
}

impl Value {
    /// The number, when it is one.
    #[must_use]
    pub fn number(self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Both ends of a number or a range of numbers.
    #[must_use]
    pub fn ends(self) -> Option<(Number, Number)> {
        match self {
            Self::Number(number) => Some((number, number)),
            Self::Range(low, high) => Some((low, high)),
            _ => None,
        }
    }
}

/// As in the file formats: decimal digits, `low..high`, ISO dates, `from/to`.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Range(low, high) => write!(f, "{low}..{high}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Period(from, to) => write!(f, "{from}/{to}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Hours(from, to) => write!(f, "{from}/{to}"),
            Self::Beyond => write!(f, "?"),
        }
    }
}

/// How words bend a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hedge {
    /// Just below it: 近, nearly.
    Nearly,
    /// Above it: 超, 逾, more than.
    Over,
    /// It and some more, less than one step of its last digit: 余, 多, -odd.
    More,
    /// Near it: 约, 左右, about.
    About,
    /// It or more: 至少, 以上, at least.
    AtLeast,
    /// It or less: 至多, 以内, up to.
    AtMost,
    /// Below it: 不足, under.
    Under,
}

impl Hedge {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Nearly, Self::Over, Self::More, Self::About, Self::AtLeast, Self::AtMost, Self::Under];

    /// The word of the file formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Nearly => "nearly",
            Self::Over => "over",
            Self::More => "more",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::Under => "under",
        }
    }
}

/// How far a project is; each stage includes none of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 线索
    Lead,
    /// 意向
    Intent,
    /// 拟签约
    ToBeSigned,
    /// 签约
    Signed,
    /// 落地: registered, first money paid.
    Landed,
    /// 开工
    Started,
    /// 投产
    Producing,
}

impl Stage {
    /// The ladder from the bottom.
    pub const ALL: [Self; 7] = [
        Self::Lead,
        Self::Intent,
        Self::ToBeSigned,
        Self::Signed,
        Self::Landed,
        Self::Started,
        Self::Producing,
    ];

    /// The word of the file formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Intent => "intent",
            Self::ToBeSigned => "to-be-signed",
            Self::Signed => "signed",
            Self::Landed => "landed",
            Self::Started => "started",
            Self::Producing => "producing",
        }
    }
}

/// What a number has to do with a rise or fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// The size of a rise: 增长15.6%, 4 more than.
    Up,
    /// The size of a fall.
    Down,
    /// What it rose or fell to: 增至, up to 52 from 45.
    To,
    /// 翻番 and double as words.
    Double,
}

/// Where the unit of a claim was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitFrom {
    /// Behind the number, or a noun directly before it.
    Words,
    /// From what the sentence spoke of before: it may be something else.
    Context,
}

/// What a claim is in its sentence for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It states something.
    Stated,
    /// A limit that names a class: projects of 1 billion yuan or more.
    Threshold,
    /// A date that says as of when the figures around it hold.
    AsOf,
}

/// What is strange about a number, though it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Oddity {
    /// 00012
    LeadingZeros,
    /// 1e309, or thousands of digits.
    TooLarge,
    /// 12,34,5
    Grouping,
    /// 2021年2月30日
    NoSuchDate,
    /// 50至30家
    UpsideDown,
    /// 约近50家, “about nearly 50”: two hedges that do not go together.
    HedgedTwice,
}
