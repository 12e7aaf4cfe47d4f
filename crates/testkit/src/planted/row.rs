//! One row of the programme as a host writes it.

/// The headings of the programme, in the order [`Row::cells`] gives them.
pub const HEADINGS: [&str; 18] = [
    "活动名称",
    "英文名称",
    "日期",
    "开始时间",
    "结束时间",
    "场馆",
    "会场",
    "主办单位",
    "演讲嘉宾",
    "主持人",
    "重要嘉宾",
    "需要同传",
    "所需译员数",
    "同传译员",
    "预计人数",
    "座位数",
    "使用方式",
    "译文状态",
];

/// A day of the planted week, counted from Monday, 21 June 2021, and minutes after its midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// 0 is Monday.
    pub day: u32,
    /// Minutes after midnight when it begins.
    pub from: u32,
    /// Minutes after midnight when it ends.
    pub to: u32,
}

impl Time {
    /// `2021-06-21`.
    #[must_use]
    pub fn date(self) -> String {
        format!("2021-06-{:02}", 21 + self.day)
    }

    /// `08:05`.
    #[must_use]
    pub fn clock(minutes: u32) -> String {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// What stands in a row; an empty text or `None` is an empty cell.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The title in Chinese.
    pub title: String,
    /// The title in English.
    pub title_en: String,
    /// When, if at all.
    pub time: Option<Time>,
    /// The house.
    pub venue: String,
    /// The hall.
    pub room: String,
    /// Seats of the hall.
    pub seats: Option<u32>,
    /// Whose it is.
    pub host: String,
    /// Who speaks.
    pub speakers: Vec<String>,
    /// Who leads it.
    pub chair: String,
    /// Who is received.
    pub guests: Vec<String>,
    /// From and into which languages it is interpreted.
    pub languages: String,
    /// How many interpreters it takes.
    pub interpreters_needed: Option<u32>,
    /// Who interprets.
    pub interpreters: Vec<String>,
    /// How many are expected.
    pub expected: Option<u32>,
    /// 独占 or 共用.
    pub use_of_room: &'static str,
    /// 最新, or 过期 for the English title.
    pub translation: &'static str,
}

impl Row {
    /// Its cells as text, in the order of [`HEADINGS`].
    #[must_use]
    pub fn cells(&self) -> [String; HEADINGS.len()] {
        let number = |figure: Option<u32>| figure.map(|figure| figure.to_string()).unwrap_or_default();
        [
            self.title.clone(),
            self.title_en.clone(),
            self.time.map(Time::date).unwrap_or_default(),
            self.time.map(|time| Time::clock(time.from)).unwrap_or_default(),
            self.time.map(|time| Time::clock(time.to)).unwrap_or_default(),
            self.venue.clone(),
            self.room.clone(),
            self.host.clone(),
            self.speakers.join("、"),
            self.chair.clone(),
            self.guests.join("、"),
            self.languages.clone(),
            number(self.interpreters_needed),
            self.interpreters.join("、"),
            number(self.expected),
            number(self.seats),
            self.use_of_room.to_owned(),
            self.translation.to_owned(),
        ]
    }
}
