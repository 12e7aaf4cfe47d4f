//! Rows that are no session: a day or hall over the rows below it, notes, totals.

use super::cells::{Cells, as_text};
use super::fields::Field;
use super::grid::Cell;
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
    if is_note(text) {
        return RowKind::Note;
    }
    let is_title = field == Some(Field::Title) && !spans;
    let introduces = next_is_data(cells, row, table.rows.end);
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

fn is_section_name(text: &str) -> bool {
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
