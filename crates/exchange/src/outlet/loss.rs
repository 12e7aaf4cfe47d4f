//! What a format cannot hold, and what had to be bent to fit it, in both languages.
//!
//! Each kind is told once with a count and one example; a stricter account is the programme itself.

use std::collections::BTreeMap;

use festoon_domain::text::Lang;

/// What was left out or bent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Loss {
    /// Sessions without a time; left out of a format that has no place for them.
    NoTime,
    /// Sessions without a room; a room "to be announced" stands for it.
    NoRoom,
    /// Sessions of 24 hours or more; cut at midnight, one entry a day.
    CutIntoDays,
    /// Sessions longer than a year; only the first day is written.
    TooLong,
    /// Seconds, in a format of whole minutes.
    Seconds,
    /// Mentions of people whom the audience may not know of; left out.
    PeopleWithheld,
    /// People whom not everybody may know of, in a format that cannot say so; whoever passes the file on passes them on.
    VisibilityUnsaid,
    /// Interpreters, in a format that would show them as speakers; left out.
    Interpreters,
    /// Sessions in several languages or one without a code of two letters, in a format that takes one such.
    SeveralLanguages,
    /// Texts that are missing in the asked language; the other one is written.
    OtherLanguage,
    /// Cancelled sessions, in a format without a word for that; marked in the title.
    CancelledInTitle,
    /// Texts with control characters, which were removed.
    ControlCharacters,
    /// Cells that a spreadsheet program would run as a formula; they begin with an apostrophe.
    Formulas,
    /// Links and identifiers without a site; a stand-in address is written.
    NoSite,
    /// Sessions with details that only tables have columns for: hosts, audience, equipment, interpretation, access, room use.
    DetailsLeftOut,
    /// Texts that the format has no place for: subtitles, descriptions, references.
    TextsLeftOut,
    /// Texts longer than a cell of a workbook holds; cut.
    CellsCut,
}

/// Everything that was left out or bent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    counted: BTreeMap<Loss, (u32, String)>,
}

impl Losses {
    /// Notes one case; the first example is kept.
    pub(crate) fn note(&mut self, loss: Loss, example: &str) {
        const SHOWN: usize = 60;
        let (count, _) = self
            .counted
            .entry(loss)
            .or_insert_with(|| (0, example.chars().filter(|c| !c.is_control()).take(SHOWN).collect()));
        *count = count.saturating_add(1);
    }

    /// Takes back what is no loss for a format after all.
    pub(crate) fn forget(&mut self, loss: Loss) {
        self.counted.remove(&loss);
    }

    /// What was noted: how often, with an example.
    pub fn each(&self) -> impl Iterator<Item = (Loss, u32, &str)> {
        self.counted.iter().map(|(loss, (count, example))| (*loss, *count, example.as_str()))
    }

    /// How often something was noted.
    #[must_use]
    pub fn count(&self, loss: Loss) -> u32 {
        self.counted.get(&loss).map_or(0, |(count, _)| *count)
    }
}

impl Loss {
    /// What happened, so many times.
    #[must_use]
    pub fn sentence(self, count: u32, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(count),
            Lang::En => self.english(count),
        }
    }

    /// A word for it, for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoTime => "no-time",
            Self::NoRoom => "no-room",
            Self::CutIntoDays => "cut-into-days",
            Self::TooLong => "too-long",
            Self::Seconds => "seconds",
            Self::PeopleWithheld => "people-withheld",
            Self::VisibilityUnsaid => "visibility-unsaid",
            Self::Interpreters => "interpreters",
            Self::SeveralLanguages => "several-languages",
            Self::OtherLanguage => "other-language",
            Self::CancelledInTitle => "cancelled-in-title",
            Self::ControlCharacters => "control-characters",
            Self::Formulas => "formulas",
            Self::NoSite => "no-site",
            Self::DetailsLeftOut => "details-left-out",
            Self::TextsLeftOut => "texts-left-out",
            Self::CellsCut => "cells-cut",
        }
    }

    fn chinese(self, count: u32) -> String {
        match self {
            Self::NoTime => format!("有 {count} 场没有时间；这种格式放不下，没有写出。"),
            Self::NoRoom => format!("有 {count} 场没有会场；写作「地点待定」。"),
            Self::CutIntoDays => format!("有 {count} 场达到或超过 24 小时；按天拆开，每天一条。"),
            Self::TooLong => format!("有 {count} 场超过一年；只写出第一天。"),
            Self::Seconds => format!("有 {count} 场的时间带秒；这种格式只到分钟，秒已舍去。"),
            Self::PeopleWithheld => format!("有 {count} 处人员不对这份文件的读者公开；没有写出。"),
            Self::VisibilityUnsaid => {
                format!(
                    "有 {count} 处人员不对外公开；这种格式标不出来，再转出去就会公开。请勿外传，或改用 csv、xlsx。"
                )
            }
            Self::Interpreters => format!("有 {count} 处口译人员；这种格式会把他们显示成演讲人，没有写出。"),
            Self::SeveralLanguages => {
                format!(
                    "有 {count} 场的语言写不全；这种格式只能写一种，用两个字母的代码，写的是第一种这样的。"
                )
            }
            Self::OtherLanguage => format!("有 {count} 段文字缺所选语言的版本；写的是另一种语言。"),
            Self::CancelledInTitle => format!("有 {count} 场已取消；这种格式没有取消状态，标在标题前面。"),
            Self::ControlCharacters => format!("有 {count} 段文字含控制字符；已去掉。"),
            Self::Formulas => format!("有 {count} 个单元格会被表格软件当成公式；前面加了撇号。"),
            Self::NoSite => "没有用 --site 指明网站；链接和标识用了占位地址 https://festoon.invalid。".into(),
            Self::DetailsLeftOut => format!(
                "有 {count} 场的主办单位、预计人数、设备、口译、无障碍服务或会场用法，这种格式放不全；要完整保留，请用 csv 或 xlsx。"
            ),
            Self::TextsLeftOut => format!("有 {count} 段文字或链接在这种格式里没有位置；没有写出。"),
            Self::CellsCut => {
                format!("有 {count} 个单元格超过 Excel 的 32767 字上限；截短了，全文请改用 csv。")
            }
        }
    }

    fn english(self, count: u32) -> String {
        match self {
            Self::NoTime => {
                format!("{count} session(s) have no time; this format has no place for them, they are left out.")
            }
            Self::NoRoom => format!("{count} session(s) have no room; “To be announced” stands for it."),
            Self::CutIntoDays => {
                format!("{count} session(s) take 24 hours or more; they are cut at midnight, one entry a day.")
            }
            Self::TooLong => format!("{count} session(s) take more than a year; only the first day is written."),
            Self::Seconds => format!("{count} session(s) have seconds; this format has minutes, they are cut."),
            Self::PeopleWithheld => {
                format!("{count} mention(s) of people are not for the readers of this file; they are left out.")
            }
            Self::VisibilityUnsaid => format!(
                "{count} mention(s) of people are not for everybody, which this format cannot say: whoever passes the file on makes them public. Keep it, or write csv or xlsx."
            ),
            Self::Interpreters => format!(
                "{count} interpreter(s) would be shown as speakers in this format; they are left out."
            ),
            Self::SeveralLanguages => {
                format!(
                    "the languages of {count} session(s) do not all fit; this format takes one with a code of two letters, the first such is written."
                )
            }
            Self::OtherLanguage => {
                format!("{count} text(s) are missing in the language asked for; the other one is written.")
            }
            Self::CancelledInTitle => format!(
                "{count} session(s) are cancelled; this format has no word for that, the title says so."
            ),
            Self::ControlCharacters => format!("{count} text(s) had control characters, which are removed."),
            Self::Formulas => {
                format!("{count} cell(s) would be run as formulas; an apostrophe stands in front of them.")
            }
            Self::NoSite => {
                "no site was said with --site; links and identifiers have the stand-in https://festoon.invalid."
                    .into()
            }
            Self::DetailsLeftOut => format!(
                "{count} session(s) have a host, an audience, equipment, interpretation, access or room use that this format does not hold in full; csv and xlsx do."
            ),
            Self::TextsLeftOut => {
                format!("{count} text(s) or links have no place in this format; they are left out.")
            }
            Self::CellsCut => format!(
                "{count} cell(s) exceed the 32,767 characters that Excel takes; they are cut. Write csv to keep them whole."
            ),
        }
    }
}
