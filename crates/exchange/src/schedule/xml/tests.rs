//! The dialects of schedule.xml, one peculiarity a test, and files that mean harm.

use super::*;
use crate::schedule::{self, ScheduleReading};
use crate::{Defect, Format, Reason};
use festoon_domain::programme::{ReferenceKind, Spot};
use festoon_domain::text::Lang;
use proptest::prelude::*;

fn file(bytes: impl Into<Vec<u8>>) -> NamedFile {
    NamedFile { name: "week.xml".into(), bytes: bytes.into() }
}

fn read_file(file: &NamedFile) -> Result<ScheduleReading, Refusal> {
    schedule::read(file, Format::ScheduleXml, None)
}

fn read_text(text: &str) -> ScheduleReading {
    read_file(&file(text)).expect("readable")
}

fn reason(bytes: impl Into<Vec<u8>>) -> Reason {
    read_file(&file(bytes)).expect_err("refused").reason
}

/// One event in a day of a conference, in Shanghai.
fn event(inside: &str) -> ScheduleReading {
    day("date='2021-06-21'", inside)
}

fn day(attributes: &str, inside: &str) -> ScheduleReading {
    read_text(&format!(
        "<schedule><conference><title>W</title><time_zone_name>Asia/Shanghai</time_zone_name></conference>\
         <day {attributes}><room name='A'><event id='1' guid='455d075f-48c0-2ec2-24b3-f5add30c383a'>\
         <title>T</title>{inside}</event></room></day></schedule>"
    ))
}

fn words(reading: &ScheduleReading) -> Vec<&'static str> {
    reading.defects.iter().map(Defect::word).collect()
}

fn start(reading: &ScheduleReading) -> String {
    reading.entries[0].when.expect("a time").start().to_string()
}

const USUAL: &str = "<start>09:30</start><duration>01:00</duration>";

#[test]
fn a_sound_event_has_no_defect() {
    let reading = event(USUAL);
    assert_eq!(words(&reading), [""; 0]);
    assert_eq!(start(&reading), "2021-06-21T01:30:00Z");
}

#[test]
fn a_date_with_an_offset_wins_and_the_disagreement_is_said() {
    let reading = event(&format!("<date>2021-06-21T10:00:00+08:00</date>{USUAL}"));
    assert_eq!(start(&reading), "2021-06-21T02:00:00Z");
    assert_eq!(words(&reading), ["start-disagrees"]);
}

#[test]
fn a_date_in_utc_that_means_the_same_instant_is_said_but_no_disagreement() {
    let reading = event(&format!("<date>2021-06-21T01:30:00+00:00</date>{USUAL}"));
    assert_eq!(words(&reading), ["date-in-utc"]);
}

#[test]
fn a_zone_named_after_the_days_holds() {
    let reading = read_text(
        "<schedule><day date='2024-02-03'><event id='1'><title>T</title><start>10:30</start><duration>01:00</duration></event></day>\
         <conference><time_zone_name>Europe/Brussels</time_zone_name></conference></schedule>",
    );
    assert_eq!(start(&reading), "2024-02-03T09:30:00Z");
    assert!(words(&reading).contains(&"no-room"));
}

#[test]
fn the_small_hours_belong_to_the_evening_before() {
    let reading = read_text(
        "<schedule><conference><day_change>09:00:00</day_change><time_zone_name>Asia/Shanghai</time_zone_name></conference>\
         <day date='2021-06-21'><room name='A'><event id='1'><title>T</title><start>00:30</start><duration>01:00</duration></event></room></day></schedule>",
    );
    assert_eq!(start(&reading), "2021-06-21T16:30:00Z");
    let said = "date='2021-06-21' start='2021-06-21T10:00:00+08:00' end='2021-06-22T04:00:00+08:00'";
    assert_eq!(start(&day(said, "<start>00:30</start><duration>01:00</duration>")), "2021-06-21T16:30:00Z");
}

#[test]
fn an_event_without_title_or_time_is_kept_and_said() {
    let reading = read_text("<schedule><day><room name='A'><event id='7'/></room></day></schedule>");
    assert_eq!(reading.entries.len(), 1);
    assert_eq!(reading.entries[0].when, None);
    for word in ["no-title", "no-time", "duration-missing", "guid-missing"] {
        assert!(words(&reading).contains(&word), "{word}");
    }
}

#[test]
fn odd_times_are_each_said() {
    let said = |inside: &str| words(&event(inside));
    assert_eq!(said("<start>09:30</start><duration>00:00</duration>"), ["duration-zero"]);
    assert_eq!(said("<start>09:30</start><duration>48:00</duration>"), ["duration-long"]);
    assert_eq!(said("<start>09:30</start><duration>soon</duration>"), ["duration-unreadable"]);
    assert_eq!(said("<start>24:30</start><duration>01:00</duration>"), ["start-past-midnight"]);
    assert_eq!(said("<start>morning</start><duration>01:00</duration>"), ["start-unreadable", "no-time"]);
    assert_eq!(said(&format!("<date>yesterday</date>{USUAL}")), ["date-unreadable"]);
}

#[test]
fn identities_are_unique_whatever_the_file_repeats() {
    let one = format!("<event id='0' guid='nonsense'><title>T</title>{USUAL}</event>");
    let two =
        format!("<event id='5' guid='455d075f-48c0-2ec2-24b3-f5add30c383a'><title>U</title>{USUAL}</event>");
    let reading = read_text(&format!(
        "<schedule><day date='2021-06-21'><room name='A'>{one}{one}{two}{two}</room></day></schedule>"
    ));
    let guids: std::collections::HashSet<_> = reading.entries.iter().map(|entry| entry.guid).collect();
    assert_eq!(guids.len(), 4);
    for word in ["id-invalid", "guid-invalid", "id-twice", "guid-twice"] {
        assert!(words(&reading).contains(&word), "{word}");
    }
}

#[test]
fn rooms_people_languages_and_links_are_taken_as_the_dialects_write_them() {
    let reading = event(&format!(
        "{USUAL}<room>B</room><language>de, en</language><url>javascript:x</url><mystery/><mystery/>\
         <persons><person id='0'>Ada</person><person guid='g'>Lin</person><person>Wei</person><person id='3'/>\
         <person id='4' role='moderator'>Mei</person></persons><links><link>https://x</link><link href='ftp://y'>Y</link></links><attachments><attachment href='https://z/s.pdf'>Slides</attachment></attachments><recording/>"
    ));
    let entry = &reading.entries[0];
    let people: Vec<_> =
        entry.people.iter().map(|one| (one.name.read(Lang::En), one.id.as_deref())).collect();
    assert_eq!(people, [("Ada", None), ("Lin", Some("g")), ("Wei", None), ("Mei", Some("4"))]);
    assert_eq!(entry.people[3].role, festoon_domain::programme::Role::Chair);
    assert_eq!(entry.languages, ["de", "en"]);
    assert_eq!(entry.link, None);
    let references: Vec<_> =
        entry.references.iter().map(|one| (one.address.as_str(), one.title.as_str(), one.kind)).collect();
    let (related, attachment) = (ReferenceKind::Related, ReferenceKind::Attachment);
    assert_eq!(references, [("https://x", "", related), ("https://z/s.pdf", "Slides", attachment)]);
    for word in [
        "room-disagrees",
        "several-languages",
        "link-not-web",
        "person-without-id",
        "person-unnamed",
        "left-aside",
        "link-without-address",
        "links-not-web",
    ] {
        assert!(words(&reading).contains(&word), "{word}");
    }
    let unknown = reading.defects.iter().filter(|defect| defect.word() == "unknown-element");
    assert_eq!(unknown.map(|defect| defect.stood.as_str()).collect::<Vec<_>>(), ["<mystery>"]);
}

#[test]
fn html_in_texts_is_kept_as_given_and_mild_faults_are_said() {
    let reading = event(&format!(
        "{USUAL}<abstract>&lt;p&gt;Q&A&nbsp;&bogus;</abstract><description>Real <b>bold</b> text</description>"
    ));
    assert_eq!(reading.entries[0].summary.read(Lang::En), "<p>Q&A\u{a0}&bogus;");
    assert_eq!(reading.entries[0].description.read(Lang::En), "Real <b>bold</b> text");
    assert!(words(&reading).contains(&"bare-ampersand"));
    assert!(words(&reading).contains(&"unknown-entity"));
}

#[test]
fn wrappers_nobody_knows_hide_no_event() {
    let reading = read_text(&format!(
        "<s:schedule xmlns:s='x'><stage><s:day date='2021-06-21'><s:event id='1'><s:title>T</s:title>{USUAL}</s:event></s:day></stage></s:schedule>"
    ));
    assert_eq!(reading.entries.len(), 1);
    assert!(words(&reading).contains(&"unknown-element"));
}

#[test]
fn habits_of_real_files_are_told_with_a_count() {
    let night = "<date>2021-06-22T00:30:00+08:00</date><start>00:30</start><duration>1:00</duration>";
    let reading = read_text(&format!(
        "<schedule><conference><time_zone_name>Asia/Shanghai</time_zone_name></conference>\
         <day date='2021-06-21'><event id='1' guid='455d075f48c02ec224b3f5add30c383a'><title>T</title>\
         <room>A</room>{night}</event></day></schedule>"
    ));
    assert_eq!(start(&reading), "2021-06-21T16:30:00Z");
    let mut said = words(&reading);
    said.sort_unstable();
    assert_eq!(said, ["after-midnight", "duration-of-one-digit", "guid-unhyphenated", "no-room-level"]);
}

#[test]
fn an_unknown_zone_is_refused_only_where_a_time_needs_it() {
    let text = |date: &str| {
        format!(
            "<schedule><conference><time_zone_name>Mars/Base</time_zone_name></conference><day date='2021-06-21'><event id='1'><title>T</title>{date}{USUAL}</event></day></schedule>"
        )
    };
    assert_eq!(reason(text("")), Reason::UnknownZone("Mars/Base".into()));
    let reading = read_text(&text("<date>2021-06-21T09:30:00+08:00</date>"));
    assert!(words(&reading).contains(&"zone-unknown"));
}

#[test]
fn dangerous_and_foreign_files_are_refused() {
    let bomb =
        "<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><schedule>&b;</schedule>";
    assert_eq!(reason(bomb), Reason::Entities);
    let outside = "<!DOCTYPE s SYSTEM 'file:///etc/passwd'><schedule/>";
    assert_eq!(reason(outside), Reason::Entities);
    assert_eq!(reason("<!DOCTYPE html><html></html>"), Reason::NotASchedule("html".into()));
    assert_eq!(reason("<rss/>"), Reason::NotASchedule("rss".into()));
    assert_eq!(reason("  \n"), Reason::Empty);
    assert_eq!(reason("<schedule>\0</schedule>"), Reason::Broken("NUL".into()));
    let deep = format!("<schedule>{}", "<x>".repeat(200_000));
    assert_eq!(reason(deep), Reason::TooDeep(256));
    let large = vec![b' '; usize::try_from(NamedFile::LARGEST_BYTES).expect("it fits") + 1];
    assert!(matches!(reason(large), Reason::TooLarge(..)));
}

#[test]
fn a_file_cut_anywhere_is_refused_with_its_line() {
    let events: Vec<String> =
        (1..200).map(|id| format!("<event id='{id}'><title>T</title>{USUAL}</event>\n")).collect();
    let whole = format!(
        "<schedule><day date='2021-06-21'><room name='A'>{}</room></day></schedule>",
        events.concat()
    );
    assert_eq!(read_text(&whole).entries.len(), 199);
    for part in 1..100 {
        let cut = &whole.as_bytes()[..whole.len() * part / 100];
        let refusal = read_file(&file(cut)).expect_err("cut");
        assert!(matches!(refusal.reason, Reason::Broken(_)), "{part}: {:?}", refusal.reason);
        assert!(matches!(refusal.spot, Spot::Line(line) if line > 0));
    }
}

#[test]
fn every_trouble_cites_its_line() {
    let reading = read_text(
        "<schedule>\n<day date='2021-06-21'>\n<event id='1'>\n<title>T</title></event></day></schedule>",
    );
    let missing = reading.defects.iter().find(|defect| defect.word() == "duration-missing").expect("said");
    assert_eq!(missing.citation.spot, Spot::Line(3));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _read = read_file(&file(bytes));
    }

    #[test]
    fn arbitrary_words_in_every_field_never_panic(date in ".{0,30}", start in ".{0,12}", duration in ".{0,12}", id in "[^<&']{0,8}") {
        let escape = |words: &str| quick_xml::escape::escape(words).into_owned();
        let text = format!(
            "<schedule><day date='{0}' start='{0}'><event id='{id}'><date>{0}</date><start>{1}</start><duration>{2}</duration></event></day></schedule>",
            escape(&date), escape(&start), escape(&duration)
        );
        let _read = read_file(&file(text));
    }
}
