//! OPass, in both languages.

use super::*;

fn names(zh: &str, en: &str) -> Value {
    json!({"zh": {"name": zh}, "en": {"name": en}})
}

fn with(mut value: Value, more: &Value) -> Value {
    let members = value.as_object_mut().expect("an object");
    members.extend(more.as_object().expect("an object").clone());
    value
}

fn talk() -> Value {
    json!({
        "id": "T1", "type": "k", "room": "R1", "start": "2021-06-21T09:30:00+08:00", "end": "2021-06-21T10:30:00+08:00",
        "language": "漢語", "zh": {"title": "開幕", "description": "說明"}, "en": {"title": "Opening", "description": "About"},
        "speakers": ["ada"], "tags": [], "uri": "https://week.example/T1", "slide": "https://week.example/s.pdf",
        "qa": "https://week.example/q", "record": null
    })
}

fn opass(sessions: &Value) -> ScheduleReading {
    let ada = json!({"id": "ada", "avatar": "https://week.example/ada.png",
        "zh": {"name": "Ada", "bio": "寫程式"}, "en": {"name": "Ada", "bio": "Writes"}});
    read_text(
        &json!({
            "sessions": sessions, "speakers": [ada],
            "session_types": [with(names("主題演講", "Keynote"), &json!({"id": "k"}))],
            "rooms": [with(names("一號廳", "Hall 1"), &json!({"id": "R1"})), with(names("二號廳", "Hall 2"), &json!({"id": "R2"}))],
            "tags": []
        })
        .to_string(),
    )
}

#[test]
fn a_sound_session_has_no_defect_and_both_languages() {
    let reading = opass(&json!([talk()]));
    assert_eq!(words(&reading), [""; 0]);
    let entry = &reading.entries[0];
    assert_eq!(start(&reading), "2021-06-21T01:30:00Z");
    assert_eq!((entry.title.wording(Lang::Zh), entry.title.wording(Lang::En)), ("開幕", "Opening"));
    assert_eq!((entry.part.wording(Lang::Zh), entry.part.wording(Lang::En)), ("主題演講", "Keynote"));
    assert_eq!(entry.kind, Some(festoon_domain::programme::SessionKind::Keynote));
    let crate::entry::PlaceStated::VenueAndRoom(_, room) = &entry.place else { panic!("a room") };
    assert_eq!((room.wording(Lang::Zh), room.wording(Lang::En)), ("一號廳", "Hall 1"));
    assert_eq!(entry.languages, ["zh"]);
    assert_eq!(entry.link.as_deref(), Some("https://week.example/T1"));
    let references: Vec<_> = entry.references.iter().map(|one| (one.address.as_str(), one.kind)).collect();
    assert_eq!(
        references,
        [
            ("https://week.example/s.pdf", ReferenceKind::Attachment),
            ("https://week.example/q", ReferenceKind::Related)
        ]
    );
    let ada = &entry.people[0];
    assert_eq!((ada.name.read(Lang::Zh), ada.id.as_deref()), ("Ada", Some("ada")));
    assert_eq!((ada.biography.wording(Lang::Zh), ada.biography.wording(Lang::En)), ("寫程式", "Writes"));
    assert_eq!(ada.picture.as_deref(), Some("https://week.example/ada.png"));
}

#[test]
fn equal_titles_are_not_a_translation() {
    let copied = with(talk(), &json!({"en": {"title": "開幕", "description": "說明"}}));
    let reading = opass(&json!([copied]));
    assert_eq!(reading.entries[0].title.wording(Lang::En), "");
    assert_eq!(words(&reading), ["untranslated"]);
}

#[test]
fn a_cancelled_session_of_ours_comes_back_as_one() {
    let marked = |zh: &str, en: &str| {
        let title = |title: String| json!({"title": title, "description": ""});
        let zh = title(format!("{}{zh}", schedule::vocabulary::cancelled_mark(Lang::Zh)));
        let en = title(format!("{}{en}", schedule::vocabulary::cancelled_mark(Lang::En)));
        opass(&json!([with(talk(), &json!({"zh": zh, "en": en}))])).entries.remove(0)
    };
    let both = marked("开幕", "Opening");
    assert_eq!(both.state, State::Cancelled);
    assert_eq!((both.title.wording(Lang::Zh), both.title.wording(Lang::En)), ("开幕", "Opening"));
    let copied = marked("开幕", "开幕");
    assert_eq!((copied.title.wording(Lang::Zh), copied.title.wording(Lang::En)), ("开幕", ""));
}

#[test]
fn ids_that_no_list_has_are_named() {
    let odd = json!({"room": "R9", "type": "x", "speakers": ["ada", "bob"], "tags": ["t"]});
    let reading = opass(&json!([with(talk(), &odd)]));
    let unlisted = reading.defects.iter().filter(|defect| defect.word() == "id-unlisted");
    let mut unlisted: Vec<_> = unlisted.map(|defect| defect.stood.as_str()).collect();
    unlisted.sort_unstable();
    assert_eq!(unlisted, ["R9", "bob", "t", "x"]);
    let crate::entry::PlaceStated::VenueAndRoom(_, room) = &reading.entries[0].place else {
        panic!("a room")
    };
    assert_eq!(room.read(Lang::En), "R9");
}

#[test]
fn a_session_or_a_room_that_stands_twice_is_named() {
    let reading = opass(&json!([talk(), talk()]));
    assert_eq!(reading.entries.len(), 2);
    assert_eq!(words(&reading), ["id-twice"]);
    let text = "{\"sessions\":[],\"speakers\":[],\"session_types\":[],\"tags\":[],\n\"rooms\":[{\"id\":\"a\"},{\"id\":\"a\"}]}";
    assert!(words(&read_text(text)).contains(&"id-listed-twice"));
}

#[test]
fn other_rooms_a_session_is_relayed_to_are_named() {
    let reading = opass(&json!([with(talk(), &json!({"broadcast": ["R1", "R2"]}))]));
    assert_eq!(words(&reading), ["relayed"]);
    assert_eq!(reading.defects[0].stood, "二號廳");
}

#[test]
fn what_the_apps_crash_on_is_named() {
    let nulls = json!({"zh": null, "speakers": null, "room": null, "start": 5});
    let reading = opass(&json!([with(talk(), &nulls)]));
    let mut found = faults(&reading);
    found.sort();
    let of = |name: &str, word| (format!("sessions[].{name}"), word, 1);
    assert_eq!(
        found,
        [
            of("room", "member-null"),
            of("speakers", "member-null"),
            of("start", "member-type"),
            of("zh", "member-null")
        ]
    );
    assert_eq!(reading.entries[0].title.read(Lang::Zh), "Opening");
}

#[test]
fn somebody_whom_the_session_itself_describes_is_not_lost() {
    let beside = json!({"speakers": [], "speakerZhName": "林", "speakerEnName": "Lin", "speakerAvatar": ""});
    let reading = opass(&json!([with(talk(), &beside)]));
    let lin = &reading.entries[0].people[0];
    assert_eq!((lin.name.wording(Lang::Zh), lin.name.wording(Lang::En)), ("林", "Lin"));
}
