//! Rows that are no session: a day or hall over the rows below it, notes, totals.

use super::cells::{Cells, as_text};
use super::fields::Field;
use super::grid::Cell;
use super::labels::{self, Labelled};
use super::moments::clock::DayPart;
use super::moments::dates::Day;
use super::moments::{self, Expect};
use super::tables::Table;
use super::words::{is_han, plain};

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowKind {
    Blank,
    /// A session, or more of the one above.
    Data,
    /// Carries a day, a part of the day or both to the rows below.
    Day(Option<Day>, Option<DayPart>),
    /// Carries a place or a host, and what else the row says.
    Labelled(Labelled),
    /// Carries a hall.
    Hall(String),
    /// Carries a part of the activity.
    Part(String),
    /// Left aside.
    Note,
}

/// Tells what a row is by the cells filled in it.
pub(super) fn kind(cells: &Cells<'_>, table: &Table, row: usize) -> RowKind {
    let mut filled = cells.filled(row);
    let Some(first) = filled.next() else {
        return RowKind::Blank;
    };
    let second = filled.next();
    let text = as_text(cells.own(row, first));
    if is_total(&text, second.is_none()) {
        return RowKind::Note;
    }
    if let Some(second) = second {
        if is_signature(&text) {
            return RowKind::Note;
        }
        // A section in two cells: a number or a day beside a weekday; all else is data.
        if filled.next().is_none() && table.columns.len() > 3 && !is_number(cells.own(row, first)) {
            let both = format!("{text} {}", as_text(cells.own(row, second)));
            let stated = moments::read(&both, Expect::Date);
            if stated.junk.is_empty() && stated.only_day().is_some() && is_outside(table, &[first, second]) {
                return RowKind::Day(stated.only_day(), stated.part());
            }
        }
        return RowKind::Data;
    }
    if is_number(cells.own(row, first)) {
        return RowKind::Data;
    }
    lone(cells, table, row, first, &text)
}

/// A row with one filled cell.
fn lone(cells: &Cells<'_>, table: &Table, row: usize, column: usize, text: &str) -> RowKind {
    let covered = (0..cells.width(row)).any(|c| {
        cells
            .area(row, c)
            .is_some_and(|area| area.top < row && !as_text(cells.own(area.top, area.left)).is_empty())
    });
    let field = table.columns.iter().find(|known| known.index == column).and_then(|known| known.field);
    let spans = cells.area(row, column).is_some_and(|area| area.right > area.left);
    if covered && !spans {
        return RowKind::Data;
    }
    let stated = moments::read(text, Expect::Date);
    if let Some((day, part)) = day_of(text) {
        return RowKind::Day(day, part);
    }
    if matches!(field, Some(Field::Person(_))) && !spans {
        return RowKind::Data;
    }
    if is_note(text) || is_signature(text) {
        return RowKind::Note;
    }
    let is_title = field == Some(Field::Title) && !spans;
    let introduces = next_is_data(cells, row, table.rows.end);
    if introduces && let Some(labelled) = labelled(text, is_title) {
        return RowKind::Labelled(labelled);
    }
    if is_hall(text) && introduces && !is_title {
        return RowKind::Hall(text.to_owned());
    }
    if is_title && !(introduces && (is_section_name(text) || is_hall(text))) {
        return RowKind::Data;
    }
    if is_title && is_hall(text) {
        return RowKind::Hall(text.to_owned());
    }
    if stated.junk.is_empty() && !stated.is_empty() {
        return RowKind::Data;
    }
    if introduces { RowKind::Part(text.to_owned()) } else { RowKind::Note }
}

/// A place or a host for the rows below, but not a title that says its own.
fn labelled(text: &str, is_title: bool) -> Option<Labelled> {
    let found = labels::read(text);
    let rest = &found.rest;
    let is_section = rest.is_empty() || is_section_name(rest) || day_of(rest).is_some();
    ((found.place.is_some() || found.host.is_some()) && (!is_title || is_section)).then_some(found)
}

/// Lines between two tables that are about the second: a day, a hall, a section, a place.
pub(super) fn introduces_table(text: &str) -> bool {
    !is_note(text)
        && !is_signature(text)
        && (day_of(text).is_some()
            || day_in_title(text).is_some()
            || is_hall(text)
            || is_section_name(text)
            || labelled(text, false).is_some())
}

/// Who filled the form in, and the stamp: `（盖章）`, `填表人：林一`, `联系人：…  电话：…`.
fn is_signature(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "填表人",
        "填报人",
        "审核人",
        "制表人",
        "经办人",
        "审批人",
        "联系人",
        "联系电话",
        "填报单位",
        "填表日期",
        "填报日期",
        "制表日期",
        "单位负责人",
        "分管领导",
        "领导签字",
        "主管领导",
        "负责人签字",
        "签字",
        "签名",
        "盖章",
        "单位盖章",
        "单位(盖章",
        "公章",
        "signature",
        "signed",
        "prepared by",
        "approved by",
        "contact:",
    ];
    let word = plain(text);
    let word = word.trim_start_matches(['(', ' ', '*']);
    let short = word.chars().count() <= 60;
    let is_stamp = ["盖章)", "盖章", "签章)", "签章", "签字)", "盖章):", "盖章:", "签字:"]
        .iter()
        .any(|end| word.ends_with(end));
    let bare = word.trim_end_matches([':', ')', ' ']);
    short
        && (is_stamp
            || STARTS.iter().any(|start| {
                word.strip_prefix(start)
                    .is_some_and(|rest| rest.starts_with([':', '(', ')']) || bare == *start)
            })
            || STARTS.iter().any(|start| start.ends_with(':') && word.starts_with(start)))
}

/// A day in words that are about nothing else: `6月21日（周一）`, `Day 1 – 21 June`, `第一天 6月21日 上午`.
pub(super) fn day_of(text: &str) -> Option<(Option<Day>, Option<DayPart>)> {
    if text.chars().count() > 40 {
        return None;
    }
    let plain = plain(text);
    let stripped = strip_day_number(&plain);
    let stated = moments::read(stripped, Expect::Date);
    let junk: String =
        stated.junk.chars().filter(|c| !matches!(c, '第' | '天' | '日' | '程' | '议' | '会')).collect();
    if !junk.is_empty() || stated.has_clock() {
        return None;
    }
    match (stated.only_day(), stated.part()) {
        (None, None) => None,
        found => Some(found),
    }
}

/// The one day a title above a table names beside other words: `未来网络大会议程 6月21日`.
pub(super) fn day_in_title(title: &str) -> Option<Day> {
    const OF_THE_FORM: &[&str] = &[
        "截止", "更新", "填", "提交", "制表", "打印", "版", "报送", "updated", "deadline", "version",
        "as of", "draft", "printed",
    ];
    let plain = plain(title);
    if plain.chars().count() > 60 || OF_THE_FORM.iter().any(|word| plain.contains(word)) {
        return None;
    }
    moments::read(&plain, Expect::Either).only_day()
}

fn strip_day_number(text: &str) -> &str {
    let rest = text.strip_prefix("day").map(str::trim_start);
    if let Some(rest) = rest {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < rest.len() {
            return after.trim_start_matches([' ', '-', ':', ',', '.', '(', '~']);
        }
    }
    for number in ["第一天", "第二天", "第三天", "第四天", "第五天", "第六天", "第七天"]
    {
        if let Some(rest) = text.strip_prefix(number) {
            return rest.trim_start_matches([' ', '-', ':', ',', '(']);
        }
    }
    text
}

fn is_outside(table: &Table, columns: &[usize]) -> bool {
    !columns
        .iter()
        .any(|c| table.columns.iter().any(|known| known.index == *c && known.field == Some(Field::Title)))
}

fn is_total(text: &str, is_alone: bool) -> bool {
    if !text.trim_start().starts_with(|c| "合总總小共tTsSgGｔＴ".contains(c)) {
        return false;
    }
    let word = plain(text);
    ["合计", "总计", "小计", "共计", "总数"].iter().any(|total| word.starts_with(total))
        || matches!(word.as_str(), "total" | "totals" | "sum" | "subtotal" | "grand total" | "total:")
        || (is_alone
            && word.starts_with('共')
            && word.chars().any(|c| c.is_ascii_digit())
            && word.chars().count() < 24)
}

fn is_note(text: &str) -> bool {
    let word = plain(text);
    let word = word.trim_start_matches(['*', '※', '(', ' ']);
    [
        "注:",
        "备注",
        "注1",
        "说明:",
        "说明",
        "填表",
        "联系人",
        "制表",
        "审核",
        "note:",
        "notes:",
        "note ",
        "nb:",
        "remark",
        "请注意",
        "附:",
        "温馨提示",
        "以上",
        "contact",
        "source:",
        "p.s.",
    ]
    .iter()
    .any(|start| word.starts_with(start))
        || text.starts_with(['*', '※', '＊'])
        || text.chars().count() > 80
}

/// A sheet named after its hall: `主会场`, `分会场A`, `Room 3`.
pub(super) fn is_hall_sheet(name: &str) -> bool {
    let word = plain(name);
    is_hall(name)
        || ["主会场", "分会场"].iter().any(|start| word.starts_with(start) && word.chars().count() <= 8)
}

/// Words that end as a hall's name does.
pub(super) fn is_hall(text: &str) -> bool {
    let word = plain(text);
    let word = word.trim_end_matches([':', ' ']);
    word.chars().count() <= 30
        && !word.contains(':')
        && (["会场", "厅", "会议室", "展馆", "教室", "报告厅", "场馆", "室", "演播室"]
            .iter()
            .any(|end| word.ends_with(end))
            || (!word.chars().any(is_han)
                && ["room", "hall", "stage", "auditorium", "theatre", "theater"]
                    .iter()
                    .any(|w| word.split_whitespace().any(|x| x == *w))))
}

pub(super) fn is_section_name(text: &str) -> bool {
    let word = plain(text);
    [
        "主题论坛",
        "分论坛",
        "平行论坛",
        "专题论坛",
        "高峰论坛",
        "第一部分",
        "第二部分",
        "第三部分",
        "第四部分",
        "第五部分",
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
        "六、",
        "七、",
        "八、",
        "环节一",
        "环节二",
        "环节三",
        "part ",
        "track ",
        "session ",
        "block ",
        "section ",
    ]
    .iter()
    .any(|start| word.starts_with(start))
        && word.chars().next_back().is_none_or(|c| c != '.')
}

/// The next filled row has more than one cell.
fn next_is_data(cells: &Cells<'_>, row: usize, end: usize) -> bool {
    let end = end.min(cells.rows());
    (row + 1..end.min(row + 6))
        .map(|next| cells.filled(next).count())
        .find(|count| *count > 0)
        .is_some_and(|count| count > 1)
        || (row + 2..end.min(row + 5)).any(|next| cells.filled(next).count() > 2)
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Number(_) | Cell::Serial(_))
}
