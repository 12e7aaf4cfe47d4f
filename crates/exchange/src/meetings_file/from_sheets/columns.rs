//! Which sheet and which column is what, by their names in Chinese and English.

use std::collections::BTreeMap;

use crate::Right;
use crate::sheet::cells::Cells;
use crate::sheet::words::plain;

/// How deep headings may stand below titles.
const DEEPEST: usize = 30;

/// What a sheet lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Parties,
    Wishes,
    Interpreters,
    Venues,
    Days,
    Breaks,
    Roads,
    Pins,
    Apart,
    Settings,
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    People,
    Languages,
    Offers,
    Seeks,
    Wishes,
    Most,
    Away,
    Tables,
    Closed,
    Date,
    Hours,
    Free,
    From,
    To,
    Minutes,
    One,
    Other,
    Rank,
    Start,
    Venue,
    Between,
    InARow,
}

/// A sheet, the words it may be called by, and the columns it may have; those it must have stand first, as many as are counted.
struct Shape {
    kind: Kind,
    names: &'static [&'static str],
    needed: usize,
    columns: &'static [(Column, &'static [&'static str])],
}

const LANGUAGES: (Column, &[&str]) =
    (Column::Languages, &["语言", "语种", "使用语言", "languages", "language", "speaks"]);
const AWAY: (Column, &[&str]) =
    (Column::Away, &["不在", "不在时间", "缺席", "不便时间", "不可用时间", "away", "absent", "unavailable"]);
const OTHER: (Column, &[&str]) = (
    Column::Other,
    &[
        "另一方",
        "对方",
        "意向对象",
        "想见",
        "想见谁",
        "other",
        "wants to meet",
        "wants",
        "wish",
        "wishes",
        "to",
    ],
);
const ONE: (Column, &[&str]) = (
    Column::One,
    &["一方", "我方", "己方", "本方", "谁", "one", "party", "of", "who", "from", "name", "company"],
);

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    Shape {
        kind: Kind::Parties,
        names: &["participants", "parties", "companies", "delegations", "洽谈方", "参会方", "参加方", "企业", "公司", "参会企业", "名单"],
        needed: 2,
        columns: &[
            (Column::Name, &["名称", "企业", "公司", "单位", "企业名称", "公司名称", "单位名称", "洽谈方", "代表团", "name", "company", "party", "organisation", "organization", "participant", "delegation"]),
            LANGUAGES,
            (Column::People, &["人员", "参会人员", "参会人", "代表", "姓名", "people", "persons", "delegates", "representatives", "attendees"]),
            (Column::Offers, &["供应", "提供", "可提供", "产品", "供给", "offers", "offer", "supplies"]),
            (Column::Seeks, &["需求", "寻求", "采购需求", "seeks", "seek", "needs", "looking for", "demand"]),
            (Column::Wishes, &["意向", "想见", "意向对象", "希望洽谈", "wishes", "wants to meet", "wants", "wish"]),
            (Column::Most, &["最多场次", "场次上限", "最多", "上限", "most", "max", "max meetings", "most meetings", "quota"]),
            AWAY,
        ],
    },
    Shape { kind: Kind::Wishes, names: &["wishes", "意向", "意向表", "洽谈意向"], needed: 2, columns: &[ONE, OTHER, (Column::Rank, &["顺序", "排序", "优先", "优先级", "rank", "priority", "order"])] },
    Shape { kind: Kind::Interpreters, names: &["interpreters", "译员", "口译", "翻译"], needed: 2, columns: &[(Column::Name, &["译员", "姓名", "名称", "翻译", "interpreter", "name"]), LANGUAGES, AWAY] },
    Shape {
        kind: Kind::Venues,
        names: &["tables", "venues", "venue", "场地", "场馆", "桌位", "洽谈桌"],
        needed: 2,
        columns: &[
            (Column::Name, &["场地", "场馆", "会场", "地点", "名称", "venue", "hall", "room", "place", "name"]),
            (Column::Tables, &["桌数", "桌位", "桌", "张数", "洽谈桌", "tables", "number of tables"]),
            (Column::Closed, &["不开放", "关闭", "关闭时间", "closed"]),
        ],
    },
    Shape { kind: Kind::Breaks, names: &["breaks", "休息", "午休"], needed: 1, columns: &[(Column::Hours, &["时间", "时段", "时间段", "hours", "between", "time"]), (Column::Name, &["名称", "休息", "name", "break"]), (Column::Free, &["空出", "空出时段", "留空", "free", "slots"])] },
    Shape { kind: Kind::Days, names: &["days", "day", "日期", "时间", "日程"], needed: 2, columns: &[(Column::Date, &["日期", "日子", "date", "day"]), (Column::Hours, &["时间", "时段", "时间段", "hours", "time"])] },
    Shape { kind: Kind::Roads, names: &["roads", "road", "路程"], needed: 3, columns: &[(Column::From, &["从", "出发", "起点", "from"]), (Column::To, &["到", "到达", "终点", "to"]), (Column::Minutes, &["分钟", "路程", "时间", "minutes"])] },
    Shape { kind: Kind::Pins, names: &["pins", "pin", "指定", "已定", "指定洽谈"], needed: 2, columns: &[ONE, OTHER, (Column::Start, &["开始", "开始时间", "时间", "start", "time"]), (Column::Venue, &["场地", "场馆", "会场", "venue", "hall"])] },
    Shape { kind: Kind::Apart, names: &["apart", "回避", "不谈"], needed: 2, columns: &[ONE, OTHER] },
    Shape { kind: Kind::Settings, names: &["settings", "setting", "设置"], needed: 0, columns: &[] },
];

/// Sheets that people write for each other.
const NOTES: &[&str] = &["notes", "note", "readme", "instructions", "说明", "填表说明", "备注"];

/// A table whose columns are known.
pub(super) struct Table {
    pub(super) kind: Kind,
    /// The row of the headings.
    pub(super) heading: usize,
    pub(super) columns: BTreeMap<Column, usize>,
    /// Headings that mean nothing here.
    pub(super) strange: Vec<(usize, String)>,
}

impl Column {
    /// What it is called in sentences.
    pub(super) const fn called(self) -> (&'static str, &'static str) {
        match self {
            Self::Name => ("名称", "name"),
            Self::People => ("人员", "people"),
            Self::Languages => ("语言", "languages"),
            Self::Offers => ("供应", "offers"),
            Self::Seeks => ("需求", "seeks"),
            Self::Wishes => ("意向", "wishes"),
            Self::Most => ("最多场次", "most meetings"),
            Self::Away => ("不在时间", "away"),
            Self::Tables => ("桌数", "number of tables"),
            Self::Closed => ("不开放", "closed"),
            Self::Date => ("日期", "date"),
            Self::Hours => ("时间", "hours"),
            Self::Free => ("空出时段", "free"),
            Self::From => ("从", "from"),
            Self::To => ("到", "to"),
            Self::Minutes => ("分钟", "minutes"),
            Self::One => ("一方", "one"),
            Self::Other => ("另一方", "other"),
            Self::Rank => ("顺序", "rank"),
            Self::Start => ("开始", "start"),
            Self::Venue => ("场地", "venue"),
            Self::Between => ("间隔分钟", "between"),
            Self::InARow => ("最多连续场次", "in a row"),
        }
    }
}

/// What a sheet is; nothing for notes.
///
/// # Errors
/// What would be right, for a sheet that means nothing here.
pub(super) fn find(cells: &Cells<'_>, sheet: &str) -> Result<Option<Table>, Right> {
    let name = folded(sheet.rsplit_once('.').map_or(sheet, |(stem, _)| stem));
    if NOTES.contains(&name.as_str()) {
        return Ok(None);
    }
    if let Some(shape) = SHAPES.iter().find(|shape| shape.names.contains(&name.as_str())) {
        return headed(cells, shape).map(Some).ok_or_else(|| lacks(cells, shape));
    }
    let fitting = SHAPES.iter().filter(|shape| shape.needed > 1).filter_map(|shape| headed(cells, shape));
    // Of several that fit, the one that understands most; the first of those.
    let best = fitting.reduce(|best, next| if next.columns.len() > best.columns.len() { next } else { best });
    best.map(Some).ok_or_else(|| {
        let called: Vec<[&str; 2]> = SHAPES
            .iter()
            .map(|shape| [shape.names[0], shape.names.iter().find(|name| !name.is_ascii()).unwrap_or(&"")])
            .collect();
        let names =
            |at: usize, between: &str| called.iter().map(|both| both[at]).collect::<Vec<_>>().join(between);
        Right::new(
            format!("看不出这张表是什么。请把它命名为：{}；只给人看的请命名为「说明」。", names(1, "、")),
            format!(
                "it is not clear what this sheet lists. Call it {}; or notes, if it is for people alone.",
                names(0, ", ")
            ),
        )
    })
}

/// The setting that words name.
pub(super) fn setting(words: &str) -> Option<Column> {
    match folded(words).as_str() {
        "每场分钟" | "每场时长" | "分钟" | "时长" | "minutes" | "meetingminutes" | "length" => {
            Some(Column::Minutes)
        }
        "间隔" | "间隔分钟" | "场间间隔" | "between" | "minutesbetween" => Some(Column::Between),
        "最多连续场次" | "连续场次" | "最多连续" | "inarow" | "in_a_row" => {
            Some(Column::InARow)
        }
        _ => None,
    }
}

/// The first row with all that the sheet must have.
fn headed(cells: &Cells<'_>, shape: &Shape) -> Option<Table> {
    let rows = 0..cells.rows().min(DEEPEST);
    if shape.kind == Kind::Settings {
        let heading = rows.into_iter().find(|row| cells.filled(*row).next().is_some())?;
        let (columns, strange) = (BTreeMap::new(), Vec::new());
        return Some(Table { kind: shape.kind, heading, columns, strange });
    }
    rows.into_iter().find_map(|row| {
        let mut table =
            Table { kind: shape.kind, heading: row, columns: BTreeMap::new(), strange: Vec::new() };
        for at in cells.filled(row) {
            let said = cells.text(row, at).into_owned();
            let word = folded(&said);
            let named = shape.columns.iter().find(|(column, words)| {
                !table.columns.contains_key(column) && words.iter().any(|known| folded(known) == word)
            });
            match named {
                Some((column, _)) => {
                    table.columns.insert(*column, at);
                }
                None => table.strange.push((at, said)),
            }
        }
        let needed = shape.columns.iter().take(shape.needed);
        needed.into_iter().all(|(column, _)| table.columns.contains_key(column)).then_some(table)
    })
}

fn lacks(cells: &Cells<'_>, shape: &Shape) -> Right {
    let needed: Vec<(&str, &str)> =
        shape.columns.iter().take(shape.needed).map(|(column, _)| column.called()).collect();
    let widest = |row: &usize| std::cmp::Reverse(cells.filled(*row).count());
    let row = (0..cells.rows().min(DEEPEST)).min_by_key(widest).unwrap_or(0);
    let seen: Vec<String> = cells.filled(row).take(8).map(|at| cells.text(row, at).into_owned()).collect();
    let zh: Vec<&str> = needed.iter().map(|(zh, _)| *zh).collect();
    let en: Vec<&str> = needed.iter().map(|(_, en)| *en).collect();
    Right::new(
        format!("找不到表头（看到：{}）。这张表要有：{}。", seen.join("、"), zh.join("、")),
        format!(
            "no headings are recognised (found: {}). This sheet has: {}.",
            seen.join(", "),
            en.join(", ")
        ),
    )
}

/// Words in one form for comparing, what stands in brackets left aside.
fn folded(words: &str) -> String {
    let plain = plain(words);
    let bare = plain.split('(').next().unwrap_or_default();
    bare.trim_matches(|c: char| matches!(c, '*' | ':' | ' ' | '#')).replace(' ', "")
}
