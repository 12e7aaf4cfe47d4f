//! Sets of files: one zone, one programme, every refusal at once.

use jiff::Timestamp;

use super::*;

fn real(name: &str) -> Option<NamedFile> {
    let stated = std::env::var("FESTOON_REAL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(stated);
    let bytes = std::fs::read(folder.join("schedules").join(name)).ok();
    if bytes.is_none() {
        println!("skipped: {name} is not under FESTOON_REAL_DATA");
    }
    Some(NamedFile { name: name.into(), bytes: bytes? })
}

fn zone(name: &str) -> Options {
    Options { zone: Some(TimeZone::get(name).expect("a zone")), ..Options::default() }
}

/// Start and minutes of every event, by a scan that knows nothing of XML: the instants of day, start and offset.
fn scanned(text: &str, offset: &str) -> Vec<(Timestamp, i64)> {
    let between = |line: &str, from: &str, to: &str| -> Option<String> {
        let at = line.find(from)? + from.len();
        Some(line[at..at + line[at..].find(to)?].to_owned())
    };
    let (mut day, mut date, mut start) = (String::new(), None, String::new());
    let mut found = Vec::new();
    for line in text.lines() {
        if line.contains("<day ") {
            day = between(line, " date=\"", "\"").expect("a date");
        }
        date = between(line, "<date>", "<").or(date);
        start = between(line, "<start>", "<").unwrap_or(start);
        if let Some(duration) = between(line, "<duration>", "<") {
            let stated = date.take().unwrap_or_else(|| format!("{day}T{start}:00{offset}"));
            let (hours, minutes) = duration.split_once(':').expect("H:MM");
            let minutes =
                hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes");
            found.push((stated.parse().expect("an instant"), minutes));
        }
    }
    found
}

fn read_as(reading: &Reading) -> Vec<(Timestamp, i64)> {
    let spans = reading.programme.occurrences.iter().map(|one| one.when.expect("a time"));
    spans.map(|span| (span.start(), span.duration().as_mins())).collect()
}

#[test]
fn every_instant_of_fosdem_is_exact_in_brussels() {
    let Some(file) = real("fosdem-2024.xml") else { return };
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    let expected = scanned(&text, "+01:00");
    assert_eq!(expected.len(), 674);

    let reading = read(&[file], &zone("Europe/Brussels")).expect("readable");

    assert_eq!(read_as(&reading), expected);
    assert_eq!(reading.files[0].occurrences, 674);
    assert_eq!(reading.files[0].zone.as_deref(), Some("Europe/Brussels"));
}

#[test]
fn every_instant_of_debconf_is_its_date_though_its_days_are_one_early() {
    let Some(file) = real("debconf23.xml") else { return };
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    let expected = scanned(&text, "");
    assert_eq!(expected.len(), 117);

    let reading = read(&[file], &Options::default()).expect("readable");

    assert_eq!(read_as(&reading), expected);
    let words: Vec<_> = reading.defects.iter().map(Defect::word).collect();
    assert!(words.contains(&"days-shifted"), "{words:?}");
    assert!(!words.contains(&"starts-shifted") && !words.contains(&"start-disagrees"), "{words:?}");
}

#[test]
fn every_event_of_kielux_is_read_at_its_instant() {
    let Some(file) = real("kielux_2020.ics") else { return };
    let text = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    let instants = |name: &str| -> Vec<Timestamp> {
        let values = text.lines().filter_map(|line| line.trim_end().strip_prefix(name));
        values
            .map(|value| Timestamp::strptime("%Y%m%dT%H%M%S%z", value.replace('Z', "+0000")).expect("UTC"))
            .collect()
    };
    let spans = instants("DTSTART:").into_iter().zip(instants("DTEND:"));
    let expected: Vec<_> = spans.map(|(start, end)| (start, end.duration_since(start).as_mins())).collect();
    assert_eq!(expected.len(), 24);

    let reading = read(&[file], &Options::default()).expect("readable");

    assert_eq!(read_as(&reading), expected);
    let words: Vec<_> = reading.defects.iter().map(Defect::word).collect();
    assert_eq!(words, ["no-zone-named", "method-in-event"]);
}

#[test]
fn reading_twice_gives_equal_and_unique_guids() {
    let Some(file) = real("fosdem-2024.xml") else { return };
    let guids = || {
        let reading = read(std::slice::from_ref(&file), &zone("Europe/Brussels")).expect("readable");
        reading.programme.occurrences.iter().map(|one| one.guid).collect::<Vec<_>>()
    };
    let once = guids();
    assert_eq!(once, guids());
    assert_eq!(once.iter().collect::<HashSet<_>>().len(), once.len());
}

#[test]
fn a_file_given_twice_is_read_once_and_said() {
    let file = |name: &str| {
        NamedFile {
        name: name.into(),
        bytes: b"<schedule><day date='2021-06-21'><room name='A'><event id='1'><title>T</title><start>09:00</start><duration>1:00</duration></event></room></day></schedule>".to_vec(),
    }
    };
    let reading = read(&[file("a.xml"), file("b.xml")], &Options::default()).expect("readable");
    assert_eq!(reading.programme.occurrences.len(), 1);
    assert!(reading.defects.iter().any(|defect| defect.word() == "file-twice"));
    assert!(reading.defects.iter().any(|defect| defect.word() == "no-zone"));
}

#[test]
fn all_refusals_come_together() {
    let file = |name: &str, bytes: &[u8]| NamedFile { name: name.into(), bytes: bytes.to_vec() };
    let files = [file("a.xml", b""), file("b.xml", b"<html></html>"), file("c.xml", b"<schedule><day>")];
    let refusals = read(&files, &Options::default()).expect_err("nothing can be read");
    let names: Vec<_> = refusals.iter().map(|refusal| &*refusal.file).collect();
    assert_eq!(names, ["a.xml", "b.xml", "c.xml"]);
}

/// What a JSON file states by a reader that knows nothing of ours.
fn stated(file: &NamedFile) -> serde_json::Value {
    serde_json::from_slice(&file.bytes).expect("JSON")
}

fn instant(words: &serde_json::Value) -> Timestamp {
    words.as_str().expect("words").parse().expect("an instant")
}

#[test]
fn every_session_and_speaker_of_coscup_is_there_and_copied_titles_are_no_translation() {
    let Some(file) = real("coscup-2024-session.json") else { return };
    let whole = stated(&file);
    let sessions = whole["sessions"].as_array().expect("sessions");
    let expected: Vec<_> = sessions
        .iter()
        .map(|one| {
            let start = instant(&one["start"]);
            (start, instant(&one["end"]).duration_since(start).as_mins())
        })
        .collect();
    assert_eq!(expected.len(), 331);
    assert_eq!(whole["speakers"].as_array().expect("speakers").len(), 440);
    let mentioned: HashSet<&str> = sessions
        .iter()
        .flat_map(|one| one["speakers"].as_array().into_iter().flatten())
        .map(|id| id.as_str().expect("an id"))
        .collect();

    let reading = read(std::slice::from_ref(&file), &Options::default()).expect("readable");

    assert_eq!(read_as(&reading), expected);
    let entries = schedule::read(&file, Format::Opass, None).expect("readable").entries;
    let people = entries.iter().flat_map(|entry| &entry.people);
    let found: HashSet<&str> = people.filter_map(|person| person.id.as_deref()).collect();
    assert_eq!(found, mentioned);
    let untranslated = entries.iter().filter(|entry| {
        festoon_domain::text::Lang::BOTH.iter().any(|lang| entry.title.wording(*lang).is_empty())
    });
    // 225 are the same to the letter, one more but for a doubled blank.
    assert_eq!(untranslated.count(), 226);
}

#[test]
fn every_instant_of_democon_is_its_date_though_its_zone_says_otherwise() {
    let Some(file) = real("pretalx-democon.json") else { return };
    let whole = stated(&file);
    let mut expected = Vec::new();
    for day in whole["schedule"]["conference"]["days"].as_array().expect("days") {
        for event in day["rooms"]
            .as_object()
            .expect("rooms")
            .values()
            .flat_map(|room| room.as_array().expect("events"))
        {
            let (hours, minutes) =
                event["duration"].as_str().and_then(|words| words.split_once(':')).expect("a duration");
            let minutes =
                hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes");
            expected.push((instant(&event["date"]), minutes));
        }
    }
    assert_eq!(expected.len(), 36);

    let reading = read(&[file], &Options::default()).expect("readable");

    let mut found = read_as(&reading);
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let words: HashSet<_> = reading.defects.iter().map(Defect::word).collect();
    assert!(words.contains("starts-shifted"), "{words:?}");
    assert!(!words.iter().any(|word| word.starts_with("member") || word.starts_with("person")), "{words:?}");
}

#[test]
fn both_events_of_the_hub_are_read_in_the_second_version() {
    let Some(file) = real("hub-schedule2.json") else { return };
    let expected: Vec<_> = stated(&file)["schedule"]["events"]
        .as_array()
        .expect("events")
        .iter()
        .map(|one| (instant(&one["start"]), instant(&one["end"])))
        .collect();
    assert_eq!(expected.len(), 2);

    let reading = read(&[file], &Options::default()).expect("readable");

    assert_eq!(reading.files[0].format, Format::Schedule2);
    let spans = reading.programme.occurrences.iter().map(|one| one.when.expect("a time"));
    assert_eq!(spans.map(|span| (span.start(), span.end())).collect::<Vec<_>>(), expected);
    let seats: Vec<_> = reading.programme.rooms.iter().map(|room| room.seats).collect();
    assert_eq!(seats, [Some(3025), Some(965)]);
}

#[test]
fn the_invalid_example_is_read_and_each_of_its_faults_is_named() {
    let Some(file) = real("invalid-example.json") else { return };
    let reading = schedule::read(&file, Format::ScheduleJson, None).expect("readable");
    let [entry] = reading.entries.as_slice() else { panic!("one event") };
    let when = entry.when.expect("a time");
    assert_eq!(when.start(), "2022-12-28T14:00:00+01:00".parse().expect("an instant"));
    assert_eq!(when.duration().as_mins(), 45);
    let event = "schedule.conference.days[].rooms.*[]";
    let mut expected = vec![
        (format!("{event}.answers"), "member-unknown"),
        (format!("{event}.id"), "member-type"),
        (format!("{event}.persons[]"), "person-neither"),
        (format!("{event}.persons[].code"), "member-unfit"),
        (format!("{event}.persons[].id"), "member-type"),
        ("schedule.rooms".to_owned(), "member-forbidden"),
    ];
    let path = |defect: &Defect| match &defect.trouble {
        Trouble::Schedule(ScheduleTrouble::Json(schedule::JsonTrouble::Member(path, _, 1))) => {
            Some(path.clone())
        }
        _ => None,
    };
    let mut found: Vec<_> =
        reading.defects.iter().filter_map(|defect| Some((path(defect)?, defect.word()))).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}
