//! The headings that this program writes over its own tables, in the order of the columns.
//!
//! The writer and the reader share this list, so that neither can know a column that the other does not. Each is also
//! understood as any host's heading would be: whoever deletes half the columns still has a table.

use std::collections::HashMap;
use std::sync::LazyLock;

use festoon_domain::programme::Role;
use festoon_domain::text::Lang;

use super::super::fields::Field;

/// A column of a table of this program: a field, and the language its texts are in.
pub(crate) type Column = (Field, Option<Lang>);

/// The columns of a table of sessions.
pub(crate) static SESSIONS: LazyLock<Vec<Column>> = LazyLock::new(|| columns(SESSION_FIELDS));

/// The columns of a table of houses and halls.
pub(crate) static PLACES: LazyLock<Vec<Column>> = LazyLock::new(|| columns(PLACE_FIELDS));

/// The heading of a column in a file of a language.
///
/// # Panics
/// For a field that is in neither list.
pub(crate) fn heading((field, text): Column, lang: Lang) -> String {
    let (_, zh, en) = SESSION_FIELDS
        .iter()
        .chain(PLACE_FIELDS)
        .find(|(known, ..)| *known == field)
        .expect("only fields of the lists are written");
    match (lang, text) {
        (Lang::Zh, None) => (*zh).to_owned(),
        (Lang::Zh, Some(Lang::Zh)) => format!("{zh}（中文）"),
        (Lang::Zh, Some(Lang::En)) => format!("{zh}（英文）"),
        (Lang::En, None) => (*en).to_owned(),
        (Lang::En, Some(Lang::Zh)) => format!("{en} (Chinese)"),
        (Lang::En, Some(Lang::En)) => format!("{en} (English)"),
    }
}

/// The column a heading stands over, where it is one of these to the letter.
pub(in super::super) fn known(words: &str) -> Option<Column> {
    static KNOWN: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
        let all = SESSIONS.iter().chain(PLACES.iter());
        all.flat_map(|column| Lang::BOTH.map(|lang| (heading(*column, lang), *column))).collect()
    });
    KNOWN.get(words.trim()).copied()
}

/// A field and its heading in Chinese and English.
type Named = (Field, &'static str, &'static str);

fn columns(fields: &[Named]) -> Vec<Column> {
    let both = |field: Field| {
        if field.is_text() {
            vec![(field, Some(Lang::Zh)), (field, Some(Lang::En))]
        } else {
            vec![(field, None)]
        }
    };
    fields.iter().flat_map(|(field, ..)| both(*field)).collect()
}

// One line a group reads better than one line a word.
#[rustfmt::skip]
const SESSION_FIELDS: &[Named] = {
    use Field as F;
    use Role::{Chair, GuestOfHonour, Interpreter, Speaker};
    &[
        (F::Date, "日期", "Date"), (F::Start, "开始时间", "Start time"), (F::EndDate, "结束日期", "End date"), (F::End, "结束时间", "End time"),
        (F::Title, "标题", "Title"), (F::Subtitle, "副标题", "Subtitle"), (F::Kind, "场次类型", "Kind"), (F::State, "状态", "State"), (F::Note, "备注", "Note"),
        (F::Venue, "场馆", "Venue"), (F::Room, "会场", "Room"), (F::Seats, "座位数", "Seats"),
        (F::Activity, "活动名称", "Activity"), (F::Part, "环节", "Part"), (F::Host, "主办单位", "Host"), (F::OwnHost, "本场主办单位", "Own host"), (F::CoHosts, "承办单位", "Co-hosts"),
        (F::Person(Speaker), "演讲人", "Speakers"), (F::Organisation(Some(Speaker)), "演讲人单位", "Speaker organisation"), (F::Position(Some(Speaker)), "演讲人职务", "Speaker position"), (F::VisibilityOf(Speaker), "演讲人可见范围", "Speaker visibility"),
        (F::Person(Chair), "主持人", "Chairs"), (F::Organisation(Some(Chair)), "主持人单位", "Chair organisation"), (F::Position(Some(Chair)), "主持人职务", "Chair position"), (F::VisibilityOf(Chair), "主持人可见范围", "Chair visibility"),
        (F::Person(GuestOfHonour), "嘉宾", "Guests of honour"), (F::Organisation(Some(GuestOfHonour)), "嘉宾单位", "Guest organisation"), (F::Position(Some(GuestOfHonour)), "嘉宾职务", "Guest position"), (F::VisibilityOf(GuestOfHonour), "嘉宾可见范围", "Guest visibility"),
        (F::Person(Interpreter), "译员", "Interpreters"), (F::Organisation(Some(Interpreter)), "译员单位", "Interpreter organisation"), (F::Position(Some(Interpreter)), "译员职务", "Interpreter position"), (F::VisibilityOf(Interpreter), "译员可见范围", "Interpreter visibility"),
        (F::Languages, "语言", "Languages"), (F::Interpretation, "同传需求", "Interpretation"), (F::Interpreters, "所需译员数", "Interpreters needed"), (F::Equipment, "设备需求", "Equipment"), (F::Access, "无障碍服务", "Accessibility services"), (F::Expected, "预计人数", "Expected audience"), (F::RoomUse, "会场使用", "Room use"),
        (F::Summary, "简介", "Summary"), (F::Description, "详细介绍", "Full description"),
        (F::ActivityKind, "活动类型", "Activity kind"), (F::PartKind, "环节类型", "Part kind"), (F::Key, "重点活动", "Key activity"), (F::Edition, "届次", "Edition"), (F::Chain, "产业链", "Industrial chain"), (F::Partners, "合作国家", "Partner countries"),
        (F::Link, "链接", "Link"), (F::Related, "相关链接", "References"), (F::Attachments, "附件", "Attachments"), (F::Translation, "译文状态", "Translation"),
        (F::Id, "场次编号", "Session id"), (F::AppNumber, "应用编号", "App number"), (F::AppSlug, "应用短名", "App slug"), (F::Guid, "GUID", "GUID"), (F::Zone, "时区", "Time zone"),
    ]
};

#[rustfmt::skip]
const PLACE_FIELDS: &[Named] = {
    use Field as F;
    &[
        (F::Venue, "场馆", "Venue"), (F::Room, "会场", "Room"), (F::Seats, "座位数", "Seats"), (F::Capacity, "场馆容量", "Capacity"), (F::Address, "地址", "Address"),
        (F::Hours, "开放时间", "Opening hours"), (F::Equipment, "设备需求", "Equipment"), (F::StepFree, "无障碍", "Step-free"),
        (F::Longitude, "经度", "Longitude"), (F::Latitude, "纬度", "Latitude"), (F::Datum, "坐标系", "Datum"),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_is_understood_without_knowing_whose_it_is() {
        for column in SESSIONS.iter().chain(PLACES.iter()) {
            for lang in Lang::BOTH {
                let heading = heading(*column, lang);
                let read = super::super::read(&heading).map(|read| (read.field, read.lang));
                assert_eq!(read, Some(*column), "{heading}");
                assert_eq!(known(&heading), Some(*column), "{heading}");
            }
        }
    }

    #[test]
    fn every_column_has_a_word_in_the_map() {
        for (field, lang) in SESSIONS.iter().chain(PLACES.iter()) {
            assert_eq!(Field::from_word(field.word(*lang)), Some((*field, *lang)));
        }
    }
}
