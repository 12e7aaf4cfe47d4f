//! The report in text and JSON over a small week of the test people.

use festoon_app::timetable::{ClashReport, examine, report};
use festoon_domain::text::Lang;
use festoon_domain::timetable::Rulebook;
use festoon_exchange::sheet::SheetMapping;
use festoon_exchange::{FileSummary, Format, Reading};
use festoon_testkit::TestWeek;
use festoon_testkit::people::{ADA, JONAS, MEI};
use serde_json::Value;

use super::{json, text};
use crate::complaint::{self, Complaint};
use crate::language::both;

fn clashes() -> ClashReport {
    let programme = TestWeek::new()
        .venue("park")
        .room("hall")
        .seats(100)
        .session("keynote")
        .at("2021-06-21 10:00", "11:00")
        .speaker(ADA)
        .expecting(120)
        .venue("campus")
        .room("aula")
        .session("panel")
        .at("2021-06-21 11:20", "12:00")
        .speaker(ADA)
        .guest(JONAS)
        .session("poster")
        .at("2021-06-21 14:00", "15:00")
        .titled("海报展示", "")
        .chair(MEI)
        .road("park", "campus", 35)
        .build();
    let reading = Reading {
        programme,
        defects: Vec::new(),
        mappings: vec![SheetMapping {
            file: "week.csv".into(),
            sheet: "".into(),
            heading_row: 1,
            columns: vec![
                (1, "活动名称".into(), "title"),
                (2, "时间".into(), "when"),
                (3, "备注".into(), ""),
            ],
        }],
        files: vec![FileSummary {
            name: "week.csv".into(),
            format: Format::Csv,
            occurrences: 3,
            zone: Some("Asia/Shanghai".into()),
        }],
    };
    examine(reading, &Rulebook::default())
}

fn now() -> jiff::Timestamp {
    "2021-06-10T02:30:00Z".parse().expect("an instant")
}

fn printed(lang: Lang) -> String {
    let clashes = clashes();
    let mut out = Vec::new();
    text::write(&report(&clashes, now()), lang, text::Ink::Plain, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("text is UTF-8")
}

fn parsed() -> Value {
    let clashes = clashes();
    let mut out = Vec::new();
    json::write(&clashes, &report(&clashes, now()), &mut out).expect("memory takes everything");
    serde_json::from_slice(&out).expect("JSON is JSON")
}

#[test]
fn the_text_reads_well_in_english() {
    insta::assert_snapshot!(printed(Lang::En));
}

#[test]
fn the_text_reads_well_in_chinese() {
    insta::assert_snapshot!(printed(Lang::Zh));
}

#[test]
fn the_json_says_everything_the_report_knows() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&parsed()).expect("it was parsed"));
}

#[test]
fn the_schema_names_exactly_what_is_written() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../docs/schemas/clash-report.schema.json"))
            .expect("the schema is JSON");
    let report = parsed();

    let same = |value: &Value, schema: &Value, what: &str| {
        let mut written: Vec<&String> = value.as_object().expect(what).keys().collect();
        let mut named: Vec<&String> = schema["properties"].as_object().expect(what).keys().collect();
        written.sort();
        named.sort();
        assert_eq!(written, named, "{what}");
    };
    let defined = |name: &str| &schema["$defs"][name];
    let mut top = schema.clone();
    top["properties"].as_object_mut().expect("an object").remove("errors");
    same(&report, &top, "report");
    same(&report["summary"], defined("summary"), "summary");
    same(&report["files"][0], defined("file"), "file");
    same(&report["mapping"][0], defined("mapping"), "mapping");
    same(&report["findings"][0], defined("finding"), "finding");
    same(&report["sessions"][0], defined("session"), "session");
    same(&report["sessions"][0]["people"][0], defined("person"), "person");
    same(&report["venues"][0], defined("venue"), "venue");
}

#[test]
fn complaints_are_said_all_and_in_the_asked_language() {
    let complaints = [
        Complaint::about("a.csv", both("没有这个文件。", "there is no such file.")),
        Complaint::our_own_fault("index out of bounds"),
    ];
    let said = |lang| {
        let mut out = Vec::new();
        complaint::write(&complaints, lang, &mut out).expect("memory takes everything");
        String::from_utf8(out).expect("text is UTF-8")
    };
    assert!(said(Lang::En).starts_with("a.csv: there is no such file.\nfestoon: sorry"));
    assert!(said(Lang::Zh).starts_with("a.csv：没有这个文件。\nfestoon：很抱歉"));
}
