//! What in a sheet could not be taken as it stood, and the sentences that say so.

use festoon_domain::text::Lang;
use jiff::civil::{Date, Weekday};

use super::grid::GridTrouble;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetTrouble {
    /// The file's reader met it.
    Grid(GridTrouble),
    /// A sheet without a heading row: left aside.
    NoTable,
    /// A column that was not understood: how many cells were left aside.
    ColumnAside(u32),
    /// A column that was understood but is not part of a programme (notes, contacts): how many cells.
    ColumnUnused(u32),
    /// A row that is a note or a total: left aside.
    RowAside,
    /// Words about when that cannot be read.
    WhenUnreadable,
    /// A clock that no day has: no time was taken.
    NoSuchTime(String),
    /// Read, but these words of the cell were not understood.
    WhenLeft(String),
    /// A day that does not exist.
    NoSuchDay,
    /// Days without a year: the year assumed.
    YearAssumed(i16),
    /// The weekday said is not the date's: the date, and its weekday.
    WeekdayDisagrees(Date, Weekday),
    /// Day and month could be either: whether the day was taken to come first.
    OrderAssumed(bool),
    /// Two cells of the row name different days: the one taken.
    DaysDisagree(Date),
    /// A date of 1900, which is a time or an empty cell formatted as a date.
    Date1900,
    /// Empty cells under a date, read as the date above: how many.
    DateFilled(u32),
    /// Empty cells in a column, read as the one above: how many.
    ColumnFilled(u32),
    /// A time without a day.
    DayMissing,
    /// A day without a time.
    TimeMissing,
    /// A range of more days than a week series has: only the first taken.
    TooManyDays(u32),
    /// Part of the day without a clock: from and to assumed, minutes since midnight.
    PartAssumed(u32, u32),
    /// A start alone: 60 minutes assumed, for how many rows.
    EndAssumed(u32),
    /// A start alone in a grid of hours: the next row's start taken, for how many rows.
    EndFromNext(u32),
    /// The end lies before the start and was read as the next day's.
    PastMidnight,
    /// The end lies before the start.
    EndBeforeStart,
    /// Start and end are one.
    ZeroLength,
    /// Longer than a day: hours.
    Long(i64),
    /// The clock was put forward or back at that hour.
    ClockChange,
    /// The time is still open.
    TimePending,
    /// Not a number of people.
    NotANumber,
    /// A range of numbers: the larger taken.
    Larger(u32),
    /// A value of this field that is not understood: left aside.
    NotUnderstood(&'static str),
    /// A value understood only in part: what was taken.
    TakenAs(String),
    /// A name that is none: left aside.
    NotAPerson,
    /// "As above" with nothing above.
    NothingAbove,
    /// The program that made the sheet shows an error in this cell.
    Fault,
    /// A row with a time but no title.
    Untitled,
    /// A second column for the same field whose cell says something else: left aside.
    SecondValue,
    /// A merged or empty title: the people of this row were added to the session above.
    MorePeople,
    /// A section row whose words were taken as the part for the rows below.
    SectionAsPart,
}

impl SheetTrouble {
    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Grid(trouble) => trouble.word(),
            Self::NoTable => "no-table",
            Self::ColumnAside(_) => "column-aside",
            Self::ColumnUnused(_) => "column-unused",
            Self::RowAside => "row-aside",
            Self::WhenUnreadable => "date-unreadable",
            Self::NoSuchTime(_) => "no-such-time",
            Self::WhenLeft(_) => "date-partly-read",
            Self::NoSuchDay => "no-such-day",
            Self::YearAssumed(_) => "year-assumed",
            Self::WeekdayDisagrees(..) => "weekday-disagrees",
            Self::OrderAssumed(_) => "day-month-order",
            Self::DaysDisagree(_) => "days-disagree",
            Self::Date1900 => "date-of-1900",
            Self::DateFilled(_) => "date-filled-down",
            Self::ColumnFilled(_) => "filled-down",
            Self::DayMissing => "day-missing",
            Self::TimeMissing => "time-missing",
            Self::TooManyDays(_) => "too-many-days",
            Self::PartAssumed(..) => "part-of-day",
            Self::EndAssumed(_) => "end-assumed",
            Self::EndFromNext(_) => "end-from-next",
            Self::PastMidnight => "past-midnight",
            Self::EndBeforeStart => "end-before-start",
            Self::ZeroLength => "zero-length",
            Self::Long(_) => "longer-than-a-day",
            Self::ClockChange => "clock-change",
            Self::TimePending => "time-pending",
            Self::NotANumber => "not-a-number",
            Self::Larger(_) => "number-range",
            Self::NotUnderstood(_) => "not-understood",
            Self::TakenAs(_) => "taken-as",
            Self::NotAPerson => "not-a-person",
            Self::NothingAbove => "nothing-above",
            Self::Fault => "cell-error",
            Self::Untitled => "untitled",
            Self::SecondValue => "second-value",
            Self::MorePeople => "more-people",
            Self::SectionAsPart => "section-as-part",
        }
    }

    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Grid(trouble) => trouble.sentence(Lang::Zh),
            Self::NoTable => "这里没有可识别的表头，整张表未读取。".into(),
            Self::ColumnAside(cells) => {
                format!("不认识这一列的表头，{cells} 个单元格未读取。可用 --map 指明。")
            }
            Self::ColumnUnused(cells) => format!("这一列与冲突检查无关，{cells} 个单元格未使用。"),
            Self::RowAside => "这一行是说明或合计，不算场次。".into(),
            Self::NoSuchTime(clock) => {
                format!("没有「{clock}」这样的时间（时 0–24，分 0–59）；这一场暂不排入时间。")
            }
            Self::WhenUnreadable => "看不懂这里的日期或时间，请写成「2021-06-21 14:00-15:30」的样子。".into(),
            Self::WhenLeft(words) => format!("日期时间已读取，但「{words}」看不懂，未采用。"),
            Self::NoSuchDay => "没有这一天，请核对日期。".into(),
            Self::YearAssumed(year) => format!("日期没有写年份，按 {year} 年处理。"),
            Self::WeekdayDisagrees(date, weekday) => {
                format!("{date} 是{}，与所写的星期不符，以日期为准。", weekday_zh(*weekday))
            }
            Self::OrderAssumed(true) => "日和月的先后不明，按「日/月」处理。".into(),
            Self::OrderAssumed(false) => "日和月的先后不明，按「月/日」处理。".into(),
            Self::DaysDisagree(date) => format!("同一行写了不同的日期，按 {date} 处理。"),
            Self::Date1900 => "日期落在 1900 年，多半是时间或空单元格被设成了日期格式，未采用。".into(),
            Self::DateFilled(cells) => format!("这一列有 {cells} 处日期留空，按上一行的日期处理。"),
            Self::ColumnFilled(cells) => format!("这一列有 {cells} 处留空，按上一行的内容处理。"),
            Self::DayMissing => "有时间，没有日期，暂不排入时间。".into(),
            Self::TimeMissing => "有日期，没有时间，暂不排入时间。".into(),
            Self::TooManyDays(days) => format!("跨度达 {days} 天，只取第一天。"),
            Self::PartAssumed(from, to) => {
                format!("没有写几点，按 {}–{} 处理。", clock(*from), clock(*to))
            }
            Self::EndAssumed(1) => "没有写结束时间，按 60 分钟处理。".into(),
            Self::EndAssumed(rows) => format!("有 {rows} 行没有写结束时间，都按 60 分钟处理。"),
            Self::EndFromNext(rows) => format!("有 {rows} 行只写了开始时间，按下一行的开始时间作为结束。"),
            Self::PastMidnight => "结束早于开始，按次日结束处理。".into(),
            Self::EndBeforeStart => "结束早于开始，暂不排入时间，请核对。".into(),
            Self::ZeroLength => "开始与结束是同一时刻，请核对。".into(),
            Self::Long(hours) => format!("持续 {hours} 小时，超过一天，按一场处理，请核对。"),
            Self::ClockChange => "当地时钟在这一时刻调整，已按常规取其一。".into(),
            Self::TimePending => "时间待定。".into(),
            Self::NotANumber => "不是人数，未采用。".into(),
            Self::Larger(most) => format!("写的是一个范围，取较大的 {most}。"),
            Self::NotUnderstood(field) => format!("看不懂这一格（{field}），未采用。"),
            Self::TakenAs(value) => format!("按「{value}」处理。"),
            Self::NotAPerson => "不像人名，未采用。".into(),
            Self::NothingAbove => "写着「同上」，但上面没有内容。".into(),
            Self::Fault => "这个单元格显示错误值，按空白处理。".into(),
            Self::Untitled => "这一行有内容，没有标题，按无标题的一场处理。".into(),
            Self::SecondValue => "同一项有两列，内容不同，只用前一列。".into(),
            Self::MorePeople => "这一行没有自己的标题和时间，其中的人员并入上面一场。".into(),
            Self::SectionAsPart => "这一行只有一格，作为以下各行的环节名称。".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Grid(trouble) => trouble.sentence(Lang::En),
            Self::NoTable => "no heading row is recognised here; the sheet was left aside.".into(),
            Self::ColumnAside(cells) => {
                format!(
                    "the heading of this column is not understood; {cells} cells were left aside. Name it with --map."
                )
            }
            Self::ColumnUnused(cells) => {
                format!("this column plays no part in the check; {cells} cells were not used.")
            }
            Self::RowAside => "this row is a note or a total and not a session.".into(),
            Self::NoSuchTime(clock) => format!(
                "there is no such time as “{clock}” (hours 0 to 24, minutes 0 to 59); the session is left without a time."
            ),
            Self::WhenUnreadable => {
                "the date or time cannot be read. Write it like 2021-06-21 14:00-15:30.".into()
            }
            Self::WhenLeft(words) => {
                format!("the date and time were read, but “{words}” was not understood and left aside.")
            }
            Self::NoSuchDay => "there is no such day. Check the date.".into(),
            Self::YearAssumed(year) => format!("the dates have no year; {year} was assumed."),
            Self::WeekdayDisagrees(date, weekday) => {
                format!(
                    "{date} is a {}, not the weekday that is written; the date was taken.",
                    weekday_en(*weekday)
                )
            }
            Self::OrderAssumed(true) => {
                "day and month could be either; the day was taken to come first.".into()
            }
            Self::OrderAssumed(false) => {
                "day and month could be either; the month was taken to come first.".into()
            }
            Self::DaysDisagree(date) => format!("the row names different days; {date} was taken."),
            Self::Date1900 => {
                "a date of 1900, probably a time or an empty cell formatted as a date; left aside.".into()
            }
            Self::DateFilled(cells) => {
                format!("{cells} empty cells in this column were read as the date above.")
            }
            Self::ColumnFilled(cells) => {
                format!("{cells} empty cells in this column were read as the cell above.")
            }
            Self::DayMissing => "a time without a day; the session is left without a time.".into(),
            Self::TimeMissing => "a day without a time; the session is left without a time.".into(),
            Self::TooManyDays(days) => format!("{days} days in one cell; only the first was taken."),
            Self::PartAssumed(from, to) => {
                format!("no clock time is written; {}–{} was assumed.", clock(*from), clock(*to))
            }
            Self::EndAssumed(1) => "no end is written; 60 minutes were assumed.".into(),
            Self::EndAssumed(rows) => format!("{rows} rows have no end; 60 minutes were assumed for each."),
            Self::EndFromNext(rows) => {
                format!("{rows} rows have a start only; the next row's start was taken as their end.")
            }
            Self::PastMidnight => "the end lies before the start and was read as the next day's.".into(),
            Self::EndBeforeStart => {
                "the end lies before the start; the session is left without a time.".into()
            }
            Self::ZeroLength => "start and end are the same. Check them.".into(),
            Self::Long(hours) => {
                format!("it lasts {hours} hours, more than a day; kept as one session. Check it.")
            }
            Self::ClockChange => "the local clock changes at that hour; the usual reading was taken.".into(),
            Self::TimePending => "the time is still open.".into(),
            Self::NotANumber => "not a number of people; left aside.".into(),
            Self::Larger(most) => format!("a range; the larger number, {most}, was taken."),
            Self::NotUnderstood(field) => format!("this cell ({field}) is not understood; left aside."),
            Self::TakenAs(value) => format!("taken as “{value}”."),
            Self::NotAPerson => "this does not look like a person's name; left aside.".into(),
            Self::NothingAbove => "“as above”, but nothing stands above.".into(),
            Self::Fault => "the cell shows an error; it was taken as empty.".into(),
            Self::Untitled => "the row has no title; kept as a session without one.".into(),
            Self::SecondValue => "two columns say the same thing differently; the first was taken.".into(),
            Self::MorePeople => {
                "the row has no title or time of its own; its people were added to the session above.".into()
            }
            Self::SectionAsPart => "a row of one cell; taken as the part for the rows below it.".into(),
        }
    }
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn weekday_zh(weekday: Weekday) -> &'static str {
    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        [usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
}

fn weekday_en(weekday: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
}
