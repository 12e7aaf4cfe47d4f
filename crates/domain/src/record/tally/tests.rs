//! Changes by topic.

use super::*;

fn field(kind: Kind, name: &str) -> usize {
    kind.fields().iter().position(|field| field.name == name).expect("a field")
}

fn w(words: &str) -> Value {
    Value::Words(words.into())
}

fn changed(kind: Kind, key: &str, fields: &[(&str, Value, Value)]) -> Change {
    let one = |(name, from, to): &(&str, Value, Value)| FieldChange {
        field: field(kind, name),
        from: from.clone(),
        to: to.clone(),
    };
    Change { kind, key: key.into(), what: What::Changed(fields.iter().map(one).collect()) }
}

fn told(changes: &[Change], reader: Visibility) -> Vec<(Topic, Vec<String>)> {
    let groups = tally(changes, &Names::default(), reader);
    let lines = |group: Group| group.lines.into_iter().map(|line| line.en).collect();
    groups.into_iter().map(|group| (group.topic, lines(group))).collect()
}

#[test]
fn a_session_that_changes_in_several_ways_stands_once_in_each_topic() {
    let people = |keys: &[&str]| Value::List(keys.iter().map(|key| (*key).into()).collect());
    let changes = [
        changed(
            Kind::Session,
            "opening",
            &[
                ("title_zh", w("开幕"), w("开幕式")),
                ("title_en", w("Opening"), w("Opening ceremony")),
                ("speakers", people(&["ada"]), people(&["wei"])),
                ("link", Value::Nothing, w("https://host.example/")),
            ],
        ),
        changed(
            Kind::Occurrence,
            "one",
            &[("room", w("a"), w("b")), ("state", Value::Nothing, w("cancelled"))],
        ),
        changed(Kind::Occurrence, "two", &[("state", w("cancelled"), Value::Nothing)]),
    ];
    let expected = [
        (Topic::Moved, "session “one”: room changed from “a” to “b”"),
        (Topic::Cancelled, "session “one”: cancelled"),
        (Topic::Restored, "session “two”: takes place again"),
        (
            Topic::Renamed,
            "session “opening”: title (Chinese) changed from “开幕” to “开幕式”; \
             title (English) changed from “Opening” to “Opening ceremony”",
        ),
        (Topic::People, "session “opening”: speakers changed from “ada” to “wei”"),
        (Topic::Other, "session “opening”: link set to “https://host.example/”"),
    ];
    let expected: Vec<_> = expected.map(|(topic, line)| (topic, vec![line.to_owned()])).into();
    assert_eq!(told(&changes, Visibility::Public), expected);
}

#[test]
fn a_new_session_is_told_with_its_time_alone() {
    let mut occurrence = vec![Value::Nothing; Kind::Occurrence.fields().len()];
    occurrence[0] = w("opening");
    let added = |kind: Kind, key: &str, values: Vec<Value>| Change {
        kind,
        key: key.into(),
        what: What::Added(values),
    };
    let changes = [
        added(Kind::Session, "opening", vec![Value::Nothing; Kind::Session.fields().len()]),
        added(Kind::Session, "unplaced", vec![Value::Nothing; Kind::Session.fields().len()]),
        added(Kind::Occurrence, "one", occurrence),
    ];
    let lines = ["new session “unplaced”", "new session “opening”"].map(str::to_owned).to_vec();
    assert_eq!(told(&changes, Visibility::Public), [(Topic::New, lines)]);
}

#[test]
fn nobody_is_told_of_a_guest_who_may_not_know() {
    let guests = Value::List(vec!["minister".into(), "ada:public".into()]);
    let changes = [
        changed(Kind::Session, "opening", &[("guests", Value::Nothing, guests)]),
        changed(Kind::Session, "dinner", &[("guests", Value::Nothing, Value::List(vec!["minister".into()]))]),
        changed(Kind::Person, "minister", &[("name_en", w("A"), w("B"))]),
    ];
    let public = told(&changes, Visibility::Public);
    let line = "session “opening”: guests of honour set to “ada” (public)".to_owned();
    assert_eq!(public, [(Topic::People, vec![line])]);
    let desk = told(&changes, Visibility::Protocol);
    assert_eq!(
        desk.iter().map(|(topic, lines)| (*topic, lines.len())).collect::<Vec<_>>(),
        [(Topic::People, 2), (Topic::Other, 1)]
    );
}
