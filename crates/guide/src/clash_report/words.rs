//! The fixed words of the clash report in both languages.
//!
//! A struct with a constant a language: a label without one of its wordings does not compile.

use festoon_domain::text::Lang;
use festoon_domain::timetable::Severity;

use super::Summary;

/// The fixed words of a report.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it labels")]
pub struct Labels {
    pub report: &'static str,
    pub checked: &'static str,
    pub none: &'static str,
    pub none_hint: &'static str,
    pub sessions: &'static str,
    pub venues: &'static str,
    pub rooms: &'static str,
    pub people: &'static str,
    pub files: &'static str,
    pub times_in: &'static str,
    pub timeline: &'static str,
    pub timeline_hint: &'static str,
    pub findings: &'static str,
    pub filter: &'static str,
    pub filter_severity: &'static str,
    pub filter_rule: &'static str,
    pub filter_person: &'static str,
    pub filter_host: &'static str,
    pub filter_file: &'static str,
    pub all: &'static str,
    pub shown: &'static str,
    pub nothing_shown: &'static str,
    pub rows: &'static str,
    pub remedy: &'static str,
    pub to_timeline: &'static str,
    pub read: &'static str,
    pub file: &'static str,
    pub format: &'static str,
    pub zone: &'static str,
    pub zone_in_file: &'static str,
    pub columns: &'static str,
    pub columns_hint: &'static str,
    pub column: &'static str,
    pub heading: &'static str,
    pub taken_for: &'static str,
    pub left_aside: &'static str,
    pub defects: &'static str,
    pub defects_hint: &'static str,
    pub place: &'static str,
    pub stood: &'static str,
    pub assumed: &'static str,
    pub nothing_stood: &'static str,
    pub protocol: &'static str,
    pub nowhere: &'static str,
    pub cancelled: &'static str,
    pub no_days: &'static str,
    pub minutes: &'static str,
    pub days: &'static str,
    pub made_by: &'static str,
}

/// In Chinese.
pub const LABELS_ZH: Labels = Labels {
    report: "冲突报告",
    checked: "检查时间",
    none: "没有发现冲突",
    none_hint: "人员、会场、路程、容量和开放时间都排得开。",
    sessions: "场次",
    venues: "场馆",
    rooms: "会场",
    people: "人员",
    files: "文件",
    times_in: "时间按",
    timeline: "时间线",
    timeline_hint: "每一道横条是一个场次；带记号的有冲突，点一下看说明。悬挂的线连着同一个人要赶的两场，线上写着现有和所需的分钟。",
    findings: "问题",
    filter: "筛选",
    filter_severity: "轻重",
    filter_rule: "规则",
    filter_person: "人员",
    filter_host: "主办单位",
    filter_file: "文件",
    all: "全部",
    shown: "条显示中",
    nothing_shown: "没有符合条件的问题，请放宽筛选。",
    rows: "出处",
    remedy: "怎么办",
    to_timeline: "在时间线上看",
    read: "读了什么",
    file: "文件",
    format: "格式",
    zone: "时区",
    zone_in_file: "文件自带",
    columns: "各列的理解",
    columns_hint: "如有认错，用 --map 指定一个 map.toml 说明各列。",
    column: "列",
    heading: "表头",
    taken_for: "理解为",
    left_aside: "未使用",
    defects: "读取时的假定",
    defects_hint: "这些内容不能照原样采用；没有遗漏任何一处。",
    place: "位置",
    stood: "原文",
    assumed: "说明",
    nothing_stood: "（空）",
    protocol: "本报告写明了嘉宾或译员的行程，仅供礼宾组使用，请勿转发。",
    nowhere: "地点未定",
    cancelled: "已取消",
    no_days: "没有带时间的场次，画不出时间线。",
    minutes: "分",
    days: "各日",
    made_by: "由 Festoon 生成",
};

/// In English.
pub const LABELS_EN: Labels = Labels {
    report: "Clash report",
    checked: "Checked",
    none: "No clashes found",
    none_hint: "People, rooms, roads, capacities and opening hours all fit.",
    sessions: "sessions",
    venues: "venues",
    rooms: "rooms",
    people: "people",
    files: "files",
    times_in: "Times in",
    timeline: "Timeline",
    timeline_hint: "Each bar is a session; a marked one clashes, follow it to the reason. A hanging cord joins two sessions that one person must reach, with the minutes there are and the minutes it takes.",
    findings: "Findings",
    filter: "Filter",
    filter_severity: "Severity",
    filter_rule: "Rule",
    filter_person: "Person",
    filter_host: "Host",
    filter_file: "File",
    all: "All",
    shown: "shown",
    nothing_shown: "No finding is left with this filter. Loosen one part of it.",
    rows: "Comes from",
    remedy: "What to do",
    to_timeline: "See it on the timeline",
    read: "What was read",
    file: "File",
    format: "Format",
    zone: "Zone",
    zone_in_file: "as in the file",
    columns: "How the columns were understood",
    columns_hint: "If one is wrong, say the columns in a map.toml and give it with --map.",
    column: "Column",
    heading: "Heading",
    taken_for: "Taken for",
    left_aside: "left aside",
    defects: "What had to be assumed",
    defects_hint: "These could not be taken as they stood; nothing was dropped silently.",
    place: "Place",
    stood: "What stood there",
    assumed: "What it means",
    nothing_stood: "(empty)",
    protocol: "This report says where guests of honour or interpreters will be. It is for the protocol desk only; do not pass it on.",
    nowhere: "Place not settled",
    cancelled: "cancelled",
    no_days: "No session has a time, so there is no timeline to draw.",
    minutes: "min",
    days: "Days",
    made_by: "Made with Festoon",
};

/// The fixed words for a reader of `lang`.
#[must_use]
pub const fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Zh => &LABELS_ZH,
        Lang::En => &LABELS_EN,
    }
}

/// "3 must be solved", with its number agreeing.
#[must_use]
pub fn tally(severity: Severity, count: u64, lang: Lang) -> String {
    match (severity, lang) {
        (Severity::Block, Lang::Zh) => format!("{count} 处必须解决"),
        (Severity::Warn, Lang::Zh) => format!("{count} 处需要留意"),
        (Severity::Note, Lang::Zh) => format!("{count} 条提示"),
        (Severity::Block, Lang::En) => format!("{count} must be solved"),
        (Severity::Warn, Lang::En) if count == 1 => "1 needs a look".into(),
        (Severity::Warn, Lang::En) => format!("{count} need a look"),
        (Severity::Note, Lang::En) => format!("{count} worth knowing"),
    }
}

/// A severity as a heading above its findings.
pub(super) const fn severity_heading(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Block, Lang::Zh) => "必须解决",
        (Severity::Warn, Lang::Zh) => "需要留意",
        (Severity::Note, Lang::Zh) => "提示",
        (Severity::Block, Lang::En) => "Must be solved",
        (Severity::Warn, Lang::En) => "Needs a look",
        (Severity::Note, Lang::En) => "Worth knowing",
    }
}

/// The word of a severity in addresses and style classes.
pub(super) const fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "block",
        Severity::Warn => "warn",
        Severity::Note => "note",
    }
}

/// The shape that stands for a severity where colour cannot.
pub(super) const fn severity_glyph(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "✕",
        Severity::Warn => "▲",
        Severity::Note => "○",
    }
}

/// How much was read, in one line.
pub(super) fn extent(summary: &Summary, files: usize, lang: Lang) -> String {
    let Summary { occurrences, venues, rooms, people, .. } = *summary;
    match lang {
        Lang::Zh => {
            format!(
                "{files} 个文件，{occurrences} 个场次，{venues} 个场馆 {rooms} 个会场，{people} 位演讲人、主持人等"
            )
        }
        Lang::En => format!(
            "{}, {}, {} with {}, {}",
            counted(files as u64, "file", "files"),
            counted(occurrences, "session", "sessions"),
            counted(venues, "venue", "venues"),
            counted(rooms, "room", "rooms"),
            counted(people, "person on stage", "people on stage")
        ),
    }
}

/// "and 37 more of this rule".
pub(super) fn unlisted(more: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {more} 处，完整清单见 --format json"),
        Lang::En => format!("and {more} more, all of them in --format json"),
    }
}

/// "and 37 more rows".
pub(super) fn more_rows(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {more} 行"),
        Lang::En => format!("and {more} more"),
    }
}

/// The minutes there are and the minutes the road takes, on its cord.
pub(super) fn road_minutes(gap: u32, road: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{gap}分 · 需{road}分"),
        Lang::En => format!("has {gap} · needs {road} min"),
    }
}

/// Where a cord of the timeline leads.
pub(super) fn see_finding(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("看第 {number} 条问题"),
        Lang::En => format!("See finding {number}"),
    }
}

/// What a timeline leaves out of a large week.
pub(super) fn left_out(count: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只画出有冲突的日期和会场；另有 {count} 个场次未画。"),
        Lang::En => {
            format!("Only days and rooms with clashes are drawn; {count} other sessions are left out.")
        }
    }
}

/// Sessions that have no place on a timeline.
pub(super) fn untimed(count: u64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 个场次没有时间，未画。"),
        Lang::En if count == 1 => "1 session has no time and is not drawn.".into(),
        Lang::En => format!("{count} sessions have no time and are not drawn."),
    }
}

/// What happens on a day, for the lamp that stands for it.
pub(super) fn day_tally(sessions: u64, blocks: u64, warns: u64, lang: Lang) -> String {
    let mut parts = vec![match lang {
        Lang::Zh => format!("{sessions} 场"),
        Lang::En => counted(sessions, "session", "sessions"),
    }];
    for (severity, count) in [(Severity::Block, blocks), (Severity::Warn, warns)] {
        if count > 0 {
            parts.push(tally(severity, count, lang));
        }
    }
    if blocks + warns == 0 {
        parts.push(match lang {
            Lang::Zh => "没有冲突".into(),
            Lang::En => "no clashes".into(),
        });
    }
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    })
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
