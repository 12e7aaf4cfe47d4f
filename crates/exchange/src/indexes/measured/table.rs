//! Which column is what: a table of measurements is recognised by its headings.

use std::collections::BTreeMap;

use super::super::{FrameworkFile, Role};
use super::folded;
use crate::sheet::cells::Cells;

/// How deep headings may stand below titles.
const DEEPEST: usize = 30;

/// A table of measurements.
#[derive(Debug)]
pub(super) struct Table {
    /// The row of headings.
    pub(super) heading: usize,
    pub(super) roles: BTreeMap<Role, usize>,
    /// Of the wide form: columns with the place of what they measure.
    pub(super) measured: Vec<(usize, usize)>,
    /// Columns that say groups, with the place of the grouping.
    pub(super) groups: Vec<(usize, usize)>,
    /// Headings that mean nothing here.
    pub(super) strange: Vec<(usize, String)>,
}

/// The usual headings.
const USUAL: [(Role, &[&str]); 6] = [
    (
        Role::Unit,
        &[
            "单位",
            "地区",
            "区域",
            "区",
            "区县",
            "城市",
            "评价单位",
            "评价对象",
            "unit",
            "region",
            "district",
            "area",
            "city",
        ],
    ),
    (Role::Year, &["年份", "年度", "年", "year", "time", "period"]),
    (Role::Indicator, &["指标", "指标代码", "指标名称", "indicator", "code"]),
    (Role::Value, &["数值", "值", "指标值", "数据", "value", "number"]),
    (Role::Source, &["来源", "数据来源", "出处", "source"]),
    (Role::Date, &["日期", "发布日期", "公布日期", "date", "published"]),
];

/// Finds the headings; else the words of the row that looked most like them.
pub(super) fn find(cells: &Cells<'_>, framework: &FrameworkFile) -> Result<Table, Vec<String>> {
    let mut widest = Vec::new();
    for row in 0..cells.rows().min(DEEPEST) {
        let words: Vec<(usize, String)> =
            cells.filled(row).map(|column| (column, cells.text(row, column).into_owned())).collect();
        let table = understood(row, &words, framework);
        let is_long = table.roles.contains_key(&Role::Indicator) && table.roles.contains_key(&Role::Value);
        if table.roles.contains_key(&Role::Unit) && (is_long || !table.measured.is_empty()) {
            return Ok(table);
        }
        if words.len() > widest.len() {
            widest = words.into_iter().map(|(_, words)| words).collect();
        }
    }
    Err(widest)
}

fn understood(row: usize, words: &[(usize, String)], framework: &FrameworkFile) -> Table {
    let mut table = Table {
        heading: row,
        roles: BTreeMap::new(),
        measured: Vec::new(),
        groups: Vec::new(),
        strange: Vec::new(),
    };
    for (column, said) in words {
        let grouping = framework.groupings.iter().position(|one| folded(one) == folded(said));
        if let Some(grouping) = grouping {
            table.groups.push((*column, grouping));
        } else if let Some(role) = role(said, framework).filter(|role| !table.roles.contains_key(role)) {
            table.roles.insert(role, *column);
        } else if let Some(place) = column_named(said, framework) {
            table.measured.push((*column, place));
        } else {
            table.strange.push((*column, said.clone()));
        }
    }
    table
}

fn role(said: &str, framework: &FrameworkFile) -> Option<Role> {
    let word = folded(said);
    // What the file calls its columns wins over what they are usually called.
    if let Some((role, _)) = framework.headings.iter().find(|(_, heading)| folded(heading) == word) {
        return Some(*role);
    }
    if column_named(said, framework).is_some() {
        return None;
    }
    let found = USUAL.iter().find(|(_, words)| words.contains(&word.as_str()));
    found.map(|(role, _)| *role).filter(|role| !framework.headings.contains_key(role))
}

/// The place of an indicator or column by its code or one of its names, a unit of measure in brackets left aside.
pub(super) fn column_named(said: &str, framework: &FrameworkFile) -> Option<usize> {
    let whole = folded(said);
    let bare = whole.split('(').next().unwrap_or_default().to_owned();
    let find = |word: &str| {
        let is_one = |names: &str| !names.is_empty() && folded(names) == word;
        framework.columns.iter().position(|column| {
            column.code.trim() == said.trim()
                || is_one(&column.code)
                || festoon_domain::text::Lang::BOTH.iter().any(|lang| is_one(column.name.wording(*lang)))
        })
    };
    find(&whole).or_else(|| find(&bare).filter(|_| !bare.is_empty()))
}
