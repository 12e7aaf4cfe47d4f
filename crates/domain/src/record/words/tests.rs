//! Sentences of the small week below.

use super::*;
use crate::record::{Change, Conflict, FieldChange, What};
use uuid::Uuid;

const GUID: &str = "00000000-0000-0000-0000-000000000007";

/// A record with some of its fields.
fn record(kind: Kind, key: &str, said: &[(&str, Value)]) -> Record {
    let mut values = vec![Value::Nothing; kind.fields().len()];
    for (name, value) in said {
        values[place(kind, name).expect("a field")] = value.clone();
    }
    Record { kind, key: key.into(), values, source: None }
}

fn w(words: &str) -> Value {
    Value::Words(words.into())
}

fn at(text: &str) -> Value {
    Value::Instant(text.parse().expect("an instant"))
}

fn occurrence() -> Record {
    let from = [("session", w("opening")), ("room", w("qinhuai"))];
    let when = [("start", at("2021-06-21T09:00+08:00")), ("end", at("2021-06-21T10:00+08:00"))];
    record(Kind::Occurrence, GUID, &[from, when].concat())
}

fn names() -> Names {
    let title = |zh: &str, en: &str| [("title_zh", w(zh)), ("title_en", w(en))];
    let name = |zh: &str, en: &str| [("name_zh", w(zh)), ("name_en", w(en))];
    let mut names = Names::default();
    names.learn(&[
        record(Kind::Week, "week", &[("zone", w("Asia/Shanghai"))]),
        record(Kind::Room, "qinhuai", &name("秦淮厅", "Qinhuai Hall")),
        record(Kind::Room, "purple", &name("紫金厅", "Purple Hall")),
        record(Kind::Person, "ada", &name("阿达", "Ada Holm")),
        record(Kind::Session, "opening", &title("开幕式", "Opening ceremony")),
        occurrence(),
    ]);
    names
}

fn changed(kind: Kind, key: &str, fields: &[(&str, Value, Value)]) -> Change {
    let one = |(name, from, to): &(&str, Value, Value)| FieldChange {
        field: place(kind, name).expect("a field"),
        from: from.clone(),
        to: to.clone(),
    };
    Change { kind, key: key.into(), what: What::Changed(fields.iter().map(one).collect()) }
}

fn both(change: &Change) -> [Vec<String>; 2] {
    Lang::BOTH.map(|lang| names().sentences(change, lang))
}

#[test]
fn a_change_of_hall_names_session_time_and_both_halls() {
    let change = changed(Kind::Occurrence, GUID, &[("room", w("qinhuai"), w("purple"))]);
    assert_eq!(
        both(&change),
        [
            ["场次「开幕式」（6月21日 周一 09:00–10:00）：会场由「秦淮厅」改为「紫金厅」"],
            [
                "session “Opening ceremony” (Mon 21 June, 09:00–10:00): room changed from “Qinhuai Hall” to “Purple Hall”"
            ],
        ]
    );
}

#[test]
fn start_and_end_together_are_one_move() {
    let change = changed(
        Kind::Occurrence,
        GUID,
        &[
            ("start", at("2021-06-21T09:00+08:00"), at("2021-06-22T14:00+08:00")),
            ("end", at("2021-06-21T10:00+08:00"), at("2021-06-22T15:00+08:00")),
            ("state", Value::Nothing, w("cancelled")),
        ],
    );
    assert_eq!(
        both(&change),
        [
            [
                "场次「开幕式」：时间由6月21日 周一 09:00–10:00改为6月22日 周二 14:00–15:00",
                "场次「开幕式」：取消",
            ],
            [
                "session “Opening ceremony”: moved from Mon 21 June, 09:00–10:00 to Tue 22 June, 14:00–15:00",
                "session “Opening ceremony”: cancelled",
            ],
        ]
    );
}

#[test]
fn what_is_new_says_when_and_where() {
    let change = Change { kind: Kind::Occurrence, key: GUID.into(), what: What::Added(occurrence().values) };
    assert_eq!(
        both(&change),
        [
            ["新增场次「开幕式」（6月21日 周一 09:00–10:00，秦淮厅）"],
            ["new session “Opening ceremony” (Mon 21 June, 09:00–10:00, Qinhuai Hall)"],
        ]
    );
}

#[test]
fn fields_that_were_or_become_empty_are_said_so() {
    let people = Value::List(vec!["ada:hosts".into(), "nobody".into()]);
    let change = changed(
        Kind::Session,
        "opening",
        &[
            ("kind", Value::Nothing, w("keynote")),
            ("expected", Value::Number(300), Value::Nothing),
            ("speakers", Value::Nothing, people),
        ],
    );
    assert_eq!(
        both(&change),
        [
            [
                "场次「开幕式」：类型定为「主旨演讲」",
                "场次「开幕式」：预计人数清空（原为300）",
                "场次「开幕式」：演讲人定为「阿达」（主办方可见）「nobody」",
            ],
            [
                "session “Opening ceremony”: kind set to “Keynote”",
                "session “Opening ceremony”: expected audience emptied (was 300)",
                "session “Opening ceremony”: speakers set to “Ada Holm” (hosts only), “nobody”",
            ],
        ]
    );
}

#[test]
fn a_conflict_says_what_both_sides_want() {
    let field = place(Kind::Session, "expected").expect("a field");
    let conflict = Conflict { field, kept: Value::Number(300), offered: Value::Nothing };
    let said = Lang::BOTH.map(|lang| names().conflict(Kind::Session, "opening", &conflict, lang));
    assert_eq!(
        said,
        [
            "场次「开幕式」：预计人数在草稿中为300，在文件中为空",
            "session “Opening ceremony”: expected audience is 300 in the draft and empty in the file",
        ]
    );
}

#[test]
fn what_nobody_named_is_called_by_its_key() {
    let names = Names::default();
    assert_eq!(names.of(Kind::Venue, "park", Lang::Zh), "「park」");
    assert_eq!(names.of(Kind::Road, "park/mall", Lang::En), "“park” to “mall”");
    assert_eq!(names.of(Kind::Occurrence, &Uuid::nil().to_string(), Lang::En), format!("“{}”", Uuid::nil()));
    let value = names.value(Kind::Week, 99, &Value::Flag(true), Lang::Zh);
    assert_eq!(value, "是");
}

/// A choice that had no name here would be shown as its word in files.
#[test]
fn every_choice_of_every_kind_has_a_name_for_people() {
    let words = [
        "fact",
        "WGS-84",
        "forum",
        "opening",
        "talk",
        "shared",
        "cancelled",
        "exactly",
        "chains",
        "signed",
        "en",
    ];
    for kind in Kind::ALL {
        for field in kind.fields().iter().filter(|field| field.sort == Sort::Choice) {
            let named = words.iter().any(|word| choice(kind, field.name, word, Lang::Zh).is_some());
            assert!(named, "{kind:?} {}", field.name);
        }
    }
}
