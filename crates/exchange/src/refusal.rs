//! Refusals: a file that cannot be read at all, with the place and what would be right.

use std::sync::Arc;

use festoon_domain::programme::Spot;
use festoon_domain::text::Lang;

use crate::b2bsp::MeetingFault;
use crate::cosplib::ConferenceFault;
use crate::week_folder::FolderFault;

/// A file that cannot be read; the command ends with exit code 2.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}", .reason.sentence(Lang::En))]
pub struct Refusal {
    /// The file.
    pub file: Arc<str>,
    /// Where in it.
    pub spot: Spot,
    /// Why.
    pub reason: Reason,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is in it.
    Empty,
    /// It holds more bytes than are taken: its size and the most, in bytes.
    TooLarge(u64, u64),
    /// Unpacked it holds more bytes than are taken: the most, in bytes.
    Bomb(u64),
    /// It is none of the formats that are read; what its first bytes look like.
    UnknownFormat(String),
    /// It ends in the middle or its container is broken; the reader's own words.
    Broken(String),
    /// It is protected by a password.
    Encrypted,
    /// A DTD or entity declaration, which is never needed in a schedule.
    Entities,
    /// Elements inside elements, or values inside values, beyond this depth.
    TooDeep(u32),
    /// More cells in use than are taken: the most.
    TooManyCells(u64),
    /// More events and mentions of people than are taken: the most.
    TooManyEvents(u64),
    /// Text in an encoding that is not known; bytes that fit none.
    Encoding,
    /// No table with headings that mean anything; the headings found, if any.
    NoHeadings(String),
    /// XML, but not a schedule; the name of its outermost element.
    NotASchedule(String),
    /// A zone nobody knows.
    UnknownZone(String),
    /// A travel file that names a venue no other file knows, row by row: the names.
    UnknownVenues(Vec<String>),
    /// A line of a file of our own that does not fit its format: what would be right.
    Malformed(Right),
    /// Files that were read, and not a single session in them.
    NoSessions,
    /// A week folder that does not fit its format.
    Folder(FolderFault),
    /// A workbook of a conference, or a solution of it, that does not fit its format.
    Conference(Box<ConferenceFault>),
    /// A file of one-to-one meetings that does not fit its format.
    Meetings(Box<MeetingFault>),
}

/// What would be right, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Right {
    /// Both wordings.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

impl Reason {
    /// What is wrong and what would be right, as a sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mib = |bytes: &u64| bytes.div_ceil(1024 * 1024);
        match (self, lang) {
            (Self::Empty, Lang::Zh) => "文件是空的。请检查是否选错了文件。".into(),
            (Self::Empty, Lang::En) => "the file is empty. Check that it is the right one.".into(),
            (Self::TooLarge(size, most), Lang::Zh) => {
                format!("文件有 {} MiB，最多接受 {} MiB。请拆成几个文件。", mib(size), mib(most))
            }
            (Self::TooLarge(size, most), Lang::En) => {
                format!("the file has {} MiB, at most {} MiB are taken. Split it.", mib(size), mib(most))
            }
            (Self::Bomb(most), Lang::Zh) => {
                format!("解压后超过 {} MiB，不是正常的表格。请另存为新文件再试。", mib(most))
            }
            (Self::Bomb(most), Lang::En) => {
                format!("unpacked it exceeds {} MiB, which no timetable does. Save it anew.", mib(most))
            }
            (Self::UnknownFormat(looks), Lang::Zh) => format!(
                "认不出文件格式（{looks}）。可以读取 CSV、XLSX、XLS、ODS、带表格的 DOCX、schedule.xml、schedule.json、OPass session.json 和 iCalendar。"
            ),
            (Self::UnknownFormat(looks), Lang::En) => format!(
                "the format is not recognised ({looks}). CSV, XLSX, XLS, ODS, DOCX with tables, schedule.xml, schedule.json, OPass session.json and iCalendar can be read."
            ),
            (Self::Broken(words), Lang::Zh) => {
                format!("文件不完整或已损坏（{words}）。请重新导出或重新发送。")
            }
            (Self::Broken(words), Lang::En) => {
                format!("the file is truncated or damaged ({words}). Export or send it again.")
            }
            (Self::Encrypted, Lang::Zh) => "文件有密码保护。请去掉密码后另存。".into(),
            (Self::Encrypted, Lang::En) => "the file is protected by a password. Save it without one.".into(),
            (Self::Entities, Lang::Zh) => {
                "XML 中含有 DTD 或实体声明，出于安全不予读取。请删去后再试。".into()
            }
            (Self::Entities, Lang::En) => {
                "the XML declares a DTD or entities, which are refused for safety. Remove the declaration."
                    .into()
            }
            (Self::TooDeep(most), Lang::Zh) => format!("内容嵌套超过 {most} 层，不是日程文件。"),
            (Self::TooDeep(most), Lang::En) => {
                format!("it nests deeper than {most} levels, which no schedule does.")
            }
            (Self::TooManyCells(most), Lang::Zh) => {
                format!("单元格超过 {most} 个。请删去空白行列或拆分文件。")
            }
            (Self::TooManyCells(most), Lang::En) => {
                format!("more than {most} cells are in use. Remove blank rows and columns or split the file.")
            }
            (Self::TooManyEvents(most), Lang::Zh) => {
                format!("场次和人员超过 {most} 条。请拆分文件。")
            }
            (Self::TooManyEvents(most), Lang::En) => {
                format!("more than {most} events and mentions of people stand in it. Split the file.")
            }
            (Self::Encoding, Lang::Zh) => "文字编码无法识别。请另存为 UTF-8 或 GB18030。".into(),
            (Self::Encoding, Lang::En) => {
                "the text encoding is not recognised. Save it as UTF-8 or GB18030.".into()
            }
            (Self::NoHeadings(found), Lang::Zh) => format!(
                "找不到能识别的表头（看到：{found}）。需要一行表头，至少含标题（如「活动名称」）和时间，或用 --map 指明各列。"
            ),
            (Self::NoHeadings(found), Lang::En) => format!(
                "no heading row is recognised (found: {found}). One row of headings is needed, with at least a title and a time, or say the columns with --map."
            ),
            (Self::NotASchedule(root), Lang::Zh) => {
                format!("这个 XML 的根元素是 <{root}>，日程文件应为 <schedule>。")
            }
            (Self::NotASchedule(root), Lang::En) => {
                format!("the outermost element is <{root}>; a schedule file begins with <schedule>.")
            }
            (Self::UnknownZone(zone), Lang::Zh) => {
                format!("没有「{zone}」这个时区。请写 IANA 名称，如 Asia/Shanghai。")
            }
            (Self::UnknownZone(zone), Lang::En) => {
                format!("there is no time zone “{zone}”. Give an IANA name such as Asia/Shanghai.")
            }
            (Self::UnknownVenues(names), Lang::Zh) => {
                format!("路程表提到的场馆在其他文件中没有：{}。请改成与日程中一致的名称。", names.join("、"))
            }
            (Self::UnknownVenues(names), Lang::En) => format!(
                "the travel file names venues that no other file knows: {}. Write them as the programme does.",
                names.join(", ")
            ),
            (Self::Malformed(right), Lang::Zh) => right.zh.clone(),
            (Self::Malformed(right), Lang::En) => right.en.clone(),
            (Self::NoSessions, Lang::Zh) => "没有读到任何场次。请至少提供一份含活动名称和时间的文件。".into(),
            (Self::NoSessions, Lang::En) => {
                "no session was read. Give at least one file with titles and times.".into()
            }
            (Self::Folder(fault), lang) => fault.sentence(lang),
            (Self::Conference(fault), lang) => fault.sentence(lang),
            (Self::Meetings(fault), lang) => fault.sentence(lang),
        }
    }
}
