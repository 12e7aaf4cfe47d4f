//! What is counted, measured or paid in: a closed list of units, and currencies by their ISO codes.

use std::fmt;

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident $word:literal $zh:literal $en:literal;)+) => {
        /// What is counted or measured. The list is closed; what is none of it is an [`Unit::Item`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Unit {
            $($(#[$doc])* $name,)+
        }

        impl Unit {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The word of the file formats.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What stands behind a number in Chinese: a classifier or a unit.
            #[must_use]
            pub fn zh(self) -> &'static str {
                match self { $(Self::$name => $zh,)+ }
            }

            /// What stands behind a number in English, in the plural; nothing for an item.
            #[must_use]
            pub fn en(self) -> &'static str {
                match self { $(Self::$name => $en,)+ }
            }
        }
    };
}

units! {
    /// An event of one host.
    Activity "activity" "项" "activities";
    /// A forum or summit.
    Forum "forum" "场" "forums";
    /// A talk, a livestream, an interview.
    Session "session" "场" "sessions";
    /// A signing, an award.
    Ceremony "ceremony" "场" "ceremonies";
    /// An investment project.
    Project "project" "个" "projects";
    /// Firms, start-ups, unicorns.
    Company "company" "家" "companies";
    /// Universities, institutes, chambers, hosts, banks.
    Institution "institution" "家" "institutions";
    /// 人, guests, volunteers.
    Person "person" "名" "people";
    /// 人次: one person coming twice is two.
    Visit "visit" "人次" "visits";
    /// Visitors, each once.
    Visitor "visitor" "名" "visitors";
    /// Online views, reads, plays.
    View "view" "次" "views";
    /// Likes, comments, shares.
    Interaction "interaction" "次" "interactions";
    /// Shown to the public.
    Exhibit "exhibit" "件" "exhibits";
    /// For sale.
    Product "product" "款" "products";
    /// 打卡点
    Checkpoint "checkpoint" "个" "checkpoints";
    /// 印章
    Stamp "stamp" "枚" "stamps";
    /// 展示点
    ExhibitionPoint "exhibition-point" "个" "exhibition points";
    /// 产业链
    Chain "chain" "条" "industrial chains";
    /// Countries and regions.
    Country "country" "个" "countries and regions";
    /// Cities.
    City "city" "个" "cities";
    /// Districts of a city.
    District "district" "个" "districts";
    /// Malls, venues, parks, halls.
    Place "place" "处" "venues";
    /// 展位
    Booth "booth" "个" "booths";
    /// 座位
    Seat "seat" "个" "seats";
    /// Tables.
    Table "table" "张" "tables";
    /// Rooms.
    Room "room" "间" "rooms";
    /// Patents.
    Patent "patent" "件" "patents";
    /// Results and technologies.
    Achievement "achievement" "项" "results";
    /// Agreements and contracts.
    Agreement "agreement" "份" "agreements";
    /// Technology requests.
    Demand "demand" "项" "requests";
    /// Jobs on offer.
    Job "job" "个" "jobs";
    /// Cases, examples, complaints.
    Case "case" "个" "cases";
    /// Press articles.
    Report "report" "篇" "reports";
    /// Media outlets.
    Media "media" "家" "media outlets";
    /// One-to-one meetings.
    Meeting "meeting" "场" "meetings";
    /// Teams.
    Team "team" "支" "teams";
    /// Awards.
    Award "award" "个" "awards";
    /// Indexes and indicators.
    Index "index" "项" "indexes";
    /// Languages.
    Language "language" "种" "languages";
    /// Editions of a series.
    Edition "edition" "届" "editions";
    /// How often.
    Time "time" "次" "times";
    /// A place in an order.
    Rank "rank" "位" "places";
    /// Books, brochures.
    Volume "volume" "册" "copies";
    /// Tickets, passes.
    Pass "pass" "张" "passes";
    /// Years, also of age.
    Year "year" "年" "years";
    /// Months.
    Month "month" "个月" "months";
    /// Weeks.
    Week "week" "周" "weeks";
    /// Days.
    Day "day" "天" "days";
    /// Hours.
    Hour "hour" "小时" "hours";
    /// Minutes.
    Minute "minute" "分钟" "minutes";
    /// Seconds.
    Second "second" "秒" "seconds";
    /// Metres.
    Metre "metre" "米" "metres";
    /// Kilometres.
    Kilometre "kilometre" "公里" "kilometres";
    /// Square metres.
    SquareMetre "square-metre" "平方米" "square metres";
    /// Hectares.
    Hectare "hectare" "公顷" "hectares";
    /// Tonnes.
    Tonne "tonne" "吨" "tonnes";
    /// Kilowatt-hours.
    KilowattHour "kilowatt-hour" "千瓦时" "kilowatt-hours";
    /// Megawatts.
    Megawatt "megawatt" "兆瓦" "megawatts";
    /// Gigabits per second.
    GigabitPerSecond "gigabit-per-second" "吉比特每秒" "gigabits per second";
    /// Degrees Celsius.
    DegreeCelsius "degree-celsius" "摄氏度" "degrees Celsius";
    /// Of a whole: shares.
    Percent "percent" "%" "per cent";
    /// Percentage points.
    Point "point" "个百分点" "percentage points";
    /// Multiples.
    Times "times" "倍" "times";
    /// Anything else; matches any unit when compared.
    Item "item" "个" "";
}

impl Unit {
    /// The unit of a word of the file formats.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.word() == word)
    }

    /// Whether a claim counted in this may state a figure counted in `truth`.
    ///
    /// Items match anything; people may be said of visitors, but nothing but visits of visits.
    #[must_use]
    pub fn may_state(self, truth: Self) -> bool {
        self == truth
            || self == Self::Item
            || truth == Self::Item
            || self == Self::Person && truth == Self::Visitor
    }

    /// Whether one may be written for the other: hours for days, tonnes for kilowatt-hours, but never degrees for hours.
    #[must_use]
    pub fn is_taken_for(self, other: Self) -> bool {
        let is_time = |unit: Self| unit <= Self::Second;
        let degrees = |unit: Self| unit == Self::DegreeCelsius;
        is_time(self) == is_time(other) && degrees(self) == degrees(other)
    }

    /// Whether it measures a length, an area, a span of time, a mass or energy.
    #[must_use]
    pub fn is_measure(self) -> bool {
        self >= Self::Year && self <= Self::DegreeCelsius
    }
}

/// The codes of ISO 4217 that are money of a country, as in force in 2025, and those that ended since 2020. Three letters each, in order.
const CODES: &[u8] = b"AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLPCNYCOPCRCCUCCUPCVECZK\
DJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZT\
LAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWF\
SARSBDSCRSDGSEKSGDSHPSLESLLSOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVEDVESVNDVUVWSTXAFXCDXCGXOFXPFYERZARZMWZWGZWL";

/// An ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// 人民币
    pub const CNY: Self = Self(*b"CNY");
    /// US dollars.
    pub const USD: Self = Self(*b"USD");
    /// Euros.
    pub const EUR: Self = Self(*b"EUR");
    /// Pounds sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Yen.
    pub const JPY: Self = Self(*b"JPY");
    /// Hong Kong dollars.
    pub const HKD: Self = Self(*b"HKD");

    /// A code of ISO 4217 in capital letters; `RMB` is none.
    #[must_use]
    pub const fn parse(code: &str) -> Option<Self> {
        let [a, b, c] = code.as_bytes() else { return None };
        let mut at = 0;
        while at + 2 < CODES.len() {
            if CODES[at] == *a && CODES[at + 1] == *b && CODES[at + 2] == *c {
                return Some(Self([*a, *b, *c]));
            }
            at += 3;
        }
        None
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// What stands behind an amount in Chinese.
    #[must_use]
    pub fn zh(&self) -> &str {
        match &self.0 {
            b"CNY" => "元",
            b"USD" => "美元",
            b"EUR" => "欧元",
            b"GBP" => "英镑",
            b"JPY" => "日元",
            b"HKD" => "港元",
            _ => self.code(),
        }
    }

    /// What stands behind an amount in English.
    #[must_use]
    pub fn en(&self) -> &str {
        match &self.0 {
            b"CNY" => "yuan",
            b"USD" => "US dollars",
            b"EUR" => "euros",
            b"GBP" => "pounds",
            b"JPY" => "yen",
            b"HKD" => "Hong Kong dollars",
            _ => self.code(),
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
