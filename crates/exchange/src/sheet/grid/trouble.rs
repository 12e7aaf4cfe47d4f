//! What could not be taken from a file as it stood, before anybody asked what a column means.

use std::collections::HashMap;

use festoon_domain::programme::Citation;
use festoon_domain::text::Lang;

/// What could not be taken as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GridTrouble {
    /// Bytes that fit the encoding nowhere, replaced by `�`; the name of the encoding.
    BadBytes(&'static str),
    /// NUL characters, dropped; how many.
    Nul(u64),
    /// A quote that is never closed; taken as a plain character.
    OpenQuote,
    /// A formula that failed; what it shows.
    Fault(Box<str>),
    /// A formula whose result was never stored; the cell was read as empty.
    NoResult,
    /// A date nobody can read; read as text.
    BadDate(Box<str>),
    /// A cell that points at a shared text that is not there; read as empty.
    NoSharedText,
    /// A hidden sheet, read all the same.
    HiddenSheet,
    /// Hidden or filtered rows, read all the same; how many.
    HiddenRows(u32),
    /// Hidden columns, read all the same; how many.
    HiddenColumns(u32),
    /// A chart or macro sheet, passed over.
    NotCells,
    /// A sheet that the workbook lists but does not hold.
    SheetMissing,
    /// A text box, not read.
    TextBox,
    /// Text struck out in tracked changes, left out.
    Deleted,
    /// More of one kind than are listed; its word and how many more.
    AndMore(&'static str, u64),
}

impl GridTrouble {
    /// What is wrong and what was assumed.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::BadBytes(encoding), Lang::Zh) => {
                format!("有字节不符合 {encoding} 编码，已用「�」代替。请核对这一行的文字。")
            }
            (Self::BadBytes(encoding), Lang::En) => {
                format!("bytes that are no {encoding} text were replaced by “�”. Check the words of this line.")
            }
            (Self::Nul(count), Lang::Zh) => format!("去掉了 {count} 个空字符（NUL）。"),
            (Self::Nul(count), Lang::En) => format!("{count} NUL characters were dropped."),
            (Self::OpenQuote, Lang::Zh) => "引号没有配对，已当作普通字符读取。请补上另一半引号。".into(),
            (Self::OpenQuote, Lang::En) => {
                "a quotation mark is never closed and was read as a plain character. Close it.".into()
            }
            (Self::Fault(fault), Lang::Zh) => format!("公式出错，单元格显示为 {fault}，已当作空白。"),
            (Self::Fault(fault), Lang::En) => {
                format!("the formula failed and shows {fault}; the cell was taken as empty.")
            }
            (Self::NoResult, Lang::Zh) => {
                "文件里只有公式，没有保存计算结果，已当作空白。请用表格软件打开并保存一次。".into()
            }
            (Self::NoResult, Lang::En) => {
                "the file holds a formula without its result; the cell was taken as empty. Open and save the file once in a spreadsheet program.".into()
            }
            (Self::BadDate(stood), Lang::Zh) => format!("日期「{stood}」无法识别，已按文字读取。"),
            (Self::BadDate(stood), Lang::En) => {
                format!("the date “{stood}” cannot be read and was taken as text.")
            }
            (Self::NoSharedText, Lang::Zh) => "单元格引用的文字在文件中不存在，已当作空白。".into(),
            (Self::NoSharedText, Lang::En) => {
                "the cell points at a text that the file does not hold; it was taken as empty.".into()
            }
            (Self::HiddenSheet, Lang::Zh) => "这张工作表是隐藏的，也已读取。".into(),
            (Self::HiddenSheet, Lang::En) => "the sheet is hidden; it was read all the same.".into(),
            (Self::HiddenRows(count), Lang::Zh) => {
                format!("从这里起共有 {count} 行被隐藏或筛掉，也已读取。")
            }
            (Self::HiddenRows(count), Lang::En) => {
                format!("from here on {count} rows of this sheet are hidden or filtered; they were read all the same.")
            }
            (Self::HiddenColumns(count), Lang::Zh) => format!("有 {count} 列被隐藏，也已读取。"),
            (Self::HiddenColumns(count), Lang::En) => {
                format!("{count} columns are hidden; they were read all the same.")
            }
            (Self::NotCells, Lang::Zh) => "这是图表或宏工作表，没有单元格，已跳过。".into(),
            (Self::NotCells, Lang::En) => "a chart or macro sheet has no cells and was passed over.".into(),
            (Self::SheetMissing, Lang::Zh) => "工作簿列出了这张表，文件里却没有，已跳过。".into(),
            (Self::SheetMissing, Lang::En) => {
                "the workbook lists this sheet but does not hold it; it was passed over.".into()
            }
            (Self::TextBox, Lang::Zh) => "文本框里的文字没有读取。请把它移到表格里。".into(),
            (Self::TextBox, Lang::En) => {
                "the words in a text box were not read. Move them into the table.".into()
            }
            (Self::Deleted, Lang::Zh) => "修订中已删除的文字没有读取。".into(),
            (Self::Deleted, Lang::En) => "text deleted in tracked changes was left out.".into(),
            (Self::AndMore(word, more), Lang::Zh) => {
                format!("另有 {more} 处同样的问题（{word}），不再逐一列出。")
            }
            (Self::AndMore(word, more), Lang::En) => {
                format!("{more} more of the same kind ({word}) are not listed one by one.")
            }
        }
    }

    /// A word for it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::BadBytes(_) => "bad-bytes",
            Self::Nul(_) => "nul-characters",
            Self::OpenQuote => "open-quote",
            Self::Fault(_) => "failed-formula",
            Self::NoResult => "formula-without-result",
            Self::BadDate(_) => "cell-date-unreadable",
            Self::NoSharedText => "shared-text-missing",
            Self::HiddenSheet => "hidden-sheet",
            Self::HiddenRows(_) => "hidden-rows",
            Self::HiddenColumns(_) => "hidden-columns",
            Self::NotCells => "chart-sheet",
            Self::SheetMissing => "sheet-missing",
            Self::TextBox => "text-box",
            Self::Deleted => "deleted-text",
            Self::AndMore(word, _) => word,
        }
    }
}

/// Troubles as they are found, at most so many of a kind.
#[derive(Debug, Default)]
pub(super) struct Troubles {
    listed: Vec<(Citation, GridTrouble)>,
    seen: HashMap<&'static str, u64>,
    file: Option<Citation>,
}

impl Troubles {
    /// How many of a kind are listed before the rest is only counted.
    const MOST: u64 = 100;

    pub(super) fn push(&mut self, citation: Citation, trouble: GridTrouble) {
        let seen = self.seen.entry(trouble.word()).or_default();
        *seen += 1;
        if *seen <= Self::MOST {
            self.listed.push((citation, trouble));
        } else {
            // The rest is cited by the last place seen: the reader can look onwards from the hundredth.
            self.file = Some(citation);
        }
    }

    pub(super) fn done(self) -> Vec<(Citation, GridTrouble)> {
        let mut listed = self.listed;
        let Some(last) = self.file else { return listed };
        let mut more: Vec<_> = self.seen.into_iter().filter(|(_, seen)| *seen > Self::MOST).collect();
        more.sort_unstable();
        for (word, seen) in more {
            let whole = Citation { file: last.file.clone(), spot: festoon_domain::programme::Spot::Whole };
            listed.push((whole, GridTrouble::AndMore(word, seen - Self::MOST)));
        }
        listed
    }
}
