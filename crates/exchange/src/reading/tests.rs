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
    assert_eq!(words, ["method-in-event"]);
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
