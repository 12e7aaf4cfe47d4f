//! Clock times and the parts of a day: 下午2点 and 下午14:00 are the same, 晚上12点 is the end of the day.

/// An hour and minute as written, with the part of the day said beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) struct Clock {
    hour: u32,
    minute: u32,
    pub(super) part: Option<DayPart>,
}

/// What stands before or after a clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum DayPart {
    /// 凌晨
    SmallHours,
    /// 上午
    Morning,
    /// 中午
    Noon,
    /// 下午
    Afternoon,
    /// 晚上
    Evening,
    /// midnight
    Midnight,
    /// a.m., where 12 is midnight
    Am,
    /// p.m.
    Pm,
}

/// Minutes in a day.
pub(in super::super) const DAY: u32 = 24 * 60;

impl Clock {
    /// Nothing beyond 24:00.
    pub(super) fn new(hour: u32, minute: u32) -> Option<Self> {
        ((hour < 24 && minute < 60) || (hour == 24 && minute == 0)).then_some(Self {
            hour,
            minute,
            part: None,
        })
    }

    /// From minutes since midnight.
    pub(super) fn of_minutes(minutes: u32) -> Option<Self> {
        Self::new(minutes / 60, minutes % 60)
    }

    /// Minutes since the midnight that begins the stated day; above a day's for 晚上12点 and after.
    pub(super) fn minutes(self) -> u32 {
        let hour = match (self.part, self.hour) {
            (Some(DayPart::Am | DayPart::SmallHours), 12) => 0,
            (Some(DayPart::Pm), hour @ 0..=11)
            | (Some(DayPart::Afternoon), hour @ 1..=11)
            | (Some(DayPart::Noon), hour @ 1..=3)
            | (Some(DayPart::Evening), hour @ 5..=11) => hour + 12,
            (Some(DayPart::Evening), 12 | 0) | (Some(DayPart::Midnight), 12) => 24,
            (Some(DayPart::Evening), hour @ 1..=4) => hour + 24,
            (_, hour) => hour,
        };
        hour * 60 + self.minute
    }

    /// The same clock in a part of the day, unless it has its own.
    #[must_use]
    pub(super) fn within(mut self, part: DayPart) -> Self {
        self.part = self.part.or(Some(part));
        self
    }

    /// The end of a span whose beginning is `start`: `下午2:00-3:30` and `2-3:30pm` say the part once.
    pub(super) fn pair(start: Self, end: Self) -> (u32, u32) {
        let (from, to) = (start.minutes(), end.minutes());
        match (start.part, end.part) {
            (Some(part), None) => {
                let carried = end.within(part).minutes();
                if carried > from {
                    (from, carried)
                } else if to <= from && end.hour <= 12 && matches!(part, DayPart::Am | DayPart::Morning) {
                    // "上午11:00-1:00", "11am-1"
                    (from, to % (DAY / 2) + DAY / 2)
                } else {
                    (from, to)
                }
            }
            (None, Some(part)) if start.hour <= 12 => {
                let carried = start.within(part).minutes();
                if carried <= to { (carried, to) } else { (from, to) }
            }
            _ => (from, to),
        }
    }
}

impl DayPart {
    /// What is assumed where a cell says the part of the day and no clock time.
    pub(super) const fn assumed(self) -> (u32, u32) {
        match self {
            Self::SmallHours => (0, 5 * 60),
            Self::Morning | Self::Am => (9 * 60, 12 * 60),
            Self::Noon => (12 * 60, 13 * 60 + 30),
            Self::Afternoon | Self::Pm => (14 * 60, 17 * 60),
            Self::Evening => (19 * 60, 21 * 60),
            Self::Midnight => (DAY, DAY + 60),
        }
    }
}

/// The first clock of a cell that no day has (`25:00`, `9:70`), and what stands before it.
pub(super) fn impossible(text: &str) -> Option<(String, String)> {
    let chars: Vec<char> = super::super::words::plain(text).chars().collect();
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let value = |from: usize, to: usize| chars[from..to].iter().collect::<String>().parse::<u32>().ok();
    let mut at = 0;
    while at < chars.len() {
        let hours = digits(at);
        let colon = at + hours;
        if hours == 0 {
            at += 1;
            continue;
        }
        let minutes = if chars.get(colon) == Some(&':') { digits(colon + 1) } else { 0 };
        let end = colon + 1 + minutes;
        // `2021-06-21T14:00:30` has seconds, which are minutes of a clock that begins at 00.
        if hours <= 2
            && minutes == 2
            && let (Some(hour), Some(minute)) = (value(at, colon), value(colon + 1, end))
            && (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            && (at == 0 || chars[at - 1] != ':')
        {
            return Some((chars[..at].iter().collect(), chars[at..end].iter().collect()));
        }
        at = colon.max(at + 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(part: DayPart, hour: u32, minute: u32) -> u32 {
        Clock::new(hour, minute).expect("a clock").within(part).minutes()
    }

    #[test]
    fn the_part_of_the_day_moves_twelve_hours_where_it_must() {
        assert_eq!(minutes(DayPart::Afternoon, 2, 0), 14 * 60);
        assert_eq!(minutes(DayPart::Afternoon, 14, 0), 14 * 60);
        assert_eq!(minutes(DayPart::Afternoon, 12, 30), 12 * 60 + 30);
        assert_eq!(minutes(DayPart::Am, 12, 0), 0);
        assert_eq!(minutes(DayPart::Pm, 12, 0), 12 * 60);
        assert_eq!(minutes(DayPart::Morning, 12, 0), 12 * 60);
        assert_eq!(minutes(DayPart::Evening, 7, 30), 19 * 60 + 30);
        assert_eq!(minutes(DayPart::Evening, 12, 0), DAY);
        assert_eq!(minutes(DayPart::Noon, 1, 0), 13 * 60);
        assert_eq!(minutes(DayPart::SmallHours, 1, 0), 60);
    }

    #[test]
    fn a_part_said_once_holds_for_both_ends() {
        let at = |hour, minute| Clock::new(hour, minute).expect("a clock");
        assert_eq!(Clock::pair(at(2, 0).within(DayPart::Afternoon), at(3, 30)), (840, 930));
        assert_eq!(Clock::pair(at(2, 0), at(3, 30).within(DayPart::Pm)), (840, 930));
        assert_eq!(Clock::pair(at(11, 0), at(1, 0).within(DayPart::Pm)), (660, 780));
        assert_eq!(Clock::pair(at(11, 0).within(DayPart::Morning), at(1, 0)), (660, 780));
        assert_eq!(Clock::pair(at(9, 0).within(DayPart::Morning), at(12, 0)), (540, 720));
    }

    #[test]
    fn a_clock_no_day_has_is_not_cut_into_one_it_has() {
        let found = |text: &str| impossible(text).map(|(_, clock)| clock);
        assert_eq!(found("25:00-26:00").as_deref(), Some("25:00"));
        assert_eq!(found("6月22日 9：70-10：00").as_deref(), Some("9:70"));
        assert_eq!(found("14:00-24:30").as_deref(), Some("24:30"));
        for fine in ["22:00-24:00", "2021-06-21T14:00:30+08:00", "6/21(周一) 9:05", "1:1 对话", "0:45"] {
            assert_eq!(found(fine), None, "{fine}");
        }
    }
}
