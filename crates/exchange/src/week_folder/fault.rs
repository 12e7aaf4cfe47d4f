//! What can be wrong with a table of the folder.

use festoon_domain::text::Lang;

/// Something in a table that does not fit the format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderFault {
    /// The file is not there.
    NoFile,
    /// A column is not there.
    NoColumn(&'static str),
    /// A row with more or fewer cells than there are headings.
    RowLength {
        /// Cells in the row.
        cells: u64,
        /// Headings.
        columns: u64,
    },
    /// The table cannot be read; the reader's own words.
    Unreadable(String),
    /// A value that does not fit its column: column, value, what would be right.
    BadValue(&'static str, String, &'static str),
    /// A key that no table defines: column and key.
    UnknownKey(&'static str, String),
    /// A key that was used before.
    KeyTwice(String),
}

impl FolderFault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NoFile, Lang::Zh) => "文件夹里缺少这个文件。".into(),
            (Self::NoFile, Lang::En) => "the folder lacks this file.".into(),
            (Self::NoColumn(column), Lang::Zh) => format!("缺少「{column}」列。"),
            (Self::NoColumn(column), Lang::En) => format!("the column “{column}” is missing."),
            (Self::RowLength { cells, columns }, Lang::Zh) => {
                format!("这一行有 {cells} 格，表头有 {columns} 列；每一列都要有一格，可以留空。")
            }
            (Self::RowLength { cells, columns }, Lang::En) => format!(
                "this row has {cells} cells for {columns} headings; each column needs a cell, which may be empty."
            ),
            (Self::Unreadable(words), Lang::Zh) => format!("无法读取（{words}）。"),
            (Self::Unreadable(words), Lang::En) => format!("it cannot be read ({words})."),
            (Self::BadValue(column, value, right), Lang::Zh) => {
                format!("「{column}」列的「{value}」不对，应为：{right}。")
            }
            (Self::BadValue(column, value, right), Lang::En) => {
                format!("“{value}” in column “{column}” does not fit; right would be: {right}.")
            }
            (Self::UnknownKey(column, key), Lang::Zh) => {
                format!("「{column}」列的「{key}」在对应的表里没有定义。")
            }
            (Self::UnknownKey(column, key), Lang::En) => {
                format!("“{key}” in column “{column}” is defined in no table.")
            }
            (Self::KeyTwice(key), Lang::Zh) => format!("「{key}」已经用过，每个 key 只能出现一次。"),
            (Self::KeyTwice(key), Lang::En) => {
                format!("the key “{key}” was used before; each may stand once.")
            }
        }
    }
}
