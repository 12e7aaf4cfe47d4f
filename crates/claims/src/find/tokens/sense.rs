//! What a word of the dictionaries does to the figures near it.

use crate::claim::{Change, Hedge, Stage};
use crate::unit::{Currency, Unit};

/// The part a word plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// two … nineteen
    Small(u32),
    /// twenty … ninety
    Tens(u32),
    /// hundred, million, bn: a power of ten
    Power(u8),
    /// Twelve of something.
    Dozen,
    /// first, second, twentieth
    Ordinal(u32),
    /// half, thirds, quarter: a part of so many
    Part(u32),
    /// doubled, tripled
    Multiple(u32, Change),
    /// Bends the number behind it.
    Hedge(Hedge),
    /// Bends the number before it.
    Behind(Hedge),
    /// A currency.
    Money(Currency),
    /// A thing that is counted, or a word for those who count.
    Noun(Unit),
    /// A unit of measure.
    Measure(Unit),
    /// A Chinese classifier, with what it can count.
    Classifier(Class),
    /// %, per cent
    Percent,
    /// ‰, per mille
    Permille,
    /// 百分点, percentage points
    Point,
    /// A hundredth of a percentage point.
    BasisPoint,
    /// 倍
    Times,
    /// 分之
    PartOf,
    /// Says how far a project is.
    Stage(Stage),
    /// Says that something rises or falls, or to what.
    Change(Change),
    /// Raises or lowers what follows it: by so much, to so much
    Moves(Change),
    /// The size of a rise or fall as a noun: 降幅, growth of.
    Extent(Change),
    /// A month by its name.
    Month(u8),
    /// Before a date: it is one of reference.
    AsOf,
    /// What follows is the number of a thing, not of things: Hall 3, No. 9.
    Label,
    /// A name or fixed expression that holds a number.
    Name,
    /// A word that is only here to be read as a whole.
    Plain,
    /// 上午, in the evening: hours to add to those below 12
    DayPart(u8),
    /// 得分, score, index: a number behind it is a level
    Level,
    /// 排名, ranked
    Rank,
    /// 投资, output: an amount behind it is money
    Amount,
    /// 线上, 观看: visits of this kind are views
    Watching,
    /// 点赞, comments
    Reacting,
}

/// What a classifier can count, and what it counts when no noun says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// 个, 项: nearly anything
    Any,
    /// 名, 位, 人
    People,
    /// 家
    House,
    /// 所
    School,
    /// 场
    Event,
    /// 件, 款
    Piece,
    /// 处
    Spot,
    /// 次
    Time,
    /// 人次
    Visit,
    /// Counts one unit only.
    Only(Unit),
    /// 份, 条, 张 and all the others whose noun must be told
    Other,
}

impl Class {
    /// Whether the classifier can stand for a thing.
    pub(crate) fn counts(self, unit: Unit) -> bool {
        use Unit::{
            Activity, Award, Case, Ceremony, Checkpoint, Company, Exhibit, ExhibitionPoint, Forum,
            Institution, Item, Media, Meeting, Patent, Person, Place, Product, Session, Team, Visitor,
        };
        if unit.is_measure() {
            return false;
        }
        match self {
            Self::Any | Self::Other => true,
            Self::People => matches!(unit, Person | Visitor | Award),
            Self::House => matches!(unit, Company | Institution | Media | Place | Team),
            Self::School => matches!(unit, Institution | Place),
            Self::Event => matches!(unit, Activity | Forum | Session | Ceremony | Meeting),
            Self::Piece => matches!(unit, Exhibit | Product | Patent | Case | Item),
            Self::Spot => matches!(unit, Place | Checkpoint | ExhibitionPoint),
            Self::Time | Self::Visit | Self::Only(_) => false,
        }
    }

    /// What it counts when nothing near it says more.
    pub(crate) fn alone(self) -> Unit {
        match self {
            Self::People => Unit::Person,
            Self::Time => Unit::Time,
            Self::Visit => Unit::Visit,
            Self::Only(unit) => unit,
            _ => Unit::Item,
        }
    }
}
