//! What can be wrong with a week file.

use festoon_domain::record::Kind;
use festoon_domain::text::Lang;

use super::LIMIT;

/// A file from which no week can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekFileFault {
    /// It does not begin as a week file does.
    Other,
    /// It is of a format that is not known; its number.
    Format(String),
    /// It names a kind of record that is not known.
    UnknownKind(String),
    /// It names a field that is not known.
    UnknownField(Kind, String),
    /// Bytes are wrong, missing or too many; the reader's own words.
    Damaged(String),
    /// Its head is not what was asked for; the reader's own words.
    Head(String),
    /// Unpacked it exceeds [`LIMIT`].
    TooLarge,
}

impl WeekFileFault {
    /// What is wrong and what would be right.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mib = LIMIT >> 20;
        match (self, lang) {
            (Self::Other, Lang::Zh) => "这不是 Festoon 的周文件。请检查是否选错了文件。".into(),
            (Self::Other, Lang::En) => {
                "this is not a week file of Festoon. Check that it is the right one.".into()
            }
            (Self::Format(format), Lang::Zh) => {
                format!("周文件的格式「{format}」由更新的 Festoon 写成。请先升级本程序。")
            }
            (Self::Format(format), Lang::En) => {
                format!(
                    "the week file is of format “{format}”, written by a newer Festoon. Update this one first."
                )
            }
            (Self::UnknownKind(word), Lang::Zh) => {
                format!("周文件里有本程序不认识的一类记录「{word}」。请先升级本程序。")
            }
            (Self::UnknownKind(word), Lang::En) => {
                format!(
                    "the week file has records of a kind unknown here, “{word}”. Update this program first."
                )
            }
            (Self::UnknownField(kind, field), Lang::Zh) => {
                format!("周文件的{}里有本程序不认识的一项「{field}」。请先升级本程序。", kind.called(lang))
            }
            (Self::UnknownField(kind, field), Lang::En) => {
                let kind = kind.called(lang);
                format!("the week file has “{field}” in a {kind}, unknown here. Update this program first.")
            }
            (Self::Damaged(words), Lang::Zh) => {
                format!("周文件不完整或已损坏（{words}）。请换用另一份副本。")
            }
            (Self::Damaged(words), Lang::En) => {
                format!("the week file is truncated or damaged ({words}). Use another copy.")
            }
            (Self::Head(words), Lang::Zh) => format!("周文件的开头不是所需的内容（{words}）。"),
            (Self::Head(words), Lang::En) => {
                format!("the head of the week file is not what it should be ({words}).")
            }
            (Self::TooLarge, Lang::Zh) => format!("解压后超过 {mib} MiB，不是正常的周文件。"),
            (Self::TooLarge, Lang::En) => format!("unpacked it exceeds {mib} MiB, which no week does."),
        }
    }
}
