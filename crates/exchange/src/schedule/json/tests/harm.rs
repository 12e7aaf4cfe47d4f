//! Files that are broken, foreign or mean harm.

use proptest::prelude::*;

use super::*;

fn refused(bytes: impl Into<Vec<u8>>) -> (Reason, Spot) {
    let refusal = read_file(&file(bytes)).expect_err("refused");
    (refusal.reason, refusal.spot)
}

#[test]
fn broken_json_is_refused_with_its_line_and_what_is_wrong() {
    let (reason, spot) = refused("{\"schedule\": {\n \"conference\": {},\n}}");
    assert_eq!((reason, spot), (Reason::Broken("key must be a string, column 1".into()), Spot::Line(3)));
    let (reason, spot) = refused("{\"sessions\": [\n]}\nmore");
    assert_eq!((reason, spot), (Reason::Broken("trailing characters, column 1".into()), Spot::Line(3)));
    let (reason, spot) = refused("{\"sessions\": [\n\"a\nb\"]}");
    assert!(matches!(reason, Reason::Broken(_)), "{reason:?}");
    assert_eq!(spot, Spot::Line(2));
}

#[test]
fn a_file_cut_anywhere_is_refused_with_its_line() {
    let whole = serde_json::to_string_pretty(&week(&json!({"A": vec![sound(); 50]}))).expect("JSON");
    assert_eq!(read_text(&whole).entries.len(), 50);
    for part in 1..100 {
        let cut = &whole.as_bytes()[..whole.len() * part / 100];
        let (reason, spot) = refused(cut);
        assert!(matches!(reason, Reason::Broken(_)), "{part}: {reason:?}");
        assert!(matches!(spot, Spot::Line(line) if line > 1));
    }
}

#[test]
fn depth_is_bounded() {
    let deep = format!("{{\"sessions\":[\n{}", "[".repeat(1_000_000));
    assert_eq!(refused(deep), (Reason::TooDeep(128), Spot::Line(2)));
    let wide = format!("{{\"sessions\":[\"{}\"]}}", "[".repeat(1_000));
    assert!(read_file(&file(wide)).is_ok());
}

#[test]
fn lists_beyond_every_schedule_are_refused() {
    let many = format!("{{\"sessions\":[{}0]}}", "0,".repeat(400_000));
    assert_eq!(refused(many).0, Reason::TooManyEvents(400_000));
}

#[test]
fn events_that_are_all_the_same_are_told_apart_in_time_that_grows_with_their_number() {
    let whole = week(&json!({"A": vec![json!({"title": "T"}); 6_000]})).to_string();
    let reading = read_text(&whole);
    let guids: std::collections::HashSet<_> = reading.entries.iter().map(|entry| entry.guid).collect();
    assert_eq!(guids.len(), 6_000);
}

#[test]
fn other_json_is_refused_by_naming_what_can_be_read() {
    for other in ["{}", "{\"a\":1}", "[{\"schedule\":{}}]", "{\"sessions\":3}"] {
        let reason = refused(other).0;
        assert_eq!(reason, Reason::UnknownFormat("JSON".into()), "{other}");
        for lang in Lang::BOTH {
            let sentence = reason.sentence(lang);
            assert!(sentence.contains("schedule.json") && sentence.contains("OPass"), "{sentence}");
        }
    }
}

#[test]
fn other_encodings_are_read_and_said() {
    let mut event = sound();
    event["title"] = json!("开幕式");
    let text = week(&json!({"主会场": [event]})).to_string();
    let title = |bytes: Vec<u8>| {
        let reading = read_file(&file(bytes)).expect("readable");
        (reading.entries[0].title.read(Lang::Zh).to_owned(), words(&reading))
    };
    let sixteen: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let room = "room-disagrees";
    assert_eq!(title(sixteen), ("开幕式".into(), vec![room]));
    assert_eq!(title([b"\xEF\xBB\xBF", text.as_bytes()].concat()), ("开幕式".into(), vec![room]));
    let mut damaged = text.clone().into_bytes();
    let at = text.find("开幕式").expect("there");
    damaged[at] = 0xff;
    assert_eq!(title(damaged), ("\u{fffd}\u{fffd}\u{fffd}幕式".into(), vec!["bytes-replaced", room]));
    let (chinese, _, _) = encoding_rs::GBK.encode(&text);
    assert_eq!(title(chinese.into_owned()), ("开幕式".into(), vec!["encoding-assumed", room]));
    assert_eq!(refused("{\"sessions\":[\n\0]}"), (Reason::Broken("NUL".into()), Spot::Line(2)));
}

/// Any JSON, three levels deep.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        "[0-9T:+ -]{0,25}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec(("(name|zh|en|id|title|events|url|guid|[a-z]{1,3})", inner), 0..4)
                .prop_map(|members| Value::from(members.into_iter().collect::<serde_json::Map<_, _>>())),
        ]
    })
}

/// The value at some place of a file, replaced.
fn replaced(mut whole: Value, place: usize, with: &Value) -> Value {
    fn walk(value: &mut Value, left: &mut usize, with: &Value) -> bool {
        if *left == 0 {
            value.clone_from(with);
            return true;
        }
        *left -= 1;
        match value {
            Value::Array(items) => items.iter_mut().any(|item| walk(item, left, with)),
            Value::Object(members) => members.values_mut().any(|value| walk(value, left, with)),
            _ => false,
        }
    }
    let mut left = place;
    walk(&mut whole, &mut left, with);
    whole
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for format in [Format::ScheduleJson, Format::Schedule2, Format::Opass] {
            let _read = schedule::read(&file(bytes.clone()), format, None);
            let _read = schedule::read(&file([b"{\"schedule\":{\"events\":[", bytes.as_slice()].concat()), format, None);
        }
    }

    #[test]
    fn arbitrary_values_in_any_place_never_panic(place in 0_usize..60, value in anything()) {
        let person = json!({"id": 1, "public_name": "Ada", "name": "Ada", "guid": "g", "avatar": {"url": "x"}});
        let mut event = sound();
        event["persons"] = json!([person]);
        event["links"] = json!([{"url": "https://a.example", "title": "A"}]);
        event["room"] = json!({"guid": "g"});
        event["track"] = json!({"slug": "s"});
        let mut whole = week(&json!({"A": [event.clone()]}));
        whole["schedule"]["events"] = json!([event]);
        whole["schedule"]["persons"] = json!([person]);
        let session = json!({"id": "a", "room": "r", "type": "t", "start": "x", "end": "y", "zh": {"title": "Z"},
            "en": {"title": "E"}, "speakers": ["s"], "tags": ["g"], "broadcast": ["r"], "slide": "s"});
        whole["sessions"] = json!([session]);
        for list in ["speakers", "rooms", "session_types", "tags"] {
            whole[list] = json!([{"id": "s", "zh": {"name": "Z"}, "en": {"name": "E"}, "avatar": "a"}]);
        }
        let text = replaced(whole, place, &value).to_string();
        for format in [Format::ScheduleJson, Format::Schedule2, Format::Opass] {
            let _read = schedule::read(&file(text.as_str()), format, None);
        }
    }
}
